//! Lays a page out for a terminal: 80 columns, and colour only where there is someone to see it.

use std::io::IsTerminal;
use words::{Block, Item, Page};

const WIDTH: usize = 80;

/// How to mark things besides by words: colour never carries a meaning alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    colour: bool,
}

impl Look {
    /// Colour if standard output is a terminal and nobody asked for none (<https://no-color.org>).
    pub(crate) fn of_stdout() -> Look {
        Look { colour: std::io::stdout().is_terminal() && !refused() }
    }

    /// The same for standard error.
    pub(crate) fn of_stderr() -> Look {
        Look { colour: std::io::stderr().is_terminal() && !refused() }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }
    fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }
    fn alarm(self, text: &str) -> String {
        self.paint("1;31", text)
    }
}

fn refused() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The page as lines.
pub(crate) fn page(page: &Page, look: Look) -> String {
    let mut lines = Lines { out: String::new(), look };
    lines.blocks(&page.blocks, "");
    lines.out
}

struct Lines {
    out: String,
    look: Look,
}

/// Does an empty line stand between two blocks? Headings and alerts bring their own.
fn apart(before: &Block, block: &Block) -> bool {
    let headed = matches!(block, Block::Heading(_) | Block::Alert(_));
    let bracket = matches!(before, Block::Bracket(..)) || matches!(block, Block::Bracket(..));
    bracket && !headed && !matches!(before, Block::Heading(_))
}

impl Lines {
    fn blocks(&mut self, blocks: &[Block], margin: &str) {
        for (at, block) in blocks.iter().enumerate() {
            if margin.is_empty() && at > 0 && apart(&blocks[at - 1], block) {
                self.gap(margin);
            }
            self.block(block, margin);
        }
    }

    fn block(&mut self, block: &Block, margin: &str) {
        let look = self.look;
        match block {
            Block::Title(text) => {
                self.wrapped(text, margin, margin, |line| look.bold(line));
                let rule = "=".repeat(text.chars().count().min(WIDTH - margin.len()));
                self.line(margin, &look.bold(&rule));
            }
            Block::Banner(text) => self.wrapped(text, margin, margin, |line| look.dim(line)),
            Block::Alert(text) => {
                self.gap(margin);
                self.wrapped(&format!("*** {} ***", text.to_uppercase()), margin, margin, |line| look.alarm(line));
            }
            Block::Heading(text) => {
                self.gap(margin);
                self.wrapped(&text.to_uppercase(), margin, margin, |line| look.bold(line));
            }
            Block::Text(text) => self.wrapped(text, margin, margin, str::to_owned),
            Block::Items(items) => {
                for item in items {
                    self.item(item, margin, "- ");
                }
            }
            Block::Steps(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.item(item, margin, &format!("{:>2}. ", at + 1));
                }
            }
            Block::Labelled(rows) => {
                let widest = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
                for (label, text) in rows {
                    let first = format!("{margin}{label:widest$}  ");
                    let rest = format!("{margin}{:widest$}  ", "");
                    self.wrapped(text, &first, &rest, str::to_owned);
                }
            }
            Block::Bracket(title, blocks) => {
                if blocks.iter().any(|block| matches!(block, Block::Bracket(..))) {
                    self.wrapped(title, margin, margin, |line| look.bold(line));
                } else {
                    self.wrapped(title, margin, margin, str::to_owned);
                }
                self.blocks(blocks, &format!("{margin}{}", if margin.is_empty() { "| " } else { "  " }));
            }
        }
    }

    /// A point or step; its smaller line and its id stand below, indented.
    fn item(&mut self, item: &Item, margin: &str, mark: &str) {
        let look = self.look;
        let rest = format!("{margin}{:width$}", "", width = mark.len());
        self.wrapped(&item.text, &format!("{margin}{mark}"), &rest, str::to_owned);
        if let Some(note) = &item.note {
            self.wrapped(note, &rest, &rest, |line| look.dim(line));
        }
        if let Some(id) = &item.id {
            self.wrapped(&format!("[{id}]"), &rest, &rest, |line| look.dim(line));
        }
    }

    fn gap(&mut self, margin: &str) {
        if !self.out.is_empty() {
            self.line(margin.trim_end(), "");
        }
    }

    /// Words on as few lines as fit; one that is too long for a line stands alone.
    fn wrapped(&mut self, text: &str, first: &str, rest: &str, paint: impl Fn(&str) -> String) {
        let mut margin = first;
        let mut line = String::new();
        for word in text.split_whitespace() {
            let taken = margin.chars().count() + line.chars().count() + usize::from(!line.is_empty());
            if !line.is_empty() && taken + word.chars().count() > WIDTH {
                self.line(margin, &paint(&line));
                margin = rest;
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        self.line(margin, &paint(&line));
    }

    fn line(&mut self, margin: &str, text: &str) {
        self.out += format!("{margin}{text}").trim_end();
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Look = Look { colour: false };

    #[test]
    fn a_page_reads_in_80_columns() {
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".to_owned();
        let blocks = vec![
            Block::Title("Title".into()),
            Block::Heading("Part".into()),
            Block::Bracket(
                "Two".into(),
                vec![Block::Labelled(vec![("For".into(), long.clone()), ("Against".into(), "x".into())])],
            ),
            Block::Steps(vec![Item::from(long).note("why").id("an_id")]),
        ];
        let text = page(&Page { blocks }, PLAIN);
        assert_eq!(
            text,
            "\
Title
=====

PART
Two
| For      one two three four five six seven eight nine ten eleven twelve
|          thirteen fourteen
| Against  x

 1. one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen
    why
    [an_id]
"
        );
    }

    #[test]
    fn colour_adds_to_words_and_replaces_none() {
        let page_of = |colour| page(&Page { blocks: vec![Block::Alert("Get help now.".into())] }, Look { colour });
        assert_eq!(page_of(false), "*** GET HELP NOW. ***\n");
        assert_eq!(page_of(true), "\u{1b}[1;31m*** GET HELP NOW. ***\u{1b}[0m\n");
    }
}
