//! What is filled in for the account, while it is being filled in.

use crate::components::form::FieldErrors;
use domain::stringee::{AccountForm, AccountSettings, CALL_API, CONTACT_CENTRE_API, Hook};
use domain::telephone::HotlineSettings;
use leptos::prelude::*;

/// The form of the account. Its secrets begin empty: they are never sent to a page.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    pub(super) key_sid: RwSignal<String>,
    pub(super) key_secret: RwSignal<String>,
    pub(super) project_id: RwSignal<String>,
    pub(super) call_api: RwSignal<String>,
    pub(super) contact_centre_api: RwSignal<String>,
    pub(super) servers: RwSignal<String>,
    pub(super) signing_secret: RwSignal<String>,
    /// The words of the addresses at which an unsigned question is refused.
    pub(super) signed: RwSignal<Vec<String>>,
    pub(super) answer_timeout: RwSignal<String>,
    pub(super) keep_recordings: RwSignal<bool>,
    pub(super) hotlines: Rows,
    pub(super) errors: FieldErrors,
}

impl Filled {
    /// With what is stored; addresses that are the usual ones stay empty.
    pub(super) fn from(account: &AccountSettings) -> Self {
        let unusual = |address: &str, usual: &str| if address == usual { String::new() } else { address.to_owned() };
        let project = Some(account.project_id).filter(|id| *id != 0).map(|id| id.to_string());
        Self {
            key_sid: RwSignal::new(account.key_sid.clone()),
            key_secret: RwSignal::new(String::new()),
            project_id: RwSignal::new(project.unwrap_or_default()),
            call_api: RwSignal::new(unusual(&account.call_api, CALL_API)),
            contact_centre_api: RwSignal::new(unusual(&account.contact_centre_api, CONTACT_CENTRE_API)),
            servers: RwSignal::new(account.servers.join("\n")),
            signing_secret: RwSignal::new(String::new()),
            signed: RwSignal::new(account.signed.iter().map(|hook| hook.as_str().to_owned()).collect()),
            answer_timeout: RwSignal::new(account.answer_timeout.to_string()),
            keep_recordings: RwSignal::new(account.keep_recordings),
            hotlines: Rows::of(&account.hotlines),
            errors: FieldErrors::new(),
        }
    }

    /// As it is sent.
    pub(super) fn form(self) -> AccountForm {
        AccountForm {
            key_sid: self.key_sid.get_untracked(),
            key_secret: self.key_secret.get_untracked(),
            project_id: self.project_id.get_untracked(),
            call_api: self.call_api.get_untracked(),
            contact_centre_api: self.contact_centre_api.get_untracked(),
            servers: self.servers.get_untracked(),
            signing_secret: self.signing_secret.get_untracked(),
            signed: self
                .signed
                .with_untracked(|words| words.iter().filter_map(|word| Hook::from_stored(word)).collect()),
            answer_timeout: self.answer_timeout.get_untracked(),
            keep_recordings: self.keep_recordings.get_untracked(),
            hotlines: self.hotlines.filled(),
        }
    }
}

/// One of our numbers, while it is being filled in.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// Tells the rows apart, wherever they move.
    pub(super) key: usize,
    pub(super) number: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) can_call_out: RwSignal<bool>,
    pub(super) record: RwSignal<bool>,
}

impl Row {
    fn of(key: usize, hotline: &HotlineSettings) -> Self {
        Self {
            key,
            number: RwSignal::new(hotline.number.clone()),
            name: RwSignal::new(hotline.name.clone()),
            can_call_out: RwSignal::new(hotline.can_call_out),
            record: RwSignal::new(hotline.record),
        }
    }

    fn filled(self) -> HotlineSettings {
        HotlineSettings {
            number: self.number.get_untracked(),
            name: self.name.get_untracked(),
            can_call_out: self.can_call_out.get_untracked(),
            record: self.record.get_untracked(),
        }
    }
}

/// Our numbers, in their order.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    rows: RwSignal<Vec<Row>>,
    next: StoredValue<usize>,
}

impl Rows {
    fn of(hotlines: &[HotlineSettings]) -> Self {
        let rows = hotlines.iter().enumerate().map(|(key, hotline)| Row::of(key, hotline)).collect();
        Self { rows: RwSignal::new(rows), next: StoredValue::new(hotlines.len()) }
    }

    /// The rows now.
    pub(super) fn get(self) -> Vec<Row> {
        self.rows.get()
    }

    /// Where a row stands, from 0.
    pub(super) fn place(self, key: usize) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.key == key)).unwrap_or_default()
    }

    /// One more, that may be called out from.
    pub(super) fn add(self) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let empty = HotlineSettings { number: String::new(), name: String::new(), can_call_out: true, record: false };
        self.rows.update(|rows| rows.push(Row::of(key, &empty)));
    }

    /// One less.
    pub(super) fn remove(self, key: usize) {
        self.rows.update(|rows| rows.retain(|row| row.key != key));
    }

    /// To the front: the number that is called out from unless a member chooses another.
    pub(super) fn to_front(self, key: usize) {
        let place = self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key));
        self.rows.update(|rows| {
            if let Some(place) = place {
                rows[..=place].rotate_right(1);
            }
        });
    }

    fn filled(self) -> Vec<HotlineSettings> {
        self.rows.with_untracked(|rows| rows.iter().map(|row| row.filled()).collect())
    }
}
