//! The account at the provider, and the demonstration's.

use crate::stories;
use crate::threec::{Service, set_up};
use crate::world::{PASSWORD, World, form};
use backend::sign_in::SignIn;
use backend::{Backend, Settings, audit, demo, staff, tasks, telephone, wrap_up};
use domain::access::{Actor, Role};
use domain::customers::CustomerQuery;
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::tasks::TaskQuery;
use domain::telephone::AccountForm;
use domain::threec::DEFAULT_SERVICE;
use serde_json::json;

pub(crate) const KEY: &str = "khoá-bí-mật-123";

/// The account of a company.
pub(crate) fn account(address: &str, key: &str) -> AccountForm {
    AccountForm { service_address: address.into(), domain: "cty-an".into(), access_key: key.into() }
}

stories! {
    async fn the_account_is_the_admins_and_its_key_is_never_shown(w: World) {
        let empty = telephone::settings(&w.b, &w.admin).await.unwrap();
        assert_eq!((empty.service_address.as_str(), empty.has_key), (DEFAULT_SERVICE, false));
        let keyless = telephone::save(&w.b, &w.admin, &account("https://a.example", "")).await;
        assert_eq!(keyless, Err(Problem::at(Field::AccessKey, FieldProblem::Required)));
        let bad = telephone::save(&w.b, &w.admin, &account("http://a.example", KEY)).await;
        assert_eq!(bad, Err(Problem::at(Field::ServiceAddress, FieldProblem::NotAnAddress)));
        telephone::save(&w.b, &w.admin, &account("https://a.example/", KEY)).await.unwrap();
        let kept = telephone::save(&w.b, &w.admin, &account("https://b.example", "")).await.unwrap();
        assert_eq!((kept.service_address.as_str(), kept.domain.as_str(), kept.has_key), ("https://b.example", "cty-an", true));
        assert_eq!(telephone::settings(&w.b, &w.admin).await, Ok(kept));
        assert_eq!(telephone::service_address(&w.b, &w.lan).await, Ok("https://b.example".to_owned()));
        for who in [&w.manager, &w.lan] {
            assert_eq!(telephone::settings(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(telephone::save(&w.b, who, &account("https://a.example", KEY)).await, Err(Problem::Forbidden));
            assert_eq!(telephone::test(&w.b, who, "5001").await, Err(Problem::Forbidden));
        }
        let changes = audit::about(&w.b, &w.admin, "telephone:threec").await.unwrap();
        assert_eq!(changes.iter().map(|e| &e.details["key_changed"]).collect::<Vec<_>>(), [&json!(true), &json!(false)]);
        assert!(!format!("{changes:?}").contains(KEY));
    }

    async fn secrets_are_not_in_what_is_printed(w: World) {
        let service = set_up(&w).await;
        let settings = Settings::new(format!("postgres://alo:{KEY}@localhost/alo"), *b"0123456789abcdef0123456789abcdef");
        let typed = SignIn { email: "lan@alo.vn".into(), password: PASSWORD.into(), address: "10.0.0.1".into() };
        let ticket = telephone::ticket(&w.b, &w.lan).await.unwrap();
        let member = form("Lan", "lan@alo.vn", Role::Agent, "");
        let form = account(&service.address, KEY);
        let printed = format!("{settings:?} {:?} {typed:?} {ticket:?} {form:?} {member:?}", w.b);
        for secret in [KEY, PASSWORD, "0123456789abcdef", ticket.token.as_str(), "48, 49, 50"] {
            assert!(!printed.contains(secret), "{secret}");
        }
    }
}

/// A demonstration is filled into an empty installation, once.
mod demonstration {
    use super::*;

    async fn empty(address: String) -> Backend {
        Backend::open(Settings::new(address, [7; 32])).await.unwrap()
    }

    async fn past_calls_are_written_up(b: &Backend, lan: &Actor) {
        let calls = backend::calls::list(b, lan, &domain::calls::CallQuery::default()).await.unwrap().rows;
        assert!(calls.len() > 20 && calls.iter().any(|row| row.matched.customer.is_none()));
        assert!(calls.iter().any(|row| row.disposition.is_some()));
        let desk = wrap_up::open(b, lan).await.unwrap();
        assert!(desk.open.is_empty() && desk.dispositions.len() > 5, "nothing is left from the past");
        let tasks = tasks::mine(b, lan, &TaskQuery::default()).await.unwrap();
        assert!(!tasks.rows.is_empty() && tasks.rows.iter().all(|task| task.call.is_some()));
    }

    async fn story(b: Backend) {
        let service = Service::start().await;
        let sandbox = demo::Sandbox { threec: service.address.clone(), stringee: Some("http://localhost:1/x".into()) };
        demo::fill(&b, Some(&sandbox)).await.unwrap();
        let accounts = demo::accounts(&b).await.unwrap();
        assert_eq!(accounts.len(), 6);
        assert_eq!(accounts[2].email, "lan@alo.demo");
        let typed = |email: &str, password: &str| SignIn {
            email: email.into(),
            password: password.into(),
            address: "10.0.0.1".into(),
        };
        let claims = backend::sign_in::sign_in(&b, &typed("lan@alo.demo", demo::PASSWORD)).await.unwrap();
        let me = backend::sign_in::resume(&b, &claims).await.unwrap();
        let lan = me.actor();
        assert!(telephone::ticket(&b, &lan).await.is_ok());
        let count = async || {
            let (mut query, mut rows) = (CustomerQuery::default(), Vec::new());
            loop {
                let page = backend::customers::list(&b, &lan, &query).await.unwrap();
                rows.extend(page.rows);
                query.after = page.next;
                if query.after.is_none() {
                    return rows;
                }
            }
        };
        let customers = count().await;
        assert_eq!(customers.len(), 300);
        past_calls_are_written_up(&b, &lan).await;
        demo::fill(&b, None).await.unwrap();
        assert_eq!(count().await, customers, "filling again changes nothing");
        staff::change_password(&b, &lan, demo::PASSWORD, "a password of her own").await.unwrap();
        assert_eq!(demo::accounts(&b).await.unwrap().len(), 5, "her password is not the demonstration's any more");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite() {
        let folder = tempfile::tempdir().unwrap();
        story(empty(format!("sqlite:{}", folder.path().join("new/demo.db").display())).await).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn postgres() {
        story(empty(crate::postgres::database().await).await).await;
    }
}
