//! Where the provider asks and tells us about calls.

use super::Reader;
use crate::centre::{CallSettings, Centre, Part, Ref};
use crate::fields::FieldError;
use serde::{Deserialize, Serialize};

/// The addresses that the provider calls about every call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSettingsForm {
    /// Asked who calls; empty for nobody.
    pub customer: String,
    /// How long the answer to that is waited for, in milliseconds.
    pub customer_wait_ms: String,
    /// Told what happens to calls; empty for nobody.
    pub events: String,
    /// Asked whether a call out may be made; empty for nobody.
    pub callout: String,
}

impl From<&CallSettings> for CallSettingsForm {
    fn from(settings: &CallSettings) -> Self {
        Self {
            customer: settings.customer.clone().unwrap_or_default(),
            customer_wait_ms: settings.customer_wait_ms.to_string(),
            events: settings.events.clone().unwrap_or_default(),
            callout: settings.callout.clone().unwrap_or_default(),
        }
    }
}

impl CallSettingsForm {
    /// Puts them into a draft.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let settings = CallSettings {
            customer: reader.address(&self.customer, Part::CustomerAddress),
            customer_wait_ms: reader.whole(&self.customer_wait_ms, Part::CustomerWait, 100..=10_000),
            events: reader.address(&self.events, Part::EventsAddress),
            callout: reader.address(&self.callout, Part::CalloutAddress),
        };
        centre.put(reader.done(settings)?);
        Ok(Ref::Settings)
    }
}
