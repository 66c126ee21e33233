//! What the demonstration's members said of their calls afterwards, and what they have to do next.

use crate::Backend;
use crate::db::tasks::New;
use crate::db::{self, Tx};
use crate::made_up::Chance;
use domain::access::Actor;
use domain::ids::{CallId, CustomerId, DispositionId, TaskId};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::tasks::{Reminder, TaskDraft, TaskKind};
use domain::times::{DAY, HOUR, MINUTE};

/// What calls can come to: where they talked, then where they did not.
const DISPOSITIONS: [&str; 8] = [
    "Chốt đơn",
    "Hẹn gọi lại",
    "Đang cân nhắc",
    "Không có nhu cầu",
    "Khiếu nại",
    "Sai số",
    "Không nghe máy",
    "Máy bận",
];
/// How many of them are said of calls in which they talked.
const TALKED: usize = 6;

/// What each member has to do: of which kind, in how many days, and at which hour.
const TASKS: [(&str, TaskKind, i64, i64); 5] = [
    ("Gửi báo giá", TaskKind::Task, -1, 15),
    ("Gọi lại xác nhận đơn hàng", TaskKind::CallBack, 0, 17),
    ("Nhắc khách thanh toán", TaskKind::CallBack, 1, 9),
    ("Gửi hợp đồng cho khách ký", TaskKind::Task, 3, 10),
    ("Hỏi thăm sau khi nhận hàng", TaskKind::CallBack, 7, 14),
];

/// A call of the past, and whose it was.
pub(super) struct Told {
    pub(super) call: CallId,
    pub(super) agent: Actor,
}

/// Every call is written up, though not of each is said what it came to; some have left something to do.
pub(super) async fn wrap_up(b: &Backend, told: &[Told]) -> Result<(), Problem> {
    let mut chance = Chance::new(3);
    let mut tx = b.write().await?;
    let choices = define(b, &mut tx).await?;
    for (n, one) in told.iter().enumerate() {
        let Some(row) = db::calls::by_id(tx.on(), &one.call).await? else { continue };
        let customer = row.customer_id.clone();
        let talked = row.line()?.talk_ms > 0;
        let fitting = if talked { &choices[..TALKED] } else { &choices[TALKED..] };
        say(&mut tx, &one.call, chance.one(fitting).filter(|_| n % 9 != 4)).await?;
        let planned = told[..n].iter().filter(|before| before.agent == one.agent).count();
        if let Some(task) = TASKS.get(planned) {
            plan(b, &mut tx, one, customer.as_deref(), task).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn define(b: &Backend, tx: &mut Tx) -> Result<Vec<DispositionId>, Problem> {
    let mut choices = Vec::new();
    for name in DISPOSITIONS {
        let id = DispositionId::new(b.new_id());
        db::dispositions::insert(tx.on(), &id, name, b.now()).await?;
        choices.push(id);
    }
    Ok(choices)
}

/// Finishes a call's wrap-up within a minute, if there was anything to say.
async fn say(tx: &mut Tx, call: &CallId, choice: Option<&DispositionId>) -> Result<(), Problem> {
    let Some(wrap_up) = db::wrap_ups::of_call(tx.on(), call).await? else { return Ok(()) };
    db::wrap_ups::set_disposition(tx.on(), call, choice).await?;
    Ok(db::wrap_ups::finish(tx.on(), call, wrap_up.started_at.plus(MINUTE)).await?)
}

async fn plan(
    b: &Backend,
    tx: &mut Tx,
    told: &Told,
    customer: Option<&str>,
    (title, kind, days, hour): &(&str, TaskKind, i64, i64),
) -> Result<(), Problem> {
    let due_at = b.now().day_start().plus(days * DAY + hour * HOUR);
    // Nothing rings in a demonstration that nobody has looked at yet.
    let reminder = Reminder::Never;
    let draft = TaskDraft { title: (*title).to_owned(), note: String::new(), due_at, kind: *kind, reminder };
    let subject = customer.map(|id| Subject::Customer(CustomerId::new(id)));
    let (id, at) = (TaskId::new(b.new_id()), b.now().plus(-DAY));
    let new =
        New { id: &id, draft: &draft, owner: &told.agent.id, subject: subject.as_ref(), call: Some(&told.call), at };
    db::tasks::insert(tx.on(), &new).await?;
    Ok(())
}
