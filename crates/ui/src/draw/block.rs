//! Which kind is drawn where.

use super::{Act, bar, button, card, chart, choice, field, file, notice, ring, scale, sides, text};
use leptos::prelude::*;
use screens::{Block, Kind};
use std::mem::{Discriminant, discriminant};

/// What makes a block the same one before and after a change.
type Id = (String, Discriminant<Kind>);

/// Draws blocks one under the other. `path` names where they stand: what stands elsewhere is something else.
pub(super) fn blocks(list: Memo<(String, Vec<Block>)>, act: Act) -> AnyView {
    let ids = move || -> Vec<(String, Id)> {
        list.with(|(path, blocks)| {
            blocks.iter().map(|block| (path.clone(), (block.key.clone(), discriminant(&block.kind)))).collect()
        })
    };
    let child = move |(path, id): (String, Id)| one(list, format!("{path}-{}", id.0), id, act);
    For(ForProps::builder().each(ids).key(Clone::clone).children(child).build()).into_any()
}

fn one(list: Memo<(String, Vec<Block>)>, path: String, id: Id, act: Act) -> AnyView {
    let kind = Memo::new(move |_| {
        list.with(|(_, blocks)| blocks.iter().find(|block| is(block, &id)).map(|block| block.kind.clone()))
    });
    match kind.get_untracked() {
        Some(Kind::Card { .. }) => card::card(kind, path, act),
        Some(Kind::Fold { open, .. }) => card::fold(kind, path, open, act),
        Some(Kind::Scale { .. }) => scale::scale(kind, path, act),
        _ => (move || kind.get().map(|kind| plain(kind, &path, act))).into_any(),
    }
}

fn is(block: &Block, (key, kind): &Id) -> bool {
    block.key == *key && discriminant(&block.kind) == *kind
}

/// Kinds that hold no blocks and no state of their own.
fn plain(kind: Kind, path: &str, act: Act) -> AnyView {
    match kind {
        Kind::Heading(words) => text::heading(words),
        Kind::Text(words) => text::paragraph("text", words),
        Kind::Soft(words) => text::paragraph("soft", words),
        Kind::Big(words) => text::paragraph("big", words),
        Kind::Items(items) => text::items(items),
        Kind::Steps(items) => text::steps(items),
        Kind::Rows(rows) => text::rows(rows),
        Kind::Notice { tone, title, lines, buttons } => notice::notice(tone, title, lines, &buttons, act),
        Kind::Buttons(buttons) => button::row("buttons", &buttons, act),
        Kind::Choice { legend, hidden, many, look, options } => {
            choice::choice(path, legend, hidden, choice::Ways { many, look }, options, act)
        }
        Kind::Sides { legend, columns, rows } => sides::sides(legend, columns, rows, act),
        Kind::Field { label, field, value, digits, unit, error } => {
            field::field(path, field::Shown { label, field, value, digits, unit, error }, act)
        }
        Kind::Bar { label, said, share, muscle } => bar::bar(label, said, share, muscle),
        Kind::Ring { share, number, words } => ring::ring(share, number, words),
        Kind::Area(area) => button::area(&area, act),
        Kind::Chart { title, points, marks, mark_words, range, table } => {
            chart::chart(title, &chart::Course { points, marks, range }, mark_words, table)
        }
        Kind::File { label } => file::file(label),
        Kind::Card { .. } | Kind::Fold { .. } | Kind::Scale { .. } => ().into_any(),
    }
}
