//! What pages, answers and files hold for members who may not see telephone numbers whole.

use crate::support::TestApp;
use axum::http::StatusCode;
use backend::{calls, customers, rights};
use domain::access::Role;
use domain::calls::CallQuery;
use domain::customers::{CustomerForm, CustomerQuery, PhoneForm};
use domain::phone::Number;
use domain::rights::Numbers;

/// The pages and files that hold numbers, for a manager.
const PAGES: [&str; 12] = [
    "/customers",
    "/customers?q=0901234567",
    "/customers/duplicates",
    "/companies",
    "/calls",
    "/missed",
    "/floor",
    "/tasks",
    "/deals",
    "/dashboard",
    "/customers/export/csv",
    "/calls/export.csv",
];

/// Of all of them and of a customer's and a call's own: which say one of these numbers.
async fn telling(app: &TestApp, own: &[String], numbers: &[Number]) -> Vec<String> {
    let mut telling = Vec::new();
    for path in PAGES.iter().map(|page| (*page).to_owned()).chain(own.iter().cloned()) {
        let answer = app.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        // What they typed themselves stands in its field and in links.
        let body = answer.body.replace("0901234567", "");
        let says = |number: &Number| {
            [&number.national()[1..], &number.grouped(), number.as_str()].iter().any(|text| body.contains(*text))
        };
        if numbers.iter().any(says) {
            telling.push(path);
        }
    }
    telling
}

#[tokio::test]
async fn no_page_and_no_file_holds_a_number_for_whoever_may_not_see_it() {
    let app = TestApp::start().await;
    let admin = app.actor("admin@alo.demo").await;
    let phones = vec![PhoneForm { raw: "0901.234.567".into(), primary: true, ..PhoneForm::default() }];
    let form = CustomerForm { name: "Nguyễn Thị Che".into(), phones, ..CustomerForm::default() };
    let made = customers::create(&app.backend, &admin, &form).await.expect("a customer");
    let people = customers::list(&app.backend, &admin, &CustomerQuery::default()).await.expect("customers").rows;
    let log = calls::list(&app.backend, &admin, &CallQuery::default()).await.expect("calls").rows;
    let numbers: Vec<Number> = people.into_iter().filter_map(|row| row.phone).filter(|one| !one.is_short()).collect();
    let call = log.first().expect("a call of the demonstration").id.clone();
    let own = [format!("/customers/{}", made.id), format!("/customers/{}/edit", made.id), format!("/calls/{call}")];
    let manager = app.clone().signed_in("quan@alo.demo").await;
    let open = telling(&manager, &own, &numbers).await;
    for path in ["/customers", "/calls", "/customers/export/csv", "/calls/export.csv", &own[0], &own[1]] {
        assert!(open.iter().any(|one| one == path), "{path} tells numbers without a mask: {open:?}");
    }
    let mut wanted = rights::get(&app.backend, &admin).await.expect("the table");
    wanted.decide_numbers(Role::Manager, Numbers::OnDemand);
    rights::save(&app.backend, &admin, &wanted).await.expect("a decision");
    assert_eq!(telling(&manager, &own, &numbers).await, Vec::<String>::new());
    let page = manager.get(&own[0]).await;
    assert!(page.body.contains("090•••••67"), "enough to recognise it");
}
