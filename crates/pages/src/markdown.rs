//! From Markdown to blocks: headings, paragraphs, lists, quotes set apart, references, and the facts that are put in.

use crate::facts::{Facts, Wrong};
use crate::{Block, Inline, Link, Mark, anchor, example, plain};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What is wrong, and at which bytes.
pub(crate) type Slip = (Range<usize>, Wrong);

/// A page as it was written, with what its links and references were written as.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) links: Vec<(Range<usize>, Link)>,
    pub(crate) slips: Vec<Slip>,
}

/// No paragraph may be longer, characters.
const LONGEST: usize = 520;

/// Reads a page.
pub(crate) fn written(text: &str, facts: &Facts<'_>) -> Written {
    let mut reader = Reader::new(text, facts);
    for (event, at) in Parser::new_ext(text, Options::ENABLE_GFM).into_offset_iter() {
        reader.event(event, at);
    }
    let mut out = reader.out;
    out.blocks = reader.open.pop().unwrap_or_default();
    for (missing, what) in
        [(out.title.is_empty(), "# Title"), (out.lead.is_empty(), "a line that says what it is about")]
    {
        if missing {
            out.slips.push((0..0, Wrong::new(format!("this page does not begin with {what}"), "")));
        }
    }
    if !matches!(out.blocks.last(), Some(Block::Ways(_))) {
        let hint = "end it with {{way locate}} or {{way release}}";
        out.slips.push((text.trim_end().len()..text.len(), Wrong::new("this page does not end in a way on", hint)));
    }
    out
}

struct Reader<'t, 'f, 'g> {
    text: &'t str,
    facts: &'f Facts<'g>,
    out: Written,
    /// Blocks of what is open: the page, and quotes in it.
    open: Vec<Vec<Block>>,
    line: Vec<Inline>,
    items: Vec<Vec<Inline>>,
    in_item: bool,
    style: Style,
    link: Option<(Link, Range<usize>)>,
    code: Option<(String, String, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Strong,
    Stress,
}

