//! The companies that many people work for, found or made together.

use crate::db::found_by::COMPANIES;
use crate::db::{Answer, Tx, bulk, companies as table};
use crate::listing::words;
use domain::custom::Values;
use domain::ids::{CompanyId, StaffId};
use domain::times::Millis;
use domain::{companies, names};
use std::collections::{BTreeMap, HashMap};

/// A company as somebody names it at a customer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    /// The customer's owner, who becomes that of a new company.
    pub(crate) owner: Option<&'a StaffId>,
    /// When a new one is made.
    pub(crate) at: Millis,
}

/// The companies of many names.
#[derive(Debug, Default)]
pub(crate) struct Companies {
    /// The company of each name, as it was written.
    pub(crate) of: HashMap<String, CompanyId>,
    /// Those that were made for it.
    pub(crate) made: Vec<CompanyId>,
}

/// Finds the companies of these names, and makes those that are not there yet: each as the first who names it does.
pub(crate) async fn of_names(
    tx: &mut Tx,
    named: impl IntoIterator<Item = Named<'_>>,
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Answer<Companies> {
    let mut by_name: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    for one in named {
        by_name.entry(one.name).or_insert(one);
    }
    let names: Vec<&str> = by_name.keys().copied().collect();
    let mut there: HashMap<String, CompanyId> = HashMap::new();
    for (key, id) in table::all_named(tx.on(), &names).await? {
        there.insert(key, CompanyId::new(id));
    }
    let mut new: Vec<(CompanyId, Named<'_>)> = Vec::new();
    for one in by_name.into_values() {
        there.entry(companies::key(one.name)).or_insert_with(|| {
            let id = CompanyId::new(new_id());
            new.push((id.clone(), one));
            id
        });
    }
    insert(tx, &new).await?;
    let of = |name: &&str| Some(((*name).to_owned(), there.get(&companies::key(name))?.clone()));
    Ok(Companies { of: names.iter().filter_map(of).collect(), made: new.into_iter().map(|(id, _)| id).collect() })
}

async fn insert(tx: &mut Tx, new: &[(CompanyId, Named<'_>)]) -> Answer<()> {
    let found_by: Vec<(String, Vec<String>)> = new
        .iter()
        .map(|(_, one)| names::tidy(one.name))
        .map(|name| (name.clone(), words(&name, None, &Values::default(), std::iter::empty())))
        .collect();
    let rows = new.iter().zip(&found_by).map(|((id, one), (name, words))| bulk::Company {
        id,
        name,
        words,
        tax_code: None,
        website: None,
        address: None,
        owner: one.owner,
        at: one.at,
    });
    bulk::insert_companies(tx, &rows.collect::<Vec<_>>()).await?;
    let words = new.iter().zip(&found_by);
    let words = words.flat_map(|((id, _), (_, words))| words.iter().map(|word| (id.as_str(), word.as_str())));
    let mut words: Vec<(&str, &str)> = words.collect();
    words.sort_unstable_by_key(|(_, word)| *word);
    bulk::insert_words(tx, COMPANIES, &words).await
}
