//! Customers: made, found, changed by two at once, hidden.

use crate::stories;
use crate::world::{World, form, nobody};
use backend::exports::Customers;
use backend::{audit, customers, exports, generate, notes, staff};
use domain::access::Role;
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort, OwnerFilter, PhoneForm, TimelineEntry};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CustomerId, StaffId};
use domain::paging::Cursor;
use domain::phone::Rewrite;
use domain::problem::Problem;
use domain::tags::Subject;
use std::collections::HashSet;

/// A form with a name, a company and numbers.
pub(crate) fn customer(name: &str, company: &str, numbers: &[&str]) -> CustomerForm {
    let phones = numbers.iter().map(|raw| PhoneForm { raw: (*raw).into(), ..PhoneForm::default() }).collect();
    CustomerForm { name: name.into(), company: company.into(), phones, ..CustomerForm::default() }
}

pub(crate) async fn add(w: &World, name: &str, company: &str, numbers: &[&str]) -> CustomerId {
    w.pass(1_000);
    customers::create(&w.b, &w.lan, &customer(name, company, numbers)).await.unwrap().id
}

/// A note or a tag is on them.
pub(crate) fn on(id: &CustomerId) -> Subject {
    Subject::Customer(id.clone())
}

fn unknown() -> CustomerId {
    CustomerId::new("nobody")
}

