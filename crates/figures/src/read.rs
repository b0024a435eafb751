//! From files to checked figures.

use crate::draw::drawn;
use crate::pose::{Figure, Sheet};
use crate::range::slips;
use crate::scene::Scene;
use guide::{Guide, Problem, Problems};
use std::collections::BTreeMap;

/// The figures of a guide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// In the order of the files, each with its title and what it says.
    drawings: Vec<Drawing>,
    /// The figure of each thing.
    shown: BTreeMap<String, String>,
}

/// A figure with its words.
#[derive(Clone, Debug, PartialEq)]
struct Drawing {
    scene: Scene,
    title: String,
    words: String,
}

impl Figures {
    /// The name of the figure that shows a technique, stretch, exercise, warm-up or comfort advice.
    pub fn of(&self, id: &str) -> Option<&str> {
        self.shown.get(id).map(String::as_str)
    }

    /// Every thing with its figure, by id.
    pub fn shown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shown.iter().map(|(id, figure)| (id.as_str(), figure.as_str()))
    }

    /// Every figure: its name, and its SVG, which is drawn now.
    pub fn svgs(&self) -> impl Iterator<Item = (&str, String)> {
        self.drawings
            .iter()
            .map(|drawing| (drawing.scene.figure.id.as_str(), drawn(&drawing.scene, &drawing.title, &drawing.words)))
    }
}

/// The default guide's figures. `guide` is the embedded one.
///
/// Whether bodies can be as they are is not looked at again: a test has done so.
///
/// # Errors
/// Everything that is wrong with their files; a test keeps them free of it.
pub fn embedded(guide: &Guide) -> Result<Figures, Problems> {
    let files = Guide::embedded_files().iter().filter(|(path, _)| path.starts_with(DIR));
    let files: Vec<(String, String)> = files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    sound(gathered(&files, guide, |_| Vec::new()))
}

const DIR: &str = "figures/";

/// Reads and checks the figures among the files of a guide: path and text of each. A guide without figures has none; one that
/// has some has all.
///
/// # Errors
/// Everything that is wrong with them: what cannot be read, names that do not exist, and things that have no figure.
pub fn read(files: &[(String, String)], guide: &Guide) -> Result<Figures, Problems> {
    sound(draft(files, guide))
}

fn sound((figures, problems): (Figures, Problems)) -> Result<Figures, Problems> {
    if problems.errors.is_empty() { Ok(figures) } else { Err(problems) }
}

/// The figures that could be read, and what is wrong: for those who are at work on them. Takes what [`read`] takes.
pub fn draft(files: &[(String, String)], guide: &Guide) -> (Figures, Problems) {
    gathered(files, guide, slips)
}

