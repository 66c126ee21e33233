//! What Stringee is answered while somebody else holds the database: in time, whatever becomes of it.

use super::asks::{CUSTOMER, agents, comes, seats, waiting};
use super::events::set_up;
use crate::db::Other;
use crate::stories;
use crate::world::World;
use backend::stringee::{self, Answered};
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// An answer that takes longer hangs: the provider has asked again by then.
const LIMIT: Duration = Duration::from_secs(4);

async fn in_time(w: &World, path: &str) -> Answered {
    let asked = waiting(&[("c1", CUSTOMER), ("c2", "anonymous")]);
    timeout(LIMIT, agents(w, path, &asked)).await.expect("an answer before the provider asks again")
}

stories! {
    async fn waiting_callers_are_answered_for_while_the_database_is_held(w: World) {
        let path = set_up(&w).await;
        comes(&w, &w.lan).await;
        let mut other = Other::at(&w).await;
        other.hold("begin; lock table staff in access exclusive mode").await;
        let held = in_time(&w, &path).await;
        assert_eq!((held.status, &held.body["version"]), (200, &json!(2)));
        assert_eq!((&held.body["calls"][0]["callId"], &held.body["calls"][1]["callId"]), (&json!("c1"), &json!("c2")));
        let (given, problem): (&[&str], _) = if other.hinders_reading() { (&[], Some("slow")) } else { (&["agent_lan"], None) };
        assert_eq!(seats(&held, 0), given);
        assert_eq!(seats(&held, 1), given);
        let afterwards = held.afterwards.unwrap();
        assert_eq!(afterwards.delivery.problem.as_deref(), problem);
        other.let_go().await;
        stringee::keep(&w.b, &afterwards).await.unwrap();
        assert_eq!(stringee::deliveries(&w.b, &w.admin).await.unwrap(), [afterwards.delivery], "admins see that it was slow");
        assert_eq!(seats(&in_time(&w, &path).await, 0), ["agent_lan"], "asked again it is decided");
    }

    async fn not_even_the_account_is_waited_for(w: World) {
        let path = set_up(&w).await;
        comes(&w, &w.lan).await;
        let mut other = Other::at(&w).await;
        other.hold("begin; lock table stringee_account in access exclusive mode").await;
        let held = in_time(&w, &path).await;
        if other.hinders_reading() {
            assert_eq!((held.status, held.body), (503, json!({"error": "slow"})));
            assert!(held.afterwards.is_none(), "nobody knows yet whether the address is ours");
        } else {
            assert_eq!(seats(&held, 0), ["agent_lan"]);
        }
        other.let_go().await;
        assert_eq!(seats(&in_time(&w, &path).await, 0), ["agent_lan"]);
    }
}
