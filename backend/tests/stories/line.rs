//! The line: who has the voice, what members do, calls whose tab is gone, and who may watch.

use crate::stories;
use crate::world::World;
use backend::{calls, line};
use domain::access::Actor;
use domain::calls::{Device, Fact, Outcome, Phase, Presence, Reported, What};
use domain::contact::Patience;
use domain::floor::{FloorMember, Status};
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::live::Change;
use domain::problem::Problem;
use domain::times::{MINUTE, SECOND};
use domain::voice::{Beat, BeatAnswer, Claim, LastWord, LineReport};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::broadcast::Receiver;

/// A beat of a tab whose line takes calls, after all that were made before.
fn of(tab: &str, claim: Claim, calls: &[&str]) -> Beat {
    static SAID: AtomicU64 = AtomicU64::new(1);
    Beat {
        tab: SourceId::new(tab),
        number: SAID.fetch_add(1, Ordering::Relaxed),
        computer: format!("Chrome, {tab}"),
        claim,
        line: LineReport { connected: true, presence: Some(Presence::Online), device: Some(Device::Browser) },
        calls: calls.iter().map(|call| CallId::new(*call)).collect(),
        wrap_up: None,
    }
}

async fn beat(w: &World, tab: &str, claim: Claim, calls: &[&str]) -> BeatAnswer {
    line::beat(&w.b, &w.lan, &of(tab, claim, calls)).await.unwrap()
}

/// Facts of a call of Lan's, seen now.
fn seen(w: &World, call: &str, facts: &[What]) -> Reported {
    let fact = |(n, what): (usize, &What)| Fact {
        id: FactId::new(format!("{what:?}/{}", w.b.now().0)),
        source: SourceId::new("tab"),
        at: w.b.now().plus(i64::try_from(n).unwrap()),
        what: what.clone(),
    };
    Reported { call: CallId::new(call), facts: facts.iter().enumerate().map(fact).collect() }
}

async fn tell(w: &World, call: &str, facts: &[What]) {
    calls::report(&w.b, &w.lan, &[seen(w, call, facts)]).await.unwrap();
}

/// The fence of Lan's voice when next it is told; what else is told meanwhile comes when the database brings it.
async fn next_voice(w: &World, changes: &mut Receiver<Change>) -> i64 {
    loop {
        if let Change::Voice { member, fence } = changes.recv().await.unwrap() {
            assert_eq!(member, w.lan.id);
            return fence;
        }
    }
}

fn offered() -> What {
    What::Offered { number: "0901234567".into(), hotline: None, queue: Some("Bán hàng".into()) }
}

async fn on_the_floor(w: &World, who: &Actor) -> Vec<FloorMember> {
    line::floor(&w.b, who).await.unwrap().members
}

async fn lan(w: &World) -> FloorMember {
    on_the_floor(w, &w.admin).await.into_iter().find(|one| one.member.id == w.lan.id).unwrap()
}

async fn call_of(w: &World, call: &str) -> domain::calls::CallRow {
    calls::story(&w.b, &w.admin, &CallId::new(call)).await.unwrap().row
}

async fn sweep(w: &World) -> line::Swept {
    line::sweep(&w.b, Patience::default()).await.unwrap()
}

