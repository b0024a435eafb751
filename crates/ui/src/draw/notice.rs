//! Something to mind: a sign, first words, lines.

use super::element::each;
use super::{Element, button, element};
use screens::{Button, Tone};

pub(super) fn notice(tone: Tone, title: &str, lines: &[String], buttons: &[Button]) -> Element {
    let (class, sign) = match tone {
        Tone::Alert => ("notice alert", "!"),
        Tone::Care => ("notice care", "!"),
        Tone::Calm => ("notice calm", "i"),
    };
    let sign = element("span").class("sign").with("aria-hidden", "true").says(sign);
    element("section")
        .class(class)
        .child(element("p").class("head").child(sign).says(title))
        .children(each("p", lines))
        .maybe((!buttons.is_empty()).then(|| button::row("buttons", buttons)))
}
