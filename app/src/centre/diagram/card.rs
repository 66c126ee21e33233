//! What stands on a spot: a drawing, a name, a few words.

use crate::centre::words::{Book, grouped, kind, rings_at, schedule};
use crate::components::Glyph;
use crate::texts::t;
use domain::centre::{Agent, Centre, Node, Prompt, Queue, Ref, Schedule, Spot};
use domain::reach::RingsAt;

/// What stands on a spot.
#[derive(Clone)]
pub struct Card {
    /// How it looks.
    pub look: Look,
    /// What sort of thing it is.
    pub kind: &'static str,
    /// Its name.
    pub title: String,
    /// What else there is to say.
    pub text: String,
}

impl PartialEq for Card {
    fn eq(&self, other: &Self) -> bool {
        (self.look, self.kind, &self.title, &self.text) == (other.look, other.kind, &other.title, &other.text)
    }
}

/// How a spot looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Hotline,
    Menu,
    Node,
    Queue,
    Group,
    Agent,
    Forward,
    End,
    Asked,
    Missing,
}

impl Look {
    /// Its drawing.
    pub fn icon(self) -> Glyph {
        match self {
            Self::Hotline => icondata_lu::LuPhoneIncoming,
            Self::Menu => icondata_lu::LuListTree,
            Self::Node => icondata_lu::LuMessageSquareText,
            Self::Queue => icondata_lu::LuHourglass,
            Self::Group => icondata_lu::LuUsersRound,
            Self::Agent => icondata_lu::LuUserRound,
            Self::Forward => icondata_lu::LuPhoneForwarded,
            Self::End => icondata_lu::LuPhoneOff,
            Self::Asked => icondata_lu::LuServer,
            Self::Missing => icondata_lu::LuCircleHelp,
        }
    }

    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Hotline => "spot spot--hotline",
            Self::Menu | Self::Node => "spot spot--menu",
            Self::Queue => "spot spot--queue",
            Self::Group | Self::Agent | Self::Asked => "spot spot--people",
            Self::Forward => "spot spot--forward",
            Self::End => "spot spot--end",
            Self::Missing => "spot spot--missing",
        }
    }
}

impl Card {
    /// What stands on a spot of this set-up.
    pub fn of(centre: &Centre, spot: &Spot) -> Self {
        let words = &t().centre.diagram;
        let (look, kind, title, text) = match spot {
            Spot::Thing(at) => return Self::of_thing(centre, at),
            Spot::Missing(at) => (Look::Missing, kind(at.kind()), t().centre.parts.gone, ""),
            Spot::Forward(digits) => {
                return Self { look: Look::Forward, kind: words.forward, title: grouped(digits), text: String::new() };
            }
            Spot::End(_) => (Look::End, "", words.end, ""),
            Spot::Asked(address) => (Look::Asked, "", words.asked, host(address)),
        };
        Self { look, kind, title: title.to_owned(), text: text.to_owned() }
    }

    fn of_thing(centre: &Centre, at: &Ref) -> Self {
        let words = &t().centre.diagram;
        let (look, text) = match at {
            Ref::Hotline(digits) => (Look::Hotline, grouped(digits)),
            Ref::Menu(menu) => (Look::Menu, (words.places)(centre.nodes_of(menu).len())),
            Ref::Node(node) => (Look::Node, centre.node(node).map(said).unwrap_or_default()),
            Ref::Queue(queue) => (Look::Queue, centre.queue(queue).map(hours).unwrap_or_default()),
            Ref::Group(group) => (Look::Group, (words.agents)(centre.members_of(group).count())),
            Ref::Agent(seat) => (Look::Agent, centre.agent(seat).map(rung).unwrap_or_default()),
            _ => (Look::Missing, String::new()),
        };
        let title = match at {
            // Its number stands below.
            Ref::Hotline(digits) => centre.hotline(digits).map(|hotline| hotline.name.clone()).unwrap_or_default(),
            at => Book(&[centre]).name(at),
        };
        let is_bare = title.trim().is_empty();
        let kind = kind(at.kind());
        Self { look, kind, title: if is_bare { kind.to_owned() } else { title }, text }
    }

    /// Everything in a sentence, for whoever cannot see it.
    pub fn spoken(&self) -> String {
        let kind = Some(self.kind).filter(|kind| *kind != self.title);
        let parts = [kind, Some(&*self.title), Some(&*self.text)];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What callers hear.
pub fn said(node: &Node) -> String {
    let words = &t().centre.diagram;
    match &node.prompt {
        Prompt::Voice { text, .. } => (words.says)(text.trim()),
        Prompt::File { file } => (words.plays)(file),
    }
}

fn hours(queue: &Queue) -> String {
    match queue.schedule {
        Schedule::Always => String::new(),
        Schedule::BusinessHours => schedule(Schedule::BusinessHours).to_owned(),
    }
}

fn rung(agent: &Agent) -> String {
    match &agent.phone {
        Some(phone) if agent.rings_at == RingsAt::Number => (t().centre.diagram.on_number)(&grouped(phone)),
        _ => rings_at(agent.rings_at).to_owned(),
    }
}

/// The rest of an address may be a secret.
fn host(address: &str) -> &str {
    let after = address.split_once("://").map_or(address, |(_, after)| after);
    after.split('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn of_an_address_only_the_host_is_shown() {
        assert_eq!(host("https://crm.example:8080/hooks/secret/agents"), "crm.example:8080");
        assert_eq!(host("crm.example"), "crm.example");
    }
}
