//! Who may ask: pages of this server, in a browser that has the key.

use crate::answer::Problem;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use std::net::SocketAddr;

/// Seconds a browser keeps the key: as long as browsers keep anything.
const REMEMBERED: u32 = 400 * 24 * 60 * 60;

/// What opens the records.
#[derive(Clone)]
pub(crate) struct Access {
    key: String,
    port: u16,
    /// The names this machine may be called by.
    hosts: [String; 3],
}

impl Access {
    /// `key` is lower-case hexadecimal.
    pub(crate) fn new(key: String, address: SocketAddr) -> Access {
        let port = address.port();
        Access { key, port, hosts: ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}")) }
    }

    /// Refuses a page of another site that had its name point at this machine.
    pub(crate) fn host(&self, asked: &HeaderMap) -> Result<(), Problem> {
        let host = text(asked, header::HOST);
        // At port 80 browsers leave it out.
        let known = |known: &String| known == host || (self.port == 80 && known.trim_end_matches(":80") == host);
        if self.hosts.iter().any(known) {
            return Ok(());
        }
        let message = format!("this server answers at http://{} only", self.hosts[0]);
        Err(Problem::new(StatusCode::FORBIDDEN, "wrong_host", message))
    }

    /// Refuses what another page sends here.
    pub(crate) fn origin(&self, asked: &HeaderMap) -> Result<(), Problem> {
        let (host, origin) = (text(asked, header::HOST), text(asked, header::ORIGIN));
        if origin.strip_prefix("http://") == Some(host) {
            return Ok(());
        }
        let message = "writing needs the header Origin, with this server's own address";
        Err(Problem::new(StatusCode::FORBIDDEN, "wrong_origin", message))
    }

    /// Refuses whoever does not have the key.
    pub(crate) fn cookie(&self, asked: &HeaderMap) -> Result<(), Problem> {
        let name = self.cookie_name();
        let cookies = asked.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut values =
            cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
        if values.any(|(key, value)| key == name && self.opens(value)) {
            return Ok(());
        }
        let message = "this browser does not have the key; open the address that `unknot` printed when it started";
        Err(Problem::new(StatusCode::UNAUTHORIZED, "no_key", message))
    }

    /// Is it the key? Takes as long for any text of its length.
    pub(crate) fn opens(&self, key: &str) -> bool {
        let differ = self.key.bytes().zip(key.bytes()).fold(0, |differ, (ours, theirs)| differ | (ours ^ theirs));
        key.len() == self.key.len() && differ == 0
    }

    /// What makes a browser remember the key. Scripts do not see it, and other sites' pages do not send it.
    pub(crate) fn set_cookie(&self) -> String {
        let Access { key, .. } = self;
        format!("{}={key}; Path=/; Max-Age={REMEMBERED}; HttpOnly; SameSite=Strict", self.cookie_name())
    }

    /// Cookies do not know ports: another Unknot on this machine has another key.
    fn cookie_name(&self) -> String {
        format!("unknot-{}", self.port)
    }
}

fn text(asked: &HeaderMap, name: header::HeaderName) -> &str {
    asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
