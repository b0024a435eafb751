//! The board's pages, feed and mails: what a stranger writes stays text, and what is missing is told.

#![expect(clippy::panic, reason = "in a test a panic is the report")]

use board::{Answered, Board, Entry, Field, List, NAME_MOST, Slip, Sorry, TEXT_LEAST, TEXT_MOST, Typed};
use guide::Guide;

const NOW: i64 = 1_795_572_600_123;

fn board(has_mail: bool) -> Board {
    let guide = Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"));
    let library = pages::embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"));
    Board::of(&guide, &library, "https://ask.example.org", "Jo Doe, physiotherapist", has_mail)
}

fn typed() -> Typed {
    Typed {
        topic: "gluteus-minimus".to_owned(),
        name: "Ann".to_owned(),
        email: "ann@hidden.example".to_owned(),
        text: "It hurts down the leg when I sit. Why?".to_owned(),
        no_sign: true,
        ..Typed::default()
    }
}

fn is_address(text: &str) -> bool {
    text.contains('@')
}

fn entry(name: &str, text: &str) -> Entry {
    Entry {
        id: 7,
        topic: "gluteus-minimus".to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
        answer: format!("You wrote: {text}"),
        answered_ms: NOW,
        changed_ms: NOW + 1000,
    }
}

fn list(board: &Board, entry: Entry) -> String {
    let counts = vec![("gluteus-minimus".to_owned(), 1)];
    board.list(&List { topic: None, first: true, entries: vec![entry], next: Some("5-3".to_owned()), counts })
}

#[test]
fn what_is_missing_or_too_much_is_told_by_field() {
    let board = board(true);
    let long = |count: usize| "ä".repeat(count);
    type Change = Box<dyn Fn(&mut Typed)>;
    let cases: [(Change, &[Slip]); 15] = [
        (Box::new(|_| {}), &[]),
        (Box::new(|typed| typed.no_sign = false), &[Slip::NoSign]),
        (Box::new(|typed| typed.topic.clear()), &[Slip::Topic]),
        (Box::new(|typed| typed.topic = "index".to_owned()), &[Slip::Topic]),
        (Box::new(|typed| typed.topic = "questions".to_owned()), &[Slip::Topic]),
        (Box::new(|typed| typed.name = " \u{202e}\u{0} ".to_owned()), &[Slip::NoName]),
        (Box::new(move |typed| typed.name = long(NAME_MOST)), &[]),
        (Box::new(move |typed| typed.name = long(NAME_MOST + 1)), &[Slip::LongName]),
        (Box::new(|typed| typed.email = " ".to_owned()), &[Slip::NoEmail]),
        (Box::new(|typed| typed.email = "ann".to_owned()), &[Slip::BadEmail]),
        (Box::new(|typed| typed.text = "\r\n".to_owned()), &[Slip::NoText]),
        (Box::new(move |typed| typed.text = long(TEXT_LEAST - 1)), &[Slip::LongText]),
        (Box::new(move |typed| typed.text = long(TEXT_MOST)), &[]),
        (Box::new(move |typed| typed.text = long(TEXT_MOST + 1)), &[Slip::LongText]),
        (Box::new(|typed| typed.website = "x".to_owned()), &[Slip::Robot]),
    ];
    for (at, (change, slips)) in cases.iter().enumerate() {
        let mut typed = typed();
        change(&mut typed);
        assert_eq!(typed.check(&board, is_address).err().unwrap_or_default(), *slips, "case {at}");
        let page = board.ask(&typed, slips);
        assert_eq!(page.contains("not sent yet"), !slips.is_empty(), "case {at}");
        for slip in *slips {
            let id = match slip.field() {
                Field::NoSign => "no_sign",
                Field::Topic => "topic",
                Field::Name => "name",
                Field::Email => "email",
                Field::Text => "text",
                Field::Website => "website",
                Field::Form => continue,
            };
            assert!(page.contains(&format!("<a href=\"#{id}\">")), "case {at}: no way to {id}");
            assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "case {at}: {id}");
        }
    }
    let all = Typed::default().check(&board, is_address).err().expect("nothing is there");
    assert_eq!(all, [Slip::NoSign, Slip::Topic, Slip::NoName, Slip::NoEmail, Slip::NoText]);
}

