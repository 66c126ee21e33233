//! Changes of a draft, as they travel from a page to the server: both carry them out in the same way.

use super::{
    AgentForm, BlockedForm, CallSettingsForm, Centre, Digits, GroupForm, HotlineForm, MenuForm, NodeForm, OurAddresses,
    Part, QueueForm, Ref, SipForm,
};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use serde::{Deserialize, Serialize};

/// The longest id of a new thing, in characters.
const ID_MAX: usize = 64;

/// One change of a draft. Whoever makes something new says its id, so that doing it again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftEdit {
    /// A number, in the place of `was`.
    Hotline {
        /// What is changed; `None` for a new one.
        was: Option<Digits>,
        /// What it shall be.
        form: HotlineForm,
    },
    /// A menu.
    Menu {
        /// Which; may be new.
        id: MenuId,
        /// What it shall be.
        form: MenuForm,
    },
    /// A place of a menu and its keys.
    Node {
        /// In which menu.
        menu: MenuId,
        /// Which; may be new.
        id: NodeId,
        /// What it shall be.
        form: NodeForm,
    },
    /// A queue and the groups that serve it.
    Queue {
        /// Which; may be new.
        id: QueueId,
        /// What it shall be.
        form: QueueForm,
    },
    /// A group and its members.
    Group {
        /// Which; may be new.
        id: GroupId,
        /// What it shall be.
        form: GroupForm,
    },
    /// An agent, in the place of `was`.
    Agent {
        /// Who is changed; `None` for a new one.
        was: Option<Seat>,
        /// What they shall be.
        form: AgentForm,
    },
    /// A SIP telephone's account, in the place of `was`.
    Sip {
        /// What is changed; `None` for a new one.
        was: Option<String>,
        /// What it shall be.
        form: SipForm,
    },
    /// A number that may not call, in the place of `was`.
    Blocked {
        /// What is changed; `None` for a new one.
        was: Option<Digits>,
        /// What it shall be.
        form: BlockedForm,
    },
    /// The addresses that the provider calls about every call.
    Settings {
        /// What they shall be.
        form: CallSettingsForm,
    },
    /// The provider asks and tells us about every call, and every queue asks us whom to ring.
    AskUs {
        /// Where the provider can call us.
        ours: OurAddresses,
    },
    /// A thing goes, with all its parts.
    Remove {
        /// Which.
        at: Ref,
    },
}

impl DraftEdit {
    /// What the changed thing was called before, where it may be called otherwise now.
    pub fn was(&self) -> Option<Ref> {
        match self {
            Self::Hotline { was, .. } => was.clone().map(Ref::Hotline),
            Self::Agent { was, .. } => was.clone().map(Ref::Agent),
            Self::Sip { was, .. } => was.clone().map(Ref::Sip),
            Self::Blocked { was, .. } => was.clone().map(Ref::Blocked),
            _ => None,
        }
    }

    /// Puts it into a draft, and tells what the thing is called from now on. `voices` are those that the provider has.
    ///
    /// # Errors
    /// Each field that must be mended; then nothing has changed.
    pub fn apply(&self, draft: &mut Centre, voices: &[&str]) -> Result<Ref, Vec<FieldError>> {
        match self {
            Self::Hotline { was, form } => form.put(draft, was.as_ref()),
            Self::Menu { id, form } => fits(id.as_str()).and_then(|()| form.put(draft, id.clone())),
            Self::Node { menu, id, form } => {
                fits(id.as_str()).and_then(|()| form.put(draft, menu.clone(), id.clone(), voices))
            }
            Self::Queue { id, form } => fits(id.as_str()).and_then(|()| form.put(draft, id.clone())),
            Self::Group { id, form } => fits(id.as_str()).and_then(|()| form.put(draft, id.clone())),
            Self::Agent { was, form } => form.put(draft, was.as_ref()),
            Self::Sip { was, form } => form.put(draft, was.as_deref()),
            Self::Blocked { was, form } => form.put(draft, was.as_ref()),
            Self::Settings { form } => form.put(draft),
            Self::AskUs { ours } => Ok(ask_us(draft, ours)),
            Self::Remove { at } => {
                draft.remove(at);
                Ok(at.clone())
            }
        }
    }
}

/// Ids come from the browser.
fn fits(id: &str) -> Result<(), Vec<FieldError>> {
    if (1..=ID_MAX).contains(&id.chars().count()) {
        return Ok(());
    }
    Err(vec![FieldError::new(Field::Centre(Part::Name), FieldProblem::BadCharacters)])
}

fn ask_us(draft: &mut Centre, ours: &OurAddresses) -> Ref {
    let settings = ours.settings(draft.settings().customer_wait_ms);
    draft.put(settings);
    let queues: Vec<_> = draft.queues().cloned().collect();
    for queue in queues {
        draft.put(super::Queue { asks: Some(ours.agents.clone()), ..queue });
    }
    Ref::Settings
}
