//! The compiled network laid open, so that an outside program can rebuild it.

use crate::compose::Composer;
use crate::kernel::Node;
use crate::setting::{Bend, Painting, Setting, Style};
use crate::told::{About, Narrow, Told};
use crate::weights::{Cell, Spot, Weights};
use case::PainBy;
use guide::shape::Side;
use guide::{Guide, QuestionIx};

/// What a node observes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// Pain in a zone: 0 none, 1 some, 2 much.
    Zone(Spot),
    /// Answer to a question on a side (`Midline`: no side): 0 no, 1 yes.
    Question(QuestionIx, Side),
    /// A press on a cell's spot: 0 nothing, 1 tender, 2 "that is my pain".
    Press(Cell),
}

/// The network of a person of the usual style of whom nothing but the guide is known. Responses to release and the
/// styles follow from it and the guide's `model` (see `guide/EXPORT.md`).
#[derive(Clone, Debug)]
pub struct View {
    /// Cells, with P(active) before any finding; `Cause::source` is an index into this.
    pub cells: Vec<(Cell, f64)>,
    /// Every node that can be observed.
    pub nodes: Vec<(Subject, Node)>,
}

impl Weights {
    /// Lays the network open, for places told so.
    pub fn view(&self, guide: &Guide, by: PainBy) -> View {
        self.view_with(guide, by, Narrow::default())
    }

    /// The network of a person who draws and tells much: more zones and more yeses than the guide's `many`. Each keeps few causes.
    pub fn narrow_view(&self, guide: &Guide) -> View {
        self.view_with(guide, PainBy::Drawing, Narrow::ALL)
    }

    fn view_with(&self, guide: &Guide, by: PainBy, narrow: Narrow) -> View {
        let told = Told {
            items: Vec::new(),
            releases: Vec::new(),
            kept: 0,
            controls: Vec::new(),
            by,
            narrow,
            shifts: vec![Vec::new(); self.cells.len()],
            painful: Vec::new(),
            places: Vec::new(),
        };
        let composer = Composer { guide, weights: self, told: &told };
        let style = Style { painting: Painting::Usual, swapped: false, sore: false };
        let setting = Setting { style, worked: Vec::new(), bend: Bend::default() };
        let priors = composer.priors(&setting, None);
        let node = |(subject, about)| (subject, composer.node(&setting, about));
        View {
            cells: self.cells.iter().copied().zip(priors).collect(),
            nodes: self.subjects(guide).into_iter().map(node).collect(),
        }
    }

    fn subjects(&self, guide: &Guide) -> Vec<(Subject, About)> {
        let zones = self.spots.iter().enumerate().map(|(at, &spot)| (Subject::Zone(spot), About::Spot(at)));
        let questions = (0u16..).map(QuestionIx).zip(&guide.questions).flat_map(|(ix, question)| {
            let sides = if question.sided { &[Side::Left, Side::Right][..] } else { &[Side::Midline][..] };
            sides.iter().map(move |&side| (Subject::Question(ix, side), About::Question(ix, side)))
        });
        let pressable = self.cells.iter().filter(|cell| guide.source(cell.source).press);
        let presses = pressable.map(|&cell| (Subject::Press(cell), About::Press(cell.source, cell.side)));
        zones.chain(questions).chain(presses).collect()
    }
}
