//! A demonstration: members, customers, notes and calls of a company that does not exist. The same every time.

mod after;
mod deals;
mod fields;
mod sandbox;
mod talk;

pub use sandbox::{PROJECT, Project, Sandbox};

use crate::db::{self, Tx, staff::New};
use crate::made_up::{Chance, Inventor, Made, store};
use crate::{Backend, directory, passwords};
use domain::access::{Actor, Role};
use domain::directory::{EntryForm, EntryKind};
use domain::ids::{StaffId, TeamId};
use domain::problem::Problem;
use domain::staff::MemberDraft;
use domain::telephone::Provider;

/// Everybody's password.
pub const PASSWORD: &str = "alo-demo-2026";

/// Every manager leads all of them.
const TEAMS: [&str; 2] = [SALES, CARE];
const SALES: &str = "Kinh doanh";
const CARE: &str = "Chăm sóc khách hàng";

/// Email, name, role, seat and where it is, team.
type Hired = (&'static str, &'static str, Role, Option<(Provider, &'static str)>, Option<&'static str>);

const MEMBERS: [Hired; 6] = [
    ("admin@alo.demo", "Quản trị viên", Role::Admin, None, None),
    ("quan@alo.demo", "Trần Minh Quân", Role::Manager, Some((Provider::ThreeC, "5000")), None),
    ("lan@alo.demo", "Nguyễn Thị Lan", Role::Agent, Some((Provider::ThreeC, "5001")), Some(SALES)),
    ("hung@alo.demo", "Phạm Văn Hùng", Role::Agent, Some((Provider::ThreeC, "5002")), Some(SALES)),
    ("ha@alo.demo", "Lê Thu Hà", Role::Agent, Some((Provider::Stringee, "agent_ha")), Some(CARE)),
    ("minh@alo.demo", "Đỗ Quang Minh", Role::Agent, Some((Provider::Stringee, "agent_minh")), Some(SALES)),
];

/// What leads where, and what it is called.
const DIRECTORY: [(EntryKind, &str, &str); 2] =
    [(EntryKind::Queue, "cskh", "Chăm sóc khách hàng"), (EntryKind::Seat, "5003", "Lễ tân")];

const CUSTOMERS: usize = 300;
const SEED: u64 = 2026;

/// A member whom the sign-in page of a demonstration names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// Signs in with this.
    pub email: String,
    /// Full name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// The seat at the telephone provider, if any.
    pub seat: Option<String>,
}

/// Members of the demonstration who still have its password: its sign-in page names them, and an installation in
/// production must have none. Asked before anybody is signed in.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn accounts(b: &Backend) -> Result<Vec<DemoAccount>, Problem> {
    let rows = db::staff::demo(b.read().await?.on()).await?;
    Ok(rows.into_iter().map(account).collect())
}

fn account(row: db::staff::Row) -> DemoAccount {
    let role = row.role();
    DemoAccount { email: row.email, name: row.name, role, seat: row.seat }
}

/// Fills an empty database; one that has the demonstration's admin is left as it is. With a sandbox, its
/// accounts become the installation's.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn fill(b: &Backend, sandbox: Option<&Sandbox>) -> Result<(), Problem> {
    if let Some(sandbox) = sandbox {
        sandbox::install(b, sandbox).await?;
    }
    if db::staff::by_email(b.read().await?.on(), MEMBERS[0].0).await?.is_some() {
        return Ok(());
    }
    let members = hire(b).await?;
    if let Some(admin) = members.first() {
        write_directory(b, admin).await?;
    }
    let people = invent(b, &members);
    let mut tx = b.write().await?;
    store(&mut tx, &people, &|| b.new_id()).await?;
    tx.commit().await?;
    if let Some(admin) = members.first() {
        fields::fill(b, admin, &people).await?;
    }
    let agents: Vec<Actor> = members.into_iter().filter(|member| member.role == Role::Agent).collect();
    talk::notes(b, &agents, &people).await?;
    deals::fill(b, &agents, &people).await?;
    let told = talk::calls(b, &agents, &people).await?;
    after::wrap_up(b, &told).await
}

async fn hire(b: &Backend) -> Result<Vec<Actor>, Problem> {
    let password_hash = passwords::hash(b, PASSWORD).await?;
    let mut members = Vec::new();
    let mut tx = b.write().await?;
    let teams = found(b, &mut tx).await?;
    for (email, name, role, seat, team) in MEMBERS {
        let id = StaffId::new(b.new_id());
        let draft = MemberDraft {
            name: name.to_owned(),
            email: email.to_owned(),
            role,
            provider: seat.map(|(provider, _)| provider).unwrap_or_default(),
            seat: seat.map(|(_, seat)| seat.to_owned()),
            team: teams.iter().find(|(_, name)| team == Some(*name)).map(|(id, _)| id.clone()),
            leads: Vec::new(),
            active: true,
        };
        let new = New { id: &id, draft: &draft, password_hash: &password_hash, demo: true, at: b.now() };
        db::staff::insert(tx.on(), &new).await?;
        for (team, _) in teams.iter().filter(|_| role == Role::Manager) {
            db::teams::lead(tx.on(), &id, team).await?;
        }
        members.push(crate::rights::actor(b, id, role));
    }
    tx.commit().await?;
    Ok(members)
}

/// What the pretend company has and cannot list.
async fn write_directory(b: &Backend, admin: &Actor) -> Result<(), Problem> {
    for (kind, address, name) in DIRECTORY {
        let form = EntryForm { kind, address: address.to_owned(), name: name.to_owned() };
        directory::add(b, admin, Provider::ThreeC, &form).await?;
    }
    Ok(())
}

/// Makes the teams.
async fn found(b: &Backend, tx: &mut Tx) -> Result<Vec<(TeamId, &'static str)>, Problem> {
    let mut teams = Vec::new();
    for name in TEAMS {
        let id = TeamId::new(b.new_id());
        db::teams::insert(tx.on(), &id, name, b.now()).await?;
        teams.push((id, name));
    }
    Ok(teams)
}

fn invent(b: &Backend, members: &[Actor]) -> Vec<Made> {
    let owners: Vec<StaffId> = members.iter().filter(|m| m.role != Role::Admin).map(|m| m.id.clone()).collect();
    let new_id = || b.new_id();
    let mut inventor = Inventor { chance: Chance::new(SEED), new_id: &new_id, owners: &owners, now: b.now() };
    let mut people: Vec<Made> = Vec::new();
    while people.len() < CUSTOMERS {
        let mut one = inventor.customer();
        // A family or an office: a number of the one before.
        let shared = people.last().filter(|_| people.len() % 20 == 7).and_then(|before| before.phones.first());
        if let Some(phone) = shared.and_then(|phone| inventor.phone(phone.raw.clone(), false)) {
            one.phones.push(phone);
        }
        if people.len() % 9 == 4 {
            one.note = Some(inventor.chance.pick(&talk::REMARKS).to_owned());
        }
        people.push(one);
    }
    people
}
