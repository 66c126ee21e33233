//! Round numbers at the side of a chart.

use crate::texts::t;

/// Steps at the side of a chart, the zero not counted.
const STEPS: i64 = 4;

/// From zero to a round number above everything that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The number at the top.
    pub top: i64,
}

impl Scale {
    /// For numbers up to `most`; `unit` is what steps are round in: 1 for counts, a minute for times.
    pub fn up_to(most: i64, unit: i64) -> Self {
        let step = unit * STEPS;
        let needed = (most.max(1) + step - 1) / step;
        let mut power = 1;
        loop {
            for round in [1, 2, 5] {
                if round * power >= needed {
                    return Self { top: round * power * unit * STEPS };
                }
            }
            power *= 10;
        }
    }

    /// The numbers at the side, from the top.
    pub fn ticks(self) -> Vec<i64> {
        (0..=STEPS).rev().map(|step| self.top * step / STEPS).collect()
    }

    /// How high a number stands, of a hundred.
    #[expect(clippy::cast_precision_loss, reason = "nobody sees the difference")]
    pub fn height(self, value: i64) -> f64 {
        100.0 * value as f64 / self.top as f64
    }
}

/// A number with its thousands apart, as the viewer's language writes it.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = if value < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(t().dashboard.thousands);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn the_side_is_round_and_high_enough() {
        let top = |most: i64| Scale::up_to(most, 1).top;
        assert_eq!([0, 1, 4, 5, 8, 9, 21, 81, 1_000, 4_001].map(top), [4, 4, 4, 8, 8, 20, 40, 200, 2_000, 8_000]);
        assert_eq!(Scale::up_to(90_000, 60_000).top, 240_000);
        assert_eq!(Scale { top: 8 }.ticks(), [8, 6, 4, 2, 0]);
        assert!((Scale { top: 8 }.height(2) - 25.0).abs() < f64::EPSILON);
    }
}
