//! What the guide knows, put into pages by name: `{{name argument}}`.

mod areas;
mod body;
mod drawing;
mod felt;
mod lists;
mod muscle;
mod others;
mod release;
mod sequence;
mod train;

use crate::drawn::{self, Figure};
use crate::{Block, Inline, Link, Mark, Row, plate};
use anatomy::{Point, Skin};
use belief::Weights;
use felt::Felt;
use figures::Figures;
use guide::shape::{Confidence, Source};
use guide::{Guide, Id};
use words::{Labels, Language, labels};

/// Why something cannot be put in.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl Wrong {
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Wrong {
        Wrong { message: message.into(), hint: hint.into() }
    }
}

/// A guide, its numbers compiled, and the words for what stands beside its texts.
pub(crate) struct Facts<'g> {
    pub(crate) guide: &'g Guide,
    pub(crate) weights: Weights,
    pub(crate) labels: &'static Labels,
    /// How each move looks.
    figures: &'g Figures,
    /// The looks at the body, or why there are none, and the trigger points in it.
    body: Result<Vec<Figure>, String>,
    points: Vec<Point>,
    /// Where each source is felt, in the guide's order.
    felt: Vec<Felt>,
}

/// A fact by name: what it wants besides (a word for messages), and what makes it.
type Maker = for<'f, 'g> fn(&'f Facts<'g>, &str) -> Result<Vec<Block>, Wrong>;

/// Every name that may stand in `{{…}}`.
const KNOWN: &[(&str, Maker)] = &[
    ("about", |facts, _| Ok(lists::about(facts))),
    ("areas", |facts, _| Ok(areas::areas(facts))),
    ("bands", |facts, _| Ok(lists::bands(facts))),
    ("cautions", |facts, _| Ok(lists::cautions(facts))),
    ("comfort", |facts, id| muscle::of(facts, id, muscle::comfort)),
    ("decisions", |facts, _| Ok(lists::decisions(facts))),
    ("doses", |facts, ids| lists::doses(facts, ids)),
    ("eases", |facts, id| muscle::of(facts, id, |facts, id| muscle::claims(facts, id, &["eases_"]))),
    ("evidence", |facts, id| {
        muscle::of(facts, id, |facts, id| {
            muscle::sure(facts, id, &["how_common", "place", "map_", "touch_limits", "quarrel"])
        })
    }),
    ("exercise-rules", |facts, _| Ok(train::rules(facts))),
    ("find", |facts, id| muscle::of(facts, id, release::find)),
    ("flags", |facts, _| Ok(lists::flags(facts))),
    ("group", others::group),
    ("landmarks", |facts, _| Ok(body::landmarks(facts))),
    ("muscle", |facts, id| muscle::of(facts, id, muscle::muscle)),
    ("no-go", |facts, _| Ok(body::no_go(facts))),
    ("pattern", |facts, id| muscle::pattern(facts, muscle::named(facts, id)?)),
    ("plate", |_, named| plated(named)),
    ("points", |facts, id| muscle::of(facts, id, muscle::points)),
    ("release", |facts, id| muscle::of(facts, id, release::release)),
    ("sequence", |facts, id| sequence::sequence(facts, muscle::named(facts, id)?)),
    ("sharing", |facts, id| muscle::of(facts, id, areas::sharing)),
    ("signs", |facts, _| Ok(lists::signs(facts))),
    ("stops", |facts, _| Ok(lists::stops(facts))),
    ("strength", |facts, id| muscle::of(facts, id, train::strength)),
    ("stretch", |facts, id| muscle::of(facts, id, train::stretch)),
    ("tells", |facts, id| muscle::of(facts, id, |facts, id| muscle::claims(facts, id, &["tells_"]))),
    ("tools", |facts, _| Ok(lists::tools(facts))),
    ("warmups", |facts, _| Ok(train::warmups(facts))),
    ("way", ways),
    ("worse", |facts, id| muscle::of(facts, id, |facts, id| muscle::claims(facts, id, &["worse_"]))),
];

