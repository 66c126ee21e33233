//! One draft for all admins, what the provider has, and the versions.

use super::{Company, agent, desk, draw_up, edit, edit_as, group, menu, publish, queue};
use crate::stories;
use crate::stringee::seat;
use crate::world::{World, form, hire};
use backend::{audit, centre};
use domain::access::Role;
use domain::centre::{CentreProblem, Change, DraftEdit, Origin, PublishState, QueueForm, Ref};
use domain::fields::{Field, FieldProblem};
use domain::ids::{GroupId, QueueId, Seat};
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;

/// What the demonstration's project has.
const SALES: &str = "QU_SALES";

stories! {
    async fn only_admins_run_the_contact_centre(w: World) {
        let not_yet = Err(Problem::Telephone(TelephoneProblem::NotConfigured));
        assert_eq!(centre::desk(&w.b, &w.admin).await, not_yet);
        Company::open(&w).await;
        for who in [&w.manager, &w.other_manager, &w.lan] {
            let no = Problem::Forbidden;
            let new = group("g", "Nhóm", &[]);
            assert_eq!(centre::desk(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::read_provider(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::take_over(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::edit(&w.b, who, 0, &new).await.unwrap_err(), no);
            assert_eq!(centre::discard(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::publish(&w.b, who, 0, "").await.unwrap_err(), no);
            assert_eq!(centre::go_on(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::stop(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::publishing(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::versions(&w.b, who).await.unwrap_err(), no);
            assert_eq!(centre::version(&w.b, who, 1).await.unwrap_err(), no);
            assert_eq!(centre::restore(&w.b, who, 1).await.unwrap_err(), no);
            assert_eq!(centre::new_sip_password(&w.b, who, "lan").await.unwrap_err(), no);
            assert_eq!(centre::keep_sound(&w.b, who, "a.wav", "", b"x").await.unwrap_err(), no);
            assert_eq!(centre::play_sound(&w.b, who, "x", None).await.unwrap_err(), no);
        }
        assert_eq!(centre::versions(&w.b, &w.admin).await, Ok(vec![]), "and nothing was done");
    }

    async fn what_is_there_already_becomes_the_first_version(w: World) {
        Company::open(&w).await;
        seat(&w, &w.lan, "agent_ha").await;
        let unread = desk(&w).await;
        assert!(!unread.is_read() && unread.voices.len() > 5);
        let early = centre::edit(&w.b, &w.admin, 0, &group("g", "Nhóm", &[])).await;
        assert_eq!(early, Err(Problem::Centre(CentreProblem::NotRead)), "what is there must not get lost");
        let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
        assert_eq!((read.base_version, &read.draft), (Some(1), &read.base));
        assert_eq!((read.drift.len(), read.provider_has), (0, Some(w.b.now())));
        assert_eq!((read.draft.hotlines().count(), read.draft.queues().count(), read.draft.agents().count()), (2, 2, 2));
        assert_eq!((read.draft.nodes().count(), read.draft.keys().count(), read.draft.sip_accounts().count()), (1, 3, 2));
        assert_eq!(read.member_at(&Seat::new("agent_ha")).unwrap().1, "Trần Thị Lan");
        assert!(read.around.staff.unwrap().contains(&Seat::new("agent_ha")));
        let versions = centre::versions(&w.b, &w.admin).await.unwrap();
        assert_eq!((versions.len(), versions[0].origin, versions[0].arrived), (1, Origin::Read, true));
        assert_eq!(versions[0].by.as_deref(), Some("Quản Trị"));
        assert_eq!(centre::version(&w.b, &w.admin, 1).await.as_ref(), Ok(&read.draft));
        assert_eq!(centre::version(&w.b, &w.admin, 9).await, Err(Problem::NotFound));
        let again = centre::read_provider(&w.b, &w.admin).await.unwrap();
        assert_eq!((again.base_version, again.drift.len()), (Some(1), 0), "read again it is the same");
    }

    async fn two_admins_work_on_one_draft(w: World) {
        Company::open(&w).await;
        let other = hire(&w.b, &w.admin, &form("Phó Phòng", "pho@alo.vn", Role::Admin, "")).await;
        let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
        let first = centre::edit(&w.b, &w.admin, read.revision, &group("vip", "VIP", &["agent_ha"])).await.unwrap();
        assert_eq!(first.at, Ref::Group(GroupId::new("vip")));
        let theirs = centre::edit(&w.b, &other, read.revision, &group("night", "Ca đêm", &["agent_minh"])).await;
        assert_eq!(theirs.unwrap().revision, first.revision + 1, "something else: both are in it");
        let same = centre::edit(&w.b, &other, read.revision, &group("vip", "Khách quý", &[])).await;
        let Err(Problem::Centre(CentreProblem::Changed { at, now, by })) = same else { panic!("{same:?}") };
        assert_eq!((at, by.as_str()), (first.at.clone(), "Quản Trị"));
        assert_eq!(now.as_deref(), desk(&w).await.draft.get(&first.at));
        edit_as(&w, &other, group("vip", "Khách quý", &[])).await;
        let nameless = centre::edit(&w.b, &other, desk(&w).await.revision, &group("vip", " ", &[])).await;
        assert_eq!(nameless, Err(Problem::at(Field::Centre(domain::centre::Part::Name), FieldProblem::Required)));
        edit(&w, DraftEdit::Remove { at: Ref::Group(GroupId::new("night")) }).await;
        let gone = centre::edit(&w.b, &other, first.revision + 1, &group("night", "Ca khuya", &[])).await;
        assert!(matches!(gone, Err(Problem::Centre(CentreProblem::Changed { now: None, .. }))), "{gone:?}");
        let told = audit::about(&w.b, &w.admin, "centre").await.unwrap();
        let edits: Vec<_> = told.iter().filter(|entry| entry.action == "centre.edited").collect();
        assert_eq!(edits.len(), 4, "what was refused is no change: {told:?}");
        assert_eq!(edits[1].who.as_ref(), Some(&other.id));
        assert_eq!(edits[3].details["changes"][0]["removed"]["group"]["name"], "Ca đêm");
        let before = desk(&w).await;
        assert_eq!(before.changes().len(), 1);
        let revision = centre::discard(&w.b, &other).await.unwrap();
        let after = desk(&w).await;
        assert_eq!((after.revision, &after.draft), (revision, &read.base));
        let late = centre::edit(&w.b, &w.admin, before.revision, &group("vip", "VIP", &[])).await;
        assert!(matches!(late, Err(Problem::Centre(CentreProblem::Changed { .. }))), "it was discarded meanwhile");
    }

    async fn what_somebody_changed_elsewhere_is_seen_and_taken_over(w: World) {
        let company = Company::open(&w).await;
        let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
        edit(&w, group("vip", "VIP", &[])).await;
        let mine = QueueForm { name: "Kinh doanh 24/7".into(), ..QueueForm::of(&read.draft, &QueueId::new(SALES)).unwrap() };
        edit(&w, DraftEdit::Queue { id: QueueId::new(SALES), form: mine }).await;
        company.elsewhere(&w, reqwest::Method::PUT, "queue/QU_SALES", r#"{"name": "Sales"}"#).await;
        company.elsewhere(&w, reqwest::Method::PUT, "queue/QU_CARE", r#"{"name": "Care", "wrap_up_time_limit": 7}"#).await;
        company.elsewhere(&w, reqwest::Method::POST, "blacklistnumber", r#"{"number": "84911000009", "ivr_blocked": 1, "queue_blocked": 0}"#).await;
        centre::sweep(&w.b).await.unwrap();
        let drifted = desk(&w).await;
        assert_eq!(drifted.drift.iter().map(|change| change.at().kind()).collect::<Vec<_>>().len(), 3, "{:?}", drifted.drift);
        assert!(matches!(drifted.drift[2], Change::Added(_)));
        assert_eq!(drifted.draft.queue(&QueueId::new("QU_CARE")).unwrap().name, "Chăm sóc khách hàng", "the draft is nobody's but ours");
        company.elsewhere(&w, reqwest::Method::POST, "group", r#"{"name": "Later"}"#).await;
        centre::sweep(&w.b).await.unwrap();
        assert_eq!(desk(&w).await.drift.len(), 3, "it is not read all the time");
        w.pass(5 * domain::times::MINUTE);
        centre::sweep(&w.b).await.unwrap();
        assert_eq!(desk(&w).await.drift.len(), 4);
        let taken = centre::take_over(&w.b, &w.admin).await.unwrap();
        assert_eq!(taken.contested, [Ref::Queue(QueueId::new(SALES))]);
        let after = desk(&w).await;
        assert_eq!((after.drift.len(), after.base_version), (0, Some(2)));
        assert_eq!(after.draft.queue(&QueueId::new("QU_CARE")).unwrap().wrap_up_seconds, 7);
        assert_eq!(after.draft.queue(&QueueId::new(SALES)).unwrap().name, "Kinh doanh 24/7");
        assert_eq!(after.changes().len(), 2, "what the draft changed itself is left to publish");
        let told = audit::about(&w.b, &w.admin, "centre").await.unwrap();
        let actions: Vec<&str> = told.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(
            actions,
            ["centre.read", "centre.edited", "centre.edited", "centre.drifted", "centre.drifted", "centre.read", "centre.taken_over"]
        );
        assert_eq!(told[3].who, None, "the program saw it by itself");
    }

    async fn an_older_version_is_restored_and_published(w: World) {
        Company::empty(&w).await;
        centre::read_provider(&w.b, &w.admin).await.unwrap();
        draw_up(&w).await;
        assert_eq!(publish(&w, "Mở tổng đài").await.state, PublishState::Finished);
        let good = desk(&w).await.draft;
        edit(&w, agent("agent_moi", "Người Mới")).await;
        edit(&w, queue("sales", "Bán lẻ", "all")).await;
        edit(&w, menu("spare", "Dự phòng")).await;
        assert_eq!(publish(&w, "Thử").await.state, PublishState::Finished);
        let revision = centre::restore(&w.b, &w.admin, 2).await.unwrap();
        let restored = desk(&w).await;
        assert_eq!((restored.revision, &restored.draft, restored.changes().len()), (revision, &good, 3));
        assert_eq!(centre::restore(&w.b, &w.admin, 12).await, Err(Problem::NotFound));
        assert_eq!(publish(&w, "Quay lại").await.state, PublishState::Finished);
        let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
        assert_eq!((read.drift, read.base_version), (vec![], Some(4)));
        assert_eq!(read.base, good);
        let notes: Vec<String> = centre::versions(&w.b, &w.admin).await.unwrap().into_iter().map(|one| one.note).collect();
        assert_eq!(notes, ["Quay lại", "Thử", "Mở tổng đài", ""]);
    }
}