impl<'t, 'f, 'g> Reader<'t, 'f, 'g> {
    fn new(text: &'t str, facts: &'f Facts<'g>) -> Self {
        let (line, items, in_item) = (Vec::new(), Vec::new(), false);
        let (out, open) = (Written::default(), vec![Vec::new()]);
        Reader { text, facts, out, open, line, items, in_item, style: Style::Plain, link: None, code: None }
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(words) => match &mut self.code {
                Some((_, code, start)) => {
                    if code.is_empty() {
                        *start = at.start;
                    }
                    code.push_str(&words);
                }
                None => self.words(&words),
            },
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            _ => self.slip(
                at,
                "this is not read here",
                "headings, paragraphs, lists, quotes, links, **strong** and *stress* are",
            ),
        }
    }

    fn slip(&mut self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.out.slips.push((at, Wrong::new(message, hint)));
    }

    fn words(&mut self, words: &str) {
        if let Some((link, _)) = &self.link {
            match self.line.last_mut() {
                Some(Inline::Link(same, text)) if same == link => text.push_str(words),
                _ => self.line.push(Inline::Link(link.clone(), words.to_owned())),
            }
            return;
        }
        match (self.style, self.line.last_mut()) {
            (Style::Plain, Some(Inline::Text(text)))
            | (Style::Strong, Some(Inline::Strong(text)))
            | (Style::Stress, Some(Inline::Stress(text))) => text.push_str(words),
            (Style::Plain, _) => self.line.push(Inline::text(words)),
            (Style::Strong, _) => self.line.push(Inline::Strong(words.to_owned())),
            (Style::Stress, _) => self.line.push(Inline::Stress(words.to_owned())),
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Strong => self.style = Style::Strong,
            Tag::Emphasis => self.style = Style::Stress,
            Tag::Link { dest_url, .. } => {
                let link = link(&dest_url);
                self.out.links.push((at.clone(), link.clone()));
                self.link = Some((link, at));
            }
            Tag::BlockQuote(_) => self.open.push(Vec::new()),
            Tag::CodeBlock(CodeBlockKind::Fenced(kind)) => {
                self.code = Some((kind.to_string(), String::new(), at.start));
            }
            Tag::Item => self.in_item = true,
            Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) => {}
            _ => self.slip(at, "this is not read here", ""),
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.style = Style::Plain,
            TagEnd::Link => self.link = None,
            TagEnd::Heading(level) => self.heading(level, at),
            TagEnd::Paragraph => self.paragraph(at),
            TagEnd::Item => {
                self.in_item = false;
                let line = self.marked(&at);
                if !line.is_empty() {
                    self.items.push(line);
                }
            }
            TagEnd::List(ordered) => {
                let items = std::mem::take(&mut self.items);
                self.push(Block::List { ordered, items });
            }
            TagEnd::BlockQuote(kind) => {
                let blocks = self.open.pop().unwrap_or_default();
                self.push(if kind == Some(BlockQuoteKind::Warning) {
                    Block::Alert(blocks)
                } else {
                    Block::Care(blocks)
                });
            }
            TagEnd::CodeBlock => self.fenced(),
            _ => {}
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(blocks) = self.open.last_mut() {
            blocks.push(block);
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: Range<usize>) {
        let text = plain(&std::mem::take(&mut self.line));
        match level {
            HeadingLevel::H1 if self.out.title.is_empty() => self.out.title = text,
            HeadingLevel::H2 | HeadingLevel::H3 => {
                self.push(Block::Heading { level: level as u8, id: anchor(&text), text });
            }
            _ => self.slip(at, "a page has one # title, ## headings and ### headings", ""),
        }
    }

    fn paragraph(&mut self, at: Range<usize>) {
        let whole = plain(&self.line);
        if let Some(inner) = whole.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")) {
            self.line.clear();
            return self.fact(inner.trim(), at);
        }
        if self.in_item {
            return; // the item takes it
        }
        if self.out.lead.is_empty() {
            self.out.lead = plain(&std::mem::take(&mut self.line));
            return;
        }
        let line = self.marked(&at);
        self.push(Block::Text(line));
    }

    fn fact(&mut self, inner: &str, at: Range<usize>) {
        let (name, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        match self.facts.blocks(name, rest.trim()) {
            Ok(blocks) => blocks.into_iter().for_each(|block| self.push(block)),
            Err(wrong) => self.out.slips.push((at, wrong)),
        }
    }

    fn fenced(&mut self) {
        let Some((kind, code, start)) = self.code.take() else { return };
        if kind != "hiding" {
            return self.slip(start..start, format!("{kind:?} is no block that is known"), "```hiding is");
        }
        match example::blocks(self.facts, &code) {
            Ok(blocks) => blocks.into_iter().for_each(|block| self.push(block)),
            Err((at, wrong)) => self.out.slips.push((start + at.start..start + at.end, wrong)),
        }
    }

    /// The line, with its marks read and everything checked that a statement owes its reader.
    fn marked(&mut self, at: &Range<usize>) -> Vec<Inline> {
        let (mut line, mut owed) = (Vec::new(), true);
        for piece in std::mem::take(&mut self.line) {
            match piece {
                Inline::Text(text) => self.pieces(&text, at, &mut line, &mut owed),
                other => {
                    owed &= !matches!(other, Inline::Link(..));
                    line.push(other);
                }
            }
        }
        let said = plain(&line);
        if owed && !said.is_empty() && !said.ends_with(':') {
            let hint = "add [@id] of a reference, [opinion], or [unknot] for what Unknot itself does";
            self.slip(at.clone(), "this statement names no reference", hint);
        }
        if said.chars().count() > LONGEST {
            self.slip(
                at.clone(),
                format!("this paragraph has more than {LONGEST} characters"),
                "say less, or make two of it",
            );
        }
        if let Some((word, hint)) = guide::never_said(&said) {
            self.slip(self.find(at, word), format!("{word:?} is not said in a guide"), hint);
        }
        line
    }

    /// Text with `[@a b]`, `[opinion]` and `[unknot]` taken out of it.
    fn pieces(&mut self, text: &str, at: &Range<usize>, line: &mut Vec<Inline>, owed: &mut bool) {
        let mut rest = text;
        while let Some((before, inner, after)) = bracket(rest) {
            let references: Vec<String> = match inner.strip_prefix('@') {
                Some(ids) => ids.split([' ', ',', '@']).filter(|id| !id.is_empty()).map(str::to_owned).collect(),
                None => Vec::new(),
            };
            for id in &references {
                if !self.facts.guide.references.contains_key(id) {
                    let hint = crate::place::mean(id, self.facts.guide.references.keys().map(String::as_str));
                    self.slip(self.find(at, id), format!("reference {id:?} does not exist"), hint);
                }
            }
            *owed = false;
            line.push(Inline::text(before.trim_end()));
            if inner != "unknot" {
                line.push(Inline::Mark(Mark { references, confidence: None }));
            }
            rest = after;
        }
        if !rest.is_empty() {
            line.push(Inline::text(rest));
        }
    }

    /// Where a word stands in what is written there.
    fn find(&self, at: &Range<usize>, word: &str) -> Range<usize> {
        let found = self.text[at.clone()].to_ascii_lowercase().find(&word.to_ascii_lowercase());
        found.map_or(at.clone(), |from| at.start + from..at.start + from + word.len())
    }
}

/// The first mark in a text: what stands before, in and after it.
fn bracket(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('[').map(|open| from + open) {
        let close = open + text[open..].find(']')?;
        let inner = &text[open + 1..close];
        if inner.starts_with('@') || ["opinion", "unknot"].contains(&inner) {
            return Some((&text[..open], inner, &text[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// `topic`, `topic#anchor`, `#anchor`, or `app:place`.
fn link(written: &str) -> Link {
    if let Some(place) = written.strip_prefix("app:") {
        return Link::App(place.to_owned());
    }
    let (topic, anchor) = written.split_once('#').unwrap_or((written, ""));
    Link::at(topic, anchor)
}

#[cfg(test)]
mod tests {
    use super::bracket;

    #[test]
    fn marks_are_found_and_other_brackets_left() {
        for (text, found) in [
            ("It hurts. [@a b] More", Some(("It hurts. ", "@a b", " More"))),
            ("So we think. [opinion]", Some(("So we think. ", "opinion", ""))),
            ("a [note] and [unknot]", Some(("a [note] and ", "unknot", ""))),
            ("none [here", None),
            ("none", None),
        ] {
            assert_eq!(bracket(text), found, "{text}");
        }
    }
}
