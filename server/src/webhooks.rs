//! What telephone providers ask and tell our server. They hold no session: each file says how its provider is known.

pub(crate) mod stringee;
