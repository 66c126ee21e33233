//! Whose calls out are advertising: nobody's, everybody's, or those of some teams.

use crate::components::form::FieldErrors;
use crate::components::{CheckList, Segmented, words};
use crate::texts::t;
use domain::dial_policy::{ADVERTISING_HOURS, Advertising};
use domain::fields::Field;
use domain::ids::TeamId;
use domain::teams::Team;
use leptos::prelude::*;

const NOBODY: &str = "nobody";
const EVERYBODY: &str = "everybody";
const TEAMS: &str = "teams";

/// The choice, while it is being made; the teams stay chosen while another word is tried.
#[derive(Clone, Copy)]
pub(super) struct Purpose {
    word: RwSignal<String>,
    teams: RwSignal<Vec<String>>,
}

impl Purpose {
    /// As it was saved; a team that has gone since is left out.
    pub(super) fn from(advertising: &Advertising, there: &[Team]) -> Self {
        let is_there = |id: &&TeamId| there.iter().any(|team| team.id == **id);
        let (word, teams) = match advertising {
            Advertising::Nobody => (NOBODY, Vec::new()),
            Advertising::Everybody => (EVERYBODY, Vec::new()),
            Advertising::Teams(teams) => (TEAMS, teams.iter().filter(is_there).map(ToString::to_string).collect()),
        };
        Self { word: RwSignal::new(word.to_owned()), teams: RwSignal::new(teams) }
    }

    /// As it is sent.
    pub(super) fn chosen(self) -> Advertising {
        match self.word.get_untracked().as_str() {
            EVERYBODY => Advertising::Everybody,
            TEAMS => Advertising::Teams(self.teams.get_untracked().into_iter().map(TeamId::new).collect()),
            _ => Advertising::Nobody,
        }
    }
}

/// The choice.
#[component]
pub(super) fn PurposeChoice(purpose: Purpose, teams: Vec<Team>, errors: FieldErrors) -> impl IntoView {
    let (from, until) = ADVERTISING_HOURS;
    let hours = move || (t().settings.dialling.advertising_hint)(&words::time_of_day(from), &words::time_of_day(until));
    let options = move || {
        let words = &t().settings.dialling;
        let all = [
            (NOBODY, words.advertising_nobody),
            (TEAMS, words.advertising_teams),
            (EVERYBODY, words.advertising_everybody),
        ];
        all.map(|(word, text)| (word.to_owned(), text.to_owned())).to_vec()
    };
    let teams: Vec<(String, String)> = teams.into_iter().map(|team| (team.id.to_string(), team.name)).collect();
    let no_teams = teams.is_empty();
    let hint = move || if no_teams { t().settings.dialling.no_teams } else { "" };
    let teams = StoredValue::new(teams);
    view! {
        <div class="settings__purpose">
            <p class="field__label" aria-hidden="true">{move || t().settings.dialling.advertising}</p>
            <Segmented
                name="advertising"
                label=move || t().settings.dialling.advertising
                chosen=purpose.word
                on_choose=move |word| purpose.word.set(word)
                options=Signal::derive(options)
            />
            <Show when=move || purpose.word.with(|word| word == TEAMS)>
                <CheckList
                    name="advertising-teams"
                    label=move || t().settings.dialling.which_teams
                    chosen=purpose.teams
                    on_choose=move |chosen| purpose.teams.set(chosen)
                    options=Signal::derive(move || teams.get_value())
                    error=errors.at(Field::Team)
                    hint=hint
                />
            </Show>
            <p class="field__hint">{hours}</p>
        </div>
    }
}