impl<'g> Facts<'g> {
    pub(crate) fn of(guide: &'g Guide, figures: &'g Figures) -> Facts<'g> {
        let weights = Weights::of(guide);
        let felt = felt::felt(guide, &weights);
        let labels = labels(Language::of(&guide.language).unwrap_or(Language::En));
        let skin = Skin::read(anatomy::SKIN).map_err(|error| error.to_string());
        let points = skin.as_ref().map(|skin| skin.points().to_vec()).unwrap_or_default();
        let body = skin.and_then(|_| drawn::figures());
        Facts { labels, guide, weights, figures, body, points, felt }
    }

    /// What stands for `{{name rest}}`.
    pub(crate) fn blocks(&self, name: &str, rest: &str) -> Result<Vec<Block>, Wrong> {
        match KNOWN.iter().find(|(known, _)| *known == name) {
            Some((_, make)) => make(self, rest),
            None => {
                let near = crate::place::mean(name, KNOWN.iter().map(|(known, _)| *known));
                Err(Wrong::new(format!("{{{{{name}}}}} does not exist"), near))
            }
        }
    }

    fn text(&self, kind: &str, id: &str, field: &str) -> &'g str {
        self.guide.text(kind, id, field)
    }

    /// A text of the guide with what it rests on.
    fn said(&self, kind: &str, id: &str, field: &str, references: &[Id], confidence: Confidence) -> Vec<Inline> {
        marked(self.text(kind, id, field), references, confidence)
    }

    /// Steps in a row, as one text.
    fn steps(&self, kind: &str, id: &str, field: &str) -> String {
        self.guide.texts.steps(kind, id, field).join(" ")
    }

    /// Where a source is told: its muscle's page, or that of the look-alikes.
    fn link(&self, source: &Source) -> Link {
        let topic = source.muscle.as_ref().map_or_else(|| "look-alikes".to_owned(), |muscle| topic(muscle));
        Link::at(topic, source.id.as_str())
    }

    /// A row with the figure of a technique, stretch, exercise, warm-up or position.
    fn pictured(&self, id: &str, row: Row) -> Row {
        Row { figure: self.figures.of(id).map(str::to_owned), ..row }
    }

    fn source_name(&self, source: &Source) -> &'g str {
        self.text("sources", &source.id, "name")
    }
}

/// The page of a muscle.
fn topic(muscle: &str) -> String {
    muscle.replace('_', "-")
}

/// Words with what they rest on.
fn marked(text: &str, references: &[Id], confidence: Confidence) -> Vec<Inline> {
    vec![Inline::text(text), mark(references, confidence)]
}

fn mark(references: &[Id], confidence: Confidence) -> Inline {
    let references = references.iter().map(|id| id.as_str().to_owned()).collect();
    Inline::Mark(Mark { references, confidence: Some(confidence) })
}

fn row(label: impl Into<String>, text: Vec<Inline>) -> Row {
    Row { id: None, label: label.into(), text, figure: None }
}

fn heading(level: u8, id: impl Into<String>, text: impl Into<String>) -> Block {
    Block::Heading { level, id: id.into(), text: text.into() }
}

/// `name what it shows`.
fn plated(named: &str) -> Result<Vec<Block>, Wrong> {
    match named.split_once(' ') {
        Some((name, caption)) => Ok(plate::figure(name, caption.trim()).into_iter().collect()),
        None => Err(Wrong::new("a plate has a name and says what it shows", "{{plate NAME what it shows}}")),
    }
}

/// Buttons to places of the app, or to other pages.
fn ways(facts: &Facts<'_>, places: &str) -> Result<Vec<Block>, Wrong> {
    let known = facts.labels.ways;
    let way = |place: &str| match known.iter().find(|(known, ..)| *known == place) {
        Some((_, address, label)) => Ok(((*label).to_owned(), Link::App((*address).to_owned()))),
        None => Err(Wrong::new(
            format!("there is no way {place:?}"),
            format!("there are {}", known.map(|(known, ..)| known).join(", ")),
        )),
    };
    let ways = places.split_whitespace().map(way).collect::<Result<Vec<_>, _>>()?;
    if ways.is_empty() {
        Err(Wrong::new("a way leads somewhere", "{{way locate release}}"))
    } else {
        Ok(vec![Block::Ways(ways)])
    }
}
