//! Five lines for a physiotherapist or doctor.

use crate::app::App;
use words::Say;

/// Places, what fits, what was pressed, what the gate says, how sure.
pub(super) fn text(app: &App) -> String {
    app.seen.as_ref().map_or_else(|| app.say(Say::NothingMarked), |seen| app.speaker().five_lines(seen))
}
