//! The settings of a question board: a TOML file without secrets in it.

use crate::failure::Failure;
use mail::{Login, MailServer, Security, Sender};
use serde::Deserialize;
use server::Board;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where the password may stand instead of in a file.
const PASSWORD: &str = "UNKNOT_SMTP_PASSWORD";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    url: String,
    #[serde(default = "usual")]
    bind: SocketAddr,
    owner: String,
    smtp: Option<Smtp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Smtp {
    host: String,
    port: Option<u16>,
    #[serde(default)]
    security: Way,
    from: String,
    user: Option<String>,
    password_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    Tls,
    #[default]
    StartTls,
    None,
}

fn usual() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 4748))
}

/// The board that a file tells of.
///
/// # Errors
/// What is wrong in it; never what stands in a line, as somebody may have written the password there.
pub(super) fn board(file: &Path) -> Result<Board, Failure> {
    let wrong = |message: String, hint: &str| Failure::input(format!("{}: {message}", file.display()), hint);
    let text = fs::read_to_string(file).map_err(|error| wrong(format!("cannot be read: {error}"), "name a file"))?;
    let settings: Settings = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        wrong(format!("line {line}: {}", error.message()), "`unknot serve --help` shows what stands there")
    })?;
    let url = Board::url(&settings.url).map_err(|trouble| wrong(trouble.to_string(), ""))?;
    let owner = settings.owner.trim();
    if owner.is_empty() {
        return Err(wrong("owner is empty".to_owned(), "say who answers: people ask a person, not a program"));
    }
    let sender = settings.smtp.map(|smtp| sender(smtp, file)).transpose()?;
    let guide = guide::Guide::embedded("en").map_err(Failure::BuiltIn)?;
    let library = pages::embedded(&guide).map_err(Failure::BuiltIn)?;
    let board = board::Board::of(&guide, &library, &url, owner, sender.is_some());
    Ok(Board { board, bind: settings.bind, sender })
}

fn sender(smtp: Smtp, file: &Path) -> Result<Sender, Failure> {
    let wrong = |message: String, hint: &str| Failure::input(format!("{}: [smtp]: {message}", file.display()), hint);
    let Smtp { host, port, security, from, user, password_file } = smtp;
    let (security, usual) = match security {
        Way::Tls => (Security::Tls, 465),
        Way::StartTls => (Security::StartTls, 587),
        Way::None => (Security::None, 25),
    };
    let password = match &password_file {
        // From where the settings are, as one would expect.
        Some(path) => Some(fs::read_to_string(file.with_file_name("").join(path)).map_err(|error| {
            wrong(format!("password_file {}: {error}", path.display()), "it holds the password and nothing else")
        })?),
        None => env::var(PASSWORD).ok(),
    };
    let login = match (user, password) {
        (None, None) => None,
        (Some(user), Some(password)) => Some(Login { user, password: password.trim_end().to_owned() }),
        (Some(_), None) => {
            return Err(wrong("user without a password".to_owned(), "set password_file, or UNKNOT_SMTP_PASSWORD"));
        }
        (None, Some(_)) => return Err(wrong("a password without user".to_owned(), "say user = \"…\"")),
    };
    let server = MailServer { host, port: port.unwrap_or(usual), security, login, from };
    Sender::new(server).map_err(|trouble| wrong(trouble.to_string(), ""))
}
