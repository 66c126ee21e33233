//! The command palette: everything is found by one text, old deals too, and only by whom it may be.

use crate::companies::found_company;
use crate::customers::{add, on};
use crate::db::Other;
use crate::deals::{add_deal, at_stage};
use crate::imports::bring_in;
use crate::stories;
use crate::world::World;
use backend::{deals, palette, pipelines};
use domain::deals::{DealForm, Move};
use domain::ids::{CompanyId, CustomerId, DealId};
use domain::imports::Rule;
use domain::palette::{Found, Hit, OFFERED};
use domain::tags::Subject;

async fn found(w: &World, text: &str) -> Found {
    palette::search(&w.b, &w.lan, text).await.unwrap()
}

fn names(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(Hit::name).collect()
}

stories! {
    async fn one_text_finds_people_companies_and_deals(w: World) {
        let hoa = add(&w, "Lê Thị Hoa", "An Phú", &["0901234567"]).await;
        add(&w, "Lê Thị Hòa", "", &[]).await;
        add_deal(&w, "Hoa tươi khai trương", 5).await;
        add_deal(&w, "Máy lạnh", 9).await;
        let all = found(&w, "hoa").await;
        assert_eq!(names(&all.customers), ["Lê Thị Hòa", "Lê Thị Hoa"], "dealt with last first");
        assert_eq!(names(&all.deals), ["Hoa tươi khai trương"]);
        assert_eq!(names(&found(&w, "hòa").await.customers), ["Lê Thị Hòa", "Lê Thị Hoa"], "the very accents first");
        assert_eq!(names(&found(&w, "thị hoa phu").await.customers), ["Lê Thị Hoa"]);
        let firm = found(&w, "an phu").await;
        assert_eq!((names(&firm.companies), names(&firm.customers)), (vec!["An Phú"], vec!["Lê Thị Hoa"]));
        assert_eq!(names(&firm.deals), ["Máy lạnh", "Hoa tươi khai trương"], "what it may buy");
        assert!(matches!(&all.customers[1], Hit::Customer { id, .. } if *id == hoa));
        assert_eq!((found(&w, "  ").await, found(&w, "!?").await), (Found::default(), Found::default()));
    }

    async fn a_number_is_found_however_it_is_written(w: World) {
        add(&w, "Lê Thị Hoa", "", &["0901 234 567"]).await;
        found_company(&w, "An Phú", &["028 3822 1234"]).await;
        for written in ["0901234567", "+84 901 234 567", "84901234567", "0901.234.567", "901234567", "1234567", "34 567"] {
            assert_eq!(names(&found(&w, written).await.customers), ["Lê Thị Hoa"], "{written}");
        }
        let whole = found(&w, "+84 (0)901 234 567").await.number.unwrap();
        assert_eq!((whole.number.as_str(), whole.holder()), ("+84901234567", Some("Lê Thị Hoa")));
        let firm = found(&w, "02838221234").await;
        assert_eq!((firm.number.unwrap().holder(), names(&firm.companies)), (Some("An Phú"), vec!["An Phú"]));
        let unknown = found(&w, "0911 222 333").await;
        assert_eq!((unknown.number.unwrap().holders(), unknown.customers), (0, vec![]));
        assert_eq!(found(&w, "hoa").await.number, None);
    }

    async fn a_deal_is_found_while_it_is_there(w: World) {
        let deal = add_deal(&w, "Máy lạnh", 9).await;
        assert_eq!(names(&found(&w, "may la").await.deals), ["Máy lạnh"]);
        let renamed = DealForm { title: "Quạt trần".into(), ..DealForm::from(&deal) };
        let deal = deals::update(&w.b, &w.lan, &deal.id, deal.version, &renamed).await.unwrap();
        assert_eq!((found(&w, "may la").await.deals, names(&found(&w, "quat").await.deals)), (vec![], vec!["Quạt trần"]));
        deals::delete(&w.b, &w.manager, &deal.id).await.unwrap();
        assert_eq!(found(&w, "quat").await.deals, []);
    }

    async fn of_whom_was_found_only_open_deals_are_offered(w: World) {
        let pipeline = pipelines::list(&w.b, &w.lan).await.unwrap().remove(0);
        let open = deals::create(&w.b, &w.lan, &at_stage(&pipeline.stages[0], "Máy lạnh")).await.unwrap();
        let won = Move { version: open.version, stage: pipeline.stages[4].id.clone(), lost_reason: None };
        assert_eq!(names(&found(&w, "an phu").await.deals), ["Máy lạnh"]);
        deals::move_to(&w.b, &w.lan, &open.id, &won).await.unwrap();
        assert_eq!(found(&w, "an phu").await.deals, []);
        assert_eq!(names(&found(&w, "may lanh").await.deals), ["Máy lạnh"], "by its title it is found");
    }

    async fn whose_name_is_typed_is_found_among_very_many_who_share_its_words(w: World) {
        add(&w, "Lê Thị Ngọc Mai", "", &[]).await;
        let many = |name: &str| format!("{name}\n").repeat(3_100);
        bring_in(&w, &format!("Họ tên\n{}{}", many("Lê Thị Ngọc Hân"), many("Trần Mai")), Rule::Skip).await;
        for typed in ["le thi ngoc mai", "Lê Thị Ngọc Mai", "lê thị ngọc ma"] {
            assert_eq!(names(&found(&w, typed).await.customers), ["Lê Thị Ngọc Mai"], "{typed}");
        }
        assert_eq!(names(&found(&w, "le thi ngoc").await.customers), ["Lê Thị Ngọc Hân"; OFFERED]);
    }

    async fn of_many_a_few_are_offered(w: World) {
        for n in 0..8 {
            add(&w, &format!("Hoa {n}"), "", &[]).await;
        }
        assert_eq!(names(&found(&w, "hoa").await.customers), ["Hoa 7", "Hoa 6", "Hoa 5", "Hoa 4", "Hoa 3"]);
        assert_eq!(found(&w, "hoa").await.customers.len(), OFFERED);
    }

    async fn what_was_opened_last_is_shown_as_it_is_now(w: World) {
        let hoa = add(&w, "Lê Thị Hoa", "", &["0901234567"]).await;
        let firm = found_company(&w, "An Phú", &[]).await;
        let deal = add_deal(&w, "Máy lạnh", 9).await;
        let gone = Subject::Customer(CustomerId::new("gone"));
        let opened = [Subject::Deal(deal.id.clone()), gone, on(&hoa), Subject::Company(firm.id)];
        let recent = palette::recent(&w.b, &w.minh, &opened).await.unwrap();
        assert_eq!(names(&recent), ["Máy lạnh", "Lê Thị Hoa", "An Phú"], "in the order they were opened");
        deals::delete(&w.b, &w.manager, &deal.id).await.unwrap();
        assert_eq!(names(&palette::recent(&w.b, &w.minh, &opened).await.unwrap()), ["Lê Thị Hoa", "An Phú"]);
        let others = [Subject::Company(CompanyId::new("x")), Subject::Deal(DealId::new("y"))];
        assert_eq!(palette::recent(&w.b, &w.minh, &others).await, Ok(vec![]));
    }

    async fn deals_from_before_are_found_after_the_next_start(w: World) {
        add_deal(&w, "Máy lạnh", 9).await;
        Other::at(&w).await.forget_deal_words().await;
        assert_eq!(found(&w, "may lanh").await.deals, []);
        let again = w.reopened().await;
        assert_eq!(names(&palette::search(&again, &w.lan, "may lanh").await.unwrap().deals), ["Máy lạnh"]);
    }
}
