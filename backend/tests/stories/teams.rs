//! Teams: made, led, joined, left.

use crate::stories;
use crate::world::{World, form, hire, nobody};
use backend::{audit, staff, teams};
use domain::access::{Actor, Role};
use domain::fields::{Field, FieldProblem};
use domain::ids::TeamId;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::teams::TeamForm;

fn team(name: &str, leads: &[&Actor]) -> TeamForm {
    TeamForm { name: name.into(), leads: leads.iter().map(|lead| lead.id.clone()).collect() }
}

async fn seen(w: &World, who: &Actor) -> Vec<String> {
    teams::seen(&w.b, who).await.unwrap().into_iter().map(|team| team.name).collect()
}

stories! {
    async fn teams_are_the_admins_business(w: World) {
        for who in [&w.manager, &w.lan] {
            assert_eq!(teams::list(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(teams::possible_leads(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(teams::create(&w.b, who, &team("Mới", &[])).await, Err(Problem::Forbidden));
            assert_eq!(teams::update(&w.b, who, &w.team, &team("Mới", &[])).await, Err(Problem::Forbidden));
            assert_eq!(teams::delete(&w.b, who, &w.team).await, Err(Problem::Forbidden));
        }
        let leads: Vec<_> = teams::possible_leads(&w.b, &w.admin).await.unwrap().into_iter().map(|l| l.name).collect();
        assert_eq!(leads, ["Bùi Yến", "Vũ Hà"]);
    }

    async fn one_filters_by_the_teams_one_sees(w: World) {
        assert_eq!(teams::seen(&w.b, &w.lan).await, Err(Problem::Forbidden));
        assert_eq!(seen(&w, &w.manager).await, ["Miền Bắc"]);
        assert_eq!(seen(&w, &w.other_manager).await, ["Miền Nam"]);
        assert_eq!(seen(&w, &w.admin).await, ["Miền Bắc", "Miền Nam"]);
    }

    async fn a_team_is_made_renamed_and_led_by_others(w: World) {
        let made = teams::create(&w.b, &w.admin, &team("  Chăm   sóc ", &[&w.manager])).await.unwrap();
        assert_eq!((made.name.as_str(), made.members, made.leads[0].name.as_str()), ("Chăm sóc", 0, "Vũ Hà"));
        assert_eq!(seen(&w, &w.manager).await, ["Chăm sóc", "Miền Bắc"]);
        let renamed = teams::update(&w.b, &w.admin, &made.id, &team("Hậu mãi", &[&w.other_manager])).await.unwrap();
        assert_eq!((renamed.name.as_str(), renamed.leads[0].name.as_str()), ("Hậu mãi", "Bùi Yến"));
        assert_eq!(seen(&w, &w.manager).await, ["Miền Bắc"]);
        let kept = audit::about(&w.b, &w.admin, &format!("team:{}", made.id)).await.unwrap();
        let actions: Vec<&str> = kept.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["team.created", "team.updated"]);
        let unknown = TeamId::new("x");
        assert_eq!(teams::update(&w.b, &w.admin, &unknown, &team("X", &[])).await, Err(Problem::NotFound));
        assert_eq!(teams::delete(&w.b, &w.admin, &unknown).await, Err(Problem::NotFound));
    }

    async fn what_is_wrong_with_a_team_is_said_at_its_field(w: World) {
        let taken = teams::create(&w.b, &w.admin, &team("mien bac", &[])).await;
        assert_eq!(taken, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        let nameless = teams::update(&w.b, &w.admin, &w.team, &team(" ", &[])).await;
        assert_eq!(nameless, Err(Problem::at(Field::Name, FieldProblem::Required)));
        let unknown = Problem::at(Field::Leads, FieldProblem::Unknown);
        let led_by_an_agent = teams::create(&w.b, &w.admin, &team("Mới", &[&w.lan])).await;
        assert_eq!(led_by_an_agent, Err(unknown.clone()));
        let led_by_nobody = TeamForm { name: "Mới".into(), leads: vec![nobody()] };
        assert_eq!(teams::create(&w.b, &w.admin, &led_by_nobody).await, Err(unknown));
    }

    async fn a_team_goes_only_when_nothing_belongs_to_it(w: World) {
        assert_eq!(teams::delete(&w.b, &w.admin, &w.team).await, Err(Problem::at(Field::Team, FieldProblem::InUse)));
        teams::delete(&w.b, &w.admin, &w.other_team).await.unwrap();
        assert_eq!(seen(&w, &w.admin).await, ["Miền Bắc"]);
        assert_eq!(seen(&w, &w.other_manager).await, Vec::<String>::new());
    }

    async fn a_member_joins_a_team_and_a_manager_leads_some(w: World) {
        let mai = MemberForm { team: Some(w.other_team.clone()), ..form("Mai", "mai@alo.vn", Role::Agent, "") };
        let mai = hire(&w.b, &w.admin, &mai).await;
        let member = staff::get(&w.b, &w.admin, &mai.id).await.unwrap();
        assert_eq!(member.team.as_ref().map(|team| team.name.as_str()), Some("Miền Nam"));
        let listed = teams::list(&w.b, &w.admin).await.unwrap();
        let sizes: Vec<_> = listed.iter().map(|team| (team.name.as_str(), team.members)).collect();
        assert_eq!(sizes, [("Miền Bắc", 2), ("Miền Nam", 1)]);

        let both = vec![w.team.clone(), w.other_team.clone()];
        let leads = MemberForm { leads: both.clone(), ..form("Vũ Hà", "ha@alo.vn", Role::Manager, "5000") };
        let manager = staff::update(&w.b, &w.admin, &w.manager.id, &leads).await.unwrap();
        assert_eq!(manager.leads.iter().map(|team| team.name.as_str()).collect::<Vec<_>>(), ["Miền Bắc", "Miền Nam"]);
        let demoted = MemberForm { leads: both, ..form("Vũ Hà", "ha@alo.vn", Role::Agent, "5000") };
        let agent = staff::update(&w.b, &w.admin, &w.manager.id, &demoted).await.unwrap();
        assert_eq!(agent.leads, [], "agents lead nobody");
    }

    async fn a_team_that_is_not_there_is_said_at_its_field(w: World) {
        let lost = MemberForm { team: Some(TeamId::new("x")), ..form("Mai", "mai@alo.vn", Role::Agent, "") };
        let refused = staff::create(&w.b, &w.admin, &lost).await;
        assert_eq!(refused, Err(Problem::at(Field::Team, FieldProblem::Unknown)));
        let leads = MemberForm { leads: vec![TeamId::new("x")], ..form("Mai", "mai@alo.vn", Role::Manager, "") };
        let refused = staff::create(&w.b, &w.admin, &leads).await;
        assert_eq!(refused, Err(Problem::at(Field::Leads, FieldProblem::Unknown)));
    }
}
