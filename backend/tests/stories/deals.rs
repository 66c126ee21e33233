//! Deals: made, moved along their pipeline by two at once, listed, put on a board, added up.

use crate::companies::company;
use crate::customers::add;
use crate::stories;
use crate::world::World;
use backend::{calls, companies, customers, deals, notes, pipelines, timeline};
use domain::customers::{OwnerFilter, TimelineEntry};
use domain::deals::{Deal, DealChange, DealFilter, DealForm, DealQuery, DealSort, Due, Move};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CustomerId, DealId, LostReasonId, StageId};
use domain::pipelines::{Pipeline, Stage};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::{self, DAY};
use std::collections::HashSet;

fn titled(title: &str) -> DealForm {
    DealForm { title: title.into(), company: "An Phú".into(), ..DealForm::default() }
}

/// A form of a deal at a stage.
pub(crate) fn at_stage(stage: &Stage, title: &str) -> DealForm {
    DealForm { stage: Some(stage.id.clone()), ..titled(title) }
}

/// A deal of so many million, Lan's.
pub(crate) async fn add_deal(w: &World, title: &str, million: i64) -> Deal {
    w.pass(1_000);
    let form = DealForm { amount: format!("{million}tr"), owner: Some(w.lan.id.clone()), ..titled(title) };
    deals::create(&w.b, &w.lan, &form).await.unwrap()
}

async fn sales(w: &World) -> Pipeline {
    pipelines::list(&w.b, &w.lan).await.unwrap().remove(0)
}

fn to(deal: &Deal, stage: &Stage) -> Move {
    Move { version: deal.version, stage: stage.id.clone(), lost_reason: None }
}

async fn titles(w: &World, query: DealQuery) -> Vec<String> {
    deals::list(&w.b, &w.lan, &query).await.unwrap().rows.into_iter().map(|deal| deal.title).collect()
}

async fn changes(w: &World, subject: Subject) -> Vec<DealChange> {
    let page = timeline::of(&w.b, &w.lan, &subject, &[], None).await.unwrap();
    let change = |entry| if let TimelineEntry::Deal(event) = entry { Some(event.change) } else { None };
    page.rows.into_iter().filter_map(change).collect()
}

