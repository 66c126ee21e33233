//! What things are: the words and rules of a telephone CRM, pure and without surroundings.
//!
//! Nothing here reads a clock, draws a random number, touches a network or a database: times, ids and
//! facts are arguments. The same code runs in the browser and on the server.

pub mod access;
pub mod assignment;
pub mod audit;
pub mod bulk;
pub mod calls;
pub mod cells;
pub mod centre;
pub mod companies;
pub mod contact;
pub mod custom;
pub mod customers;
pub mod dashboard;
pub mod day;
pub mod deals;
pub mod deliveries;
pub mod dial_policy;
pub mod directory;
pub mod duplicates;
pub mod fields;
pub mod filters;
pub mod floor;
pub mod handover;
pub mod ids;
pub mod imports;
pub mod lists;
pub mod live;
pub mod missed;
pub mod names;
pub mod notes;
pub mod notices;
pub mod numbers;
pub mod outbox;
pub mod paging;
pub mod palette;
pub mod phone;
pub mod pipelines;
pub mod problem;
pub mod reach;
pub mod rights;
pub mod routing;
pub mod staff;
pub mod stringee;
pub mod tags;
pub mod tasks;
pub mod teams;
pub mod telephone;
pub mod threec;
pub mod times;
pub mod veil;
pub mod views;
pub mod voice;
pub mod wrap_up;
