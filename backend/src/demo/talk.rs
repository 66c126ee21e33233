//! What was said and written in the demonstration's past.

use super::after::Told;
use crate::made_up::{Chance, Made};
use crate::{Backend, calls, db};
use domain::access::Actor;
use domain::calls::{Fact, Failure, Reported, What};
use domain::ids::{CallId, FactId, NoteId, SourceId};
use domain::problem::Problem;
use domain::times::Millis;

/// What everybody should know of a customer.
pub(super) const REMARKS: [&str; 5] = [
    "Khách hàng thân thiết, ưu tiên giao trong ngày.",
    "Chỉ gọi sau 17 giờ.",
    "Thanh toán chuyển khoản, cần xuất hóa đơn VAT.",
    "Đã đổi địa chỉ nhận hàng.",
    "Hay hỏi về chương trình khuyến mãi.",
];

const NOTES: [&str; 6] = [
    "Đã tư vấn gói cơ bản, khách hẹn trả lời tuần sau.",
    "Khách hỏi bảng giá, đã gửi qua email.",
    "Giao hàng chậm một ngày, đã xin lỗi và tặng mã giảm giá.",
    "Khách muốn gặp trực tiếp tại văn phòng.",
    "Đã ký hợp đồng, chuyển kế toán xuất hóa đơn.",
    "Gọi lại sau Tết.",
];

const HOUR: i64 = 3_600_000;
/// How many calls there were.
const CALLS: u64 = 120;

/// Notes on every third customer.
pub(super) async fn notes(b: &Backend, agents: &[Actor], people: &[Made]) -> Result<(), Problem> {
    let mut chance = Chance::new(1);
    let mut tx = b.write().await?;
    for one in people.iter().step_by(3) {
        let Some(author) = chance.one(agents) else { continue };
        let at = b.now().plus(-HOUR * ago(&mut chance, 24 * 40));
        let id = NoteId::new(b.new_id());
        db::notes::insert(tx.on(), &id, &one.id, &author.id, chance.pick(&NOTES), at).await?;
        db::customers::touch(tx.on(), &one.id, at).await?;
    }
    Ok(tx.commit().await?)
}

/// Calls that are over, told as a browser would tell them.
pub(super) async fn calls(b: &Backend, agents: &[Actor], people: &[Made]) -> Result<Vec<Told>, Problem> {
    let mut chance = Chance::new(2);
    let mut told = Vec::new();
    for n in 0..CALLS {
        let Some(agent) = chance.one(agents) else { continue };
        let raw = chance.one(people).and_then(|one| one.phones.first()).map(|phone| phone.number.national());
        // Now and then somebody calls who is not known yet.
        let number = raw.filter(|_| n % 10 != 3).unwrap_or_else(|| format!("09{:08}", 77_000_000 + n));
        let at = b.now().plus(-HOUR * ago(&mut chance, 24 * 30) - i64::try_from(n).unwrap_or(0) * 1_000);
        let call = CallId::new(b.new_id());
        let facts = facts(&mut chance, &call, number, at);
        calls::report(b, agent, &[Reported { call: call.clone(), facts }]).await?;
        told.push(Told { call, agent: agent.clone() });
    }
    Ok(told)
}

/// From one to so many hours.
fn ago(chance: &mut Chance, hours: u64) -> i64 {
    i64::try_from(1 + chance.below(hours)).unwrap_or(1)
}

fn facts(chance: &mut Chance, call: &CallId, number: String, at: Millis) -> Vec<Fact> {
    let rang = 3_000 + i64::try_from(chance.below(15_000)).unwrap_or(0);
    let talked = 20_000 + i64::try_from(chance.below(400_000)).unwrap_or(0);
    let offered = What::Offered { number: number.clone(), hotline: Some("19001000".to_owned()), queue: None };
    let wished = What::DialWished { number };
    let course: Vec<(i64, What)> = match chance.below(8) {
        0 | 1 => vec![(0, offered), (rang, What::AgentAnswered), (rang + talked, What::Ended)],
        2 => vec![(0, offered), (25_000, What::Ended)],
        3 => vec![(0, offered), (rang, What::RejectWished), (rang + 200, What::Ended)],
        4 => vec![
            (0, wished),
            (300, What::DialTaken),
            (2_000, What::Failed { reason: Failure::Busy }),
            (2_100, What::Ended),
        ],
        5 => vec![
            (0, wished),
            (300, What::DialTaken),
            (2_000, What::CustomerRinging),
            (40_000, What::Failed { reason: Failure::NoAnswer }),
        ],
        _ => vec![
            (0, wished),
            (300, What::DialTaken),
            (2_000, What::CustomerRinging),
            (2_000 + rang, What::CustomerAnswered),
            (2_000 + rang + talked, What::Ended),
        ],
    };
    let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
        id: FactId::new(format!("{call}-{n}")),
        source: SourceId::new("demo"),
        at: at.plus(after),
        what,
    };
    course.into_iter().enumerate().map(fact).collect()
}
