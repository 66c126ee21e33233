//! The log: who sees which calls, how they are narrowed, taken home and taken away.

use crate::calls::{offered, told};
use crate::customers::{add, customer};
use crate::stories;
use crate::world::{World, form, hire};
use backend::{audit, calls, customers, staff};
use domain::access::{Actor, Role};
use domain::calls::{CallFilter, CallQuery, Direction, Failure, MatchHow, OutcomeKind, Period, Reported, What};
use domain::customers::{CustomerForm, CustomerQuery, OwnerFilter, TimelineEntry};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, StaffId, TeamId};
use domain::paging::Cursor;
use domain::phone::BadNumber;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::times::{DAY, Day};
use domain::views::LogView;

async fn report(w: &World, who: &Actor, reported: Reported) -> CallId {
    let call = reported.call.clone();
    calls::report(&w.b, who, &[reported]).await.unwrap();
    call
}

/// A call in that nobody took.
async fn missed(w: &World, who: &Actor, call: &str, number: &str) -> CallId {
    report(w, who, told(w, call, vec![(0, offered(number)), (9_000, What::Ended)])).await
}

/// A call in that was talked over for so long.
async fn talked(w: &World, who: &Actor, call: &str, number: &str, talk: i64) -> CallId {
    let facts = vec![(0, offered(number)), (2_000, What::AgentAnswered), (2_000 + talk, What::Ended)];
    report(w, who, told(w, call, facts)).await
}

async fn ids(w: &World, who: &Actor, filter: CallFilter) -> Vec<String> {
    found(w, who, filter).await.unwrap()
}

async fn found(w: &World, who: &Actor, filter: CallFilter) -> Result<Vec<String>, Problem> {
    let page = calls::list(&w.b, who, &CallQuery { filter, ..CallQuery::default() }).await?;
    Ok(page.rows.into_iter().map(|row| row.id.to_string()).collect())
}

fn number(text: &str) -> CallFilter {
    CallFilter { number: text.into(), ..CallFilter::default() }
}

/// An agent of the other team.
async fn stranger(w: &World) -> Actor {
    let form = MemberForm { team: Some(w.other_team.clone()), ..form("Cao Hoa", "hoa@alo.vn", Role::Agent, "") };
    hire(&w.b, &w.admin, &form).await
}

