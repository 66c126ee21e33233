//! Menus, their places and the keys there.

use super::{Reader, chosen};
use crate::centre::{Action, Centre, Digits, Key, Menu, Node, Part, Press, Prompt, Ref, Root};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{MenuId, NodeId, QueueId};
use serde::{Deserialize, Serialize};

/// The longest text that is spoken, in characters.
const TEXT_MAX: usize = 2_000;

/// A menu.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuForm {
    /// Its name.
    pub name: String,
    /// With which of its places it begins.
    pub root: Option<NodeId>,
}

impl MenuForm {
    /// As a menu is in a draft; `None` where there is none of this id.
    pub fn of(centre: &Centre, id: &MenuId) -> Option<Self> {
        Some(Self { name: centre.menu(id)?.name.clone(), root: centre.root(id).cloned() })
    }

    /// Puts it into a draft.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, id: MenuId) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let name = reader.name(&self.name);
        let is_elsewhere = |node: &&NodeId| centre.node(node).is_none_or(|node| node.menu != id);
        if self.root.as_ref().filter(is_elsewhere).is_some() {
            reader.refuse(Part::Root, FieldProblem::Unknown);
        }
        let name = reader.done(name)?;
        centre.put(Menu { id: id.clone(), name });
        if let Some(node) = &self.root {
            centre.put(Root { menu: id.clone(), node: node.clone() });
        }
        Ok(Ref::Menu(id))
    }
}

/// A place in a menu and its keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeForm {
    /// Its name.
    pub name: String,
    /// Whether a text is spoken or a file played.
    pub says: Says,
    /// The text.
    pub text: String,
    /// The file.
    pub file: String,
    /// Whose voice; empty for the provider's usual one.
    pub voice: String,
    /// From -3 (slow) to 3 (fast).
    pub speed: i8,
    /// Whether a key counts while something is said.
    pub barge_in: bool,
    /// How often it is said.
    pub loops: String,
    /// Silence between two times, in milliseconds.
    pub pause_ms: String,
    /// How long a key is waited for, in seconds.
    pub wait_seconds: String,
    /// The keys.
    pub keys: Vec<KeyRow>,
}

/// Whether a text is spoken or a file played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// A text is spoken.
    #[default]
    Text,
    /// A file is played.
    File,
}

/// A key of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRow {
    /// Which.
    pub press: Press,
    /// What it does.
    pub does: Does,
    /// The queue it leads to.
    pub queue: Option<QueueId>,
    /// The place it leads to.
    pub next: Option<NodeId>,
    /// The number it leads to.
    pub forward: String,
    /// The number of ours that is shown there.
    pub caller_id: String,
}

/// What a key does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// The caller waits for an agent.
    #[default]
    Queue,
    /// The caller goes to another place.
    Next,
    /// The caller is connected with a telephone number.
    Forward,
    /// The call ends.
    Stop,
    /// Something that the provider has and we do not know, by its number.
    Unknown(i64),
}

impl Default for NodeForm {
    fn default() -> Self {
        let silent = Prompt::Voice { text: String::new(), voice: None, speed: 0 };
        Self::from(&Node::new(NodeId::new(""), MenuId::new(""), "", silent))
    }
}

impl From<&Node> for NodeForm {
    fn from(node: &Node) -> Self {
        let (says, text, file, voice, speed) = match &node.prompt {
            Prompt::Voice { text, voice, speed } => (Says::Text, text.clone(), String::new(), voice.clone(), *speed),
            Prompt::File { file } => (Says::File, String::new(), file.clone(), None, 0),
        };
        Self {
            name: node.name.clone(),
            says,
            text,
            file,
            voice: voice.unwrap_or_default(),
            speed,
            barge_in: node.barge_in,
            loops: node.loops.to_string(),
            pause_ms: node.pause_ms.to_string(),
            wait_seconds: node.wait_seconds.to_string(),
            keys: Vec::new(),
        }
    }
}

impl From<&Key> for KeyRow {
    fn from(key: &Key) -> Self {
        let mut row = Self {
            press: key.press,
            does: Does::Stop,
            queue: None,
            next: None,
            forward: String::new(),
            caller_id: String::new(),
        };
        match &key.action {
            Action::Queue { queue } => (row.does, row.queue) = (Does::Queue, Some(queue.clone())),
            Action::Next { node } => (row.does, row.next) = (Does::Next, Some(node.clone())),
            Action::Forward { to, caller_id } => {
                row.does = Does::Forward;
                row.forward = to.dialled();
                row.caller_id = caller_id.as_ref().map(Digits::dialled).unwrap_or_default();
            }
            Action::Stop => {}
            Action::Unknown { code } => row.does = Does::Unknown(*code),
        }
        row
    }
}

