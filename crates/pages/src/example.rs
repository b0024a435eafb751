//! Worked examples of one muscle hiding another: a case in stages, ranked by the engine when the page is made.
//!
//! A stage takes over what the one before it told; a list that it gives stands in place of that one's. `leads`, `rises` and
//! `falls` say what the text round it claims; a page whose claim the ranking does not bear out is not made.

use crate::facts::{Facts, Wrong};
use crate::{Block, Inline};
use belief::{Assessment, Likely, Ranked};
use case::{Answer, Case, Familiar, Pain, Press, Quality, Release, Reply, Side};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;
use words::Speaker;

/// Rows of the table: enough for whatever leads at some stage.
const SHOWN: usize = 4;
/// A change of the chance that counts as one.
const CHANGE: f64 = 0.05;

type Lines = Option<Vec<Spanned<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    stage: Vec<Stage>,
    /// Sources whose chance is higher at the end than at the beginning: `gmin_post right`.
    #[serde(default)]
    rises: Vec<Spanned<String>>,
    /// Those whose chance is lower.
    #[serde(default)]
    falls: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    /// Heading of its column.
    name: String,
    /// Where it hurts: `zone side intensity`.
    pain: Lines,
    /// What was pressed: `source side tenderness familiar`.
    press: Lines,
    /// What was answered: `question side yes`, without a side where it has none.
    answer: Lines,
    /// What was released: `source side before after`.
    release: Lines,
    /// Sources that lead now, all of them.
    leads: Vec<Spanned<String>>,
}

type Slip = (Range<usize>, Wrong);

/// The example as blocks: what was told at each stage, the ranking, and why.
pub(crate) fn blocks(facts: &Facts<'_>, text: &str) -> Result<Vec<Block>, Slip> {
    let example: Example = toml::from_str(text).map_err(|error| {
        (
            error.span().unwrap_or(0..0),
            Wrong::new(error.message().replace('\n', ", "), "a worked example has [[stage]] tables"),
        )
    })?;
    let mut case = Case::default();
    let mut seen = Vec::new();
    let mut told = Vec::new();
    for stage in &example.stage {
        let before = case.clone();
        take(facts, stage, &mut case)?;
        let consultation = coach::consult(facts.guide, &facts.weights, &case, None)
            .map_err(|error| (0..text.len(), Wrong::new(format!("no answer: {error}"), "")))?;
        told.push((stage, what_is_new(facts, &before, &case)));
        seen.push(consultation.assessment);
    }
    borne_out(facts, &example, &seen)?;
    let speaker = Speaker::new(facts.guide, &case);
    let mut blocks =
        vec![Block::List { ordered: true, items: told.iter().map(|(stage, new)| line(stage, new)).collect() }];
    blocks.push(table(facts, &example, &seen, &speaker));
    if let Some(last) = seen.last() {
        blocks.push(Block::Rows(why(facts, last, &speaker)));
    }
    Ok(blocks)
}

fn line(stage: &Stage, new: &[String]) -> Vec<Inline> {
    vec![Inline::Strong(format!("{}: ", stage.name)), Inline::text(format!("{}.", new.join("; ")))]
}

/// What a stage tells that the one before did not.
fn what_is_new(facts: &Facts<'_>, before: &Case, now: &Case) -> Vec<String> {
    let speaker = Speaker::new(facts.guide, now);
    let mut new = Vec::new();
    if before.pain != now.pain {
        new.extend(places(facts, &now.pain));
    }
    let releases = now.releases.iter().filter(|release| !before.releases.contains(release));
    new.extend(releases.map(|release| {
        let name = speaker.say(words::Say::Source(release.source, release.side));
        (facts.labels.released)(&name, release.pain_before, release.pain_after)
    }));
    let presses = now.presses.iter().filter(|press| !before.presses.contains(press));
    new.extend(presses.map(|press| speaker.finding(belief::Finding::Press(press.source, press.side))));
    let answers = now.answers.iter().filter(|answer| !before.answers.contains(answer));
    new.extend(answers.map(|answer| {
        speaker.finding(belief::Finding::Answer(answer.question, answer.side, answer.reply == Reply::Yes))
    }));
    new
}

/// Where it hurts, side by side: "pain on the right: calf 4".
fn places(facts: &Facts<'_>, pain: &[Pain]) -> Vec<String> {
    let on = |side| {
        let here = pain.iter().filter(|pain| pain.side == side);
        let places = here.map(|pain| {
            let name = facts.guide.text("zones", &facts.guide.zone(pain.zone).id, "name");
            (facts.labels.place_number)(name, pain.intensity.unwrap_or_default())
        });
        let places: Vec<String> = places.collect();
        (!places.is_empty()).then(|| (facts.labels.pain_on)(side, &places.join(", ")))
    };
    [Side::Right, Side::Left, Side::Midline].into_iter().filter_map(on).collect()
}

