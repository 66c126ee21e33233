//! Companies: made by hand or by naming them at a customer, found, renamed, changed by two at once, hidden.

use crate::calls::ring;
use crate::customers::{add, customer};
use crate::db::Other;
use crate::stories;
use crate::world::{World, nobody};
use backend::{audit, calls, companies, customers, generate};
use domain::calls::MatchHow;
use domain::companies::{Company, CompanyForm};
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort, OwnerFilter, PhoneForm};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CompanyId, StaffId};
use domain::problem::Problem;
use std::collections::HashSet;

pub(crate) fn company(name: &str, numbers: &[&str]) -> CompanyForm {
    let phones = numbers.iter().map(|raw| PhoneForm { raw: (*raw).into(), ..PhoneForm::default() }).collect();
    CompanyForm { name: name.into(), phones, ..CompanyForm::default() }
}

pub(crate) async fn found_company(w: &World, name: &str, numbers: &[&str]) -> Company {
    w.pass(1_000);
    companies::create(&w.b, &w.lan, &company(name, numbers)).await.unwrap()
}

/// Names of the first page of a search, by name.
async fn found(w: &World, text: &str) -> Vec<String> {
    let query = CustomerQuery { text: text.into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    companies::list(&w.b, &w.lan, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn people(w: &World, id: &CompanyId) -> Vec<String> {
    companies::people(&w.b, &w.lan, id, None).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

stories! {
    async fn a_company_is_made_and_opened(w: World) {
        let filled = CompanyForm {
            tax_code: "0312 345 678".into(),
            website: "anphu.vn".into(),
            email: "Ban@AnPhu.vn".into(),
            owner: Some(w.lan.id.clone()),
            ..company("  Công ty  An Phú ", &["028 3822 1234", "0901 234 567"])
        };
        let made = companies::create(&w.b, &w.lan, &filled).await.unwrap();
        assert_eq!((made.name.as_str(), made.version), ("Công ty An Phú", 1));
        assert_eq!(made.website.as_deref(), Some("https://anphu.vn"));
        assert_eq!(made.owner.as_ref().map(|owner| owner.name.as_str()), Some("Trần Thị Lan"));
        assert_eq!(made.phones[0].number.as_str(), "+842838221234");
        assert_eq!(companies::get(&w.b, &w.minh, &made.id).await, Ok(made));
        assert_eq!(companies::get(&w.b, &w.minh, &CompanyId::new("x")).await, Err(Problem::NotFound));
    }

    async fn what_is_wrong_with_a_company_is_said_at_its_field(w: World) {
        let bad = CompanyForm { tax_code: "12".into(), website: "x".into(), ..company(" ", &["abc"]) };
        let Err(Problem::Invalid(errors)) = companies::create(&w.b, &w.lan, &bad).await else { panic!() };
        let fields: Vec<Field> = errors.into_iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Name, Field::TaxCode, Field::Website, Field::Phone(0)]);
        let of_nobody = CompanyForm { owner: Some(nobody()), ..company("An", &[]) };
        let refused = companies::create(&w.b, &w.manager, &of_nobody).await;
        assert_eq!(refused, Err(Problem::at(Field::Owner, FieldProblem::Unknown)));
        found_company(&w, "An Phú", &[]).await;
        let second = companies::create(&w.b, &w.lan, &company("AN  PHÚ", &[])).await;
        assert_eq!(second, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        found_company(&w, "An Phu", &[]).await;
    }

    async fn a_company_named_at_a_customer_is_made_once(w: World) {
        let lan = customers::create(&w.b, &w.lan, &customer("Lan", " Cty  An Phú ", &[])).await.unwrap();
        assert_eq!(lan.company.as_deref(), Some("Cty  An Phú"));
        let hoa = customers::create(&w.b, &w.lan, &customer("Hoa", "CTY AN PHÚ", &[])).await.unwrap();
        let binh = customers::create(&w.b, &w.lan, &customer("Bình", "Cty An Phu", &[])).await.unwrap();
        assert!(lan.company_id.is_some());
        assert_eq!(lan.company_id, hoa.company_id, "however it is spaced and capitalised");
        assert_ne!(lan.company_id, binh.company_id, "accents count");
        assert_eq!(people(&w, lan.company_id.as_ref().unwrap()).await, ["Hoa", "Lan"]);

        let moved = customers::update(&w.b, &w.lan, &hoa.id, 1, &customer("Hoa", "Cty An Phu", &[])).await.unwrap();
        assert_eq!(moved.company_id, binh.company_id);
        let left = customers::update(&w.b, &w.lan, &hoa.id, 2, &customer("Hoa", " ", &[])).await.unwrap();
        assert_eq!((left.company, left.company_id), (None, None));
        assert_eq!(found(&w, "").await.len(), 2, "companies stay");
    }

    async fn of_many_who_name_a_new_company_at_once_one_makes_it(w: World) {
        let saves = (0..8).map(|n| {
            let (b, lan) = (w.b.clone(), w.lan.clone());
            tokio::spawn(async move { customers::create(&b, &lan, &customer(&format!("{n}"), "Mới", &[])).await })
        });
        let mut made = HashSet::new();
        for save in saves.collect::<Vec<_>>() {
            made.insert(save.await.unwrap().unwrap().company_id.unwrap().to_string());
        }
        assert_eq!(made.len(), 1);
    }

    async fn another_name_is_its_name_at_everybody_who_works_there(w: World) {
        let lan = add(&w, "Lan", "An Phú", &["0901234567"]).await;
        let before = customers::get(&w.b, &w.lan, &lan).await.unwrap();
        let id = before.company_id.clone().unwrap();
        let renamed = companies::update(&w.b, &w.minh, &id, 1, &company("Bình Minh", &[])).await.unwrap();
        assert_eq!((renamed.name.as_str(), renamed.version), ("Bình Minh", 2));
        let after = customers::get(&w.b, &w.lan, &lan).await.unwrap();
        assert_eq!((after.company.as_deref(), after.company_id.as_ref()), (Some("Bình Minh"), Some(&id)));
        let by = async |text: &str| {
            let query = CustomerQuery { text: text.into(), ..CustomerQuery::default() };
            customers::list(&w.b, &w.lan, &query).await.unwrap().rows.len()
        };
        assert_eq!((by("binh minh").await, by("an phu").await, by("0901234567").await), (1, 0, 1));
        let stale = customers::update(&w.b, &w.lan, &lan, before.version, &CustomerForm::from(&before)).await;
        assert_eq!(stale, Err(Problem::Stale(Box::new(after))), "the old name does not come back unasked");
    }

    async fn the_second_editor_of_a_company_is_told(w: World) {
        let opened = found_company(&w, "An Phú", &["02838221234"]).await;
        let mut mine = CompanyForm::from(&opened);
        mine.address = "12 Lê Lợi".into();
        let saved = companies::update(&w.b, &w.lan, &opened.id, 1, &mine).await.unwrap();
        assert_eq!(saved.phones[0].id, opened.phones[0].id, "a number that stays keeps its row");
        let refused = companies::update(&w.b, &w.minh, &opened.id, 1, &company("Khác", &[])).await;
        assert_eq!(refused, Err(Problem::StaleCompany(Box::new(saved.clone()))));
        assert_eq!(companies::get(&w.b, &w.lan, &opened.id).await, Ok(saved), "nothing was saved");
    }

    async fn only_managers_hand_companies_over_and_hide_them(w: World) {
        let to = |owner: Option<&StaffId>| CompanyForm { owner: owner.cloned(), ..company("An", &[]) };
        assert_eq!(companies::create(&w.b, &w.lan, &to(Some(&w.minh.id))).await, Err(Problem::Forbidden));
        let own = companies::create(&w.b, &w.lan, &to(Some(&w.lan.id))).await.unwrap();
        assert_eq!(companies::update(&w.b, &w.lan, &own.id, 1, &to(None)).await, Err(Problem::Forbidden));
        assert_eq!(companies::update(&w.b, &w.other_manager, &own.id, 1, &to(None)).await, Err(Problem::Forbidden));
        let moved = companies::update(&w.b, &w.manager, &own.id, 1, &to(Some(&w.minh.id))).await.unwrap();
        assert_eq!(moved.owner.map(|owner| owner.id), Some(w.minh.id.clone()));

        assert_eq!(companies::delete(&w.b, &w.lan, &own.id).await, Err(Problem::Forbidden));
        assert_eq!(companies::delete(&w.b, &w.other_manager, &own.id).await, Err(Problem::Forbidden));
        let person = add(&w, "Lan", "An", &[]).await;
        let in_use = companies::delete(&w.b, &w.manager, &own.id).await;
        assert_eq!(in_use, Err(Problem::at(Field::Company, FieldProblem::InUse)));
        customers::delete(&w.b, &w.manager, &person).await.unwrap();
        companies::delete(&w.b, &w.manager, &own.id).await.unwrap();
        assert_eq!(companies::get(&w.b, &w.lan, &own.id).await, Err(Problem::NotFound));
        assert_eq!(companies::delete(&w.b, &w.manager, &own.id).await, Err(Problem::NotFound));
        assert_eq!(found(&w, "").await, Vec::<String>::new());
        assert_eq!(found(&w, "an").await, Vec::<String>::new());
        let kept = audit::about(&w.b, &w.admin, &format!("company:{}", own.id)).await.unwrap();
        assert_eq!(kept[kept.len() - 1].action, "company.deleted");
    }

    async fn a_call_from_a_companys_number_finds_the_company(w: World) {
        let mut form = company("An Phú", &["028 3822 1234"]);
        form.owner = Some(w.lan.id.clone());
        form.phones[0].do_not_call = true;
        let made = companies::create(&w.b, &w.lan, &form).await.unwrap();
        for name in ["Lan", "Hoa"] {
            add(&w, name, "An Phú", &[]).await;
        }
        let card = ring(&w, "c1", "02838221234").await;
        assert_eq!((card.how, card.customers.len()), (MatchHow::None, 0));
        let [found] = card.companies.as_slice() else { panic!("{card:?}") };
        assert_eq!((&found.company, found.do_not_call), (&made.named(), true));
        assert_eq!(found.owner.as_ref().map(|owner| owner.name.as_str()), Some("Trần Thị Lan"));
        assert_eq!(found.people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Hoa", "Lan"]);
        assert!(calls::dial_check(&w.b, &w.lan, "028 3822 1234").await.unwrap().do_not_call);

        let attached = calls::attach(&w.b, &w.lan, &card.call, &found.people[1].id, true).await.unwrap();
        assert_eq!((attached.customers[0].name.as_str(), attached.companies.len()), ("Lan", 0));
        let again = ring(&w, "c2", "02838221234").await;
        assert_eq!((again.how, again.customers[0].name.as_str()), (MatchHow::Exact, "Lan"), "a person comes first");
    }

    /// The migration's own statements, told again over customers as they were before it.
    async fn what_was_written_at_customers_becomes_companies(w: World) {
        for (name, company) in [("Lan", "An Phú"), ("Hoa", " An Phú "), ("Mai", "an phú"), ("Yến", ""), ("Đào", "Đại Phát")] {
            add(&w, name, company, &[]).await;
        }
        let hidden = add(&w, "Tâm", "Một mình", &[]).await;
        customers::delete(&w.b, &w.manager, &hidden).await.unwrap();
        Other::at(&w).await.migrate_companies().await;
        let mut again = w;
        again.b = again.reopened().await;
        assert_eq!(found(&again, "").await, ["An Phú", "an phú", "Đại Phát"], "each text once, none lost");
        assert_eq!(found(&again, "dai phat").await, ["Đại Phát"]);
        let query = CustomerQuery { text: "hoa".into(), ..CustomerQuery::default() };
        let hoa = customers::list(&again.b, &again.lan, &query).await.unwrap().rows.remove(0);
        assert_eq!(people(&again, hoa.company_id.as_ref().unwrap()).await, ["Hoa", "Lan"]);
    }

    async fn companies_are_found_with_and_without_accents_and_by_number(w: World) {
        for (name, numbers) in [
            ("Công ty TNHH Ánh Dương", &["028 3822 1234"][..]),
            ("Cong ty TNHH Anh Duong", &[]),
            ("Công ty CP Đại Phát", &["0121 234 5678"]),
        ] {
            found_company(&w, name, numbers).await;
        }
        assert_eq!(found(&w, "anh duong").await.len(), 2);
        assert_eq!(found(&w, "Ánh Dương").await[0], "Công ty TNHH Ánh Dương", "the accents that were typed come first");
        assert_eq!(found(&w, "dai").await, ["Công ty CP Đại Phát"]);
        for text in ["0792345678", "5678", "+84 79 234 5678"] {
            assert_eq!(found(&w, text).await, ["Công ty CP Đại Phát"], "{text}");
        }
        assert_eq!(found(&w, "xyz").await, Vec::<String>::new());
    }

    async fn the_list_of_companies_is_paged_and_says_how_many_work_there(w: World) {
        generate::customers(&w.b, 400).await.unwrap();
        for sort in [CustomerSort::Activity, CustomerSort::Name] {
            let mut query = CustomerQuery { sort, ..CustomerQuery::default() };
            let (mut ids, mut working) = (HashSet::new(), 0);
            let mut rows = 0;
            loop {
                let page = companies::list(&w.b, &w.lan, &query).await.unwrap();
                rows += page.rows.len();
                working += page.rows.iter().map(|row| row.people).sum::<u32>();
                ids.extend(page.rows.into_iter().map(|row| row.id.to_string()));
                let Some(next) = page.next else { break };
                query.after = Some(next);
            }
            assert!(rows > 100, "{rows} companies");
            assert_eq!(ids.len(), rows, "none twice");
            assert!(working >= u32::try_from(rows).unwrap(), "each was made for somebody");
        }
        let mine = CustomerQuery { owner: OwnerFilter::Member(w.lan.id.clone()), ..CustomerQuery::default() };
        let mine = companies::list(&w.b, &w.lan, &mine).await.unwrap().rows;
        assert!(!mine.is_empty() && mine.iter().all(|row| row.owner.as_ref().is_some_and(|o| o.id == w.lan.id)));
    }
}
