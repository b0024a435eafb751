//! Locate: tick where it hurts, by side of the body.

use super::today::scale;
use super::{figure, page};
use crate::app::{App, Turn};
use crate::{
    Action, Block, Boxes, Button, Kind, Look, Mark, Opt, Painted, Part, Place, Scale, SideRow, Tick, View, Weight,
};
use case::{Pain, PainBy, Quality, Side};
use guide::ZoneIx;
use guide::shape::{Area, Group, View as Seen};
use records::Body;
use words::Say;

/// A visit is over after this long, ms: what hurts on another day is told anew.
const VISIT_MS: i64 = 20 * 3_600_000;

/// What is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    seen: Seen,
    pub(super) part: Part,
    /// From the side: the left one?
    pub(super) left: bool,
    /// Was the picture touched last, and not the list?
    pub(super) touched: bool,
    /// The place being described.
    current: Option<(ZoneIx, Side)>,
    /// Earlier drawings, to undo; and what was undone.
    past: [Vec<Vec<records::Place>>; 2],
}

impl Default for Draft {
    fn default() -> Draft {
        Draft {
            seen: Seen::Back,
            part: Part::Hips,
            left: false,
            touched: true,
            current: None,
            past: [Vec::new(), Vec::new()],
        }
    }
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Locate, app.say(Say::Locate), Some(Place::Today));
    if !app.drafts.locate.past[0].is_empty() {
        view.corner = Some(Button::new(app.say(Say::Undo), Action::UndoDrawing, Weight::Link));
    }
    let draft = &app.drafts.locate;
    view.blocks.push(Block::new("seen", sides(app)));
    view.blocks.push(Block::new("body", figure::drawing(app, draft.seen, draft.left, draft.part)));
    view.blocks.push(Block::new("shown", shown(app)));
    if draft.touched {
        view.blocks.extend(described(app));
    }
    view.blocks.extend(areas(app));
    view.blocks.extend(ranking(app));
    view.foot.push(Button::new(app.say(Say::Next), Action::On, Weight::Main));
    view
}

fn sides(app: &App) -> Kind {
    let options = [Seen::Back, Seen::Side, Seen::Front].map(|seen| Opt {
        label: app.say(Say::Seen(seen)),
        note: String::new(),
        chosen: app.drafts.locate.seen == seen,
        action: Action::Turn(seen),
    });
    Kind::Choice {
        legend: app.say(Say::SeenFrom),
        hidden: true,
        many: false,
        look: Look::Bar,
        options: options.to_vec(),
    }
}

/// How much of the picture, and which side of the body.
fn shown(app: &App) -> Kind {
    let draft = &app.drafts.locate;
    let parts =
        [Part::Hips, Part::Legs].map(|part| (Say::Part(part == Part::Legs), draft.part == part, Action::Part(part)));
    let sides = [true, false].map(|left| {
        let side = if left { Side::Left } else { Side::Right };
        (Say::YourSide(side), draft.left == left, Action::Turned(left))
    });
    let sides = sides.into_iter().filter(|_| draft.seen == Seen::Side);
    let button =
        |(say, on, action): (Say, bool, Action)| (!on).then(|| Button::new(app.say(say), action, Weight::Quiet));
    let more = [(Say::Redo, draft.past[1].is_empty(), Action::RedoDrawing)];
    Kind::Buttons(parts.into_iter().chain(sides).chain(more).filter_map(button).collect())
}

/// The zones of the side that is seen, by area.
fn areas(app: &App) -> Vec<Block> {
    let seen = app.drafts.locate.seen;
    let shown = |view: Seen| view == seen || (view == Seen::Below && seen == Seen::Back);
    let zones = || (0..app.guide.zones.len()).map(|at| ZoneIx(at as u16));
    let mut areas: Vec<Area> =
        zones().filter(|zone| shown(app.guide.zone(*zone).view)).map(|zone| app.guide.zone(zone).area).collect();
    areas.dedup();
    let mut once: Vec<Area> = Vec::new();
    areas.retain(|area| {
        let new = !once.contains(area);
        once.push(*area);
        new
    });
    let area = |area: &Area| {
        let here = zones().filter(|zone| shown(app.guide.zone(*zone).view) && app.guide.zone(*zone).area == *area);
        let rows = here.map(|zone| row(app, zone)).collect();
        let legend = app.say(Say::TickZones);
        let columns = [Side::Left, Side::Right].map(|side| app.say(Say::YourSide(side)));
        let table = Block::new("zones", Kind::Sides { legend, columns, rows });
        let title = app.say(Say::Area(*area));
        Block::new(format!("area-{seen:?}-{area:?}"), Kind::Fold { title, open: false, blocks: vec![table] })
    };
    let mut blocks: Vec<Block> = areas.iter().map(area).collect();
    // right where it was ticked, else at the end
    let under = current(app).and_then(|pain| areas.iter().position(|area| *area == app.guide.zone(pain.zone).area));
    let at = under.map_or(blocks.len(), |at| at + 1);
    if !app.drafts.locate.touched {
        blocks.splice(at..at, described(app));
    }
    blocks
}

