//! A page for a terminal: 80 columns, no colour, references as numbers with their grades.

use crate::{Block, Inline, Library, Link, Mark, Page};
use guide::Guide;
use words::{Labels, Language, labels};

const WIDTH: usize = 80;

/// The page as lines.
pub fn text(page: &Page, guide: &Guide, library: &Library) -> String {
    let labels = labels(Language::of(&guide.language).unwrap_or(Language::En));
    let mut out = Out { text: String::new(), page, guide, library, labels };
    out.wrapped(&page.title, "", "");
    out.line(&"=".repeat(page.title.chars().count().min(WIDTH)));
    out.wrapped(&page.lead, "", "");
    out.blocks(&page.blocks, "");
    out.references();
    out.text
}

struct Out<'a> {
    text: String,
    page: &'a Page,
    guide: &'a Guide,
    library: &'a Library,
    labels: &'static Labels,
}

impl Out<'_> {
    fn blocks(&mut self, blocks: &[Block], margin: &str) {
        // the list beside a pattern says the same
        for block in blocks.iter().filter(|block| !matches!(block, Block::Pattern(_))) {
            self.line(margin.trim_end());
            self.block(block, margin);
        }
    }

    fn block(&mut self, block: &Block, margin: &str) {
        match block {
            Block::Heading { level: 2, text, .. } => self.wrapped(&text.to_uppercase(), margin, margin),
            Block::Heading { text, .. } => {
                self.wrapped(text, margin, margin);
                let rule = "-".repeat(text.chars().count().min(WIDTH - margin.len()));
                self.line(&format!("{margin}{rule}"));
            }
            Block::Text(line) => self.wrapped(&self.said(line), margin, margin),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    let mark = if *ordered { format!("{margin}{:>2}. ", at + 1) } else { format!("{margin}- ") };
                    let rest = " ".repeat(mark.chars().count());
                    self.wrapped(&self.said(item), &mark, &rest);
                }
            }
            Block::Rows(rows) => {
                for row in rows {
                    self.wrapped(&row.label, margin, margin);
                    let inner = format!("{margin}    ");
                    self.wrapped(&self.said(&row.text), &inner, &inner);
                }
            }
            Block::Care(blocks) | Block::Alert(blocks) => {
                let inner = format!("{margin}! ");
                for (at, block) in blocks.iter().enumerate() {
                    if at > 0 {
                        self.line(inner.trim_end());
                    }
                    self.block(block, &inner);
                }
            }
            Block::Fold(title, blocks) => {
                self.wrapped(title, margin, margin);
                for block in blocks {
                    self.block(block, &format!("{margin}  "));
                }
            }
            Block::Sequence(scenes) => {
                for (at, scene) in scenes.iter().enumerate() {
                    let mark = format!("{margin}{:>2}. ", at + 1);
                    self.wrapped(&format!("{}: {}", scene.label, scene.words), &mark, &format!("{margin}    "));
                }
            }
            Block::Table { caption, head, rows } => {
                self.wrapped(caption, margin, margin);
                for row in rows {
                    self.wrapped(&row[0], margin, margin);
                    for (name, cell) in head.iter().zip(row).skip(1) {
                        let inner = format!("{margin}    ");
                        self.wrapped(&format!("{name}: {cell}"), &inner, &format!("{inner}  "));
                    }
                }
            }
            Block::Plate { caption, .. } => {
                self.wrapped(&format!("[{}: {caption}]", self.labels.drawing), margin, margin);
            }
            Block::Pattern(_) => {}
            Block::Ways(ways) => {
                for (label, link) in ways {
                    let said = format!("{label}: {}", self.command(link));
                    self.wrapped(&said, &format!("{margin}-> "), &format!("{margin}   "));
                }
            }
        }
    }

    fn said(&self, line: &[Inline]) -> String {
        let piece = |piece: &Inline| match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Stress(text) => text.clone(),
            Inline::Link(link, text) => match link {
                Link::Page { topic, .. } if !topic.is_empty() && *topic != self.page.topic => {
                    if self.page.topic == "index" { format!("{text} ({topic})") } else { text.clone() }
                }
                _ => text.clone(),
            },
            Inline::Mark(mark) => format!(" {}", self.mark(mark)),
        };
        line.iter().map(piece).collect()
    }

    /// `[3 D, 4 A]`, as one word.
    fn mark(&self, mark: &Mark) -> String {
        if mark.references.is_empty() {
            return format!("[{}]", self.labels.opinion);
        }
        let number = |id: &String| {
            let at = self.page.references.iter().position(|known| known == id).map_or(0, |at| at + 1);
            let grade = self.guide.references.get(id).map_or(' ', guide::shape::Reference::grade);
            format!("{at}{grade}")
        };
        format!("[{}]", mark.references.iter().map(number).collect::<Vec<_>>().join(","))
    }

    /// What to type to get there.
    fn command(&self, link: &Link) -> String {
        match link {
            Link::Page { topic, .. } if self.library.page(topic).is_some() => format!("unknot learn {topic}"),
            Link::Page { .. } => String::new(),
            Link::App(_) => "unknot".to_owned(),
        }
    }

    fn references(&mut self) {
        let l = self.labels;
        if !self.page.references.is_empty() {
            self.line("");
            self.wrapped(&l.references.to_uppercase(), "", "");
            self.wrapped(l.grades, "", "");
        }
        for (at, id) in self.page.references.iter().enumerate() {
            let Some(reference) = self.guide.references.get(id) else { continue };
            let said = format!("{} {}. {}.", l.grade, reference.grade(), reference.citation.trim_end_matches('.'));
            self.wrapped(&said, &format!("{:>3}. ", at + 1), "     ");
        }
    }

    /// Words on as few lines as fit; one that is too long for a line stands alone.
    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let (mut margin, mut line) = (first, String::new());
        for word in text.split_whitespace() {
            let taken = margin.chars().count() + line.chars().count() + usize::from(!line.is_empty());
            if !line.is_empty() && taken + word.chars().count() > WIDTH {
                self.line(&format!("{margin}{line}"));
                margin = rest;
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        self.line(&format!("{margin}{line}"));
    }

    fn line(&mut self, text: &str) {
        self.text += text.trim_end();
        self.text.push('\n');
    }
}
