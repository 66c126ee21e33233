//! What a column is, guessed from its head and, where that says nothing, from what stands below it.

use crate::custom::CustomField;
use crate::ids::CustomFieldId;
use crate::{names, phone};
use serde::{Deserialize, Serialize};

/// What a column of a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Nothing we keep.
    #[default]
    Ignore,
    /// The full name.
    Name,
    /// The part of the name that comes first in Vietnamese.
    FamilyName,
    /// The part that people are addressed by.
    GivenName,
    /// A telephone number, or several.
    Phone,
    /// The email address.
    Email,
    /// The company's name.
    Company,
    /// The postal address, or a part of it.
    Address,
    /// What everybody should know.
    Note,
    /// Who is responsible: a member's name or email address.
    Owner,
    /// A custom field of customers.
    Custom(CustomFieldId),
}

/// Before the id of a custom field in a form's word.
const CUSTOM: &str = "custom:";

impl Target {
    /// Every target that all installations have.
    pub const ALL: [Self; 10] = [
        Self::Ignore,
        Self::Name,
        Self::FamilyName,
        Self::GivenName,
        Self::Phone,
        Self::Email,
        Self::Company,
        Self::Address,
        Self::Note,
        Self::Owner,
    ];

    /// The word of a form.
    pub fn word(&self) -> String {
        let word = match self {
            Self::Ignore => "",
            Self::Name => "name",
            Self::FamilyName => "family_name",
            Self::GivenName => "given_name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Company => "company",
            Self::Address => "address",
            Self::Note => "note",
            Self::Owner => "owner",
            Self::Custom(id) => return format!("{CUSTOM}{id}"),
        };
        word.to_owned()
    }

    /// The target of a form's word; [`Target::Ignore`] for any other text.
    pub fn of_word(word: &str) -> Self {
        let custom = word.strip_prefix(CUSTOM).map(|id| Self::Custom(CustomFieldId::new(id)));
        custom.or_else(|| Self::ALL.into_iter().find(|target| target.word() == word)).unwrap_or_default()
    }

    /// Whether a file may have it in several columns: numbers add up, addresses and notes are put together.
    pub fn may_repeat(&self) -> bool {
        matches!(self, Self::Ignore | Self::Phone | Self::Address | Self::Note)
    }
}

/// Words of heads, without accents, in the order in which they are tried: a head that holds the words of one of these
/// phrases is that target. "Địa chỉ email" is an email address, "Điện thoại công ty" a number.
const PHRASES: [(Target, &[&str]); 6] = [
    (Target::Email, &["email", "e mail", "mail", "thu dien tu"]),
    (
        Target::Owner,
        &[
            "phu trach",
            "nhan vien",
            "nguoi quan ly",
            "tu van vien",
            "owner",
            "assigned",
            "sale",
            "sales",
            "salesperson",
        ],
    ),
    (
        Target::Phone,
        &[
            "dien thoai",
            "sdt",
            "so dt",
            "dt",
            "dtdd",
            "di dong",
            "may ban",
            "hotline",
            "zalo",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "cell",
        ],
    ),
    (
        Target::Company,
        &["cong ty", "cty", "doanh nghiep", "to chuc", "co quan", "don vi", "company", "organization", "organisation"],
    ),
    (
        Target::Address,
        &[
            "dia chi",
            "tinh",
            "thanh pho",
            "quan",
            "huyen",
            "phuong",
            "xa",
            "address",
            "street",
            "city",
            "district",
            "province",
            "ward",
        ],
    ),
    (
        Target::Note,
        &["ghi chu", "luu y", "mo ta", "note", "notes", "remark", "remarks", "comment", "comments", "description"],
    ),
];

