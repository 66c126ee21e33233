//! Signing in, sessions, staff.

use crate::stories;
use crate::world::{PASSWORD, World, acting, form, nobody};
use backend::sign_in::{Claims, SignIn, resume, sign_in, sign_out_everywhere};
use backend::{audit, sessions, staff};
use domain::access::Role;
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::staff::{Language, MemberForm, ProfileForm, Theme};
use serde_json::json;
use time::{Duration, OffsetDateTime};
use tower_sessions_core::SessionStore;
use tower_sessions_core::session::{Id, Record};

fn typed(email: &str, password: &str, address: &str) -> SignIn {
    SignIn { email: email.into(), password: password.into(), address: address.into() }
}

async fn enter(w: &World, email: &str, password: &str) -> Result<Claims, Problem> {
    sign_in(&w.b, &typed(email, password, "10.0.0.1")).await
}

stories! {
    async fn every_statement_fits_the_tables(w: World) {
        assert!(w.b.verify().await.unwrap() > 20);
        w.b.ping().await.unwrap();
    }

    async fn a_member_signs_in_and_stays_signed_in(w: World) {
        let claims = enter(&w, " LAN@alo.vn ", PASSWORD).await.unwrap();
        let me = resume(&w.b, &claims).await.unwrap();
        assert_eq!((me.id, me.name.as_str(), me.seat.as_deref()), (w.lan.id.clone(), "Trần Thị Lan", Some("5001")));
        assert_eq!((me.language, me.theme), (Language::Vi, Theme::System));
        let seen = staff::get(&w.b, &w.admin, &w.lan.id).await.unwrap().last_seen_at;
        assert_eq!(seen, Some(w.b.now()));
        w.pass(7 * 24 * 3_600_000 - 1);
        assert!(resume(&w.b, &claims).await.is_ok());
        w.pass(1);
        assert_eq!(resume(&w.b, &claims).await, Err(Problem::SignedOut), "seven days at most");
    }

    async fn unknown_people_wrong_passwords_and_leavers_are_answered_alike(w: World) {
        let leaver = MemberForm { active: false, ..form("Đỗ Minh", "minh@alo.vn", Role::Agent, "") };
        staff::update(&w.b, &w.admin, &w.minh.id, &leaver).await.unwrap();
        let far_too_long = "x".repeat(1_000_000);
        for (email, password) in [
            ("lan@alo.vn", "wrong"),
            ("nobody@alo.vn", PASSWORD),
            ("minh@alo.vn", PASSWORD),
            ("", ""),
            ("lan@alo.vn", far_too_long.as_str()),
        ] {
            assert_eq!(enter(&w, email, password).await, Err(Problem::WrongCredentials), "{email}");
        }
    }

    async fn guessing_one_account_is_slowed_down(w: World) {
        for _ in 0..5 {
            assert_eq!(enter(&w, "lan@alo.vn", "wrong").await, Err(Problem::WrongCredentials));
        }
        assert_eq!(enter(&w, "lan@alo.vn", PASSWORD).await, Err(Problem::Throttled { seconds: 15 }));
        assert_eq!(enter(&w, "Lan@ALO.vn", PASSWORD).await, Err(Problem::Throttled { seconds: 15 }));
        assert!(enter(&w, "minh@alo.vn", PASSWORD).await.is_ok(), "others are not kept waiting");
        w.pass(15_000);
        assert_eq!(enter(&w, "lan@alo.vn", "wrong").await, Err(Problem::WrongCredentials));
        assert_eq!(enter(&w, "lan@alo.vn", "wrong").await, Err(Problem::Throttled { seconds: 30 }));
        w.pass(30_000);
        assert!(enter(&w, "lan@alo.vn", PASSWORD).await.is_ok());
        assert_eq!(enter(&w, "lan@alo.vn", "wrong").await, Err(Problem::WrongCredentials), "forgiven after success");
    }

    async fn guessing_many_accounts_from_one_address_is_slowed_down(w: World) {
        for n in 0..30 {
            let one = typed(&format!("guess{n}@alo.vn"), "wrong", "2001:db8::1");
            assert_eq!(sign_in(&w.b, &one).await, Err(Problem::WrongCredentials));
        }
        let neighbour = sign_in(&w.b, &typed("lan@alo.vn", PASSWORD, "2001:db8::2")).await;
        assert_eq!(neighbour, Err(Problem::Throttled { seconds: 15 }), "one network is one address");
        assert!(sign_in(&w.b, &typed("lan@alo.vn", PASSWORD, "10.0.0.9")).await.is_ok());
        w.pass(3_600_000);
        sessions::delete_expired(&w.b).await.unwrap();
        assert!(sign_in(&w.b, &typed("lan@alo.vn", PASSWORD, "2001:db8::2")).await.is_ok());
    }

    async fn a_thousand_guesses_at_once_are_no_way_around(w: World) {
        let guesses = (0..40).map(|_| {
            let b = w.b.clone();
            tokio::spawn(async move { sign_in(&b, &typed("lan@alo.vn", "wrong", "10.0.0.1")).await })
        });
        let mut looked_at = 0;
        for guess in guesses.collect::<Vec<_>>() {
            looked_at += usize::from(guess.await.unwrap() == Err(Problem::WrongCredentials));
        }
        assert_eq!(looked_at, 5);
    }

    /// In the morning a whole office signs in from one address: nobody waits for a neighbour, and nothing is left of it.
    async fn an_office_signs_in_at_once(w: World) {
        let enters = ["lan@alo.vn", "minh@alo.vn"].repeat(4).into_iter().map(|email| {
            let b = w.b.clone();
            tokio::spawn(async move { sign_in(&b, &typed(email, PASSWORD, "10.0.0.1")).await })
        });
        for enter in enters.collect::<Vec<_>>() {
            assert!(enter.await.unwrap().is_ok());
        }
        // Whose look at the clock was before the last attempt's.
        w.pass(-7);
        for n in 0..30 {
            assert_eq!(enter(&w, &format!("guess{n}@alo.vn"), "wrong").await, Err(Problem::WrongCredentials), "{n}");
        }
        assert_eq!(enter(&w, "lan@alo.vn", PASSWORD).await, Err(Problem::Throttled { seconds: 15 }));
    }

    async fn signing_out_everywhere_ends_every_session(w: World) {
        let (here, there) = (enter(&w, "lan@alo.vn", PASSWORD).await.unwrap(), enter(&w, "lan@alo.vn", PASSWORD).await.unwrap());
        sign_out_everywhere(&w.b, &w.lan).await.unwrap();
        for claims in [here, there] {
            assert_eq!(resume(&w.b, &claims).await, Err(Problem::SignedOut));
        }
        assert!(enter(&w, "lan@alo.vn", PASSWORD).await.is_ok());
    }

    async fn a_new_password_ends_other_sessions(w: World) {
        let elsewhere = enter(&w, "lan@alo.vn", PASSWORD).await.unwrap();
        let wrong = staff::change_password(&w.b, &w.lan, "not it at all", "một mật khẩu mới").await;
        assert_eq!(wrong, Err(Problem::at(Field::OldPassword, FieldProblem::Wrong)));
        let short = staff::change_password(&w.b, &w.lan, PASSWORD, "ngắn").await;
        assert_eq!(short, Err(Problem::at(Field::Password, FieldProblem::TooShort { min: 10 })));
        let here = staff::change_password(&w.b, &w.lan, PASSWORD, "một mật khẩu mới").await.unwrap();
        assert!(resume(&w.b, &here).await.is_ok());
        assert_eq!(resume(&w.b, &elsewhere).await, Err(Problem::SignedOut));
        assert_eq!(enter(&w, "lan@alo.vn", PASSWORD).await, Err(Problem::WrongCredentials));
        assert!(enter(&w, "lan@alo.vn", "một mật khẩu mới").await.is_ok());
        staff::reset_password(&w.b, &w.admin, &w.lan.id, "đặt lại mật khẩu").await.unwrap();
        assert_eq!(resume(&w.b, &here).await, Err(Problem::SignedOut));
        assert!(enter(&w, "lan@alo.vn", "đặt lại mật khẩu").await.is_ok());
    }

    async fn guessing_the_old_password_is_slowed_down(w: World) {
        for _ in 0..5 {
            let guess = staff::change_password(&w.b, &w.lan, "a guess or so", "một mật khẩu mới").await;
            assert_eq!(guess, Err(Problem::at(Field::OldPassword, FieldProblem::Wrong)));
        }
        let right = staff::change_password(&w.b, &w.lan, PASSWORD, "một mật khẩu mới").await;
        assert_eq!(right, Err(Problem::Throttled { seconds: 15 }));
    }

    async fn staff_is_the_admins_business(w: World) {
        let new = form("Mới", "moi@alo.vn", Role::Agent, "");
        for who in [&w.manager, &w.lan] {
            assert_eq!(staff::list(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(staff::get(&w.b, who, &w.lan.id).await, Err(Problem::Forbidden));
            assert_eq!(staff::create(&w.b, who, &new).await, Err(Problem::Forbidden));
            assert_eq!(staff::update(&w.b, who, &w.lan.id, &new).await, Err(Problem::Forbidden));
            assert_eq!(staff::reset_password(&w.b, who, &w.lan.id, PASSWORD).await, Err(Problem::Forbidden));
            assert_eq!(audit::about(&w.b, who, "staff:x").await, Err(Problem::Forbidden));
        }
        for who in w.roles() {
            let names: Vec<String> = staff::colleagues(&w.b, who).await.unwrap().into_iter().map(|c| c.name).collect();
            assert_eq!(names, ["Bùi Yến", "Đỗ Minh", "Quản Trị", "Trần Thị Lan", "Vũ Hà"], "by name, đ as d");
        }
    }

    async fn a_member_is_made_changed_and_taken_out(w: World) {
        let taken = staff::create(&w.b, &w.admin, &form("Khác", "LAN@alo.vn", Role::Agent, "5001")).await;
        let Err(Problem::Invalid(errors)) = taken else { panic!("{taken:?}") };
        let fields: Vec<_> = errors.iter().map(|e| (&e.field, &e.problem)).collect();
        assert_eq!(fields, [(&Field::Email, &FieldProblem::Taken), (&Field::Seat, &FieldProblem::Taken)]);
        let without = MemberForm { password: None, ..form("Mai", "mai@alo.vn", Role::Agent, "") };
        let refused = staff::create(&w.b, &w.admin, &without).await;
        assert_eq!(refused, Err(Problem::at(Field::Password, FieldProblem::Required)));

        let mai = staff::create(&w.b, &w.admin, &form("Mai", "mai@alo.vn", Role::Agent, "5009")).await.unwrap();
        let claims = enter(&w, "mai@alo.vn", PASSWORD).await.unwrap();
        let seatless = MemberForm { active: false, ..form("Mai Anh", "mai@alo.vn", Role::Agent, "") };
        let left = staff::update(&w.b, &w.admin, &mai.id, &seatless).await.unwrap();
        assert_eq!((left.name.as_str(), left.seat, left.active), ("Mai Anh", None, false));
        assert_eq!(resume(&w.b, &claims).await, Err(Problem::SignedOut));
        let back = MemberForm { active: true, ..seatless };
        staff::update(&w.b, &w.admin, &mai.id, &back).await.unwrap();
        assert_eq!(resume(&w.b, &claims).await, Err(Problem::SignedOut), "old sessions do not come back");
        assert_eq!(staff::update(&w.b, &w.admin, &nobody(), &back).await, Err(Problem::NotFound));
        assert_eq!(staff::get(&w.b, &w.admin, &nobody()).await, Err(Problem::NotFound));
        assert_eq!(staff::reset_password(&w.b, &w.admin, &nobody(), PASSWORD).await, Err(Problem::NotFound));

        let kept = audit::about(&w.b, &w.admin, &format!("staff:{}", mai.id)).await.unwrap();
        let actions: Vec<&str> = kept.iter().map(|e| e.action.as_str()).collect();
        assert_eq!(actions, ["staff.created", "staff.updated", "staff.updated"]);
        assert_eq!((kept[0].who.as_ref(), &kept[0].details["seat"]), (Some(&w.admin.id), &json!("5009")));
        assert!(!format!("{kept:?}").contains("argon2"));
    }

    async fn the_last_admin_stays(w: World) {
        let refused = Err(Problem::at(Field::Role, FieldProblem::LastAdmin));
        let (agent, gone) = (form("A", "admin@alo.vn", Role::Agent, ""), form("A", "admin@alo.vn", Role::Admin, ""));
        let gone = MemberForm { active: false, ..gone };
        assert_eq!(staff::update(&w.b, &w.admin, &w.admin.id, &agent).await, refused);
        assert_eq!(staff::update(&w.b, &w.admin, &w.admin.id, &gone).await, refused);
        let promoted = form("Vũ Hà", "ha@alo.vn", Role::Admin, "");
        staff::update(&w.b, &w.admin, &w.manager.id, &promoted).await.unwrap();
        assert_eq!(staff::update(&w.b, &w.admin, &w.admin.id, &agent).await, refused, "nobody demotes themselves");
        let second = acting(w.manager.id.clone(), Role::Admin);
        staff::update(&w.b, &second, &w.admin.id, &agent).await.unwrap();
    }

    async fn a_member_edits_their_own_profile(w: World) {
        let wish = ProfileForm { name: "  Lan   Trần ".into(), language: Language::En, theme: Theme::Dark };
        let me = staff::edit_profile(&w.b, &w.lan, &wish).await.unwrap();
        assert_eq!((me.name.as_str(), me.language, me.theme), ("Lan Trần", Language::En, Theme::Dark));
        let nameless = ProfileForm { name: " ".into(), ..wish };
        let refused = staff::edit_profile(&w.b, &w.lan, &nameless).await;
        assert_eq!(refused, Err(Problem::at(Field::Name, FieldProblem::Required)));
    }

    async fn sessions_live_in_the_database(w: World) {
        let store = sessions::Store::new(&w.b);
        let now = OffsetDateTime::from_unix_timestamp(w.b.now().seconds()).unwrap();
        let expiry_date = now + Duration::hours(12);
        let mut record = Record { id: Id::default(), data: [("claims".into(), json!({"a": 1}))].into(), expiry_date };
        store.create(&mut record).await.unwrap();
        let mut twin = record.clone();
        store.create(&mut twin).await.unwrap();
        assert_ne!(twin.id, record.id, "a new session never takes over another's id");
        assert_eq!(store.load(&record.id).await.unwrap().unwrap().data, record.data);
        record.data.insert("seen".into(), json!(7));
        store.save(&record).await.unwrap();
        assert_eq!(store.load(&record.id).await.unwrap(), Some(record.clone()));
        store.delete(&twin.id).await.unwrap();
        assert_eq!(store.load(&twin.id).await.unwrap(), None);
        w.pass(12 * 3_600_000);
        assert_eq!(store.load(&record.id).await.unwrap(), None, "expired");
        assert_eq!(sessions::delete_expired(&w.b).await, Ok(1));
        assert_eq!(sessions::delete_expired(&w.b).await, Ok(0));
    }
}
