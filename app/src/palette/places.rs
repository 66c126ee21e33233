//! The pages one can go to and the things one can do, by role.

use super::acts::Act;
use super::lines::{Group, Line, line, may};
use crate::components::Glyph;
use crate::routes::{CentrePage, Route};
use crate::surroundings::viewer;
use crate::texts::{self, Texts, t};
use domain::access::Action as Deed;
use domain::custom::Entity;
use domain::names;
use domain::staff::{Language, Theme};
use domain::telephone::Provider;
use leptos::prelude::*;

/// Letters below which a text is rather the beginning of somebody's name than that of a page.
const BEGINNING: usize = 3;

/// A page or a thing to do.
struct Place {
    icon: Glyph,
    label: fn(&Texts) -> &'static str,
    act: Act,
    /// What one must be allowed to.
    deed: Option<Deed>,
}

impl Place {
    fn page(icon: Glyph, label: fn(&Texts) -> &'static str, route: Route, deed: impl Into<Option<Deed>>) -> Self {
        Self { icon, label, act: Act::Go(route.href()), deed: deed.into() }
    }

    fn act(icon: Glyph, label: fn(&Texts) -> &'static str, act: Act) -> Self {
        Self { icon, label, act, deed: None }
    }

    /// Whether each word begins a word of its label, in one of our languages.
    fn fits(&self, words: &[String]) -> bool {
        [Language::Vi, Language::En].into_iter().any(|language| {
            let label = names::words((self.label)(texts::of(language)));
            words.iter().all(|word| label.iter().any(|of| of.starts_with(word.as_str())))
        })
    }

    fn line(self) -> Line {
        line(self.icon, (self.label)(t()), self.act)
    }
}

/// Things to do that fit the words.
pub(super) fn actions(words: &[String]) -> Vec<Line> {
    lines([new_things(), appearance()].into_iter().flatten(), words)
}

/// Pages that fit the words.
pub(super) fn pages(words: &[String]) -> Vec<Line> {
    lines([daily_pages(), pages_of_admins(), pages_of_centre()].into_iter().flatten(), words)
}

/// Things to do and pages that a text fits, under their headings.
pub(super) fn fitting(text: &str) -> Vec<Group> {
    let words = names::words(text);
    if words.is_empty() {
        return Vec::new();
    }
    let group = |title, lines| Group { title, lines };
    vec![group(t().palette.actions, actions(&words)), group(t().palette.pages, pages(&words))]
}

/// Whether a label in the viewer's language begins with this text.
pub(super) fn begins(text: &str) -> bool {
    let typed = names::fold(text);
    let words = names::words(text);
    let begins = |line: &Line| names::fold(&line.name).starts_with(&typed);
    typed.chars().count() >= BEGINNING && actions(&words).iter().chain(&pages(&words)).any(begins)
}

fn lines(places: impl Iterator<Item = Place>, words: &[String]) -> Vec<Line> {
    let allowed = |place: &Place| place.deed.is_none_or(may);
    places.filter(|place| allowed(place) && place.fits(words)).map(Place::line).collect()
}

fn new_things() -> Vec<Place> {
    vec![
        Place::page(
            icondata_lu::LuUserPlus,
            |t| t.palette.new_customer,
            Route::NewCustomer { number: None, call: None },
            Deed::CreateCustomers,
        ),
        Place::page(icondata_lu::LuBuilding2, |t| t.palette.new_company, Route::NewCompany, Deed::CreateCompanies),
        Place::page(
            icondata_lu::LuHandshake,
            |t| t.palette.new_deal,
            Route::NewDeal { customer: None, company: None },
            Deed::CreateDeals,
        ),
        Place::page(icondata_lu::LuListPlus, |t| t.palette.new_task, Route::NewTask, Deed::WrapUp),
        Place::page(icondata_lu::LuFileUp, |t| t.imports.title, Route::Imports, Deed::ImportCustomers),
    ]
}

fn appearance() -> Vec<Place> {
    // What is chosen already needs no line.
    let theme = |theme: Theme, icon: Glyph, label: fn(&Texts) -> &'static str| {
        (viewer().theme.get() != theme).then(|| Place::act(icon, label, Act::Theme(theme)))
    };
    let themes = [
        theme(Theme::Light, icondata_lu::LuSun, |t| t.palette.to_light),
        theme(Theme::Dark, icondata_lu::LuMoon, |t| t.palette.to_dark),
        theme(Theme::System, icondata_lu::LuMonitor, |t| t.palette.to_system),
    ];
    let others = [
        Place::act(icondata_lu::LuLanguages, |t| t.palette.to_other_language, Act::Language),
        Place::act(icondata_lu::LuKeyboard, |t| t.frame.shortcuts, Act::Keys),
        Place::act(icondata_lu::LuLogOut, |t| t.frame.sign_out, Act::SignOut),
    ];
    themes.into_iter().flatten().chain(others).collect()
}

