//! Custom fields: defined by admins, filled in everywhere, never lost.

use crate::companies::company;
use crate::customers::{add, customer};
use crate::deals::add_deal;
use crate::imports::{bad_rows, bring_in, undo};
use crate::stories;
use crate::world::World;
use backend::{audit, companies, custom, customers, deals};
use domain::companies::CompanyForm;
use domain::custom::{ChoiceForm, CustomField, CustomFieldForm, Entity, Entries, Kind, Value, Values};
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort};
use domain::deals::{DealForm, DealQuery};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CustomFieldId, CustomerId};
use domain::imports::{Rule, Undone, Why};
use domain::problem::Problem;
use domain::times::Day;

/// A field's form.
pub(crate) fn defined(name: &str, kind: Kind, choices: &[&str]) -> CustomFieldForm {
    let choice = |name: &&str| ChoiceForm { id: None, name: (*name).into() };
    CustomFieldForm { name: name.into(), kind, required: false, choices: choices.iter().map(choice).collect() }
}

/// A new field of customers.
pub(crate) async fn define(w: &World, name: &str, kind: Kind, choices: &[&str]) -> CustomField {
    custom::create(&w.b, &w.admin, Entity::Customer, &defined(name, kind, choices)).await.unwrap()
}

fn entries(entries: &[(&CustomField, &str)]) -> Entries {
    let mut all = Entries::default();
    for (field, text) in entries {
        all.set(field.id.clone(), vec![(*text).to_owned()]);
    }
    all
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

async fn value(w: &World, id: &CustomerId, field: &CustomField) -> Option<Value> {
    customers::get(&w.b, &w.lan, id).await.unwrap().custom.get(&field.id).cloned()
}

async fn found(w: &World, sought: &str) -> Vec<String> {
    let query = CustomerQuery { text: sought.into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    customers::list(&w.b, &w.lan, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn names(w: &World, entity: Entity) -> Vec<String> {
    custom::fields(&w.b, &w.lan, entity).await.unwrap().into_iter().map(|field| field.name).collect()
}

stories! {
    async fn fields_are_the_admins_business(w: World) {
        let form = defined("Ngành hàng", Kind::Choice, &["Thực phẩm"]);
        let field = define(&w, "Mã số", Kind::Text, &[]).await;
        for who in [&w.lan, &w.manager] {
            assert_eq!(custom::create(&w.b, who, Entity::Customer, &form).await, Err(Problem::Forbidden));
            assert_eq!(custom::update(&w.b, who, &field.id, &form).await, Err(Problem::Forbidden));
            assert_eq!(custom::archive(&w.b, who, &field.id, true).await, Err(Problem::Forbidden));
            assert_eq!(custom::arrange(&w.b, who, Entity::Customer, &[]).await, Err(Problem::Forbidden));
            assert_eq!(custom::all(&w.b, who).await, Err(Problem::Forbidden));
        }
        assert_eq!(names(&w, Entity::Customer).await, ["Mã số"], "everybody sees what there is");
        let taken = custom::create(&w.b, &w.admin, Entity::Customer, &defined("ma so", Kind::Date, &[])).await;
        assert_eq!(taken, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        custom::create(&w.b, &w.admin, Entity::Deal, &defined("Mã số", Kind::Date, &[])).await.unwrap();
        let other_kind = custom::update(&w.b, &w.admin, &field.id, &form).await;
        assert_eq!(other_kind, Err(Problem::at(Field::FieldKind, FieldProblem::InUse)));
        let unknown = custom::update(&w.b, &w.admin, &CustomFieldId::new("x"), &form).await;
        assert_eq!(unknown, Err(Problem::NotFound));
    }

    async fn fields_are_arranged_archived_and_written_down(w: World) {
        let (a, b) = (define(&w, "A", Kind::Text, &[]).await, define(&w, "B", Kind::Number, &[]).await);
        let arranged = custom::arrange(&w.b, &w.admin, Entity::Customer, &[b.id.clone(), a.id.clone()]).await.unwrap();
        assert_eq!(arranged.iter().map(|field| &field.id).collect::<Vec<_>>(), [&b.id, &a.id]);
        assert_eq!(names(&w, Entity::Customer).await, ["B", "A"]);
        custom::archive(&w.b, &w.admin, &b.id, true).await.unwrap();
        assert_eq!(names(&w, Entity::Customer).await, ["A"]);
        let all = custom::all(&w.b, &w.admin).await.unwrap();
        assert_eq!(all.iter().map(|field| (field.name.as_str(), field.archived)).collect::<Vec<_>>(), [("A", false), ("B", true)]);
        let another = define(&w, "B", Kind::Text, &[]).await;
        let twice = custom::archive(&w.b, &w.admin, &b.id, false).await;
        assert_eq!(twice, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        custom::archive(&w.b, &w.admin, &another.id, true).await.unwrap();
        custom::archive(&w.b, &w.admin, &b.id, false).await.unwrap();
        let kept = audit::about(&w.b, &w.admin, &format!("field:{}", b.id)).await.unwrap();
        let actions: Vec<&str> = kept.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["field.created", "field.archived", "field.restored"]);
        assert_eq!(kept[1].details["from"]["archived"], false);
    }

    async fn every_kind_is_kept(w: World) {
        let kinds = [
            (Kind::Text, "Màu xanh", text("Màu xanh")),
            (Kind::Number, "1.234,5", Value::Number(domain::custom::Decimal(12_345_000))),
            (Kind::Money, "15tr", Value::Money(15_000_000)),
            (Kind::Date, "1990-02-28", Value::Date(Day::parse("1990-02-28").unwrap())),
            (Kind::YesNo, "yes", Value::YesNo(true)),
            (Kind::Link, "alo.vn", Value::Link("https://alo.vn".into())),
        ];
        let mut form = customer("An", "", &[]);
        let mut wanted = Values::default();
        for (kind, typed, value) in kinds {
            let field = define(&w, kind.as_str(), kind, &[]).await;
            form.custom.set(field.id.clone(), vec![typed.to_owned()]);
            wanted.set(field.id, Some(value));
        }
        let some = define(&w, "Sở thích", Kind::Choices, &["Bóng đá", "Cầu lông", "Bơi"]).await;
        let ids: Vec<_> = some.choices.iter().map(|choice| choice.id.clone()).collect();
        form.custom.set(some.id.clone(), vec![ids[2].to_string(), ids[0].to_string()]);
        wanted.set(some.id.clone(), Some(Value::Choices(vec![ids[0].clone(), ids[2].clone()])));
        let made = customers::create(&w.b, &w.lan, &form).await.unwrap();
        assert_eq!(made.custom, wanted);
        let listed = customers::list(&w.b, &w.lan, &CustomerQuery::default()).await.unwrap().rows.remove(0);
        assert_eq!(listed.custom, wanted);
        let again = CustomerForm::from(&made);
        let same = customers::update(&w.b, &w.lan, &made.id, made.version, &again).await.unwrap();
        assert_eq!(same.custom, wanted, "a form that is opened and saved changes nothing");
        let emptied = CustomerForm { custom: Entries::default(), ..again };
        let emptied = customers::update(&w.b, &w.lan, &made.id, same.version, &emptied).await.unwrap();
        assert!(emptied.custom.is_empty());
    }

    async fn what_must_be_there_is_asked_for(w: World) {
        let field = define(&w, "Mã số", Kind::Text, &[]).await;
        let an = add(&w, "An", "", &[]).await;
        let form = CustomFieldForm { required: true, ..CustomFieldForm::from(&field) };
        custom::update(&w.b, &w.admin, &field.id, &form).await.unwrap();
        let problem = Problem::at(Field::Custom(field.id.clone()), FieldProblem::Required);
        assert_eq!(customers::create(&w.b, &w.lan, &customer("Bình", "", &[])).await, Err(problem.clone()));
        let an = customers::get(&w.b, &w.lan, &an).await.unwrap();
        let saved = customers::update(&w.b, &w.lan, &an.id, an.version, &CustomerForm::from(&an)).await;
        assert_eq!(saved, Err(problem));
        let filled = CustomerForm { custom: entries(&[(&field, "A1")]), ..customer("Bình", "An Phú", &[]) };
        customers::create(&w.b, &w.lan, &filled).await.unwrap();
    }

    async fn a_renamed_choice_keeps_its_customers_and_one_taken_away_too(w: World) {
        let field = define(&w, "Ngành", Kind::Choice, &["Thực phẩm", "Xây dựng"]).await;
        let food = field.choices[0].id.clone();
        let form = CustomerForm { custom: entries(&[(&field, food.as_str())]), ..customer("An", "", &[]) };
        let an = customers::create(&w.b, &w.lan, &form).await.unwrap();
        let mut renamed = CustomFieldForm::from(&field);
        renamed.choices[0].name = "Ăn uống".into();
        let field = custom::update(&w.b, &w.admin, &field.id, &renamed).await.unwrap();
        let has = value(&w, &an.id, &field).await.unwrap();
        assert_eq!(has.shown(&field, ("", "")), "Ăn uống");
        renamed.choices.remove(0);
        let field = custom::update(&w.b, &w.admin, &field.id, &renamed).await.unwrap();
        assert_eq!((field.offered(&[]).len(), field.offered(&[food.to_string()]).len()), (1, 2));
        assert_eq!(value(&w, &an.id, &field).await.unwrap().shown(&field, ("", "")), "Ăn uống");
        let saved = customers::update(&w.b, &w.lan, &an.id, an.version, &CustomerForm::from(&an)).await.unwrap();
        assert_eq!(saved.custom, an.custom);
    }

    async fn an_archived_field_keeps_its_values(w: World) {
        let (code, color) = (define(&w, "Mã", Kind::Text, &[]).await, define(&w, "Màu", Kind::Text, &[]).await);
        let both = CustomerForm { custom: entries(&[(&code, "A1"), (&color, "xanh")]), ..customer("An", "", &[]) };
        let an = customers::create(&w.b, &w.lan, &both).await.unwrap();
        custom::archive(&w.b, &w.admin, &code.id, true).await.unwrap();
        let form = CustomerForm { custom: entries(&[(&color, "đỏ")]), ..CustomerForm::from(&an) };
        customers::update(&w.b, &w.lan, &an.id, an.version, &form).await.unwrap();
        custom::archive(&w.b, &w.admin, &code.id, false).await.unwrap();
        assert_eq!((value(&w, &an.id, &code).await, value(&w, &an.id, &color).await), (Some(text("A1")), Some(text("đỏ"))));
    }

    async fn customers_are_found_by_their_texts(w: World) {
        let field = define(&w, "Biển số xe", Kind::Text, &[]).await;
        let form = CustomerForm { custom: entries(&[(&field, "Xe màu tím")]), ..customer("An", "Alo", &["0901234567"]) };
        let an = customers::create(&w.b, &w.lan, &form).await.unwrap();
        add(&w, "Bình", "Alo", &[]).await;
        assert_eq!(found(&w, "tim").await, ["An"]);
        assert_eq!(found(&w, "alo tím").await, ["An"]);
        let company = customers::get(&w.b, &w.lan, &an.id).await.unwrap().company_id.unwrap();
        let alo = companies::get(&w.b, &w.lan, &company).await.unwrap();
        let renamed = CompanyForm { name: "Bolero".into(), ..CompanyForm::from(&alo) };
        companies::update(&w.b, &w.admin, &company, alo.version, &renamed).await.unwrap();
        assert_eq!(found(&w, "bolero tim").await, ["An"], "another name of the company loses no word");
        let now = customers::get(&w.b, &w.lan, &an.id).await.unwrap();
        let cleared = CustomerForm { custom: Entries::default(), ..CustomerForm::from(&now) };
        customers::update(&w.b, &w.lan, &an.id, now.version, &cleared).await.unwrap();
        assert!(found(&w, "tim").await.is_empty());
    }

    async fn who_saves_second_sees_what_the_first_put_in(w: World) {
        let field = define(&w, "Mã", Kind::Text, &[]).await;
        let id = add(&w, "An", "", &[]).await;
        let opened = customers::get(&w.b, &w.lan, &id).await.unwrap();
        let mine = CustomerForm { custom: entries(&[(&field, "A1")]), ..CustomerForm::from(&opened) };
        let first = customers::update(&w.b, &w.lan, &id, opened.version, &mine).await.unwrap();
        let late = CustomerForm { custom: entries(&[(&field, "B2")]), ..CustomerForm::from(&opened) };
        let Err(Problem::Stale(now)) = customers::update(&w.b, &w.lan, &id, opened.version, &late).await else {
            panic!("it was saved meanwhile");
        };
        assert_eq!((now.version, now.custom), (first.version, first.custom));
    }

    async fn companies_and_deals_have_fields_of_their_own(w: World) {
        let field = |entity, name: &'static str| {
            let b = &w.b;
            let admin = &w.admin;
            async move { custom::create(b, admin, entity, &defined(name, Kind::Text, &[])).await.unwrap() }
        };
        let (size, source) = (field(Entity::Company, "Quy mô").await, field(Entity::Deal, "Nguồn").await);
        let form = CompanyForm { custom: entries(&[(&size, "50 người"), (&source, "x")]), ..company("An Phú", &[]) };
        let made = companies::create(&w.b, &w.lan, &form).await.unwrap();
        assert_eq!(made.custom, Values::from_iter([(size.id.clone(), text("50 người"))]), "only its own");
        let sought = CustomerQuery { text: "50 nguoi".into(), ..CustomerQuery::default() };
        let listed = companies::list(&w.b, &w.lan, &sought).await.unwrap();
        assert_eq!(listed.rows[0].custom, made.custom);
        let deal = add_deal(&w, "Máy lạnh", 1).await;
        let form = DealForm { custom: entries(&[(&source, "Hội chợ")]), ..DealForm::from(&deal) };
        let saved = deals::update(&w.b, &w.lan, &deal.id, deal.version, &form).await.unwrap();
        assert_eq!(saved.custom.get(&source.id), Some(&text("Hội chợ")));
        let listed = deals::list(&w.b, &w.lan, &DealQuery::default()).await.unwrap();
        assert_eq!(listed.rows[0].custom, saved.custom);
        let required = CustomFieldForm { required: true, ..CustomFieldForm::from(&size) };
        custom::update(&w.b, &w.admin, &size.id, &required).await.unwrap();
        add(&w, "Bình", "Công ty mới", &[]).await;
    }

    async fn an_import_fills_fields_in_and_is_undone(w: World) {
        let color = define(&w, "Màu xe", Kind::Text, &[]).await;
        let trade = define(&w, "Ngành hàng", Kind::Choice, &["Thực phẩm", "Xây dựng"]).await;
        let form = CustomerForm { custom: entries(&[(&color, "tím")]), ..customer("An", "", &["0901234567"]) };
        let an = customers::create(&w.b, &w.lan, &form).await.unwrap();
        let rows = "Tên;SĐT;NGÀNH HÀNG;Màu xe\nAn;0901234567;thực phẩm;đỏ\nBình;0912345678;Xây dựng;vàng\nChi;0933333333;Vũ trụ;\n";
        let done = bring_in(&w, rows, Rule::Merge).await;
        let bad = bad_rows(&w, &done.id).await;
        assert_eq!((bad.len(), bad[0].line, bad[0].problems[0].column), (1, 4, Some(2)));
        assert_eq!(bad[0].problems[0].why, Why::Field(FieldProblem::Unknown));
        assert_eq!(value(&w, &an.id, &color).await, Some(text("tím")), "what was there stays");
        assert_eq!(value(&w, &an.id, &trade).await, Some(Value::Choice(trade.choices[0].id.clone())));
        assert_eq!(found(&w, "vang").await, ["Bình"], "a new customer is found by it");
        assert_eq!(undo(&w, &done.id).await, Undone { gone: 1, restored: 1, kept: 0 });
        assert_eq!((value(&w, &an.id, &trade).await, value(&w, &an.id, &color).await), (None, Some(text("tím"))));
    }

    async fn new_customers_of_an_import_have_what_they_must(w: World) {
        let field = define(&w, "Mã số", Kind::Number, &[]).await;
        add(&w, "An", "", &["0901234567"]).await;
        let required = CustomFieldForm { required: true, ..CustomFieldForm::from(&field) };
        custom::update(&w.b, &w.admin, &field.id, &required).await.unwrap();
        let rows = "Tên;SĐT;Mã số\nAn Phạm;0901234567;\nBình;0912345678;\nChi;0933333333;7\n";
        let done = bring_in(&w, rows, Rule::Update).await;
        assert_eq!((done.counts.created, done.counts.matched), (1, 1));
        let bad = bad_rows(&w, &done.id).await;
        assert_eq!(bad[0].problems[0].why, Why::Lacks("Mã số".into()));
    }
}
