//! Imports: a file comes in, is rehearsed, run, stopped, gone on with by another server, and undone.

use crate::customers::{add, customer};
use crate::rights::decide;
use crate::stories;
use crate::world::World;
use backend::{Backend, Settings, audit, customers, imports, notes};
use domain::access::{Actor, Role};
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CustomerId, ImportId};
use domain::imports::{BadRow, Counts, FileProblem, Import, ImportPlan, MatchBy, Rule, Source, State, Undone, Why};
use domain::problem::Problem;
use domain::rights::{Deed, Grant, Reach, Records};
use domain::tags::Subject;

async fn upload(w: &World, who: &Actor, bytes: &[u8]) -> Result<Import, Problem> {
    let mut upload = imports::Upload::begin(&w.b, who, "khách hàng.csv").await?;
    for piece in bytes.chunks(1_000) {
        upload.write(piece).await?;
    }
    upload.finish().await
}

async fn file(w: &World, text: &str) -> Import {
    w.pass(1_000);
    upload(w, &w.manager, text.as_bytes()).await.unwrap()
}

async fn plan(w: &World, id: &ImportId, rule: Rule) -> ImportPlan {
    ImportPlan { rule, ..imports::open(&w.b, &w.manager, id).await.unwrap().plan }
}

/// Rehearses and runs a file.
pub(crate) async fn bring_in(w: &World, text: &str, rule: Rule) -> Import {
    let import = file(w, text).await;
    let plan = plan(w, &import.id, rule).await;
    let checked = rehearse(w, &import.id, &plan).await;
    let done = run(w, &import.id).await;
    assert_eq!(done.counts, checked.counts, "what was rehearsed is what happens");
    done
}

async fn rehearse(w: &World, id: &ImportId, plan: &ImportPlan) -> Import {
    imports::check(&w.b, &w.manager, id, plan).await.unwrap();
    imports::work(&w.b).await.unwrap();
    let checked = imports::get(&w.b, &w.manager, id).await.unwrap();
    assert_eq!(checked.state, State::Checked);
    checked
}

async fn run(w: &World, id: &ImportId) -> Import {
    w.pass(1_000);
    imports::run(&w.b, &w.manager, id).await.unwrap();
    imports::work(&w.b).await.unwrap();
    let done = imports::get(&w.b, &w.manager, id).await.unwrap();
    assert_eq!(done.state, State::Done);
    done
}

pub(crate) async fn undo(w: &World, id: &ImportId) -> Undone {
    w.pass(1_000);
    imports::undo(&w.b, &w.manager, id).await.unwrap();
    imports::work(&w.b).await.unwrap();
    let undone = imports::get(&w.b, &w.manager, id).await.unwrap();
    assert_eq!(undone.state, State::Undone);
    undone.undone
}

