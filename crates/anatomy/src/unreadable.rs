//! Why a file of the body cannot be read.

/// What is wrong with a file of the body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It does not begin as such a file does.
    #[error("this is not a file of the body")]
    Foreign,
    /// It was made for another Unknot.
    #[error(
        "the body was written in format {found}, and this Unknot reads format {known}; make it anew with `cargo xtask anatomy`"
    )]
    Version {
        /// The file's.
        found: u16,
        /// Ours.
        known: u16,
    },
    /// It ends too early.
    #[error("the file of the body ends at byte {at}, in the middle of {what}; fetch it again")]
    CutOff {
        /// Bytes that were there.
        at: usize,
        /// What should have followed.
        what: &'static str,
    },
    /// Its sum is not the one it was written with.
    #[error("the file of the body was altered; fetch it again")]
    Altered,
    /// It is whole, but says something that cannot be.
    #[error("the file of the body is wrong: {0}; make it anew with `cargo xtask anatomy`")]
    Unsound(&'static str),
}
