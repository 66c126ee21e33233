//! Whether a member can be given a call now, condition by condition: what routing goes by, and what explains to a member
//! why their telephone does not ring.

use crate::floor::Status;
use crate::times::{MINUTE, Millis};
use serde::{Deserialize, Serialize};

/// What the provider said of a telephone so long ago says nothing about now.
const STALE: i64 = 2 * MINUTE;

/// What the provider knows of a member's telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TelephoneState {
    /// What it does.
    pub doing: Doing,
    /// Whether the member lets calls come.
    pub available: bool,
    /// Where calls ring.
    pub rings_at: RingsAt,
    /// The member's own telephone number, digits with the country code.
    pub phone_number: Option<String>,
    /// Whether a page, an app or a SIP telephone of theirs is connected; `None` where the provider does not say.
    pub online: Option<bool>,
    /// When the provider said so.
    pub asked_at: Millis,
}

impl TelephoneState {
    /// Whether this is news to whoever knew what was `before`: it says something else, or what was known had grown old.
    pub fn is_news(&self, before: Option<&Self>) -> bool {
        before.is_none_or(|before| {
            let old = self.asked_at.since(before.asked_at) >= STALE;
            old || Self { asked_at: self.asked_at, ..before.clone() } != *self
        })
    }
}

/// What a telephone does, as its provider sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// It is in a call.
    InCall,
    /// Nothing.
    Free,
    /// Its member writes up the last call.
    AfterCall,
}

/// Where a member's calls ring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RingsAt {
    /// In the page or the app, and at the SIP telephone.
    #[default]
    Anywhere,
    /// At the member's own telephone number.
    Number,
    /// In the page or the app only.
    App,
    /// At the SIP telephone only.
    DeskPhone,
}

impl RingsAt {
    /// Every place, the usual one first.
    pub const ALL: [Self; 4] = [Self::Anywhere, Self::Number, Self::App, Self::DeskPhone];
}

/// What must be so for a call to ring at a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// They have a seat at the provider, and it knows the seat.
    Seat,
    /// They let calls come.
    Available,
    /// They are in no call.
    Free,
    /// They do not write up a call.
    NotAfterCall,
    /// A page, an app or a telephone of theirs is connected; or calls go to their own number, and it is known.
    Reachable,
}

impl Condition {
    /// Every one, in the order in which they are looked at.
    pub const ALL: [Self; 5] = [Self::Seat, Self::Available, Self::Free, Self::NotAfterCall, Self::Reachable];
}

/// A condition, and whether it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// Which.
    pub condition: Condition,
    /// Whether it is met; `None` where nobody knows, which stands in nobody's way.
    pub met: Option<bool>,
}

/// What is known of a member.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Whether they have a seat.
    pub has_seat: bool,
    /// What the provider last said; `None` where it never did, or does not know the seat.
    pub telephone: Option<&'a TelephoneState>,
    /// What they do, as our own pages tell; `None` where none was ever heard of.
    pub status: Option<Status>,
    /// Since when; `None` where none was ever heard of.
    pub since: Option<Millis>,
    /// Whether a page of theirs is connected to the provider.
    pub connected: bool,
    /// Now.
    pub now: Millis,
}

