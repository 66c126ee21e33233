//! The rules of calling out, whoever the provider is.

use crate::stories;
use crate::world::World;
use backend::{calls, dial_policy};
use domain::dial_policy::{Advertising, DialPolicy, DialRefusal};
use domain::fields::{Field, FieldProblem};
use domain::ids::TeamId;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::times::HOUR;

fn advertising_of(team: &TeamId) -> DialPolicy {
    DialPolicy { advertising: Advertising::Teams(vec![team.clone()]), ..DialPolicy::default() }
}

stories! {
    async fn only_the_team_that_advertises_is_bound_to_the_hours_of_advertising(w: World) {
        dial_policy::save(&w.b, &w.admin, &advertising_of(&w.team)).await.unwrap();
        assert_eq!(dial_policy::get(&w.b, &w.admin).await.unwrap(), advertising_of(&w.team));
        assert!(calls::dial_check(&w.b, &w.lan, "0901234567").await.is_ok(), "it is nine in the morning");
        w.pass(9 * HOUR);
        let refusal = DialRefusal::Hours { from: 480, until: 1020, team: Some("Miền Bắc".into()) };
        assert_eq!(calls::dial_check(&w.b, &w.lan, "0901234567").await, Err(Problem::MayNotDial(refusal)));
        assert!(calls::dial_check(&w.b, &w.manager, "0901234567").await.is_ok(), "who leads it works in none");
        let minh = backend::staff::get(&w.b, &w.admin, &w.minh.id).await.unwrap();
        let moved = MemberForm { team: Some(w.other_team.clone()), ..MemberForm::from(&minh) };
        backend::staff::update(&w.b, &w.admin, &w.minh.id, &moved).await.unwrap();
        assert!(calls::dial_check(&w.b, &w.minh, "0901234567").await.is_ok(), "another team");
    }

    async fn a_team_that_is_not_there_advertises_nothing(w: World) {
        let unknown = dial_policy::save(&w.b, &w.admin, &advertising_of(&TeamId::new("x"))).await;
        assert_eq!(unknown, Err(Problem::at(Field::Team, FieldProblem::Unknown)));
        let nobody = DialPolicy { advertising: Advertising::Teams(Vec::new()), ..DialPolicy::default() };
        let refused = dial_policy::save(&w.b, &w.admin, &nobody).await;
        assert_eq!(refused, Err(Problem::at(Field::Team, FieldProblem::Required)));
        assert_eq!(dial_policy::get(&w.b, &w.admin).await.unwrap(), DialPolicy::default());
    }
}
