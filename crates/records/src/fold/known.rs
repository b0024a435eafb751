//! Ids as text become those of this guide.

use super::Deed;
use crate::{Body, Drill, Hold, KitTold, Place, Stop, What};
use case::{Answer, Cleared, Control, Pain, Person, Press, Release, Side};
use guide::{Guide, SourceIx};

/// Highest number on every scale of pain and soreness.
const MOST: u8 = 10;

/// What a record says, and whether this guide knows all of it. What it does not know is left out.
pub(super) fn deed(guide: &Guide, body: &Body) -> (Deed, bool) {
    match body {
        Body::Drawing { by, places } => {
            let known = pains(guide, places);
            let whole = places.iter().all(|place| pain(guide, place).is_some());
            (Deed::Shown(What::Drawn { by: *by, places: known }), whole)
        }
        Body::Cautions { asked, held } => {
            let of = |ids: &[String]| ids.iter().filter_map(|id| guide.find_caution(id)).collect();
            let whole = asked.iter().chain(held).all(|id| guide.find_caution(id).is_some());
            (Deed::Cautions { asked: of(asked), held: of(held) }, whole)
        }
        one => known(guide, one).map_or((Deed::Nothing, false), |deed| (deed, true)),
    }
}

/// The records that name at most one thing.
fn known(guide: &Guide, body: &Body) -> Option<Deed> {
    Some(match body {
        Body::Visit => Deed::Visit,
        Body::Person { age, sex } => Deed::Person(Person { age: *age, sex: *sex }),
        Body::Began { days } => Deed::Began(*days),
        Body::Ask { ask, reply } => Deed::Ask(guide.find_ask(ask)?, *reply),
        Body::Answer { question, side, reply } => Deed::Answer(answer(guide, question, *side, *reply)?),
        Body::Control { place, tenderness, familiar } => {
            Deed::Control(Control { place: *place, tenderness: scale(*tenderness), familiar: *familiar })
        }
        Body::Kit { minutes, tools, surfaces, experienced } => Deed::Kit(KitTold {
            minutes: *minutes,
            tools: sorted(tools),
            surfaces: sorted(surfaces),
            experienced: *experienced,
        }),
        Body::Undone { .. } | Body::Drawing { .. } | Body::Cautions { .. } => Deed::Nothing,
        shown => Deed::Shown(what(guide, shown)?),
    })
}

fn what(guide: &Guide, body: &Body) -> Option<What> {
    Some(match body {
        Body::Press { source, side, tenderness, familiar } => {
            let (source, side) = spot(guide, source, *side)?;
            What::Pressed(Press { source, side, tenderness: scale(*tenderness), familiar: *familiar })
        }
        Body::Held { source, side, technique, seconds, felt, ended } => {
            let (source, side) = spot(guide, source, *side)?;
            let technique = guide.techniques.iter().find(|known| known.id == **technique)?.id.to_string();
            let felt = felt.map(|felt| MOST.min(felt));
            What::Held(Hold { source, side, technique, seconds: *seconds, felt, ended: *ended })
        }
        Body::StopSign { sign, at } => {
            let sign = guide.stops.iter().find(|known| known.id == **sign)?.id.to_string();
            // the sign counts wherever it was
            let at = at.as_ref().and_then(|(source, side)| spot(guide, source, *side));
            What::Stopped(Stop { sign, at })
        }
        Body::Retested { source, side, before, after } => {
            let (source, side) = spot(guide, source, *side)?;
            What::Retested { source, side, before: before.map(|before| MOST.min(before)), after: MOST.min(*after) }
        }
        Body::Exercised { exercise, seconds, felt, ended } => {
            let exercise = guide.exercises.iter().find(|known| known.id == **exercise)?.id.clone();
            What::Exercised(Drill { exercise, seconds: *seconds, felt: felt.map(|felt| MOST.min(felt)), ended: *ended })
        }
        Body::Movement { pain } => What::Movement(MOST.min(*pain)),
        Body::Released { source, side, pain_before, pain_after } => {
            let (source, side) = spot(guide, source, *side)?;
            let [pain_before, pain_after] = [scale(*pain_before), scale(*pain_after)];
            What::Released(Release { source, side, pain_before, pain_after })
        }
        Body::SessionBegan { pain } => What::SessionBegan { pain: pain.map(|pain| MOST.min(pain)) },
        Body::SessionEnded { pain, complete } => {
            What::SessionEnded { pain: pain.map(|pain| MOST.min(pain)), complete: *complete }
        }
        Body::Rated { pain, note } => What::Rated { pain: MOST.min(*pain), note: note.clone() },
        Body::Checked { flag, on } => What::Checked(Cleared { flag: guide.find_flag(flag)?, checked_on: *on }),
        _ => return None,
    })
}

/// A source on a side on which it exists.
fn spot(guide: &Guide, source: &str, side: Side) -> Option<(SourceIx, Side)> {
    let source = guide.find_source(source)?;
    guide.source(source).sides.contains(&side).then_some((source, side))
}

fn answer(guide: &Guide, question: &str, side: Side, reply: case::Reply) -> Option<Answer> {
    let question = guide.find_question(question)?;
    let fits = guide.question(question).sided == (side != Side::Midline);
    fits.then_some(Answer { question, side, reply })
}

/// The places that are known; of one that is there twice the last holds.
fn pains(guide: &Guide, places: &[Place]) -> Vec<Pain> {
    let mut pains: Vec<Pain> = Vec::new();
    for pain in places.iter().filter_map(|place| pain(guide, place)) {
        pains.retain(|other| (other.zone, other.side) != (pain.zone, pain.side));
        pains.push(pain);
    }
    pains
}

fn pain(guide: &Guide, place: &Place) -> Option<Pain> {
    let zone = guide.find_zone(&place.zone)?;
    guide.zone(zone).sides.contains(&place.side).then(|| Pain {
        zone,
        side: place.side,
        intensity: place.intensity.map(scale),
        share: place.share.map(|percent| f64::from(percent.min(100)) / 100.0),
        quality: sorted(&place.quality),
    })
}

fn scale(number: u8) -> f64 {
    f64::from(MOST.min(number))
}

fn sorted<T: Ord + Copy>(things: &[T]) -> Vec<T> {
    // a handful of things
    let mut sorted = Vec::new();
    for thing in things {
        if let Err(at) = sorted.binary_search(thing) {
            sorted.insert(at, *thing);
        }
    }
    sorted
}
