//! Takes numbers and texts off the front of a file, never past its end.
//!
//! What goes wrong first is kept, and from then on there is nothing to take: so who reads need not ask after each number, and
//! the code is small. Nothing of what was read is given out if anything was wrong.

use crate::{Place, Unreadable};
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

/// Looks at a file's first word, version (`known` is ours) and sum, and lets `inner` read what is between.
pub(crate) fn opened<T>(
    file: &[u8],
    word: &[u8; 8],
    known: u16,
    inner: impl FnOnce(&mut Bytes<'_>) -> T,
) -> Result<T, Unreadable> {
    let (mut bytes, altered) = head(file, word, known)?;
    let read = inner(&mut bytes);
    bytes.closed(altered)?;
    Ok(read)
}

/// What is between, and whether the sum is wrong.
fn head<'a>(file: &'a [u8], word: &[u8; 8], known: u16) -> Result<(Bytes<'a>, bool), Unreadable> {
    let Some(rest) = file.strip_prefix(word) else { return Err(Unreadable::Foreign) };
    let mut bytes = Bytes::new(rest);
    let version = bytes.u16("its version");
    match bytes.wrong {
        Some(wrong) => return Err(wrong),
        None if version != known => return Err(Unreadable::Version { found: version, known }),
        None => {}
    }
    let Some((body, written)) = file.split_last_chunk::<8>() else {
        return Err(Unreadable::CutOff { at: file.len(), what: "its head" });
    };
    let altered = sum(body) != u64::from_le_bytes(*written);
    Ok((Bytes::new(body.get(word.len() + 2..).unwrap_or_default()), altered))
}

pub(crate) struct Bytes<'a> {
    rest: &'a [u8],
    whole: usize,
    /// What was wrong first.
    wrong: Option<Unreadable>,
}

impl<'a> Bytes<'a> {
    fn new(all: &'a [u8]) -> Self {
        Self { rest: all, whole: all.len(), wrong: None }
    }

    /// What was read is good for nothing.
    pub(crate) fn unsound(&mut self, why: &'static str) {
        self.wrong.get_or_insert(Unreadable::Unsound(why));
    }

    /// Was all well, and is nothing left?
    fn closed(self, altered: bool) -> Result<(), Unreadable> {
        match self.wrong {
            // A file that ends too early has the wrong sum as well; that it ends is what helps.
            Some(wrong @ Unreadable::CutOff { .. }) => Err(wrong),
            _ if altered => Err(Unreadable::Altered),
            Some(wrong) => Err(wrong),
            None if !self.rest.is_empty() => Err(Unreadable::Unsound("something follows its end")),
            None => Ok(()),
        }
    }

    /// So many bytes; none once anything was wrong.
    pub(crate) fn take(&mut self, count: usize, what: &'static str) -> &'a [u8] {
        if self.wrong.is_some() {
            return &[];
        }
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.wrong = Some(Unreadable::CutOff { at: self.whole, what });
            return &[];
        };
        self.rest = rest;
        taken
    }

    /// A number of so many bytes, the lowest first; 0 once anything was wrong.
    fn number(&mut self, size: usize, what: &'static str) -> u32 {
        self.take(size, what).iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
    }

    #[expect(clippy::cast_possible_truncation, reason = "of two bytes")]
    pub(crate) fn u16(&mut self, what: &'static str) -> u16 {
        self.number(2, what) as u16
    }

    /// A count.
    pub(crate) fn count(&mut self, what: &'static str) -> usize {
        usize::from(self.u16(what))
    }

    pub(crate) fn u32(&mut self, what: &'static str) -> usize {
        usize::try_from(self.number(4, what)).unwrap_or_else(|_| {
            self.unsound("a count is too large");
            0
        })
    }

    pub(crate) fn f32(&mut self, what: &'static str) -> f64 {
        let number = f32::from_bits(self.number(4, what));
        if !number.is_finite() {
            self.unsound("a length is not a number");
        }
        f64::from(number)
    }

    pub(crate) fn text(&mut self, what: &'static str) -> String {
        let length = self.number(1, what) as usize;
        let text = core::str::from_utf8(self.take(length, what));
        if text.is_err() {
            self.unsound("a name is not text");
        }
        text.unwrap_or_default().to_owned()
    }

    pub(crate) fn place(&mut self, what: &'static str) -> Place {
        Place { x: self.f32(what), y: self.f32(what), z: self.f32(what) }
    }

    /// `count` places in columns of units of `step` metres from `low`.
    pub(crate) fn places(&mut self, count: usize, low: Place, step: f64, what: &'static str) -> Vec<Place> {
        let (x, y, z) = (self.steps(count, what), self.steps(count, what), self.steps(count, what));
        let at = |low: f64, units: u16| low + step * f64::from(units);
        let mut places = Vec::with_capacity(z.len());
        for ((x, y), z) in x.iter().zip(&y).zip(&z) {
            places.push(Place { x: at(low.x, *x), y: at(low.y, *y), z: at(low.z, *z) });
        }
        places
    }

    /// `count` numbers, each stored as its step from the one before.
    pub(crate) fn steps(&mut self, count: usize, what: &'static str) -> Vec<u16> {
        let Some(size) = count.checked_mul(2) else {
            self.unsound("a count is too large");
            return Vec::new();
        };
        let pairs = self.take(size, what).as_chunks::<2>().0;
        let mut last = 0_u16;
        let mut steps = Vec::with_capacity(pairs.len());
        for pair in pairs {
            last = last.wrapping_add(u16::from_le_bytes(*pair));
            steps.push(last);
        }
        steps
    }
}

/// FNV-1a, 64 bits: tells an altered file, not a forged one.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
