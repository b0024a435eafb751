//! How a command ends when it does not end well.

use crate::case_json::BadCase;
use std::io;
use std::process::ExitCode;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A case is wrong: file and place.
    #[error("{file}:{bad}{}", way_out(&.bad.hint))]
    Case {
        /// Its file, or "stdin".
        file: String,
        /// What is wrong.
        bad: BadCase,
    },
    /// What was given cannot be used; says why, then how to get out.
    #[error("{message}{}", way_out(.hint))]
    Input {
        /// What is wrong.
        message: String,
        /// How to get out; may be empty.
        hint: String,
    },
    /// What was asked makes sense and cannot be done; says why, then how to get out.
    #[error("{message}{}", way_out(.hint))]
    Undone {
        /// What is wrong.
        message: String,
        /// How to get out; may be empty.
        hint: String,
    },
    /// It is said already where it belongs; only the exit code is left to say.
    #[error("")]
    Told,
    /// The guide that is built in is broken.
    #[error("the built-in guide is broken; this is a bug in Unknot:\n\n{0}")]
    BuiltIn(#[source] guide::Problems),
    /// Reading or writing failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// An answer could not be written as JSON.
    #[error("cannot write the answer as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

fn way_out(hint: &str) -> String {
    if hint.is_empty() { String::new() } else { format!("\n  hint: {hint}") }
}

impl Failure {
    /// Bad input with a way out.
    pub(crate) fn input(message: impl Into<String>, hint: impl Into<String>) -> Failure {
        Failure::Input { message: message.into(), hint: hint.into() }
    }

    /// Not done, with a way out.
    pub(crate) fn undone(message: impl Into<String>, hint: impl Into<String>) -> Failure {
        Failure::Undone { message: message.into(), hint: hint.into() }
    }

    /// Did whoever reads our output stop reading? That is no failure.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        match self {
            Failure::Io(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Failure::Json(error) => error.io_error_kind() == Some(io::ErrorKind::BrokenPipe),
            _ => false,
        }
    }

    /// 2 for bad input, 1 for anything else.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Case { .. } | Failure::Input { .. } | Failure::Told => ExitCode::from(2),
            Failure::Undone { .. } | Failure::BuiltIn(_) | Failure::Io(_) | Failure::Json(_) => ExitCode::FAILURE,
        }
    }
}
