//! What a screen shows: plain data, laid out by whoever draws it.
//!
//! A drawer goes through [`View::blocks`] in order, one column. Every block has a key: what has the same key before and
//! after a change is the same thing, so that focus and open folds stay.

use crate::{Action, Place, Scale};

/// A screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Which.
    pub place: Place,
    /// Its heading, the one of level 1.
    pub title: String,
    /// The way back, if there is one.
    pub back: Option<Button>,
    /// Small, at the end of the top line: undo, share.
    pub corner: Option<Button>,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
    /// Buttons that stay in reach at the lower edge; the first is the main way on.
    pub foot: Vec<Button>,
    /// The lower bar with the tabs; none during a session.
    pub tabs: Vec<Tab>,
    /// How the records stand.
    pub saved: String,
    /// Read from the floor, in the dark: large, light on dark.
    pub dark: bool,
    /// Does it change by itself? Then [`Action::Tick`] is wanted four times a second.
    pub ticking: bool,
    /// Said to a screen reader when it changes; empty if nothing.
    pub said: String,
}

/// A tab of the lower bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Its word.
    pub label: String,
    /// Where it leads.
    pub place: Place,
    /// Is it where we are?
    pub here: bool,
}

/// A piece of a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Unlike that of any other block of the view.
    pub key: String,
    /// What it is.
    pub kind: Kind,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A heading of level 2.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A smaller, softer paragraph.
    Soft(String),
    /// A large line for the floor: one look must do.
    Big(String),
    /// Points in no order.
    Items(Vec<String>),
    /// Steps in order.
    Steps(Vec<String>),
    /// Short label and what it says: "For", "Against".
    Rows(Vec<(String, String)>),
    /// Something to mind, never told by colour alone.
    Notice {
        /// How loud.
        tone: Tone,
        /// Its first words.
        title: String,
        /// What it says, one paragraph each.
        lines: Vec<String>,
        /// What can be done about it.
        buttons: Vec<Button>,
    },
    /// A way to a page of the guide, which stands beside the app.
    Link {
        /// What it says.
        label: String,
        /// Address, relative to the app.
        to: String,
    },
    /// Buttons side by side, wrapping.
    Buttons(Vec<Button>),
    /// One of several, or any number of them.
    Choice {
        /// What is asked; read by screen readers even where it is hidden.
        legend: String,
        /// Is the legend heard only?
        hidden: bool,
        /// Any number of them?
        many: bool,
        /// How it looks.
        look: Look,
        /// What there is to choose.
        options: Vec<Opt>,
    },
    /// A list of places with a box for each side.
    Sides {
        /// What is asked; heard only.
        legend: String,
        /// Words over the two columns.
        columns: [String; 2],
        /// Rows.
        rows: Vec<SideRow>,
    },
    /// The body from one side. Nobody needs it: a list or words on the same screen say the same.
    Figure(Figure),
    /// How a move is done. Words beside it say the same.
    Image(Move),
    /// Moves in order, each with its words.
    Moves(Vec<(String, Option<Move>)>),
    /// A number from 0 to 10, to slide or to tap.
    Scale {
        /// What is rated.
        legend: String,
        /// Which, for [`Action::Scaled`].
        scale: Scale,
        /// The number, if there is one yet.
        value: Option<u8>,
        /// The number in words: "6 of 10", "not said".
        said: String,
    },
    /// A field to type in.
    Field {
        /// What goes in.
        label: String,
        /// Which, for [`Action::Typed`].
        field: crate::Field,
        /// What stands in it.
        value: String,
        /// Only digits?
        digits: bool,
        /// Unit behind it; may be empty.
        unit: String,
        /// What is wrong with it; empty if nothing.
        error: String,
    },
    /// What belongs together on a card.
    Card {
        /// How it stands out.
        mark: Mark,
        /// Its first line; may be empty.
        title: String,
        /// Smaller, at the end of the first line; may be empty.
        aside: String,
        /// What stands on it.
        blocks: Vec<Block>,
    },
    /// Something that opens.
    Fold {
        /// What it hides.
        title: String,
        /// Is it open at first?
        open: bool,
        /// What is hidden.
        blocks: Vec<Block>,
    },
    /// A share as a bar with a word.
    Bar {
        /// What it is the share of.
        label: String,
        /// The share in words.
        said: String,
        /// 0 to 1.
        share: f64,
        /// Is it a muscle (and not a look-alike)?
        muscle: bool,
    },
    /// The ring of a hold.
    Ring {
        /// What is done, 0 to 1.
        share: f64,
        /// The number in it.
        number: String,
        /// The words under the number.
        words: String,
    },
    /// A large area to tap.
    Area(Button),
    /// A course of numbers over days: a picture and, in a fold, the same as a table.
    Chart {
        /// What it shows.
        title: String,
        /// Days (since 1970) and values, in order.
        points: Vec<(i64, f64)>,
        /// Days with a mark, such as a session.
        marks: Vec<i64>,
        /// What a mark means.
        mark_words: String,
        /// The lowest and the highest value of the scale.
        range: [f64; 2],
        /// Heads and rows of the table.
        table: (Vec<String>, Vec<Vec<String>>),
    },
    /// A file to choose.
    File {
        /// What to choose.
        label: String,
    },
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Get help.
    Alert,
    /// Take care.
    Care,
    /// Good to know.
    Calm,
}

