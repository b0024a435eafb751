//! Exact inference: which sources of pain are active, why, and what to ask or press next.

mod assess;
mod assessment;
mod compose;
mod graded;
mod habits;
mod history;
pub mod kernel;
mod mixture;
mod next;
mod reached;
mod reasons;
mod referral;
mod setting;
mod ties;
mod told;
mod view;
mod weights;

pub use assessment::{Assessment, Finding, Leader, Learned, Lesson, Likely, Next, Ranked, Reason, Test, Why};
pub use history::{LATEST, LESSONS};
pub use kernel::{Impossible, Method};
pub use next::{QUESTIONS_CAP, asked};
pub use reasons::REASONS;
pub use view::{Subject, View};
pub use weights::{Cell, Spot, Weights};
