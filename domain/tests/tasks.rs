//! Tasks: what their form takes, how urgent they are, and the times that are offered.
#![expect(clippy::unwrap_used, reason = "a test that fails by panicking")]

use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{StaffId, TaskId};
use domain::staff::StaffRef;
use domain::tasks::{QuickTime, Reminder, TITLE_MAX, Task, TaskForm, TaskKind, Urgency};
use domain::times::{self, HOUR, MINUTE, Millis};

/// Friday, 20 November 2026, in Vietnam.
fn friday(clock: &str) -> Millis {
    times::parse_field(&format!("2026-11-20T{clock}")).unwrap()
}

fn form(title: &str, due_at: &str) -> TaskForm {
    TaskForm {
        title: title.into(), note: " Gọi số di động ".into(), due_at: due_at.into(), ..TaskForm::default()
    }
}

#[test]
fn a_form_needs_a_title_and_a_time() {
    let draft = form(" Gửi báo giá ", "2026-11-21T09:00").parse(friday("14:05")).unwrap();
    assert_eq!((draft.title.as_str(), draft.note.as_str()), ("Gửi báo giá", "Gọi số di động"));
    assert_eq!(times::date_time(draft.due_at), "21/11/2026 09:00");
    let errors = form("", "").parse(friday("14:05")).unwrap_err();
    let required = |field| FieldError::new(field, FieldProblem::Required);
    assert_eq!(errors, [required(Field::Title), required(Field::DueAt)]);
    let long = form(&"x".repeat(TITLE_MAX + 1), "2026-11-21T09:00").parse(friday("14:05"));
    assert_eq!(long, Err(vec![FieldError::new(Field::Title, FieldProblem::TooLong { max: TITLE_MAX })]));
    for no_time in ["ngày mai", "2026-02-30T09:00", "2026-11-21", "9999-01-01T00:00", "0001-01-01T00:00"] {
        let refused = form("x", no_time).parse(friday("14:05"));
        assert_eq!(refused, Err(vec![FieldError::new(Field::DueAt, FieldProblem::NotATime)]), "{no_time}");
    }
    assert!(
        form("x", "2026-11-01T09:00").parse(friday("14:05")).is_ok(),
        "a time that has passed is overdue, not wrong"
    );
}

#[test]
fn a_field_holds_vietnams_time() {
    let at = friday("14:05");
    assert_eq!(times::field(at), "2026-11-20T14:05");
    assert_eq!(times::iso(at), "2026-11-20T14:05:00+07:00");
}

#[test]
fn urgency_changes_with_the_minute_and_the_day() {
    let lan = StaffRef { id: StaffId::new("s"), name: "Lan".into() };
    let task = |due_at| Task {
        id: TaskId::new("t"),
        kind: TaskKind::Task,
        title: "Gọi lại".into(),
        note: String::new(),
        due_at,
        reminder: Reminder::AtDue,
        remind_at: None,
        owner: lan.clone(),
        customer: None,
        company: None,
        deal: None,
        number: None,
        do_not_call: false,
        call: None,
        created_by: lan.clone(),
        created_at: Millis(0),
        done: None,
    };
    let urgency = |due_at| task(due_at).urgency(friday("14:05"));
    assert_eq!(urgency(friday("14:05")), Urgency::Overdue);
    assert_eq!(urgency(friday("14:06")), Urgency::Today);
    assert_eq!(urgency(friday("23:59")), Urgency::Today);
    assert_eq!(urgency(friday("23:59").plus(MINUTE)), Urgency::Later);
    assert_eq!(urgency(friday("00:00").plus(-MINUTE)), Urgency::Overdue);
}

#[test]
fn the_times_that_are_offered_lie_ahead_soonest_first() {
    let offered = |now: Millis| -> Vec<String> {
        QuickTime::offered(now).into_iter().map(|quick| times::date_time(quick.at(now))).collect()
    };
    assert_eq!(
        offered(friday("09:07")),
        ["20/11/2026 10:07", "20/11/2026 16:00", "21/11/2026 09:00", "23/11/2026 09:00"]
    );
    assert_eq!(offered(friday("15:30"))[..2], ["20/11/2026 16:00", "20/11/2026 16:30"]);
    assert_eq!(offered(friday("16:00")).len(), 3, "this afternoon has begun");
    let sunday = friday("09:00").plus(48 * HOUR);
    assert_eq!(offered(sunday)[2..], ["23/11/2026 09:00", "23/11/2026 09:00"], "tomorrow is next week's Monday");
}

#[test]
fn a_reminder_that_has_passed_comes_when_the_task_is_due() {
    let due = friday("14:00");
    let at = |reminder: Reminder, now: &str| reminder.at(due, friday(now)).map(times::clock);
    assert_eq!(at(Reminder::Never, "09:00"), None);
    assert_eq!(at(Reminder::AtDue, "09:00").as_deref(), Some("14:00"));
    assert_eq!(at(Reminder::TenMinutes, "09:00").as_deref(), Some("13:50"));
    assert_eq!(at(Reminder::Hour, "13:00").as_deref(), Some("14:00"), "an hour before is now");
    assert_eq!(at(Reminder::Day, "09:00").as_deref(), Some("14:00"), "a day before was yesterday");
    assert_eq!(at(Reminder::AtDue, "14:00"), None, "what is overdue is seen without a bell");
    for choice in Reminder::ALL {
        assert_eq!(Reminder::from_stored(choice.before()), Some(choice));
        assert_eq!(Reminder::from_word(choice.as_str()), Some(choice));
    }
    assert_eq!(Reminder::from_stored(Some(7)), None);
}
