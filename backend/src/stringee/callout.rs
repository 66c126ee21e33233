//! Whether a call out may be made: the same rules as before a page dials, asked once more where no page can go round them.

use super::account::Account;
use super::hooks::{Asked, Outcome};
use crate::{Backend, db, dial_policy, rights};
use domain::dial_policy::DialRefusal;
use domain::ids::StaffId;
use domain::phone;
use domain::problem::Problem;
use domain::stringee::{Connected, Hook, connect, dialable, refuse};
use domain::telephone::{HotlineSettings, Provider};
use std::time::Duration;
use tokio::time::timeout;

/// The member waits for the first ring meanwhile.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) async fn answer(b: &Backend, account: &Account, asked: &Asked<'_>) -> Outcome {
    let told = |names: &[&str]| names.iter().find_map(|name| asked.query.get(*name)).filter(|text| !text.is_empty());
    let (Some(from), Some(to)) = (told(&["from", "fromNumber"]), told(&["to", "toNumber", "customerNumber"])) else {
        return Outcome::refused(400, "no number");
    };
    let seat = told(&["userId", "fromUserId", "request_from_user_id"]);
    let wish = Wish { from, to, seat: seat.map(String::as_str) };
    match timeout(PATIENCE, decide(b, &wish)).await {
        Ok(Ok(Ok(allowed))) => Outcome::done(allowed.actions(account, asked.site)),
        Ok(Ok(Err(refusal))) => Outcome::makeshift(refuse(), word(&refusal)),
        Ok(Err(_)) => Outcome::makeshift(refuse(), "unavailable"),
        Err(_) => Outcome::makeshift(refuse(), "slow"),
    }
}

/// A call that somebody wants to make.
struct Wish<'a> {
    from: &'a str,
    to: &'a str,
    seat: Option<&'a str>,
}

/// A call that may be made.
struct Allowed {
    hotline: HotlineSettings,
    to: String,
    to_colleague: bool,
}

impl Allowed {
    fn actions(&self, account: &Account, site: &str) -> serde_json::Value {
        let told_at = format!("{site}{}", Hook::Recordings.path(&account.path));
        let to = if self.to_colleague { Connected::Colleague(&self.to) } else { Connected::Customer(&self.to) };
        connect(&self.hotline.number, to, self.hotline.record.then_some(told_at.as_str()))
    }
}

async fn decide(b: &Backend, wish: &Wish<'_>) -> Result<Result<Allowed, DialRefusal>, Problem> {
    let mut read = b.read().await?;
    let hotlines = db::hotlines::list(read.on(), Provider::Stringee).await?;
    let from = dialable(wish.from);
    let hotline = hotlines.into_iter().find(|one| one.can_call_out && Some(&one.number) == from.as_ref());
    // The number is the one that is called out from, unless it is the member's seat.
    let seat = wish.seat.unwrap_or(wish.from);
    let member = match db::staff::at_seat(read.on(), Provider::Stringee, seat).await? {
        Some(id) => db::staff::by_id(read.on(), &id).await?.filter(|member| member.active),
        None => None,
    };
    let (Some(hotline), Some(member)) = (hotline, member) else { return Ok(Err(DialRefusal::NotOurs)) };
    let who = rights::actor(b, StaffId::new(member.id.clone()), member.role());
    if db::staff::at_seat(read.on(), Provider::Stringee, wish.to).await?.is_some() {
        return Ok(Ok(Allowed { hotline, to: wish.to.to_owned(), to_colleague: true }));
    }
    let allowed = match (phone::parse(wish.to), dialable(wish.to)) {
        (Ok(parsed), Some(digits)) => {
            let holders = db::customers::holders(read.on(), &parsed.number).await?;
            dial_policy::check(b, read.on(), &who, &parsed.number, &holders).await?.map(|()| digits)
        }
        _ => Err(DialRefusal::NotANumber),
    };
    drop(read);
    match allowed {
        Ok(to) => Ok(Ok(Allowed { hotline, to, to_colleague: false })),
        Err(refusal) => {
            dial_policy::tell_refusal(b, &who, wish.to, &refusal).await?;
            Ok(Err(refusal))
        }
    }
}

/// For the list of what came lately.
fn word(refusal: &DialRefusal) -> &'static str {
    match refusal {
        DialRefusal::Role => "refused: role",
        DialRefusal::NotOurs => "refused: not ours",
        DialRefusal::NotANumber => "refused: not a number",
        DialRefusal::Unwanted | DialRefusal::UnwantedAdvertising { .. } => "refused: do not call",
        DialRefusal::Hours { .. } => "refused: hours",
        DialRefusal::MembersCap { .. } => "refused: the member's cap",
        DialRefusal::NumbersCap { .. } => "refused: the number's cap",
        DialRefusal::Blocked { .. } => "refused: blocked",
        DialRefusal::International => "refused: international",
        DialRefusal::Unknown => "refused: unknown",
    }
}
