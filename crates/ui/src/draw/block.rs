//! Which kind is drawn where.

use super::{Element, bar, button, card, chart, choice, field, figure, file, notice, ring, scale, sides, text};
use screens::{Block, Kind};
use std::mem::discriminant;

/// Draws blocks one under the other. `path` names where they stand: what stands elsewhere is something else.
pub(super) fn blocks(path: &str, list: &[Block]) -> Vec<Element> {
    let one = |block: &Block| {
        let path = format!("{path}-{}", block.key);
        drawn(&block.kind, &path).keyed(path, Some(discriminant(&block.kind)))
    };
    list.iter().map(one).collect()
}

fn drawn(kind: &Kind, path: &str) -> Element {
    match kind {
        Kind::Heading(words) => text::heading(words),
        Kind::Text(words) => text::paragraph("text", words),
        Kind::Soft(words) => text::paragraph("soft", words),
        Kind::Big(words) => text::paragraph("big", words),
        Kind::Items(items) => text::items(items),
        Kind::Steps(items) => text::steps(items),
        Kind::Rows(rows) => text::rows(rows),
        Kind::Notice { tone, title, lines, buttons } => notice::notice(*tone, title, lines, buttons),
        Kind::Link { label, to } => text::link(label, to),
        Kind::Buttons(buttons) => button::row("buttons", buttons),
        Kind::Choice { legend, hidden, many, look, options } => {
            choice::choice(path, (legend, *hidden), *many, *look, options)
        }
        Kind::Sides { legend, columns, rows } => sides::sides(legend, columns, rows),
        Kind::Figure(shown) => figure::figure(shown),
        Kind::Image(shown) => figure::image(shown),
        Kind::Moves(moves) => figure::moves(moves),
        Kind::Scale { legend, scale, value, said } => scale::scale(path, legend, *scale, *value, said),
        Kind::Field { label, field, value, digits, unit, error } => {
            field::field(path, &field::Shown { label, field: *field, value, digits: *digits, unit, error })
        }
        Kind::Card { mark, title, aside, blocks } => card::card(*mark, title, aside, self::blocks(path, blocks)),
        Kind::Fold { title, open, blocks } => card::fold(title, *open, self::blocks(path, blocks)),
        Kind::Bar { label, said, share, muscle } => bar::bar(label, said, *share, *muscle),
        Kind::Ring { share, number, words } => ring::ring(*share, number, words),
        Kind::Area(area) => button::area(area),
        Kind::Chart { title, points, marks, mark_words, range, table } => {
            chart::chart(title, &chart::Course { points, marks, range: *range }, mark_words, table)
        }
        Kind::File { label } => file::file(label),
    }
}
