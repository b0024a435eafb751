//! The real guide, small cases by id, and assessments written by hand.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "only tests use it")]

use belief::{Assessment, Likely, Method, Ranked};
use case::{Answer, Case, Familiar, Pain, Press, Release, Reply};
use coach::{Consultation, Kit, Plan, Planned, conclude};
use guide::shape::{Side, Surface, Tool};
use guide::{AskIx, Guide};
use std::path::Path;
use std::sync::LazyLock;

/// The guide of this repository.
pub(crate) static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    Guide::read(&files, "en").unwrap_or_else(|problems| panic!("{problems}"))
});

fn collect(root: &Path, at: &Path, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(at).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|e| e == "toml") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every tool and surface.
pub(crate) const TOOLS: [Tool; 8] = [
    Tool::Hand,
    Tool::TennisBall,
    Tool::LacrosseBall,
    Tool::FirmBall,
    Tool::Peanut,
    Tool::FoamRoller,
    Tool::MassageGun,
    Tool::Cane,
];
pub(crate) const SURFACES: [Surface; 3] = [Surface::Wall, Surface::Bed, Surface::Floor];

/// A kit with everything.
pub(crate) fn full_kit(minutes: u16) -> Kit {
    Kit::new(minutes, &TOOLS, &SURFACES).unwrap()
}

/// A case with pain of 4 in this zone on the right and every relevant ask of the gate answered no.
pub(crate) fn case(zone: &str) -> Case {
    let mut case = Case { pain: vec![pain(zone, 4.0)], ..Case::default() };
    case.person.age = Some(45);
    answer_gate(&mut case);
    case
}

pub(crate) fn pain(zone: &str, intensity: f64) -> Pain {
    let zone = GUIDE.find_zone(zone).unwrap();
    let side = if GUIDE.zone(zone).sides.contains(&Side::Right) { Side::Right } else { Side::Midline };
    Pain { zone, side, intensity: Some(intensity), share: Some(0.5), quality: Vec::new() }
}

/// Answers every ask no.
pub(crate) fn answer_gate(case: &mut Case) {
    case.gate = (0..GUIDE.asks.len()).map(|i| (AskIx(i as u16), Reply::No)).collect();
}

pub(crate) fn yes(case: &mut Case, question: &str) {
    answer(case, question, Reply::Yes);
}

pub(crate) fn no(case: &mut Case, question: &str) {
    answer(case, question, Reply::No);
}

fn answer(case: &mut Case, question: &str, reply: Reply) {
    let question = GUIDE.find_question(question).unwrap();
    let side = if GUIDE.question(question).sided { Side::Right } else { Side::Midline };
    case.answers.push(Answer { question, side, reply });
}

pub(crate) fn caution(case: &mut Case, id: &str) {
    case.cautions.push(GUIDE.find_caution(id).unwrap());
}

pub(crate) fn released(case: &mut Case, source: &str) {
    let source = GUIDE.find_source(source).unwrap();
    case.releases.push(Release { source, side: Side::Right, pain_before: 5.0, pain_after: 4.0 });
}

pub(crate) fn pressed(case: &mut Case, source: &str) {
    let source = GUIDE.find_source(source).unwrap();
    case.presses.push(Press { source, side: Side::Right, tenderness: 4.0, familiar: Familiar::Partly });
}

/// An assessment in which these sources on the right lead or are possible (below 0.15 less likely), all else is unlikely.
pub(crate) fn assessment(leading: &[(&str, f64)], possible: &[(&str, f64)]) -> Assessment {
    let mut ranked = Vec::new();
    for (i, source) in GUIDE.sources.iter().enumerate() {
        for side in &source.sides {
            let mine = |list: &[(&str, f64)]| {
                let here = *side != Side::Left;
                list.iter().find(|(id, _)| here && source.id == *id).map(|(_, p)| *p)
            };
            let (word, probability) = match (mine(leading), mine(possible)) {
                (Some(p), _) => (Likely::Leading, p),
                (_, Some(p)) if p < 0.15 => (Likely::LessLikely, p),
                (_, Some(p)) => (Likely::Possible, p),
                _ => (Likely::Unlikely, 0.01),
            };
            let tie = u32::from(word == Likely::Leading && leading.len() > 1);
            let source = guide::SourceIx(i as u16);
            ranked.push(Ranked { source, side: *side, probability, word, tie, reasons: Vec::new() });
        }
    }
    ranked.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    Assessment {
        ranked,
        next: Vec::new(),
        sore_everywhere: 0.0,
        learned: Vec::new(),
        method: Method::Exact { width: 1 },
    }
}

/// The plan of a case whose gate is open.
pub(crate) fn plan(case: &Case, assessment: &Assessment, kit: &Kit) -> Plan {
    plan_by(&GUIDE, case, assessment, kit)
}

/// The same by another guide.
pub(crate) fn plan_by(guide: &Guide, case: &Case, assessment: &Assessment, kit: &Kit) -> Plan {
    ready(conclude(guide, case, safety::gate(guide, case), assessment.clone(), Some(kit)))
}

pub(crate) fn ready(consultation: Consultation) -> Plan {
    match consultation.plan {
        Planned::Ready(plan) => plan,
        other => panic!("no plan but {other:?}; gate {:?}", consultation.gate),
    }
}
