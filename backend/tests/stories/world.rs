//! A backend with a clock that stands still, and people to act.

use crate::postgres;
use backend::calls::{Mend, Rederived, rederive};
use backend::surroundings::Surroundings;
use backend::{Backend, Settings};
use domain::access::{Actor, Role};
use domain::ids::{StaffId, TeamId};
use domain::rights::Rights;
use domain::staff::MemberForm;
use domain::teams::TeamForm;
use domain::telephone::Provider;
use domain::times::Millis;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tempfile::TempDir;

/// Everybody's password.
pub(crate) const PASSWORD: &str = "mật khẩu dài";

/// The clock, ids and chance of a story.
pub(crate) struct Held {
    now: AtomicI64,
    ids: AtomicU64,
    chance: AtomicU64,
}

impl Surroundings for Held {
    fn now(&self) -> Millis {
        Millis(self.now.load(Ordering::Relaxed))
    }

    fn new_id(&self) -> String {
        format!("01930000-0000-7000-8000-{:012}", self.ids.fetch_add(1, Ordering::Relaxed))
    }

    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self.chance.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *byte = next.to_le_bytes()[7];
        }
    }
}

/// Where a story takes place.
pub(crate) struct World {
    pub(crate) b: Backend,
    pub(crate) held: Arc<Held>,
    /// Where its database is.
    pub(crate) address: String,
    pub(crate) admin: Actor,
    pub(crate) manager: Actor,
    /// Another manager, who leads another team.
    pub(crate) other_manager: Actor,
    pub(crate) lan: Actor,
    pub(crate) minh: Actor,
    /// The team that the manager leads and both agents work in.
    pub(crate) team: TeamId,
    /// The other manager's team; nobody works in it.
    pub(crate) other_team: TeamId,
    _folder: TempDir,
}

impl World {
    /// With a file of its own.
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("story.db").display());
        Self::new(address, folder).await
    }

    /// With a database of its own on the tests' server.
    pub(crate) async fn on_postgres() -> Self {
        Self::new(postgres::database().await, tempfile::tempdir().unwrap()).await
    }

    /// The same installation, started again.
    pub(crate) async fn reopened(&self) -> Backend {
        self.opened(&self.address).await
    }

    /// An installation elsewhere, at this clock.
    pub(crate) async fn opened(&self, address: &str) -> Backend {
        open(address, &self.held).await
    }

    async fn new(address: String, folder: TempDir) -> Self {
        // What the backend logs is shown beside a failure.
        let _shown_already =
            tracing_subscriber::fmt().with_test_writer().with_max_level(tracing::Level::WARN).try_init();
        // 20 November 2026, 09:00 in Vietnam.
        let held = Held { now: AtomicI64::new(1_795_140_000_000), ids: AtomicU64::new(1), chance: AtomicU64::new(1) };
        let held = Arc::new(held);
        let b = open(&address, &held).await;
        let admin =
            backend::staff::install_admin(&b, &form("Quản Trị", "admin@alo.vn", Role::Admin, "")).await.unwrap();
        let admin = acting(admin.id, Role::Admin);
        let manager = hire(&b, &admin, &form("Vũ Hà", "ha@alo.vn", Role::Manager, "5000")).await;
        let other_manager = hire(&b, &admin, &form("Bùi Yến", "yen@alo.vn", Role::Manager, "")).await;
        let team = found(&b, &admin, "Miền Bắc", &manager).await;
        let other_team = found(&b, &admin, "Miền Nam", &other_manager).await;
        let mut agents = Vec::new();
        for (name, email, seat) in [("Trần Thị Lan", "lan@alo.vn", "5001"), ("Đỗ Minh", "minh@alo.vn", "5002")] {
            let form = MemberForm { team: Some(team.clone()), ..form(name, email, Role::Agent, seat) };
            agents.push(hire(&b, &admin, &form).await);
        }
        let [lan, minh] = agents.try_into().unwrap();
        Self { b, held, address, admin, manager, other_manager, lan, minh, team, other_team, _folder: folder }
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, millis: i64) {
        self.held.now.fetch_add(millis, Ordering::Relaxed);
    }

    /// So many calls there are, and each row is what its facts add up to.
    pub(crate) async fn rows_are_their_facts(&self, calls: u64) {
        assert_eq!(rederive(&self.b, Mend::No).await, Ok(Rederived { checked: calls, differing: 0 }));
    }

    /// Everybody who may act, widest first.
    pub(crate) fn roles(&self) -> [&Actor; 3] {
        [&self.admin, &self.manager, &self.lan]
    }
}

async fn open(address: &str, held: &Arc<Held>) -> Backend {
    let settings = Settings { surroundings: held.clone(), ..Settings::new(address, [7; 32]) };
    Backend::open(settings).await.unwrap()
}

pub(crate) async fn hire(b: &Backend, admin: &Actor, form: &MemberForm) -> Actor {
    let member = backend::staff::create(b, admin, form).await.unwrap();
    acting(member.id, member.role)
}

/// Somebody to act, as long as no admin has decided otherwise than is usual.
pub(crate) fn acting(id: StaffId, role: Role) -> Actor {
    Actor { id, role, rights: Rights::default().of(role) }
}

async fn found(b: &Backend, admin: &Actor, name: &str, lead: &Actor) -> TeamId {
    let form = TeamForm { name: name.into(), leads: vec![lead.id.clone()] };
    backend::teams::create(b, admin, &form).await.unwrap().id
}

/// A member's form with everybody's password.
pub(crate) fn form(name: &str, email: &str, role: Role, seat: &str) -> MemberForm {
    MemberForm {
        name: name.into(),
        email: email.into(),
        role,
        provider: Provider::default(),
        seat: seat.into(),
        team: None,
        leads: Vec::new(),
        active: true,
        password: Some(PASSWORD.into()),
    }
}

/// An id that nobody has.
pub(crate) fn nobody() -> StaffId {
    StaffId::new("01930000-0000-7000-8000-999999999999")
}