fn gathered(files: &[(String, String)], guide: &Guide, slips: impl Fn(&Scene) -> Vec<String>) -> (Figures, Problems) {
    let mut errors = Vec::new();
    if !files.iter().any(|(path, _)| path.starts_with(DIR)) {
        return (Figures::default(), Problems::default());
    }
    let mut figures: Vec<(&str, &str, Figure)> = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with(DIR) && path.ends_with(".toml")) {
        match toml::from_str::<Sheet>(text) {
            Ok(sheet) => figures.extend(sheet.figure.into_iter().map(|figure| (path.as_str(), text.as_str(), figure))),
            Err(error) => {
                errors.push(problem(path, text, error.span().map_or(0, |span| span.start), error.message(), ""));
            }
        }
    }
    let mut shown = BTreeMap::new();
    let mut scenes: Vec<Scene> = Vec::new();
    // As written: a wall that a scene has moved stays where it was for those that are like it.
    let mut written: Vec<Figure> = Vec::new();
    for (path, text, figure) in figures {
        let at = text.find(&format!("id = \"{}\"", figure.id)).unwrap_or(0);
        if scenes.iter().any(|scene| scene.figure.id == figure.id) {
            errors.push(problem(
                path,
                text,
                at,
                format!("figure {:?} is there twice", figure.id),
                "name one otherwise",
            ));
        }
        for id in &figure.shows {
            if words(guide, id).is_none() {
                errors.push(problem(path, text, at, format!("the guide has no {id:?}"), mean(id, guide)));
            }
            if let Some(other) = shown.insert(id.clone(), figure.id.clone()) {
                errors.push(problem(path, text, at, format!("{id:?} is shown by {other:?} too"), "take it out of one"));
            }
        }
        let figure = match &figure.like {
            None => figure,
            Some(like) => match written.iter().find(|other| other.id == *like) {
                Some(other) => liked(figure, other),
                None => {
                    let hint = "a figure can only be like one above it";
                    errors.push(problem(path, text, at, format!("there is no figure {like:?} before this"), hint));
                    continue;
                }
            },
        };
        written.push(figure.clone());
        let scene = Scene::of(figure);
        for name in scene.unknown() {
            errors.push(problem(
                path,
                text,
                at,
                format!("figure {:?}: there is no point {name:?}", scene.figure.id),
                "",
            ));
        }
        for slip in slips(&scene) {
            let message = format!("figure {:?}, {slip}", scene.figure.id);
            errors.push(problem(path, text, at, message, ""));
        }
        scenes.push(scene);
    }
    for (kind, file, id) in wanted(guide).filter(|(.., id)| !shown.contains_key(*id)) {
        let hint = "add its id to `shows` of a figure in figures/";
        errors.push(problem(file, "", 0, format!("no figure shows {kind} {id:?}"), hint));
    }
    let drawings = scenes.into_iter().map(|scene| titled(scene, guide)).collect();
    (Figures { drawings, shown }, Problems { errors, warnings: Vec::new() })
}

/// A figure with the words of the first thing it shows, and the names of all.
fn titled(scene: Scene, guide: &Guide) -> Drawing {
    let (mut title, said) = scene.figure.shows.first().and_then(|id| words(guide, id)).unwrap_or_default();
    let techniques =
        scene.figure.shows.iter().skip(1).filter(|id| guide.techniques.iter().any(|other| other.id == ***id));
    let all = techniques.filter_map(|id| words(guide, id));
    // Balls of all kinds share a figure, and so do places that are reached in the same way.
    for (other, _) in all {
        for name in other.split(": ") {
            if !title.contains(name) {
                title = format!("{title}, {name}");
            }
        }
    }
    Drawing { scene, title, words: said }
}

/// What must have a figure: its kind, file and id.
fn wanted(guide: &Guide) -> impl Iterator<Item = (&'static str, &'static str, &str)> {
    let techniques = guide.techniques.iter().map(|thing| ("technique", "techniques.toml", thing.id.as_str()));
    let stretches = guide.stretches.iter().map(|thing| ("stretch", "stretches.toml", thing.id.as_str()));
    let exercises = guide.exercises.iter().map(|thing| ("exercise", "strength.toml", thing.id.as_str()));
    let warmups = guide.warmups.iter().map(|thing| ("warm-up", "warmups.toml", thing.id.as_str()));
    techniques.chain(stretches).chain(exercises).chain(warmups)
}

/// Title and words for what an id names.
fn words(guide: &Guide, id: &str) -> Option<(String, String)> {
    let text = |kind: &str, field: &str| guide.text(kind, id, field).to_owned();
    for kind in ["stretches", "exercises", "warmups"] {
        if guide.texts.entry(kind, id).is_some() {
            return Some((text(kind, "name"), guide.texts.steps(kind, id, "steps").join(" ")));
        }
    }
    if let Some(technique) = guide.techniques.iter().find(|technique| technique.id == *id) {
        let (region, tool) =
            (guide.text("regions", &technique.region, "name"), guide.text("tools", technique.tool.name(), "name"));
        return Some((format!("{region}: {tool}"), guide.texts.steps("techniques", id, "setup").join(" ")));
    }
    let comfort = id.strip_prefix("comfort.").filter(|id| guide.texts.entry("comfort", id).is_some())?;
    let position = guide.text("comfort", comfort, "position");
    Some((position.to_owned(), position.to_owned()))
}

