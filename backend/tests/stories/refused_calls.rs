//! Why a call out was refused, as its page says it.

use crate::calls::told;
use crate::stories;
use crate::world::World;
use backend::{calls, dial_policy};
use domain::access::Actor;
use domain::calls::{Failure, What};
use domain::dial_policy::{DialPolicy, DialRefusal};
use domain::ids::CallId;
use domain::problem::Problem;

/// The member's page dialled, and the provider let nobody through.
async fn fails(w: &World, who: &Actor, call: &str, number: &str, reason: Failure) -> CallId {
    let facts = vec![(0, What::DialWished { number: number.into() }), (500, What::Failed { reason })];
    calls::report(&w.b, who, &[told(w, call, facts)]).await.unwrap();
    CallId::new(call)
}

stories! {
    async fn a_refused_call_names_the_rule_and_every_other_names_none(w: World) {
        let policy = DialPolicy { blocked: vec!["0909".into()], ..DialPolicy::default() };
        dial_policy::save(&w.b, &w.admin, &policy).await.unwrap();
        let why = DialRefusal::Blocked { prefix: "0909".into() };
        assert_eq!(calls::dial_check(&w.b, &w.lan, "0909 111 222").await, Err(Problem::MayNotDial(why.clone())));
        let refused = fails(&w, &w.lan, "refused", "0909111222", Failure::NotPermitted).await;
        assert_eq!(calls::refusal(&w.b, &w.lan, &refused).await, Ok(Some(why.clone())));
        assert_eq!(calls::refusal(&w.b, &w.admin, &refused).await, Ok(Some(why)), "whoever sees the call");
        assert_eq!(calls::refusal(&w.b, &w.minh, &refused).await, Err(Problem::Forbidden));
        let another = fails(&w, &w.lan, "another", "0909111333", Failure::NotPermitted).await;
        assert_eq!(calls::refusal(&w.b, &w.lan, &another).await, Ok(None), "the provider did that by itself");
        let colleagues = fails(&w, &w.minh, "colleagues", "0909111222", Failure::NotPermitted).await;
        assert_eq!(calls::refusal(&w.b, &w.minh, &colleagues).await, Ok(None), "it was not his wish");
        w.pass(120_000);
        let later = fails(&w, &w.lan, "later", "0909111222", Failure::Busy).await;
        assert_eq!(calls::refusal(&w.b, &w.lan, &later).await, Ok(None), "that was another time");
        assert_eq!(calls::refusal(&w.b, &w.lan, &CallId::new("none")).await, Err(Problem::NotFound));
    }
}