stories! {
    async fn a_deal_is_made_with_a_customer_and_a_company(w: World) {
        let lan = add(&w, "Nguyễn Thị Hoa", "", &["0901234567"]).await;
        let form = DealForm {
            customer: Some(lan.clone()),
            company: "Công ty Mới".into(),
            amount: "1,5 tỷ".into(),
            close_on: "2026-12-31".into(),
            owner: Some(w.lan.id.clone()),
            ..titled("  Tổng đài   50 máy ")
        };
        let made = deals::create(&w.b, &w.lan, &form).await.unwrap();
        assert_eq!((made.title.as_str(), made.amount, made.version), ("Tổng đài 50 máy", 1_500_000_000, 1));
        assert_eq!(made.close_on.map(times::date).as_deref(), Some("31/12/2026"));
        assert_eq!(made.stage.name, "Tiếp cận", "the first stage of the first pipeline");
        assert_eq!(made.customer.as_ref().map(|c| &c.id), Some(&lan));
        let company = made.company.clone().unwrap();
        assert_eq!(companies::get(&w.b, &w.lan, &company.id).await.unwrap().name, "Công ty Mới", "made while typing");
        assert_eq!(deals::of_customer(&w.b, &w.minh, &lan).await, Ok(vec![made.clone()]));
        assert_eq!(deals::of_company(&w.b, &w.minh, &company.id).await, Ok(vec![made.clone()]));
        assert_eq!(deals::get(&w.b, &w.minh, &made.id).await, Ok(made));
        let in_use = companies::delete(&w.b, &w.admin, &company.id).await;
        assert_eq!(in_use, Err(Problem::at(Field::Company, FieldProblem::InUse)));
    }

    async fn what_is_wrong_with_a_deal_is_said_at_its_field(w: World) {
        let bad = DealForm { amount: "nhiều".into(), close_on: "mai".into(), ..DealForm::default() };
        let Err(Problem::Invalid(errors)) = deals::create(&w.b, &w.lan, &bad).await else { panic!() };
        let fields: Vec<Field> = errors.into_iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Title, Field::Customer, Field::Amount, Field::CloseOn]);
        let stray = DealForm { stage: Some(StageId::new("x")), ..titled("A") };
        assert_eq!(deals::create(&w.b, &w.lan, &stray).await, Err(Problem::at(Field::Stage, FieldProblem::Unknown)));
        let nobody = DealForm { customer: Some(CustomerId::new("x")), ..titled("A") };
        assert_eq!(deals::create(&w.b, &w.lan, &nobody).await, Err(Problem::at(Field::Customer, FieldProblem::Unknown)));
        let theirs = DealForm { owner: Some(w.minh.id.clone()), ..titled("A") };
        assert_eq!(deals::create(&w.b, &w.lan, &theirs).await, Err(Problem::Forbidden));
    }

    async fn a_deal_moves_and_the_second_mover_is_told(w: World) {
        let stages = sales(&w).await.stages;
        let deal = add_deal(&w, "Máy lạnh", 20).await;
        w.pass(60_000);
        let moved = deals::move_to(&w.b, &w.minh, &deal.id, &to(&deal, &stages[2])).await.unwrap();
        assert_eq!((moved.stage.name.as_str(), moved.version, moved.moved_at), ("Báo giá", 2, w.b.now()));
        let refused = deals::move_to(&w.b, &w.lan, &deal.id, &to(&deal, &stages[1])).await;
        assert_eq!(refused, Err(Problem::StaleDeal(Box::new(moved.clone()))));
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await, Ok(moved.clone()), "nothing was moved");
        let refused = deals::update(&w.b, &w.lan, &deal.id, 1, &DealForm::from(&deal)).await;
        assert!(matches!(refused, Err(Problem::StaleDeal(_))));
        let gone = deals::move_to(&w.b, &w.lan, &DealId::new("x"), &to(&deal, &stages[1])).await;
        assert_eq!(gone, Err(Problem::NotFound));
        w.pass(1_000);
        let won = deals::move_to(&w.b, &w.lan, &deal.id, &to(&moved, &stages[4])).await.unwrap();
        let told = changes(&w, Subject::Deal(deal.id.clone())).await;
        let step = |from: &str, to: &str| DealChange::Moved { from: from.into(), to: to.into(), reason: None };
        assert_eq!(told, [step("Báo giá", "Chốt"), step("Tiếp cận", "Báo giá"), DealChange::Made { stage: "Tiếp cận".into() }]);
        assert_eq!(changes(&w, Subject::Company(won.company.unwrap().id)).await, told);
    }

    async fn of_many_moves_at_once_one_wins(w: World) {
        let stages = sales(&w).await.stages;
        let deal = add_deal(&w, "Máy lạnh", 20).await;
        let moves = (1..5).map(|n| {
            let (b, lan, id, there) = (w.b.clone(), w.lan.clone(), deal.id.clone(), to(&deal, &stages[n]));
            tokio::spawn(async move { deals::move_to(&b, &lan, &id, &there).await })
        });
        let mut won = 0;
        for one in moves.collect::<Vec<_>>() {
            match one.await.unwrap() {
                Ok(_) => won += 1,
                Err(problem) => assert!(matches!(problem, Problem::StaleDeal(_)), "{problem:?}"),
            }
        }
        assert_eq!((won, deals::get(&w.b, &w.lan, &deal.id).await.unwrap().version), (1, 2));
    }

    async fn a_lost_deal_says_why(w: World) {
        let sales = sales(&w).await;
        let deal = add_deal(&w, "Máy lạnh", 20).await;
        let lost = &sales.stages[5];
        let silent = deals::move_to(&w.b, &w.lan, &deal.id, &to(&deal, lost)).await;
        assert_eq!(silent, Err(Problem::at(Field::LostReason, FieldProblem::Required)));
        let stray = Move { lost_reason: Some(LostReasonId::new("x")), ..to(&deal, lost) };
        let stray = deals::move_to(&w.b, &w.lan, &deal.id, &stray).await;
        assert_eq!(stray, Err(Problem::at(Field::LostReason, FieldProblem::Unknown)));
        let why = Move { lost_reason: Some(sales.lost_reasons[0].id.clone()), ..to(&deal, lost) };
        let gone = deals::move_to(&w.b, &w.lan, &deal.id, &why).await.unwrap();
        assert_eq!(gone.lost_reason.as_ref().map(|reason| reason.name.as_str()), Some("Giá cao"));
        let back = deals::move_to(&w.b, &w.lan, &deal.id, &to(&gone, &sales.stages[1])).await.unwrap();
        assert_eq!(back.lost_reason, None, "an open deal is not lost for anything");
    }

    async fn only_managers_hand_deals_over_and_hide_them(w: World) {
        let deal = add_deal(&w, "Máy lạnh", 20).await;
        let mut form = DealForm::from(&deal);
        form.owner = Some(w.minh.id.clone());
        assert_eq!(deals::update(&w.b, &w.lan, &deal.id, 1, &form).await, Err(Problem::Forbidden));
        assert_eq!(deals::update(&w.b, &w.other_manager, &deal.id, 1, &form).await, Err(Problem::Forbidden));
        let moved = deals::update(&w.b, &w.manager, &deal.id, 1, &form).await.unwrap();
        assert_eq!(moved.owner.map(|owner| owner.id), Some(w.minh.id.clone()));
        let mut form = DealForm::from(&deals::get(&w.b, &w.lan, &deal.id).await.unwrap());
        form.amount = "30tr".into();
        assert_eq!(deals::update(&w.b, &w.lan, &deal.id, 2, &form).await.unwrap().amount, 30_000_000, "others may edit");

        assert_eq!(deals::delete(&w.b, &w.lan, &deal.id).await, Err(Problem::Forbidden));
        assert_eq!(deals::delete(&w.b, &w.other_manager, &deal.id).await, Err(Problem::Forbidden));
        deals::delete(&w.b, &w.manager, &deal.id).await.unwrap();
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await, Err(Problem::NotFound));
        assert_eq!(deals::delete(&w.b, &w.manager, &deal.id).await, Err(Problem::NotFound));
        assert_eq!(titles(&w, DealQuery::default()).await, Vec::<String>::new());
        let board = deals::board(&w.b, &w.lan, &DealQuery::default()).await.unwrap();
        assert_eq!(board.columns.iter().map(|column| column.count).sum::<i64>(), 0);
    }

    async fn the_list_is_filtered_sorted_and_paged(w: World) {
        let stages = sales(&w).await.stages;
        for n in 0..60_i64 {
            w.pass(1_000);
            let close_on = if n % 6 == 0 { String::new() } else { times::iso_date(w.b.now().plus((n - 10) * DAY)) };
            let form = DealForm {
                amount: format!("{}tr", n % 7),
                close_on,
                owner: (n % 2 == 0).then(|| w.lan.id.clone()),
                ..at_stage(&stages[usize::try_from(n % 3).unwrap()], &format!("Đơn {n:02}"))
            };
            deals::create(&w.b, &w.lan, &form).await.unwrap();
        }
        for sort in [DealSort::Close, DealSort::Amount, DealSort::Moved, DealSort::Title] {
            let mut query = DealQuery { sort, ..DealQuery::default() };
            let mut seen = Vec::new();
            loop {
                let page = deals::list(&w.b, &w.lan, &query).await.unwrap();
                seen.extend(page.rows);
                let Some(next) = page.next else { break };
                query.after = Some(next);
            }
            assert_eq!(seen.iter().map(|deal| deal.id.to_string()).collect::<HashSet<_>>().len(), 60, "{sort:?}");
            let in_order = seen.is_sorted_by(|a, b| match sort {
                DealSort::Close => a.close_on.map_or(i64::MAX, |on| on.0) <= b.close_on.map_or(i64::MAX, |on| on.0),
                DealSort::Amount => a.amount >= b.amount,
                DealSort::Moved => a.moved_at >= b.moved_at,
                DealSort::Title => a.title <= b.title,
            });
            assert!(in_order, "{sort:?}");
        }
        let count = async |filter: DealFilter| {
            titles(&w, DealQuery { filter, ..DealQuery::default() }).await.len()
        };
        let any = DealFilter::default();
        assert_eq!(count(DealFilter { stage: Some(stages[1].id.clone()), ..any.clone() }).await, 20);
        assert_eq!(count(DealFilter { owner: OwnerFilter::Nobody, ..any.clone() }).await, 30);
        assert_eq!(count(DealFilter { due: Some(Due::Unknown), ..any.clone() }).await, 10);
        assert_eq!(count(DealFilter { due: Some(Due::Overdue), ..any.clone() }).await, 8);
        assert_eq!(count(DealFilter { text: "don 0".into(), ..any.clone() }).await, 15, "wherever the word stands in a title");
        assert_eq!(count(DealFilter { text: "an phu 59".into(), ..any.clone() }).await, 1);
        assert_eq!(count(DealFilter { text: "khong".into(), ..any }).await, 0);
    }

    async fn the_board_says_what_each_stage_comes_to(w: World) {
        let sales = sales(&w).await;
        for n in 0..30 {
            add_deal(&w, &format!("Đơn {n}"), 1).await;
        }
        let one = add_deal(&w, "Lớn", 500).await;
        deals::move_to(&w.b, &w.lan, &one.id, &to(&one, &sales.stages[3])).await.unwrap();
        let board = deals::board(&w.b, &w.minh, &DealQuery::default()).await.unwrap();
        let sums: Vec<(i64, i64)> = board.columns.iter().map(|column| (column.count, column.amount)).collect();
        assert_eq!(sums, [(30, 30_000_000), (0, 0), (0, 0), (1, 500_000_000), (0, 0), (0, 0)]);
        let first = &board.columns[0].deals;
        assert_eq!(first.rows.len(), 25);
        let filter = DealFilter { stage: Some(board.columns[0].stage.id.clone()), ..DealFilter::default() };
        let rest = DealQuery { filter, sort: DealSort::Close, after: first.next.clone() };
        assert_eq!(titles(&w, rest).await.len(), 5, "the list goes on where the column ends");
        let of_minh = DealFilter { owner: OwnerFilter::Member(w.minh.id.clone()), ..DealFilter::default() };
        let board = deals::board(&w.b, &w.lan, &DealQuery { filter: of_minh, ..DealQuery::default() }).await.unwrap();
        assert_eq!(board.columns[0].count, 0);
    }

    async fn the_card_of_a_caller_shows_open_deals(w: World) {
        let stages = sales(&w).await.stages;
        let hoa = add(&w, "Hoa", "", &["0901234567"]).await;
        for n in 0..5 {
            w.pass(1_000);
            let form = DealForm { customer: Some(hoa.clone()), ..at_stage(&stages[if n == 4 { 4 } else { 1 }], &format!("Đơn {n}")) };
            deals::create(&w.b, &w.lan, &form).await.unwrap();
        }
        let card = crate::calls::ring(&w, "c1", "0901234567").await;
        let shown: Vec<_> = card.customers[0].deals.iter().map(|one| (one.deal.title.as_str(), one.stage.as_str())).collect();
        let at = "Tìm hiểu nhu cầu";
        assert_eq!(shown, [("Đơn 3", at), ("Đơn 2", at), ("Đơn 1", at)]);
    }

    async fn the_forecast_adds_up_months(w: World) {
        let sales = sales(&w).await;
        let due = async |title: &str, amount: &str, close_on: &str, stage: usize| {
            let form = DealForm { amount: amount.into(), close_on: close_on.into(), ..at_stage(&sales.stages[stage], title) };
            deals::create(&w.b, &w.lan, &form).await.unwrap()
        };
        due("Tháng này", "100tr", "2026-11-30", 2).await;
        due("Tháng sau", "200tr", "2026-12-01", 0).await;
        due("Quá hạn", "7tr", "2026-11-19", 1).await;
        due("Không ngày", "5tr", "", 1).await;
        let won = due("Đã chốt", "40tr", "2026-12-20", 3).await;
        deals::move_to(&w.b, &w.lan, &won.id, &to(&won, &sales.stages[4])).await.unwrap();
        let forecast = deals::forecast(&w.b, &w.lan, None, None).await.unwrap();
        let months: Vec<_> = forecast.months.iter().map(|m| (times::iso_date(m.begins), m.won, m.likely, m.open)).collect();
        assert_eq!(months.len(), 8);
        assert_eq!(months[2], ("2026-11-01".into(), 40_000_000, 50_000_000, 100_000_000));
        assert_eq!(months[3], ("2026-12-01".into(), 0, 20_000_000, 200_000_000));
        assert_eq!((forecast.overdue, forecast.unknown), (7_000_000, 5_000_000));
        let of_lan = deals::forecast(&w.b, &w.lan, Some(&sales.id), Some(&w.lan.id)).await.unwrap();
        assert!(of_lan.months.iter().all(|month| month.open == 0 && month.won == 0));
    }

    async fn timelines_tell_what_belongs_together(w: World) {
        let firm = companies::create(&w.b, &w.lan, &company("An Phú", &["02838221234"])).await.unwrap();
        let hoa = add(&w, "Hoa", "An Phú", &["0901234567"]).await;
        let form = DealForm { customer: Some(hoa.clone()), ..titled("Máy lạnh") };
        let deal = deals::create(&w.b, &w.lan, &form).await.unwrap();
        w.pass(1_000);
        for (subject, text) in [
            (Subject::Customer(hoa.clone()), "về Hoa"),
            (Subject::Company(firm.id.clone()), "về An Phú"),
            (Subject::Deal(deal.id.clone()), "về máy lạnh"),
        ] {
            w.pass(1_000);
            notes::add(&w.b, &w.lan, &subject, text).await.unwrap();
        }
        w.pass(1_000);
        let facts = [crate::calls::answered(&w, "c1", "0901234567"), crate::calls::answered(&w, "c2", "02838221234")];
        calls::report(&w.b, &w.lan, &facts).await.unwrap();
        let told = async |subject: Subject| -> Vec<String> {
            let page = timeline::of(&w.b, &w.minh, &subject, &[], None).await.unwrap();
            let word = |entry| match entry {
                TimelineEntry::Note(note) => format!("{} ({})", note.text, note.about_name),
                TimelineEntry::Call(call) => call.id.to_string(),
                TimelineEntry::Deal(event) => event.deal.title,
                TimelineEntry::Task(task) => task.title,
            };
            page.rows.into_iter().map(word).collect()
        };
        let (of_hoa, of_deal) = ("về Hoa (Hoa)".to_owned(), "về máy lạnh (Máy lạnh)".to_owned());
        assert_eq!(told(Subject::Customer(hoa.clone())).await, ["c1".to_owned(), of_deal.clone(), of_hoa.clone(), "Máy lạnh".into()]);
        assert_eq!(told(Subject::Deal(deal.id.clone())).await, ["c1".to_owned(), of_deal.clone(), "Máy lạnh".into()]);
        let of_firm = "về An Phú (An Phú)".to_owned();
        assert_eq!(
            told(Subject::Company(firm.id)).await,
            ["c2".to_owned(), "c1".into(), of_deal, of_firm, of_hoa, "Máy lạnh".into()]
        );
        let nothing = timeline::of(&w.b, &w.lan, &Subject::Deal(DealId::new("x")), &[], None).await;
        assert_eq!(nothing, Err(Problem::NotFound));
        assert_eq!(customers::timeline(&w.b, &w.lan, &hoa, None).await.unwrap().rows.len(), 4);
    }
}
