//! The two steps to the mail server.

use crate::{Login, MailServer, Message, Security, SettingsTrouble};
use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::fmt;
use std::time::Duration;

/// How long the mail server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends by one mail server.
#[derive(Clone)]
pub struct Sender {
    server: MailServer,
    from: Mailbox,
    tls: Option<TlsParameters>,
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").field("server", &self.server).finish_non_exhaustive()
    }
}

/// A mail server that has taken the addresses and waits for the content.
pub struct Ready {
    connection: SmtpConnection,
    content: Vec<u8>,
}

/// Where on the way something went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reaching the server, and TLS.
    Connect,
    /// Name and password.
    Login,
    /// Who sends.
    From,
    /// Who gets it.
    To,
    /// The content.
    Content,
}

/// Why a message is not known to be sent. Holds nothing of what the mail server said but its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// It surely did not go out; it may later.
    #[error("{}", said(*.step, *.code))]
    Later {
        /// Where it went wrong.
        step: Step,
        /// What the server answered, if it did.
        code: Option<u16>,
    },
    /// It surely did not go out, and will not.
    #[error("{}; it will not take it later either", said(*.step, *.code))]
    Never {
        /// Where it went wrong.
        step: Step,
        /// What the server answered, if it did.
        code: Option<u16>,
    },
    /// The content was handed over and no answer came: it may have gone out.
    #[error("the mail server did not say whether it took the message")]
    Unsure,
}

fn said(step: Step, code: Option<u16>) -> String {
    let what = match step {
        Step::Connect => "the mail server could not be reached, or not safely",
        Step::Login => "the mail server did not take name and password",
        Step::From => "the mail server does not send for this sender",
        Step::To => "the mail server does not take this receiver",
        Step::Content => "the mail server did not take the message",
    };
    match code {
        Some(code) => format!("{what} (it said {code})"),
        None => what.to_owned(),
    }
}

impl Sender {
    /// Checks the settings; asks nobody yet.
    ///
    /// # Errors
    /// What cannot be used.
    pub fn new(server: MailServer) -> Result<Sender, SettingsTrouble> {
        let from = server.from.parse().map_err(|_| SettingsTrouble::From(server.from.clone()))?;
        let tls = match server.security {
            Security::None if server.is_here() => None,
            Security::None => return Err(SettingsTrouble::Open(server.host)),
            Security::Tls | Security::StartTls => {
                let made = TlsParameters::new_rustls(server.host.clone());
                Some(made.map_err(|_| SettingsTrouble::Tls(server.host.clone()))?)
            }
        };
        Ok(Sender { server, from, tls })
    }

    /// Goes as far as the server waits for the content.
    ///
    /// # Errors
    /// Why it does not; nothing was sent then.
    pub fn call(&self, message: &Message) -> Result<Ready, NotSent> {
        let built = message.built(&self.from).ok_or(NotSent::Never { step: Step::To, code: None })?;
        let mut connection = self.connect().map_err(|error| later(Step::Connect, &error))?;
        if let Some(Login { user, password }) = &self.server.login {
            let known = [Mechanism::Plain, Mechanism::Login];
            let login = Credentials::new(user.clone(), password.clone());
            connection.auth(&known, &login).map_err(|error| later(Step::Login, &error))?;
        }
        let (from, to) = (built.envelope().from().cloned(), built.envelope().to().first().cloned());
        let to = to.ok_or(NotSent::Never { step: Step::To, code: None })?;
        connection.command(Mail::new(from, Vec::new())).map_err(|error| later(Step::From, &error))?;
        connection.command(Rcpt::new(to, Vec::new())).map_err(|error| refused(Step::To, &error))?;
        connection.command(Data).map_err(|error| later(Step::Content, &error))?;
        Ok(Ready { connection, content: built.formatted() })
    }

    fn connect(&self) -> Result<SmtpConnection, Error> {
        let MailServer { host, port, security, .. } = &self.server;
        let hello = ClientId::Domain(self.from.email.domain().to_owned());
        let at_once = self.tls.as_ref().filter(|_| *security == Security::Tls);
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let mut connection = SmtpConnection::connect((host, *port), Some(PATIENCE), &hello, at_once, None)?;
        if let (Security::StartTls, Some(tls)) = (security, &self.tls) {
            connection.starttls(tls, &hello)?;
        }
        Ok(connection)
    }
}

impl Ready {
    /// Sends the content. When this returns, the server has it.
    ///
    /// # Errors
    /// Why it has not; [`NotSent::Unsure`] if it may have.
    pub fn hand_over(mut self) -> Result<(), NotSent> {
        let sent = self.connection.message(&self.content);
        match sent {
            Ok(_) => {
                // It has it, whatever becomes of the farewell.
                let _ = self.connection.quit();
                Ok(())
            }
            Err(error) if error.status().is_some() => Err(refused(Step::Content, &error)),
            Err(_) => Err(NotSent::Unsure),
        }
    }
}

fn code(error: &Error) -> Option<u16> {
    error.status().map(u16::from)
}

fn later(step: Step, error: &Error) -> NotSent {
    NotSent::Later { step, code: code(error) }
}

/// A code of 500 and more is meant for good.
fn refused(step: Step, error: &Error) -> NotSent {
    if error.is_permanent() { NotSent::Never { step, code: code(error) } } else { later(step, error) }
}
