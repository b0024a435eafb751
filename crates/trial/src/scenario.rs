//! Scenarios: how far people, and the world, stray from the expert's table. All numbers are this generator's own.
//!
//! | number             | clean | default | what it is                                                          |
//! |--------------------|-------|---------|---------------------------------------------------------------------|
//! | over_paint         | 0     | 0.35    | share of people who paint more than hurts                           |
//! | under_paint        | 0     | 0.25    | share who paint less, and leave zones out                           |
//! | worst_only         | 0     | 0.12    | share who paint only the worst of it                                |
//! | swapped            | 0     | 0.03    | share who paint on the other side                                   |
//! | stray              | 0     | 0.20    | share with a stroke that means nothing                              |
//! | shift_cm           | 0.7   | 1.5     | how far a person's patches lie from where the world has them, sd    |
//! | missing_essential  | 0.15  | 0.15    | a main patch that this person does not feel                         |
//! | missing_spillover  | 0.65  | 0.65    | a lesser patch that this person does not feel                       |
//! | table_wrong        | 0     | 0.08    | cells of the expert's table that are missing, moved or added        |
//! | world_spread       | 0.15  | 0.35    | the world's rates around this generator's, sd of log-odds           |
//! | answer_wrong       | 0     | 0.12    | answers turned round                                                |
//! | answer_unknown     | 0.20  | 0.20    | "I do not know"                                                     |
//! | yes_saying         | 0     | 0.5     | personal readiness to say yes, sd of log-odds                       |
//! | sore               | 0     | 0.12    | share who are sore everywhere                                       |
//! | wrong_spot         | 0     | 0.12    | presses that meet a neighbouring spot                               |
//! | reproduced         | 0.80  | 0.68    | presses on an active spot that bring the own pain                   |
//! | latent             | 0.10  | 0.25    | silent spots that are tender all the same                           |
//! | co_active          | 1     | 4       | weight of a neighbour of an active source when the next is drawn    |
//! | works              | 0.65  | 0.65    | releases that quieten their source (personally 0.6 to 0.7)          |
//! | placebo            | 0.20  | 0.35    | releases after which less is told although nothing changed          |
//!
//! Where the default comes from: co-active neighbours, sore but silent spots and pain that is only reproduced in two of
//! three from the same studies every reader of this field knows (Iglesias-Gonzalez 2013, Monclus-Diez 2025, Rathbone 2017),
//! placebo from Aboodarda 2015. How people paint has not been counted: those shares are guesses, and the scenarios turn them
//! up one at a time.

/// One scenario. Probabilities 0 to 1 unless said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// Its name.
    pub name: &'static str,
    /// Share of people who paint more than hurts.
    pub over_paint: f64,
    /// Share who paint less than hurts, and leave zones out.
    pub under_paint: f64,
    /// Share who paint only the worst of it.
    pub worst_only: f64,
    /// Share who paint on the other side.
    pub swapped: f64,
    /// Share with a stroke that means nothing.
    pub stray: f64,
    /// How far a person's patches lie from where the world has them: standard deviation, cm.
    pub shift_cm: f64,
    /// A main patch that a person does not feel.
    pub missing_essential: f64,
    /// A lesser patch that a person does not feel.
    pub missing_spillover: f64,
    /// Share of cells of the expert's table that are missing, moved or added in the world.
    pub table_wrong: f64,
    /// Spread of the world's rates around this generator's: standard deviation of log-odds or of a factor's logarithm.
    pub world_spread: f64,
    /// Answers turned round.
    pub answer_wrong: f64,
    /// Answers "I do not know".
    pub answer_unknown: f64,
    /// Personal readiness to say yes: standard deviation of log-odds.
    pub yes_saying: f64,
    /// Share who are sore everywhere.
    pub sore: f64,
    /// Presses that meet a neighbouring spot.
    pub wrong_spot: f64,
    /// Presses on an active spot that bring the own pain.
    pub reproduced: f64,
    /// Silent spots that are tender all the same; scaled by personal sensitivity.
    pub latent: f64,
    /// Weight of a neighbour of an active source when the next is drawn; 1: none.
    pub co_active: f64,
    /// Releases that quieten their source; a person has up to 0.05 more or less.
    pub works: f64,
    /// Releases after which less pain is told although nothing changed.
    pub placebo: f64,
}

impl Scenario {
    /// People who paint and press well, in a world that is as the table says.
    pub const CLEAN: Scenario = Scenario {
        name: "clean",
        over_paint: 0.0,
        under_paint: 0.0,
        worst_only: 0.0,
        swapped: 0.0,
        stray: 0.0,
        shift_cm: 0.7,
        missing_essential: 0.15,
        missing_spillover: 0.65,
        table_wrong: 0.0,
        world_spread: 0.15,
        answer_wrong: 0.0,
        answer_unknown: 0.2,
        yes_saying: 0.0,
        sore: 0.0,
        wrong_spot: 0.0,
        reproduced: 0.8,
        latent: 0.1,
        co_active: 1.0,
        works: 0.65,
        placebo: 0.2,
    };

    /// What we expect of people.
    pub const DEFAULT: Scenario = Scenario {
        name: "default",
        over_paint: 0.35,
        under_paint: 0.25,
        worst_only: 0.12,
        swapped: 0.03,
        stray: 0.2,
        shift_cm: 1.5,
        table_wrong: 0.08,
        world_spread: 0.35,
        answer_wrong: 0.12,
        yes_saying: 0.5,
        sore: 0.12,
        wrong_spot: 0.12,
        reproduced: 0.68,
        latent: 0.25,
        co_active: 4.0,
        placebo: 0.35,
        ..Scenario::CLEAN
    };

    /// The eight: clean, default, and six with one thing turned up.
    pub const ALL: [Scenario; 8] = [
        Scenario::CLEAN,
        Scenario::DEFAULT,
        Scenario { name: "over_paint", over_paint: 1.0, under_paint: 0.0, ..Scenario::DEFAULT },
        Scenario { name: "under_paint", over_paint: 0.0, under_paint: 1.0, worst_only: 0.4, ..Scenario::DEFAULT },
        Scenario { name: "swapped", swapped: 0.2, ..Scenario::DEFAULT },
        Scenario { name: "answers_wrong", answer_wrong: 0.3, ..Scenario::DEFAULT },
        Scenario { name: "table_wrong", table_wrong: 0.25, ..Scenario::DEFAULT },
        Scenario { name: "stray", stray: 1.0, ..Scenario::DEFAULT },
    ];

    /// A scenario by its name.
    pub fn named(name: &str) -> Option<Scenario> {
        Scenario::ALL.into_iter().find(|scenario| scenario.name == name)
    }
}
