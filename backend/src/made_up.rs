//! People who do not exist, for a demonstration and for measuring: the same for the same seed.

pub(crate) mod calls;
mod chance;
mod names;

pub(crate) use chance::Chance;

use crate::companies::many::{Named, of_names};
use crate::db::found_by::CUSTOMERS;
use crate::db::{Answer, Tx, bulk};
use crate::listing::words;
use domain::custom::Values;
use domain::customers::Phone;
use domain::ids::{CompanyId, CustomerId, PhoneId, StaffId};
use domain::phone;
use domain::times::Millis;
use names::{COMPANIES, FEMALE, GIVEN_FEMALE, GIVEN_MALE, LABELS, MALE, PLACES, PREFIXES, STREETS, SURNAMES, TRADES};
use std::collections::HashMap;

/// A customer as they are stored.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) id: CustomerId,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) company: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) owner: Option<StaffId>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) at: Millis,
}

/// Makes people up, one after the other.
pub(crate) struct Inventor<'a> {
    pub(crate) chance: Chance,
    /// New ids.
    pub(crate) new_id: &'a (dyn Fn() -> String + Send + Sync),
    /// Who may be responsible; some customers have nobody.
    pub(crate) owners: &'a [StaffId],
    /// Nobody was made after this.
    pub(crate) now: Millis,
}

/// Customers are made over so long a time.
const SPAN: u64 = 400 * 24 * 3_600_000;

impl Inventor<'_> {
    /// Somebody.
    pub(crate) fn customer(&mut self) -> Made {
        let name = self.name();
        let company = (self.chance.below(100) < 35).then(|| self.company());
        let phones = self.phones(company.is_some());
        let age = i64::try_from(self.chance.below(SPAN)).unwrap_or(0);
        Made {
            id: CustomerId::new((self.new_id)()),
            email: (self.chance.below(100) < 40).then(|| self.email(&name)),
            address: (self.chance.below(100) < 60).then(|| self.address()),
            note: None,
            owner: self.owner(),
            at: self.now.plus(-age),
            name,
            company,
            phones,
        }
    }

    fn name(&mut self) -> String {
        let surname = self.chance.weighted(&SURNAMES);
        let woman = self.chance.below(2) == 0;
        let (middle, given) = if woman { (&FEMALE[..], &GIVEN_FEMALE[..]) } else { (&MALE[..], &GIVEN_MALE[..]) };
        format!("{surname} {} {}", self.chance.pick(middle), self.chance.pick(given))
    }

    fn company(&mut self) -> String {
        let (kind, trade, name) =
            (self.chance.pick(&COMPANIES), self.chance.pick(&TRADES), self.chance.pick(&GIVEN_MALE));
        format!("{kind} {trade} {name} {}", self.chance.pick(&GIVEN_FEMALE))
    }

    fn address(&mut self) -> String {
        let number = 1 + self.chance.below(400);
        format!("{number} {}, {}", self.chance.pick(&STREETS), self.chance.pick(&PLACES))
    }

    fn email(&mut self, name: &str) -> String {
        let words = domain::names::words(name);
        format!("{}{}@example.com", words.join("."), self.chance.below(1_000))
    }

    fn owner(&mut self) -> Option<StaffId> {
        let place = usize::try_from(self.chance.below(self.owners.len() as u64 + 1)).unwrap_or(0);
        self.owners.get(place).cloned()
    }

    fn phones(&mut self, office: bool) -> Vec<Phone> {
        let mut phones: Vec<Phone> = Vec::new();
        let count = 1 + self.chance.below(4) / 3 + u64::from(office && self.chance.below(3) == 0);
        for n in 0..count {
            let raw = if office && n > 0 { self.landline() } else { self.mobile() };
            let Some(phone) = self.phone(raw, n == 0) else { continue };
            if !phones.iter().any(|known| known.number == phone.number) {
                phones.push(phone);
            }
        }
        phones
    }

    /// A number as somebody typed it; `None` when no number can be meant.
    pub(crate) fn phone(&mut self, raw: String, primary: bool) -> Option<Phone> {
        let number = phone::parse(&raw).ok()?.number;
        Some(Phone {
            id: PhoneId::new((self.new_id)()),
            raw,
            number,
            label: if primary { LABELS[0].to_owned() } else { self.chance.pick(&LABELS).to_owned() },
            primary,
            do_not_call: self.chance.below(40) == 0,
        })
    }

    /// In one of the ways in which people write it; one of twelve as before 2018.
    fn mobile(&mut self) -> String {
        let rest = format!("{:07}", self.chance.below(10_000_000));
        let (head, tail) = rest.split_at(3);
        if self.chance.below(12) == 0 {
            let old = self.chance.pick(&["0121", "0122", "0126", "0163", "0165", "0168", "0169", "0123", "0124"]);
            return format!("{old} {head} {tail}");
        }
        let prefix = self.chance.pick(&PREFIXES);
        match self.chance.below(6) {
            0 => format!("0{prefix}{rest}"),
            1 => format!("0{prefix}.{head}.{tail}"),
            2 => format!("+84 {prefix} {head} {tail}"),
            3 => format!("84{prefix}{rest}"),
            4 => format!("(0{prefix}) {head}-{tail}"),
            _ => format!("0{prefix} {head} {tail}"),
        }
    }

    fn landline(&mut self) -> String {
        let rest = format!("38{:02} {:04}", self.chance.below(100), self.chance.below(10_000));
        match self.chance.below(5) {
            0 => format!("(04) {rest}"),
            1 => format!("0236 {}", rest.trim_start_matches('3')),
            2 => format!("024 {rest}"),
            _ => format!("028 {rest}"),
        }
    }
}

