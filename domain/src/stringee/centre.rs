//! What the contact centre's REST services answer.

mod listing;
mod requests;
mod rows;
mod sounds;
mod words;

pub use listing::Listing;
pub use requests::{Method, Request, made_id, request};
pub use sounds::{sound_files, uploaded};
pub use words::{USUAL_VOICE, VOICES};

use crate::calls::Failure;
use crate::reach::{Doing, TelephoneState};
use crate::telephone::TelephoneProblem;
use crate::times::Millis;
use serde_json::Value;

/// What members choose to let calls come, and what they choose not to.
const AVAILABLE: &str = "AVAILABLE";
const NOT_AVAILABLE: &str = "NOT AVAILABLE";

/// Why the contact centre did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its code.
    pub r: i64,
    /// Its words: some services write them as `message`, others as `msg`.
    pub said: String,
}

/// A seat as the contact centre has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// The row's id, by which it is changed.
    pub id: String,
    /// What is known of its telephone.
    pub telephone: TelephoneState,
}

/// What an answer means; refused where the code in it is not 0.
///
/// # Errors
/// What keeps the service from being asked at all.
pub fn centre_answer(status: u16, body: &str) -> Result<Result<Value, Refusal>, TelephoneProblem> {
    match status {
        200..=299 => {}
        401 | 403 => return Err(TelephoneProblem::KeyRefused),
        429 => return Err(TelephoneProblem::TooManyRequests),
        500..=599 => return Err(TelephoneProblem::ProviderError),
        // Some refusals come as what they are.
        400..=499 => {}
        _ => return Err(TelephoneProblem::Unintelligible),
    }
    let answer: Value = serde_json::from_str(body).map_err(|_| TelephoneProblem::Unintelligible)?;
    match whole(answer.get("r")) {
        Some(0) if status < 300 => Ok(Ok(answer)),
        Some(0) => Err(TelephoneProblem::Unintelligible),
        Some(r) => {
            let said = text(answer.get("msg")).or_else(|| text(answer.get("message"))).unwrap_or_default();
            Ok(Err(Refusal { r, said }))
        }
        None => Err(TelephoneProblem::Unintelligible),
    }
}

/// Why a question was not answered: the key, the project, or a fault of the service.
pub const fn question_problem(refusal: &Refusal) -> TelephoneProblem {
    match refusal.r {
        5..=7 => TelephoneProblem::KeyRefused,
        8 => TelephoneProblem::DomainUnknown,
        _ => TelephoneProblem::ProviderError,
    }
}

/// A page of the rows of a list, and how many pages of it there are.
///
/// # Errors
/// [`TelephoneProblem::Unintelligible`] where there is no list of this name.
pub fn list_page(answer: &Value, list: &str) -> Result<(Vec<Value>, i64), TelephoneProblem> {
    let data = answer.get("data").ok_or(TelephoneProblem::Unintelligible)?;
    let rows = data.get(list).and_then(Value::as_array).ok_or(TelephoneProblem::Unintelligible)?;
    Ok((rows.clone(), whole(data.get("totalPages")).unwrap_or(1)))
}

/// Yes and no come as flags, numbers and text.
pub(super) fn is_yes(value: &Value) -> bool {
    whole(Some(value)) == Some(1) || value.as_str() == Some("true")
}

/// The word for letting calls come, or no longer.
pub const fn manual_status(available: bool) -> &'static str {
    if available { AVAILABLE } else { NOT_AVAILABLE }
}

/// A seat in a list of agents; `None` where it is not in it.
pub fn seat_row(answer: &Value, seat: &str, asked_at: Millis) -> Option<SeatRow> {
    let agents = answer.get("data")?.get("agents")?.as_array()?;
    let row = agents.iter().find(|row| text(row.get("stringee_user_id")).as_deref() == Some(seat))?;
    Some(SeatRow { id: text(row.get("id"))?, telephone: telephone(row, asked_at) })
}

/// Every seat of these rows, each beside its name.
pub fn seat_rows(rows: &[Value], asked_at: Millis) -> Vec<(String, SeatRow)> {
    let seat = |row: &Value| {
        let named = SeatRow { id: text(row.get("id"))?, telephone: telephone(row, asked_at) };
        Some((text(row.get("stringee_user_id"))?, named))
    };
    rows.iter().filter_map(seat).collect()
}

fn telephone(row: &Value, asked_at: Millis) -> TelephoneState {
    TelephoneState {
        doing: match whole(row.get("system_status")) {
            Some(0) => Doing::InCall,
            Some(2) => Doing::AfterCall,
            _ => Doing::Free,
        },
        available: text(row.get("manual_status")).is_some_and(|word| word.eq_ignore_ascii_case(AVAILABLE)),
        rings_at: words::rings_at(whole(row.get("routing_type"))),
        phone_number: text(row.get("phone_number")),
        online: whole(row.get("online_status")).map(|online| online != 0),
        asked_at,
    }
}

/// The user names of SIP telephones in a list of them.
pub fn phone_names(answer: &Value) -> Vec<String> {
    let rows = answer.get("data").and_then(|data| data.get("rows")).and_then(Value::as_array);
    let name = |row: &Value| text(row.get("user_name").or_else(|| row.get("username")));
    rows.map(|rows| rows.iter().filter_map(name).collect()).unwrap_or_default()
}

/// Id and name of a queue in a list of them; `None` for a row without an id.
pub fn queue(row: &Value) -> Option<(String, String)> {
    let id = text(row.get("id"))?;
    let name = text(row.get("name")).unwrap_or_else(|| id.clone());
    Some((id, name))
}

