//! Why a file of the body cannot be read.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use core::{error, fmt};

/// What is wrong with a file of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin as such a file does.
    Foreign,
    /// It was made for another Unknot.
    Version {
        /// The file's.
        found: u16,
        /// Ours.
        known: u16,
    },
    /// It ends too early.
    CutOff {
        /// Bytes that were there.
        at: usize,
        /// What should have followed.
        what: &'static str,
    },
    /// Its sum is not the one it was written with.
    Altered,
    /// It is whole, but says something that cannot be.
    Unsound(&'static str),
}

/// What to do about it.
const ANEW: &str = "; make it anew with `cargo xtask anatomy`";

impl Unreadable {
    /// What is wrong, and what helps. Put together by hand: formatting takes a phone two kilobytes to load.
    #[must_use]
    pub fn says(&self) -> String {
        match self {
            Self::Foreign => "this is not a file of the body".to_owned(),
            Self::Version { found, known } => {
                let (found, known) = (found.to_string(), known.to_string());
                ["the body was written in format ", &found, ", and this Unknot reads format ", &known, ANEW].concat()
            }
            Self::CutOff { at, what } => {
                let at = at.to_string();
                ["the file of the body ends at byte ", &at, ", in the middle of ", what, "; fetch it again"].concat()
            }
            Self::Altered => "the file of the body was altered; fetch it again".to_owned(),
            Self::Unsound(what) => ["the file of the body is wrong: ", what, ANEW].concat(),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.says())
    }
}

impl error::Error for Unreadable {}
