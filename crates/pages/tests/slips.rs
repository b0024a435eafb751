//! One slip in the default pages gives one error that points at it and says what may help.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use guide::{Guide, Problem};
use pages::read;

/// In a page, `from` was written as `to`: the error is on the line that has `at`.
struct Slip {
    page: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    message: &'static str,
    hint: &'static str,
}

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    Slip { page: "overview", from: "[@quintner2015]", to: "[@quintner2051]", at: "[@quintner2051]",
        message: "reference \"quintner2051\" does not exist", hint: "did you mean \"quintner2015\"?" },
    Slip { page: "overview", from: "[opinion]", to: "", at: "So you roll along", message: "this statement names no reference",
        hint: "add [@id] of a reference, [opinion], or [unknot] for what Unknot itself does" },
    Slip { page: "overview", from: "](hiding)", to: "](hidding)", at: "](hidding)", message: "there is no page \"hidding\"", hint: "did you mean \"hiding\"?" },
    Slip { page: "overview", from: "](look-alikes#nerve)", to: "](look-alikes#nerv)", at: "#nerv)",
        message: "page \"look-alikes\" has no place \"nerv\"", hint: "did you mean \"nerve\"?" },
    Slip { page: "overview", from: "is not in doubt", to: "has a cure", at: "has a cure", message: "\"cure\" is not said in a guide",
        hint: "promise nothing: say what often helps" },
    Slip { page: "overview", from: "{{way locate release}}", to: "", at: "", message: "this page does not end in a way on",
        hint: "end it with {{way locate}} or {{way release}}" },
    Slip { page: "gluteus-medius", from: "{{points gluteus_medius}}", to: "{{point gluteus_medius}}", at: "{{point ",
        message: "{{point}} does not exist", hint: "did you mean \"points\"?" },
    Slip { page: "gluteus-medius", from: "{{points gluteus_medius}}", to: "{{points gluteus_medium}}", at: "{{points ",
        message: "muscle \"gluteus_medium\" does not exist", hint: "did you mean \"gluteus_medius\"?" },
    Slip { page: "index", from: "(hiding)", to: "(overview)", at: "# How they hide", message: "no line of index.md leads to this page",
        hint: "add [Title](hiding) there" },
    Slip { page: "hiding", from: "hip_lateral right 3", to: "hip_latral right 3", at: "hip_latral", message: "zone \"hip_latral\" does not exist",
        hint: "did you mean \"hip_lateral\"?" },
    // The ranking must do what the text round it says.
    Slip { page: "hiding", from: "rises = [\"gmin_post right\"]", to: "rises = [\"gmed_trp2 right\"]", at: "rises = [\"gmed_trp2 right\"]",
        message: "the ranking does not let this rise", hint: "" },
    Slip { page: "hiding", from: "leads = [\"gmed_trp2 right\", \"tfl right\"]", to: "leads = [\"gmed_trp2 right\"] # alone", at: "# alone",
        message: "something else leads here too", hint: "what leads is tfl" },
    Slip { page: "hiding", from: "leads = [\"gmed_trp2 right\"]", to: "leads = [\"gmed_trp1 right\"]", at: "leads = [\"gmed_trp1 right\"]",
        message: "this does not lead here", hint: "what leads is gmed_trp2" },
];

fn problems(slip: &Slip) -> (Vec<Problem>, String) {
    let guide = Guide::embedded("en").expect("the guide is right");
    let path = format!("text/en/pages/{}.md", slip.page);
    let edited = |(at, text): &(&str, &str)| {
        let text = if *at == path { text.replacen(slip.from, slip.to, 1) } else { (*text).to_owned() };
        ((*at).to_owned(), text)
    };
    let files: Vec<(String, String)> = pages::embedded_files().iter().map(edited).collect();
    let errors = read(&files, &guide).err().map(|problems| problems.errors).unwrap_or_default();
    let text = files.into_iter().find(|(at, _)| *at == path).map(|(_, text)| text);
    (errors, text.expect("the page"))
}

#[test]
fn a_slip_is_found_where_it_is() {
    for slip in SLIPS {
        let (errors, text) = problems(slip);
        assert_eq!(errors.len(), 1, "{}: {errors:#?}", slip.to);
        let error = &errors[0];
        assert_eq!(error.message, slip.message);
        assert!(slip.hint.is_empty() || error.hint == slip.hint, "{}: {}", slip.message, error.hint);
        if !error.file.ends_with(&format!("{}.md", slip.page)) {
            continue; // what index.md forgets is told of the page that was forgotten
        }
        let line = text.lines().nth(error.line - 1).unwrap_or_default();
        assert!(line.contains(slip.at), "{}: line {} is {line:?}", slip.message, error.line);
        assert_eq!(line, error.excerpt);
    }
}
