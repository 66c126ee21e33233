//! Companies: where customers work, and what they are called there.

use crate::custom::{self, CustomField, Entries, Values};
use crate::customers::{self, Phone, PhoneDraft, PhoneForm};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{CompanyId, StaffId};
use crate::names;
use crate::phone::Number;
use crate::staff::{self, StaffRef};
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// The longest name of a company, in characters.
pub const COMPANY_NAME_MAX: usize = 200;

/// A company named in another record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CompanyRef {
    /// Which.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// A company, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Which.
    pub id: CompanyId,
    /// Grows with every save; a save must name the one it started from.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Its number at the tax office.
    pub tax_code: Option<String>,
    /// The address of its own pages, with `https://` or `http://`.
    pub website: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What everybody should know.
    pub note: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// Telephone numbers, primary first.
    pub phones: Vec<Phone>,
    /// What the installation's own fields say.
    #[serde(default)]
    pub custom: Values,
    /// When the record was made.
    pub created_at: Millis,
    /// When it was last saved.
    pub updated_at: Millis,
    /// Last call, note or save of the company itself.
    pub last_activity_at: Millis,
}

impl Company {
    /// As other records name it.
    pub fn named(&self) -> CompanyRef {
        CompanyRef { id: self.id.clone(), name: self.name.clone() }
    }
}

/// A line of the list of companies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyRow {
    /// Which.
    pub id: CompanyId,
    /// Grows with every save; a change in the list must name the one it started from.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The primary number.
    pub phone: Option<Number>,
    /// Whether the primary number must not be called.
    pub do_not_call: bool,
    /// How many customers work there.
    pub people: u32,
    /// Email address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The names of the tags, as they are read.
    pub tags: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// When the record was made.
    pub created_at: Millis,
    /// Last call, note or save of the company itself.
    pub last_activity_at: Millis,
    /// What the installation's own fields say.
    #[serde(default)]
    pub custom: Values,
}

impl CompanyRow {
    /// The line once the company was saved; neither tags nor people are part of a save.
    #[must_use]
    pub fn renewed(&self, saved: &Company) -> Self {
        let phone = saved.phones.iter().find(|phone| phone.primary);
        Self {
            id: saved.id.clone(),
            version: saved.version,
            name: saved.name.clone(),
            phone: phone.map(|phone| phone.number.clone()),
            do_not_call: phone.is_some_and(|phone| phone.do_not_call),
            people: self.people,
            email: saved.email.clone(),
            address: saved.address.clone(),
            tags: self.tags.clone(),
            owner: saved.owner.clone(),
            created_at: saved.created_at,
            last_activity_at: saved.last_activity_at,
            custom: saved.custom.clone(),
        }
    }
}

/// What a member fills in for a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyForm {
    /// Its name.
    pub name: String,
    /// Its number at the tax office.
    pub tax_code: String,
    /// Its own pages.
    pub website: String,
    /// Email address.
    pub email: String,
    /// Postal address.
    pub address: String,
    /// What everybody should know.
    pub note: String,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// Telephone numbers; rows left empty are dropped.
    pub phones: Vec<PhoneForm>,
    /// What is typed and chosen in the installation's own fields.
    #[serde(default)]
    pub custom: Entries,
}

impl From<&Company> for CompanyForm {
    fn from(company: &Company) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            name: company.name.clone(),
            tax_code: text(&company.tax_code),
            website: text(&company.website),
            email: text(&company.email),
            address: text(&company.address),
            note: text(&company.note),
            owner: company.owner.as_ref().map(|owner| owner.id.clone()),
            phones: company.phones.iter().map(PhoneForm::from).collect(),
            custom: Entries::from(&company.custom),
        }
    }
}

/// A company's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyDraft {
    /// Its name, tidied.
    pub name: String,
    /// Ten digits, perhaps a dash and three more.
    pub tax_code: Option<String>,
    /// With `https://` or `http://`.
    pub website: Option<String>,
    /// Email in lower case.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What everybody should know.
    pub note: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// Telephone numbers, the primary one marked.
    pub phones: Vec<PhoneDraft>,
    /// What the installation's own fields say.
    pub custom: Values,
}

impl CompanyForm {
    /// Checks every field at once, those of the installation too.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self, fields: &[CustomField]) -> Result<CompanyDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let draft = CompanyDraft {
            name: staff::name(&self.name, &mut errors),
            tax_code: tax_code(&self.tax_code, &mut errors),
            website: website(&self.website, &mut errors),
            email: fields::email(&self.email, &mut errors),
            address: fields::optional(&self.address, Field::Address, 500, &mut errors),
            note: fields::optional(&self.note, Field::Note, 2_000, &mut errors),
            owner: self.owner.clone(),
            phones: customers::parse_phones(&self.phones, &mut errors),
            custom: custom::read(fields, &self.custom, &mut errors),
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

/// What a company named at a customer is found by: the same for the same name however it is spaced and capitalised.
/// Accents count: "Hòa" and "Hoa" are two companies.
pub fn key(name: &str) -> String {
    names::lower_accented(name)
}

/// Ten digits, and three more after a dash for a branch; spaces and dots between them are dropped.
fn tax_code(text: &str, errors: &mut Vec<FieldError>) -> Option<String> {
    let text = fields::optional(text, Field::TaxCode, 40, errors)?;
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let plain: String = digits.chars().filter(|c| *c != '-').collect();
    let dashed = digits.find('-').is_none_or(|at| at == 10) && digits.matches('-').count() <= 1;
    let whole = plain.chars().all(|c| c.is_ascii_digit()) && matches!(plain.len(), 10 | 13);
    if !whole || !dashed {
        errors.push(FieldError::new(Field::TaxCode, FieldProblem::NotATaxCode));
        return Some(text);
    }
    let (head, branch) = plain.split_at(10);
    Some(if branch.is_empty() { head.to_owned() } else { format!("{head}-{branch}") })
}

/// An address with its scheme; without one it is https.
fn website(text: &str, errors: &mut Vec<FieldError>) -> Option<String> {
    let text = fields::optional(text, Field::Website, 300, errors)?;
    let website = with_scheme(&text);
    if !is_website(&website) {
        errors.push(FieldError::new(Field::Website, FieldProblem::NotAWebsite));
    }
    Some(website)
}

/// An address of a page with its scheme; without one it is https.
pub(crate) fn with_scheme(text: &str) -> String {
    let lower = text.to_lowercase();
    let has = lower.starts_with("https://") || lower.starts_with("http://");
    if has { text.to_owned() } else { format!("https://{text}") }
}

/// After the scheme a host with a dot in it, and nothing that no address has.
pub(crate) fn is_website(address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}
