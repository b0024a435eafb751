//! Takes numbers and texts off the front of a file, never past its end.

use crate::{Place, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;

/// Looks at a file's first word, version (`known` is ours) and sum, and lets `inner` read what is between.
pub(crate) fn opened<T>(
    file: &[u8],
    word: &[u8; 8],
    known: u16,
    inner: impl FnOnce(&mut Bytes<'_>) -> Result<T, Unreadable>,
) -> Result<T, Unreadable> {
    let Some(rest) = file.strip_prefix(word) else { return Err(Unreadable::Foreign) };
    let version = Bytes::new(rest).u16("its version")?;
    if version != known {
        return Err(Unreadable::Version { found: version, known });
    }
    let Some((body, written)) = file.split_last_chunk::<8>() else {
        return Err(Unreadable::CutOff { at: file.len(), what: "its head" });
    };
    let altered = sum(body) != u64::from_le_bytes(*written);
    let mut bytes = Bytes::new(body.get(word.len() + 2..).unwrap_or_default());
    match inner(&mut bytes) {
        // A file that ends too early has the wrong sum as well; that it ends is what helps.
        Err(error @ Unreadable::CutOff { .. }) => Err(error),
        _ if altered => Err(Unreadable::Altered),
        Ok(_) if !bytes.is_empty() => Err(Unreadable::Unsound("something follows its end")),
        other => other,
    }
}

pub(crate) struct Bytes<'a> {
    rest: &'a [u8],
    whole: usize,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(all: &'a [u8]) -> Self {
        Self { rest: all, whole: all.len() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, count: usize, what: &'static str) -> Result<&'a [u8], Unreadable> {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            return Err(Unreadable::CutOff { at: self.whole, what });
        };
        self.rest = rest;
        Ok(taken)
    }

    fn exactly<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], Unreadable> {
        let mut out = [0; N];
        out.copy_from_slice(self.take(N, what)?);
        Ok(out)
    }

    pub(crate) fn u16(&mut self, what: &'static str) -> Result<u16, Unreadable> {
        self.exactly(what).map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self, what: &'static str) -> Result<usize, Unreadable> {
        let number = self.exactly(what).map(u32::from_le_bytes)?;
        usize::try_from(number).map_err(|_| Unreadable::Unsound("a count is too large"))
    }

    pub(crate) fn f32(&mut self, what: &'static str) -> Result<f64, Unreadable> {
        let number = f64::from(self.exactly(what).map(f32::from_le_bytes)?);
        if number.is_finite() { Ok(number) } else { Err(Unreadable::Unsound("a length is not a number")) }
    }

    pub(crate) fn text(&mut self, what: &'static str) -> Result<String, Unreadable> {
        let [length] = self.exactly(what)?;
        let text = self.take(usize::from(length), what)?;
        String::from_utf8(text.to_vec()).map_err(|_| Unreadable::Unsound("a name is not text"))
    }

    pub(crate) fn place(&mut self, what: &'static str) -> Result<Place, Unreadable> {
        Ok(Place { x: self.f32(what)?, y: self.f32(what)?, z: self.f32(what)? })
    }

    /// `count` places in columns of units of `step` metres from `low`.
    pub(crate) fn places(
        &mut self,
        count: usize,
        low: Place,
        step: f64,
        what: &'static str,
    ) -> Result<Vec<Place>, Unreadable> {
        let (x, y, z) = (self.steps(count, what)?, self.steps(count, what)?, self.steps(count, what)?);
        let at = |low: f64, units: u16| low + step * f64::from(units);
        let place = |((x, y), z): ((&u16, &u16), &u16)| Place { x: at(low.x, *x), y: at(low.y, *y), z: at(low.z, *z) };
        Ok(x.iter().zip(&y).zip(&z).map(place).collect())
    }

    /// `count` numbers, each stored as its step from the one before.
    pub(crate) fn steps(&mut self, count: usize, what: &'static str) -> Result<Vec<u16>, Unreadable> {
        let bytes = count.checked_mul(2).ok_or(Unreadable::Unsound("a count is too large"))?;
        let mut last = 0_u16;
        let add = |pair: &[u8]| {
            last = last.wrapping_add(u16::from_le_bytes([pair[0], pair[1]]));
            last
        };
        Ok(self.take(bytes, what)?.chunks_exact(2).map(add).collect())
    }
}

/// FNV-1a, 64 bits: tells an altered file, not a forged one.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
