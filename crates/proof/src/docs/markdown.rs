//! Numbers and tables as Markdown.

/// A table; the first column is words, the others stand right.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let row = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let rule: Vec<&str> = (0..head.len()).map(|column| if column == 0 { "---" } else { "--:" }).collect();
    let lines = rows.iter().map(|cells| row(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
    row(head) + &row(&rule) + &lines.collect::<String>()
}

/// A table of goals: what was asked, what was found, and whether that is enough.
pub(crate) fn goals(rows: &[Goal]) -> String {
    let cells = |goal: &Goal| vec![goal.asked.clone(), goal.found.clone(), word(goal.met).to_owned()];
    let lines = rows.iter().map(cells).map(|cells| format!("| {} |\n", cells.join(" | ")));
    let missed = rows.iter().filter(|goal| goal.met == Some(false)).count();
    let met = rows.iter().filter(|goal| goal.met == Some(true)).count();
    let open = rows.len() - met - missed;
    let open = if open == 0 { String::new() } else { format!(", {open} not measured") };
    let lines = lines.collect::<String>();
    format!("{met} met, {missed} missed{open}.\n\n| asked | found | |\n|---|---|---|\n{lines}")
}

/// A goal.
pub(crate) struct Goal {
    pub(crate) asked: String,
    pub(crate) found: String,
    /// Nothing if it was not measured.
    pub(crate) met: Option<bool>,
}

fn word(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "met",
        Some(false) => "**missed**",
        None => "not measured",
    }
}

/// How a figure is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Style {
    /// A share as percent, its interval without decimals.
    Percent,
    /// So many decimals.
    Decimals(usize),
}

/// A value with its interval, if that is more than a point.
pub(crate) fn figure(value: Option<f64>, low: f64, high: f64, style: Style) -> String {
    let Some(value) = value else { return "none".to_owned() };
    let interval = match style {
        _ if low >= high => String::new(),
        Style::Percent => format!(" ({:.0} to {:.0})", low * 100.0, high * 100.0),
        Style::Decimals(digits) => format!(" ({low:.digits$} to {high:.digits$})"),
    };
    match style {
        Style::Percent => format!("{:.1} %{interval}", value * 100.0),
        Style::Decimals(digits) => format!("{value:.digits$}{interval}"),
    }
}

/// Milliseconds with three digits that count.
pub(crate) fn ms(ms: f64) -> String {
    let digits = if ms < 1.0 {
        4
    } else if ms < 100.0 {
        2
    } else {
        0
    };
    format!("{ms:.digits$} ms")
}

#[cfg(test)]
mod tests {
    use super::{Goal, Style, figure, goals, table};

    #[test]
    fn figures_show_their_interval_if_they_have_one() {
        assert_eq!(figure(Some(0.5), 0.4, 0.6, Style::Percent), "50.0 % (40 to 60)");
        assert_eq!(figure(Some(3.0), 3.0, 3.0, Style::Decimals(0)), "3");
        assert_eq!(figure(None, 0.0, 1.0, Style::Percent), "none");
    }

    #[test]
    fn a_miss_is_plain() {
        let goal = |met| Goal { asked: "a".into(), found: "b".into(), met };
        let text = goals(&[goal(Some(true)), goal(Some(false)), goal(None)]);
        assert!(text.starts_with("1 met, 1 missed, 1 not measured.") && text.contains("| a | b | **missed** |"));
        assert_eq!(table(&["x", "y"], &[vec!["1".into(), "2".into()]]), "| x | y |\n| --- | --: |\n| 1 | 2 |\n");
    }
}
