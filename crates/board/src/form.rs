//! What somebody typed, and whether it is a question.

use crate::Board;

/// Characters a name may have.
pub const NAME_MOST: usize = 60;
/// Characters a question needs.
pub const TEXT_LEAST: usize = 20;
/// Characters a question may have.
pub const TEXT_MOST: usize = 2000;

/// What stands in the form, as it was sent. It has no `Debug`: there is an address in it.
#[derive(Clone, Default)]
pub struct Typed {
    /// Topic of a page.
    pub topic: String,
    /// Who asks.
    pub name: String,
    /// Where the answer goes.
    pub email: String,
    /// The question.
    pub text: String,
    /// "None of these signs": was it ticked?
    pub no_sign: bool,
    /// The field that people do not see.
    pub website: String,
    /// Tells this form from others, and when it was made.
    pub form: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// That no sign is there.
    NoSign,
    /// Topic.
    Topic,
    /// Name.
    Name,
    /// E-mail.
    Email,
    /// Question.
    Text,
    /// The one to leave empty.
    Website,
    /// The form as a whole.
    Form,
}

/// Something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Not ticked that there is no sign.
    NoSign,
    /// None of the topics.
    Topic,
    /// No name.
    NoName,
    /// A long name.
    LongName,
    /// No address.
    NoEmail,
    /// None that mail could be sent to.
    BadEmail,
    /// No question.
    NoText,
    /// Too short, or too long.
    LongText,
    /// The field to leave empty is not.
    Robot,
    /// Sent sooner than one can read.
    Fast,
    /// Not a form of this server, or an old one.
    Old,
    /// Too many came.
    Often,
    /// Too many wait.
    Full,
}

/// A question that may be kept. It has no `Debug`: there is an address in it.
pub struct Asked {
    /// Topic of a page.
    pub topic: String,
    /// Who asks.
    pub name: String,
    /// Where the answer goes.
    pub email: String,
    /// The question.
    pub text: String,
}

impl Slip {
    /// Where to mend it.
    pub fn field(self) -> Field {
        match self {
            Slip::NoSign => Field::NoSign,
            Slip::Topic => Field::Topic,
            Slip::NoName | Slip::LongName => Field::Name,
            Slip::NoEmail | Slip::BadEmail => Field::Email,
            Slip::NoText | Slip::LongText => Field::Text,
            Slip::Robot => Field::Website,
            Slip::Fast | Slip::Old | Slip::Often | Slip::Full => Field::Form,
        }
    }

    /// What is said of it.
    pub(crate) fn said(self, board: &Board) -> String {
        let l = board.labels;
        match self {
            Slip::NoSign => l.slip_sign,
            Slip::Topic => l.slip_topic,
            Slip::NoName => l.slip_name,
            Slip::LongName => return (l.slip_long_name)(NAME_MOST),
            Slip::NoEmail => l.slip_email,
            Slip::BadEmail => l.slip_bad_email,
            Slip::NoText => l.slip_text,
            Slip::LongText => return (l.slip_long_text)(TEXT_LEAST, TEXT_MOST),
            Slip::Robot => l.slip_robot,
            Slip::Fast => l.slip_fast,
            Slip::Old => l.slip_old,
            Slip::Often => l.slip_often,
            Slip::Full => l.slip_full,
        }
        .to_owned()
    }
}

impl Typed {
    /// The same without what nobody types: control characters, and those that turn the direction of what stands around them.
    #[must_use]
    pub fn cleaned(&self) -> Typed {
        let line = |text: &str| clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
        Typed {
            topic: line(&self.topic),
            name: line(&self.name),
            email: self.email.trim().to_owned(),
            text: clean(&self.text.replace("\r\n", "\n").replace('\r', "\n")).trim().to_owned(),
            ..self.clone()
        }
    }

    /// Is it a question? `is_address` tells addresses that mail can be sent to. What is asked is cleaned first.
    ///
    /// # Errors
    /// Everything to mend, in the order of the fields.
    pub fn check(&self, board: &Board, is_address: impl Fn(&str) -> bool) -> Result<Asked, Vec<Slip>> {
        let Typed { topic, name, email, text, no_sign, website, .. } = self.cleaned();
        let (name_long, text_long) = (name.chars().count(), text.chars().count());
        let slips = [
            (!no_sign, Slip::NoSign),
            (board.topic(&topic).is_none(), Slip::Topic),
            (name_long == 0, Slip::NoName),
            (name_long > NAME_MOST, Slip::LongName),
            (email.is_empty(), Slip::NoEmail),
            (!email.is_empty() && !is_address(&email), Slip::BadEmail),
            (text_long == 0, Slip::NoText),
            (text_long > 0 && !(TEXT_LEAST..=TEXT_MOST).contains(&text_long), Slip::LongText),
            (!website.is_empty(), Slip::Robot),
        ];
        let slips: Vec<Slip> = slips.into_iter().filter_map(|(is, slip)| is.then_some(slip)).collect();
        if slips.is_empty() { Ok(Asked { topic, name, email, text }) } else { Err(slips) }
    }
}

/// Without control characters (lines and tabs stay) and without those that turn directions (Unicode TR 9) or are no characters in XML.
pub(crate) fn clean(text: &str) -> String {
    let plain = |c: &char| match *c {
        '\n' | '\t' => true,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars().filter(plain).collect()
}