/// The ranking, stage beside stage: whatever led or came close at any of them.
fn table(facts: &Facts<'_>, example: &Example, seen: &[Assessment], speaker: &Speaker<'_>) -> Block {
    let l = facts.labels;
    let mut shown: Vec<(guide::SourceIx, Side)> = Vec::new();
    for rank in 0..SHOWN {
        for ranked in seen.iter().filter_map(|assessment| assessment.ranked.get(rank)) {
            let cell = (ranked.source, ranked.side);
            if shown.len() < SHOWN && !shown.contains(&cell) && ranked.word > Likely::Unlikely {
                shown.push(cell);
            }
        }
    }
    let rows = shown.into_iter().map(|(source, side)| {
        let mut row = vec![speaker.say(words::Say::Source(source, side))];
        row.extend(seen.iter().map(|assessment| {
            let found = assessment.ranked.iter().find(|ranked| (ranked.source, ranked.side) == (source, side));
            found.map_or_else(String::new, |ranked| said(ranked, speaker))
        }));
        row
    });
    let head = std::iter::once(l.source.to_owned()).chain(example.stage.iter().map(|stage| stage.name.clone()));
    Block::Table { caption: l.ranking.to_owned(), head: head.collect(), rows: rows.collect() }
}

fn said(ranked: &Ranked, speaker: &Speaker<'_>) -> String {
    format!("{} ({:.0} %)", speaker.likely(ranked.word), ranked.probability * 100.0)
}

/// For and against what leads at the end.
fn why(facts: &Facts<'_>, last: &Assessment, speaker: &Speaker<'_>) -> Vec<crate::Row> {
    let l = facts.labels;
    let leading = last.ranked.iter().filter(|ranked| ranked.word == Likely::Leading);
    let rows = leading.map(|ranked| {
        let (speaks_for, against) = speaker.for_and_against(ranked);
        let text = [(l.speaks_for, speaks_for), (l.against, against)];
        let text: Vec<String> =
            text.into_iter().filter_map(|(label, said)| Some(format!("{label}: {}.", said?))).collect();
        let label = speaker.say(words::Say::Source(ranked.source, ranked.side));
        crate::Row { id: None, label, text: vec![Inline::text(text.join(" "))], figure: None }
    });
    rows.collect()
}

/// Does the ranking do what the page says it does?
fn borne_out(facts: &Facts<'_>, example: &Example, seen: &[Assessment]) -> Result<(), Slip> {
    for (stage, assessment) in example.stage.iter().zip(seen) {
        let leading = assessment.ranked.iter().filter(|ranked| ranked.word == Likely::Leading);
        let mut leading: Vec<_> = leading.map(|ranked| (ranked.source, ranked.side)).collect();
        for said in &stage.leads {
            let (source, side, _) = source(facts, said)?;
            let Some(at) = leading.iter().position(|cell| *cell == (source, side)) else {
                return Err((said.span(), Wrong::new("this does not lead here", names(facts, &leading))));
            };
            leading.remove(at);
        }
        if let (Some(said), false) = (stage.leads.first(), leading.is_empty()) {
            return Err((said.span(), Wrong::new("something else leads here too", names(facts, &leading))));
        }
    }
    let (Some(first), Some(last)) = (seen.first(), seen.last()) else { return Ok(()) };
    for (list, sign) in [(&example.rises, 1.0), (&example.falls, -1.0)] {
        for said in list {
            let (source, side, _) = source(facts, said)?;
            let chance = |seen: &Assessment| {
                let found = seen.ranked.iter().find(|ranked| (ranked.source, ranked.side) == (source, side));
                found.map_or(0.0, |ranked| ranked.probability)
            };
            let change = (chance(last) - chance(first)) * sign;
            if change < CHANGE {
                let way = if sign > 0.0 { "rise" } else { "fall" };
                let hint = format!("it goes from {:.2} to {:.2}", chance(first), chance(last));
                return Err((said.span(), Wrong::new(format!("the ranking does not let this {way}"), hint)));
            }
        }
    }
    Ok(())
}

fn names(facts: &Facts<'_>, cells: &[(guide::SourceIx, Side)]) -> String {
    let ids: Vec<&str> = cells.iter().map(|(source, _)| facts.guide.source(*source).id.as_str()).collect();
    if ids.is_empty() { "nothing else does".to_owned() } else { format!("what leads is {}", ids.join(", ")) }
}

