//! Whether a member may call a number now: the rules of the house and of the law, in one place for every provider.

mod advertising;

pub use advertising::Advertising;

use crate::access::Role;
use crate::fields::{Field, FieldError, FieldProblem};
use crate::phone::Number;
use crate::teams::TeamRef;
use crate::times::{MINUTE, Millis};
use serde::{Deserialize, Serialize};

/// Advertising calls may be made between these hours in Vietnam, in minutes of the day: 08:00 to 17:00 (Decree 91/2020,
/// article 21).
pub const ADVERTISING_HOURS: (i64, i64) = (8 * 60, 17 * 60);
/// Caps above this are no caps.
pub const CAP_MAX: i64 = 10_000;

/// The rules, as admins set them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialPolicy {
    /// Who may call out.
    pub roles: Vec<Role>,
    /// Whose calls out are advertising: only there do the law's hours and the register of unwanted calls bind.
    pub advertising: Advertising,
    /// Whether numbers that do not want calls are refused also where it is not advertising; otherwise the member is asked.
    pub refuse_unwanted: bool,
    /// Calls out that a member may make in a day.
    pub per_member: Option<i64>,
    /// Calls out that a number may get in a day, whoever makes them.
    pub per_number: Option<i64>,
    /// Beginnings of numbers that are not called, such as `1900`: they cost extra.
    pub blocked: Vec<String>,
    /// Whether other countries may be called.
    pub international: bool,
}

impl Default for DialPolicy {
    /// Everybody may call everything but other countries and numbers that cost extra.
    fn default() -> Self {
        Self {
            roles: Role::ALL.to_vec(),
            advertising: Advertising::Nobody,
            refuse_unwanted: false,
            per_member: None,
            per_number: None,
            blocked: vec!["1900".to_owned()],
            international: false,
        }
    }
}

/// What there is to know of a wish to call.
#[derive(Clone, Copy, Debug)]
pub struct DialFacts<'a> {
    /// As what the member works.
    pub role: Role,
    /// In which team.
    pub team: Option<&'a TeamRef>,
    /// The number.
    pub number: &'a Number,
    /// Whether somebody who holds it does not want calls on it.
    pub unwanted: bool,
    /// Calls out that the member made today.
    pub by_member: i64,
    /// Calls out that the number got today.
    pub to_number: i64,
    /// Now.
    pub now: Millis,
}

/// Why a number may not be called now.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum DialRefusal {
    /// The member's role may not call out.
    Role,
    /// The number may not be called out of where it was wished from: it is no member's seat, or no number of ours.
    NotOurs,
    /// There is no number in it.
    NotANumber,
    /// The customer does not want calls.
    Unwanted,
    /// The customer does not want calls, and this one would be advertising.
    UnwantedAdvertising {
        /// The team whose calls are; `None` where everybody's are.
        team: Option<String>,
    },
    /// Advertising is not allowed at this hour.
    Hours {
        /// From then on, in minutes of the day.
        from: i64,
        /// Up to then.
        until: i64,
        /// The team whose calls are advertising; `None` where everybody's are.
        #[serde(default)]
        team: Option<String>,
    },
    /// The member has made as many calls as they may in a day.
    MembersCap {
        /// How many.
        cap: i64,
    },
    /// The number has had as many calls as it may in a day.
    NumbersCap {
        /// How many.
        cap: i64,
    },
    /// Numbers that begin so are not called.
    Blocked {
        /// How.
        prefix: String,
    },
    /// Other countries are not called.
    International,
    /// The rules could not be looked up in time: nothing is called that nobody has allowed.
    Unknown,
}

impl DialPolicy {
    /// Whether a number may be called now.
    ///
    /// # Errors
    /// The first rule against it.
    pub fn allows(&self, facts: &DialFacts<'_>) -> Result<(), DialRefusal> {
        if !self.roles.contains(&facts.role) {
            return Err(DialRefusal::Role);
        }
        if let Some(prefix) = self.blocking(facts.number) {
            return Err(DialRefusal::Blocked { prefix: prefix.clone() });
        }
        if !self.international && facts.number.as_str().starts_with('+') && facts.number.vietnamese().is_none() {
            return Err(DialRefusal::International);
        }
        if facts.unwanted && self.refuse_unwanted {
            return Err(DialRefusal::Unwanted);
        }
        if self.advertising.is_of(facts.team) {
            self.allows_advertising(facts)?;
        }
        let over = |cap: Option<i64>, made: i64| cap.filter(|cap| made >= *cap);
        if let Some(cap) = over(self.per_member, facts.by_member) {
            return Err(DialRefusal::MembersCap { cap });
        }
        over(self.per_number, facts.to_number).map_or(Ok(()), |cap| Err(DialRefusal::NumbersCap { cap }))
    }