impl Known<'_> {
    /// Every condition.
    pub fn conditions(&self) -> Vec<Met> {
        Condition::ALL.into_iter().map(|condition| Met { condition, met: self.meets(condition) }).collect()
    }

    /// The first condition that is not met.
    pub fn unmet(&self) -> Option<Condition> {
        Condition::ALL.into_iter().find(|condition| self.meets(*condition) == Some(false))
    }

    /// Every condition, with what the provider said.
    pub fn reachability(&self) -> Reachability {
        Reachability { conditions: self.conditions(), telephone: self.telephone.cloned(), at: self.now }
    }

    /// Whether a call is kept from them by nothing but what the provider last said: asked anew, it may say something else.
    /// It does not tell by itself when the time after a call is over.
    pub fn is_kept_by_provider(&self) -> bool {
        let Some(telephone) = self.telephone else { return false };
        let at_best = TelephoneState { doing: Doing::Free, available: true, online: Some(true), ..telephone.clone() };
        self.unmet().is_some() && Known { telephone: Some(&at_best), ..*self }.unmet().is_none()
    }

    fn meets(&self, condition: Condition) -> Option<bool> {
        match condition {
            Condition::Seat => Some(self.has_seat),
            Condition::Available => self.telephone.map(|telephone| telephone.available),
            Condition::Free => Some(!self.is_in_call()),
            Condition::NotAfterCall => {
                Some(self.doing() != Some(Doing::AfterCall) && self.status != Some(Status::WrapUp))
            }
            Condition::Reachable => Some(self.is_reachable()),
        }
    }

    /// What the provider said a moment ago. What it said before our own pages told of something else is over: whoever has
    /// just ended a call would be passed over until it is asked again.
    fn doing(&self) -> Option<Doing> {
        let telephone = self.telephone.filter(|telephone| self.now.since(telephone.asked_at) < STALE)?;
        let is_over = self.since.is_some_and(|since| telephone.asked_at < since);
        (!is_over).then_some(telephone.doing)
    }

    /// A call that rings at them may be the very one that is asked about: that is the provider's to know.
    fn is_in_call(&self) -> bool {
        let talks = matches!(self.status, Some(Status::Talking | Status::OnHold | Status::Dialing));
        talks || self.doing() == Some(Doing::InCall)
    }

    fn is_reachable(&self) -> bool {
        let rings_at = self.telephone.map_or(RingsAt::default(), |telephone| telephone.rings_at);
        let online = self.telephone.and_then(|telephone| telephone.online).unwrap_or(false);
        match rings_at {
            RingsAt::Number => self.telephone.is_some_and(|telephone| telephone.phone_number.is_some()),
            RingsAt::DeskPhone => online,
            RingsAt::Anywhere | RingsAt::App => online || self.connected,
        }
    }
}

/// Why a member's telephone rings, or does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reachability {
    /// Condition by condition.
    pub conditions: Vec<Met>,
    /// What the provider last said.
    pub telephone: Option<TelephoneState>,
    /// When this was looked at.
    pub at: Millis,
}

impl Reachability {
    /// The conditions that are not met; where there are none, a call can be given to the member.
    pub fn unmet(&self) -> impl Iterator<Item = Condition> {
        self.conditions.iter().filter(|one| one.met == Some(false)).map(|one| one.condition)
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Doing, Known, RingsAt, TelephoneState};
    use crate::floor::Status;
    use crate::times::{MINUTE, Millis};

    const NOW: Millis = Millis(10 * MINUTE);

    fn telephone() -> TelephoneState {
        TelephoneState {
            doing: Doing::Free,
            available: true,
            rings_at: RingsAt::Anywhere,
            phone_number: None,
            online: Some(true),
            asked_at: NOW,
        }
    }

    fn unmet(telephone: Option<&TelephoneState>, status: Option<Status>) -> Option<Condition> {
        told_at(telephone, status.map(|status| (status, Millis(0))))
    }

    fn told_at(telephone: Option<&TelephoneState>, told: Option<(Status, Millis)>) -> Option<Condition> {
        let (status, since) = told.unzip();
        let connected = status == Some(Status::Ready);
        Known { has_seat: true, telephone, status, since, connected, now: NOW }.unmet()
    }

