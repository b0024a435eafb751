//! Five lines for a physiotherapist or doctor, and a sixth about the weeks once there were any.

use crate::app::App;
use words::Say;

/// Places, what fits, what was pressed, what the gate says, how sure; and what was tried.
pub(super) fn text(app: &App) -> String {
    let mut text = app.seen.as_ref().map_or_else(|| app.say(Say::NothingMarked), |seen| app.speaker().five_lines(seen));
    let course = &app.course;
    if course.days > 0 {
        text = format!("{text}\n{}", app.say(Say::Tried(course.sessions, course.days as u16)));
        if let Some(went) = super::weeks::went(app) {
            text += " ";
            text += &went;
        }
    }
    text
}
