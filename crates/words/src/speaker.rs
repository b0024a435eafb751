//! Who speaks: a language, a guide and the case it is about.

use crate::en::English;
use crate::page::Page;
use crate::say::Say;
use belief::{Finding, Learned, Likely, Next, Ranked};
use case::Case;
use coach::session::{Cue, Done, Script, Shown, Step};
use coach::{Because, Consultation, NoPress, Reason, Refused, See, What};
use guide::{AskIx, Guide, Id};
use safety::Gate;

/// A language the program can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
}

impl Language {
    /// By its code, as in the guide's `languages`.
    pub fn of(code: &str) -> Option<Language> {
        (code == "en").then_some(Language::En)
    }
}

/// How much a page tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Words, as a person needs them.
    Words,
    /// Numbers, every source and every reason besides.
    Numbers,
}

/// A stop sign in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignText {
    /// Its id in the guide's stops.
    pub id: Id,
    /// What one feels or sees.
    pub sign: String,
    /// What to do.
    pub advice: String,
}

/// Says things about one case, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    language: Language,
    guide: &'a Guide,
    case: &'a Case,
}

macro_rules! says {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) -> $out:ty;)*) => {
        impl Speaker<'_> {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> $out {
                match self.language {
                    Language::En => English { guide: self.guide, case: self.case }.$name($($arg),*),
                }
            })*
        }
    };
}

says! {
    /// What the app says on a screen.
    say(say: Say) -> String;
    /// How likely, in one or two words.
    likely(likely: Likely) -> &'static str;
    /// What speaks for a source and what against, strongest first; none if nothing does.
    for_and_against(ranked: &Ranked) -> (Option<String>, Option<String>);
    /// What was found, as a reason.
    finding(finding: Finding) -> String;
    /// What earlier visits taught, and what follows from it.
    learned(learned: &Learned) -> String;
    /// What to do: ask, press, or press where nothing is expected.
    test(next: &Next) -> String;
    /// The same in a line.
    test_short(next: &Next) -> String;
    /// Why to do it.
    why(next: &Next) -> String;
    /// What the gate advises; empty while it is open or not all is asked.
    advice(gate: &Gate) -> String;
    /// What is left out of a plan, and why.
    refused(refused: &Refused) -> String;
    /// What is left out.
    what(what: &What) -> String;
    /// Why it is left out.
    reason(reason: &Reason) -> String;
    /// What brought a rule about.
    because(because: Because) -> String;
    /// Why nothing is pressed.
    no_press(why: NoPress) -> String;
    /// Whom to see or tell.
    see(see: &See) -> String;
    /// How far to trust all this.
    banner() -> String;
    /// An assessment to read.
    assessment(consultation: &Consultation, detail: Detail) -> Page;
    /// An assessment in five lines, for a physiotherapist or doctor.
    five_lines(consultation: &Consultation) -> String;
    /// A plan to follow, or what comes first.
    plan(consultation: &Consultation) -> Page;
    /// The questions of the gate that are not answered.
    unasked(asks: &[AskIx]) -> Page;
    /// A session: what to do now, at most 12 words.
    session_now(shown: &Shown) -> String;
    /// A session: what a step is, as a heading.
    session_step(script: &Script, step: &Step) -> String;
    /// A session: how to do a step, step by step.
    session_how(script: &Script, step: &Step) -> Vec<String>;
    /// A session: when to leave a warm-up out or stop a stretch or exercise; none for pressing, which has the stop signs.
    session_not_if(step: &Step) -> Option<String>;
    /// A session: a cue as it is spoken.
    session_cue(script: &Script, cue: &Cue) -> String;
    /// A session: something that was done, in a line.
    session_done(done: &Done) -> String;
    /// The signs to stop at while pressing (`during`), or those to look for afterwards.
    stop_signs(during: bool) -> Vec<SignText>;
    /// One stop sign; one that the guide does not know gets the advice to stop.
    stop_sign(id: &str) -> SignText;
}

impl<'a> Speaker<'a> {
    /// Speaks about `case` with the texts of `guide`, in the guide's language; English if it has words in no other.
    pub fn new(guide: &'a Guide, case: &'a Case) -> Self {
        Speaker { language: Language::of(&guide.language).unwrap_or(Language::En), guide, case }
    }
}