/// Names of the first page of a search.
async fn found(w: &World, text: &str) -> Vec<String> {
    let query = CustomerQuery { text: text.into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    customers::list(&w.b, &w.lan, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

/// Every page of a list, ids in order.
async fn all_pages(w: &World, mut query: CustomerQuery) -> Vec<String> {
    let mut ids = Vec::new();
    loop {
        let page = customers::list(&w.b, &w.lan, &query).await.unwrap();
        assert!(page.rows.len() == 50 || page.next.is_none(), "only the last page is short");
        ids.extend(page.rows.into_iter().map(|row| row.id.to_string()));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return ids,
        }
    }
}

stories! {
    async fn a_customer_is_made_and_opened(w: World) {
        let filled = CustomerForm {
            email: "An@Example.COM".into(),
            address: "12 Lê Lợi".into(),
            note: "Gọi sau 17 giờ".into(),
            owner: Some(w.lan.id.clone()),
            ..customer("  Nguyễn   Văn An ", "Cty An Phú", &["028 3822 1234", "", "0901 234 567"])
        };
        let mut filled = filled;
        filled.phones[2].primary = true;
        filled.phones[0].do_not_call = true;
        let made = customers::create(&w.b, &w.lan, &filled).await.unwrap();
        assert_eq!((made.name.as_str(), made.email.as_deref(), made.version), ("Nguyễn Văn An", Some("an@example.com"), 1));
        assert_eq!(made.owner.as_ref().map(|o| o.name.as_str()), Some("Trần Thị Lan"));
        let phones: Vec<_> = made.phones.iter().map(|p| (p.raw.as_str(), p.number.as_str(), p.do_not_call)).collect();
        assert_eq!(phones, [("0901 234 567", "+84901234567", false), ("028 3822 1234", "+842838221234", true)]);
        assert_eq!(customers::get(&w.b, &w.minh, &made.id).await, Ok(made));
        assert_eq!(customers::get(&w.b, &w.minh, &unknown()).await, Err(Problem::NotFound));
    }

    async fn what_is_wrong_with_a_form_is_said_at_once(w: World) {
        let mut bad = customer(" ", "", &["12", "0901234567", "+84 901 234 567"]);
        bad.email = "an".into();
        let Err(Problem::Invalid(errors)) = customers::create(&w.b, &w.lan, &bad).await else { panic!() };
        let fields: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
        assert!([Field::Name, Field::Email, Field::Phone(2)].iter().all(|f| fields.contains(f)), "{errors:?}");
        let of_nobody = CustomerForm { owner: Some(nobody()), ..customer("An", "", &[]) };
        let refused = customers::create(&w.b, &w.manager, &of_nobody).await;
        assert_eq!(refused, Err(Problem::at(Field::Owner, FieldProblem::Unknown)));
    }

    async fn the_second_editor_is_told_and_loses_nothing(w: World) {
        let id = add(&w, "Lê Thị Hoa", "", &["0901234567"]).await;
        let opened = customers::get(&w.b, &w.lan, &id).await.unwrap();
        let mut mine = CustomerForm::from(&opened);
        mine.name = "Lê Thị Hoa Hồng".into();
        mine.phones.push(PhoneForm { raw: "0912345678".into(), primary: false, ..PhoneForm::default() });
        let saved = customers::update(&w.b, &w.lan, &id, opened.version, &mine).await.unwrap();
        assert_eq!((saved.version, saved.phones.len()), (2, 2));
        assert_eq!(saved.phones[0].id, opened.phones[0].id, "a number that stays keeps its row");
        let mut twice = CustomerForm::from(&saved);
        twice.phones[1].id = twice.phones[0].id.clone();
        let other = add(&w, "Khác", "", &["0909090909"]).await;
        let other = customers::get(&w.b, &w.lan, &other).await.unwrap();
        twice.phones.push(PhoneForm { id: Some(other.phones[0].id.clone()), raw: "0933333333".into(), ..PhoneForm::default() });
        let saved = customers::update(&w.b, &w.lan, &id, 2, &twice).await.unwrap();
        assert_eq!(saved.phones[0].id, opened.phones[0].id);
        assert_ne!(saved.phones[2].id, other.phones[0].id, "no row is taken from another customer");

        let mut theirs = CustomerForm::from(&opened);
        theirs.note = "Của tôi".into();
        let refused = customers::update(&w.b, &w.minh, &id, opened.version, &theirs).await;
        assert_eq!(refused, Err(Problem::Stale(Box::new(saved.clone()))));
        assert_eq!(customers::get(&w.b, &w.lan, &id).await, Ok(saved), "nothing was saved");
        assert_eq!(customers::update(&w.b, &w.lan, &unknown(), 1, &theirs).await, Err(Problem::NotFound));
        assert_eq!(found(&w, "hoa hong").await, ["Lê Thị Hoa Hồng"]);
        assert_eq!(found(&w, "0912345678").await, ["Lê Thị Hoa Hồng"]);
    }

    async fn of_many_saves_at_once_one_wins(w: World) {
        let id = add(&w, "Lê Thị Hoa", "", &[]).await;
        let saves = (0..8).map(|n| {
            let (b, lan, id) = (w.b.clone(), w.lan.clone(), id.clone());
            tokio::spawn(async move { customers::update(&b, &lan, &id, 1, &customer(&format!("Hoa {n}"), "", &[])).await })
        });
        let mut won = 0;
        for save in saves.collect::<Vec<_>>() {
            match save.await.unwrap() {
                Ok(_) => won += 1,
                Err(problem) => assert!(matches!(problem, Problem::Stale(_)), "{problem:?}"),
            }
        }
        assert_eq!((won, customers::get(&w.b, &w.lan, &id).await.unwrap().version), (1, 2));
    }

    async fn only_managers_hand_customers_over(w: World) {
        let to = |owner: Option<&StaffId>| CustomerForm { owner: owner.cloned(), ..customer("An", "", &[]) };
        assert_eq!(customers::create(&w.b, &w.lan, &to(Some(&w.minh.id))).await, Err(Problem::Forbidden));
        let own = customers::create(&w.b, &w.lan, &to(Some(&w.lan.id))).await.unwrap();
        for owner in [None, Some(&w.minh.id)] {
            assert_eq!(customers::update(&w.b, &w.lan, &own.id, 1, &to(owner)).await, Err(Problem::Forbidden));
        }
        let moved = customers::update(&w.b, &w.manager, &own.id, 1, &to(Some(&w.minh.id))).await.unwrap();
        assert_eq!(moved.owner.map(|o| o.id), Some(w.minh.id.clone()));
        assert!(customers::update(&w.b, &w.lan, &own.id, 2, &to(Some(&w.minh.id))).await.is_ok(), "others may edit");
    }

    async fn managers_hide_customers(w: World) {
        let id = add(&w, "Lê Thị Hoa", "", &["0901234567"]).await;
        assert_eq!(customers::delete(&w.b, &w.lan, &id).await, Err(Problem::Forbidden));
        customers::delete(&w.b, &w.manager, &id).await.unwrap();
        assert_eq!(customers::get(&w.b, &w.lan, &id).await, Err(Problem::NotFound));
        assert_eq!(customers::delete(&w.b, &w.manager, &id).await, Err(Problem::NotFound));
        let edit = customers::update(&w.b, &w.lan, &id, 1, &customer("Hoa", "", &[])).await;
        assert_eq!(edit, Err(Problem::NotFound));
        assert_eq!(customers::timeline(&w.b, &w.lan, &id, None).await, Err(Problem::NotFound));
        for text in ["", "hoa", "0901234567"] {
            assert_eq!(found(&w, text).await, Vec::<String>::new());
        }
        let check = customers::check_number(&w.b, &w.lan, "0901234567", None).await.unwrap().unwrap();
        assert_eq!(check.holders, []);
        let kept = audit::about(&w.b, &w.admin, &format!("customer:{id}")).await.unwrap().pop().unwrap();
        assert_eq!((kept.action.as_str(), kept.who.as_ref()), ("customer.deleted", Some(&w.manager.id)));
    }

    async fn a_number_that_somebody_holds_is_shown_before_saving(w: World) {
        let first = add(&w, "Chồng", "", &["0121 234 5678"]).await;
        let second = add(&w, "Vợ", "", &["+84 79 234 5678"]).await;
        let check = customers::check_number(&w.b, &w.lan, "01212345678", None).await.unwrap().unwrap();
        assert_eq!((check.number.as_str(), check.rewrite), ("+84792345678", Rewrite::Mobile2018));
        let holders: Vec<&CustomerId> = check.holders.iter().map(|holder| &holder.id).collect();
        assert_eq!(holders, [&second, &first]);
        let others = customers::check_number(&w.b, &w.lan, "079.234.5678", Some(&second)).await.unwrap().unwrap();
        assert_eq!(others.holders.into_iter().map(|holder| holder.id).collect::<Vec<_>>(), [first]);
        assert_eq!(customers::check_number(&w.b, &w.lan, "abc", None).await, Ok(None));
    }

    async fn names_are_found_with_and_without_accents(w: World) {
        for (name, company) in [
            ("Đặng Văn Đức", ""),
            ("Dang Van Duc", ""),
            ("Nguyễn Thị Lê", "Công ty TNHH Ánh Dương"),
            ("Nguyen Thi Le", ""),
            ("Nguyền Thi Lẻ", ""),
            ("Lê Nguyên", "365 Group"),
        ] {
            add(&w, name, company, &[]).await;
        }
        assert_eq!(found(&w, "dang duc").await, ["Đặng Văn Đức", "Dang Van Duc"]);
        assert_eq!(found(&w, "ĐỨC").await, ["Đặng Văn Đức", "Dang Van Duc"], "the accents that were typed come first");
        assert_eq!(found(&w, "Nguyen thi le").await.len(), 3);
        assert_eq!(found(&w, "nguyễn lê").await[0], "Nguyễn Thị Lê");
        assert_eq!(found(&w, "nguyễn lê").await.len(), 4);
        assert_eq!(found(&w, "ngu").await.len(), 4, "beginnings of words");
        assert_eq!(found(&w, "ánh duong").await, ["Nguyễn Thị Lê"], "words of the company");
        assert_eq!(found(&w, "365").await, ["Lê Nguyên"]);
        assert_eq!(found(&w, "nguyen xyz").await, Vec::<String>::new());
        assert_eq!(found(&w, "?!").await, Vec::<String>::new());
        assert_eq!(found(&w, "  ").await.len(), 6);
        let decomposed = "\u{111}u\u{31b}\u{301}c";
        assert_eq!(found(&w, decomposed).await, ["Đặng Văn Đức", "Dang Van Duc"]);
    }

    async fn numbers_are_found_in_any_spelling_and_in_part(w: World) {
        add(&w, "Một", "", &["0901 234 567"]).await;
        add(&w, "Hai", "", &["0121 234 5678", "028 3822 1234"]).await;
        for text in ["0901234567", "+84 901 234 567", "84901234567", "0901.234", "090", "567", "4567", "1234567", "0901 234 567"] {
            assert_eq!(found(&w, text).await, ["Một"], "{text}");
        }
        for text in ["01212345678", "079 234 5678", "0792", "5678", "028 3822", "382 21234", "1234"] {
            assert_eq!(found(&w, text).await, ["Hai"], "{text}");
        }
        assert_eq!(found(&w, "hai 0792").await, ["Hai"], "words and digits together");
        assert_eq!(found(&w, "một 0792").await, Vec::<String>::new());
    }

    async fn every_page_together_is_the_whole_list(w: World) {
        generate::customers(&w.b, 330).await.unwrap();
        let whole: HashSet<String> = all_pages(&w, CustomerQuery::default()).await.into_iter().collect();
        assert_eq!(whole.len(), 330);
        for sort in [CustomerSort::Activity, CustomerSort::Name] {
            let everybody = all_pages(&w, CustomerQuery { sort, ..CustomerQuery::default() }).await;
            assert_eq!(everybody.len(), 330, "no gaps");
            assert_eq!(everybody.iter().collect::<HashSet<_>>().len(), 330, "nobody twice");
            let mut by_owner = 0;
            let mut owners: Vec<OwnerFilter> =
                w.roles().iter().map(|who| OwnerFilter::Member(who.id.clone())).collect();
            let others = [&w.minh, &w.other_manager].map(|who| OwnerFilter::Member(who.id.clone()));
            owners.extend(others.into_iter().chain([OwnerFilter::Nobody]));
            for owner in owners {
                let some = all_pages(&w, CustomerQuery { sort, owner, ..CustomerQuery::default() }).await;
                assert!(some.len() > 10);
                by_owner += some.len();
            }
            assert_eq!(by_owner, 330);
        }
    }

    async fn a_search_pages_like_the_list_it_narrows(w: World) {
        generate::customers(&w.b, 600).await.unwrap();
        for sort in [CustomerSort::Activity, CustomerSort::Name] {
            let mut named: Vec<(String, String)> = Vec::new();
            let mut query = CustomerQuery { sort, ..CustomerQuery::default() };
            loop {
                let page = customers::list(&w.b, &w.lan, &query).await.unwrap();
                named.extend(page.rows.into_iter().map(|row| (row.id.to_string(), row.name)));
                let Some(next) = page.next else { break };
                query.after = Some(next);
            }
            for text in ["nguyen", "nguyễn", "thi an", "văn", "0", "le thi"] {
                let words = domain::names::words(text);
                let is_hit = |name: &str| {
                    let has = domain::names::words(name);
                    words.iter().all(|word| has.iter().any(|w| w.starts_with(word.as_str())))
                };
                let hits = all_pages(&w, CustomerQuery { text: text.into(), sort, ..CustomerQuery::default() }).await;
                let set: HashSet<&String> = hits.iter().collect();
                assert_eq!(set.len(), hits.len(), "{text}: nobody twice");
                for (id, name) in &named {
                    assert!(!is_hit(name) || set.contains(id), "{text} must find {name}");
                }
            }
        }
    }

    async fn exact_hits_come_first_across_pages(w: World) {
        for n in 0..60 {
            add(&w, &format!("Hòa {n:02}"), "", &[]).await;
            add(&w, &format!("Hoa {n:02}"), "", &[]).await;
            add(&w, &format!("Hoà {n:02}"), "", &[]).await;
        }
        let query = CustomerQuery { text: "hòa".into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
        let ids = all_pages(&w, query.clone()).await;
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 180);
        let first = customers::list(&w.b, &w.lan, &query).await.unwrap();
        assert!(first.rows.iter().all(|row| row.name.starts_with("Hòa")));
        let second = CustomerQuery { after: first.next, ..query };
        let names: Vec<String> =
            customers::list(&w.b, &w.lan, &second).await.unwrap().rows.into_iter().map(|row| row.name).collect();
        assert!(names[..10].iter().all(|name| name.starts_with("Hòa")), "{names:?}");
        assert!(names[10..].iter().all(|name| !name.starts_with("Hòa")), "{names:?}");
    }

    async fn the_list_shows_what_it_must(w: World) {
        let mut form = customer("An", "Cty An", &["0901234567", "0912345678"]);
        form.phones[1].primary = true;
        form.phones[1].do_not_call = true;
        form.owner = Some(w.lan.id.clone());
        let made = customers::create(&w.b, &w.lan, &form).await.unwrap();
        add(&w, "Bình", "", &[]).await;
        let page = customers::list(&w.b, &w.lan, &CustomerQuery::default()).await.unwrap();
        assert_eq!(page.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Bình", "An"], "latest first");
        let row = &page.rows[1];
        assert_eq!(row.phone.as_ref().map(|p| p.as_str().to_owned()), Some("+84912345678".to_owned()));
        assert_eq!((row.do_not_call, row.company.as_deref()), (true, Some("Cty An")));
        assert_eq!(row.owner.as_ref().map(|o| o.name.as_str()), Some("Trần Thị Lan"));
        assert_eq!(page.rows[0].phone, None);
        w.pass(1_000);
        notes::add(&w.b, &w.minh, &on(&made.id), "Đã gọi").await.unwrap();
        let page = customers::list(&w.b, &w.lan, &CustomerQuery::default()).await.unwrap();
        assert_eq!((page.rows[0].name.as_str(), page.rows[0].last_activity_at), ("An", w.b.now()));
        let stray = CustomerQuery { after: Some(Cursor("no cursor".into())), ..CustomerQuery::default() };
        assert_eq!(customers::list(&w.b, &w.lan, &stray).await, Err(Problem::NotFound));
    }

    async fn notes_are_read_by_all_and_changed_by_their_writer(w: World) {
        let id = add(&w, "An", "", &[]).await;
        let note = notes::add(&w.b, &w.lan, &on(&id), "  Hẹn thứ hai  ").await.unwrap();
        assert_eq!((note.text.as_str(), note.author_name.as_str(), note.edited_at), ("Hẹn thứ hai", "Trần Thị Lan", None));
        for who in [&w.minh, &w.manager, &w.admin] {
            assert_eq!(notes::edit(&w.b, who, &note.id, "x").await, Err(Problem::Forbidden));
            assert_eq!(notes::delete(&w.b, who, &note.id).await, Err(Problem::Forbidden));
        }
        w.pass(60_000);
        let edited = notes::edit(&w.b, &w.lan, &note.id, "Hẹn thứ ba").await.unwrap();
        assert_eq!((edited.text.as_str(), edited.at, edited.edited_at), ("Hẹn thứ ba", note.at, Some(w.b.now())));
        assert_eq!(notes::edit(&w.b, &w.lan, &note.id, " ").await, Err(Problem::at(Field::Note, FieldProblem::Required)));
        assert_eq!(notes::add(&w.b, &w.lan, &on(&unknown()), "x").await, Err(Problem::NotFound));
        let page = customers::timeline(&w.b, &w.minh, &id, None).await.unwrap();
        assert_eq!(page.rows, [TimelineEntry::Note(edited)]);
        notes::delete(&w.b, &w.lan, &note.id).await.unwrap();
        assert_eq!(notes::delete(&w.b, &w.lan, &note.id).await, Err(Problem::NotFound));
        assert_eq!(customers::timeline(&w.b, &w.minh, &id, None).await.unwrap().rows, []);
    }

    async fn a_timeline_is_paged(w: World) {
        let id = add(&w, "An", "", &[]).await;
        let mut written = Vec::new();
        for n in 0..65 {
            w.pass(i64::from(n % 3));
            written.push(notes::add(&w.b, &w.lan, &on(&id), &format!("{n}")).await.unwrap().id);
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = customers::timeline(&w.b, &w.lan, &id, after.as_ref()).await.unwrap();
            seen.extend(page.rows.into_iter().map(|entry| match entry {
                TimelineEntry::Note(note) => note.id,
                other => panic!("{other:?}"),
            }));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        written.reverse();
        assert_eq!(seen, written, "newest first, none left out, none twice");
        let stray = Cursor("?".into());
        assert_eq!(customers::timeline(&w.b, &w.lan, &id, Some(&stray)).await, Err(Problem::NotFound));
    }

    async fn a_member_who_left_still_owns_and_wrote(w: World) {
        let owned = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("An", "", &[]) };
        let made = customers::create(&w.b, &w.minh, &owned).await.unwrap();
        let leaver = domain::staff::MemberForm { active: false, ..form("Đỗ Minh", "minh@alo.vn", Role::Agent, "") };
        staff::update(&w.b, &w.admin, &w.minh.id, &leaver).await.unwrap();
        let opened = customers::get(&w.b, &w.lan, &made.id).await.unwrap();
        assert_eq!(opened.owner.map(|o| o.name), Some("Đỗ Minh".to_owned()));
    }

    async fn the_list_goes_home_as_it_is_shown_and_that_is_written_down(w: World) {
        generate::customers(&w.b, 2_300).await.unwrap();
        add(&w, "Đặng Lan Xuất", "Gốm", &["0901234567"]).await;
        let query = CustomerQuery { sort: CustomerSort::Name, ..CustomerQuery::default() };
        assert_eq!(exports::export(&w.b, &w.lan, Customers(query.clone())).await.err(), Some(Problem::Forbidden));
        let mut export = exports::export(&w.b, &w.manager, Customers(query.clone())).await.unwrap();
        assert_eq!(export.total, 2_301);
        let (id, mut ids) = (export.id().to_owned(), Vec::new());
        loop {
            let some = export.next().await.unwrap();
            if some.is_empty() {
                break;
            }
            ids.extend(some.into_iter().map(|row| row.id.to_string()));
        }
        export.end(true).await.unwrap();
        assert_eq!(ids, all_pages(&w, query).await, "the same customers in the same order");
        let told = audit::about(&w.b, &w.admin, &format!("export:{id}")).await.unwrap();
        let told: Vec<_> = told.iter().map(|entry| (entry.action.as_str(), entry.details["rows"].as_i64())).collect();
        assert_eq!(told, [("customers.export_begun", Some(2_301)), ("customers.export_ended", Some(2_301))]);

        let sought = CustomerQuery { text: "đặng lan xuất".into(), ..CustomerQuery::default() };
        let mut export = exports::export(&w.b, &w.manager, Customers(sought.clone())).await.unwrap();
        assert_eq!((export.total, export.next().await.unwrap().len()), (1, 1));
        export.end(false).await.unwrap();
        let nobody = CustomerQuery { owner: OwnerFilter::Member(nobody()), ..CustomerQuery::default() };
        assert_eq!(exports::export(&w.b, &w.manager, Customers(nobody.clone())).await.unwrap().total, 0);
    }
}
