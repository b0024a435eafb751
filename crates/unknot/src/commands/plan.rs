//! `plan`.

use super::assess::impossible;
use super::{json, print};
use crate::args::Plan;
use crate::failure::Failure;
use crate::wire::PlanAnswer;
use crate::{case_json, input, term};
use belief::Weights;
use coach::{Kit, Planned};
use std::path::Path;
use words::Speaker;

/// One case in, one plan out; or the questions that come first, or whom to see first.
pub(super) fn plan(args: &Plan, dir: Option<&Path>) -> Result<(), Failure> {
    let kit = Kit::new(args.minutes, &args.tools, &args.surfaces);
    let kit = kit.map_err(|error| Failure::input(error.to_string(), "say it with --minutes"))?;
    let bytes = input::case(&args.file)?;
    let guide = input::guide(dir)?;
    let file = input::name(&args.file);
    let bad = |bad| Failure::Case { file: file.clone(), bad };
    let case = case_json::read(&bytes, 1, &guide).map_err(bad)?;
    let weights = Weights::of(&guide);
    let consultation =
        coach::consult(&guide, &weights, &case, Some(&kit)).map_err(|error| bad(impossible(1, &error)))?;
    let speaker = Speaker::new(&guide, &case);
    if let Planned::Unasked(asks) = &consultation.plan {
        let asks = term::page(&speaker.unasked(asks), term::Look::of_stderr());
        let hint = "answer them in the case: \"gate\": {\"<ask>\": \"yes\", \"no\" or \"unknown\", …}";
        return Err(Failure::input(
            format!("{file}: the gate is not complete, so there is no plan yet\n\n{asks}"),
            hint,
        ));
    }
    if args.json {
        return print(&json(&PlanAnswer::of(&guide, &consultation, &speaker))?);
    }
    print(&term::page(&speaker.plan(&consultation), term::Look::of_stdout()))
}
