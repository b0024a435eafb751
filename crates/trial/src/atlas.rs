//! What the caller hands in: which zones, sources and questions there are, in words and ids. No probability.

/// A side of the body, the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
    /// On the middle line; for a question: asked without a side.
    Midline,
}

impl Side {
    /// The other side; the middle line is its own.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
            Side::Midline => Side::Midline,
        }
    }

    /// Can something on this side be felt or found on that one? The middle line meets both.
    pub(crate) fn meets(self, that: Side) -> bool {
        self == that || self == Side::Midline || that == Side::Midline
    }

    /// As part of a key of chance.
    pub(crate) fn key(self) -> u64 {
        self as u64
    }
}

/// How common a source is, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commonness {
    /// Very rare.
    Exceptional,
    /// Rare.
    Rare,
    /// Uncommon.
    Uncommon,
    /// Common.
    Common,
    /// Very common.
    VeryCommon,
}

/// How strongly a source makes people say yes, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Some say yes.
    Weak,
    /// About half.
    Medium,
    /// Most.
    Strong,
}

/// How often people without any cause say yes, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Rarely.
    Rarely,
    /// Sometimes.
    Sometimes,
    /// Often.
    Often,
}

/// A zone of the body.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Its id; must be known to the table of places in `body`.
    pub id: String,
    /// Sides it exists on: left and right, or the middle line alone.
    pub sides: Vec<Side>,
}

/// A source of pain.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Sides it exists on.
    pub sides: Vec<Side>,
    /// A point in one of the three gluteal muscles?
    pub gluteal: bool,
    /// Muscle it lies in, if any.
    pub muscle: Option<String>,
    /// Main zones of its referral: indices into [`Atlas::zones`].
    pub essential: Vec<usize>,
    /// Zones where it is felt besides: indices into [`Atlas::zones`].
    pub spillover: Vec<usize>,
    /// How common.
    pub commonness: Commonness,
    /// May a person press it?
    pub pressable: bool,
    /// Sources that lie over it and are pressed with it: indices into [`Atlas::sources`].
    pub covered_by: Vec<usize>,
    /// Does it make gluteal points sore (a nerve root)?
    pub sensitises_gluteal: bool,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Sources that make people say yes: index into [`Atlas::sources`], and how strongly.
    pub causes: Vec<(usize, Strength)>,
    /// How often people without any cause say yes.
    pub background: Background,
}

/// What exists: the expert's table, which the true world follows only in part.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// Zones.
    pub zones: Vec<Zone>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Questions.
    pub questions: Vec<Question>,
}

/// A source on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index into [`Atlas::sources`].
    pub source: usize,
    /// Side.
    pub side: Side,
}

impl Atlas {
    /// Every source on every side it exists, in the order handed in.
    pub fn cells(&self) -> Vec<Cell> {
        let each = self.sources.iter().enumerate();
        each.flat_map(|(source, s)| s.sides.iter().map(move |&side| Cell { source, side })).collect()
    }
}