    #[test]
    fn each_condition_stands_in_the_way_by_itself() {
        assert_eq!(unmet(Some(&telephone()), None), None);
        let away = TelephoneState { available: false, ..telephone() };
        assert_eq!(unmet(Some(&away), None), Some(Condition::Available));
        let busy = TelephoneState { doing: Doing::InCall, ..telephone() };
        assert_eq!(unmet(Some(&busy), None), Some(Condition::Free));
        assert_eq!(unmet(Some(&telephone()), Some(Status::Talking)), Some(Condition::Free));
        let after = TelephoneState { doing: Doing::AfterCall, ..telephone() };
        assert_eq!(unmet(Some(&after), None), Some(Condition::NotAfterCall));
        assert_eq!(unmet(Some(&telephone()), Some(Status::WrapUp)), Some(Condition::NotAfterCall));
        let gone = TelephoneState { online: Some(false), ..telephone() };
        assert_eq!(unmet(Some(&gone), None), Some(Condition::Reachable));
        assert_eq!(unmet(Some(&gone), Some(Status::Ready)), None, "our own page is connected");
        let seatless = Known { has_seat: false, telephone: None, status: None, since: None, connected: true, now: NOW };
        assert_eq!(seatless.unmet(), Some(Condition::Seat));
    }

    #[test]
    fn calls_to_ones_own_number_need_the_number_and_no_page() {
        let numbered = |phone_number: Option<&str>| TelephoneState {
            rings_at: RingsAt::Number,
            online: Some(false),
            phone_number: phone_number.map(str::to_owned),
            ..telephone()
        };
        assert_eq!(unmet(Some(&numbered(Some("84909982888"))), None), None);
        assert_eq!(unmet(Some(&numbered(None)), Some(Status::Ready)), Some(Condition::Reachable));
    }

    #[test]
    fn what_is_said_again_is_news_only_when_it_was_forgotten() {
        let later = |after: i64| TelephoneState { asked_at: NOW.plus(after), ..telephone() };
        assert!(telephone().is_news(None));
        assert!(!later(MINUTE).is_news(Some(&telephone())));
        assert!(later(2 * MINUTE).is_news(Some(&telephone())));
        let away = TelephoneState { available: false, ..later(MINUTE) };
        assert!(away.is_news(Some(&telephone())));
    }

    #[test]
    fn a_call_that_our_page_saw_end_keeps_nobody_from_the_next() {
        for (doing, unmet) in [(Doing::InCall, Condition::Free), (Doing::AfterCall, Condition::NotAfterCall)] {
            let told = TelephoneState { doing, asked_at: NOW.plus(-10), ..telephone() };
            let ready = |since: i64| told_at(Some(&told), Some((Status::Ready, NOW.plus(since))));
            assert_eq!(ready(-9), None, "the provider was asked before");
            assert_eq!(ready(-10), Some(unmet), "it was asked since");
            let away = TelephoneState { available: false, ..told.clone() };
            let since = Some((Status::Ready, NOW));
            assert_eq!(told_at(Some(&away), since), Some(Condition::Available), "that no page of ours tells");
        }
    }

    #[test]
    fn only_what_the_provider_says_is_asked_anew() {
        let asked_anew = |telephone: &TelephoneState, status| {
            let (telephone, since) = (Some(telephone), Some(Millis(0)));
            Known { has_seat: true, telephone, status, since, connected: true, now: NOW }.is_kept_by_provider()
        };
        let wrapping_up = TelephoneState { doing: Doing::AfterCall, ..telephone() };
        assert!(asked_anew(&wrapping_up, Some(Status::Ready)));
        assert!(!asked_anew(&wrapping_up, Some(Status::Talking)), "our own page says why");
        assert!(!asked_anew(&telephone(), Some(Status::Ready)), "nothing is in the way");
        let elsewhere = TelephoneState { rings_at: RingsAt::Number, phone_number: None, ..telephone() };
        assert!(!asked_anew(&elsewhere, None), "where it rings nobody changes in a moment");
    }

    #[test]
    fn what_was_said_long_ago_keeps_nobody_from_calls() {
        let long_ago = TelephoneState { doing: Doing::InCall, asked_at: Millis(0), ..telephone() };
        assert_eq!(unmet(Some(&long_ago), None), None);
        assert_eq!(unmet(None, Some(Status::Ready)), None, "nothing was ever said, and our page is there");
        assert_eq!(unmet(None, None), Some(Condition::Reachable));
    }
}
