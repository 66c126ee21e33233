//! What stands between the cells of a table of text.

/// What may stand there, the usual first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Lines that are looked at.
const LINES: usize = 50;

/// The delimiter of a text: that which stands equally often in the most lines; of several the one that makes more cells.
/// Within quotation marks nothing counts. A comma when there is none.
pub fn delimiter(text: &str) -> char {
    let evenness = |candidate: char| {
        let counts = counts(text, candidate);
        let first = counts.first().copied().unwrap_or_default();
        let even = counts.iter().filter(|count| **count == first).count();
        if first == 0 { (0, 0) } else { (even * 100 / counts.len(), first) }
    };
    // Of equals the last wins: the usual ones are tried last.
    DELIMITERS.into_iter().rev().max_by_key(|candidate| evenness(*candidate)).unwrap_or(',')
}

/// How often a character stands in each line that is not empty.
fn counts(text: &str, candidate: char) -> Vec<usize> {
    let (mut counts, mut here, mut quoted, mut empty) = (Vec::new(), 0, false, true);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if !empty {
                    counts.push(here);
                }
                (here, empty) = (0, true);
                if counts.len() == LINES {
                    return counts;
                }
                continue;
            }
            c if c == candidate && !quoted => here += 1,
            _ => {}
        }
        empty &= c.is_whitespace();
    }
    // The last line of a beginning may be cut off.
    if counts.is_empty() && !empty {
        counts.push(here);
    }
    counts
}
