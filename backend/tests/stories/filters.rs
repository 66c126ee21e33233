//! Lists filtered by groups of conditions.

use crate::stories;
use crate::world::World;
use backend::{companies, custom, customers, deals, tags};
use domain::custom::{CustomFieldForm, Entity, Kind};
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort, PhoneForm};
use domain::deals::{DealFilter, DealForm, DealQuery};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::DAY;

async fn names(w: &World, filter: &str) -> String {
    let query = CustomerQuery { filter: filter.parse().unwrap(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    let page = customers::list(&w.b, &w.lan, &query).await.unwrap();
    page.rows.into_iter().map(|row| row.name).collect::<Vec<_>>().join(" ")
}

async fn people(w: &World) {
    let phone = |raw: &str, do_not_call| PhoneForm { raw: raw.into(), do_not_call, ..PhoneForm::default() };
    let person = |name: &str, company: &str, address: &str, phones: Vec<PhoneForm>| CustomerForm {
        name: name.into(),
        company: company.into(),
        address: address.into(),
        phones,
        ..CustomerForm::default()
    };
    let an = CustomerForm {
        owner: Some(w.lan.id.clone()),
        email: "an@alo.vn".into(),
        ..person("An", "Hòa Phát", "12 Hàng Bài, Hà Nội", vec![phone("0901234567", false)])
    };
    let an = customers::create(&w.b, &w.lan, &an).await.unwrap();
    tags::set(&w.b, &w.lan, &Subject::Customer(an.id), &["VIP".into()]).await.unwrap();
    w.pass(10 * DAY);
    let bình = CustomerForm {
        owner: Some(w.minh.id.clone()),
        ..person("Bình", "Hòa Bình", "Đà Nẵng", vec![phone("0901234568", true)])
    };
    customers::create(&w.b, &w.manager, &bình).await.unwrap();
    customers::create(&w.b, &w.lan, &person("Cường 100%", "", "", Vec::new())).await.unwrap();
}

stories! {
    async fn what_fits_is_listed(w: World) {
        people(&w).await;
        let vip = tags::list(&w.b, &w.lan).await.unwrap()[0].id.clone();
        for (filter, found) in [
            ("all()", "An Bình Cường 100%"),
            ("all(name.has.cuong)", "Cường 100%"),
            ("all(name.has.%)", "Cường 100%"),
            ("all(name.has-not.an)", "Bình Cường 100%"),
            ("all(company.has.hoa)", "An Bình"),
            ("all(company.has-not.phát)", "Bình Cường 100%"),
            ("all(company.unset)", "Cường 100%"),
            ("all(owner.is.me)", "An"),
            ("all(owner.is.me|nobody)", "An Cường 100%"),
            ("all(owner.is-not.me)", "Bình Cường 100%"),
            ("all(owner.set)", "An Bình"),
            ("all(phone.set)", "An Bình"),
            ("all(phone.unset)", "Cường 100%"),
            ("all(do-not-call.set)", "Bình"),
            ("all(do-not-call.unset)", "An Cường 100%"),
            ("all(email.has.AN@)", "An"),
            ("all(address.has.hà nội)", "An"),
            ("all(address.has.Đà)", "Bình"),
            ("all(address.set)", "An Bình"),
            ("all(created.last.7)", "Bình Cường 100%"),
            ("all(created.before.7)", "An"),
            ("all(created.since.2026-11-25,name.has.b)", "Bình"),
            ("any(owner.is.me,do-not-call.set)", "An Bình"),
            ("all(company.has.hoa,any(owner.is.nobody,all(do-not-call.set,created.last.1)))", "Bình"),
            (&format!("all(tag.is.{vip})"), "An"),
            (&format!("all(tag.is-not.{vip})"), "Bình Cường 100%"),
            ("all(tag.unset)", "Bình Cường 100%"),
        ] {
            assert_eq!(names(&w, filter).await, found, "{filter}");
        }
        let of = |filter: &str| CustomerQuery { filter: filter.parse().unwrap(), ..CustomerQuery::default() };
        let refused = customers::list(&w.b, &w.lan, &of("all(created.last.many)")).await.map(|_| ());
        let range = FieldProblem::OutOfRange { min: 1, max: 3_650 };
        assert_eq!(refused, Err(Problem::at(Field::Filter, range)));
        let refused = customers::list(&w.b, &w.lan, &of("all(amount.least.5)")).await.map(|_| ());
        assert_eq!(refused, Err(Problem::at(Field::Filter, FieldProblem::Unknown)), "people cost nothing");
        let query = CustomerQuery { text: "hoa".into(), ..of("all(owner.is.me)") };
        let found = customers::list(&w.b, &w.lan, &query).await.unwrap().rows;
        assert_eq!(found.iter().map(|row| (row.name.as_str(), row.tags.as_deref())).collect::<Vec<_>>(), [("An", Some("VIP"))]);
        let companies = companies::list(&w.b, &w.lan, &of("all(name.has.phat)")).await.unwrap().rows;
        assert_eq!(companies.into_iter().map(|row| row.name).collect::<Vec<_>>(), ["Hòa Phát"]);
    }

    async fn deals_are_filtered_by_what_they_are(w: World) {
        people(&w).await;
        let deal = async |title: &str, company: &str, amount: &str, close_on: &str| {
            let form = DealForm {
                title: title.into(),
                company: company.into(),
                amount: amount.into(),
                close_on: close_on.into(),
                ..DealForm::default()
            };
            deals::create(&w.b, &w.lan, &form).await.unwrap()
        };
        let small = deal("Nhỏ", "Hòa Phát", "15tr", "2026-12-01").await;
        deal("Lớn", "Hòa Bình", "1,5 tỷ", "").await;
        let titles = async |filter: &str| {
            let filter = DealFilter { conditions: filter.parse().unwrap(), ..DealFilter::default() };
            let query = DealQuery { filter, ..DealQuery::default() };
            let page = deals::list(&w.b, &w.lan, &query).await.unwrap();
            page.rows.into_iter().map(|deal| deal.title).collect::<Vec<_>>().join(" ")
        };
        for (filter, found) in [
            ("all(amount.least.1 tỷ)", "Lớn"),
            ("all(amount.most.15tr)", "Nhỏ"),
            ("all(close.next.7)", "Nhỏ"),
            ("all(close.set)", "Nhỏ"),
            ("all(close.unset)", "Lớn"),
            ("all(progress.is.open,company.has.phat)", "Nhỏ"),
            ("all(progress.is.won|lost)", ""),
            (&format!("all(stage.is.{})", small.stage.id), "Nhỏ Lớn"),
        ] {
            assert_eq!(titles(filter).await, found, "{filter}");
        }
    }

    async fn fields_of_the_installation_are_filtered_too(w: World) {
        let form = CustomFieldForm { name: "Nguồn".into(), kind: Kind::Text, ..CustomFieldForm::default() };
        let field = custom::create(&w.b, &w.admin, Entity::Customer, &form).await.unwrap();
        let mut an = CustomerForm { name: "An".into(), ..CustomerForm::default() };
        an.custom.set(field.id.clone(), vec!["Hội chợ".into()]);
        customers::create(&w.b, &w.lan, &an).await.unwrap();
        customers::create(&w.b, &w.lan, &CustomerForm { name: "Bình".into(), ..CustomerForm::default() }).await.unwrap();
        let of = |rest: &str| format!("all(field:{}.{rest})", field.id);
        assert_eq!(names(&w, &of("has.hoi cho")).await, "An");
        assert_eq!(names(&w, &of("unset")).await, "Bình");
        assert_eq!(names(&w, &of("has-not.hội")).await, "Bình");
    }
}
