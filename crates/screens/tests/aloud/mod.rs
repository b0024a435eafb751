//! Reads a screen aloud: what stands on it, as lines of text; and taps it by what it says.

use guide::Guide;
use records::{DeviceId, Moment, Stamp, Vault};
use screens::*;
use std::collections::BTreeSet;

/// 25 November 2026, 10:00 UTC.
pub(crate) const MORNING: i64 = 1_795_600_800_000;

/// Somebody with the app in hand.
pub(crate) struct Hand {
    pub(crate) app: App,
    /// Taps so far; a digit typed is one.
    pub(crate) taps: usize,
    /// Time passed, ms.
    pub(crate) at_ms: i64,
    pub(crate) effects: Vec<Effect>,
    moments: u64,
}

impl Hand {
    /// Opens the app for the first time.
    pub(crate) fn new() -> Hand {
        let device = DeviceId(uuid::Uuid::from_u128(1));
        Hand::holding(Vault::new(device))
    }

    /// Opens it with what was kept.
    pub(crate) fn holding(vault: Vault) -> Hand {
        let guide = Guide::embedded("en").expect("the guide is right");
        let now = Stamp { at_ms: MORNING, offset_min: 60 };
        Hand { app: App::open(guide, vault, now), taps: 0, at_ms: MORNING, effects: Vec::new(), moments: 0 }
    }

    /// The page is loaded again: the app with what was kept.
    pub(crate) fn again(&self) -> Hand {
        let guide = Guide::embedded("en").expect("the guide is right");
        let now = Stamp { at_ms: self.at_ms, offset_min: 60 };
        let mut app = App::open(guide, self.app.vault().clone(), now);
        let walk = |effect: &Effect| if let Effect::Walk(text) = effect { Some(text.clone()) } else { None };
        let text = self.effects.iter().rev().find_map(walk).unwrap_or_default();
        let resumed = app.resume(&text);
        assert_eq!(resumed, !text.is_empty(), "{text}");
        Hand { app, taps: 0, at_ms: self.at_ms, effects: self.effects.clone(), moments: self.moments }
    }

    /// Does something.
    pub(crate) fn act(&mut self, action: Action) {
        self.moments += 1;
        let mut entropy = [0; 10];
        entropy[..8].copy_from_slice(&self.moments.to_le_bytes());
        let stamp = Stamp { at_ms: self.at_ms, offset_min: 60 };
        let effects = self.app.act(action, Moment { stamp, entropy });
        for effect in &effects {
            if let Effect::Keep(records) = effect {
                self.app.kept(records.len());
            }
        }
        self.effects.extend(effects);
    }

    /// Taps what says so: a button, a tab, a box, a choice.
    pub(crate) fn tap(&mut self, says: &str) {
        let view = self.app.view();
        let mut found = Vec::new();
        buttons(&view, &mut found);
        let action = found.iter().find(|(label, _)| label == says).map(|(_, action)| action.clone());
        let action = action.unwrap_or_else(|| panic!("nothing says {says:?} on\n{}", aloud(&view)));
        self.taps += 1;
        self.act(action);
    }

    /// Types digits.
    pub(crate) fn types(&mut self, field: Field, text: &str) {
        self.taps += text.len();
        self.act(Action::Typed(field, text.to_owned()));
    }

    /// Sets a scale.
    pub(crate) fn sets(&mut self, scale: Scale, number: u8) {
        self.taps += 1;
        self.act(Action::Scaled(scale, number));
    }

    /// The screen as it is read aloud, without what was said a moment ago.
    pub(crate) fn shows(&self) -> String {
        let sees = self.sees();
        sees.split_once("\n(said:").map_or(sees.clone(), |(shows, _)| shows.to_owned())
    }

    /// The screen as it is read aloud.
    pub(crate) fn sees(&self) -> String {
        aloud(&self.app.view())
    }
}

/// Everything that can be tapped, by what it says.
fn buttons(view: &View, found: &mut Vec<(String, Action)>) {
    let mut add = |button: &Button| found.push((button.label.clone(), button.action.clone()));
    view.foot.iter().for_each(&mut add);
    view.back.iter().chain(&view.corner).for_each(&mut add);
    found.extend(view.tabs.iter().map(|tab| (format!("tab {}", tab.label), Action::Go(tab.place))));
    view.blocks.iter().for_each(|block| in_block(block, found));
}

