//! Where in the guide a check is looking; turned into a line and column only if something is wrong there.

use crate::kinds::Kind;

/// A step into a thing.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    /// By key.
    Key(&'a str),
    /// By place in a list.
    At(usize),
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(key: &'a str) -> Self {
        Part::Key(key)
    }
}
impl From<usize> for Part<'_> {
    fn from(at: usize) -> Self {
        Part::At(at)
    }
}

/// A place in the file of a kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'a> {
    /// Kind.
    pub(super) kind: &'a Kind,
    /// Which thing of it, by place in the guide; none for the file.
    pub(super) row: Option<usize>,
    /// Path within the thing, or within the file.
    pub(super) rest: &'a [Part<'a>],
}

/// `spot!(KIND, row, "referral", 3, "zone")`, or `spot!(KIND; "id")` for a path from the top of the file.
macro_rules! spot {
    ($kind:expr, $row:expr $(, $part:expr)*) => {
        $crate::check::spots::Spot { kind: &$kind, row: Some($row), rest: &[$($part.into()),*] }
    };
    ($kind:expr; $($part:expr),*) => {
        $crate::check::spots::Spot { kind: &$kind, row: None, rest: &[$($part.into()),*] }
    };
}
pub(super) use spot;