/// Stores people many at a time, and the companies they work for; `new_id` names those that are new.
pub(crate) async fn store(tx: &mut Tx, people: &[Made], new_id: &(dyn Fn() -> String + Send + Sync)) -> Answer<()> {
    let companies = of_names(tx, people.iter().filter_map(Made::works_for), new_id).await?.of;
    let found_by: Vec<Vec<String>> = people.iter().map(Made::words).collect();
    let rows = people.iter().zip(&found_by).map(|(one, words)| row(one, &companies, words));
    bulk::insert_customers(tx, &rows.collect::<Vec<_>>()).await?;
    let phones = people.iter().flat_map(|one| (0..).zip(&one.phones).map(|(at, phone)| (one.id.as_str(), at, phone)));
    bulk::insert_phones(tx, CUSTOMERS, &phones.collect::<Vec<_>>()).await?;
    let words = people.iter().zip(&found_by);
    let words = words.flat_map(|(one, words)| words.iter().map(|word| (one.id.as_str(), word.as_str())));
    let mut words: Vec<(&str, &str)> = words.collect();
    // In the order of the index, so that each of its pages is touched once.
    words.sort_unstable_by_key(|(_, word)| *word);
    bulk::insert_words(tx, CUSTOMERS, &words).await
}

impl Made {
    fn works_for(&self) -> Option<Named<'_>> {
        Some(Named { name: self.company.as_deref()?, owner: self.owner.as_ref(), at: self.at })
    }

    fn words(&self) -> Vec<String> {
        words(&self.name, self.company.as_deref(), &Values::default(), self.phones.iter().map(|phone| &phone.number))
    }
}

fn row<'a>(one: &'a Made, companies: &'a HashMap<String, CompanyId>, words: &'a [String]) -> bulk::Customer<'a> {
    bulk::Customer {
        id: &one.id,
        name: &one.name,
        words,
        email: one.email.as_deref(),
        company: one.company.as_deref().and_then(|name| Some((companies.get(name)?, name))),
        address: one.address.as_deref(),
        note: one.note.as_deref(),
        owner: one.owner.as_ref(),
        at: one.at,
    }
}
