//! Why there are no files.

use std::io;
use std::path::PathBuf;

/// Why there are no files.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The program was called in another way than it knows.
    #[error("usage: bundle --wasm FILE --body FILE --static DIR --anatomy DIR --out DIR")]
    Usage,
    /// A file cannot be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A static file is not there.
    #[error("there is no {0} among the static files")]
    Missing(&'static str),
    /// A file that is filled in is not text.
    #[error("{0} is not UTF-8")]
    NotText(String),
    /// A file names what is not there, or files name each other in a circle.
    #[error("{file} names {{{{{name}}}}}, which is not a file of the app or is in turn made of {file}")]
    Unknown {
        /// The file.
        file: String,
        /// What it names.
        name: String,
    },
    /// wasm-bindgen does not take the wasm.
    #[error("wasm-bindgen: {0}")]
    Bindgen(String),
    /// What Unknot needs of npm it does not get.
    #[error("the app wants npm packages, which it must not")]
    Npm,
    /// The default guide or its pages have problems.
    #[error("{0}")]
    Guide(guide::Problems),
}
