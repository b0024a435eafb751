//! Hands a message to a mail server (SMTP, RFC 5321), step by step, so that it is known whether it went out.
//!
//! [`Sender::call`] goes as far as the server takes the addresses and waits for the content; nothing is sent yet.
//! [`Ready::hand_over`] sends it. In between the caller can write down, for good, that it is being handed over: only what is cut
//! off after that is unsure.
//!
//! What a mail server says may hold the address of who gets the message. So nothing of it is passed on but its code.
//!
//! It waits for the network, up to half a minute a step: call it where waiting harms nobody.

mod message;
mod sender;
mod settings;

pub use message::{Message, is_address};
pub use sender::{NotSent, Ready, Sender, Step};
pub use settings::{Login, MailServer, Security, SettingsTrouble};
