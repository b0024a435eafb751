//! A message, from plain words to what is sent.

use lettre::message::header::{ContentType, MIME_VERSION_1_0};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{Address, Message as Built};
use std::time::{Duration, UNIX_EPOCH};

/// What is to be sent.
#[derive(Clone)]
pub struct Message {
    /// Who gets it: an address without a name.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// What it says, plain.
    pub text: String,
    /// Names it among all of this sender: letters, digits, dots and hyphens. The same message sent again has the same one.
    pub id: String,
    /// When it is written: milliseconds since 1970, UTC.
    pub at_ms: u64,
}

/// Can mail be sent to this? ASCII only: what mail servers everywhere take.
pub fn is_address(text: &str) -> bool {
    let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
    let whole = domain.contains('.') && !domain.contains("..") && !domain.ends_with('.');
    text.is_ascii() && text.len() <= 254 && whole && text.parse::<Address>().is_ok()
}

impl Message {
    /// As it is sent.
    pub(crate) fn built(&self, from: &Mailbox) -> Option<Built> {
        let to: Address = self.to.parse().ok()?;
        let id = format!("<{}@{}>", self.id, from.email.domain());
        let at = UNIX_EPOCH + Duration::from_millis(self.at_ms);
        let head = MessageBuilder::new().from(from.clone()).to(Mailbox::new(None, to)).subject(&self.subject);
        let head = head.message_id(Some(id)).date(at).header(MIME_VERSION_1_0).header(ContentType::TEXT_PLAIN);
        head.body(self.text.clone()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_told_from_what_only_looks_like_one() {
        for (text, yes) in [
            ("ann@example.org", true),
            ("ann.b+knot@mail.example.co.uk", true),
            ("ann", false),
            ("ann@", false),
            ("@example.org", false),
            ("ann@example", false),
            ("ann@example.", false),
            ("ann b@example.org", false),
            ("ann@example.org, bob@example.org", false),
            ("Ann <ann@example.org>", false),
            ("ann@example.org\r\nBcc: all@example.org", false),
            ("änn@example.org", false),
        ] {
            assert_eq!(is_address(text), yes, "{text:?}");
        }
        assert!(!is_address(&format!("{}@example.org", "a".repeat(250))));
    }
}
