//! Publishing: step by step, broken off anywhere, and gone on with.

use super::{Company, agent, carried_out, desk, draw_up, edit, group, hotline, key, node, publish, queue};
use crate::stories;
use crate::stringee::seat;
use crate::world::World;
use backend::{Backend, Settings, audit, centre, routing, staff, stringee};
use domain::centre::{
    AgentForm, CentreProblem, DraftEdit, Flaw, Kind, Obstacle, Origin, PublishState, Ref, Step, Thing,
};
use domain::fields::{Field, FieldProblem};
use domain::ids::{QueueId, Seat};
use domain::problem::Problem;
use domain::telephone::{Provider, TelephoneProblem};
use domain::times::MINUTE;
use serde_json::json;

/// An empty project that was read, and a draft of a small contact centre.
async fn drawn_up(w: &World) -> Company {
    let company = Company::empty(w).await;
    centre::read_provider(&w.b, &w.admin).await.unwrap();
    draw_up(w).await;
    company
}

/// Everything is there, once.
async fn is_as_drafted(w: &World) {
    let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
    assert_eq!(read.drift, [], "the provider has it as it was published");
    assert_eq!(read.changes(), []);
    let nothing = centre::publish(&w.b, &w.admin, read.revision, "").await;
    assert_eq!(nothing, Err(Problem::Centre(CentreProblem::NothingToPublish)));
}