/// The place that is described: the one ticked last.
fn current(app: &App) -> Option<&Pain> {
    let pains = &app.case().pain;
    let is_current = |pain: &&Pain| app.drafts.locate.current == Some((pain.zone, pain.side));
    pains.iter().find(is_current).or(pains.last())
}

fn row(app: &App, zone: ZoneIx) -> SideRow {
    let tick = |side| Tick {
        label: app.say(Say::ZoneSide(zone, side)),
        ticked: app.case().pain.iter().any(|pain| (pain.zone, pain.side) == (zone, side)),
        current: app.drafts.locate.current == Some((zone, side)),
        action: Action::Zone(zone, side),
    };
    let boxes = if app.guide.zone(zone).sides.contains(&Side::Midline) {
        Boxes::Middle(tick(Side::Midline))
    } else {
        Boxes::Both([tick(Side::Left), tick(Side::Right)])
    };
    SideRow { name: app.say(Say::ZoneHere(zone)), note: app.say(Say::Borders(zone)), boxes }
}

/// How bad it is, and how it feels, at the place that was ticked last.
fn described(app: &App) -> Option<Block> {
    let pain = current(app)?;
    let (zone, side) = (pain.zone, pain.side);
    let value = pain.intensity.map(|intensity| intensity as u8);
    let scale = scale(app, Scale::Intensity, app.say(Say::HowBad(zone, side)), value);
    let options = Quality::ALL.map(|(quality, _)| Opt {
        label: app.say(Say::Quality(quality)),
        note: String::new(),
        chosen: pain.quality.contains(&quality),
        action: Action::Quality(quality),
    });
    let qualities = Kind::Choice {
        legend: app.say(Say::HowFeels),
        hidden: true,
        many: true,
        look: Look::Chips,
        options: options.to_vec(),
    };
    let open = !pain.quality.is_empty();
    let other = Button::new(app.say(Say::OtherSideToo), Action::MirrorDrawing, Weight::Quiet);
    let feels = vec![Block::new("quality", qualities), Block::new("other", Kind::Buttons(vec![other]))];
    let feels = Kind::Fold { title: app.say(Say::HowFeels), open, blocks: feels };
    let mut blocks: Vec<Block> = which(app, (zone, side)).into_iter().collect();
    blocks.extend([Block::new("intensity", scale), Block::new("feels", feels)]);
    let card = Kind::Card { mark: Mark::Next, title: String::new(), aside: String::new(), blocks };
    Some(Block::new("described", card))
}

/// Which of several places is described.
fn which(app: &App, current: (ZoneIx, Side)) -> Option<Block> {
    let options = app.case().pain.iter().map(|pain| Opt {
        label: app.say(Say::ZoneSide(pain.zone, pain.side)),
        note: String::new(),
        chosen: (pain.zone, pain.side) == current,
        action: Action::Describe(pain.zone, pain.side),
    });
    let choice = Kind::Choice {
        legend: app.say(Say::WhichPlace),
        hidden: true,
        many: false,
        look: Look::Chips,
        options: options.collect(),
    };
    (app.case().pain.len() > 1).then(|| Block::new("which", choice))
}

/// What fits best so far.
pub(super) fn ranking(app: &App) -> Option<Block> {
    let leader = app.leader?;
    let label = app.say(Say::SourceShort(leader.source, leader.side));
    let muscle = matches!(app.guide.source(leader.source).group, Group::Gluteal | Group::Muscle);
    let said = app.speaker().likely(leader.word).to_owned();
    let bar = Block::new("bar-0", Kind::Bar { label, said, share: leader.probability, muscle });
    let card =
        Kind::Card { mark: Mark::Plain, title: app.say(Say::FitsSoFar), aside: String::new(), blocks: vec![bar] };
    Some(Block::new("ranking", card))
}

/// Shows a side of the body.
pub(super) fn turn(app: &mut App, seen: Seen) {
    app.drafts.locate.seen = seen;
    app.go(Place::Locate);
}

