//! A heat map: a table whose cells are the darker the larger their number is. The number stands in the cell.

use super::number;
use leptos::prelude::*;

/// Shades from nothing to the most.
const SHADES: i64 = 5;

/// Numbers in rows and columns.
#[component]
pub fn Heat(
    /// What it shows.
    #[prop(into)]
    caption: Signal<String>,
    /// The rows' names.
    rows: Vec<Signal<String>>,
    /// The columns' names.
    columns: Vec<String>,
    /// The numbers, row by row.
    cells: Vec<Vec<i64>>,
    /// Where a cell leads: row and column.
    href: fn(&str, usize, usize) -> String,
    /// What every address begins with.
    base: String,
    /// The column of the first cell.
    first_column: usize,
) -> impl IntoView {
    let most = cells.iter().flatten().copied().max().unwrap_or(0);
    let heads = columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let lines = rows.into_iter().zip(cells).enumerate().map(|(row, (name, values))| {
        let cells = values.into_iter().enumerate().map(|(column, value)| {
            let href = href(&base, row, first_column + column);
            let class = format!("heat__cell heat__cell--{}", shade(value, most));
            let shown = (value > 0).then(|| view! { <a href=href>{move || number(value)}</a> });
            view! { <td class=class>{shown}</td> }
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let lines = lines.collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=caption>
            <table class="heat">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

/// 0 for nothing, then from the lightest to the darkest.
fn shade(value: i64, most: i64) -> i64 {
    if value <= 0 { 0 } else { 1 + (value - 1) * SHADES / most.max(1) }
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn the_most_is_the_darkest() {
        assert_eq!([0, 1, 20, 50, 100].map(|value| shade(value, 100)), [0, 1, 1, 3, 5]);
        assert_eq!(shade(1, 1), 1);
    }
}
