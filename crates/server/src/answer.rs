//! Errors as answers: one envelope, a kind a program can act on, a sentence a person can.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use store::{Refused, Trouble};

/// Something that was not done.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    kind: &'static str,
    message: String,
    /// More for a program to act on.
    details: Map<String, Value>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Problem {
        Problem { status, kind, message: message.into(), details: Map::new() }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Problem {
        self.details.insert(key.to_owned(), value.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut error = self.details;
        error.insert("kind".to_owned(), self.kind.into());
        error.insert("message".to_owned(), self.message.into());
        (self.status, [(header::CACHE_CONTROL, "no-store")], Json(json!({ "error": error }))).into_response()
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        let message = refused.to_string();
        match refused {
            Refused::Erased { .. } => Problem::new(StatusCode::GONE, "erased", message),
            Refused::Gap { device, number, expected } => Problem::new(StatusCode::CONFLICT, "gap", message)
                .with("device", device.to_string())
                .with("number", number)
                .with("expected", expected),
            Refused::Different { device, number } => Problem::new(StatusCode::CONFLICT, "different", message)
                .with("device", device.to_string())
                .with("number", number),
            Refused::IdTaken { device, number, .. } => Problem::new(StatusCode::CONFLICT, "id_taken", message)
                .with("device", device.to_string())
                .with("number", number),
            Refused::LongRecord { device, number, .. } => {
                too_large(message).with("device", device.to_string()).with("number", number)
            }
            Refused::LongBatch { .. } | Refused::ManyRecords { .. } => too_large(message),
            Refused::Trouble(trouble) => trouble.into(),
        }
    }
}

/// More than is taken at once.
pub(crate) fn too_large(message: impl Into<String>) -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message)
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Problem {
        match trouble {
            Trouble::Full => Problem::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full", trouble.to_string()),
            trouble => Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "failed", trouble.to_string()),
        }
    }
}