fn mean(id: &str, guide: &Guide) -> String {
    let known = wanted(guide).map(|(.., id)| id);
    guide::nearest(id, known).map_or_else(String::new, |near| format!("did you mean {near:?}?"))
}

/// A figure with what it does not say taken from the one it is like.
fn liked(figure: Figure, like: &Figure) -> Figure {
    let like = like.clone();
    Figure {
        view: figure.view.or(like.view),
        things: figure.things.or(like.things),
        tool: figure.tool.or(like.tool),
        spot: figure.spot.or(like.spot),
        side: figure.side.or(like.side),
        arrows: figure.arrows.or(like.arrows),
        push: figure.push.or(like.push),
        press: figure.press.or(like.press),
        front: figure.front.or(like.front),
        behind: figure.behind.or(like.behind),
        held: figure.held.or(like.held),
        seconds: figure.seconds.or(like.seconds),
        start: merged(figure.start, like.start),
        end: figure.end.or(like.end),
        id: figure.id,
        shows: figure.shows,
        like: None,
    }
}

fn merged(own: crate::pose::Said, like: crate::pose::Said) -> crate::pose::Said {
    // An angle that is said takes the place of a reach.
    let (hips, shoulders) = (own.hips.is_some(), own.shoulders.is_some());
    crate::pose::Said {
        tip: own.tip.or(like.tip),
        lean: own.lean.or(like.lean),
        spin: own.spin.or(like.spin),
        yaw: own.yaw.or(like.yaw),
        rest: own.rest.or(like.rest),
        at: own.at.or(like.at),
        spine: own.spine.or(like.spine),
        neck: own.neck.or(like.neck),
        hips: own.hips.or(like.hips),
        hip_l: own.hip_l.or(like.hip_l),
        hip_r: own.hip_r.or(like.hip_r),
        knees: own.knees.or(like.knees),
        knee_l: own.knee_l.or(like.knee_l),
        knee_r: own.knee_r.or(like.knee_r),
        ankles: own.ankles.or(like.ankles),
        ankle_l: own.ankle_l.or(like.ankle_l),
        ankle_r: own.ankle_r.or(like.ankle_r),
        shoulders: own.shoulders.or(like.shoulders),
        shoulder_l: own.shoulder_l.or(like.shoulder_l),
        shoulder_r: own.shoulder_r.or(like.shoulder_r),
        elbows: own.elbows.or(like.elbows),
        elbow_l: own.elbow_l.or(like.elbow_l),
        elbow_r: own.elbow_r.or(like.elbow_r),
        foot_l: own.foot_l.or(like.foot_l.filter(|_| !(hips || own.hip_l.is_some()))),
        foot_r: own.foot_r.or(like.foot_r.filter(|_| !(hips || own.hip_r.is_some()))),
        hand_l: own.hand_l.or(like.hand_l.filter(|_| !(shoulders || own.shoulder_l.is_some()))),
        hand_r: own.hand_r.or(like.hand_r.filter(|_| !(shoulders || own.shoulder_r.is_some()))),
    }
}

/// A slip in a file, at a byte of its text.
fn problem(path: &str, text: &str, at: usize, message: impl Into<String>, hint: impl Into<String>) -> Problem {
    let at = at.min(text.len());
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let excerpt = text.get(begin..).unwrap_or_default().lines().next().unwrap_or_default().to_owned();
    Problem {
        file: path.to_owned(),
        line,
        column: before.get(begin..).unwrap_or_default().chars().count() + 1,
        message: message.into(),
        hint: hint.into(),
        width: excerpt.chars().count().max(1),
        excerpt,
    }
}
