//! The contact centre: how the provider is to take calls, what it does now, and the way from the one to the other.
//!
//! A [`Centre`] is a whole set-up: numbers, menus, queues, groups, agents. The draft is one, each published version is
//! one, and what the provider has is read as one ([`Known`]). Everything else is a pure question about one or two of
//! them: [`check`] finds what is wrong with one, [`changes`] says what
//! differs, [`plan`] says how to get from one to the other in steps that can be broken off
//! anywhere, [`try_it`] follows a call through one, [`menu_graph`] and [`number_graph`] draw it. To go back to an older
//! version is to publish it.

mod changes;
mod check;
mod desk;
mod digits;
mod edit;
mod forms;
mod graph;
mod hotlines;
mod known;
mod menus;
mod people;
mod picture;
mod plan;
mod queues;
mod refs;
mod renaming;
mod settings;
mod sounds;
mod state;
mod thing;
mod trial;

pub use changes::{Change, Edit, Part, TakenOver, Value, changes, take_over};
pub use check::{Around, Finding, Flaw, OurAddresses, Severity, check};
pub use desk::{
    CentreDesk, CentreProblem, Edited, KeptSound, NOTE_MAX, Obstacle, Origin, PublishState, Publishing, SOUNDS_PATH,
    SoundRow, TakenIn, Version,
};
pub use digits::Digits;
pub use edit::DraftEdit;
pub use forms::{
    AgentForm, BlockedForm, CallSettingsForm, Does, GroupForm, HotlineForm, KeyRow, MenuForm, NAME_MAX, NodeForm,
    QueueForm, RouteRow, Says, SipForm,
};
pub use graph::{By, Graph, Line, Spot, Way, menu_graph, number_graph};
pub use hotlines::{Answers, Blocked, Hotline};
pub use known::{Known, Links, Unlinked};
pub use menus::{Action, Key, Menu, Node, Press, Prompt, Root};
pub use people::{Agent, Group, Member, SipAccount};
pub use picture::{Direction, Drawn, Picture, Point, Size, picture};
pub use plan::{Dangling, Step, plan};
pub use queues::{Online, Queue, Rank, Route, Schedule};
pub use refs::{Kind, Ref};
pub use settings::CallSettings;
pub use sounds::{BadSound, Format, LARGEST, LONGEST, Sound, SoundFile, file_name, sound};
pub use state::Centre;
pub use thing::Thing;
pub use trial::{
    Because, Course, End, Hindrance, Named, Offer, Presence, Pressed, Rung, RungOn, Stop, Taken, Trial, Visit, Wait,
    Wanted, in_turn, try_it,
};
