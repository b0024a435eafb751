//! The kinds of things in a guide: where each stands and which texts it has.

/// A text field of a kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its key.
    pub(crate) name: &'static str,
    /// May it be a list of steps?
    pub(crate) list: bool,
    /// Must each thing of its kind have it? Those that only some need are checked one by one.
    pub(crate) needed: bool,
}

/// A kind of thing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// Name: its list in `Guide` and in the export.
    pub(crate) name: &'static str,
    /// The key of its texts and, with `.toml`, the name of their file; empty if it has none.
    pub(crate) texts: &'static str,
    /// What one of it is called in messages.
    pub(crate) one: &'static str,
    /// Its file; for sources a directory.
    pub(crate) file: &'static str,
    /// The key of its list in that file; empty if there is none.
    pub(crate) key: &'static str,
    /// Its texts.
    pub(crate) fields: &'static [Field],
}

const fn one(name: &'static str) -> Field {
    Field { name, list: false, needed: true }
}
const fn steps(name: &'static str) -> Field {
    Field { name, list: true, needed: true }
}
const fn maybe(name: &'static str) -> Field {
    Field { name, list: false, needed: false }
}

macro_rules! kinds {
    ($($constant:ident $name:literal: $one:literal in $file:literal $key:literal, texts $texts:literal [$($field:expr),*];)*) => {
        $(pub(crate) const $constant: Kind =
            Kind { name: $name, texts: $texts, one: $one, file: $file, key: $key, fields: &[$($field),*] };)*
        /// All kinds.
        pub(crate) const ALL: &[Kind] = &[$($constant),*];
    };
}

kinds! {
    ZONES "zones": "zone" in "zones.toml" "zone", texts "zones" [one("name"), one("borders")];
    LANDMARKS "landmarks": "landmark" in "landmarks.toml" "landmark", texts "landmarks" [one("name"), one("find"), one("covered")];
    NO_GO "no_go": "no-go region" in "no_go.toml" "no_go", texts "no_go"
        [one("name"), one("location"), one("reason"), one("rule")];
    MUSCLES "muscles": "muscle" in "muscles.toml" "muscle", texts "muscles"
        [one("name"), one("location"), one("fibres"), one("job")];
    SOURCES "sources": "source" in "sources/" "", texts "sources"
        [one("name"), one("short"), one("location"), one("depth"), maybe("fibres"), one("complaint"), maybe("claims")];
    CHARTS "charts": "chart" in "charts.toml" "chart", texts "" [];
    QUESTIONS "questions": "question" in "questions.toml" "question", texts "questions"
        [one("ask"), one("help"), one("yes"), one("no"), one("said_yes"), one("said_no")];
    FLAGS "flags": "flag" in "safety.toml" "flag", texts "flags" [one("name"), one("action"), one("reason")];
    ASKS "asks": "ask" in "safety.toml" "", texts "asks" [one("ask"), one("short")];
    CAUTIONS "cautions": "caution" in "cautions.toml" "caution", texts "cautions"
        [one("name"), maybe("ask"), maybe("short"), one("rule")];
    REGIONS "regions": "region" in "regions.toml" "region", texts "regions"
        [one("name"), one("location"), steps("landmarks"), one("fibres"), one("along"), one("across"), one("covered")];
    TOOLS "tools": "tool" in "tools.toml" "tool", texts "tools" [one("name"), one("what"), one("advice"), one("mistake")];
    TECHNIQUES "techniques": "technique" in "techniques.toml" "technique", texts "techniques" [steps("setup")];
    DOSES "doses": "dose" in "doses.toml" "dose", texts "doses" [one("what"), maybe("note")];
    BANDS "bands": "band" in "doses.toml" "band", texts "bands" [one("feels"), one("advice")];
    STOPS "stops": "stop sign" in "doses.toml" "stop", texts "stops" [one("sign"), one("advice")];
    WARMUPS "warmups": "warm-up" in "warmups.toml" "warmup", texts "warmups" [one("name"), steps("steps"), one("skip")];
    COMFORTS "comforts": "comfort advice" in "comfort.toml" "comfort", texts "comfort"
        [one("position"), one("stop"), maybe("note"), maybe("see")];
    STRETCHES "stretches": "stretch" in "stretches.toml" "stretch", texts "stretches"
        [one("name"), steps("steps"), one("feel"), one("stop")];
    BLOCKS "blocks": "block" in "stretches.toml" "block", texts "blocks" [one("reason"), one("instead")];
    EXERCISES "exercises": "exercise" in "strength.toml" "exercise", texts "exercises"
        [one("name"), steps("steps"), one("stop")];
    STRENGTH_DOSES "strength_doses": "strength dose" in "strength.toml" "dose", texts "strength_doses" [one("name")];
    STRENGTH_RULES "strength_rules": "strength rule" in "strength.toml" "rule", texts "strength_rules" [one("rule")];
    LADDERS "ladders": "ladder" in "strength.toml" "ladder", texts "" [];
    DECISIONS "decisions": "decision" in "decisions.toml" "decision", texts "decisions" [one("when"), one("then")];
    REFERENCES "references": "reference" in "references.toml" "", texts "" [];
}

/// The texts that are common to all techniques of a style: a table a style, and no list of their own.
pub(crate) const STEPS: Kind = Kind {
    name: "",
    texts: "steps",
    one: "style",
    file: "",
    key: "",
    fields: &[one("search"), one("press"), one("wait"), one("hold"), one("finish"), one("retest")],
};

impl Kind {
    /// The path of its texts in a language; for sources a directory.
    pub(crate) fn text_file(&self, language: &str) -> String {
        let end = if self.texts == SOURCES.texts { "/" } else { ".toml" };
        format!("text/{language}/{}{end}", self.texts)
    }
}
