//! The contact centre: how calls are taken, run by admins from one draft.

mod agent;
mod agents;
mod api;
mod blocked;
mod calls;
mod desk;
mod diagram;
mod differences;
mod draft_bar;
mod drift;
mod edits;
mod findings;
mod frame;
mod groups;
mod hotlines;
mod menus;
mod options;
mod overview;
mod progress;
mod publish;
mod queue;
mod queue_groups;
mod queues;
mod reading;
mod sips;
mod sounds;
mod thing;
mod things;
mod trial;
mod versions;
mod words;

pub use agents::{AgentPage, AgentsPage};
pub use api::{
    centre_desk, discard_draft, edit_draft, go_on_publishing, new_sip_password, publish, publishing, read_provider,
    restore, stop_publishing, take_over, version, versions,
};
pub use blocked::BlockedPage;
pub use calls::CallsPage;
pub use groups::{GroupPage, GroupsPage};
pub use hotlines::{HotlinePage, HotlinesPage};
pub use menus::{MenuPage, MenusPage};
pub use overview::OverviewPage;
pub use publish::PublishPage;
pub use queues::{QueuePage, QueuesPage};
pub use sounds::SoundsPage;
pub use trial::TrialPage;
pub use versions::{VersionPage, VersionsPage};

pub(crate) use desk::provide;
