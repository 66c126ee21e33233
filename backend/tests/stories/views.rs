//! Views of the log: kept, shared, begun with.

use crate::stories;
use crate::world::{World, nobody};
use backend::views;
use domain::access::Actor;
use domain::calls::{CallFilter, Column, OutcomeKind};
use domain::fields::{Field, FieldProblem};
use domain::ids::ViewId;
use domain::problem::Problem;
use domain::views::{LogView, ViewForm};

fn missed() -> LogView {
    let filter = CallFilter { outcomes: vec![OutcomeKind::Missed], ..CallFilter::default() };
    LogView { filter, oldest_first: true, columns: Some(vec![Column::Customer, Column::Start]) }
}

fn form(name: &str, shared: bool, view: LogView) -> ViewForm {
    ViewForm { name: name.into(), shared, view }
}

async fn names(w: &World, who: &Actor) -> Vec<String> {
    views::list(&w.b, who).await.unwrap().into_iter().map(|saved| saved.name).collect()
}

stories! {
    async fn a_view_is_kept_changed_and_taken_away(w: World) {
        let id = views::create(&w.b, &w.lan, &form("  Gọi  nhỡ ", false, missed())).await.unwrap();
        let kept = views::list(&w.b, &w.lan).await.unwrap();
        assert_eq!((kept[0].name.as_str(), &kept[0].view, kept[0].own), ("Gọi nhỡ", &missed(), true));
        assert_eq!((kept[0].shared, kept[0].default), (false, false));
        let taken = Err(Problem::at(Field::Name, FieldProblem::Taken));
        assert_eq!(views::create(&w.b, &w.lan, &form("goi nho", false, missed())).await, taken);
        let nameless = views::create(&w.b, &w.lan, &form(" ", false, missed())).await;
        assert_eq!(nameless, Err(Problem::at(Field::Name, FieldProblem::Required)));
        views::update(&w.b, &w.lan, &id, &form("Của tôi", false, LogView::default())).await.unwrap();
        let kept = views::list(&w.b, &w.lan).await.unwrap();
        assert_eq!((kept[0].name.as_str(), &kept[0].view), ("Của tôi", &LogView::default()));
        views::delete(&w.b, &w.lan, &id).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, Vec::<String>::new());
        assert_eq!(views::delete(&w.b, &w.lan, &id).await, Err(Problem::NotFound));
        assert_eq!(views::update(&w.b, &w.lan, &id, &form("X", false, missed())).await, Err(Problem::NotFound));
    }

    async fn a_view_is_ones_own_until_a_manager_shares_it(w: World) {
        assert_eq!(views::create(&w.b, &w.lan, &form("Nhỡ", true, missed())).await, Err(Problem::Forbidden));
        let own = views::create(&w.b, &w.lan, &form("Nhỡ", false, missed())).await.unwrap();
        let shared = views::create(&w.b, &w.manager, &form("Nhỡ chung", true, missed())).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, ["Nhỡ", "Nhỡ chung"]);
        assert_eq!(names(&w, &w.minh).await, ["Nhỡ chung"]);
        for who in [&w.minh, &w.manager, &w.admin] {
            assert_eq!(views::delete(&w.b, who, &own).await, Err(Problem::NotFound), "nobody knows of it");
            assert_eq!(views::begin_with(&w.b, who, Some(&own)).await, Err(Problem::NotFound));
        }
        for who in [&w.minh, &w.other_manager] {
            let form = form("Khác", false, missed());
            assert_eq!(views::update(&w.b, who, &shared, &form).await, Err(Problem::Forbidden));
            assert_eq!(views::delete(&w.b, who, &shared).await, Err(Problem::Forbidden));
        }
        views::delete(&w.b, &w.admin, &shared).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, ["Nhỡ"]);
    }

    async fn what_one_may_not_see_is_not_offered(w: World) {
        let of = |filter: CallFilter| LogView { filter, ..LogView::default() };
        let team = of(CallFilter { teams: vec![w.team.clone()], ..CallFilter::default() });
        let lan = of(CallFilter::of_agent(w.lan.id.clone()));
        views::create(&w.b, &w.manager, &form("Nhóm", true, team)).await.unwrap();
        views::create(&w.b, &w.manager, &form("Lan", true, lan)).await.unwrap();
        views::create(&w.b, &w.admin, &form("Ai đó", true, of(CallFilter::of_agent(nobody())))).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, ["Lan"]);
        assert_eq!(names(&w, &w.minh).await, Vec::<String>::new());
        assert_eq!(names(&w, &w.manager).await, ["Ai đó", "Lan", "Nhóm"]);
        assert_eq!(names(&w, &w.other_manager).await, ["Ai đó", "Lan"]);
    }

    async fn the_log_begins_with_a_view(w: World) {
        let shared = views::create(&w.b, &w.manager, &form("Nhỡ", true, missed())).await.unwrap();
        let own = views::create(&w.b, &w.lan, &form("Riêng", false, missed())).await.unwrap();
        let default = async |who: &Actor| {
            let views = views::list(&w.b, who).await.unwrap();
            views.into_iter().filter(|saved| saved.default).map(|saved| saved.id).collect::<Vec<_>>()
        };
        views::begin_with(&w.b, &w.lan, Some(&shared)).await.unwrap();
        assert_eq!(default(&w.lan).await, std::slice::from_ref(&shared));
        assert_eq!(default(&w.minh).await, [], "each begins as they like");
        views::begin_with(&w.b, &w.lan, Some(&own)).await.unwrap();
        assert_eq!(default(&w.lan).await, [own]);
        views::begin_with(&w.b, &w.lan, None).await.unwrap();
        assert_eq!(default(&w.lan).await, []);
        views::begin_with(&w.b, &w.minh, Some(&shared)).await.unwrap();
        views::delete(&w.b, &w.manager, &shared).await.unwrap();
        assert_eq!(default(&w.minh).await, [], "gone is gone");
        assert_eq!(views::begin_with(&w.b, &w.lan, Some(&ViewId::new("x"))).await, Err(Problem::NotFound));
    }
}