stories! {
    async fn the_voice_goes_from_one_computer_to_another(w: World) {
        let desk = beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        assert!(desk.mine);
        let looking_on = beat(&w, "laptop", Claim::TakeIfFree, &[]).await;
        assert!(!looking_on.mine && !looking_on.in_call_elsewhere);
        assert_eq!(looking_on.lease.unwrap().computer, "Chrome, desk");
        assert!(beat(&w, "laptop", Claim::Take, &[]).await.mine);
        let stale = beat(&w, "desk", Claim::Keep { fence: 1 }, &[]).await;
        assert!(!stale.mine);
        assert_eq!(stale.lease.unwrap().fence, 2);
    }

    async fn a_live_call_is_not_cut_off_without_asking(w: World) {
        beat(&w, "desk", Claim::TakeIfFree, &["c1"]).await;
        let refused = beat(&w, "laptop", Claim::Take, &[]).await;
        assert!(!refused.mine && refused.in_call_elsewhere);
        assert_eq!(refused.lease.unwrap().calls, [CallId::new("c1")]);
        assert!(beat(&w, "laptop", Claim::TakeFromCall, &[]).await.mine);
        tell(&w, "c1", &[offered(), What::AgentAnswered, What::VoiceLost]).await;
        assert_eq!(call_of(&w, "c1").await.phase, Phase::Ended, "what the other tab saw still counts");
    }

    async fn a_number_outlives_its_lease_and_a_silent_tab_loses_it(w: World) {
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        assert_eq!(beat(&w, "desk", Claim::Release, &[]).await.lease, None);
        assert_eq!(beat(&w, "desk", Claim::TakeIfFree, &["c1"]).await.lease.unwrap().fence, 2);
        w.pass(31 * SECOND);
        assert_eq!(beat(&w, "laptop", Claim::TakeIfFree, &[]).await.lease.unwrap().fence, 3);
    }

    async fn a_claim_that_arrives_after_its_tab_s_goodbye_is_void(w: World) {
        let (claim, goodbye) = (of("desk", Claim::Knock, &["c1"]), of("desk", Claim::Release, &[]));
        assert_eq!(line::beat(&w.b, &w.lan, &goodbye).await.unwrap().lease, None);
        let late = line::beat(&w.b, &w.lan, &claim).await.unwrap();
        assert!(!late.mine && late.lease.is_none());
        assert_eq!(lan(&w).await.status, Status::Offline, "nor is its member there");
        assert!(beat(&w, "laptop", Claim::Knock, &[]).await.mine);
        let again = line::beat(&w.b, &w.lan, &claim).await.unwrap();
        assert_eq!((again.mine, again.lease.unwrap().tab), (false, SourceId::new("laptop")));
    }

    async fn what_was_kept_before_a_goodbye_and_arrives_after_it_brings_nobody_back(w: World) {
        beat(&w, "desk", Claim::Knock, &[]).await;
        let kept = of("desk", Claim::Keep { fence: 1 }, &[]);
        beat(&w, "desk", Claim::Release, &[]).await;
        assert!(!line::beat(&w.b, &w.lan, &kept).await.unwrap().mine);
        assert_eq!(lan(&w).await.status, Status::Offline);
        assert!(beat(&w, "desk", Claim::Knock, &[]).await.mine, "a page that is shown again begins anew");
    }

    async fn the_last_word_of_a_page_brings_the_facts_that_were_on_their_way(w: World) {
        beat(&w, "desk", Claim::Knock, &["c1"]).await;
        tell(&w, "c1", &[offered(), What::AgentAnswered]).await;
        let facts = vec![seen(&w, "c1", &[offered(), What::AgentAnswered, What::VoiceLost])];
        let said = LastWord { member: w.lan.id.clone(), beat: of("desk", Claim::Release, &[]), facts };
        assert_eq!(line::last_word(&w.b, &w.admin, &said).await, Err(Problem::SignedOut), "another signed in since");
        line::last_word(&w.b, &w.lan, &said).await.unwrap();
        assert_eq!(call_of(&w, "c1").await.phase, Phase::Ended);
        assert_eq!(lan(&w).await.status, Status::Offline);
    }

    async fn whoever_does_not_answer_a_knock_loses_the_voice(w: World) {
        let mut changes = w.b.changes();
        beat(&w, "desk", Claim::Knock, &[]).await;
        assert_eq!(next_voice(&w, &mut changes).await, 1, "the voice was given");
        w.pass(SECOND);
        let knocked = beat(&w, "laptop", Claim::Knock, &[]).await;
        assert!(!knocked.mine && !knocked.silent);
        assert_eq!(next_voice(&w, &mut changes).await, 1, "the holder hears the knock");
        w.pass(SECOND);
        beat(&w, "desk", Claim::Keep { fence: 1 }, &[]).await;
        assert!(!beat(&w, "laptop", knocked.if_silent().unwrap(), &[]).await.mine, "it is there");
        let knocked = beat(&w, "laptop", Claim::Knock, &[]).await;
        w.pass(4 * SECOND);
        assert!(beat(&w, "laptop", knocked.if_silent().unwrap(), &[]).await.mine);
    }

    async fn nobody_is_cut_off_for_not_answering_a_knock(w: World) {
        beat(&w, "desk", Claim::Knock, &["c1"]).await;
        let knocked = beat(&w, "laptop", Claim::Knock, &[]).await;
        assert_eq!(knocked.if_silent(), None, "the member must be asked");
        let claim = Claim::TakeIfSilent { fence: 1, heard_at: knocked.heard_at.unwrap() };
        assert!(!beat(&w, "laptop", claim, &[]).await.mine);
    }

    async fn a_change_of_holder_is_told(w: World) {
        let mut changes = w.b.changes();
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        beat(&w, "laptop", Claim::Take, &[]).await;
        let fences = [next_voice(&w, &mut changes).await, next_voice(&w, &mut changes).await];
        assert_eq!(fences, [1, 2]);
    }

    async fn a_member_s_status_follows_their_tab_and_calls(w: World) {
        assert_eq!(lan(&w).await.status, Status::Offline);
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        assert_eq!(lan(&w).await.status, Status::Ready);
        w.pass(SECOND);
        tell(&w, "c1", &[offered()]).await;
        let ringing = lan(&w).await;
        assert_eq!((ringing.status, ringing.since), (Status::Ringing, Some(w.b.now())));
        let call = ringing.call.unwrap();
        assert_eq!((call.number_raw.as_str(), call.queue.as_deref()), ("0901234567", Some("Bán hàng")));
        tell(&w, "c1", &[What::AgentAnswered]).await;
        assert_eq!(lan(&w).await.status, Status::Talking);
        w.pass(SECOND);
        tell(&w, "c1", &[What::Held]).await;
        assert_eq!(lan(&w).await.status, Status::OnHold);
        w.pass(SECOND);
        tell(&w, "c1", &[What::Ended]).await;
        let wrapping = Beat { wrap_up: Some(CallId::new("c1")), ..of("desk", Claim::Keep { fence: 1 }, &[]) };
        line::beat(&w.b, &w.lan, &wrapping).await.unwrap();
        let after = lan(&w).await;
        assert_eq!((after.status, after.today.calls, after.today.answered), (Status::WrapUp, 1, 1));
        beat(&w, "desk", Claim::Keep { fence: 1 }, &[]).await;
        let paused = LineReport { presence: Some(Presence::Offline), ..of("desk", Claim::None, &[]).line };
        let paused = Beat { line: paused, ..of("desk", Claim::Keep { fence: 1 }, &[]) };
        line::beat(&w.b, &w.lan, &paused).await.unwrap();
        assert_eq!(lan(&w).await.status, Status::Away);
        beat(&w, "desk", Claim::Release, &[]).await;
        assert_eq!(lan(&w).await.status, Status::Offline);
    }

    async fn a_tab_that_looks_on_says_nothing_about_its_member(w: World) {
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        let looking_on = Beat { line: LineReport::default(), ..of("laptop", Claim::None, &[]) };
        line::beat(&w.b, &w.lan, &looking_on).await.unwrap();
        assert_eq!(lan(&w).await.status, Status::Ready);
        w.pass(31 * SECOND);
        line::beat(&w.b, &w.lan, &looking_on).await.unwrap();
        assert_eq!(lan(&w).await.status, Status::Away);
    }

    async fn a_day_is_kept_without_gaps(w: World) {
        let began = w.b.now();
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        w.pass(10 * SECOND);
        tell(&w, "c1", &[offered()]).await;
        w.pass(10 * SECOND);
        tell(&w, "c1", &[What::Ended]).await;
        w.pass(5 * SECOND);
        beat(&w, "desk", Claim::Keep { fence: 1 }, &[]).await;
        w.pass(MINUTE);
        sweep(&w).await;
        let day = line::day(&w.b, &w.admin, &w.lan.id, None).await.unwrap();
        let told: Vec<(Status, i64)> = day.stretches.iter().map(|one| (one.status, one.from.since(began))).collect();
        let expected = [(Status::Ready, 0), (Status::Ringing, 10_000), (Status::Ready, 20_000)];
        assert_eq!(told[..3], expected);
        assert_eq!(told[3..], [(Status::Offline, 25_000)], "whoever falls silent was last there when last heard of");
        for pair in day.stretches.windows(2) {
            assert_eq!(pair[0].to, Some(pair[1].from));
        }
        assert_eq!(day.stretches.last().unwrap().to, None);
    }

    async fn a_call_whose_tab_is_gone_loses_contact_and_is_ended(w: World) {
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        tell(&w, "c1", &[offered(), What::AgentAnswered]).await;
        beat(&w, "desk", Claim::Keep { fence: 1 }, &["c1"]).await;
        let last = w.b.now();
        w.pass(29 * SECOND);
        assert_eq!(sweep(&w).await, line::Swept::default());
        w.pass(SECOND);
        assert_eq!(sweep(&w).await.lost, 1);
        assert_eq!(lan(&w).await.status, Status::LostContact);
        let lost = call_of(&w, "c1").await;
        assert_eq!(lost.phase, Phase::Talking);
        assert!(lost.lost_since.unwrap().since(last) <= 2);
        assert_eq!(sweep(&w).await, line::Swept::default(), "a conclusion is drawn once");
        w.pass(5 * MINUTE);
        assert_eq!(sweep(&w).await.presumed, 1);
        let over = call_of(&w, "c1").await;
        assert_eq!((over.phase, over.outcome, over.estimated), (Phase::Ended, Some(Outcome::Answered), true));
        assert!(over.talk_ms < SECOND, "it counts up to when its tab was last heard of");
        assert_eq!(lan(&w).await.status, Status::Offline);
        w.rows_are_their_facts(1).await;
    }

    async fn a_tab_that_comes_back_goes_on(w: World) {
        beat(&w, "desk", Claim::TakeIfFree, &[]).await;
        tell(&w, "c1", &[offered(), What::AgentAnswered]).await;
        w.pass(40 * SECOND);
        assert_eq!(sweep(&w).await.lost, 1, "a call whose tab never beat counts from its last fact");
        beat(&w, "desk", Claim::Keep { fence: 1 }, &["c1"]).await;
        assert_eq!(sweep(&w).await.found, 1);
        assert_eq!(call_of(&w, "c1").await.lost_since, None);
        assert_eq!(lan(&w).await.status, Status::Talking);
        w.pass(6 * MINUTE);
        sweep(&w).await;
        assert_eq!(sweep(&w).await.presumed, 1);
        beat(&w, "desk", Claim::Keep { fence: 1 }, &["c1"]).await;
        assert_eq!(sweep(&w).await.found, 1);
        assert_eq!(call_of(&w, "c1").await.phase, Phase::Talking, "it was on all the while");
        w.pass(SECOND);
        tell(&w, "c1", &[What::Ended]).await;
        let over = call_of(&w, "c1").await;
        assert_eq!((over.phase, over.estimated), (Phase::Ended, false));
    }

    async fn a_call_that_rang_when_its_tab_died_is_missed(w: World) {
        tell(&w, "c1", &[offered()]).await;
        w.pass(2 * MINUTE);
        sweep(&w).await;
        assert_eq!(sweep(&w).await.presumed, 1);
        let row = call_of(&w, "c1").await;
        assert_eq!((row.outcome, row.estimated), (Some(Outcome::Missed), true));
    }

    async fn a_browser_s_clock_that_is_ahead_leaves_no_call_running(w: World) {
        let ahead = Fact {
            id: FactId::new("a"),
            source: SourceId::new("tab"),
            at: w.b.now().plus(20 * MINUTE),
            what: offered(),
        };
        let reported = Reported { call: CallId::new("c1"), facts: vec![ahead] };
        calls::report(&w.b, &w.lan, &[reported]).await.unwrap();
        w.pass(2 * MINUTE);
        sweep(&w).await;
        sweep(&w).await;
        assert_eq!(call_of(&w, "c1").await.phase, Phase::Ended);
    }

    async fn two_servers_that_sweep_at_once_conclude_once(w: World) {
        tell(&w, "c1", &[offered(), What::AgentAnswered]).await;
        w.pass(MINUTE);
        let (one, two) = tokio::join!(sweep(&w), sweep(&w));
        assert_eq!(one.lost + two.lost, 1);
        let facts = calls::story(&w.b, &w.admin, &CallId::new("c1")).await.unwrap().facts;
        assert_eq!(facts.iter().filter(|fact| fact.what == What::ContactLost).count(), 1);
    }

    async fn nobody_speaks_for_another_s_call(w: World) {
        tell(&w, "c1", &[offered(), What::AgentAnswered]).await;
        w.pass(40 * SECOND);
        line::beat(&w.b, &w.minh, &of("theirs", Claim::TakeIfFree, &["c1"])).await.unwrap();
        assert_eq!(sweep(&w).await.lost, 1);
    }

    async fn agents_do_not_watch_the_floor(w: World) {
        assert_eq!(line::floor(&w.b, &w.lan).await, Err(Problem::Forbidden));
        assert_eq!(line::day(&w.b, &w.lan, &w.lan.id, None).await, Err(Problem::Forbidden));
        assert_eq!(line::day(&w.b, &w.other_manager, &w.lan.id, None).await, Err(Problem::Forbidden));
        let whom = async |who: &Actor| {
            let mut ids: Vec<StaffId> = on_the_floor(&w, who).await.into_iter().map(|one| one.member.id).collect();
            ids.sort();
            ids
        };
        let mut led = vec![w.manager.id.clone(), w.lan.id.clone(), w.minh.id.clone()];
        led.sort();
        assert_eq!(whom(&w.manager).await, led);
        let everybody = whom(&w.admin).await;
        assert!(led.iter().all(|member| everybody.contains(member)));
        assert!(whom(&w.other_manager).await.iter().all(|member| *member == w.other_manager.id));
    }
}
