//! Which mail server, and how to log in there.

use std::fmt;

/// How the way to the mail server is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (usually port 465).
    Tls,
    /// TLS once both have said hello (usually port 587). A server that cannot is not used.
    StartTls,
    /// Not at all: for a mail server on this very machine.
    None,
}

/// Name and password for the mail server.
#[derive(Clone)]
pub struct Login {
    /// Name.
    pub user: String,
    /// Password. It is never printed.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(not shown)")
    }
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct MailServer {
    /// Its name, or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is kept secret.
    pub security: Security,
    /// Name and password, if it wants them.
    pub login: Option<Login>,
    /// Who sends: `ask@example.org`, or `Name <ask@example.org>`.
    pub from: String,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsTrouble {
    /// Who sends cannot be read.
    #[error("from = {0:?} is no address; write ask@example.org, or Name <ask@example.org>")]
    From(String),
    /// Others could read along.
    #[error(
        "mail to {0} would be readable on its way; take security = \"tls\" or \"starttls\" (\"none\" is for a mail server on this machine)"
    )]
    Open(String),
    /// TLS does not start.
    #[error("TLS cannot be used with {0}: its name is no name of a server, or this machine has no certificates")]
    Tls(String),
}

impl MailServer {
    /// Is it on this very machine?
    pub(crate) fn is_here(&self) -> bool {
        let address = self.host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
        self.host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }
}