/// Why the member was not called first for a call out.
pub fn call_first_failure(refusal: &Refusal) -> Failure {
    let said = refusal.said.to_uppercase();
    let has = |word: &str| said.contains(word);
    match () {
        () if has("AGENT_NOT_FOUND") || has("ANOTHER_CALL") => Failure::MemberBusy,
        () if has("FROM_NUMBER") || has("NUMBER NOT FOUND") => Failure::HotlineRefused,
        () if has("NOT_ENOUGH_MONEY") => Failure::Unpaid,
        () if has("NOT_ALLOW") => Failure::NotPermitted,
        () if has("TO_NUMBER") => Failure::NumberInvalid,
        () if refusal.said.is_empty() => Failure::Other { code: refusal.r.to_string() },
        () => Failure::Other { code: refusal.said.clone() },
    }
}

/// Whatever is written as text or number; `None` for nothing at all.
fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Numbers come as text too, and flags as numbers or flags.
fn whole(value: Option<&Value>) -> Option<i64> {
    match value? {
        Value::Bool(flag) => Some(i64::from(*flag)),
        other => text(Some(other))?.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Refusal, call_first_failure, centre_answer, is_yes, list_page, phone_names, question_problem, seat_row,
    };
    use crate::calls::Failure;
    use crate::reach::{Doing, RingsAt};
    use crate::telephone::TelephoneProblem;
    use crate::times::Millis;
    use serde_json::json;

    #[test]
    fn both_spellings_of_a_refusal_are_understood() {
        for word in ["msg", "message"] {
            let body = json!({"r": "2", word: "Number existed"}).to_string();
            assert_eq!(centre_answer(200, &body), Ok(Err(Refusal { r: 2, said: "Number existed".into() })));
        }
        assert_eq!(centre_answer(200, "{}"), Err(TelephoneProblem::Unintelligible));
        assert_eq!(centre_answer(200, "<html>"), Err(TelephoneProblem::Unintelligible));
        assert_eq!(centre_answer(403, "{\"r\":5}"), Err(TelephoneProblem::KeyRefused));
        let refused = Refusal { r: 1, said: "Could not decode POST data".into() };
        assert_eq!(centre_answer(400, r#"{"r":1,"message":"Could not decode POST data"}"#), Ok(Err(refused)));
        assert_eq!(centre_answer(404, r#"{"r":0}"#), Err(TelephoneProblem::Unintelligible));
        assert_eq!(centre_answer(404, "not found"), Err(TelephoneProblem::Unintelligible));
        assert_eq!(centre_answer(429, ""), Err(TelephoneProblem::TooManyRequests));
        assert!(matches!(centre_answer(200, r#"{"r":0,"data":{}}"#), Ok(Ok(_))));
    }

    #[test]
    fn a_refused_question_names_the_key_or_the_project() {
        let why = |r: i64| question_problem(&Refusal { r, said: String::new() });
        assert_eq!(
            (why(6), why(8), why(1)),
            (TelephoneProblem::KeyRefused, TelephoneProblem::DomainUnknown, TelephoneProblem::ProviderError)
        );
    }

    #[test]
    fn counts_and_yes_come_in_several_forms() {
        let list = json!({"data": {"totalPages": "3", "agents": [{"id": "a"}]}});
        assert_eq!(list_page(&list, "agents"), Ok((vec![json!({"id": "a"})], 3)));
        assert_eq!(list_page(&json!({"data": {}}), "agents"), Err(TelephoneProblem::Unintelligible));
        assert!([json!(1), json!(true), json!("1"), json!("true")].iter().all(is_yes));
        assert!(![json!(0), json!(false), json!("0"), json!(null)].iter().any(is_yes));
    }

    #[test]
    fn a_seat_is_found_among_others_however_its_numbers_are_written() {
        let other = json!({"id": "AG_1", "stringee_user_id": "agent_minh"});
        let ha = json!({"id": "AG_2", "stringee_user_id": "agent_ha", "manual_status": "AVAILABLE",
            "system_status": "2", "routing_type": 2, "phone_number": "84909982888", "online_status": 0});
        let answer = json!({"r": 0, "data": {"totalAgents": "2", "agents": [other, ha]}});
        let row = seat_row(&answer, "agent_ha", Millis(7)).unwrap();
        assert_eq!((row.id.as_str(), row.telephone.doing), ("AG_2", Doing::AfterCall));
        assert_eq!((row.telephone.rings_at, row.telephone.online), (RingsAt::Number, Some(false)));
        assert!(row.telephone.available);
        let bare = seat_row(&answer, "agent_minh", Millis(7)).unwrap().telephone;
        assert_eq!((bare.available, bare.online, bare.doing), (false, None, Doing::Free));
        assert_eq!(seat_row(&answer, "agent_lan", Millis(7)), None);
    }

    #[test]
    fn telephones_are_listed_by_their_names() {
        let rows = json!([{"user_name": "1_agent_ha"}, {"username": "1_agent_minh"}, {"extension": 1}]);
        assert_eq!(phone_names(&json!({"r": 0, "data": {"rows": rows}})), ["1_agent_ha", "1_agent_minh"]);
        assert_eq!(phone_names(&json!({"r": 0})), Vec::<String>::new());
    }

    #[test]
    fn a_refused_call_says_why() {
        let why = |said: &str| call_first_failure(&Refusal { r: 1, said: said.into() });
        assert_eq!(why("AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL"), Failure::MemberBusy);
        assert_eq!(why("FROM_NUMBER_NOT_FOUND"), Failure::HotlineRefused);
        assert_eq!(why("something else"), Failure::Other { code: "something else".into() });
        assert_eq!(why(""), Failure::Other { code: "1".into() });
    }
}
