//! Stringee: its account, and signing seats in there.

mod asks;
mod centre;
pub(crate) mod events;
mod examine;
mod recordings;
mod seats;
mod slow;
mod trying;

use crate::stories;
use crate::world::World;
use backend::{audit, staff, stringee, telephone};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::stringee::{AccountForm, Hook};
use domain::telephone::{Hotline, HotlineSettings, Provider, TelephoneProblem};
use serde_json::{Value, json};

pub(crate) const SECRET: &str = "bí-mật-của-dự-án";

/// The account of a company.
pub(crate) fn account() -> AccountForm {
    let hotline = |number: &str, name: &str, can_call_out| HotlineSettings {
        number: number.into(),
        name: name.into(),
        can_call_out,
        record: true,
    };
    AccountForm {
        key_sid: "SK.0.an".into(),
        key_secret: SECRET.into(),
        project_id: "25".into(),
        call_api: "https://asia-2.api.example".into(),
        contact_centre_api: String::new(),
        servers: "wss://a.example:6899/".into(),
        signing_secret: "chữ-ký".into(),
        signed: vec![Hook::Events],
        answer_timeout: "12".into(),
        keep_recordings: false,
        hotlines: vec![hotline("842471000001", "Tổng đài", true), hotline("842471000002", "Khuyến mãi", false)],
    }
}

/// Gives a member a seat there.
pub(crate) async fn seat(w: &World, who: &domain::access::Actor, seat: &str) {
    let member = staff::get(&w.b, &w.admin, &who.id).await.unwrap();
    let form = MemberForm { provider: Provider::Stringee, seat: seat.into(), ..MemberForm::from(&member) };
    staff::update(&w.b, &w.admin, &who.id, &form).await.unwrap();
}

pub(crate) fn part(token: &str, n: usize) -> Value {
    let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(n).unwrap()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

stories! {
    async fn the_account_is_the_admins_and_its_secrets_are_never_shown(w: World) {
        let empty = stringee::settings(&w.b, &w.admin).await.unwrap();
        assert_eq!((empty.has_key_secret, empty.path.as_str()), (false, ""));
        let keyless = stringee::save(&w.b, &w.admin, &AccountForm { key_secret: String::new(), ..account() }).await;
        assert_eq!(keyless, Err(Problem::at(Field::AccessKey, FieldProblem::Required)));
        let unsigned = stringee::save(&w.b, &w.admin, &AccountForm { signing_secret: String::new(), ..account() }).await;
        assert_eq!(unsigned, Err(Problem::at(Field::SigningKey, FieldProblem::Required)), "nothing to check against");
        let first = stringee::save(&w.b, &w.admin, &account()).await.unwrap();
        assert!(first.path.len() >= 32, "nobody can guess it");
        let again = AccountForm { key_secret: String::new(), signing_secret: String::new(), project_id: "26".into(), ..account() };
        let kept = stringee::save(&w.b, &w.admin, &again).await.unwrap();
        assert_eq!((kept.project_id, kept.has_key_secret, kept.has_signing_secret), (26, true, true));
        assert_eq!(kept.path, first.path, "what the provider was told stays right");
        assert_eq!(stringee::settings(&w.b, &w.admin).await, Ok(kept));
        for who in [&w.manager, &w.lan] {
            assert_eq!(stringee::settings(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(stringee::save(&w.b, who, &account()).await, Err(Problem::Forbidden));
        }
        let told = audit::about(&w.b, &w.admin, "telephone:stringee").await.unwrap();
        assert_eq!(told.len(), 2);
        assert_eq!((&told[0].details["key_secret_changed"], &told[1].details["key_secret_changed"]), (&json!(true), &json!(false)));
        let printed = format!("{told:?} {:?}", account());
        assert!(!printed.contains(SECRET) && !printed.contains("chữ-ký"), "{printed}");
    }

    async fn a_member_has_one_seat_at_one_provider(w: World) {
        assert_eq!(telephone::providers(&w.b, &w.admin).await, Ok(vec![]));
        stringee::save(&w.b, &w.admin, &account()).await.unwrap();
        assert_eq!(telephone::providers(&w.b, &w.admin).await, Ok(vec![Provider::Stringee]));
        assert_eq!(telephone::providers(&w.b, &w.lan).await, Err(Problem::Forbidden));
        // The same word names another seat at the other provider, but each has it once.
        seat(&w, &w.lan, "5002").await;
        let minh = staff::get(&w.b, &w.admin, &w.minh.id).await.unwrap();
        assert_eq!((minh.provider, minh.seat.as_deref()), (Provider::ThreeC, Some("5002")));
        let both = MemberForm { provider: Provider::Stringee, ..MemberForm::from(&minh) };
        let taken = staff::update(&w.b, &w.admin, &w.minh.id, &both).await;
        assert_eq!(taken, Err(Problem::at(Field::Seat, FieldProblem::Taken)));
    }

    async fn the_page_gets_a_token_of_the_contact_centre_that_lives_shortly(w: World) {
        seat(&w, &w.lan, "agent_lan").await;
        assert_eq!(telephone::ticket(&w.b, &w.lan).await, Err(Problem::Telephone(TelephoneProblem::NotConfigured)));
        stringee::save(&w.b, &w.admin, &account()).await.unwrap();
        let ticket = telephone::ticket(&w.b, &w.lan).await.unwrap();
        assert_eq!((ticket.provider, ticket.seat.as_str()), (Provider::Stringee, "agent_lan"));
        assert_eq!((ticket.service_address.as_str(), ticket.domain.as_str()), ("https://asia-2.api.example", ""));
        assert_eq!(ticket.servers, ["wss://a.example:6899/"]);
        assert_eq!(ticket.hotlines, [Hotline { number: "842471000001".into(), name: "Tổng đài".into() }]);
        assert_eq!(part(&ticket.token, 0), json!({"typ": "JWT", "alg": "HS256", "cty": "stringee-api;v=1"}));
        let now = w.b.now().0;
        assert_eq!(part(&ticket.token, 1), json!({
            "jti": format!("SK.0.an-{now}"), "iss": "SK.0.an", "exp": now / 1_000 + 900, "userId": "agent_lan", "icc_api": true,
        }));
        let mut expected = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::HS256);
        expected.validate_exp = false;
        let key = |key: &str| jsonwebtoken::DecodingKey::from_secret(key.as_bytes());
        assert!(jsonwebtoken::decode::<Value>(&ticket.token, &key(SECRET), &expected).is_ok());
        assert!(jsonwebtoken::decode::<Value>(&ticket.token, &key("another"), &expected).is_err());
        let addresses = stringee::addresses(&w.b, &w.lan).await.unwrap();
        assert_eq!((addresses.call_api, addresses.servers), (ticket.service_address, ticket.servers));
    }
}
