//! 3C by MobiFone: its words, and what they mean in ours.
//!
//! Pure: the frame that holds the provider's scripts calls these and carries out what they say. Source: the
//! official "Giải pháp tích hợp luồng voice" and what deployed builds of its scripts do.

mod callbacks;
mod history;
mod numbers;
mod orders;
mod problems;
mod sign_in;

pub use callbacks::{CALLBACKS, VoiceSnapshot, callback};
pub use history::{HISTORY_DAYS, HISTORY_KEPT_DAYS, HISTORY_PAGE, history_page};
pub use numbers::{NotDialable, dialable};
pub use orders::{FUNCTIONS, Functions, Invocation, device_code, lacks, order};
pub use problems::{call_failure, login_answer, login_problem, transfer_failure};
pub use sign_in::{TOKEN_LIFE, TokenPayload, token_payload};

/// Where the provider's service is unless the admin says otherwise.
pub const DEFAULT_SERVICE: &str = "https://3c-capi.mobifone.vn";

/// Where the scripts are, below the service address.
pub const SCRIPTS_PATH: &str = "/js/embed/";

/// The provider's scripts, in the order in which they must be loaded.
pub const SCRIPTS: [&str; 6] =
    ["jquery.min.js", "jssip-3.2.10.js", "init-3.0.7.js", "web.push.js", "cs_const.js", "cs_voice.js"];
