//! Members named in notes, and what they are told.

use crate::customers::{add, customer, on};
use crate::day::heard;
use crate::rights::{again, agents, decide};
use crate::stories;
use crate::world::{World, form, nobody};
use backend::{customers, notes, notices, staff};
use domain::access::{Actor, Role};
use domain::customers::CustomerForm;
use domain::fields::{Field, FieldProblem};
use domain::ids::StaffId;
use domain::live::Change;
use domain::notes::mentions::{token, with_names};
use domain::notices::{News, Notice};
use domain::problem::Problem;
use domain::rights::{Deed, Reach, Records};
use domain::times::MINUTE;

/// A text that names these members.
fn naming(members: &[&StaffId]) -> String {
    let names: Vec<String> = members.iter().map(|member| token(member)).collect();
    format!("Nhờ {} xem", names.join(" và "))
}

async fn told(w: &World, who: &Actor) -> (Vec<Notice>, u32) {
    let notices = notices::list(&w.b, who, None).await.unwrap();
    (notices.rows, notices.unread)
}

stories! {
    async fn whoever_is_named_is_told_and_called_what_they_are_called_now(w: World) {
        let an = on(&add(&w, "An", "", &[]).await);
        let mut changes = w.b.changes();
        let note = notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id, &w.manager.id])).await.unwrap();
        assert_eq!(with_names(&note.text, &note.mentions), "Nhờ @Đỗ Minh và @Vũ Hà xem");
        heard(&mut changes, &Change::Notices { member: w.minh.id.clone() }).await;
        let (rows, unread) = told(&w, &w.minh).await;
        let expected = News::Mention {
            about: an.clone(),
            about_name: "An".into(),
            excerpt: "Nhờ @Đỗ Minh và @Vũ Hà xem".into(),
        };
        assert_eq!((rows.len(), unread, &rows[0].news), (1, 1, &expected));
        assert_eq!(rows[0].from.as_ref().map(|from| from.name.as_str()), Some("Trần Thị Lan"));
        let renamed = form("Đỗ Quang Minh", "minh@alo.vn", Role::Agent, "5002");
        staff::update(&w.b, &w.admin, &w.minh.id, &renamed).await.unwrap();
        let (rows, _) = told(&w, &w.manager).await;
        let News::Mention { excerpt, .. } = &rows[0].news else { panic!() };
        assert_eq!(excerpt, "Nhờ @Đỗ Quang Minh và @Vũ Hà xem");
    }

    async fn one_reads_what_one_is_told_and_nobody_else_does(w: World) {
        let an = on(&add(&w, "An", "", &[]).await);
        for _ in 0..2 {
            w.pass(MINUTE);
            notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id])).await.unwrap();
        }
        let (rows, unread) = told(&w, &w.minh).await;
        assert_eq!((rows.len(), unread), (2, 2));
        assert_eq!(told(&w, &w.lan).await, (Vec::new(), 0), "the writer knows");
        notices::read(&w.b, &w.lan, Some(&rows[0].id)).await.unwrap();
        assert_eq!(told(&w, &w.minh).await.1, 2, "somebody else's stay unread");
        notices::read(&w.b, &w.minh, Some(&rows[0].id)).await.unwrap();
        let (rows, unread) = told(&w, &w.minh).await;
        assert_eq!((rows[0].read, rows[1].read, unread), (true, false, 1));
        notices::read(&w.b, &w.minh, None).await.unwrap();
        assert_eq!(told(&w, &w.minh).await.1, 0);
    }

    async fn a_note_that_changes_tells_only_whom_it_names_anew(w: World) {
        let an = on(&add(&w, "An", "", &[]).await);
        let note = notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id])).await.unwrap();
        notices::read(&w.b, &w.minh, None).await.unwrap();
        notes::edit(&w.b, &w.lan, &note.id, &naming(&[&w.minh.id, &w.manager.id])).await.unwrap();
        assert_eq!((told(&w, &w.minh).await.1, told(&w, &w.manager).await.1), (0, 1));
        notes::edit(&w.b, &w.lan, &note.id, &naming(&[&w.minh.id])).await.unwrap();
        assert_eq!(told(&w, &w.manager).await, (Vec::new(), 0), "no longer named");
        notes::edit(&w.b, &w.lan, &note.id, &naming(&[&w.lan.id])).await.unwrap();
        assert_eq!(told(&w, &w.lan).await, (Vec::new(), 0), "oneself one need not be told");
        notes::edit(&w.b, &w.lan, &note.id, &naming(&[&w.minh.id])).await.unwrap();
        notes::delete(&w.b, &w.lan, &note.id).await.unwrap();
        assert_eq!(told(&w, &w.minh).await, (Vec::new(), 0), "nothing is left to read");
    }

    async fn nobody_is_named_who_is_not_there(w: World) {
        let an = on(&add(&w, "An", "", &[]).await);
        let unknown = Problem::at(Field::Note, FieldProblem::Unknown);
        assert_eq!(notes::add(&w.b, &w.lan, &an, &naming(&[&nobody()])).await, Err(unknown.clone()));
        let note = notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id])).await.unwrap();
        let left = domain::staff::MemberForm { active: false, ..form("Đỗ Minh", "minh@alo.vn", Role::Agent, "5002") };
        staff::update(&w.b, &w.admin, &w.minh.id, &left).await.unwrap();
        assert_eq!(notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id])).await, Err(unknown));
        let kept = notes::edit(&w.b, &w.lan, &note.id, &format!("{} nhé", naming(&[&w.minh.id]))).await.unwrap();
        assert_eq!(with_names(&kept.text, &kept.mentions), "Nhờ @Đỗ Minh xem nhé", "who was named stays named");
    }

    async fn nobody_is_named_who_may_not_see_what_is_written(w: World) {
        let ans = CustomerForm { owner: Some(w.lan.id.clone()), ..customer("An", "", &[]) };
        let an = on(&customers::create(&w.b, &w.lan, &ans).await.unwrap().id);
        let note = notes::add(&w.b, &w.lan, &an, &naming(&[&w.minh.id])).await.unwrap();
        let named = notes::mentionable(&w.b, &w.lan, &an).await.unwrap();
        assert!(named.iter().any(|member| member.id == w.minh.id));
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let problem = Problem::at(Field::Note, FieldProblem::MayNotSee { name: "Đỗ Minh".into() });
        assert_eq!(notes::add(&w.b, &w.admin, &an, &naming(&[&w.minh.id])).await, Err(problem));
        let named = notes::mentionable(&w.b, &w.admin, &an).await.unwrap();
        assert!(named.iter().all(|member| member.id != w.minh.id), "nor is he offered");
        let minh = again(&w, &w.minh).await;
        assert_eq!(notes::mentionable(&w.b, &minh, &an).await, Err(Problem::NotFound));
        let (rows, _) = told(&w, &minh).await;
        let News::Mention { about_name, excerpt, .. } = &rows[0].news else { panic!() };
        assert_eq!((about_name.as_str(), excerpt.as_str()), ("", ""), "nothing of it is repeated");
        assert_eq!(note.mentions.len(), 1);
    }
}
