//! Who may do what, role by role.

use super::{Action, Role, is_allowed};
use crate::rights::Rights;

/// The whole table, as long as no admin has decided otherwise, written out: a change of the rule must change this picture too.
#[test]
#[allow(clippy::too_many_lines, reason = "one line for each action")]
fn the_table() {
    let rights = Rights::default();
    let table: Vec<String> = Action::ALL
        .iter()
        .map(|a| {
            let mark = |r: Role| if is_allowed(r, &rights.of(r), *a) { 'x' } else { '.' };
            format!("{:<19}{}{}{}", format!("{a:?}"), mark(Role::Agent), mark(Role::Manager), mark(Role::Admin))
        })
        .collect();
    assert_eq!(
        table,
        [
            "SeeCustomers       xxx",
            "CreateCustomers    xxx",
            "EditCustomers      xxx",
            "ReassignCustomers  .xx",
            "DeleteCustomers    .xx",
            "SeeCompanies       xxx",
            "CreateCompanies    xxx",
            "EditCompanies      xxx",
            "ReassignCompanies  .xx",
            "DeleteCompanies    .xx",
            "SeeDeals           xxx",
            "CreateDeals        xxx",
            "EditDeals          xxx",
            "ReassignDeals      .xx",
            "DeleteDeals        .xx",
            "ChangeManyCustomersxxx",
            "ChangeManyCompaniesxxx",
            "ChangeManyDeals    xxx",
            "SeeTasks           xxx",
            "CreateTasks        xxx",
            "EditTasks          xxx",
            "ManagePipelines    ..x",
            "ManageFields       ..x",
            "ManageAssignment   ..x",
            "ExportCustomers    .xx",
            "ExportCompanies    .xx",
            "ExportDeals        .xx",
            "ImportCustomers    .xx",
            "SeeAllImports      ..x",
            "ShareViews         .xx",
            "ManageViews        ..x",
            "WriteNotes         xxx",
            "UseTelephone       xxx",
            "SeeOwnCalls        xxx",
            "SeeTeamCalls       .xx",
            "SeeAllCalls        ..x",
            "ExportCalls        .xx",
            "DeleteCalls        ..x",
            "PlayRecordings     xxx",
            "WrapUp             xxx",
            "ManageDispositions ..x",
            "WorkMissedCalls    xxx",
            "AssignMissedCalls  .xx",
            "SeeFloor           .xx",
            "SeeDashboard       .xx",
            "ManageTeams        ..x",
            "SeeColleagues      xxx",
            "ManageStaff        ..x",
            "SeeAudit           ..x",
            "ManageTelephone    ..x",
            "RunCentre          ..x",
            "EditOwnProfile     xxx",
        ]
    );
}

#[test]
fn every_role_survives_the_database() {
    for role in Role::ALL {
        assert_eq!(Role::from_stored(role.as_str()), Some(role));
    }
    assert_eq!(Role::from_stored("root"), None);
}
