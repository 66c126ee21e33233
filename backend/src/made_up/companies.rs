//! The companies that people who do not exist work for.

use super::Made;
use crate::db::found_by::COMPANIES;
use crate::db::{Answer, Tx, bulk, companies as table};
use crate::listing::words;
use domain::companies;
use domain::ids::CompanyId;
use std::collections::{BTreeMap, HashMap};

/// Stores the companies of these people that are not there yet; tells the company of each name.
pub(super) async fn store(
    tx: &mut Tx,
    people: &[Made],
    new_id: &dyn Fn() -> String,
) -> Answer<HashMap<String, CompanyId>> {
    let mut named: BTreeMap<&str, &Made> = BTreeMap::new();
    for one in people {
        if let Some(name) = &one.company {
            named.entry(name).or_insert(one);
        }
    }
    let names: Vec<&str> = named.keys().copied().collect();
    let mut there: HashMap<String, CompanyId> = HashMap::new();
    for (key, id) in table::all_named(tx.on(), &names).await? {
        there.insert(key, CompanyId::new(id));
    }
    let mut new: Vec<(&str, CompanyId, &Made)> = Vec::new();
    for (name, one) in &named {
        there.entry(companies::key(name)).or_insert_with(|| {
            let id = CompanyId::new(new_id());
            new.push((name, id.clone(), one));
            id
        });
    }
    insert(tx, &new).await?;
    let of = |name: &&str| Some(((*name).to_owned(), there.get(&companies::key(name))?.clone()));
    Ok(names.iter().filter_map(of).collect())
}

/// Each is the first of its people's in owner and age.
async fn insert(tx: &mut Tx, new: &[(&str, CompanyId, &Made)]) -> Answer<()> {
    let found_by: Vec<Vec<String>> = new.iter().map(|(name, ..)| words(name, None, std::iter::empty())).collect();
    let rows = new.iter().zip(&found_by).map(|((name, id, one), words)| bulk::Company {
        id,
        name,
        words,
        tax_code: None,
        website: None,
        address: None,
        owner: one.owner.as_ref(),
        at: one.at,
    });
    bulk::insert_companies(tx, &rows.collect::<Vec<_>>()).await?;
    let words = new.iter().zip(&found_by);
    let words = words.flat_map(|((_, id, _), words)| words.iter().map(|word| (id.as_str(), word.as_str())));
    let mut words: Vec<(&str, &str)> = words.collect();
    words.sort_unstable_by_key(|(_, word)| *word);
    bulk::insert_words(tx, COMPANIES, &words).await
}
