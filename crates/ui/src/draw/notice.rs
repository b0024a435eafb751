//! Something to mind: a sign, first words, lines.

use super::{Act, button};
use leptos::html;
use leptos::prelude::*;
use screens::{Button, Tone};

pub(super) fn notice(tone: Tone, title: String, lines: Vec<String>, buttons: &[Button], act: Act) -> AnyView {
    let (class, sign) = match tone {
        Tone::Alert => ("notice alert", "!"),
        Tone::Care => ("notice care", "!"),
        Tone::Calm => ("notice calm", "i"),
    };
    let lines: Vec<_> = lines.into_iter().map(|line| html::p().child(line)).collect();
    let buttons = (!buttons.is_empty()).then(|| button::row("buttons", buttons, act));
    let head = (html::span().class("sign").attr("aria-hidden", "true").child(sign), title);
    html::section().class(class).child((html::p().class("head").child(head), lines, buttons)).into_any()
}