/// What a stage gives, in place of what was told before.
fn take(facts: &Facts<'_>, stage: &Stage, case: &mut Case) -> Result<(), Slip> {
    if let Some(lines) = &stage.pain {
        case.pain = lines.iter().map(|line| pain(facts, line)).collect::<Result<_, _>>()?;
    }
    if let Some(lines) = &stage.press {
        case.presses = lines.iter().map(|line| press(facts, line)).collect::<Result<_, _>>()?;
    }
    if let Some(lines) = &stage.answer {
        case.answers = lines.iter().map(|line| answer(facts, line)).collect::<Result<_, _>>()?;
    }
    if let Some(lines) = &stage.release {
        case.releases = lines.iter().map(|line| release(facts, line)).collect::<Result<_, _>>()?;
    }
    Ok(())
}

fn pain(facts: &Facts<'_>, line: &Spanned<String>) -> Result<Pain, Slip> {
    let words: Vec<&str> = line.get_ref().split_whitespace().collect();
    let [zone, side, intensity] = words[..] else { return Err(shape(line, "zone side intensity")) };
    let found = facts.guide.find_zone(zone);
    let zone =
        found.ok_or_else(|| unknown(line, "zone", zone, facts.guide.zones.iter().map(|zone| zone.id.as_str())))?;
    let intensity = Some(number(line, intensity)?);
    Ok(Pain { zone, side: self::side(line, side)?, intensity, share: None, quality: vec![Quality::Ache] })
}

fn press(facts: &Facts<'_>, line: &Spanned<String>) -> Result<Press, Slip> {
    let (source, side, rest) = source(facts, line)?;
    let [tenderness, familiar] = rest[..] else { return Err(shape(line, "source side tenderness familiar")) };
    let familiar = match familiar {
        "yes" => Familiar::Yes,
        "partly" => Familiar::Partly,
        "no" => Familiar::No,
        _ => return Err(shape(line, "source side tenderness yes (or partly, no)")),
    };
    Ok(Press { source, side, tenderness: number(line, tenderness)?, familiar })
}

fn answer(facts: &Facts<'_>, line: &Spanned<String>) -> Result<Answer, Slip> {
    let words: Vec<&str> = line.get_ref().split_whitespace().collect();
    let (id, side, reply) = match words[..] {
        [id, side, reply] => (id, self::side(line, side)?, reply),
        [id, reply] => (id, Side::Midline, reply),
        _ => return Err(shape(line, "question side yes")),
    };
    let found = facts.guide.find_question(id);
    let known = facts.guide.questions.iter().map(|question| question.id.as_str());
    let question = found.ok_or_else(|| unknown(line, "question", id, known))?;
    let reply = match reply {
        "yes" => Reply::Yes,
        "no" => Reply::No,
        _ => return Err(shape(line, "question side yes (or no)")),
    };
    Ok(Answer { question, side, reply })
}

fn release(facts: &Facts<'_>, line: &Spanned<String>) -> Result<Release, Slip> {
    let (source, side, rest) = source(facts, line)?;
    let [before, after] = rest[..] else { return Err(shape(line, "source side before after")) };
    Ok(Release { source, side, pain_before: number(line, before)?, pain_after: number(line, after)? })
}

/// `source side`, and what follows.
fn source<'l>(facts: &Facts<'_>, line: &'l Spanned<String>) -> Result<(guide::SourceIx, Side, Vec<&'l str>), Slip> {
    let mut words = line.get_ref().split_whitespace();
    let (Some(id), Some(side)) = (words.next(), words.next()) else { return Err(shape(line, "source side")) };
    let found = facts.guide.find_source(id);
    let known = facts.guide.sources.iter().map(|source| source.id.as_str());
    let source = found.ok_or_else(|| unknown(line, "source", id, known))?;
    Ok((source, self::side(line, side)?, words.collect()))
}

fn side(line: &Spanned<String>, word: &str) -> Result<Side, Slip> {
    match word {
        "left" => Ok(Side::Left),
        "right" => Ok(Side::Right),
        "midline" => Ok(Side::Midline),
        _ => Err(unknown(line, "side", word, ["left", "right", "midline"])),
    }
}

/// 0 to 10.
fn number(line: &Spanned<String>, word: &str) -> Result<f64, Slip> {
    let number = word.parse().ok().filter(|number| (0.0..=10.0).contains(number));
    number.ok_or_else(|| (line.span(), Wrong::new(format!("{word:?} is no number from 0 to 10"), "")))
}

fn shape(line: &Spanned<String>, wanted: &str) -> Slip {
    (line.span(), Wrong::new("this is not told as it should be", format!("write \"{wanted}\"")))
}

fn unknown<'k>(line: &Spanned<String>, kind: &str, id: &str, known: impl IntoIterator<Item = &'k str>) -> Slip {
    (line.span(), Wrong::new(format!("{kind} {id:?} does not exist"), crate::place::mean(id, known)))
}