fn in_block(block: &Block, found: &mut Vec<(String, Action)>) {
    let mut add = |button: &Button| found.push((button.label.clone(), button.action.clone()));
    match &block.kind {
        Kind::Buttons(buttons) | Kind::Notice { buttons, .. } => buttons.iter().for_each(&mut add),
        Kind::Area(button) => add(button),
        Kind::Choice { options, legend, .. } => {
            found.extend(options.iter().map(|option| (option.label.clone(), option.action.clone())));
            found.extend(options.iter().map(|option| (format!("{legend}: {}", option.label), option.action.clone())));
        }
        Kind::Sides { rows, .. } => {
            for row in rows {
                let ticks: Vec<&Tick> = match &row.boxes {
                    Boxes::Both(ticks) => ticks.iter().collect(),
                    Boxes::Middle(tick) => vec![tick],
                };
                found.extend(ticks.iter().map(|tick| (tick.label.clone(), tick.action.clone())));
            }
        }
        Kind::Card { blocks, .. } | Kind::Fold { blocks, .. } => {
            blocks.iter().for_each(|block| in_block(block, found));
        }
        _ => {}
    }
}

/// What is seen without opening anything, line by line.
pub(crate) fn aloud(view: &View) -> String {
    let mut lines = Vec::new();
    let top: Vec<&str> = view.back.iter().chain(&view.corner).map(|button| button.label.as_str()).collect();
    lines.push(format!("# {}", view.title));
    if !top.is_empty() {
        lines.extend(top.iter().map(|label| format!("[{label}]")));
    }
    view.blocks.iter().for_each(|block| read(block, "", &mut lines));
    for button in &view.foot {
        lines.push(format!("[{}]", button.label));
    }
    if !view.said.is_empty() {
        lines.push(format!("(said: {})", view.said));
    }
    lines.join("\n")
}

/// Words on these screens; a line, or a sign in a line, that stands on several is read once.
pub(crate) fn words(screens: &[String]) -> usize {
    const MARKS: [char; 8] = [' ', '(', ')', '*', '-', '!', '>', '#'];
    let bare = |line: &str| line.trim_start_matches(MARKS).to_lowercase();
    let lines: BTreeSet<String> = screens.iter().flat_map(|screen| screen.split(['\n', ';'])).map(bare).collect();
    let words = |line: &String| line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    lines.iter().map(words).sum()
}

fn read(block: &Block, under: &str, lines: &mut Vec<String>) {
    let mut say = |text: String| lines.push(format!("{under}{text}"));
    let labels = |buttons: &[Button]| buttons.iter().map(|b| format!("[{}]", b.label)).collect::<Vec<_>>().join(" ");
    match &block.kind {
        Kind::Heading(text) => say(format!("## {text}")),
        Kind::Text(text) | Kind::Soft(text) | Kind::Big(text) => say(text.clone()),
        Kind::Items(items) => items.iter().for_each(|item| say(format!("- {item}"))),
        Kind::Steps(items) => items.iter().for_each(|item| say(format!("* {item}"))),
        Kind::Moves(moves) => moves.iter().for_each(|(said, _)| say(format!("* {said}"))),
        Kind::Rows(rows) => rows.iter().for_each(|(label, text)| say(format!("{label}: {text}"))),
        Kind::Notice { title, lines, buttons, .. } => {
            say(format!("! {title}"));
            lines.iter().for_each(|line| say(format!("  {line}")));
            if !buttons.is_empty() {
                say(labels(buttons));
            }
        }
        Kind::Buttons(buttons) => say(labels(buttons)),
        Kind::Area(button) => say(format!("[ {} ]", button.label)),
        Kind::Choice { legend, hidden, options, .. } => {
            if !hidden {
                say(legend.clone());
            }
            for option in options {
                let mark = if option.chosen { "*" } else { " " };
                say(format!("({mark}) {} {}", option.label, option.note).trim_end().to_owned());
            }
        }
        // heard by nobody: the list says the same
        Kind::Figure(_) | Kind::Image(_) => {}
        Kind::Link { label, .. } => say(format!("[{label}]")),
        Kind::Sides { columns, rows, .. } => {
            say(columns.join(" | "));
            for row in rows {
                let ticks: Vec<&Tick> = match &row.boxes {
                    Boxes::Both(ticks) => ticks.iter().collect(),
                    Boxes::Middle(tick) => vec![tick],
                };
                let boxes: Vec<&str> = ticks.iter().map(|tick| if tick.ticked { "[x]" } else { "[ ]" }).collect();
                say(format!("{} {}", row.name, boxes.join(" ")));
            }
        }
        Kind::Scale { legend, said, .. } => say(format!("{legend} {said}")),
        Kind::Field { label, value, unit, error, .. } => say(format!("{label}: {value} {unit} {error}")),
        Kind::Card { title, aside, blocks, .. } => {
            say(format!("{title} {aside}"));
            blocks.iter().for_each(|block| read(block, &format!("{under}  "), lines));
        }
        Kind::Fold { title, open, blocks } => {
            say(format!("> {title}"));
            if *open {
                blocks.iter().for_each(|block| read(block, &format!("{under}  "), lines));
            }
        }
        Kind::Bar { label, said, .. } => say(format!("{label}: {said}")),
        Kind::Ring { number, words, .. } => say(format!("({number} {words})")),
        Kind::Chart { title, points, .. } => say(format!("{title}: {} days", points.len())),
        Kind::File { label } => say(format!("[{label}…]")),
    }
}
