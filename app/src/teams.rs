//! Teams: who works together, and who leads them. For admins; lists are filtered by them.

mod api;
mod form;
mod page;

pub use api::{create_team, delete_team, list_teams, possible_leads, teams_seen, update_team};
pub use page::TeamsPage;
