//! Small charts of our own: a chart library would weigh more in the browser than all the pages together, and none draws
//! without inline styles, which the pages forbid.
//!
//! Drawn are only shapes, in a square of 100 by 100 that is stretched to its place; every word stands beside them as
//! text, so that it stays readable on a telephone. Colours are told apart by colour-blind people and never alone: there
//! is a word, a dash or a place for each. Behind every chart is a table with the same numbers.

mod bars;
mod frame;
mod heat;
mod lines;
mod plot;
mod ranks;
mod scale;

pub use bars::{Bar, Bars};
pub use frame::Chart;
pub use heat::Heat;
pub use lines::{Line, Lines};
pub use plot::{Hue, Legend};
pub use ranks::{Part, RankBar};
pub use scale::{Scale, number};
