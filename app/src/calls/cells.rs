//! The log as plain text: heads of columns and what stands in them, in a language that is given.

use super::words;
use crate::texts::Texts;
use domain::calls::{CallRow, Column, Direction};
use domain::times;

/// The head of a column.
pub fn head(column: Column, texts: &Texts) -> &'static str {
    let (calls, log) = (&texts.calls, &texts.log);
    match column {
        Column::Direction => calls.direction,
        Column::Customer => calls.customer,
        Column::Agent => calls.agent,
        Column::Team => log.team,
        Column::Start => calls.start,
        Column::Ring => calls.ring,
        Column::Talk => calls.talk,
        Column::Hold => calls.hold,
        Column::Outcome => calls.outcome,
        Column::Disposition => log.disposition,
        Column::Hotline => calls.hotline,
        Column::Queue => log.queue,
        Column::Recording => log.recording,
        Column::Matched => calls.matched,
        Column::Note => calls.note,
    }
}

/// The heads of a file with these columns; customer and number stand apart there.
pub fn heads(columns: &[Column], texts: &Texts) -> Vec<String> {
    let heads = |column: &Column| match column {
        Column::Customer => vec![head(*column, texts), texts.log.number],
        _ => vec![head(*column, texts)],
    };
    columns.iter().flat_map(heads).map(str::to_owned).collect()
}

/// A line of a file with these columns.
pub fn cells(call: &CallRow, columns: &[Column], texts: &Texts) -> Vec<String> {
    let cells = |column: &Column| match column {
        Column::Customer => {
            vec![call.matched.customer.as_ref().map(|c| c.name.clone()).unwrap_or_default(), number(call)]
        }
        _ => vec![cell(call, *column, texts)],
    };
    columns.iter().flat_map(cells).collect()
}

/// What stands in one column.
fn cell(call: &CallRow, column: Column, texts: &Texts) -> String {
    let words = &texts.calls.words;
    match column {
        Column::Direction => match call.direction {
            Direction::Inbound => texts.calls.inbound.to_owned(),
            Direction::Outbound => texts.calls.outbound.to_owned(),
        },
        Column::Customer => number(call),
        Column::Agent => call.agent.as_ref().map(|agent| agent.name.clone()).unwrap_or_default(),
        Column::Team => call.team.as_ref().map(|team| team.name.clone()).unwrap_or_default(),
        Column::Start => times::local_naive(call.started_at),
        Column::Ring => span(call.ring_ms),
        Column::Talk => span(call.talk_ms),
        Column::Hold => span(call.hold_ms),
        Column::Outcome => match &call.outcome {
            Some(outcome) => words::outcome_in(words, outcome),
            None => words::phase_in(words, call.phase).to_owned(),
        },
        Column::Disposition => call.disposition.as_ref().map(|one| one.name.clone()).unwrap_or_default(),
        Column::Hotline => call.hotline.clone().unwrap_or_default(),
        Column::Queue => call.queue.clone().unwrap_or_default(),
        Column::Recording => if call.recorded { texts.log.yes } else { texts.log.no }.to_owned(),
        Column::Matched => words::match_how_in(words, call.matched.how).to_owned(),
        Column::Note => call.note.clone(),
    }
}

/// As it is read, or as the provider wrote it.
fn number(call: &CallRow) -> String {
    call.number
        .as_ref()
        .map_or_else(|| domain::phone::shown(&call.number_raw).to_owned(), domain::phone::Number::grouped)
}

/// `0:03:07`, which no table takes for a time of day in minutes.
fn span(millis: i64) -> String {
    let seconds = millis.max(0) / times::SECOND;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
