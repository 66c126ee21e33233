//! One thing at a time.

use crate::{Board, fact, fact_of, note, wrap_up};
use domain::ids::CallId;
use domain::outbox::{Load, Parcel, Queue};

fn queue(shelf: &mut Board, parcels: &[Parcel]) -> Queue {
    let mut queue = Queue::default();
    for parcel in parcels {
        queue.put(shelf, parcel.clone());
    }
    queue
}

fn take_up(shelf: &mut Board) -> Queue {
    let mut queue = Queue::default();
    queue.take_up(shelf);
    queue
}

fn next(queue: &mut Queue, shelf: &Board) -> Vec<Parcel> {
    queue.next(shelf).map(|load| load.parcels()).unwrap_or_default()
}

fn the_note(call: &str, text: &str) -> Option<Load> {
    Some(Load::Note { call: CallId::new(call), text: text.into() })
}

#[test]
fn the_facts_of_a_call_travel_together_and_before_its_note() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[fact("a", 1), note("a", "x"), fact("b", 2), fact("a", 3)]);
    let first = next(&mut queue, &shelf);
    assert_eq!(first, [fact("a", 1), fact("a", 3)]);
    queue.arrived(&mut shelf, &first);
    assert_eq!(queue.next(&shelf), the_note("a", "x"));
}

#[test]
fn a_newer_note_takes_the_place_of_the_older_and_outlives_its_arrival() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[note("a", "x"), note("a", "xy")]);
    assert_eq!(queue.len(), 1);
    queue.arrived(&mut shelf, &[note("a", "x")]);
    assert_eq!(queue.note(&CallId::new("a")), Some("xy"));
    assert_eq!(take_up(&mut shelf).len(), 1, "still written down");
}

#[test]
fn a_newer_wrap_up_takes_the_place_of_the_older_and_comes_after_the_note() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[wrap_up("a", false), note("a", "x"), wrap_up("a", true)]);
    assert_eq!(queue.len(), 2);
    queue.arrived(&mut shelf, &[wrap_up("a", false), note("a", "x")]);
    assert!(queue.wrap_up(&CallId::new("a")).is_some_and(|form| form.done));
    assert_eq!(next(&mut queue, &shelf), [wrap_up("a", true)]);
    assert_eq!(take_up(&mut shelf).len(), 1, "still written down");
}

#[test]
fn the_same_fact_waits_once() {
    let mut shelf = Board::default();
    assert_eq!(queue(&mut shelf, &[fact("a", 1), fact("a", 1)]).len(), 1);
}

#[test]
fn what_a_dead_page_left_comes_back_in_order() {
    let mut shelf = Board::default();
    queue(&mut shelf, &[note("a", "Chị Ngọc “hẹn” lại"), fact("a", 20), fact("a", 3)]);
    let mut queue = take_up(&mut shelf);
    assert_eq!(next(&mut queue, &shelf), [fact("a", 3), fact("a", 20)]);
    queue.arrived(&mut shelf, &[fact("a", 3), fact("a", 20)]);
    assert_eq!(queue.next(&shelf), the_note("a", "Chị Ngọc “hẹn” lại"));
    queue.arrived(&mut shelf, &[note("a", "Chị Ngọc “hẹn” lại")]);
    assert!(queue.is_empty() && take_up(&mut shelf).is_empty(), "what arrived is written down no longer");
}

#[test]
fn a_note_is_not_brought_back_by_a_tab_that_remembers_an_older_one() {
    let mut shelf = Board::default();
    let (mut one, mut other) = (queue(&mut shelf, &[note("a", "old")]), Queue::default());
    other.put(&mut shelf, note("a", "new"));
    assert_eq!(one.next(&shelf), the_note("a", "new"), "what is on the shelf counts");
    other.arrived(&mut shelf, &[note("a", "new")]);
    assert_eq!(one.next(&shelf), None, "it has arrived");
}

#[test]
fn a_living_tab_takes_up_what_a_dead_one_left() {
    let mut shelf = Board::default();
    let mut alive = queue(&mut shelf, &[fact("a", 1)]);
    queue(&mut shelf, &[fact_of("dead", "b", 1)]);
    alive.take_up(&mut shelf);
    alive.take_up(&mut shelf);
    assert_eq!(alive.len(), 2);
}

#[test]
fn a_full_shelf_is_told_and_written_to_when_there_is_room() {
    let mut shelf = Board { full: true, ..Board::default() };
    let mut queue = queue(&mut shelf, &[fact("a", 1), note("a", "x")]);
    assert_eq!((queue.len(), queue.unwritten()), (2, 2));
    assert_eq!(next(&mut queue, &shelf), [fact("a", 1)], "it is sent all the same");
    queue.arrived(&mut shelf, &[fact("a", 1)]);
    assert_eq!(queue.next(&shelf), the_note("a", "x"), "not taken for arrived because it is not on the shelf");
    shelf.full = false;
    queue.take_up(&mut shelf);
    assert_eq!(queue.unwritten(), 0);
    assert_eq!(take_up(&mut shelf).len(), 1);
}

#[test]
fn what_the_server_refuses_holds_up_nothing_is_kept_and_can_be_tried_again() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[fact("poison", 1), fact("b", 2)]);
    let first = next(&mut queue, &shelf);
    queue.refused(&mut shelf, &first);
    assert_eq!(next(&mut queue, &shelf), [fact("b", 2)]);
    assert_eq!((queue.len(), queue.set_aside()), (1, 1));
    let mut later = take_up(&mut shelf);
    assert_eq!((later.len(), later.set_aside()), (1, 1), "another page knows of it");
    later.try_again(&mut shelf);
    assert_eq!((later.len(), later.set_aside()), (2, 0));
}

#[test]
fn what_was_put_aside_does_not_take_the_place_of_something_newer() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[note("a", "old")]);
    queue.refused(&mut shelf, &[note("a", "old")]);
    queue.put(&mut shelf, note("a", "new"));
    queue.try_again(&mut shelf);
    assert_eq!(queue.next(&shelf), the_note("a", "new"));
}

#[test]
fn one_call_that_cannot_be_sent_does_not_hold_up_the_others() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[fact("a", 1), fact("a", 2), fact("b", 3)]);
    queue.postpone(&CallId::new("a"));
    assert_eq!(next(&mut queue, &shelf), [fact("b", 3)]);
    queue.postpone(&CallId::new("b"));
    assert_eq!(next(&mut queue, &shelf), [fact("a", 1), fact("a", 2)], "in their order");
}

#[test]
fn what_cannot_be_read_is_left_where_it_is() {
    let mut shelf = Board::default();
    shelf.entries.insert("fact.newer.1".to_owned(), r#"{"something":"of a newer version"}"#.to_owned());
    assert!(take_up(&mut shelf).is_empty());
    assert_eq!(shelf.entries.len(), 1);
}

#[test]
fn a_page_that_goes_away_says_the_facts_that_wait_call_by_call() {
    let mut shelf = Board::default();
    let mut queue = queue(&mut shelf, &[fact("a", 1), note("a", "x"), fact("b", 2), fact("a", 3)]);
    let said =
        |queue: &Queue| queue.facts().into_iter().flat_map(|told| Load::Facts(told).parcels()).collect::<Vec<_>>();
    assert_eq!(said(&queue), [fact("a", 1), fact("a", 3), fact("b", 2)]);
    queue.arrived(&mut shelf, &[fact("a", 1), fact("a", 3)]);
    assert_eq!(said(&queue), [fact("b", 2)]);
}