    fn allows_advertising(&self, facts: &DialFacts<'_>) -> Result<(), DialRefusal> {
        let (from, until) = ADVERTISING_HOURS;
        let minute = facts.now.since(facts.now.day_start()).div_euclid(MINUTE);
        let team = self.advertising.because_of(facts.team);
        if facts.unwanted {
            return Err(DialRefusal::UnwantedAdvertising { team });
        }
        if (from..until).contains(&minute) { Ok(()) } else { Err(DialRefusal::Hours { from, until, team }) }
    }

    /// Prefixes are written as numbers are: `1900`, `0900`, `+1`.
    fn blocking(&self, number: &Number) -> Option<&String> {
        let key = number.as_str();
        let national = number.vietnamese().map(|rest| format!("0{rest}"));
        let begins = |prefix: &&String| {
            key.starts_with(prefix.as_str())
                || national.as_ref().is_some_and(|national| national.starts_with(prefix.as_str()))
        };
        self.blocked.iter().find(begins)
    }

    /// The rules tidied.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        for (field, cap) in [(Field::MembersCap, self.per_member), (Field::NumbersCap, self.per_number)] {
            if cap.is_some_and(|cap| !(1..=CAP_MAX).contains(&cap)) {
                errors.push(FieldError::new(field, FieldProblem::OutOfRange { min: 1, max: CAP_MAX }));
            }
        }
        let mut blocked: Vec<String> = Vec::new();
        for prefix in self.blocked.iter().map(|prefix| prefix.trim()).filter(|prefix| !prefix.is_empty()) {
            let digits = prefix.strip_prefix('+').unwrap_or(prefix);
            if digits.is_empty() || digits.len() > 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                errors.push(FieldError::new(Field::BlockedPrefixes, FieldProblem::NotDigits));
            }
            if !blocked.iter().any(|known| known == prefix) {
                blocked.push(prefix.to_owned());
            }
        }
        if self.advertising == Advertising::Teams(Vec::new()) {
            errors.push(FieldError::new(Field::Team, FieldProblem::Required));
        }
        let roles = Role::ALL.into_iter().filter(|role| self.roles.contains(role)).collect();
        if errors.is_empty() { Ok(Self { roles, blocked, ..self.clone() }) } else { Err(errors) }
    }
}

/// A refusal that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRefusal {
    /// When.
    pub at: Millis,
    /// The number as it was wished.
    pub number: String,
    /// Why.
    pub refusal: DialRefusal,
}

#[cfg(test)]
mod tests {
    use super::{Advertising, DialFacts, DialPolicy, DialRefusal};
    use crate::access::Role;
    use crate::fields::{Field, FieldError, FieldProblem};
    use crate::ids::TeamId;
    use crate::phone::parse;
    use crate::teams::TeamRef;
    use crate::times::{HOUR, MINUTE, Millis};

    /// 20 November 2026, 09:00 in Vietnam.
    const NINE: Millis = Millis(1_795_140_000_000);

