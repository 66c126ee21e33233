//! What a trial asks for: who calls where, what is pressed, and what agents do at that moment.

use crate::centre::api;
use crate::centre::desk::{Desk, desk};
use crate::components::form::tell;
use domain::centre::{Centre, Course, Digits, End, Named, Presence, Press, Pressed, Trial, Wanted, in_turn, try_it};
use domain::ids::{QueueId, Seat};
use domain::reach::Doing;
use domain::routing::Because;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub desk: Desk,
    /// The digits of our number.
    pub number: RwSignal<String>,
    /// As it is typed.
    pub caller: RwSignal<String>,
    pub open: RwSignal<bool>,
    pub presses: RwSignal<Vec<Press>>,
    /// What each agent does; who is not named is free.
    pub agents: RwSignal<BTreeMap<Seat, Busy>>,
    /// The seat that answers; nobody's when empty.
    pub answers: RwSignal<String>,
    /// What our own routing goes by, and for whom.
    wanted: RwSignal<Option<(Waiting, Wanted)>>,
}

/// Who waits where.
type Waiting = (Option<Digits>, QueueId);

/// What an agent does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Busy {
    #[default]
    AtApp,
    AtSip,
    InCall,
    AfterCall,
    Away,
    Offline,
}

impl Busy {
    pub(super) const ALL: [Self; 6] =
        [Self::AtApp, Self::AtSip, Self::InCall, Self::AfterCall, Self::Away, Self::Offline];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::AtApp => "app",
            Self::AtSip => "sip",
            Self::InCall => "call",
            Self::AfterCall => "after",
            Self::Away => "away",
            Self::Offline => "offline",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|busy| busy.word() == word).unwrap_or_default()
    }

    pub(super) fn presence(self) -> Presence {
        let doing = match self {
            Self::InCall => Doing::InCall,
            Self::AfterCall => Doing::AfterCall,
            _ => Doing::Free,
        };
        Presence {
            app: !matches!(self, Self::AtSip | Self::Offline),
            sip: self == Self::AtSip,
            available: self != Self::Away,
            doing,
            free_since: None,
        }
    }
}

impl Asked {
    /// The first number, anybody, nothing pressed, everybody free.
    pub(super) fn new(number: Option<Digits>) -> Self {
        let desk = desk();
        let first = untrack(|| desk.draft(|centre| first_number(centre, number)));
        Self {
            desk,
            number: RwSignal::new(first),
            caller: RwSignal::default(),
            open: RwSignal::new(true),
            presses: RwSignal::default(),
            agents: RwSignal::default(),
            answers: RwSignal::default(),
            wanted: RwSignal::new(None),
        }
    }

    /// Asks our server about whoever comes to a queue that asks it whom to ring.
    pub(super) fn follow(self) {
        let waiting = Memo::new(move |_| self.waiting());
        Effect::new(move |_| {
            let Some((caller, queue)) = waiting.get() else { return };
            leptos::task::spawn_local(async move {
                match api::who_is_wanted(caller.clone(), queue.clone()).await {
                    // The page may have been left.
                    Ok(wanted) => drop(self.wanted.try_set(Some(((caller, queue), wanted)))),
                    Err(fault) => tell(&fault),
                }
            });
        });
    }

    /// Who comes to a queue that asks us, and to which.
    fn waiting(self) -> Option<Waiting> {
        let trial = self.unnamed();
        self.desk.with(|desk| {
            let End::AsksElsewhere { queue } = try_it(&desk.draft, &trial).end else { return None };
            let asks = desk.draft.queue(&queue).and_then(|queue| queue.asks.clone());
            let is_us = desk.around.ours.as_ref().is_some_and(|ours| Some(&ours.agents) == asks.as_ref());
            is_us.then_some((trial.caller.clone(), queue))
        })
    }

    /// Whom our server names, and why; `None` where it is not asked, or has not answered yet.
    pub(super) fn named(self) -> Option<Vec<(Named, Because)>> {
        let waiting = self.waiting()?;
        let trial = self.unnamed();
        self.wanted.with(|known| {
            let (_, wanted) = known.as_ref().filter(|(whom, _)| *whom == waiting)?;
            Some(self.desk.draft(|centre| wanted.named(centre, &trial.agents)))
        })
    }

    /// The number that is called.
    pub(super) fn called(self) -> Digits {
        Digits::new(&self.number.get())
    }

    /// Who calls; `None` for anybody, and for what is no number.
    pub(super) fn calling(self) -> Option<Digits> {
        Digits::parse(&self.caller.get()).ok()
    }

    /// What an agent does.
    pub(super) fn busy(self, seat: &Seat) -> Busy {
        self.agents.with(|agents| agents.get(seat).copied().unwrap_or_default())
    }

    /// The trial, while nobody knows whom our server names.
    fn unnamed(self) -> Trial {
        let answers = self.answers.get();
        let lengths = self.desk.with(|desk| {
            let kept =
                desk.sounds.iter().filter_map(|row| Some((row.file.name.clone(), row.kept.as_ref()?.sound.length)));
            kept.collect()
        });
        self.desk.draft(|centre| {
            let agents = centre.agents().map(|agent| (agent.seat.clone(), self.busy(&agent.seat).presence()));
            let trial = Trial {
                caller: self.calling(),
                open: self.open.get(),
                agents: agents.collect(),
                answers: Some(Seat::new(answers.clone())).filter(|_| !answers.is_empty()),
                lengths,
                ..Trial::to(self.called(), centre)
            };
            Trial { keys: self.keys(centre, &trial), ..trial }
        })
    }

    fn keys(self, centre: &Centre, trial: &Trial) -> Vec<Pressed> {
        self.presses.with(|presses| in_turn(centre, trial, presses))
    }

    /// What happens.
    pub(super) fn course(self) -> Course {
        let named = self.named().map(|named| named.into_iter().map(|(named, _)| named).collect());
        let trial = Trial { named, ..self.unnamed() };
        self.desk.draft(|centre| try_it(centre, &trial))
    }
}

fn first_number(centre: &Centre, wanted: Option<Digits>) -> String {
    let there = |number: &Digits| centre.hotline(number).is_some();
    let first = || centre.hotlines().next().map(|hotline| hotline.number.clone());
    wanted.filter(there).or_else(first).map(|number| number.as_str().to_owned()).unwrap_or_default()
}
