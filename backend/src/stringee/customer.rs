//! Who calls: what a telephone that is no page of ours may show of them. Our own pages ask as who they are.

use super::hooks::Outcome;
use crate::{Backend, db};
use domain::phone;
use domain::problem::Problem;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::timeout;

/// The provider rings nobody before this is answered, or two seconds have passed.
const PATIENCE: Duration = Duration::from_millis(1_200);

pub(super) async fn answer(b: &Backend, query: &BTreeMap<String, String>) -> Outcome {
    let Some(from) = query.get("from").filter(|from| !from.is_empty()) else {
        return Outcome::refused(400, "no number");
    };
    match timeout(PATIENCE, known(b, from)).await {
        Ok(Ok(known)) => Outcome::done(known),
        Ok(Err(_)) => Outcome::makeshift(json!({}), "unavailable"),
        Err(_) => Outcome::makeshift(json!({}), "slow"),
    }
}

/// The customer who holds the number; of several only how many there are.
async fn known(b: &Backend, from: &str) -> Result<Value, Problem> {
    let Ok(parsed) = phone::parse(from) else { return Ok(json!({ "customers": 0 })) };
    let holders = db::customers::holders(b.read().await?.on(), &parsed.number).await?;
    Ok(match holders.as_slice() {
        [one] => json!({
            "customers": 1,
            "customer_id": one.id,
            "name": one.named().name,
            "company": one.company,
            "owner": one.owner().map(|owner| owner.name),
            "number": parsed.number.as_str(),
        }),
        several => json!({ "customers": several.len(), "number": parsed.number.as_str() }),
    })
}
