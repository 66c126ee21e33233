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
use std::marker::PhantomData;
use std::ops::Deref;

/// What the product is called, in every language.
pub const PRODUCT: &str = "Alo";

/// What a feature says, in both languages.
pub trait Bilingual: 'static {
    /// In Vietnamese.
    const VI: &'static Self;
    /// In English.
    const EN: &'static Self;
}

/// A feature's texts in one language. Found when they are read: a browser that never opens the feature's pages need
/// not fetch them.
pub struct Of<T> {
    language: Language,
    texts: PhantomData<fn() -> T>,
}

impl<T: Bilingual> Of<T> {
    const fn new(language: Language) -> Self {
        Self { language, texts: PhantomData }
    }
}

impl<T: Bilingual> Deref for Of<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.language {
            Language::Vi => T::VI,
            Language::En => T::EN,
        }
    }
}

macro_rules! features {
    ($($(#[$doc:meta])* $feature:ident,)*) => {
        /// All texts of one language.
        pub struct Texts {
            $($(#[$doc])* pub $feature: Of<$feature::Texts>,)*
        }

        $(impl Bilingual for $feature::Texts {
            const VI: &'static Self = &$feature::VI;
            const EN: &'static Self = &$feature::EN;
        })*

        static VI: Texts = Texts { $($feature: Of::new(Language::Vi),)* };
        static EN: Texts = Texts { $($feature: Of::new(Language::En),)* };
    };
}

features! {
    /// Navigation, buttons and words used on every page.
    frame,
    /// Signing in.
    sign_in,
    /// Who becomes responsible for new customers.
    assignment,
    /// What members hand over.
    handover,
    /// Customers, phones, notes.
    customers,
    /// Fields that the installation defines.
    custom,
    /// Where customers work.
    companies,
    /// What somebody may buy.
    deals,
    /// The stages of deals.
    pipelines,
    /// Words on records.
    tags,
    /// The log.
    calls,
    /// The contact centre.
    centre,
    /// Why a number may not be called now.
    dial_policy,
    /// Customers who may be one person.
    duplicates,
    /// The live floor.
    floor,
    /// Bringing customers in from a file.
    imports,
    /// How a file of text is written.
    written,
    /// The log's filters, views and columns.
    log,
    /// Filters of lists, and changes of many records.
    records,
    /// The figures.
    dashboard,
    /// One's own day.
    day,
    /// The missed-call inbox.
    missed,
    /// What members are told of one another.
    notices,
    /// The command palette.
    palette,
    /// Members and roles.
    staff,
    /// Teams and who leads them.
    teams,
    /// What roles may do to records.
    rights,
    /// Masked telephone numbers.
    numbers,
    /// Who changed what.
    audit,
    /// Whom waiting callers are given to.
    routing,
    /// The telephone account.
    settings,
    /// One's own profile.
    profile,
    /// The dock.
    softphone,
    /// What is to be done by when.
    tasks,
    /// What a call came to.
    wrap_up,
    /// What went wrong, and what to do.
    problems,
    /// Times in words.
    times,
}

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