impl NodeForm {
    /// As a place is in a draft; `None` where there is none of this id.
    pub fn of(centre: &Centre, id: &NodeId) -> Option<Self> {
        Some(Self { keys: centre.keys_of(id).map(KeyRow::from).collect(), ..Self::from(centre.node(id)?) })
    }

    /// Puts it into a draft, as a place of this menu; the first one is where it begins. `voices` are those that the
    /// provider has.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, menu: MenuId, id: NodeId, voices: &[&str]) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let node = Node {
            id: id.clone(),
            menu: menu.clone(),
            name: reader.name(&self.name),
            prompt: self.prompt(&mut reader, voices),
            barge_in: self.barge_in,
            loops: reader.whole(&self.loops, Part::Loops, 1..=20),
            pause_ms: reader.whole(&self.pause_ms, Part::Pause, 0..=60_000),
            wait_seconds: reader.whole(&self.wait_seconds, Part::WaitSeconds, 1..=120),
        };
        reader.known(centre, Some(Ref::Menu(menu.clone())), Field::Centre(Part::Menu));
        let keys = self.keys(&mut reader, centre, &id);
        let node = reader.done(node)?;
        centre.put(node);
        centre.set_keys(&id, keys);
        if centre.root(&menu).is_none() {
            centre.put(Root { menu, node: id.clone() });
        }
        Ok(Ref::Node(id))
    }

    fn prompt(&self, reader: &mut Reader, voices: &[&str]) -> Prompt {
        if self.says == Says::File {
            let file = self.file.trim().to_owned();
            if file.is_empty() {
                reader.refuse(Part::File, FieldProblem::Required);
            }
            return Prompt::File { file };
        }
        let text = self.text.trim().to_owned();
        match text.chars().count() {
            0 => reader.refuse(Part::Text, FieldProblem::Required),
            count if count > TEXT_MAX => reader.refuse(Part::Text, FieldProblem::TooLong { max: TEXT_MAX }),
            _ => {}
        }
        let voice = chosen(&self.voice);
        if voice.as_deref().is_some_and(|voice| !voices.contains(&voice)) {
            reader.refuse(Part::Voice, FieldProblem::Unknown);
        }
        if !(-3..=3).contains(&self.speed) {
            reader.refuse(Part::Speed, FieldProblem::OutOfRange { min: -3, max: 3 });
        }
        Prompt::Voice { text, voice, speed: self.speed }
    }

    fn keys(&self, reader: &mut Reader, centre: &Centre, own: &NodeId) -> Vec<(Press, Action)> {
        let mut keys: Vec<(Press, Action)> = Vec::new();
        for (at, row) in self.keys.iter().enumerate() {
            if self.keys.iter().take(at).any(|before| before.press == row.press) {
                reader.refuse_row(at, Part::Press, FieldProblem::Repeated);
            }
            keys.extend(row.action(reader, centre, own, at).map(|action| (row.press, action)));
        }
        keys
    }
}

impl KeyRow {
    /// What it does; `None` where that was refused. A place may lead to itself before it is there.
    fn action(&self, reader: &mut Reader, centre: &Centre, own: &NodeId, at: usize) -> Option<Action> {
        let is_there = |to: &Ref| centre.has(to) || *to == Ref::Node(own.clone());
        let mut choice = |to: Option<Ref>, part| match to {
            Some(to) if is_there(&to) => {}
            Some(_) => reader.refuse_row(at, part, FieldProblem::Unknown),
            None => reader.refuse_row(at, part, FieldProblem::Required),
        };
        match self.does {
            Does::Queue => {
                choice(self.queue.clone().map(Ref::Queue), Part::Queue);
                self.queue.clone().map(|queue| Action::Queue { queue })
            }
            Does::Next => {
                choice(self.next.clone().map(Ref::Node), Part::Next);
                self.next.clone().map(|node| Action::Next { node })
            }
            Does::Forward => {
                let to = row_number(reader, &self.forward, at, Part::Forward)?;
                let caller_id = row_number(reader, &self.caller_id, at, Part::CallerId)?;
                Some(Action::Forward { to, caller_id: Some(caller_id) })
            }
            Does::Stop => Some(Action::Stop),
            Does::Unknown(code) => Some(Action::Unknown { code }),
        }
    }
}

/// A number that must be there, in a row.
fn row_number(reader: &mut Reader, text: &str, row: usize, part: Part) -> Option<Digits> {
    let problem = match Digits::parse(text) {
        Ok(digits) => return Some(digits),
        Err(_) if text.trim().is_empty() => FieldProblem::Required,
        Err(bad) => FieldProblem::NotANumber(bad),
    };
    reader.refuse_row(row, part, problem);
    None
}