async fn names(w: &World, text: &str) -> Vec<String> {
    let query = CustomerQuery { text: text.into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    customers::list(&w.b, &w.manager, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn companies(w: &World, text: &str) -> Vec<String> {
    let query = CustomerQuery { text: text.into(), sort: CustomerSort::Name, ..CustomerQuery::default() };
    backend::companies::list(&w.b, &w.manager, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn id_of(w: &World, text: &str) -> CustomerId {
    let query = CustomerQuery { text: text.into(), ..CustomerQuery::default() };
    customers::list(&w.b, &w.manager, &query).await.unwrap().rows[0].id.clone()
}

/// The rows that cannot be taken.
pub(crate) async fn bad_rows(w: &World, id: &ImportId) -> Vec<BadRow> {
    imports::problems(&w.b, &w.manager, id, None).await.unwrap().rows
}

fn counts(created: u64, matched: u64, skipped: u64, rejected: u64) -> Counts {
    Counts { created, matched, skipped, rejected }
}

fn as_said(encoding: &str, delimiter: char) -> Source {
    Source::Csv { encoding: encoding.to_owned(), delimiter }
}

const FILE: &str = "Họ và tên;SĐT;Điện thoại 2;Email;Công ty;Địa chỉ;Người phụ trách\n\
    Nguyễn Văn An;0901 234 567;028 3822 1234;an@alo.vn;An Phú;12 Lê Lợi;Trần Thị Lan\n\
    Lê Bình;0912 345 678;;binh@alo.vn;;;\n\
    ;0933 333 333;;;;;\n\
    Trần Chi;0977 777 777;;chi;;;Ai Đó\n";

/// So many rows of people nobody knows.
fn many(rows: usize) -> String {
    let people = (0..rows).map(|n| format!("Người {n},09{n:08},nguoi{n}@alo.vn\n"));
    ["Tên,SĐT,Email\n".to_owned()].into_iter().chain(people).collect()
}

stories! {
    async fn a_file_is_rehearsed_and_brought_in(w: World) {
        let import = file(&w, FILE).await;
        assert_eq!((import.state, import.rows, import.file.as_str()), (State::Ready, 4, "khách hàng.csv"));
        let plan = plan(&w, &import.id, Rule::Merge).await;
        let checked = rehearse(&w, &import.id, &plan).await;
        assert_eq!(checked.counts, counts(2, 0, 0, 2));
        assert!(names(&w, "").await.is_empty(), "a rehearsal brings nobody in");
        let bad = imports::problems(&w.b, &w.manager, &import.id, None).await.unwrap().rows;
        assert_eq!(bad.iter().map(|row| (row.line, row.problems.len())).collect::<Vec<_>>(), [(4, 1), (5, 2)]);
        assert_eq!(bad[0].problems[0].why, Why::Field(FieldProblem::Required));
        assert_eq!(bad[1].cells[0], "Trần Chi");
        let done = run(&w, &import.id).await;
        assert_eq!((done.counts, done.state), (checked.counts, State::Done));
        assert_eq!(names(&w, "").await, ["Lê Bình", "Nguyễn Văn An"]);
        let an = customers::get(&w.b, &w.lan, &id_of(&w, "nguyen van an").await).await.unwrap();
        assert_eq!((an.email.as_deref(), an.company.as_deref()), (Some("an@alo.vn"), Some("An Phú")));
        assert_eq!(an.owner.map(|owner| owner.id), Some(w.lan.id.clone()));
        assert_eq!(an.phones.iter().map(|phone| phone.number.as_str()).collect::<Vec<_>>(), ["+84901234567", "+842838221234"]);
        assert_eq!(names(&w, "0912345678").await, ["Lê Bình"], "found by number");
        let mut rejected = imports::rejected(&w.b, &w.manager, &import.id).await.unwrap();
        assert_eq!(rejected.heads[0], "Họ và tên");
        assert_eq!(rejected.next().await.unwrap(), bad);
        assert!(rejected.next().await.unwrap().is_empty());
        let told = audit::about(&w.b, &w.admin, &format!("import:{}", import.id)).await.unwrap();
        let told: Vec<_> = told.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(told, ["customers.import_begun", "customers.imported"]);
    }

    async fn whoever_knows_better_says_how_a_file_is_written(w: World) {
        let import = file(&w, "Tên;SĐT\nLan, Hoa;0901234567\nBình;0912345678\n").await;
        assert_eq!(import.source, as_said("UTF-8", ';'));
        let planned = ImportPlan { rule: Rule::Skip, ..plan(&w, &import.id, Rule::Skip).await };
        rehearse(&w, &import.id, &planned).await;
        let sheet = imports::reread(&w.b, &w.manager, &import.id, &as_said("UTF-8", ',')).await.unwrap();
        assert_eq!((sheet.import.state, sheet.heads.as_slice()), (State::Ready, ["Tên;SĐT", ""].map(str::to_owned).as_slice()));
        assert_eq!((&sheet.import.source, sheet.plan.rule), (&as_said("UTF-8", ','), Rule::Merge), "other columns, another plan");
        let said = async |who, how| imports::reread(&w.b, who, &import.id, &how).await.err();
        assert_eq!(said(&w.lan, as_said("UTF-8", ';')).await, Some(Problem::Forbidden));
        assert_eq!(said(&w.other_manager, as_said("UTF-8", ';')).await, Some(Problem::NotFound));
        assert_eq!(said(&w.manager, as_said("replacement", ';')).await, Some(Problem::NotFound));
        assert_eq!(said(&w.manager, Source::Xlsx).await, Some(Problem::NotFound));
        assert_eq!(said(&w.manager, as_said("UTF-8", ';')).await, None, "and back again");
        let again = plan(&w, &import.id, Rule::Merge).await;
        rehearse(&w, &import.id, &again).await;
        assert_eq!(run(&w, &import.id).await.counts, counts(2, 0, 0, 0));
        assert_eq!(names(&w, "").await, ["Bình", "Lan, Hoa"]);
        assert_eq!(said(&w.manager, as_said("UTF-8", ',')).await, Some(Problem::NotFound), "too late");
    }

    async fn duplicates_are_skipped_updated_or_merged(w: World) {
        let lan = add(&w, "Lan", "Cũ", &["0901234567"]).await;
        let text = "Tên,SĐT,Email,Công ty\nTrần Lan,+84 901 234 567 / 0912345678,lan@alo.vn,Mới\nHoa,0933333333,hoa@alo.vn,\nHoa Hai,0944444444,hoa@alo.vn,\n";
        let skipped = bring_in(&w, text, Rule::Skip).await;
        assert_eq!(skipped.counts, counts(1, 0, 2, 0));
        let get = async || customers::get(&w.b, &w.lan, &lan).await.unwrap();
        assert_eq!(get().await.version, 1, "whoever is skipped is not touched");
        assert_eq!(bring_in(&w, text, Rule::Merge).await.counts, counts(0, 3, 0, 0));
        let merged = get().await;
        assert_eq!((merged.name.as_str(), merged.company.as_deref(), merged.email.as_deref()), ("Lan", Some("Cũ"), Some("lan@alo.vn")));
        assert_eq!(merged.phones.len(), 2);
        assert_eq!(merged.phones[0].raw, "0901234567", "the primary number stays");
        assert_eq!(bring_in(&w, text, Rule::Update).await.counts, counts(0, 3, 0, 0));
        let updated = get().await;
        assert_eq!((updated.name.as_str(), updated.company.as_deref(), updated.phones.len()), ("Trần Lan", Some("Mới"), 2));
        assert_eq!(names(&w, "moi").await, ["Trần Lan"], "found by what is new");
        assert!(names(&w, "cu").await.is_empty(), "and no longer by what is gone");
        assert_eq!(names(&w, "hoa").await, ["Hoa Hai"]);
        let version = get().await.version;
        bring_in(&w, text, Rule::Update).await;
        assert_eq!(get().await.version, version, "nobody is written who stays as they are");
    }

    async fn only_numbers_or_only_addresses_make_two_one(w: World) {
        add(&w, "Lan", "", &["0901234567"]).await;
        let import = file(&w, "Tên,SĐT,Email\nLan Hai,0901234567,lan@alo.vn\n").await;
        let by_email = ImportPlan { by: MatchBy::Email, ..plan(&w, &import.id, Rule::Skip).await };
        assert_eq!(rehearse(&w, &import.id, &by_email).await.counts, counts(1, 0, 0, 0));
        let by_phone = ImportPlan { by: MatchBy::Phone, ..by_email };
        assert_eq!(rehearse(&w, &import.id, &by_phone).await.counts, counts(0, 0, 1, 0));
    }

    async fn what_an_import_did_is_undone_unless_somebody_was_there_since(w: World) {
        let lan = add(&w, "Lan", "Cũ", &["0901234567"]).await;
        let hoa = add(&w, "Hoa", "", &["0912345678"]).await;
        let before = customers::get(&w.b, &w.lan, &lan).await.unwrap();
        let text = "Tên,SĐT,Công ty\nLan Mới,0901234567,Mới\nHoa Mới,0912345678,Mới\nMột,0933333333,\nHai,0944444444,\nBa,0955555555,\nBốn,0966666666,\n";
        let done = bring_in(&w, text, Rule::Update).await;
        w.pass(1_000);
        let changed = customers::get(&w.b, &w.lan, &hoa).await.unwrap();
        let form = CustomerForm { note: "Đã gọi".into(), ..CustomerForm::from(&changed) };
        customers::update(&w.b, &w.lan, &hoa, changed.version, &form).await.unwrap();
        notes::add(&w.b, &w.lan, &Subject::Customer(id_of(&w, "mot").await), "Khách quen").await.unwrap();
        customers::delete(&w.b, &w.manager, &id_of(&w, "ba").await).await.unwrap();
        assert_eq!(undo(&w, &done.id).await, Undone { gone: 2, restored: 1, kept: 3 });
        let after = customers::get(&w.b, &w.lan, &lan).await.unwrap();
        assert_eq!((&after.name, &after.company, &after.phones), (&before.name, &before.company, &before.phones));
        assert_eq!(after.last_activity_at, before.last_activity_at);
        assert_eq!(names(&w, "").await, ["Hoa Mới", "Lan", "Một"]);
        assert!(names(&w, "0944444444").await.is_empty(), "not found by their numbers either");
        assert_eq!(names(&w, "moi").await, ["Hoa Mới"]);
        assert_eq!(companies(&w, "moi").await, ["Mới"], "somebody still works there");
        assert_eq!(bring_in(&w, text, Rule::Skip).await.counts, counts(3, 0, 3, 0), "who is gone can be brought in again");
    }

    async fn of_a_customer_met_twice_the_first_state_comes_back(w: World) {
        let lan = add(&w, "Lan", "", &["0901234567"]).await;
        let mut text = many(5_100);
        text.push_str("Lan Cuối,0901234567,\n");
        let text = text.replacen("Tên,SĐT,Email\n", "Tên,SĐT,Email\nLan Đầu,0901234567,lan@alo.vn\n", 1);
        let done = bring_in(&w, &text, Rule::Update).await;
        assert_eq!(done.counts, counts(5_100, 2, 0, 0));
        assert_eq!(customers::get(&w.b, &w.lan, &lan).await.unwrap().name, "Lan Cuối");
        assert_eq!(undo(&w, &done.id).await, Undone { gone: 5_100, restored: 1, kept: 0 });
        let back = customers::get(&w.b, &w.lan, &lan).await.unwrap();
        assert_eq!((back.name.as_str(), back.email), ("Lan", None));
        assert_eq!(names(&w, "").await, ["Lan"]);
    }

    async fn an_import_goes_on_after_a_restart_and_nothing_is_done_twice(w: World) {
        let import = file(&w, &many(10_500)).await;
        let plan = plan(&w, &import.id, Rule::Merge).await;
        rehearse(&w, &import.id, &plan).await;
        imports::run(&w.b, &w.manager, &import.id).await.unwrap();
        // The server dies in the middle of it.
        let b = w.b.clone();
        let dying = tokio::spawn(async move { imports::work(&b).await });
        let mut taken = 0;
        while taken == 0 {
            taken = imports::get(&w.b, &w.manager, &import.id).await.unwrap().counts.created;
            tokio::task::yield_now().await;
        }
        dying.abort();
        let _ = dying.await;
        let other = Backend::open(Settings { surroundings: w.held.clone(), ..Settings::new(&w.address, [7; 32]) }).await.unwrap();
        imports::work(&other).await.unwrap();
        let waiting = imports::get(&other, &w.manager, &import.id).await.unwrap();
        if waiting.state == State::Running {
            w.pass(11_000);
            imports::work(&other).await.unwrap();
        }
        let done = imports::get(&other, &w.manager, &import.id).await.unwrap();
        assert_eq!((done.state, done.counts), (State::Done, counts(10_500, 0, 0, 0)));
        assert_eq!(names(&w, "nguoi 10499").await, ["Người 10499"]);
        assert_eq!(undo(&w, &import.id).await.gone, 10_500, "each of them once");
        other.close().await;
    }

    async fn what_was_stopped_goes_on_or_is_undone(w: World) {
        let import = file(&w, &many(10)).await;
        let plan = plan(&w, &import.id, Rule::Merge).await;
        assert_eq!(imports::run(&w.b, &w.manager, &import.id).await, Err(Problem::NotFound), "not before a rehearsal");
        imports::check(&w.b, &w.manager, &import.id, &plan).await.unwrap();
        assert_eq!(imports::stop(&w.b, &w.manager, &import.id).await.unwrap().state, State::Ready);
        rehearse(&w, &import.id, &plan).await;
        imports::run(&w.b, &w.manager, &import.id).await.unwrap();
        assert_eq!(imports::stop(&w.b, &w.manager, &import.id).await.unwrap().state, State::Stopped);
        imports::work(&w.b).await.unwrap();
        assert!(names(&w, "").await.is_empty(), "what is stopped does not go on by itself");
        assert_eq!(run(&w, &import.id).await.counts, counts(10, 0, 0, 0));
        assert_eq!(imports::discard(&w.b, &w.manager, &import.id).await, Err(Problem::NotFound), "too late");
        assert_eq!(undo(&w, &import.id).await.gone, 10);
        assert_eq!(imports::undo(&w.b, &w.manager, &import.id).await, Err(Problem::NotFound), "once is enough");
    }

    async fn managers_have_their_own_admins_all_agents_none(w: World) {
        assert_eq!(upload(&w, &w.lan, FILE.as_bytes()).await, Err(Problem::Forbidden));
        assert_eq!(imports::list(&w.b, &w.lan, None).await, Err(Problem::Forbidden));
        let import = file(&w, FILE).await;
        let (id, plan) = (import.id.clone(), plan(&w, &import.id, Rule::Merge).await);
        for (who, refused) in [(&w.lan, Problem::Forbidden), (&w.other_manager, Problem::NotFound)] {
            assert_eq!(imports::get(&w.b, who, &id).await, Err(refused.clone()));
            assert_eq!(imports::open(&w.b, who, &id).await, Err(refused.clone()));
            assert_eq!(imports::problems(&w.b, who, &id, None).await, Err(refused.clone()));
            assert_eq!(imports::rejected(&w.b, who, &id).await.err(), Some(refused.clone()));
            assert_eq!(imports::check(&w.b, who, &id, &plan).await, Err(refused.clone()));
            assert_eq!(imports::run(&w.b, who, &id).await, Err(refused.clone()));
            assert_eq!(imports::stop(&w.b, who, &id).await, Err(refused.clone()));
            assert_eq!(imports::undo(&w.b, who, &id).await, Err(refused.clone()));
            assert_eq!(imports::discard(&w.b, who, &id).await, Err(refused));
        }
        assert!(imports::list(&w.b, &w.other_manager, None).await.unwrap().rows.is_empty());
        for who in [&w.manager, &w.admin] {
            assert_eq!(imports::list(&w.b, who, None).await.unwrap().rows, std::slice::from_ref(&import));
        }
        imports::discard(&w.b, &w.admin, &id).await.unwrap();
        assert_eq!(imports::get(&w.b, &w.manager, &id).await, Err(Problem::NotFound));
    }

    async fn owners_whom_one_does_not_lead_keep_their_customers(w: World) {
        let mut theirs = customer("Lan", "", &["0901234567"]);
        theirs.owner = Some(w.other_manager.id.clone());
        let id = customers::create(&w.b, &w.admin, &theirs).await.unwrap().id;
        let done = bring_in(&w, "Tên,SĐT,Người phụ trách\nLan,0901234567,Đỗ Minh\n", Rule::Update).await;
        assert_eq!(done.counts, counts(0, 0, 0, 1));
        let bad = imports::problems(&w.b, &w.manager, &done.id, None).await.unwrap().rows;
        assert_eq!(bad[0].problems[0].why, Why::NotYours);
        assert_eq!(customers::get(&w.b, &w.lan, &id).await.unwrap().owner.unwrap().id, w.other_manager.id);
    }

    async fn no_file_changes_whom_one_may_not_change(w: World) {
        let mut theirs = customer("Lan", "", &["0901234567"]);
        theirs.owner = Some(w.other_manager.id.clone());
        let id = customers::create(&w.b, &w.admin, &theirs).await.unwrap().id;
        decide(&w, &[Grant { role: Role::Manager, entity: Records::Customers, deed: Deed::Edit, reach: Reach::Team }]).await;
        let done = bring_in(&w, "Tên,SĐT,Địa chỉ\nLan,0901234567,Huế\n", Rule::Update).await;
        assert_eq!(done.counts, counts(0, 0, 0, 1));
        let bad = imports::problems(&w.b, &w.manager, &done.id, None).await.unwrap().rows;
        assert_eq!(bad[0].problems[0].why, Why::MayNotEdit);
        assert_eq!(customers::get(&w.b, &w.lan, &id).await.unwrap().address, None);
    }

    async fn companies_are_found_by_name_or_made_and_go_with_the_import(w: World) {
        add(&w, "Lan", "An Phú", &["0901234567"]).await;
        let text = "Tên,SĐT,Công ty\nAn,0911111111,AN PHÚ\nBình,0922222222,Đại Phát\nChi,0933333333,Đại Phát\n";
        let done = bring_in(&w, text, Rule::Merge).await;
        assert_eq!(companies(&w, "").await, ["An Phú", "Đại Phát"]);
        let binh = customers::get(&w.b, &w.lan, &id_of(&w, "binh").await).await.unwrap();
        let chi = customers::get(&w.b, &w.lan, &id_of(&w, "chi").await).await.unwrap();
        assert!(binh.company_id.is_some() && binh.company_id == chi.company_id);
        undo(&w, &done.id).await;
        assert_eq!(companies(&w, "").await, ["An Phú"]);
        assert!(companies(&w, "dai phat").await.is_empty());
    }

    async fn new_customers_get_the_owner_that_was_chosen(w: World) {
        let import = file(&w, "Tên,Người phụ trách\nAn,\nBình,minh@alo.vn\n").await;
        let chosen = ImportPlan { owner: Some(w.lan.id.clone()), ..plan(&w, &import.id, Rule::Merge).await };
        rehearse(&w, &import.id, &chosen).await;
        run(&w, &import.id).await;
        for (name, owner) in [("an", &w.lan), ("binh", &w.minh)] {
            let customer = customers::get(&w.b, &w.lan, &id_of(&w, name).await).await.unwrap();
            assert_eq!(customer.owner.map(|one| one.id).as_ref(), Some(&owner.id));
        }
    }

    async fn what_cannot_be_planned_is_said(w: World) {
        assert_eq!(upload(&w, &w.manager, b"").await, Err(Problem::File(FileProblem::Empty)));
        assert_eq!(upload(&w, &w.manager, b"%PDF-1.7\0\0\0").await, Err(Problem::File(FileProblem::Unreadable)));
        assert!(imports::list(&w.b, &w.manager, None).await.unwrap().rows.is_empty(), "nothing is kept of them");
        let import = file(&w, "Mã,SĐT\n1,0901234567\n").await;
        let nameless = plan(&w, &import.id, Rule::Merge).await;
        let refused = imports::check(&w.b, &w.manager, &import.id, &nameless).await;
        assert_eq!(refused, Err(Problem::at(Field::Name, FieldProblem::Required)));
    }

    async fn what_is_old_is_forgotten(w: World) {
        let planned = file(&w, FILE).await;
        let done = bring_in(&w, "Tên\nAn\n", Rule::Merge).await;
        w.pass(8 * 24 * 3_600_000);
        assert_eq!(imports::forget_old(&w.b).await, Ok(1));
        assert_eq!(imports::get(&w.b, &w.manager, &planned.id).await, Err(Problem::NotFound));
        w.pass(23 * 24 * 3_600_000);
        assert_eq!(imports::forget_old(&w.b).await, Ok(1));
        assert_eq!(imports::get(&w.b, &w.manager, &done.id).await, Err(Problem::NotFound));
        assert_eq!(names(&w, "").await, ["An"], "whom it brought in stays");
    }
}
