//! The directory: whom calls can be passed on to, by name.

use crate::stories;
use crate::world::World;
use backend::{audit, directory, staff};
use domain::access::Actor;
use domain::directory::{Entry, EntryForm, EntryKind};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::EntryId;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::telephone::Provider;

const HERE: Provider = Provider::ThreeC;

fn queue(id: &str, name: &str) -> EntryForm {
    EntryForm { kind: EntryKind::Queue, address: id.into(), name: name.into() }
}

fn seat(seat: &str, name: &str) -> EntryForm {
    EntryForm { kind: EntryKind::Seat, address: seat.into(), name: name.into() }
}

async fn add(w: &World, form: EntryForm) -> Entry {
    directory::add(&w.b, &w.admin, HERE, &form).await.unwrap()
}

/// The seats and queues that are offered to a member, by name.
async fn offered(w: &World, who: &Actor) -> (Vec<String>, Vec<String>) {
    let offered = directory::targets(&w.b, who).await.unwrap();
    let seats = offered.seats.into_iter().map(|one| format!("{} {}", one.seat, one.name)).collect();
    (seats, offered.queues.into_iter().map(|one| format!("{} {}", one.id, one.name)).collect())
}

stories! {
    async fn admins_write_and_everybody_with_a_telephone_reads(w: World) {
        let entry = add(&w, queue("cskh", " Chăm sóc  khách hàng ")).await;
        assert_eq!(entry.name, "Chăm sóc khách hàng");
        for who in [&w.manager, &w.lan] {
            assert_eq!(directory::desk(&w.b, who, HERE).await, Err(Problem::Forbidden));
            assert_eq!(directory::add(&w.b, who, HERE, &queue("a", "A")).await, Err(Problem::Forbidden));
            assert_eq!(directory::change(&w.b, who, HERE, &entry.id, &queue("a", "A")).await, Err(Problem::Forbidden));
            assert_eq!(directory::remove(&w.b, who, HERE, &entry.id).await, Err(Problem::Forbidden));
            let order = std::slice::from_ref(&entry.id);
            assert_eq!(directory::reorder(&w.b, who, HERE, EntryKind::Queue, order).await, Err(Problem::Forbidden));
            assert_eq!(offered(&w, who).await.1, ["cskh Chăm sóc khách hàng"]);
        }
        assert_eq!(directory::desk(&w.b, &w.admin, HERE).await.unwrap().entries, [entry]);
    }

    async fn the_staff_is_in_it_by_itself_and_others_are_written_down(w: World) {
        add(&w, seat("5900", "Lễ tân Đà Nẵng")).await;
        let (seats, _) = offered(&w, &w.lan).await;
        assert_eq!(seats, ["5002 Đỗ Minh", "5000 Vũ Hà", "5900 Lễ tân Đà Nẵng"], "everybody but herself");
        let desk = directory::desk(&w.b, &w.admin, HERE).await.unwrap();
        assert_eq!(desk.staff.iter().map(|one| one.seat.as_str()).collect::<Vec<_>>(), ["5002", "5001", "5000"]);
        let taken = directory::add(&w.b, &w.admin, HERE, &seat("5001", "Lan")).await;
        assert_eq!(taken, Err(Problem::at(Field::Target, FieldProblem::Taken)), "she is in it already");
        let minh = staff::get(&w.b, &w.admin, &w.minh.id).await.unwrap();
        let moved = MemberForm { seat: "5900".into(), ..MemberForm::from(&minh) };
        staff::update(&w.b, &w.admin, &w.minh.id, &moved).await.unwrap();
        assert_eq!(offered(&w, &w.lan).await.0, ["5900 Đỗ Minh", "5000 Vũ Hà"], "he has that seat now");
    }

    async fn each_provider_has_its_own(w: World) {
        add(&w, queue("cskh", "Chăm sóc")).await;
        let minh = staff::get(&w.b, &w.admin, &w.minh.id).await.unwrap();
        let form = MemberForm { provider: Provider::Stringee, seat: "agent_minh".into(), ..MemberForm::from(&minh) };
        staff::update(&w.b, &w.admin, &w.minh.id, &form).await.unwrap();
        assert_eq!(offered(&w, &w.lan).await.0, ["5000 Vũ Hà"]);
        assert_eq!(offered(&w, &w.minh).await, (Vec::new(), Vec::new()), "nobody else is there, and nobody can be asked");
        assert_eq!(directory::online(&w.b, &w.minh).await, Ok(Vec::new()));
    }

    async fn entries_are_changed_put_in_order_and_taken_away(w: World) {
        let sales = add(&w, queue("sales", "Kinh doanh")).await;
        let care = add(&w, queue("care", "Chăm sóc")).await;
        let other = add(&w, seat("5900", "Lễ tân")).await;
        assert_eq!(offered(&w, &w.lan).await.1, ["sales Kinh doanh", "care Chăm sóc"], "in the order they came");
        directory::reorder(&w.b, &w.admin, HERE, EntryKind::Queue, std::slice::from_ref(&care.id)).await.unwrap();
        assert_eq!(offered(&w, &w.lan).await.1, ["care Chăm sóc", "sales Kinh doanh"]);
        let mixed = [other.id.clone()];
        let refused = directory::reorder(&w.b, &w.admin, HERE, EntryKind::Queue, &mixed).await;
        assert_eq!(refused, Err(Problem::NotFound), "a seat is no queue");
        let renamed = directory::change(&w.b, &w.admin, HERE, &sales.id, &seat("ban-hang", "Bán hàng")).await.unwrap();
        assert_eq!((renamed.kind, renamed.address.as_str()), (EntryKind::Queue, "ban-hang"), "it stays a queue");
        directory::remove(&w.b, &w.admin, HERE, &care.id).await.unwrap();
        assert_eq!(offered(&w, &w.lan).await.1, ["ban-hang Bán hàng"]);
        let written = audit::about(&w.b, &w.admin, &format!("directory:{}", care.id)).await.unwrap();
        assert_eq!(written.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(), ["directory.added", "directory.removed"]);
        let gone = directory::remove(&w.b, &w.admin, HERE, &care.id).await;
        assert_eq!(gone, Err(Problem::NotFound));
        let elsewhere = directory::remove(&w.b, &w.admin, Provider::Stringee, &sales.id).await;
        assert_eq!(elsewhere, Err(Problem::NotFound), "it is the other provider's");
    }

    async fn what_is_wrong_with_an_entry_is_said_at_its_field(w: World) {
        add(&w, queue("cskh", "Chăm sóc")).await;
        let both = directory::add(&w.b, &w.admin, HERE, &queue("cskh", "CHAM SOC")).await;
        let taken = [Field::Name, Field::Target].map(|field| FieldError::new(field, FieldProblem::Taken));
        assert_eq!(both, Err(Problem::Invalid(taken.to_vec())));
        let empty = directory::add(&w.b, &w.admin, HERE, &seat(" ", "")).await;
        let required = [Field::Name, Field::Target].map(|field| FieldError::new(field, FieldProblem::Required));
        assert_eq!(empty, Err(Problem::Invalid(required.to_vec())));
        let odd = directory::add(&w.b, &w.admin, HERE, &seat("50 01", "Lan")).await;
        assert_eq!(odd, Err(Problem::at(Field::Target, FieldProblem::BadCharacters)));
        let unknown = directory::change(&w.b, &w.admin, HERE, &EntryId::new("x"), &queue("a", "A")).await;
        assert_eq!(unknown, Err(Problem::NotFound));
    }
}
