//! What was said and written in the demonstration's past.

use super::after::Told;
use crate::made_up::{Chance, Made};
use crate::{Backend, calls, db};
use domain::access::Actor;
use domain::calls::{Fact, Failure, Reported, What};
use domain::ids::{CallId, FactId, NoteId, SourceId};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::{DAY, HOUR, MINUTE, Millis, Weekday, weekday};

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

/// How many calls there were, calls back not counted.
const CALLS: u64 = 360;
/// Hours in which customers call and are called, the busy ones more often.
const BUSY: [i64; 20] = [8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 14, 15, 15, 16, 16, 17];

/// Notes on every third customer.
pub(super) async fn notes(b: &Backend, agents: &[Actor], people: &[Made]) -> Result<(), Problem> {
    let mut chance = Chance::new(1);
    let mut tx = b.write().await?;
    for one in people.iter().step_by(3) {
        let Some(author) = chance.one(agents) else { continue };
        let at = b.now().plus(-HOUR * ago(&mut chance, 24 * 40));
        let id = NoteId::new(b.new_id());
        let about = Subject::Customer(one.id.clone());
        db::notes::insert(tx.on(), &id, &about, &author.id, chance.pick(&NOTES), at).await?;
        db::customers::touch(tx.on(), &one.id, at).await?;
    }
    Ok(tx.commit().await?)
}

/// Calls that are over, told as a browser would tell them. Who was missed is called back, but for some of those of the
/// last days.
pub(super) async fn calls(b: &Backend, agents: &[Actor], people: &[Made]) -> Result<Vec<Told>, Problem> {
    let mut chance = Chance::new(2);
    let mut told = Vec::new();
    for n in 0..CALLS {
        let Some(agent) = chance.one(agents) else { continue };
        let raw = chance.one(people).and_then(|one| one.phones.first()).map(|phone| phone.number.national());
        // Now and then somebody calls who is not known yet.
        let number = raw.filter(|_| n % 10 != 3).unwrap_or_else(|| format!("09{:08}", 77_000_000 + n));
        let at = moment(&mut chance, n, b.now());
        let course = course(&mut chance, &number);
        let missed = matches!(course.first(), Some((_, What::Offered { .. })))
            && !course.iter().any(|(_, what)| *what == What::AgentAnswered);
        told.push(tell(b, agent, at, course).await?);
        let back = at.plus(MINUTE * (3 + minutes(&mut chance, 80)));
        let is_long_ago = b.now().since(at) > 2 * DAY;
        if let Some(agent) = chance.one(agents).filter(|_| missed && back < b.now() && (is_long_ago || n % 3 == 0)) {
            let course = reached(&mut chance, What::DialWished { number });
            told.push(tell(b, agent, back, course).await?);
        }
    }
    Ok(told)
}

async fn tell(b: &Backend, agent: &Actor, at: Millis, course: Course) -> Result<Told, Problem> {
    let call = CallId::new(b.new_id());
    let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
        id: FactId::new(format!("{call}-{n}")),
        source: SourceId::new("demo"),
        at: at.plus(after),
        what,
    };
    let facts = course.into_iter().enumerate().map(fact).collect();
    calls::report(b, agent, &[Reported { call: call.clone(), facts }]).await?;
    Ok(Told { call, agent: agent.clone() })
}

/// When the call was: each eighth in the last hours, the others in the working hours of thirty days, most of them in
/// the middle of the morning and of the afternoon.
fn moment(chance: &mut Chance, n: u64, now: Millis) -> Millis {
    if n.is_multiple_of(8) {
        return now.plus(-MINUTE * (10 + minutes(chance, 360)));
    }
    let day = now.plus(-DAY * ago(chance, 29)).day_start();
    let day = if weekday(day) == Weekday::Sun { day.plus(-DAY) } else { day };
    let hour = chance.one(&BUSY).copied().unwrap_or(9);
    day.plus(HOUR * hour + MINUTE * minutes(chance, 60))
}

fn minutes(chance: &mut Chance, most: u64) -> i64 {
    i64::try_from(chance.below(most)).unwrap_or(0)
}

/// From one to so many hours.
fn ago(chance: &mut Chance, hours: u64) -> i64 {
    i64::try_from(1 + chance.below(hours)).unwrap_or(1)
}

/// What happened in a call: milliseconds after its beginning, and what.
type Course = Vec<(i64, What)>;

fn course(chance: &mut Chance, number: &str) -> Course {
    let number = number.to_owned();
    let rang = 3_000 + i64::try_from(chance.below(15_000)).unwrap_or(0);
    let offered = What::Offered { number: number.clone(), hotline: Some("19001000".to_owned()), queue: None };
    let wished = What::DialWished { number };
    match chance.below(12) {
        0..5 => {
            let talked = talked(chance);
            vec![(0, offered), (rang, What::AgentAnswered), (rang + talked, What::Ended)]
        }
        5 => vec![(0, offered), (25_000, What::Ended)],
        6 => vec![(0, offered), (rang, What::RejectWished), (rang + 200, What::Ended)],
        7 => vec![
            (0, wished),
            (300, What::DialTaken),
            (2_000, What::Failed { reason: Failure::Busy }),
            (2_100, What::Ended),
        ],
        8 => vec![
            (0, wished),
            (300, What::DialTaken),
            (2_000, What::CustomerRinging),
            (40_000, What::Failed { reason: Failure::NoAnswer }),
        ],
        _ => reached(chance, wished),
    }
}

/// A call out that was answered.
fn reached(chance: &mut Chance, wished: What) -> Course {
    let rang = 5_000 + i64::try_from(chance.below(15_000)).unwrap_or(0);
    let end = rang + talked(chance);
    vec![
        (0, wished),
        (300, What::DialTaken),
        (2_000, What::CustomerRinging),
        (rang, What::CustomerAnswered),
        (end, What::Ended),
    ]
}

/// Most calls are short, few are long.
fn talked(chance: &mut Chance) -> i64 {
    let most = 60_000 + chance.below(600_000);
    15_000 + i64::try_from(chance.below(most)).unwrap_or(0)
}