#[test]
fn the_form_asks_for_red_flags_first_and_marks_what_is_needed() {
    let page = board(true).ask(&Typed::default(), &[]);
    let at = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what} is not on the page"));
    assert!(
        at("between your legs") < at("id=\"no_sign\"") && at("id=\"no_sign\"") < at("<textarea"),
        "signs come first"
    );
    assert_eq!(page.matches("class=\"star\"").count(), 5, "five fields are needed");
    assert_eq!(page.matches(" required").count(), 5);
    for said in ["Fields marked with * are needed", "Never shown. The answer is sent there", "method=\"post\""] {
        at(said);
    }
    assert!(board(false).ask(&Typed::default(), &[]).contains("sends no mail at present"));
    for forbidden in ["<script", " style=", " onclick"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn script_in_a_name_or_a_text_is_text() {
    let board = board(true);
    for bad in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea><svg onload=alert(1)>",
        "]]></content><x>",
        "<!--",
        "&lt;b&gt; &#x3c;script>",
        "{{csp}} {{app.css}}",
        "a\u{0}b\u{1b}[31mc\u{202e}d\u{ffff}",
    ] {
        let typed = Typed {
            name: bad.to_owned(),
            email: bad.to_owned(),
            topic: bad.to_owned(),
            text: bad.to_owned(),
            ..typed()
        };
        let plain = board.list(&List { topic: None, first: true, entries: Vec::new(), next: None, counts: Vec::new() });
        for (what, page) in [
            ("list", list(&board, entry(bad, bad))),
            ("one", board.one(&entry(bad, bad))),
            ("feed", board.feed(&[entry(bad, bad)], NOW)),
            ("form", board.ask(&typed, &[Slip::Topic])),
        ] {
            for part in
                ["<script", "<img", "<svg", "<x>", "<!--", "' onmouseover='alert(1)>", "\u{0}", "\u{1b}", "\u{202e}"]
            {
                assert!(!page.contains(part) || (what == "one" && plain.contains(part)), "{what}: {part} of {bad}");
            }
            let kept = pages::escaped(bad);
            if !bad.contains('\u{0}') {
                let kept = if what == "feed" { kept.split(' ').next().unwrap_or_default().to_owned() } else { kept };
                assert!(page.contains(&kept), "{what}: {bad} can be read as it was written");
            }
        }
        // Quotes end a value: each one that was written is an entity.
        let form = board.ask(&typed, &[]);
        let value = form.split("id=\"name\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1)).expect("a value");
        let value = value.split('"').next().expect("its end");
        assert_eq!(value, pages::escaped(&typed.cleaned().name), "the value ends where it should");
    }
}

#[test]
fn questions_are_read_in_a_list_alone_and_in_a_feed() {
    let board = board(true);
    let entry = entry(
        "Ann",
        "First line.\nSecond.\n\nAnother & more, which goes on for long, well beyond what a title of a feed can hold.",
    );
    let page = list(&board, entry.clone());
    for said in [
        "Answered by Jo Doe, physiotherapist.",
        "<p>First line.<br>Second.</p>\n<p>Another &amp; more",
        "Ann asks",
        "href=\"/questions/7\"",
        "<time datetime=\"2026-11-25\">",
        "href=\"/questions/?after=5-3\"",
        "href=\"/questions/topic/gluteus-minimus\"",
        "Gluteus minimus, the small deep one</a> <span class=\"soft\">1</span>",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(board.one(&entry).contains("href=\"/learn/gluteus-minimus.html\""));
    let feed = board.feed(&[entry], NOW);
    for said in [
        "<id>https://ask.example.org/questions/7</id>",
        "<title>Ann asks: First line. Second. Another &amp; more, which goes on for long, well beyond what a t\u{2026}</title>",
        "<updated>2026-11-25T02:10:01Z</updated>",
        "<published>2026-11-25T02:10:00Z</published>",
        "&lt;p&gt;First line.&lt;br&gt;Second.&lt;/p&gt;",
        "Another &amp;amp; more",
    ] {
        assert!(feed.contains(said), "{said} is not in {feed}");
    }
    for sorry in [Sorry::Kind, Sorry::Large, Sorry::Origin, Sorry::Nothing, Sorry::Method, Sorry::Failed] {
        assert!(board.sorry(sorry).contains("/questions/ask"));
    }
}

#[test]
fn the_mail_says_what_was_asked_and_answered() {
    let board = board(true);
    let answered = Answered { id: 7, name: "Ann", text: "Why?\nWhere?", answer: "Because.\n", published: true };
    let written = board.letter(answered);
    assert!(!written.subject.contains("Why"), "a subject can be read on a locked phone");
    for said in [
        "Hello Ann,",
        "> Why?\n> Where?\n",
        "\nBecause.\n\nJo Doe",
        "https://ask.example.org/questions/7",
        "is deleted now",
    ] {
        assert!(written.text.contains(said), "{said:?} is not in {}", written.text);
    }
    assert!(!board.letter(Answered { published: false, ..answered }).text.contains("https://"));
}