/// Heads that are just this: in these, other words would mean something else ("Mã khách hàng", "Nguồn khách hàng").
const WHOLE: [(Target, &[&str]); 3] = [
    (
        Target::FamilyName,
        &["ho", "ho dem", "ho va dem", "ho lot", "ho va ten dem", "last name", "lastname", "surname", "family name"],
    ),
    (Target::GivenName, &["first name", "firstname", "given name", "ten goi"]),
    (
        Target::Name,
        &[
            "ho ten",
            "ho va ten",
            "ho ten khach hang",
            "ho va ten khach hang",
            "ten khach hang",
            "ten kh",
            "ten khach",
            "khach hang",
            "ten day du",
            "ten",
            "nguoi lien he",
            "ten nguoi lien he",
            "name",
            "full name",
            "fullname",
            "customer",
            "customer name",
            "contact",
            "contact name",
            "client",
            "client name",
        ],
    ),
];

/// Words that make a head something else, whatever else it says.
const OTHERWISE: [&str; 8] = ["ma", "id", "code", "ngay", "date", "loai", "trang thai", "status"];

/// What each column is, as far as heads and the first rows tell. A head that is called like a custom field is that field.
pub fn guess(heads: &[String], sample: &[Vec<String>], fields: &[CustomField]) -> Vec<Target> {
    let guessed = |head: &String| of_field(head, fields).unwrap_or_else(|| of_head(head));
    let mut targets: Vec<Target> = heads.iter().map(guessed).collect();
    for target in [Target::Phone, Target::Email] {
        if !targets.contains(&target) {
            let by_content = |at: &usize| targets.get(*at) == Some(&Target::Ignore) && holds(sample, *at, &target);
            if let Some(found) = (0..targets.len()).find(by_content) {
                targets[found] = target;
            }
        }
    }
    if targets.contains(&Target::FamilyName) {
        // Beside a family name, "Tên" is the other part.
        targets.iter_mut().filter(|target| **target == Target::Name).for_each(|target| *target = Target::GivenName);
    }
    once(&mut targets);
    targets
}

/// Whether a first row is a row like the others, and not the names of the columns.
pub fn looks_like_data(row: &[String]) -> bool {
    row.iter().any(|cell| is_number(cell) || is_email(cell))
}

fn of_field(head: &str, fields: &[CustomField]) -> Option<Target> {
    let found = fields.iter().find(|field| names::words(&field.name) == names::words(head));
    found.map(|field| Target::Custom(field.id.clone()))
}

fn of_head(head: &str) -> Target {
    let words = names::words(head).join(" ");
    let has = |phrase: &&str| format!(" {words} ").contains(&format!(" {phrase} "));
    let without_digits = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if let Some((target, _)) = WHOLE.iter().find(|(_, heads)| heads.contains(&without_digits)) {
        return target.clone();
    }
    if OTHERWISE.iter().any(has) {
        return Target::Ignore;
    }
    let spaced = split_digits(&words);
    let says = |phrase: &&str| format!(" {spaced} ").contains(&format!(" {phrase} "));
    PHRASES.iter().find(|(_, phrases)| phrases.iter().any(says)).map_or(Target::Ignore, |(target, _)| target.clone())
}

/// "sdt2" reads as "sdt 2".
fn split_digits(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    for c in words.chars() {
        if c.is_ascii_digit() && out.chars().next_back().is_some_and(char::is_alphabetic) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// What a file has once keeps its first column.
fn once(targets: &mut [Target]) {
    for at in 1..targets.len() {
        let (before, from) = targets.split_at_mut(at);
        if let Some(target) = from.first_mut().filter(|target| !target.may_repeat() && before.contains(target)) {
            *target = Target::Ignore;
        }
    }
}

/// Whether nearly everything in a column is a number or an address.
fn holds(sample: &[Vec<String>], column: usize, target: &Target) -> bool {
    let cells: Vec<&String> =
        sample.iter().filter_map(|row| row.get(column)).filter(|c| !c.trim().is_empty()).collect();
    let is = if *target == Target::Email { is_email } else { is_number };
    !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 5 >= cells.len() * 4
}

fn is_email(cell: &str) -> bool {
    cell.trim().split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// A whole subscriber's number; a short run of digits may be anything.
fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let written = cell.trim().chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
    written && (9..=12).contains(&digits) && phone::parse(cell).is_ok_and(|parsed| !parsed.number.is_short())
}
