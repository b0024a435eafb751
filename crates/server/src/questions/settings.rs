//! Whose board it is, and where.

use std::net::SocketAddr;

/// A question board to serve.
#[derive(Clone)]
pub struct Board {
    /// What it says, and where people reach it.
    pub board: board::Board,
    /// Where it listens: an address that a proxy with TLS leads to.
    pub bind: SocketAddr,
    /// Mails the answers, if there is a mail server.
    pub sender: Option<mail::Sender>,
}

impl std::fmt::Debug for Board {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Board").field("bind", &self.bind).field("sender", &self.sender).finish_non_exhaustive()
    }
}

/// Why a board cannot be at an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UrlTrouble {
    /// It is no address of a site.
    #[error("url = {0:?} is no address of a site; write https://ask.example.org, without anything after the name")]
    NoSite(String),
    /// What is typed could be read on its way.
    #[error(
        "url = {0:?}: what people write would be readable on its way; write https (http is for this machine alone)"
    )]
    Open(String),
}

impl Board {
    /// Checks where people reach a board: a site of its own, over TLS unless it is this machine. Gives it without a slash at
    /// the end.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn url(text: &str) -> Result<String, UrlTrouble> {
        let url = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let no_site = || UrlTrouble::NoSite(text.to_owned());
        let (scheme, host) = url.split_once("://").ok_or_else(no_site)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        if host.is_empty() || !host.chars().all(plain) {
            return Err(no_site());
        }
        match scheme {
            "https" => Ok(url),
            "http" if here(host) => Ok(url),
            "http" => Err(UrlTrouble::Open(text.to_owned())),
            _ => Err(no_site()),
        }
    }
}

/// Does a host with or without a port name this machine?
fn here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Board, UrlTrouble};

    #[test]
    fn a_board_is_a_site_of_its_own_that_nobody_reads_along() {
        let no_site = |text: &str| Err(UrlTrouble::NoSite(text.to_owned()));
        let open = |text: &str| Err(UrlTrouble::Open(text.to_owned()));
        for (text, read) in [
            ("https://Ask.Example.org/", Ok("https://ask.example.org".to_owned())),
            ("https://ask.example.org:8443", Ok("https://ask.example.org:8443".to_owned())),
            ("http://127.0.0.1:4748", Ok("http://127.0.0.1:4748".to_owned())),
            ("http://[::1]:4748", Ok("http://[::1]:4748".to_owned())),
            ("http://localhost", Ok("http://localhost".to_owned())),
            ("http://ask.example.org", open("http://ask.example.org")),
            ("http://localhost.example.org", open("http://localhost.example.org")),
            ("https://example.org/ask", no_site("https://example.org/ask")),
            ("https://ann@example.org", no_site("https://ann@example.org")),
            ("ftp://example.org", no_site("ftp://example.org")),
            ("ask.example.org", no_site("ask.example.org")),
            ("https://", no_site("https://")),
        ] {
            assert_eq!(Board::url(text), read, "{text}");
        }
    }
}
