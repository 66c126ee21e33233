//! What is made up to measure with is as true as what happened.

use crate::stories;
use crate::world::World;
use backend::{calls, customers, generate};
use domain::calls::{CallQuery, MatchHow, Phase};
use domain::customers::{CustomerQuery, CustomerSort};
use domain::times::DAY;

stories! {
    /// Each call is what its facts add up to, also when a second run adds more.
    async fn calls_are_their_facts(w: World) {
        generate::customers(&w.b, 30).await.unwrap();
        generate::calls(&w.b, 300).await.unwrap();
        generate::calls(&w.b, 200).await.unwrap();
        w.rows_are_their_facts(500).await;
    }

    /// Whoever measures today measures with the people of yesterday; a second run adds others.
    async fn the_same_people_are_made_up_again(w: World) {
        let names = async || {
            let query = CustomerQuery { sort: CustomerSort::Name, ..CustomerQuery::default() };
            let rows = customers::list(&w.b, &w.admin, &query).await.unwrap().rows;
            rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        generate::customers(&w.b, 3).await.unwrap();
        let first = names().await;
        assert_eq!(first, ["Nguyễn Thanh Nga", "Nguyễn Thị Thu Oanh", "Phan Văn Quân"]);
        generate::customers(&w.b, 3).await.unwrap();
        assert_eq!(names().await.iter().filter(|name| first.contains(name)).count(), 3);
    }

    /// They are over, lie within a year, and most are a customer's.
    async fn calls_look_like_a_year(w: World) {
        generate::customers(&w.b, 30).await.unwrap();
        generate::calls(&w.b, 400).await.unwrap();
        let newest = calls::list(&w.b, &w.admin, &CallQuery::default()).await.unwrap().rows;
        assert_eq!(newest.len(), 50);
        assert!(newest.is_sorted_by(|a, b| a.started_at >= b.started_at));
        assert!(newest.iter().all(|row| row.phase == Phase::Ended && w.b.now().since(row.started_at) < 366 * DAY));
        assert!(newest.iter().filter(|row| row.matched.how == MatchHow::Exact).count() > 25);
        assert!(newest.iter().any(|row| row.recorded) && newest.iter().any(|row| row.agent.is_none()));
    }
}
