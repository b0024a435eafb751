//! The drawings that stand on pages: whatever SVG there is in `anatomy/plates`.

use crate::{Block, read::made};

/// Where a drawing stands on a page, if it has been made: the one place where plates come in. Until then the page does
/// without, and no other picture takes its place.
pub(crate) fn figure(name: &str, caption: &str) -> Option<Block> {
    svg(name)?;
    Some(Block::Plate { name: name.to_owned(), caption: caption.to_owned() })
}

/// The file of a drawing.
pub(crate) fn svg(name: &str) -> Option<&'static str> {
    made::PLATES.iter().find(|(known, _)| *known == name).map(|(_, svg)| *svg)
}
