//! Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014).

/// A sequence of numbers that look random; the same for the same seed. Not for secrets.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The sequence of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to one less than `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// One of these; `None` of none.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let place = self.below(of.len() as u64);
        of.get(usize::try_from(place).unwrap_or(0))
    }

    /// One of these words.
    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.one(from).copied().unwrap_or_default()
    }

    /// One of these, each as often as its weight says.
    pub(crate) fn weighted<'a>(&mut self, from: &[(u64, &'a str)]) -> &'a str {
        let mut left = self.below(from.iter().map(|(weight, _)| weight).sum());
        for (weight, one) in from {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return one,
            }
        }
        ""
    }
}
