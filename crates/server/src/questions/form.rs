//! What each form carries: when it was made, a number of its own, and a sign that it was made here.
//!
//! It keeps nothing about who looks at the form. A form counts once: its number is kept with the question.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// How soon after it was made a form may come back: nobody reads it faster.
const SOONEST_MS: i64 = 3_000;
/// How late it may.
const LATEST_MS: i64 = 24 * 60 * 60 * 1000;
/// Bytes of the sign.
const SIGN: usize = 16;

/// Signs forms, for as long as the program runs.
pub(crate) struct Forms {
    key: [u8; 32],
}

/// What a form that came back is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// A form of ours, with its number.
    Fine([u8; 16]),
    /// Ours, and back too soon.
    Fast,
    /// Too old, or not ours.
    Old,
}

impl Forms {
    pub(crate) fn new() -> Result<Forms, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Forms { key })
    }

    /// What a new form carries.
    pub(crate) fn make(&self, now_ms: i64) -> Result<String, getrandom::Error> {
        let mut number = [0; 16];
        getrandom::fill(&mut number)?;
        let mut bytes = [now_ms.to_be_bytes().as_slice(), &number].concat();
        bytes.extend(self.sign(&bytes));
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// What became of it.
    pub(crate) fn read(&self, carried: &str, now_ms: i64) -> Back {
        let Some(bytes) = bytes(carried).filter(|bytes| bytes.len() == 8 + 16 + SIGN) else { return Back::Old };
        let (told, sign) = bytes.split_at(8 + 16);
        let differ = self.sign(told).iter().zip(sign).fold(0, |differ, (ours, theirs)| differ | (ours ^ theirs));
        let (Ok(made), Ok(number)) = (told[..8].try_into(), told[8..].try_into()) else { return Back::Old };
        let age = now_ms.saturating_sub(i64::from_be_bytes(made));
        match age {
            _ if differ != 0 || !(0..=LATEST_MS).contains(&age) => Back::Old,
            _ if age < SOONEST_MS => Back::Fast,
            _ => Back::Fine(number),
        }
    }

    fn sign(&self, told: &[u8]) -> [u8; SIGN] {
        let mut sign = [0; SIGN];
        // Any length of key will do for it.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) {
            mac.update(told);
            sign.copy_from_slice(&mac.finalize().into_bytes()[..SIGN]);
        }
        sign
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let whole = digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit);
    if whole { digits.chunks(2).map(pair).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Back, Forms, LATEST_MS, SOONEST_MS};

    #[test]
    fn a_form_comes_back_once_it_can_be_read_and_until_the_next_day() {
        let forms = Forms::new().expect("chance");
        let form = forms.make(1_000_000).expect("chance");
        let Back::Fine(number) = forms.read(&form, 1_000_000 + SOONEST_MS) else { panic!("a fine form") };
        let mut changed = form.clone();
        changed.replace_range(0..1, "1");
        let other = Forms::new().expect("chance").make(1_000_000).expect("chance");
        for (carried, after, back) in [
            (form.as_str(), LATEST_MS, Back::Fine(number)),
            (&form, SOONEST_MS - 1, Back::Fast),
            (&form, LATEST_MS + 1, Back::Old),
            (&form, -1, Back::Old),
            (&changed, SOONEST_MS, Back::Old),
            (&other, SOONEST_MS, Back::Old),
            (&form[2..], SOONEST_MS, Back::Old),
            ("", SOONEST_MS, Back::Old),
            ("ä", SOONEST_MS, Back::Old),
            ("+1", SOONEST_MS, Back::Old),
        ] {
            assert_eq!(forms.read(carried, 1_000_000 + after), back, "{carried} after {after}");
        }
        assert_ne!(forms.make(1_000_000).expect("chance"), form, "each has a number of its own");
    }
}
