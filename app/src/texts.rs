//! Every text a person reads, in Vietnamese and English: a missing one does not compile.
//!
//! One file a feature, each with a struct of its texts and the two constants that fill it.

pub mod assignment;
pub mod audit;
pub mod calls;
pub mod centre;
pub mod companies;
pub mod custom;
pub mod customers;
pub mod dashboard;
pub mod day;
pub mod deals;
pub mod dial_policy;
pub mod duplicates;
pub mod export;
pub mod floor;
pub mod frame;
pub mod handover;
pub mod imports;
pub mod log;
pub mod missed;
pub mod notices;
pub mod numbers;
pub mod palette;
pub mod pipelines;
pub mod problems;
pub mod profile;
pub mod records;
pub mod rights;
pub mod routing;
pub mod settings;
pub mod sign_in;
pub mod softphone;
pub mod staff;
pub mod tags;
pub mod tasks;
pub mod teams;
pub mod times;
pub mod wrap_up;
pub mod written;

use crate::surroundings::viewer;
use domain::staff::Language;
use leptos::prelude::Get;

/// What the product is called, in every language.
pub const PRODUCT: &str = "Alo";

/// All texts of one language.
pub struct Texts {
    /// Navigation, buttons and words used on every page.
    pub frame: frame::Texts,
    /// Signing in.
    pub sign_in: sign_in::Texts,
    /// Who becomes responsible for new customers.
    pub assignment: assignment::Texts,
    /// What members hand over.
    pub handover: handover::Texts,
    /// Customers, phones, notes.
    pub customers: customers::Texts,
    /// Fields that the installation defines.
    pub custom: custom::Texts,
    /// Where customers work.
    pub companies: companies::Texts,
    /// What somebody may buy.
    pub deals: deals::Texts,
    /// The stages of deals.
    pub pipelines: pipelines::Texts,
    /// Words on records.
    pub tags: tags::Texts,
    /// The log.
    pub calls: calls::Texts,
    /// The contact centre.
    pub centre: centre::Texts,
    /// Why a number may not be called now.
    pub dial_policy: dial_policy::Texts,
    /// Customers who may be one person.
    pub duplicates: duplicates::Texts,
    /// The live floor.
    pub floor: floor::Texts,
    /// Bringing customers in from a file.
    pub imports: imports::Texts,
    /// How a file of text is written.
    pub written: written::Texts,
    /// The log's filters, views and columns.
    pub log: log::Texts,
    /// Filters of lists, and changes of many records.
    pub records: records::Texts,
    /// The figures.
    pub dashboard: dashboard::Texts,
    /// One's own day.
    pub day: day::Texts,
    /// The missed-call inbox.
    pub missed: missed::Texts,
    /// What members are told of one another.
    pub notices: notices::Texts,
    /// The command palette.
    pub palette: palette::Texts,
    /// Members and roles.
    pub staff: staff::Texts,
    /// Teams and who leads them.
    pub teams: teams::Texts,
    /// What roles may do to records.
    pub rights: rights::Texts,
    /// Masked telephone numbers.
    pub numbers: numbers::Texts,
    /// Who changed what.
    pub audit: audit::Texts,
    /// Whom waiting callers are given to.
    pub routing: routing::Texts,
    /// The telephone account.
    pub settings: settings::Texts,
    /// One's own profile.
    pub profile: profile::Texts,
    /// The dock.
    pub softphone: softphone::Texts,
    /// What is to be done by when.
    pub tasks: tasks::Texts,
    /// What a call came to.
    pub wrap_up: wrap_up::Texts,
    /// What went wrong, and what to do.
    pub problems: problems::Texts,
    /// Times in words.
    pub times: times::Texts,
}

static VI: Texts = Texts {
    frame: frame::VI,
    sign_in: sign_in::VI,
    customers: customers::VI,
    custom: custom::VI,
    companies: companies::VI,
    deals: deals::VI,
    pipelines: pipelines::VI,
    tags: tags::VI,
    calls: calls::VI,
    centre: centre::VI,
    dial_policy: dial_policy::VI,
    duplicates: duplicates::VI,
    floor: floor::VI,
    handover: handover::VI,
    imports: imports::VI,
    written: written::VI,
    log: log::VI,
    records: records::VI,
    dashboard: dashboard::VI,
    day: day::VI,
    missed: missed::VI,
    notices: notices::VI,
    palette: palette::VI,
    staff: staff::VI,
    teams: teams::VI,
    rights: rights::VI,
    assignment: assignment::VI,
    numbers: numbers::VI,
    audit: audit::VI,
    routing: routing::VI,
    settings: settings::VI,
    profile: profile::VI,
    softphone: softphone::VI,
    tasks: tasks::VI,
    wrap_up: wrap_up::VI,
    problems: problems::VI,
    times: times::VI,
};

static EN: Texts = Texts {
    frame: frame::EN,
    sign_in: sign_in::EN,
    customers: customers::EN,
    custom: custom::EN,
    companies: companies::EN,
    deals: deals::EN,
    pipelines: pipelines::EN,
    tags: tags::EN,
    calls: calls::EN,
    centre: centre::EN,
    dial_policy: dial_policy::EN,
    duplicates: duplicates::EN,
    floor: floor::EN,
    handover: handover::EN,
    imports: imports::EN,
    written: written::EN,
    log: log::EN,
    records: records::EN,
    dashboard: dashboard::EN,
    day: day::EN,
    missed: missed::EN,
    notices: notices::EN,
    palette: palette::EN,
    staff: staff::EN,
    teams: teams::EN,
    rights: rights::EN,
    assignment: assignment::EN,
    numbers: numbers::EN,
    audit: audit::EN,
    routing: routing::EN,
    settings: settings::EN,
    profile: profile::EN,
    softphone: softphone::EN,
    tasks: tasks::EN,
    wrap_up: wrap_up::EN,
    problems: problems::EN,
    times: times::EN,
};

/// The texts of a language.
pub fn of(language: Language) -> &'static Texts {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// The texts of the viewer's language; inside a reactive closure they change with it.
pub fn t() -> &'static Texts {
    of(viewer().language.get())
}
