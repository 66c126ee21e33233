//! Cards that go from column to column, and what the columns come to. Pure: the board draws what these say.

use domain::deals::{Column, Deal};
use domain::ids::{DealId, StageId};
use std::cmp::Ordering;

/// The card of a deal, wherever it is.
pub(super) fn find<'a>(columns: &'a [Column], id: &DealId) -> Option<&'a Deal> {
    columns.iter().flat_map(|column| &column.deals.rows).find(|deal| deal.id == *id)
}

/// The stage beside this one, so many columns to the right; none beyond the ends.
pub(super) fn beside(columns: &[Column], stage: &StageId, step: isize) -> Option<StageId> {
    let at = columns.iter().position(|column| column.stage.id == *stage)?;
    let to = at.checked_add_signed(step)?;
    columns.get(to).map(|column| column.stage.id.clone())
}

/// Puts a deal where its stage says, in the column's order; it leaves where it was. One of another pipeline leaves the
/// board.
pub(super) fn place(columns: &mut [Column], deal: Deal) {
    take(columns, &deal.id);
    let Some(column) = columns.iter_mut().find(|column| column.stage.id == deal.stage.id) else { return };
    column.count += 1;
    column.amount += deal.amount;
    let rows = &mut column.deals.rows;
    let at = rows.iter().position(|other| order(&deal, other) == Ordering::Less).unwrap_or(rows.len());
    rows.insert(at, deal);
}

fn take(columns: &mut [Column], id: &DealId) {
    for column in columns {
        if let Some(at) = column.deals.rows.iter().position(|deal| deal.id == *id) {
            let gone = column.deals.rows.remove(at);
            column.count -= 1;
            column.amount -= gone.amount;
        }
    }
}

/// Open deals by the day they should be won, others by when they came there, as the server orders them.
fn order(a: &Deal, b: &Deal) -> Ordering {
    if a.stage.kind.is_closed() {
        return (b.moved_at, &b.id).cmp(&(a.moved_at, &a.id));
    }
    let key = |deal: &Deal| (deal.close_on.is_none(), deal.close_on, deal.id.clone());
    key(a).cmp(&key(b))
}

#[cfg(test)]
mod tests {
    use super::{beside, find, place};
    use domain::deals::{Column, Deal};
    use domain::ids::{DealId, PipelineId, StageId};
    use domain::paging::Page;
    use domain::pipelines::{PipelineRef, Stage, StageKind};
    use domain::times::Millis;

    fn stage(id: &str, kind: StageKind) -> Stage {
        Stage { id: StageId::new(id), name: id.into(), kind, probability: 10 }
    }

    fn deal(id: &str, at: Stage, close_on: Option<i64>, moved_at: i64) -> Deal {
        Deal {
            id: DealId::new(id),
            version: 1,
            title: id.into(),
            customer: None,
            company: None,
            amount: 10,
            close_on: close_on.map(Millis),
            owner: None,
            pipeline: PipelineRef { id: PipelineId::new("p"), name: "P".into() },
            stage: at,
            lost_reason: None,
            moved_at: Millis(moved_at),
            created_at: Millis(0),
            updated_at: Millis(0),
            last_activity_at: Millis(0),
            tags: None,
            custom: domain::custom::Values::default(),
        }
    }

    fn board() -> Vec<Column> {
        let column = |stage: Stage| Column { stage, count: 0, amount: 0, deals: Page::empty() };
        [stage("new", StageKind::Open), stage("offer", StageKind::Open), stage("won", StageKind::Won)]
            .map(column)
            .into()
    }

    fn ids(columns: &[Column], at: usize) -> String {
        columns[at].deals.rows.iter().map(|deal| deal.id.as_str()).collect()
    }

    #[test]
    fn a_card_goes_where_its_stage_says_and_the_sums_follow() {
        let mut columns = board();
        for (id, close_on) in [("c", None), ("b", Some(9)), ("a", Some(5))] {
            place(&mut columns, deal(id, stage("new", StageKind::Open), close_on, 0));
        }
        assert_eq!((ids(&columns, 0).as_str(), columns[0].count, columns[0].amount), ("abc", 3, 30));
        place(&mut columns, deal("b", stage("offer", StageKind::Open), Some(9), 0));
        assert_eq!((ids(&columns, 0).as_str(), columns[0].count, columns[0].amount), ("ac", 2, 20));
        assert_eq!((ids(&columns, 1).as_str(), columns[1].count, columns[1].amount), ("b", 1, 10));
        assert_eq!(find(&columns, &DealId::new("b")).map(|deal| deal.stage.name.as_str()), Some("offer"));
    }

    #[test]
    fn what_is_closed_stands_latest_first() {
        let mut columns = board();
        for (id, moved_at) in [("a", 1), ("b", 3), ("c", 2)] {
            place(&mut columns, deal(id, stage("won", StageKind::Won), None, moved_at));
        }
        assert_eq!(ids(&columns, 2), "bca");
    }

    #[test]
    fn a_card_of_another_pipeline_leaves_the_board() {
        let mut columns = board();
        place(&mut columns, deal("a", stage("new", StageKind::Open), None, 0));
        place(&mut columns, deal("a", stage("elsewhere", StageKind::Open), None, 0));
        assert_eq!((find(&columns, &DealId::new("a")), columns[0].count), (None, 0));
    }

    #[test]
    fn there_is_no_column_beyond_the_ends() {
        let columns = board();
        let next = |id: &str, step| beside(&columns, &StageId::new(id), step).map(|id| id.to_string());
        assert_eq!(next("new", 1).as_deref(), Some("offer"));
        assert_eq!(next("won", -2).as_deref(), Some("new"));
        assert_eq!((next("new", -1), next("won", 1), next("x", 1)), (None, None, None));
    }
}
