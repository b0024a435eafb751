//! The look of a figure, as CSS within it: no more of it than the figure needs.

/// Colours: light, dark. A near limb and a far one differ in tone; what is told by colour is told by form too.
const LOOK: &str = include_str!("figure.css");
/// For those figures that move.
const MOTION: &str = include_str!("motion.css");

/// The style of a drawing; what moves goes by `rules`, one way in so many seconds.
pub(crate) fn style(svg: &str, rules: Option<(&str, f64)>) -> String {
    let look = worn(LOOK, svg);
    match rules {
        Some((rules, seconds)) => look + &MOTION.trim().replace("SECONDS", &seconds.to_string()) + rules,
        None => look,
    }
}

/// The lines of a style whose class is in the drawing; a line that begins with no class is always wanted.
fn worn(style: &str, svg: &str) -> String {
    let classes: Vec<&str> = svg.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let used = |name: &str| classes.iter().any(|list| list.split(' ').any(|class| class == name));
    let wanted = |line: &&str| line.strip_prefix('.').is_none_or(|rest| used(&rest[..1]));
    let style: String = style.lines().filter(wanted).collect();
    // Colours that nothing has are left out.
    let (mut out, mut rest) = (String::new(), style.as_str());
    while let Some(at) = rest.find("--") {
        let (before, here) = rest.split_at(at);
        let end = here.find([';', '}', ')']).unwrap_or(here.len());
        let named = here.get(..3).is_some_and(|name| style.contains(&format!("var({name})")));
        let (own, after) = here.split_at(end);
        out += before;
        if named || before.ends_with("var(") {
            out += own;
            rest = after;
        } else {
            rest = after.strip_prefix(';').unwrap_or(after);
        }
    }
    out + rest
}