stories! {
    async fn a_contact_centre_is_published_from_nothing_and_the_product_follows(w: World) {
        drawn_up(&w).await;
        let revision = desk(&w).await.revision;
        let verbose = centre::publish(&w.b, &w.admin, revision, &"x".repeat(501)).await;
        assert_eq!(verbose, Err(Problem::at(Field::Note, FieldProblem::TooLong { max: 500 })));
        let older = centre::publish(&w.b, &w.admin, revision - 1, "").await;
        assert_eq!(older, Err(Problem::Centre(CentreProblem::DraftMoved { revision })));
        let begun = centre::publish(&w.b, &w.admin, revision, " Mở tổng đài ").await.unwrap();
        assert_eq!((begun.version, begun.done, begun.state.clone(), begun.by.as_str()), (2, 0, PublishState::Running, "Quản Trị"));
        assert_eq!(centre::publish(&w.b, &w.admin, revision, "").await, Err(Problem::Centre(CentreProblem::Publishing)));
        assert_eq!(centre::read_provider(&w.b, &w.admin).await, Err(Problem::Centre(CentreProblem::Publishing)));
        edit(&w, group("later", "Sau này", &[])).await;
        let published = carried_out(&w).await;
        assert_eq!((published.state, published.done), (PublishState::Finished, begun.steps.len()));
        assert_eq!(published.steps, begun.steps, "nothing came in between");
        assert_eq!(desk(&w).await.changes().len(), 1, "what was drafted meanwhile is left");
        edit(&w, DraftEdit::Remove { at: Ref::Group(domain::ids::GroupId::new("later")) }).await;
        is_as_drafted(&w).await;
        let hotlines = stringee::settings(&w.b, &w.admin).await.unwrap().hotlines;
        assert_eq!((hotlines.len(), hotlines[0].number.as_str(), hotlines[0].name.as_str()), (1, "842471000009", "Tổng đài"));
        assert!(hotlines[0].can_call_out && hotlines[0].record);
        let version = &centre::versions(&w.b, &w.admin).await.unwrap()[0];
        assert_eq!((version.number, version.note.as_str(), version.origin), (2, "Mở tổng đài", Origin::Published));
        let told = audit::about(&w.b, &w.admin, "centre").await.unwrap();
        let done = told.iter().find(|entry| entry.action == "centre.published").unwrap();
        assert_eq!(done.details["steps"].as_array().unwrap().len(), published.done);
    }

    async fn a_draft_that_would_lose_calls_is_not_published(w: World) {
        let company = Company::empty(&w).await;
        centre::read_provider(&w.b, &w.admin).await.unwrap();
        draw_up(&w).await;
        edit(&w, DraftEdit::Remove { at: Ref::Queue(QueueId::new("sales")) }).await;
        let refused = centre::publish(&w.b, &w.admin, desk(&w).await.revision, "").await;
        let Err(Problem::Centre(CentreProblem::Findings(findings))) = refused else { panic!("{refused:?}") };
        let missing = Flaw::Missing { to: Ref::Queue(QueueId::new("sales")) };
        assert!(findings.iter().any(|finding| finding.flaw == missing), "{findings:?}");
        assert_eq!(centre::publishing(&w.b, &w.admin).await, Ok(None));
        drop(company);
    }

    async fn a_refused_step_stops_it_and_it_goes_on_where_it_stopped(w: World) {
        let company = drawn_up(&w).await;
        company.panel("rest", json!({"only": "/ivrkeypress", "method": "POST", "r": 7})).await;
        let stopped = publish(&w, "").await;
        let PublishState::Paused(Obstacle::Refused { at, code, said }) = &stopped.state else { panic!("{stopped:?}") };
        assert_eq!((at.kind(), *code, said.as_str()), (Kind::Key, 7, "the panel wants it so"));
        assert!(stopped.done > 0 && stopped.done < stopped.steps.len());
        assert!(!centre::versions(&w.b, &w.admin).await.unwrap()[0].arrived);
        assert_eq!(desk(&w).await.drift, [], "what is half done is no drift");
        let again = { centre::go_on(&w.b, &w.admin).await.unwrap(); carried_out(&w).await };
        assert_eq!((&again.state, again.done), (&stopped.state, stopped.done), "it is refused still");
        company.behave().await;
        centre::go_on(&w.b, &w.admin).await.unwrap();
        let finished = carried_out(&w).await;
        assert_eq!((finished.state, finished.done), (PublishState::Finished, stopped.steps.len()));
        is_as_drafted(&w).await;
        assert_eq!(centre::go_on(&w.b, &w.admin).await, Err(Problem::NotFound));
    }

    async fn what_was_refused_is_mended_in_the_draft_and_published_instead(w: World) {
        let company = drawn_up(&w).await;
        company.panel("rest", json!({"only": "/number", "method": "POST", "r": 2})).await;
        assert!(matches!(publish(&w, "").await.state, PublishState::Paused(Obstacle::Refused { .. })));
        company.behave().await;
        edit(&w, DraftEdit::Remove { at: Ref::Hotline(domain::centre::Digits::new("842471000009")) }).await;
        edit(&w, hotline("02471000008", "Tổng đài", "welcome")).await;
        assert_eq!(publish(&w, "Số khác").await.state, PublishState::Finished);
        is_as_drafted(&w).await;
        let versions = centre::versions(&w.b, &w.admin).await.unwrap();
        assert_eq!(versions.iter().map(|one| one.arrived).collect::<Vec<_>>(), [true, false, true]);
    }

    async fn what_was_made_while_its_answer_got_lost_is_not_made_twice(w: World) {
        let company = drawn_up(&w).await;
        for only in ["/group", "/ivrnode", "/ipphonecommon"] {
            company.panel("rest", json!({"only": only, "method": "POST", "status": 502, "done": true, "times": 1})).await;
        }
        company.panel("rest", json!({"only": "/queue", "method": "GET", "status": 503, "times": 1})).await;
        company.panel("rest", json!({"only": "/callsettings", "method": "PUT", "status": 500, "times": 1})).await;
        company.panel("rest", json!({"only": "/agent", "method": "POST", "status": 429, "times": 1})).await;
        let finished = publish(&w, "").await;
        assert_eq!(finished.state, PublishState::Finished);
        is_as_drafted(&w).await;
        let steps: Vec<Ref> = finished.steps.iter().map(Step::at).collect();
        let made = |at: &Ref| steps.contains(at);
        assert!(!made(&Ref::Group(domain::ids::GroupId::new("all"))), "it was found there: {steps:?}");
        assert!(made(&Ref::Queue(QueueId::new("sales"))));
    }

    async fn a_silent_provider_stops_it(w: World) {
        let company = drawn_up(&w).await;
        let another_key = domain::stringee::AccountForm { key_secret: "another".into(), ..company.account() };
        centre::publish(&w.b, &w.admin, desk(&w).await.revision, "").await.unwrap();
        stringee::save(&w.b, &w.admin, &another_key).await.unwrap();
        let stopped = carried_out(&w).await;
        assert_eq!(stopped.state, PublishState::Paused(Obstacle::Silent(TelephoneProblem::KeyRefused)));
        stringee::save(&w.b, &w.admin, &company.account()).await.unwrap();
        centre::go_on(&w.b, &w.admin).await.unwrap();
        assert_eq!(carried_out(&w).await.state, PublishState::Finished);
    }

    async fn a_server_that_dies_half_way_is_followed_by_another(w: World) {
        let company = drawn_up(&w).await;
        centre::publish(&w.b, &w.admin, desk(&w).await.revision, "").await.unwrap();
        // The queue is made, and the server dies before it hears of it.
        company.panel("rest", json!({"only": "/queue", "method": "POST", "status": 502, "done": true, "ms": 60_000, "times": 1})).await;
        let dying = tokio::spawn({ let b = w.b.clone(); async move { centre::carry_out(&b).await } });
        let half_way = loop {
            let now = centre::publishing(&w.b, &w.admin).await.unwrap().unwrap();
            let next = now.steps.get(now.done).map(Step::at);
            if matches!(next, Some(Ref::Queue(_))) && company.has(&w, "queue").await == 1 { break now }
            tokio::task::yield_now().await;
        };
        dying.abort();
        let other = Backend::open(Settings { surroundings: w.held.clone(), ..Settings::new(&w.address, [7; 32]) }).await.unwrap();
        centre::carry_out(&other).await.unwrap();
        let waits = centre::publishing(&w.b, &w.admin).await.unwrap().unwrap();
        assert_eq!((waits.state, waits.done), (PublishState::Running, half_way.done), "the first one may be slow only");
        w.pass(2 * MINUTE);
        centre::carry_out(&other).await.unwrap();
        let finished = centre::publishing(&w.b, &w.admin).await.unwrap().unwrap();
        assert_eq!(finished.state, PublishState::Finished);
        is_as_drafted(&w).await;
        assert_eq!(company.has(&w, "queue").await, 2, "none was made twice");
    }

    async fn whoever_changes_it_elsewhere_meanwhile_is_not_overwritten_unseen(w: World) {
        let company = drawn_up(&w).await;
        assert_eq!(publish(&w, "").await.state, PublishState::Finished);
        edit(&w, queue("sales", "Bán lẻ", "all")).await;
        company.elsewhere(&w, reqwest::Method::POST, "group", r#"{"name": "Của người khác"}"#).await;
        let stopped = publish(&w, "").await;
        let PublishState::Paused(Obstacle::Drifted { at }) = &stopped.state else { panic!("{stopped:?}") };
        assert_eq!((at.len(), at[0].kind(), stopped.done), (1, Kind::Group, 0));
        let shown = desk(&w).await;
        assert!(matches!(&shown.drift[..], [domain::centre::Change::Added(Thing::Group(group))] if group.name == "Của người khác"));
        centre::go_on(&w.b, &w.admin).await.unwrap();
        assert_eq!(carried_out(&w).await.state, PublishState::Finished);
        is_as_drafted(&w).await;
        assert_eq!(company.has(&w, "group").await, 1, "somebody said so");
    }

    async fn it_is_stopped_after_the_step_that_is_being_done(w: World) {
        let company = drawn_up(&w).await;
        centre::publish(&w.b, &w.admin, desk(&w).await.revision, "").await.unwrap();
        company.panel("rest", json!({"only": "/queue", "method": "POST", "ms": 300, "times": 1})).await;
        let running = tokio::spawn({ let b = w.b.clone(); async move { centre::carry_out(&b).await } });
        while !matches!(centre::publishing(&w.b, &w.admin).await.unwrap().and_then(|one| one.steps.get(one.done).map(Step::at)), Some(Ref::Queue(_))) {
            tokio::task::yield_now().await;
        }
        assert_eq!(centre::stop(&w.b, &w.admin).await.unwrap().state, PublishState::Paused(Obstacle::Stopped));
        centre::go_on(&w.b, &w.admin).await.unwrap();
        centre::stop(&w.b, &w.admin).await.unwrap();
        running.await.unwrap().unwrap();
        let stopped = centre::publishing(&w.b, &w.admin).await.unwrap().unwrap();
        assert!(matches!(stopped.steps[stopped.done - 1].at(), Ref::Queue(_)), "the queue was made and is written down");
        assert_eq!(centre::read_provider(&w.b, &w.admin).await.unwrap().drift, [], "and is not taken for somebody else's");
        centre::go_on(&w.b, &w.admin).await.unwrap();
        assert_eq!(carried_out(&w).await.state, PublishState::Finished);
        is_as_drafted(&w).await;
        assert_eq!(company.has(&w, "queue").await, 2);
    }

    async fn it_can_be_stopped(w: World) {
        drawn_up(&w).await;
        assert_eq!(centre::stop(&w.b, &w.admin).await, Err(Problem::NotFound));
        centre::publish(&w.b, &w.admin, desk(&w).await.revision, "").await.unwrap();
        let stopped = centre::stop(&w.b, &w.admin).await.unwrap();
        assert_eq!(stopped.state, PublishState::Paused(Obstacle::Stopped));
        assert_eq!(carried_out(&w).await.done, 0, "nobody goes on by themselves");
        centre::go_on(&w.b, &w.admin).await.unwrap();
        assert_eq!(carried_out(&w).await.state, PublishState::Finished);
    }

    async fn members_and_teams_follow_what_is_published(w: World) {
        drawn_up(&w).await;
        seat(&w, &w.lan, "agent_lan").await;
        assert_eq!(publish(&w, "").await.state, PublishState::Finished);
        let queues = stringee::served_queues(&w.b, &w.admin).await.unwrap();
        let served: Vec<_> = queues.iter().map(|queue| (queue.id.clone(), w.team.clone())).collect();
        assert_eq!(served.len(), 2);
        routing::save_queues(&w.b, &w.admin, Provider::Stringee, &served).await.unwrap();
        let form = AgentForm { seat: "tran.lan".into(), ..AgentForm::of(&desk(&w).await.draft, &Seat::new("agent_lan")).unwrap() };
        edit(&w, DraftEdit::Agent { was: Some(Seat::new("agent_lan")), form }).await;
        edit(&w, agent("agent_moi", "Người Mới")).await;
        let keys = vec![key(domain::centre::Press::One, "care"), key(domain::centre::Press::Nothing, "care")];
        edit(&w, node("welcome", "hello", "Xin chào.", keys)).await;
        edit(&w, DraftEdit::Remove { at: Ref::Queue(QueueId::new("sales")) }).await;
        let seat_of = async || staff::get(&w.b, &w.admin, &w.lan.id).await.unwrap().seat;
        assert_eq!(seat_of().await.as_deref(), Some("agent_lan"), "a draft changes nothing yet");
        assert_eq!(publish(&w, "").await.state, PublishState::Finished);
        assert_eq!(seat_of().await.as_deref(), Some("tran.lan"));
        assert_eq!(routing::queues(&w.b, &w.admin, Provider::Stringee).await.unwrap().len(), 1);
        is_as_drafted(&w).await;
    }

    async fn a_telephones_password_is_shown_once_and_kept_nowhere(w: World) {
        drawn_up(&w).await;
        let early = centre::new_sip_password(&w.b, &w.admin, "lan").await;
        assert_eq!(early.unwrap_err(), Problem::NotFound, "it is not there yet");
        publish(&w, "").await;
        let told = centre::new_sip_password(&w.b, &w.admin, "lan").await.unwrap();
        assert_eq!((told.user_name.as_str(), told.password.len()), ("1_lan", 20));
        let again = centre::new_sip_password(&w.b, &w.admin, "lan").await.unwrap();
        assert_ne!(told.password, again.password);
        let written = format!("{:?}", audit::about(&w.b, &w.admin, "centre").await.unwrap());
        assert!(written.contains("centre.password_made") && !written.contains(&told.password), "{written}");
        is_as_drafted(&w).await;
    }
}
