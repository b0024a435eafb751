//! What stands beside the guide's texts on the pages to read: labels, one table a language.
//!
//! Functions and constants, not [`Say`](crate::Say): the app says none of it, and must not carry it.

use crate::{Drawn, Language};
use guide::shape::{Area, Confidence, Group, Side, Surface, Urgency};

/// Every label, in one language.
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct Labels {
    pub lies: &'static str,
    pub layer: &'static str,
    /// From the skin inwards.
    pub layers: [&'static str; 3],
    pub fibres: &'static str,
    pub job: &'static str,
    pub latin: &'static str,
    pub in_books: &'static str,
    pub complaint: &'static str,
    pub felt_most: &'static str,
    pub felt_also: &'static str,
    pub felt_seldom: &'static str,
    pub often: &'static str,
    pub sometimes: &'static str,
    pub seldom: &'static str,
    pub position: &'static str,
    pub stop_doing: &'static str,
    pub besides: &'static str,
    pub see: &'static str,
    pub covered: &'static str,
    pub keep_off: &'static str,
    pub along: &'static str,
    pub across: &'static str,
    pub how_hard: &'static str,
    pub how_hold: &'static str,
    pub how_sweep: &'static str,
    pub by_hand: &'static str,
    pub anywhere: &'static str,
    /// Stands after a number.
    pub moving: &'static str,
    pub you_feel: &'static str,
    pub stop_if: &'static str,
    pub signs: &'static str,
    pub while_pressing: &'static str,
    pub afterwards: &'static str,
    pub mistake: &'static str,
    pub author: &'static str,
    pub reviewer: &'static str,
    pub no_reviewer: &'static str,
    pub version: &'static str,
    pub changed: &'static str,
    pub holds: &'static str,
    pub evidence: &'static str,
    pub source: &'static str,
    pub ranking: &'static str,
    pub speaks_for: &'static str,
    pub against: &'static str,
    pub drawing: &'static str,
    pub drawn: &'static Drawn,
    pub sequence: &'static Sequence,
    pub opinion: &'static str,
    pub opinion_means: &'static str,
    pub references: &'static str,
    pub grade: &'static str,
    pub grades: &'static str,
    pub read_as: &'static str,
    pub not_checked: &'static str,
    pub on_this_page: &'static str,
    pub skip: &'static str,
    pub learn: &'static str,
    pub search: &'static str,
    pub search_lead: &'static str,
    pub search_words: &'static str,
    pub search_none: &'static str,
    pub search_needs: &'static str,
    pub all_pages: &'static str,
    /// Ways on: name in a page, word in the app's address, label.
    pub ways: [(&'static str, &'static str, &'static str); 4],
    /// Tabs of the app: word in the address, label.
    pub tabs: [(&'static str, &'static str); 5],
    /// From one number of ten to another, as a sentence.
    pub of_ten: fn(u8, u8) -> String,
    /// A place and its number of ten.
    pub place_number: fn(&str, f64) -> String,
    /// Pain on a side: places with their numbers.
    pub pain_on: fn(Side, &str) -> String,
    /// A source was released: pain before and after.
    pub released: fn(&str, f64, f64) -> String,
    /// Seconds of a hold, repeats, days a week.
    pub stretch_dose: fn(u16, u8, [u8; 2]) -> String,
    /// A number and its unit in the guide.
    pub amount: fn(f64, &str) -> String,
    /// So many drawings were counted.
    pub counted: fn(usize) -> String,
    /// So many sources, references and drawings.
    pub counts: fn(usize, usize, usize) -> String,
    /// No source is felt in a zone.
    pub nobody: fn(&str) -> String,
    /// How sure a statement is.
    pub sure: fn(Confidence) -> String,
    pub surface: fn(Surface) -> &'static str,
    pub area: fn(Area) -> &'static str,
    pub group: fn(Group) -> &'static str,
    pub urgency: fn(Urgency) -> &'static str,
    /// What was read of a reference: the guide's word for it.
    pub seen: fn(&str) -> String,
    /// What kind a reference is, by its grade.
    pub kind: fn(char) -> &'static str,
}

/// What stands at a release to watch and listen to.
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct Sequence {
    /// So many seconds.
    pub title: fn(usize) -> String,
    /// So many seconds.
    pub play: fn(usize) -> String,
    pub pause: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    pub voice: &'static str,
    pub below: &'static str,
    pub warm: &'static str,
    pub find: &'static str,
    pub lean: &'static str,
    pub hold: &'static str,
    pub roll: &'static str,
    pub stretch: &'static str,
    pub strengthen: &'static str,
}

/// The labels of a language.
pub fn labels(language: Language) -> &'static Labels {
    match language {
        Language::En => &EN,
    }
}

static EN_SEQUENCE: Sequence = Sequence {
    title: |seconds| format!("A release in {seconds} seconds"),
    play: |seconds| format!("Play ({seconds} seconds)"),
    pause: "Pause",
    back: "Back",
    next: "Next",
    voice: "Read aloud",
    below: "What each step rests on stands further down.",
    warm: "Warm up",
    find: "Find",
    lean: "Lean in",
    hold: "Hold",
    roll: "Roll",
    stretch: "Stretch",
    strengthen: "Strengthen",
};

static EN: Labels = Labels {
    sequence: &EN_SEQUENCE,
    drawn: &crate::drawn::EN,
    lies: "Where it lies",
    layer: "How deep",
    layers: ["The outermost layer, just under skin and fat.", "The middle layer.", "The deepest layer, near the bone."],
    fibres: "Which way its fibres run",
    job: "What it does",
    latin: "In Latin",
    in_books: "In books:",
    complaint: "What people say",
    felt_most: "Felt most",
    felt_also: "Often felt too",
    felt_seldom: "Sometimes",
    often: "Often",
    sometimes: "Sometimes",
    seldom: "Seldom",
    position: "How to lie or sit",
    stop_doing: "What to stop for now",
    besides: "Besides",
    see: "Whom to see",
    covered: "If you cannot feel it",
    keep_off: "Keep off",
    along: "Along the fibres",
    across: "Across the fibres",
    how_hard: "How hard",
    how_hold: "Every hold, step by step (hand, balls, cane)",
    how_sweep: "Every sweep, step by step (massage gun, roller)",
    by_hand: "By hand",
    anywhere: "Standing or lying",
    moving: " Always moving.",
    you_feel: "You feel it",
    stop_if: "Stop if",
    signs: "Signs",
    while_pressing: "While you press",
    afterwards: "In the hours and days after",
    mistake: "A common mistake",
    author: "Written by",
    reviewer: "Checked by a clinician",
    no_reviewer: "Nobody yet. As long as this line says so, every page and every result says so too.",
    version: "Version",
    changed: "Last changed",
    holds: "What it holds",
    evidence: "What the evidence promises",
    source: "What may cause it",
    ranking: "What the ranking says",
    speaks_for: "For",
    against: "Against",
    drawing: "drawing",
    opinion: "opinion",
    opinion_means: "Our own reasoning: nothing published says so",
    references: "References",
    grade: "Grade",
    grades: "Grades: A guideline or review; B trial; C other study or textbook; D patient information, clinic or maker's \
             page, digest. The letter says what kind of thing it is, not that it is right.",
    read_as: "Read",
    not_checked: "Not yet checked by a clinician. This is not a diagnosis.",
    on_this_page: "On this page",
    skip: "Skip to the text",
    learn: "Learn",
    search: "Search",
    search_lead: "Look for a word in all pages. Nothing is sent anywhere.",
    search_words: "Words to look for",
    search_none: "Nothing found. Try fewer or shorter words.",
    search_needs: "Searching needs JavaScript. All pages are listed below, and your browser can search each of them.",
    all_pages: "All pages",
    ways: [
        ("locate", "locate", "Show where it hurts"),
        ("release", "plan", "Go to release"),
        ("comfort", "comfort", "Bad day? Get comfortable"),
        ("today", "today", "Open the app"),
    ],
    tabs: [
        ("today", "Today"),
        ("locate", "Locate"),
        ("plan", "Release"),
        ("journal", "Journal"),
        ("settings", "Settings"),
    ],
    of_ten: |low, high| if low == high { format!("{low} of 10.") } else { format!("{low} to {high} of 10.") },
    place_number: |place, number| format!("{} {number:.0}", crate::en::lower(place)),
    pain_on: |side, places| {
        let side = match side {
            Side::Left => " on the left",
            Side::Right => " on the right",
            Side::Midline => "",
        };
        format!("pain{side} (of 10): {places}")
    },
    released: |name, before, after| {
        format!("releasing {}: the pain goes from {before:.0} to {after:.0}", crate::en::lower(name))
    },
    stretch_dose: |seconds, repeats, [low, high]| {
        let times = if repeats == 1 { "once".to_owned() } else { format!("{repeats} times") };
        let days = if low == high { low.to_string() } else { format!("{low} to {high}") };
        format!("Hold {seconds} seconds, {times} a side, {days} days a week.")
    },
    amount,
    counted: |drawings| match drawings {
        0 => "Nobody has drawn this one; it is reckoned from words alone.".to_owned(),
        1 => "Reckoned from one published drawing and from what books say.".to_owned(),
        many => format!("Reckoned from {many} published drawings and from what books say."),
    },
    counts: |sources, references, drawings| {
        format!("{sources} things that can cause the pain, {references} references, {drawings} published drawings. ")
    },
    nobody: |zone| format!("Nothing in this guide is felt here ({}).", crate::en::lower(zone)),
    sure: |confidence| {
        let word = match confidence {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
            Confidence::Opinion => "opinion",
        };
        format!("How sure: {word}.")
    },
    surface: |surface| match surface {
        Surface::Wall => "At the wall",
        Surface::Bed => "On the bed",
        Surface::Floor => "On the floor",
    },
    area: |area| match area {
        Area::LowBack => "Low back and rim",
        Area::Pelvis => "Middle of the pelvis",
        Area::Buttock => "Buttock",
        Area::Hip => "Hip",
        Area::Groin => "Groin",
        Area::Thigh => "Thigh",
        Area::Knee => "Knee",
        Area::LowerLeg => "Lower leg",
        Area::Foot => "Foot",
    },
    group: |group| match group {
        Group::Gluteal => "a gluteal muscle",
        Group::Muscle => "another muscle",
        Group::Nerve => "a nerve",
        Group::Spine => "the spine",
        Group::Joint => "a joint",
        Group::Tendon => "a tendon",
        Group::Artery => "an artery",
    },
    urgency: |urgency| match urgency {
        Urgency::Emergency => "Get help now",
        Urgency::Today => "See a doctor today",
        Urgency::Soon => "See a doctor soon",
    },
    seen: |seen| match seen {
        "abstract" => "only its summary".to_owned(),
        "full" => "in full".to_owned(),
        "title" => "only its title".to_owned(),
        other => format!("a {other} of it"),
    },
    kind: |grade| match grade {
        'A' => "guideline or review",
        'B' => "trial",
        'C' => "other study or textbook",
        _ => "patient information, clinic or maker's page, or digest",
    },
};

fn amount(value: f64, unit: &str) -> String {
    let many = value != 1.0;
    let unit = match unit {
        "s" => "second",
        "min" => "minute",
        "count" => return format!("{value}."),
        "days" => "day",
        "weeks" => "week",
        "hours" => "hour",
        "points" => "point",
        other => other,
    };
    format!("{value} {unit}{}.", if many { "s" } else { "" })
}
