//! A backend with a clock that stands still, and people to act.

use crate::postgres;
use backend::surroundings::Surroundings;
use backend::{Backend, Settings};
use domain::access::{Actor, Role};
use domain::ids::StaffId;
use domain::staff::MemberForm;
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
    pub(crate) admin: Actor,
    pub(crate) manager: Actor,
    pub(crate) lan: Actor,
    pub(crate) minh: Actor,
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

    async fn new(address: String, folder: TempDir) -> Self {
        // What the backend logs is shown beside a failure.
        let _shown_already =
            tracing_subscriber::fmt().with_test_writer().with_max_level(tracing::Level::WARN).try_init();
        // 20 November 2026, 09:00 in Vietnam.
        let held = Held { now: AtomicI64::new(1_795_140_000_000), ids: AtomicU64::new(1), chance: AtomicU64::new(1) };
        let held = Arc::new(held);
        let settings = Settings { surroundings: held.clone(), ..Settings::new(address, [7; 32]) };
        let b = Backend::open(settings).await.unwrap();
        let admin =
            backend::staff::install_admin(&b, &form("Quản Trị", "admin@alo.vn", Role::Admin, "")).await.unwrap();
        let admin = Actor { id: admin.id, role: Role::Admin };
        let manager = hire(&b, &admin, &form("Vũ Hà", "ha@alo.vn", Role::Manager, "5000")).await;
        let lan = hire(&b, &admin, &form("Trần Thị Lan", "lan@alo.vn", Role::Agent, "5001")).await;
        let minh = hire(&b, &admin, &form("Đỗ Minh", "minh@alo.vn", Role::Agent, "5002")).await;
        Self { b, held, admin, manager, lan, minh, _folder: folder }
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, millis: i64) {
        self.held.now.fetch_add(millis, Ordering::Relaxed);
    }

    /// Everybody who may act, widest first.
    pub(crate) fn roles(&self) -> [&Actor; 3] {
        [&self.admin, &self.manager, &self.lan]
    }
}

async fn hire(b: &Backend, admin: &Actor, form: &MemberForm) -> Actor {
    let member = backend::staff::create(b, admin, form).await.unwrap();
    Actor { id: member.id, role: member.role }
}

/// A member's form with everybody's password.
pub(crate) fn form(name: &str, email: &str, role: Role, seat: &str) -> MemberForm {
    MemberForm {
        name: name.into(),
        email: email.into(),
        role,
        seat: seat.into(),
        active: true,
        password: Some(PASSWORD.into()),
    }
}

/// An id that nobody has.
pub(crate) fn nobody() -> StaffId {
    StaffId::new("01930000-0000-7000-8000-999999999999")
}
