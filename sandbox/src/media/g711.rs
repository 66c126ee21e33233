//! G.711: the telephone's eight-bit samples, both laws.

/// The two laws by which a sample is squeezed into eight bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Law {
    A,
    Mu,
}

/// Samples of one law in the other, where they differ.
pub(super) fn translate(payload: &[u8], from: Law, to: Law) -> Vec<u8> {
    match (from, to) {
        (Law::A, Law::Mu) => payload.iter().map(|sample| linear_to_ulaw(alaw_to_linear(*sample))).collect(),
        (Law::Mu, Law::A) => payload.iter().map(|sample| linear_to_alaw(ulaw_to_linear(*sample))).collect(),
        _ => payload.to_vec(),
    }
}

/// A-law to linear, sixteen bits.
fn alaw_to_linear(sample: u8) -> i16 {
    let sample = sample ^ 0x55;
    let mantissa = i16::from(sample & 0x0f) << 4;
    let value = match (sample & 0x70) >> 4 {
        0 => mantissa + 8,
        1 => mantissa + 0x108,
        segment => (mantissa + 0x108) << (segment - 1),
    };
    if sample & 0x80 != 0 { value } else { -value }
}

/// Linear to A-law.
pub(super) fn linear_to_alaw(sample: i16) -> u8 {
    const ENDS: [i32; 8] = [0x1f, 0x3f, 0x7f, 0xff, 0x1ff, 0x3ff, 0x7ff, 0xfff];
    let (mask, value) =
        if sample >= 0 { (0xd5_u8, i32::from(sample >> 3)) } else { (0x55, ((-i32::from(sample) - 1) >> 3).max(0)) };
    let Some(segment) = ENDS.iter().position(|end| value <= *end) else {
        return 0x7f ^ mask;
    };
    let mantissa = if segment < 2 { value >> 1 } else { value >> segment } & 0x0f;
    ((segment as u8) << 4 | mantissa as u8) ^ mask
}

/// Mu-law to linear, sixteen bits.
fn ulaw_to_linear(sample: u8) -> i16 {
    let sample = !sample;
    let value = ((i32::from(sample & 0x0f) << 3) + 0x84) << ((sample & 0x70) >> 4);
    (if sample & 0x80 != 0 { 0x84 - value } else { value - 0x84 }) as i16
}

/// Linear to mu-law.
fn linear_to_ulaw(sample: i16) -> u8 {
    let (mask, magnitude) = if sample < 0 { (0x7f_u8, -i32::from(sample)) } else { (0xff, i32::from(sample)) };
    let value = (magnitude + 0x84).min(0x7fff);
    let segment = (0..8).rev().find(|s| value >> (s + 7) & 1 == 1).unwrap_or(0);
    ((segment as u8) << 4 | (value >> (segment + 3) & 0x0f) as u8) ^ mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alaw_sample_survives_a_round_trip() {
        for sample in 0..=u8::MAX {
            assert_eq!(linear_to_alaw(alaw_to_linear(sample)), sample, "sample {sample:#x}");
        }
    }

    #[test]
    fn every_ulaw_sample_survives_a_round_trip() {
        for sample in 0..=u8::MAX {
            let value = ulaw_to_linear(sample);
            assert_eq!(ulaw_to_linear(linear_to_ulaw(value)), value, "sample {sample:#x}");
        }
    }

    #[test]
    fn loudness_is_kept_within_a_segment_step() {
        for value in (-32_000..32_000).step_by(37) {
            let back = i32::from(alaw_to_linear(linear_to_alaw(value)));
            assert!((back - i32::from(value)).abs() <= 16 + i32::from(value).abs() / 16, "{value} became {back}");
        }
    }
}
