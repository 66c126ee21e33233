//! A call through the draft: whom our own routing wants.

use crate::customers::customer;
use crate::stories;
use crate::stringee::events::set_up;
use crate::world::World;
use backend::{centre, customers};
use domain::centre::Digits;
use domain::customers::CustomerForm;
use domain::ids::QueueId;
use domain::problem::Problem;

stories! {
    async fn a_tried_caller_is_wanted_by_whom_a_real_one_is(w: World) {
        set_up(&w).await;
        let owned = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("An", "", &["0986776777"]) };
        customers::create(&w.b, &w.admin, &owned).await.unwrap();
        let queue = QueueId::new("of the draft alone");
        let known = centre::wanted(&w.b, &w.admin, Some(&Digits::new("84986776777")), &queue).await.unwrap();
        assert_eq!((known.owner, known.spoke_last, known.team), (Some(w.minh.id.clone()), None, None));
        let mut seats: Vec<&str> = known.seated.iter().map(|(seat, ..)| seat.as_str()).collect();
        seats.sort_unstable();
        assert_eq!((seats, known.seconds), (vec!["agent_lan", "agent_minh"], 12));
        let anybody = centre::wanted(&w.b, &w.admin, None, &queue).await.unwrap();
        assert_eq!((anybody.owner, anybody.seated.len()), (None, 2));
    }

    async fn only_admins_try_calls(w: World) {
        set_up(&w).await;
        for who in [&w.manager, &w.lan] {
            let refused = centre::wanted(&w.b, who, None, &QueueId::new("q")).await;
            assert_eq!(refused, Err(Problem::Forbidden));
        }
    }
}
