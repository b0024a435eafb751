//! Every sentence the program can say, typed, by language.
//!
//! Typed values in (findings, verdicts, plans, reasons), sentences out; texts about the body come from the guide, the
//! rest stands here. No other crate makes sentences for people. Wording rules: words before numbers, ties shown as ties,
//! reasons for and against, never a promise, never a diagnosis.

mod board;
mod drawn;
mod en;
mod learn;
mod number;
mod page;
mod say;
mod speaker;

pub use board::{BoardLabels, board_labels};
pub use drawn::{Drawn, Named};
pub use learn::{Labels, Sequence, labels};
pub use number::{chance, decimals};
pub use page::{Block, Item, Page};
pub use say::Say;
pub use speaker::{Detail, Language, SignText, Speaker};
