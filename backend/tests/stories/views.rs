//! Views of lists: kept, shared, begun with.

use crate::numbers::decide;
use crate::stories;
use crate::world::{World, nobody};
use backend::views;
use domain::access::{Actor, Role};
use domain::calls::{CallFilter, Column, OutcomeKind};
use domain::fields::{Field, FieldProblem};
use domain::ids::ViewId;
use domain::lists::List;
use domain::problem::Problem;
use domain::rights::Numbers;
use domain::views::{LogView, ViewForm, Words};

fn missed() -> LogView {
    let filter = CallFilter { outcomes: vec![OutcomeKind::Missed], ..CallFilter::default() };
    LogView { filter, oldest_first: true, columns: Some(vec![Column::Customer, Column::Start]) }
}

fn form(name: &str, shared: bool, view: &LogView) -> ViewForm {
    ViewForm { list: List::Calls, name: name.into(), shared, words: Words::from(view) }
}

async fn names(w: &World, who: &Actor) -> Vec<String> {
    views::list(&w.b, who, List::Calls).await.unwrap().into_iter().map(|saved| saved.name).collect()
}

stories! {
    async fn a_view_is_kept_changed_and_taken_away(w: World) {
        let id = views::create(&w.b, &w.lan, &form("  Gọi  nhỡ ", false, &missed())).await.unwrap();
        let kept = views::list(&w.b, &w.lan, List::Calls).await.unwrap();
        assert_eq!((kept[0].name.as_str(), LogView::from(&kept[0].words), kept[0].own), ("Gọi nhỡ", missed(), true));
        assert_eq!((kept[0].shared, kept[0].default), (false, false));
        let taken = Err(Problem::at(Field::Name, FieldProblem::Taken));
        assert_eq!(views::create(&w.b, &w.lan, &form("goi nho", false, &missed())).await, taken);
        let nameless = views::create(&w.b, &w.lan, &form(" ", false, &missed())).await;
        assert_eq!(nameless, Err(Problem::at(Field::Name, FieldProblem::Required)));
        views::update(&w.b, &w.lan, &id, &form("Của tôi", false, &LogView::default())).await.unwrap();
        let kept = views::list(&w.b, &w.lan, List::Calls).await.unwrap();
        assert_eq!((kept[0].name.as_str(), LogView::from(&kept[0].words)), ("Của tôi", LogView::default()));
        views::delete(&w.b, &w.lan, &id).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, Vec::<String>::new());
        assert_eq!(views::delete(&w.b, &w.lan, &id).await, Err(Problem::NotFound));
        assert_eq!(views::update(&w.b, &w.lan, &id, &form("X", false, &missed())).await, Err(Problem::NotFound));
    }

    async fn a_view_is_ones_own_until_a_manager_shares_it(w: World) {
        assert_eq!(views::create(&w.b, &w.lan, &form("Nhỡ", true, &missed())).await, Err(Problem::Forbidden));
        let own = views::create(&w.b, &w.lan, &form("Nhỡ", false, &missed())).await.unwrap();
        let shared = views::create(&w.b, &w.manager, &form("Nhỡ chung", true, &missed())).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, ["Nhỡ", "Nhỡ chung"]);
        assert_eq!(names(&w, &w.minh).await, ["Nhỡ chung"]);
        for who in [&w.minh, &w.manager, &w.admin] {
            assert_eq!(views::delete(&w.b, who, &own).await, Err(Problem::NotFound), "nobody knows of it");
            assert_eq!(views::begin_with(&w.b, who, List::Calls, Some(&own)).await, Err(Problem::NotFound));
        }
        for who in [&w.minh, &w.other_manager] {
            let form = form("Khác", false, &missed());
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
        views::create(&w.b, &w.manager, &form("Nhóm", true, &team)).await.unwrap();
        views::create(&w.b, &w.manager, &form("Lan", true, &lan)).await.unwrap();
        views::create(&w.b, &w.admin, &form("Ai đó", true, &of(CallFilter::of_agent(nobody())))).await.unwrap();
        assert_eq!(names(&w, &w.lan).await, ["Lan"]);
        assert_eq!(names(&w, &w.minh).await, Vec::<String>::new());
        assert_eq!(names(&w, &w.manager).await, ["Ai đó", "Lan", "Nhóm"]);
        assert_eq!(names(&w, &w.other_manager).await, ["Ai đó", "Lan"]);
    }

    async fn the_log_begins_with_a_view(w: World) {
        let shared = views::create(&w.b, &w.manager, &form("Nhỡ", true, &missed())).await.unwrap();
        let own = views::create(&w.b, &w.lan, &form("Riêng", false, &missed())).await.unwrap();
        let default = async |who: &Actor| {
            let views = views::list(&w.b, who, List::Calls).await.unwrap();
            views.into_iter().filter(|saved| saved.default).map(|saved| saved.id).collect::<Vec<_>>()
        };
        views::begin_with(&w.b, &w.lan, List::Calls, Some(&shared)).await.unwrap();
        assert_eq!(default(&w.lan).await, std::slice::from_ref(&shared));
        assert_eq!(default(&w.minh).await, [], "each begins as they like");
        views::begin_with(&w.b, &w.lan, List::Calls, Some(&own)).await.unwrap();
        assert_eq!(default(&w.lan).await, [own]);
        views::begin_with(&w.b, &w.lan, List::Calls, None).await.unwrap();
        assert_eq!(default(&w.lan).await, []);
        views::begin_with(&w.b, &w.minh, List::Calls, Some(&shared)).await.unwrap();
        views::delete(&w.b, &w.manager, &shared).await.unwrap();
        assert_eq!(default(&w.minh).await, [], "gone is gone");
        assert_eq!(views::begin_with(&w.b, &w.lan, List::Calls, Some(&ViewId::new("x"))).await, Err(Problem::NotFound));
    }

    async fn each_list_has_its_own_views_and_a_role_its_beginning(w: World) {
        let of = |list: List, name: &str, shared: bool| ViewForm {
            list,
            name: name.into(),
            shared,
            words: Words::from([("filter".into(), "all(owner.is.me)".into()), ("sort".into(), "name".into())]),
        };
        let mine = views::create(&w.b, &w.lan, &of(List::Customers, "Của tôi", false)).await.unwrap();
        views::create(&w.b, &w.lan, &of(List::Deals, "Của tôi", false)).await.unwrap();
        let shared = views::create(&w.b, &w.manager, &of(List::Customers, "Chung", true)).await.unwrap();
        let begins = async |who: &Actor, list: List| {
            let views = views::list(&w.b, who, list).await.unwrap();
            views.into_iter().filter(|saved| saved.default).map(|saved| saved.id).collect::<Vec<_>>()
        };
        let kept = views::list(&w.b, &w.lan, List::Customers).await.unwrap();
        assert_eq!(kept.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["Chung", "Của tôi"]);
        assert_eq!(kept[1].words.get("filter").map(String::as_str), Some("all(owner.is.me)"));
        let for_agents = async |who: &Actor, id: &ViewId| {
            views::role_begins_with(&w.b, who, List::Customers, Role::Agent, Some(id)).await
        };
        for who in [&w.lan, &w.manager] {
            assert_eq!(for_agents(who, &shared).await, Err(Problem::Forbidden));
        }
        assert_eq!(for_agents(&w.admin, &mine).await, Err(Problem::NotFound), "it is not shared");
        for_agents(&w.admin, &shared).await.unwrap();
        assert_eq!(begins(&w.lan, List::Customers).await, std::slice::from_ref(&shared));
        assert_eq!((begins(&w.lan, List::Deals).await, begins(&w.manager, List::Customers).await), (vec![], vec![]));
        views::begin_with(&w.b, &w.lan, List::Customers, None).await.unwrap();
        assert_eq!(begins(&w.lan, List::Customers).await, [], "what one likes comes before what the role begins with");
        assert_eq!(begins(&w.minh, List::Customers).await, std::slice::from_ref(&shared));
        views::update(&w.b, &w.manager, &shared, &of(List::Customers, "Chung", false)).await.unwrap();
        assert_eq!(begins(&w.minh, List::Customers).await, [], "shared no longer");
        let elsewhere = views::begin_with(&w.b, &w.lan, List::Deals, Some(&mine)).await;
        assert_eq!(elsewhere, Err(Problem::NotFound), "a view is of one list");
    }

    async fn a_shared_view_is_not_there_that_tells_a_number_among_other_words(w: World) {
        for (name, text) in [("Số", "hoa 0901 234 567"), ("Gạch", "hoa, 0901/234/567"), ("Tên", "hoa 365 phú")] {
            let words = [("q".to_owned(), text.to_owned())].into();
            let view = ViewForm { list: List::Customers, name: name.into(), shared: true, words };
            views::create(&w.b, &w.manager, &view).await.unwrap();
        }
        let names = async |who: &Actor| {
            let views = views::list(&w.b, who, List::Customers).await.unwrap();
            views.into_iter().map(|view| view.name).collect::<Vec<_>>()
        };
        let lan = decide(&w, Role::Agent, Numbers::OnDemand).await;
        assert_eq!((names(&w.lan).await.len(), names(&lan).await), (3, vec!["Tên".to_owned()]));
    }
}
