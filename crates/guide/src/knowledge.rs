//! The guide in memory: checked, and indexed by id.

use crate::Map;
use crate::shape::*;
use crate::text::Texts;

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);
        impl $name {
            /// As an index into the guide's list.
            pub fn ix(self) -> usize {
                self.0 as usize
            }
        }
    };
}
index!(
    /// A zone: index into [`Guide::zones`].
    ZoneIx
);
index!(
    /// A source: index into [`Guide::sources`].
    SourceIx
);
index!(
    /// A question: index into [`Guide::questions`].
    QuestionIx
);
index!(
    /// A caution: index into [`Guide::cautions`].
    CautionIx
);
index!(
    /// A red flag: index into [`Guide::flags`].
    FlagIx
);
index!(
    /// An ask of the gate: index into [`Guide::asks`].
    AskIx
);

/// About this guide: `guide/guide.toml`.
#[derive(Clone, Debug, Default, schemars::JsonSchema, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Version, `YYYY.MM`.
    pub version: String,
    /// Languages that are complete.
    pub languages: Vec<String>,
    /// Who wrote it.
    pub author: String,
    /// Clinician who checked it; empty until one has.
    pub reviewer: String,
    /// Date of the last change, `YYYY-MM-DD`.
    pub date: String,
}

/// The whole guide in one language, every id resolved. Built by [`Guide::read`](crate::Guide::read).
// `Deserialize` is for the compiled-in and the packed guide alone: it checks nothing.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// About it.
    pub about: About,
    /// Language of its texts.
    #[serde(skip)]
    pub language: String,
    /// Texts.
    #[serde(skip)]
    pub texts: Texts,
    /// Zones.
    pub zones: Vec<Zone>,
    /// Landmarks.
    pub landmarks: Vec<Landmark>,
    /// No-go regions.
    pub no_go: Vec<NoGo>,
    /// Muscles.
    pub muscles: Vec<Muscle>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Published referral charts.
    pub charts: Vec<Chart>,
    /// Questions.
    pub questions: Vec<Question>,
    /// Red flags.
    pub flags: Vec<Flag>,
    /// Asks of all flags in order: flag and place in it.
    #[serde(skip)]
    pub asks: Vec<(FlagIx, usize)>,
    /// Cautions.
    pub cautions: Vec<Caution>,
    /// Tied numbers.
    pub model: Model,
    /// Release regions.
    pub regions: Vec<Region>,
    /// Tools.
    pub tools: Vec<ToolFact>,
    /// Techniques.
    pub techniques: Vec<Technique>,
    /// Doses.
    pub doses: Vec<Dose>,
    /// Pressure bands.
    pub bands: Vec<Band>,
    /// Stop signs.
    pub stops: Vec<StopSign>,
    /// Warm-ups.
    pub warmups: Vec<Warmup>,
    /// Comfort advice.
    pub comforts: Vec<Comfort>,
    /// Stretches.
    pub stretches: Vec<Stretch>,
    /// Blocks.
    pub blocks: Vec<Block>,
    /// Exercises.
    pub exercises: Vec<Exercise>,
    /// Strength doses.
    pub strength_doses: Vec<StrengthDose>,
    /// Strength rules.
    pub strength_rules: Vec<StrengthRule>,
    /// Ladders.
    pub ladders: Vec<Ladder>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// References by id.
    pub references: Map<String, Reference>,
}

macro_rules! lookup {
    ($(#[$doc:meta])* $fn:ident, $of:ident, $list:ident, $ix:ident, $t:ident) => {
        impl Guide {
            $(#[$doc])*
            pub fn $fn(&self, id: &str) -> Option<$ix> {
                // Lists are short; order of the file is kept, so no sorted copy.
                self.$list.iter().position(|x| x.id == *id).map(|i| $ix(i as u16))
            }
            /// The thing behind an index.
            pub fn $of(&self, ix: $ix) -> &$t {
                &self.$list[ix.ix()]
            }
        }
    };
}
lookup!(
    /// Zone by id.
    find_zone, zone, zones, ZoneIx, Zone
);
lookup!(
    /// Source by id.
    find_source, source, sources, SourceIx, Source
);
lookup!(
    /// Question by id.
    find_question, question, questions, QuestionIx, Question
);
lookup!(
    /// Caution by id.
    find_caution, caution, cautions, CautionIx, Caution
);
lookup!(
    /// Flag by id.
    find_flag, flag, flags, FlagIx, Flag
);

impl Guide {
    /// Fills [`Guide::asks`] from the flags.
    pub(crate) fn list_asks(&mut self) {
        for (flag, at) in self.flags.iter().zip(0..) {
            self.asks.extend((0..flag.ask.len()).map(|ask| (FlagIx(at), ask)));
        }
    }
    /// Ask by id.
    pub fn find_ask(&self, id: &str) -> Option<AskIx> {
        let at = self.asks.iter().position(|&(f, a)| self.flags[f.ix()].ask[a].id == *id)?;
        Some(AskIx(at as u16))
    }
    /// The ask behind an index.
    pub fn ask(&self, ix: AskIx) -> &Ask {
        let (flag, at) = self.asks[ix.ix()];
        &self.flag(flag).ask[at]
    }
    /// The flag an ask belongs to.
    pub fn flag_of(&self, ix: AskIx) -> FlagIx {
        self.asks[ix.ix()].0
    }
    /// Region by id.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|x| x.id == *id)
    }
    /// Muscle by id.
    pub fn muscle(&self, id: &str) -> Option<&Muscle> {
        self.muscles.iter().find(|x| x.id == *id)
    }
    /// The text of a thing, see [`Texts::get`].
    pub fn text(&self, kind: &str, id: &str, field: &str) -> &str {
        self.texts.get(kind, id, field)
    }
}