    fn asked(policy: &DialPolicy, number: &str, with: impl Fn(&mut DialFacts<'_>)) -> Result<(), DialRefusal> {
        let number = parse(number).unwrap().number;
        let mut facts = DialFacts {
            role: Role::Agent,
            team: None,
            number: &number,
            unwanted: false,
            by_member: 0,
            to_number: 0,
            now: NINE,
        };
        with(&mut facts);
        policy.allows(&facts)
    }

    #[test]
    fn what_costs_extra_and_what_is_abroad_is_not_called_unless_allowed() {
        let usual = DialPolicy::default();
        assert_eq!(asked(&usual, "0901234567", |_| {}), Ok(()));
        assert_eq!(asked(&usual, "19001000", |_| {}), Err(DialRefusal::Blocked { prefix: "1900".into() }));
        assert_eq!(asked(&usual, "18001090", |_| {}), Ok(()));
        assert_eq!(asked(&usual, "+1 212 555 0100", |_| {}), Err(DialRefusal::International));
        let open = DialPolicy { international: true, blocked: vec!["0909".into()], ..usual };
        assert_eq!(asked(&open, "+1 212 555 0100", |_| {}), Ok(()));
        assert_eq!(asked(&open, "+84 909 123 456", |_| {}), Err(DialRefusal::Blocked { prefix: "0909".into() }));
    }

    #[test]
    fn advertising_has_its_hours() {
        let policy = DialPolicy { advertising: Advertising::Everybody, ..DialPolicy::default() };
        let at = |since_nine: i64| asked(&policy, "0901234567", |facts| facts.now = NINE.plus(since_nine));
        let hours = Err(DialRefusal::Hours { from: 480, until: 1020, team: None });
        assert_eq!(at(-HOUR), Ok(()));
        assert_eq!(at(-HOUR - 1), hours.clone());
        assert_eq!(at(8 * HOUR - MINUTE), Ok(()));
        assert_eq!(at(8 * HOUR), hours);
        assert_eq!(asked(&DialPolicy::default(), "0901234567", |facts| facts.now = NINE.plus(12 * HOUR)), Ok(()));
    }

    #[test]
    fn advertising_may_be_what_some_teams_call_for() {
        let team = |id: &str, name: &str| TeamRef { id: TeamId::new(id), name: name.to_owned() };
        let (sales, care) = (team("s", "Bán hàng"), team("c", "Chăm sóc"));
        let advertising = Advertising::Teams(vec![sales.id.clone()]);
        let policy = DialPolicy { advertising, ..DialPolicy::default() };
        let in_the_evening = |team: Option<&TeamRef>, unwanted| {
            let number = parse("0901234567").unwrap().number;
            policy.allows(&DialFacts {
                role: Role::Agent,
                team,
                number: &number,
                unwanted,
                by_member: 0,
                to_number: 0,
                now: NINE.plus(10 * HOUR),
            })
        };
        let named = || Some("Bán hàng".to_owned());
        let refused = Err(DialRefusal::Hours { from: 480, until: 1020, team: named() });
        assert_eq!(in_the_evening(Some(&sales), false), refused);
        assert_eq!(in_the_evening(Some(&sales), true), Err(DialRefusal::UnwantedAdvertising { team: named() }));
        assert_eq!(in_the_evening(Some(&care), true), Ok(()), "the member is asked");
        assert_eq!(in_the_evening(None, false), Ok(()), "in no team");
    }

    #[test]
    fn unwanted_calls_are_refused_where_they_advertise_or_the_house_says_so() {
        let unwanted = |policy: &DialPolicy| asked(policy, "0901234567", |facts| facts.unwanted = true);
        assert_eq!(unwanted(&DialPolicy::default()), Ok(()), "the member is asked");
        let advertising = DialPolicy { advertising: Advertising::Everybody, ..DialPolicy::default() };
        assert_eq!(unwanted(&advertising), Err(DialRefusal::UnwantedAdvertising { team: None }));
        let strict = DialPolicy { refuse_unwanted: true, ..DialPolicy::default() };
        assert_eq!(unwanted(&strict), Err(DialRefusal::Unwanted));
    }

    #[test]
    fn a_refusal_of_the_hours_kept_before_teams_counted_can_be_read() {
        let kept = r#"{"why":"hours","from":480,"until":1020}"#;
        let refusal: DialRefusal = serde_json::from_str(kept).unwrap();
        assert_eq!(refusal, DialRefusal::Hours { from: 480, until: 1020, team: None });
    }

    #[test]
    fn roles_and_caps() {
        let policy = DialPolicy {
            roles: vec![Role::Manager],
            per_member: Some(2),
            per_number: Some(1),
            ..DialPolicy::default()
        };
        assert_eq!(asked(&policy, "0901234567", |_| {}), Err(DialRefusal::Role));
        let manager = |by_member, to_number| {
            asked(&policy, "0901234567", |facts| {
                facts.role = Role::Manager;
                (facts.by_member, facts.to_number) = (by_member, to_number);
            })
        };
        assert_eq!(manager(1, 0), Ok(()));
        assert_eq!(manager(2, 0), Err(DialRefusal::MembersCap { cap: 2 }));
        assert_eq!(manager(0, 1), Err(DialRefusal::NumbersCap { cap: 1 }));
    }

    #[test]
    fn rules_are_tidied_or_refused() {
        let blocked = vec![" 1900 ".to_owned(), String::new(), "1900".to_owned(), "+1".to_owned()];
        let tidy = DialPolicy { blocked, ..DialPolicy::default() }.parse().unwrap();
        assert_eq!(tidy.blocked, ["1900", "+1"]);
        let bad = DialPolicy { per_member: Some(0), blocked: vec!["19*".into()], ..DialPolicy::default() };
        assert_eq!(bad.parse().unwrap_err().len(), 2);
        let nobodys = DialPolicy { advertising: Advertising::Teams(Vec::new()), ..DialPolicy::default() };
        let missing = FieldError::new(Field::Team, FieldProblem::Required);
        assert_eq!(nobodys.parse(), Err(vec![missing]));
    }
}
