//! How members call out: kept for each of them.

use crate::stories;
use crate::world::{World, acting, nobody};
use backend::dial_habits;
use domain::access::Role;
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::telephone::DialHabits;

stories! {
    async fn each_member_has_their_own_way_of_calling_out(w: World) {
        assert_eq!(dial_habits::get(&w.b, &w.lan).await.unwrap(), DialHabits::default());
        let lans = DialHabits { hotline: Some("842471000002".into()), rings_first: true, answers_itself: true };
        dial_habits::set(&w.b, &w.lan, lans.clone()).await.unwrap();
        assert_eq!(dial_habits::get(&w.b, &w.lan).await.unwrap(), lans);
        assert_eq!(dial_habits::get(&w.b, &w.minh).await.unwrap(), DialHabits::default(), "nobody else's");
        let again = DialHabits { hotline: None, rings_first: false, ..lans };
        dial_habits::set(&w.b, &w.lan, again.clone()).await.unwrap();
        assert_eq!(dial_habits::get(&w.b, &w.lan).await.unwrap(), again);
    }

    async fn what_is_no_number_is_not_kept_and_nobody_has_none(w: World) {
        let bad = DialHabits { hotline: Some("x".into()), ..DialHabits::default() };
        let problem = Problem::at(Field::Hotline(0), FieldProblem::BadCharacters);
        assert_eq!(dial_habits::set(&w.b, &w.lan, bad).await, Err(problem));
        let unknown = acting(nobody(), Role::Agent);
        assert!(dial_habits::set(&w.b, &unknown, DialHabits::default()).await.is_err(), "not of the staff");
    }
}
