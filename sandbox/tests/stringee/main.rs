//! Stringee's REST interface over HTTP: who may ask, what is answered, what the customer's server is told.

mod hooks;
mod rest;
mod world;
