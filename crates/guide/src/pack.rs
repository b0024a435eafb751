//! The guide as bytes, for the app: read in a moment, with none of the code that TOML and checks take.
//!
//! A head (what it is, format, length, checksum), then language, texts and structure as postcard writes them.

use crate::{Guide, Texts, sure};

const MAGIC: [u8; 8] = *b"unknot g";
/// Raised when a shape of the guide changes (a test notices): postcard tells fields apart only by their order.
const FORMAT: u32 = 4;
/// Magic, then format, length and checksum, little-endian.
const HEAD: usize = 8 + 4 + 4 + 8;

/// Why bytes are not a packed guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpackable {
    /// They never were one.
    #[error("this is not a packed guide")]
    Foreign,
    /// Packed by another version of Unknot.
    #[error("this guide is packed in format {found}, and this program reads format {FORMAT}")]
    Format {
        /// Its format.
        found: u32,
    },
    /// Some are missing at the end, or there are too many.
    #[error("this packed guide has {found} bytes, and {wanted} were packed; load it again")]
    Length {
        /// Bytes after the head.
        found: usize,
        /// Bytes it should have.
        wanted: usize,
    },
    /// They were changed on the way.
    #[error("this packed guide was damaged on the way; load it again")]
    Damaged,
    /// The bytes arrived as they were sent, but do not hold a guide of these shapes.
    #[error("this packed guide was made by another build of Unknot; load it again")]
    Shape,
}

impl Guide {
    /// This guide with its texts as bytes: the same guide gives the same bytes. [`Guide::unpack`] reads them.
    pub fn pack(&self) -> Vec<u8> {
        let parts = (&self.language, &self.texts, self);
        // Plain data into memory: there is nothing that could refuse it.
        let body = postcard::to_allocvec(&parts).unwrap_or_default();
        let mut packed = Vec::with_capacity(HEAD + body.len());
        packed.extend(MAGIC);
        packed.extend(FORMAT.to_le_bytes());
        packed.extend((body.len() as u32).to_le_bytes());
        packed.extend(checksum(&body).to_le_bytes());
        packed.extend(body);
        packed
    }

    /// The guide that was packed. What it says is trusted: only a checked guide can be packed.
    ///
    /// # Errors
    /// If the bytes are cut off, damaged, of another version, or no packed guide at all.
    pub fn unpack(bytes: &[u8]) -> Result<Guide, Unpackable> {
        let parts: Option<(String, Texts, Guide)> = sure::read(checked(bytes)?);
        let (language, texts, mut guide) = parts.ok_or(Unpackable::Shape)?;
        guide.language = language;
        guide.texts = texts;
        guide.list_asks();
        Ok(guide)
    }
}

/// The body, if it is what was packed.
fn checked(bytes: &[u8]) -> Result<&[u8], Unpackable> {
    let (magic, rest) = bytes.split_first_chunk().ok_or(Unpackable::Foreign)?;
    if *magic != MAGIC {
        return Err(Unpackable::Foreign);
    }
    let cut_off = Unpackable::Length { found: 0, wanted: HEAD };
    let (format, rest) = rest.split_first_chunk().ok_or(cut_off)?;
    let (length, rest) = rest.split_first_chunk().ok_or(cut_off)?;
    let (sum, body) = rest.split_first_chunk().ok_or(cut_off)?;
    let found = u32::from_le_bytes(*format);
    if found != FORMAT {
        return Err(Unpackable::Format { found });
    }
    let wanted = u32::from_le_bytes(*length) as usize;
    if body.len() != wanted {
        return Err(Unpackable::Length { found: body.len(), wanted });
    }
    let same = checksum(body) == u64::from_le_bytes(*sum);
    same.then_some(body).ok_or(Unpackable::Damaged)
}

/// FNV-1a, 64 bits: no single changed byte escapes it, and it is four lines.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum: u64, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
