//! What is asked of the server about assignment rules.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::assignment::{Rule, RuleForm};
use domain::ids::RuleId;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// All rules, in order.
#[server(input = Json, output = Told, endpoint = "assignment/list")]
pub async fn assignment_rules() -> Answer<Vec<Rule>> {
    let here = here()?;
    answer(backend::assignment::list(&here.backend, &here.who).await)
}

/// Whether new customers that are nobody's may be given to somebody.
#[server(input = Json, output = Told, endpoint = "assignment/in-use")]
pub async fn rules_in_use() -> Answer<bool> {
    let here = here()?;
    answer(backend::assignment::in_use(&here.backend, &here.who).await)
}

/// Makes a rule, the last in order.
#[server(input = Json, output = Told, endpoint = "assignment/create")]
pub async fn create_rule(form: RuleForm) -> Answer<Rule> {
    let here = here()?;
    answer(backend::assignment::create(&here.backend, &here.who, &form).await)
}

/// Saves a rule.
#[server(input = Json, output = Told, endpoint = "assignment/update")]
pub async fn update_rule(id: RuleId, form: RuleForm) -> Answer<Rule> {
    let here = here()?;
    answer(backend::assignment::update(&here.backend, &here.who, &id, &form).await)
}

/// Takes a rule away.
#[server(input = Json, output = Told, endpoint = "assignment/remove")]
pub async fn remove_rule(id: RuleId) -> Answer<()> {
    let here = here()?;
    answer(backend::assignment::remove(&here.backend, &here.who, &id).await)
}

/// Puts the rules in another order.
#[server(input = Json, output = Told, endpoint = "assignment/reorder")]
pub async fn reorder_rules(order: Vec<RuleId>) -> Answer<Vec<Rule>> {
    let here = here()?;
    answer(backend::assignment::reorder(&here.backend, &here.who, &order).await)
}