fn daily_pages() -> Vec<Place> {
    vec![
        Place::page(icondata_lu::LuUsers, |t| t.frame.customers, Route::Customers, Deed::SeeCustomers),
        Place::page(icondata_lu::LuBuilding2, |t| t.companies.title, Route::Companies, Deed::SeeCompanies),
        Place::page(icondata_lu::LuHandshake, |t| t.deals.title, Route::Deals, Deed::SeeDeals),
        Place::page(icondata_lu::LuSun, |t| t.day.title, Route::Day, None),
        Place::page(icondata_lu::LuBell, |t| t.notices.title, Route::Notices, None),
        Place::page(icondata_lu::LuListChecks, |t| t.tasks.title, Route::Tasks { done: false }, None),
        Place::page(icondata_lu::LuPhone, |t| t.frame.calls, Route::Calls, None),
        Place::page(icondata_lu::LuPhoneMissed, |t| t.missed.title, Route::Missed, Deed::WorkMissedCalls),
        Place::page(icondata_lu::LuRadio, |t| t.floor.title, Route::Floor, Deed::SeeFloor),
        Place::page(icondata_lu::LuChartColumn, |t| t.dashboard.title, Route::Dashboard, Deed::SeeDashboard),
        Place::page(icondata_lu::LuCopy, |t| t.duplicates.title, Route::Duplicates, Deed::SeeCustomers),
        Place::page(icondata_lu::LuUser, |t| t.frame.profile, Route::Profile, None),
    ]
}

fn pages_of_admins() -> Vec<Place> {
    let account = Route::TelephoneSettings(Provider::ThreeC);
    let fields = Route::CustomFields(Entity::Customer);
    vec![
        Place::page(icondata_lu::LuUserCog, |t| t.frame.staff, Route::Staff, Deed::ManageStaff),
        Place::page(icondata_lu::LuUsersRound, |t| t.teams.title, Route::Teams, Deed::ManageTeams),
        Place::page(icondata_lu::LuShieldCheck, |t| t.rights.title, Route::Rights, Deed::ManageStaff),
        Place::page(icondata_lu::LuScrollText, |t| t.audit.title, Route::Audit, Deed::SeeAudit),
        Place::page(icondata_lu::LuTags, |t| t.wrap_up.title, Route::Dispositions, Deed::ManageDispositions),
        Place::page(icondata_lu::LuKanban, |t| t.pipelines.title, Route::Pipelines, Deed::ManagePipelines),
        Place::page(icondata_lu::LuShuffle, |t| t.assignment.title, Route::Assignment, Deed::ManageAssignment),
        Place::page(icondata_lu::LuListPlus, |t| t.custom.title, fields, Deed::ManageFields),
        Place::page(icondata_lu::LuHeadset, |t| t.frame.telephone, account, Deed::ManageTelephone),
        Place::page(icondata_lu::LuShield, |t| t.settings.dialling.title, Route::DialPolicy, Deed::ManageTelephone),
    ]
}

fn pages_of_centre() -> Vec<Place> {
    let page = |icon: Glyph, label: fn(&Texts) -> &'static str, page: CentrePage| {
        Place::page(icon, label, Route::Centre(page), Deed::RunCentre)
    };
    vec![
        page(icondata_lu::LuWorkflow, |t| t.centre.title, CentrePage::Overview),
        page(icondata_lu::LuHash, |t| t.centre.hotlines, CentrePage::Hotlines),
        page(icondata_lu::LuListTree, |t| t.centre.menus, CentrePage::Menus),
        page(icondata_lu::LuListOrdered, |t| t.centre.queues, CentrePage::Queues),
        page(icondata_lu::LuUsersRound, |t| t.centre.groups, CentrePage::Groups),
        page(icondata_lu::LuHeadset, |t| t.centre.agents, CentrePage::Agents),
        page(icondata_lu::LuVolume2, |t| t.centre.sounds, CentrePage::Sounds),
        page(icondata_lu::LuBan, |t| t.centre.blocked, CentrePage::Blocked),
        page(icondata_lu::LuPhoneCall, |t| t.centre.trial, CentrePage::Trial),
        page(icondata_lu::LuHistory, |t| t.centre.publish.versions, CentrePage::Versions),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Deed, Place, Route};

    #[test]
    fn a_page_is_found_by_the_beginnings_of_its_words_in_either_language() {
        let page = Place::page(icondata_lu::LuUsers, |t| t.frame.customers, Route::Customers, Deed::SeeCustomers);
        let fits = |text: &str| page.fits(&domain::names::words(text));
        for text in ["khách", "hang kh", "KHÁCH HÀNG", "cust"] {
            assert!(fits(text), "{text}");
        }
        for text in ["ách", "khách vip", "hangs"] {
            assert!(!fits(text), "{text}");
        }
    }
}
