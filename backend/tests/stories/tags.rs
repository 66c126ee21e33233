//! Tags: put on records, found by.

use crate::companies::found_company;
use crate::customers::{add, on};
use crate::deals::add_deal;
use crate::stories;
use crate::world::World;
use backend::{companies, customers, deals, tags};
use domain::customers::CustomerQuery;
use domain::deals::{DealFilter, DealQuery};
use domain::fields::{Field, FieldProblem};
use domain::ids::CustomerId;
use domain::problem::Problem;
use domain::tags::{Subject, TAG_MAX};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

stories! {
    async fn a_word_is_one_tag_however_it_is_spelled(w: World) {
        let (hoa, mai) = (add(&w, "Hoa", "", &[]).await, add(&w, "Mai", "", &[]).await);
        let set = tags::set(&w.b, &w.lan, &on(&hoa), &words(&["VIP", " Khách  cũ", "vip", ""])).await.unwrap();
        assert_eq!(set.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Khách cũ", "VIP"]);
        let other = tags::set(&w.b, &w.minh, &on(&mai), &words(&["khach cu"])).await.unwrap();
        assert_eq!(other, set[..1], "the tag that is there already");
        assert_eq!(tags::list(&w.b, &w.lan).await.unwrap().len(), 2);
        assert_eq!(tags::of(&w.b, &w.lan, &on(&hoa)).await, Ok(set));
        assert_eq!(tags::set(&w.b, &w.lan, &on(&hoa), &[]).await, Ok(Vec::new()));
        let nobody = Subject::Customer(CustomerId::new("x"));
        assert_eq!(tags::set(&w.b, &w.lan, &nobody, &words(&["A"])).await, Err(Problem::NotFound));
        let long = tags::set(&w.b, &w.lan, &on(&hoa), &["x".repeat(TAG_MAX + 1)]).await;
        assert_eq!(long, Err(Problem::at(Field::Tags, FieldProblem::TooLong { max: TAG_MAX })));
    }

    async fn lists_are_narrowed_by_a_tag(w: World) {
        let hoa = add(&w, "Hoa", "", &[]).await;
        add(&w, "Mai", "", &[]).await;
        let firm = found_company(&w, "An Phú", &[]).await;
        let deal = add_deal(&w, "Máy lạnh", 1).await;
        add_deal(&w, "Quạt", 1).await;
        let mut vip = None;
        for subject in [on(&hoa), Subject::Company(firm.id), Subject::Deal(deal.id)] {
            vip = Some(tags::set(&w.b, &w.lan, &subject, &words(&["VIP"])).await.unwrap().remove(0).id);
        }
        let query = CustomerQuery { tag: vip.clone(), ..CustomerQuery::default() };
        let people = customers::list(&w.b, &w.lan, &query).await.unwrap().rows;
        assert_eq!(people.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Hoa"]);
        let firms = companies::list(&w.b, &w.lan, &query).await.unwrap().rows;
        assert_eq!(firms.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["An Phú"]);
        let sought = CustomerQuery { text: "mai".into(), ..query };
        assert_eq!(customers::list(&w.b, &w.lan, &sought).await.unwrap().rows, []);
        let filter = DealFilter { tag: vip, ..DealFilter::default() };
        let found = deals::list(&w.b, &w.lan, &DealQuery { filter, ..DealQuery::default() }).await.unwrap().rows;
        assert_eq!(found.iter().map(|deal| deal.title.as_str()).collect::<Vec<_>>(), ["Máy lạnh"]);
    }
}
