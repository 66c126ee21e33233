//! Lists of companies and of deals taken home as files; that of customers is told with them.

use crate::companies::found_company;
use crate::deals::add_deal;
use crate::rights::{again, decide};
use crate::stories;
use crate::world::World;
use backend::audit;
use backend::exports::{Companies, Deals, Export, Listed, export};
use domain::access::Role;
use domain::customers::{CustomerQuery, CustomerSort};
use domain::deals::{DealFilter, DealQuery, DealSort};
use domain::problem::Problem;
use domain::rights::{Deed, Grant, Reach, Records};

/// Everything that goes out, and what is written down of it.
async fn taken_home<L: Listed>(w: &World, mut export: Export<L>) -> (Vec<L::Row>, Vec<(String, Option<i64>)>) {
    let (id, mut all) = (export.id().to_owned(), Vec::new());
    loop {
        let some = export.next().await.unwrap();
        if some.is_empty() {
            break;
        }
        all.extend(some);
    }
    export.end(true).await.unwrap();
    let told = audit::about(&w.b, &w.admin, &format!("export:{id}")).await.unwrap();
    (all, told.into_iter().map(|entry| (entry.action, entry.details["rows"].as_i64())).collect())
}

fn by_name(text: &str) -> Companies {
    Companies(CustomerQuery { text: text.into(), sort: CustomerSort::Name, ..CustomerQuery::default() })
}

fn by_amount(text: &str) -> Deals {
    let filter = DealFilter { text: text.into(), ..DealFilter::default() };
    Deals(DealQuery { filter, sort: DealSort::Amount, after: None })
}

stories! {
    async fn companies_go_home_as_their_list_shows_them(w: World) {
        for name in ["Gốm Bát Tràng", "An Phú", "Gốm Chu Đậu"] {
            found_company(&w, name, &["02838221234"]).await;
        }
        assert_eq!(export(&w.b, &w.lan, by_name("")).await.err(), Some(Problem::Forbidden));
        let all = export(&w.b, &w.manager, by_name("gom")).await.unwrap();
        assert_eq!(all.total, 2);
        let (rows, told) = taken_home(&w, all).await;
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Gốm Bát Tràng", "Gốm Chu Đậu"]);
        assert!(rows[0].phone.is_some());
        assert_eq!(told, [("companies.export_begun".to_owned(), Some(2)), ("companies.export_ended".to_owned(), Some(2))]);
    }

    async fn deals_go_home_as_their_list_shows_them(w: World) {
        for (title, million) in [("Máy lạnh", 20), ("Quạt", 5), ("Máy giặt", 30)] {
            add_deal(&w, title, million).await;
        }
        assert_eq!(export(&w.b, &w.lan, by_amount("")).await.err(), Some(Problem::Forbidden));
        let all = export(&w.b, &w.manager, by_amount("may")).await.unwrap();
        assert_eq!(all.total, 2);
        let (rows, told) = taken_home(&w, all).await;
        assert_eq!(rows.iter().map(|deal| deal.title.as_str()).collect::<Vec<_>>(), ["Máy giặt", "Máy lạnh"]);
        assert_eq!(told, [("deals.export_begun".to_owned(), Some(2)), ("deals.export_ended".to_owned(), Some(2))]);
    }

    async fn nobody_takes_more_home_than_they_may(w: World) {
        add_deal(&w, "Của Lan", 20).await;
        let grant = Grant { role: Role::Manager, entity: Records::Deals, deed: Deed::Export, reach: Reach::Own };
        decide(&w, &[grant]).await;
        let manager = again(&w, &w.manager).await;
        let none = export(&w.b, &manager, by_amount("")).await.unwrap();
        assert_eq!(none.total, 0);
        assert!(taken_home(&w, none).await.0.is_empty(), "seen, but not one's own");
    }
}
