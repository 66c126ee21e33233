//! Whom a call can be passed on to, as it is searched.

use domain::calls::{Colleague, TransferTarget};
use domain::directory::{Choice, Directory, NamedQueue, Ways};

const ALL: Ways = Ways { queues: true, numbers: true };

fn one(seat: &str, name: &str) -> Colleague {
    Colleague { seat: seat.into(), name: name.into() }
}

fn directory() -> Directory {
    Directory {
        seats: vec![one("5001", "Nguyễn Thị Lan"), one("5002", "Phạm Văn Hùng")],
        queues: vec![NamedQueue { id: "cskh".into(), name: "Chăm sóc khách hàng".into() }],
    }
}

fn shown(choices: &[Choice]) -> Vec<String> {
    let to = |to: &TransferTarget| match to {
        TransferTarget::Seat(seat) => format!("seat {seat}"),
        TransferTarget::Queue(queue) => format!("queue {queue}"),
        TransferTarget::Number(number) => format!("number {number}"),
    };
    choices.iter().map(|one| one.name.clone().unwrap_or_else(|| to(&one.to))).collect()
}

fn found(text: &str, ways: Ways) -> Vec<String> {
    shown(&directory().choices(text, &[], ways))
}

#[test]
fn everybody_is_offered_before_anything_is_typed() {
    assert_eq!(found("", ALL), ["Nguyễn Thị Lan", "Phạm Văn Hùng", "Chăm sóc khách hàng"]);
    assert_eq!(found(" ", Ways { queues: false, ..ALL }), ["Nguyễn Thị Lan", "Phạm Văn Hùng"]);
}

#[test]
fn names_are_found_without_accents_and_seats_by_their_digits() {
    assert_eq!(found("hung pham", ALL), ["Phạm Văn Hùng"]);
    assert_eq!(found("CSKH", ALL)[0], "Chăm sóc khách hàng");
    assert_eq!(found("5002", Ways { queues: false, numbers: false }), ["Phạm Văn Hùng"]);
}

#[test]
fn what_nobody_has_written_down_can_be_typed() {
    assert_eq!(found("5900", Ways { queues: true, numbers: false }), ["seat 5900", "queue 5900"]);
    assert_eq!(found("0901 234 567", ALL), ["number 0901234567"]);
    assert_eq!(found("0901234567", ALL), ["number 0901234567", "seat 0901234567", "queue 0901234567"]);
    assert_eq!(found("không có ai", ALL), Vec::<String>::new());
}

#[test]
fn who_is_listed_is_not_offered_twice_when_typed() {
    assert_eq!(found("5001", Ways { queues: true, numbers: false }), ["Nguyễn Thị Lan", "queue 5001"]);
}

#[test]
fn who_can_be_rung_is_marked_and_whom_only_the_provider_knows_is_added() {
    let online = [one("5002", "hung"), one("5009", "Kho")];
    let choices = directory().choices("", &online, Ways { queues: false, numbers: false });
    assert_eq!(shown(&choices), ["Nguyễn Thị Lan", "Phạm Văn Hùng", "Kho"]);
    assert_eq!(choices.iter().map(|one| one.online).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn a_target_has_its_name_when_it_is_in_the_directory() {
    let name = |to| directory().name_of(&to).map(str::to_owned);
    assert_eq!(name(TransferTarget::Queue("cskh".into())).as_deref(), Some("Chăm sóc khách hàng"));
    assert_eq!(name(TransferTarget::Seat("5001".into())).as_deref(), Some("Nguyễn Thị Lan"));
    assert_eq!(name(TransferTarget::Seat("9".into())), None);
}