stories! {
    async fn everybody_sees_what_is_theirs_to_see(w: World) {
        let hoa = stranger(&w).await;
        let agents = [("lan", &w.lan), ("minh", &w.minh), ("hoa", &hoa), ("ha", &w.manager), ("yen", &w.other_manager), ("admin", &w.admin)];
        for (name, agent) in agents {
            w.pass(1_000);
            missed(&w, agent, name, "0901234567").await;
        }
        let an = add(&w, "An", "", &[]).await;
        let seen: [(&Actor, &[&str]); 6] = [
            (&w.lan, &["lan"]),
            (&w.minh, &["minh"]),
            (&hoa, &["hoa"]),
            (&w.manager, &["ha", "minh", "lan"]),
            (&w.other_manager, &["yen", "hoa"]),
            (&w.admin, &["admin", "yen", "ha", "hoa", "minh", "lan"]),
        ];
        for (who, theirs) in seen {
            assert_eq!(ids(&w, who, CallFilter::default()).await, theirs);
            for (name, agent) in agents {
                let (call, sees) = (CallId::new(name), theirs.contains(&name));
                let refused = |refused: bool| if refused { Err(Problem::Forbidden) } else { Ok(()) };
                assert_eq!(calls::story(&w.b, who, &call).await.map(drop), refused(!sees), "{name}");
                let note = calls::set_note(&w.b, who, &call, "x").await;
                assert_eq!(note, refused(who.id != agent.id), "only one's own, {name}");
                assert_eq!(calls::attach(&w.b, who, &call, &an, false).await.map(drop), refused(!sees), "{name}");
                let seen_by = calls::seen_by(&w.b, who, &call).await.map(drop);
                assert_eq!(seen_by, refused(!sees || who.role == Role::Agent), "{name}");
                let of = found(&w, who, CallFilter::of_agent(agent.id.clone())).await;
                let expected: Vec<&str> = theirs.iter().copied().filter(|one| *one == name).collect();
                match of {
                    Err(problem) => assert_eq!((problem, who.role, sees), (Problem::Forbidden, Role::Agent, false)),
                    Ok(rows) => assert_eq!(rows, expected),
                }
            }
            for (team, lead) in [(&w.team, &w.manager), (&w.other_team, &w.other_manager)] {
                let of = found(&w, who, CallFilter { teams: vec![team.clone()], ..CallFilter::default() }).await;
                assert_eq!(of.is_ok(), who.role == Role::Admin || who.id == lead.id);
                assert!(of.is_ok() || of == Err(Problem::Forbidden));
            }
        }
    }

    async fn a_call_stays_with_the_team_it_was_made_in(w: World) {
        missed(&w, &w.lan, "before", "0901234567").await;
        let moved = MemberForm {
            team: Some(w.other_team.clone()),
            password: None,
            ..form("Trần Thị Lan", "lan@alo.vn", Role::Agent, "5001")
        };
        staff::update(&w.b, &w.admin, &w.lan.id, &moved).await.unwrap();
        w.pass(1_000);
        missed(&w, &w.lan, "after", "0901234567").await;
        assert_eq!(ids(&w, &w.lan, CallFilter::default()).await, ["after", "before"]);
        assert_eq!(ids(&w, &w.manager, CallFilter::default()).await, ["before"]);
        assert_eq!(ids(&w, &w.other_manager, CallFilter::default()).await, ["after"]);
        let both = vec![w.team.clone(), w.other_team.clone()];
        let leads = MemberForm { leads: both, password: None, ..form("Vũ Hà", "ha@alo.vn", Role::Manager, "5000") };
        staff::update(&w.b, &w.admin, &w.manager.id, &leads).await.unwrap();
        assert_eq!(ids(&w, &w.manager, CallFilter::default()).await, ["after", "before"], "both teams, each call once");
    }

    async fn every_filter_narrows(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        let queued = What::Offered { number: "0907654321".into(), hotline: Some("19002000".into()), queue: Some("Kỹ thuật, mới".into()) };
        missed(&w, &w.lan, "missed", "0901234567").await;
        w.pass(DAY);
        talked(&w, &w.minh, "short", "0912345678", 20_000).await;
        w.pass(1_000);
        talked(&w, &w.lan, "long", "+1 650 253 0000", 600_000).await;
        w.pass(1_000);
        let busy = vec![(0, What::DialWished { number: "0912345678".into() }), (9, What::Failed { reason: Failure::Busy })];
        report(&w, &w.lan, told(&w, "busy", busy)).await;
        w.pass(1_000);
        report(&w, &w.minh, told(&w, "queued", vec![(0, queued), (5, What::RejectWished), (9, What::Ended)])).await;

        let all = CallFilter::default;
        let yesterday = Some(Day::of(w.b.now()).plus(-1));
        let cases: Vec<(CallFilter, &[&str])> = vec![
            (all(), &["queued", "busy", "long", "short", "missed"]),
            (CallFilter { period: Period::Today, ..all() }, &["queued", "busy", "long", "short"]),
            (CallFilter { period: Period::SevenDays, ..all() }, &["queued", "busy", "long", "short", "missed"]),
            (CallFilter { period: Period::Days { from: yesterday, to: yesterday }, ..all() }, &["missed"]),
            // 20 November 2026 is a Friday.
            (CallFilter { weekday: Some(4), hour: Some(9), ..all() }, &["missed"]),
            (CallFilter { weekday: Some(5), hour: Some(9), ..all() }, &["queued", "busy", "long", "short"]),
            (CallFilter { hour: Some(8), ..all() }, &[]),
            (CallFilter { direction: Some(Direction::Outbound), ..all() }, &["busy"]),
            (CallFilter { outcomes: vec![OutcomeKind::Missed, OutcomeKind::Failed], ..all() }, &["busy", "missed"]),
            (CallFilter { answered: Some(true), ..all() }, &["long", "short"]),
            (CallFilter { answered: Some(false), ..all() }, &["queued", "busy", "missed"]),
            (CallFilter { talk_min: Some(20), ..all() }, &["long", "short"]),
            (CallFilter { talk_min: Some(1), talk_max: Some(20), ..all() }, &["short"]),
            (CallFilter { talk_min: Some(21), ..all() }, &["long"]),
            (CallFilter { hotlines: vec!["19002000".into()], ..all() }, &["queued"]),
            (CallFilter { queues: vec!["Kỹ thuật, mới".into()], ..all() }, &["queued"]),
            (CallFilter::of_customer(an.clone()), &["missed"]),
            (CallFilter { agents: vec![w.lan.id.clone(), w.minh.id.clone()], ..all() }, &["queued", "busy", "long", "short", "missed"]),
            (CallFilter::of_agent(w.minh.id.clone()), &["queued", "short"]),
            (CallFilter { matched: vec![MatchHow::Exact], ..all() }, &["missed"]),
            (CallFilter { matched: vec![MatchHow::None, MatchHow::Exact], agents: vec![w.lan.id.clone()], ..all() }, &["busy", "long", "missed"]),
            (CallFilter { recorded: Some(true), ..all() }, &[]),
            (CallFilter { recorded: Some(false), outcomes: vec![OutcomeKind::Rejected], ..all() }, &["queued"]),
            (CallFilter { undecided: true, period: Period::Today, ..all() }, &["queued", "busy", "long", "short"]),
            (number("0901 234 567"), &["missed"]),
            (number("+84 901.234.567"), &["missed"]),
            (number("84901234567"), &["missed"]),
            (number("0912"), &["busy", "short"]),
            (number("5678"), &["busy", "short"]),
            (number("321"), &["queued"]),
            (number("+1650"), &["long"]),
            (number("090"), &["queued", "missed"]),
            (CallFilter { direction: Some(Direction::Inbound), agents: vec![w.minh.id.clone()], ..number("5678") }, &["short"]),
        ];
        for (filter, expected) in cases {
            for who in [&w.manager, &w.admin] {
                assert_eq!(ids(&w, who, filter.clone()).await, expected, "{filter:?}");
            }
            let query = CallQuery { filter, oldest_first: true, after: None };
            let backwards = calls::list(&w.b, &w.admin, &query).await.unwrap().rows;
            let backwards: Vec<&str> = backwards.iter().rev().map(|row| row.id.as_str()).collect();
            assert_eq!(backwards, expected, "{query:?}");
        }
        let words = Problem::at(Field::Phone(0), FieldProblem::NotANumber(BadNumber::NoDigits));
        assert_eq!(found(&w, &w.lan, number("abc")).await, Err(words));
    }

    async fn pages_meet_without_gaps_in_both_orders(w: World) {
        for n in 0..130 {
            // Many at the same moment.
            w.pass(i64::from(n % 7 == 0));
            missed(&w, if n % 3 == 0 { &w.minh } else { &w.lan }, &format!("c{n:03}"), "0901234567").await;
        }
        let filters = [
            CallFilter::default(),
            CallFilter { outcomes: vec![OutcomeKind::Missed, OutcomeKind::Answered], ..CallFilter::default() },
            CallFilter { agents: vec![w.lan.id.clone(), w.minh.id.clone()], ..CallFilter::default() },
            CallFilter { talk_max: Some(0), ..CallFilter::default() },
        ];
        for (filter, who) in filters.iter().flat_map(|filter| [(filter, &w.manager), (filter, &w.admin)]) {
            let mut orders = Vec::new();
            for oldest_first in [false, true] {
                let mut query = CallQuery { filter: filter.clone(), oldest_first, after: None };
                let mut seen = Vec::new();
                loop {
                    let page = calls::list(&w.b, who, &query).await.unwrap();
                    assert!(page.rows.len() <= 50);
                    seen.extend(page.rows.into_iter().map(|row| row.id));
                    query.after = page.next;
                    if query.after.is_none() {
                        break;
                    }
                }
                orders.push(seen);
            }
            assert_eq!(orders[0].len(), 130, "{filter:?}");
            orders[1].reverse();
            assert_eq!(orders[0], orders[1]);
        }
        let stray = CallQuery { after: Some(Cursor("?".into())), ..CallQuery::default() };
        assert_eq!(calls::list(&w.b, &w.lan, &stray).await, Err(Problem::NotFound));
    }

    async fn one_narrows_to_what_one_may_see(w: World) {
        stranger(&w).await;
        missed(&w, &w.lan, "c1", "0901234567").await;
        let names = async |who: &Actor| {
            let choices = calls::choices(&w.b, who).await.unwrap();
            assert_eq!(choices.hotlines, ["19001000"]);
            let agents: Vec<String> = choices.agents.into_iter().map(|one| one.name).collect();
            (agents.join(", "), choices.teams.into_iter().map(|team| team.name).collect::<Vec<_>>().join(", "))
        };
        let said = |agents: &str, teams: &str| (agents.to_owned(), teams.to_owned());
        assert_eq!(names(&w.lan).await, said("Trần Thị Lan", ""));
        assert_eq!(names(&w.manager).await, said("Đỗ Minh, Trần Thị Lan, Vũ Hà", "Miền Bắc"));
        assert_eq!(names(&w.admin).await, said("Bùi Yến, Cao Hoa, Đỗ Minh, Trần Thị Lan, Vũ Hà", "Miền Bắc, Miền Nam"));
    }

    async fn whoever_opens_a_colleagues_call_is_written_down(w: World) {
        let call = missed(&w, &w.lan, "c1", "0901234567").await;
        let seen = async || -> Vec<(String, bool)> {
            let sightings = calls::seen_by(&w.b, &w.manager, &call).await.unwrap();
            sightings.into_iter().map(|sighting| (sighting.who.name, sighting.heard)).collect()
        };
        calls::story(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!(seen().await, [], "one's own is no matter");
        calls::story(&w.b, &w.manager, &call).await.unwrap();
        w.pass(60_000);
        calls::story(&w.b, &w.manager, &call).await.unwrap();
        calls::story(&w.b, &w.admin, &call).await.unwrap();
        let (ha, admin) = (("Vũ Hà".to_owned(), false), ("Quản Trị".to_owned(), false));
        assert_eq!(seen().await, [admin.clone(), ha.clone()], "once an hour");
        w.pass(3_600_000);
        calls::story(&w.b, &w.manager, &call).await.unwrap();
        assert_eq!(seen().await, [ha.clone(), admin, ha]);
        let unknown = CallId::new("x");
        assert_eq!(calls::seen_by(&w.b, &w.admin, &unknown).await, Err(Problem::NotFound));
    }

    async fn only_admins_take_calls_away_and_nothing_brings_them_back(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        let (call, kept) = (missed(&w, &w.lan, "c1", "0901234567").await, missed(&w, &w.lan, "c2", "0901234567").await);
        for who in [&w.lan, &w.manager, &w.other_manager] {
            let refused = calls::delete(&w.b, who, std::slice::from_ref(&call)).await;
            assert_eq!(refused, Err(Problem::Forbidden));
        }
        calls::delete(&w.b, &w.admin, &[call.clone(), CallId::new("unknown")]).await.unwrap();
        calls::delete(&w.b, &w.admin, std::slice::from_ref(&call)).await.unwrap();
        let late = told(&w, "c1", vec![(0, offered("0901234567")), (3_000, What::AgentAnswered), (9_000, What::Ended)]);
        calls::report(&w.b, &w.lan, &[late]).await.unwrap();
        for who in w.roles() {
            assert_eq!(ids(&w, who, CallFilter::default()).await, ["c2"]);
            assert_eq!(ids(&w, who, number("0901234567")).await, ["c2"]);
            assert_eq!(calls::story(&w.b, who, &call).await, Err(Problem::NotFound));
        }
        assert_eq!(calls::set_note(&w.b, &w.lan, &call, "x").await, Err(Problem::NotFound));
        let timeline = customers::timeline(&w.b, &w.lan, &an, None).await.unwrap().rows;
        let of = |entry: &TimelineEntry| matches!(entry, TimelineEntry::Call(one) if one.id == kept);
        assert!(timeline.len() == 1 && timeline.iter().all(of));
        let written = audit::about(&w.b, &w.admin, "call:c1").await.unwrap();
        let written: Vec<_> = written.iter().map(|one| (one.action.as_str(), one.who.clone())).collect();
        assert_eq!(written, [("call.deleted", Some(w.admin.id.clone()))], "once");
    }

    async fn a_file_holds_what_is_shown(w: World) {
        for n in 0..7 {
            w.pass(1_000);
            missed(&w, if n % 2 == 0 { &w.lan } else { &w.minh }, &format!("c{n}"), "0901234567").await;
        }
        assert_eq!(calls::export(&w.b, &w.lan, &LogView::default()).await.map(drop), Err(Problem::Forbidden));
        let foreign = CallFilter { teams: vec![w.other_team.clone()], ..CallFilter::default() };
        let foreign = LogView { filter: foreign, ..LogView::default() };
        assert_eq!(calls::export(&w.b, &w.manager, &foreign).await.map(drop), Err(Problem::Forbidden));

        let view = LogView { filter: CallFilter::of_agent(w.lan.id.clone()), oldest_first: true, columns: None };
        let mut export = calls::export(&w.b, &w.manager, &view).await.unwrap();
        assert_eq!(export.total, 4);
        let rows: Vec<String> = export.next().await.unwrap().into_iter().map(|row| row.id.to_string()).collect();
        assert_eq!(rows, ["c0", "c2", "c4", "c6"]);
        assert!(export.next().await.unwrap().is_empty());
        let written = format!("export:{}", export.id());
        export.end(true).await.unwrap();
        let entries = audit::about(&w.b, &w.admin, &written).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|one| one.action.as_str()).collect();
        assert_eq!(actions, ["calls.export_begun", "calls.export_ended"]);
        assert_eq!(entries[0].who, Some(w.manager.id.clone()));
        assert_eq!((&entries[1].details["rows"], &entries[1].details["whole"]), (&4.into(), &true.into()));
        assert!(entries[0].details["view"].to_string().contains(w.lan.id.as_str()), "which calls were asked for");
    }

    async fn ids_that_nobody_has_find_nothing(w: World) {
        missed(&w, &w.lan, "c1", "0901234567").await;
        assert_eq!(ids(&w, &w.admin, CallFilter::of_agent(StaffId::new("x"))).await, Vec::<String>::new());
        let team = CallFilter { teams: vec![TeamId::new("x")], ..CallFilter::default() };
        assert_eq!(ids(&w, &w.admin, team).await, Vec::<String>::new());
    }

    async fn customers_go_from_hand_to_hand_within_the_teams_one_leads(w: World) {
        let hoa = stranger(&w).await;
        let owners = [Some(&w.lan), Some(&hoa), Some(&w.manager), Some(&w.other_manager), Some(&w.admin), None];
        let led: [(&Actor, [bool; 6]); 4] = [
            (&w.lan, [false; 6]),
            (&w.manager, [true, false, true, false, false, true]),
            (&w.other_manager, [false, true, false, true, false, true]),
            (&w.admin, [true; 6]),
        ];
        for (who, may) in led {
            for (owner, may) in owners.iter().zip(may) {
                let owned = CustomerForm { owner: owner.map(|owner| owner.id.clone()), ..customer("An", "", &[]) };
                let made = customers::create(&w.b, &w.admin, &owned).await.unwrap();
                assert!(customers::get(&w.b, who, &made.id).await.is_ok(), "everybody knows every customer");
                let given = CustomerForm { owner: Some(w.minh.id.clone()), ..owned.clone() };
                let refused = Err(Problem::Forbidden);
                let handed = customers::update(&w.b, who, &made.id, made.version, &given).await.map(drop);
                assert_eq!(handed, if may { Ok(()) } else { refused.clone() }, "{who:?} {owner:?}");
                let again = customers::create(&w.b, &w.admin, &owned).await.unwrap();
                let hidden = customers::delete(&w.b, who, &again.id).await;
                assert_eq!(hidden, if may { Ok(()) } else { refused }, "{who:?} {owner:?}");
            }
        }
        let of = |team: &TeamId| CustomerQuery { owner: OwnerFilter::Team(team.clone()), ..CustomerQuery::default() };
        let owned = CustomerForm { owner: Some(hoa.id.clone()), ..customer("Của Hoa", "", &[]) };
        customers::create(&w.b, &w.admin, &owned).await.unwrap();
        let names: Vec<_> = customers::list(&w.b, &w.lan, &of(&w.other_team)).await.unwrap().rows;
        assert!(!names.is_empty() && names.iter().all(|row| row.owner.as_ref().is_some_and(|o| o.id == hoa.id)));
        assert_eq!(names[0].name, "Của Hoa");
    }
}
