//! What an admin is told about 3C.

/// How people call the provider.
pub(super) const NAME: &str = "3C (MobiFone)";
/// Where its service usually is.
pub(super) const USUAL_ADDRESS: &str = "https://3c-capi.mobifone.vn";
/// What a domain looks like.
pub(super) const DOMAIN_EXAMPLE: &str = "congty.3c.vn";