/// How a choice looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Segments of one bar.
    Bar,
    /// Chips that wrap.
    Chips,
    /// One under the other, large.
    List,
}

/// How a card stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// One of several that cannot be told apart: a bracket at its edge.
    Tied,
    /// What to do next.
    Next,
}

/// Something to tap.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub action: Action,
    /// How it weighs.
    pub weight: Weight,
}

/// How a button weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The way on: one a screen.
    Main,
    /// Another way.
    Quiet,
    /// A word in a line.
    Link,
    /// Stop.
    Stop,
}

/// How a move looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Id of a technique, stretch, exercise or warm-up of the guide.
    pub shows: String,
    /// Turned round: the figure does it with the right side, and this is the left.
    pub mirrored: bool,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Opt {
    /// What it says.
    pub label: String,
    /// Smaller, below; may be empty.
    pub note: String,
    /// Chosen?
    pub chosen: bool,
    /// What choosing it (or, where any number may be chosen, letting it go) does.
    pub action: Action,
}

/// A picture of the body with its zones.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Name of the plate in `anatomy/plates`, such as `back-female`.
    pub plate: String,
    /// Turned round: the plate shows the right side, and this is the left.
    pub mirrored: bool,
    /// How much of it is shown.
    pub part: Part,
    /// A spot to be led to; empty if there is none: source and side, landmarks on the way, places to keep away from (`!`).
    pub spot: String,
    /// Zones that are shaded or can be tapped.
    pub regions: Vec<Region>,
}

/// How much of the body is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// From the waist to the top of the thigh.
    #[default]
    Hips,
    /// From the buttock to the feet.
    Legs,
}

/// A zone of a [`Figure`].
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Id in the guide.
    pub zone: String,
    /// Side.
    pub side: guide::shape::Side,
    /// How it is shaded.
    pub shade: Shade,
    /// What tapping it does.
    pub action: Option<Action>,
}

/// How a zone is shaded. Lines tell them apart too, not only colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Not at all.
    Bare,
    /// It hurts, 0 to 10, in so many percent of it, if it was painted.
    Hurts(u8, Option<u8>),
    /// A source is felt there: mainly, or beside that.
    Felt(bool),
}

/// A place with a box for each side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideRow {
    /// What it is called.
    pub name: String,
    /// How to find it, shown on wish; may be empty.
    pub note: String,
    /// Boxes: left and right, or one in the middle.
    pub boxes: Boxes,
}

/// The boxes of a [`SideRow`].
#[derive(Clone, Debug, PartialEq)]
pub enum Boxes {
    /// The person's left and right.
    Both([Tick; 2]),
    /// On the middle line.
    Middle(Tick),
}

/// A box to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// What a screen reader says: the place with its side.
    pub label: String,
    /// Ticked?
    pub ticked: bool,
    /// Is it the one being described?
    pub current: bool,
    /// What tapping it does.
    pub action: Action,
}

impl Block {
    /// A block with its key.
    pub fn new(key: impl Into<String>, kind: Kind) -> Block {
        Block { key: key.into(), kind }
    }
}

impl Button {
    /// A button.
    pub fn new(label: impl Into<String>, action: Action, weight: Weight) -> Button {
        Button { label: label.into(), action, weight }
    }
}