/// Ticks or unticks a zone; what was ticked last is described.
pub(super) fn zone(app: &mut App, zone: ZoneIx, side: Side, turn: &mut Turn<'_>) {
    let id = app.guide.zone(zone).id.as_str().to_owned();
    let mut places = drawn(app);
    if let Some(at) = places.iter().position(|place| place.zone == id && place.side == side) {
        places.remove(at);
    } else {
        places.push(records::Place { zone: id, side, intensity: None, share: None, quality: Vec::new() });
        app.drafts.locate.current = Some((zone, side));
    }
    draw(app, places, turn);
}

/// Describes this place.
pub(super) fn describe(app: &mut App, zone: ZoneIx, side: Side) {
    app.drafts.locate.current = Some((zone, side));
}

pub(super) fn intensity(app: &mut App, number: u8, turn: &mut Turn<'_>) {
    change(app, turn, |place| place.intensity = Some(number));
}

pub(super) fn quality(app: &mut App, quality: Quality, turn: &mut Turn<'_>) {
    change(app, turn, |place| match place.quality.iter().position(|known| *known == quality) {
        Some(at) => drop(place.quality.remove(at)),
        None => {
            let at = place.quality.partition_point(|known| *known < quality);
            place.quality.insert(at, quality);
        }
    });
}

/// Takes back the last change, or makes it again.
pub(super) fn step(app: &mut App, again: bool, turn: &mut Turn<'_>) {
    let now = drawn(app);
    let past = &mut app.drafts.locate.past;
    if let Some(places) = past[usize::from(again)].pop() {
        past[usize::from(!again)].push(now);
        app.draw(turn, vec![Body::Drawing { by: PainBy::Drawing, places }]);
    }
}

/// Takes in what was painted. A stroke that changes nothing is none.
pub(super) fn painted(app: &mut App, zones: &[Painted], turn: &mut Turn<'_>) {
    let mut places = drawn(app);
    for (zone, side, share) in zones {
        put(app, &mut places, (*zone, *side), *share);
    }
    app.drafts.locate.touched = true;
    if places != drawn(app) {
        draw(app, places, turn);
    }
}

/// A share of 0 takes the zone away; none is the whole of it, and leaves one that hurts as it is.
fn put(app: &mut App, places: &mut Vec<records::Place>, (zone, side): (ZoneIx, Side), share: Option<u8>) {
    let id = app.guide.zone(zone).id.as_str();
    let at = places.iter().position(|place| place.zone == id && place.side == side);
    match at {
        Some(at) if share == Some(0) => drop(places.remove(at)),
        Some(at) => places[at].share = share.or(places[at].share),
        None if share == Some(0) => {}
        None => {
            places.push(records::Place { zone: id.to_owned(), side, intensity: None, share, quality: Vec::new() });
            app.drafts.locate.current = Some((zone, side));
        }
    }
}

/// Paints the other side like this one, where nothing is painted there yet.
pub(super) fn mirror(app: &mut App, turn: &mut Turn<'_>) {
    let mut places = drawn(app);
    for place in drawn(app) {
        let side = match place.side {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
            Side::Midline => continue,
        };
        if !places.iter().any(|known| known.zone == place.zone && known.side == side) {
            places.push(records::Place { side, ..place });
        }
    }
    draw(app, places, turn);
}

fn change(app: &mut App, turn: &mut Turn<'_>, change: impl FnOnce(&mut records::Place)) {
    let Some((zone, side)) = current(app).map(|pain| (pain.zone, pain.side)) else { return };
    let id = &app.guide.zone(zone).id;
    let mut places = drawn(app);
    if let Some(place) = places.iter_mut().find(|place| place.zone == **id && place.side == side) {
        change(place);
        draw(app, places, turn);
    }
}

fn draw(app: &mut App, places: Vec<records::Place>, turn: &mut Turn<'_>) {
    let before = drawn(app);
    let past = &mut app.drafts.locate.past;
    past[0].push(before);
    past[1].clear();
    let drawing = Body::Drawing { by: PainBy::Drawing, places };
    // another day is another look, begun from the last drawing
    let anew = app.told.visit.is_some_and(|began| app.now.at_ms - began.at_ms > VISIT_MS);
    app.draw(turn, if anew { vec![Body::Visit, drawing] } else { vec![drawing] });
}

/// A share as records have it.
pub(super) fn percent(share: f64) -> u8 {
    // 0.29 is a little less
    (share * 100.0 + 0.5) as u8
}

/// The pain drawing of this visit as records say it.
fn drawn(app: &App) -> Vec<records::Place> {
    let place = |pain: &case::Pain| records::Place {
        zone: app.guide.zone(pain.zone).id.as_str().to_owned(),
        side: pain.side,
        intensity: pain.intensity.map(|intensity| intensity as u8),
        share: pain.share.map(percent),
        quality: pain.quality.clone(),
    };
    app.case().pain.iter().map(place).collect()
}
