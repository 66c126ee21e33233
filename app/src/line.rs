//! The line: signs of life of a tab with the telephone.

pub(crate) mod api;
