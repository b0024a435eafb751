//! Contract v1 going out: what `assess` and `plan` answer as JSON, converted by hand from what the core says.

mod assessment;
mod ids;
mod learned;
mod network;
mod plan;

pub(crate) use assessment::{Assessment, Trouble};
pub(crate) use network::network;
pub(crate) use plan::Answer as PlanAnswer;
