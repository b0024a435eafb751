//! The question board: taken in, answered beside the running program, mailed or not, and who asked forgotten.

use crate::support::{DAY, NOW, PHONE, VAULT, dir, open, records};
use std::fs;
use std::path::{Path, PathBuf};
use store::{Asked, Email, FORGOTTEN_MS, Mail, OpenMode, Question, Shown, Store, Taken, Trouble, WAITING_MOST};

const EMAIL: &str = "ann.onymous@hidden.example";

fn asked(number: u8) -> Asked {
    let topic = ["overview", "tools"][usize::from(number) % 2].to_owned();
    let (name, text) = (format!("Ann {number}"), format!("Does it go away, {number}?"));
    Asked { form: [number; 16], topic, name, email: Email::new(EMAIL), text }
}

async fn one(store: &Store, id: i64) -> Question {
    store.question(id).await.expect("read").unwrap_or_else(|| panic!("no question {id}"))
}

async fn ids(store: &Store, topic: Option<&str>) -> Vec<i64> {
    let page = store.shown(topic, None, 100).await.expect("read");
    page.questions.iter().map(|shown| shown.id).collect()
}

/// Files under a directory that hold the address.
fn with_email(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("directory") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            found.extend(with_email(&path));
        } else if fs::read(&path).expect("read").windows(EMAIL.len()).any(|window| window == EMAIL.as_bytes()) {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn only_what_is_answered_and_published_is_read_newest_answer_first() {
    let store = open(&dir("board")).await;
    for number in 1..=5 {
        assert_eq!(store.ask(&asked(number), NOW).await.expect("asked"), Taken::New);
    }
    assert_eq!(store.ask(&asked(3), NOW + 1).await.expect("asked"), Taken::Known, "one form is one question");
    assert_eq!(ids(&store, None).await, [0_i64; 0]);

    for (id, publish, at) in [(2, true, 10), (4, false, 20), (1, true, 30), (5, true, 30)] {
        assert!(store.answer(id, "Mostly.", publish, NOW + at).await.expect("answered"));
    }
    assert_eq!(ids(&store, None).await, [5, 1, 2]);
    assert_eq!(ids(&store, Some("tools")).await, [5, 1]);
    assert_eq!(store.shown_topics().await.expect("read"), [("overview".to_owned(), 1), ("tools".to_owned(), 2)]);
    assert_eq!(store.shown_one(4).await.expect("read"), None, "answered, not published");

    assert!(store.publish(4, true).await.expect("published"));
    assert!(store.move_question(4, "tools").await.expect("moved"));
    assert!(store.publish(1, false).await.expect("taken back"));
    assert!(store.answer(2, "Yes, mostly.", false, NOW + 99).await.expect("changed"));
    assert_eq!(ids(&store, None).await, [5, 4, 2], "a changed answer keeps its place, and stays published");
    let shown = store.shown_one(2).await.expect("read").expect("there");
    assert_eq!((shown.answer.as_str(), shown.answered_ms, shown.changed_ms), ("Yes, mostly.", NOW + 10, NOW + 99));

    assert!(store.delete_question(5).await.expect("deleted"));
    assert_eq!(ids(&store, Some("tools")).await, [4]);
    for done in [store.publish(3, true).await, store.publish(5, true).await, store.answer(5, "x", true, NOW).await] {
        assert!(!done.expect("nothing there, or no answer to it"));
    }
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_double() {
    let store = open(&dir("board-pages")).await;
    for number in 1..=45 {
        store.ask(&asked(number), NOW).await.expect("asked");
        // Three answered in the same millisecond.
        store.answer(number.into(), "Mostly.", true, NOW + i64::from(number) / 3).await.expect("answered");
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = store.shown(None, after, 10).await.expect("a page");
        seen.extend(page.questions.iter().map(|Shown { answered_ms, id, .. }| (*answered_ms, *id)));
        // One that is answered meanwhile does not push others to the next page.
        store.answer(45, "Changed.", true, NOW + DAY).await.expect("answered");
        let Some(next) = page.next else { break };
        after = Some(next);
    }
    let mut sorted = seen.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    sorted.dedup();
    assert_eq!((seen.len(), &sorted), (45, &seen));
}

#[tokio::test]
async fn no_more_wait_than_somebody_may_answer() {
    let store = open(&dir("board-full")).await;
    for number in 0..WAITING_MOST {
        let mut asked = asked(1);
        asked.form[..8].copy_from_slice(&number.to_be_bytes());
        assert_eq!(store.ask(&asked, NOW).await.expect("asked"), Taken::New);
    }
    assert_eq!(store.ask(&asked(2), NOW).await.expect("asked"), Taken::Full);
    store.answer(7, "Mostly.", false, NOW).await.expect("answered");
    assert_eq!(store.ask(&asked(2), NOW).await.expect("asked"), Taken::New);
}

#[tokio::test]
async fn the_owner_works_while_another_program_keeps_records() {
    let dir = dir("board-beside");
    let serving = open(&dir).await;
    serving.ask(&asked(1), NOW).await.expect("asked");
    let owner = Store::open(&dir, OpenMode::Beside).await.expect("open beside it");
    let other = Store::open(&dir, OpenMode::Beside).await.expect("and again");

    owner.answer(1, "Mostly.", true, NOW).await.expect("answered");
    serving.append(VAULT, &records(PHONE, 1, 3)).await.expect("taken");
    assert_eq!(ids(&serving, None).await, [1]);
    assert_eq!(other.have(VAULT).await.expect("read"), [(PHONE, 3)]);

    let backup = serving.backup_here(NOW).await.expect("backup");
    serving.close().await;
    let busy = Store::restore(&store::Folder::at(&dir), &backup.file, NOW).await.expect_err("somebody works");
    assert!(matches!(busy, Trouble::Busy { .. }), "{busy}");

    let nothing = Store::open(&self::dir("board-nothing"), OpenMode::Beside).await.expect_err("nothing is made");
    assert!(matches!(nothing, Trouble::Nothing { .. }), "{nothing}");
}

#[tokio::test]
async fn a_letter_goes_out_once_or_its_owner_is_asked() {
    let dir = dir("board-letters");
    let store = open(&dir).await;
    for number in 1..=5 {
        store.ask(&asked(number), NOW).await.expect("asked");
    }
    assert_eq!(one(&store, 1).await.mail, Mail::Kept);
    assert_eq!(store.next_letter(NOW).await.expect("read"), None);
    for id in 1..=5 {
        store.answer(id, "Mostly.", true, NOW + id).await.expect("answered");
    }

    // 1 goes out.
    let letter = store.next_letter(NOW + 1).await.expect("read").expect("due");
    assert_eq!((letter.question, letter.email.reveal(), letter.answer.as_str()), (1, EMAIL, "Mostly."));
    assert!(store.begin_handing(&letter).await.expect("begun"));
    assert_eq!(one(&store, 1).await.mail, Mail::Handing);
    store.mailed(1, NOW + 5).await.expect("mailed");
    assert_eq!(one(&store, 1).await.mail, Mail::Sent { at_ms: NOW + 5 });

    // 2 surely did not, and waits. 3 is refused. The answer to 4 is changed before it is handed over.
    let letter = store.next_letter(NOW + 5).await.expect("read").expect("due");
    store.try_again(letter.question, NOW + DAY).await.expect("put back");
    let letter = store.next_letter(NOW + 5).await.expect("read").expect("due");
    store.not_mailed(letter.question, true).await.expect("refused");
    let letter = store.next_letter(NOW + 5).await.expect("read").expect("due");
    store.answer(4, "Mostly, yes.", true, NOW + 6).await.expect("changed");
    assert!(!store.begin_handing(&letter).await.expect("not begun"), "an old answer is not sent");
    let letter = store.next_letter(NOW + 6).await.expect("read").expect("due");
    assert_eq!((letter.question, letter.answer.as_str(), letter.answered_ms), (4, "Mostly, yes.", NOW + 4));

    // It is killed while 4 is handed over.
    assert!(store.begin_handing(&letter).await.expect("begun"));
    store.close().await;
    let store = open(&dir).await;
    assert_eq!(store.cut_off().await.expect("looked"), 1);
    let states: Vec<Mail> = store.questions().await.expect("read").into_iter().map(|question| question.mail).collect();
    assert_eq!(
        states,
        [Mail::Sent { at_ms: NOW + 5 }, Mail::Waiting, Mail::Refused, Mail::Unsure, Mail::Waiting],
        "nothing is lost"
    );
    let due = store.next_letter(NOW + 10 * DAY).await.expect("read").expect("due");
    assert_eq!(due.question, 5, "what is unsure or refused is not sent by itself");

    assert!(store.decide_letter(4, true, NOW + 7).await.expect("again"));
    assert!(store.decide_letter(3, false, NOW + 7).await.expect("settled"));
    assert!(!store.decide_letter(1, true, NOW + 7).await.expect("nothing to decide"));
    assert_eq!([one(&store, 3).await.mail, one(&store, 4).await.mail], [Mail::Gone, Mail::Waiting]);
}

#[tokio::test]
async fn who_asked_is_forgotten() {
    for (name, days, published, has_mail, forgotten) in [
        ("waits", 89, false, true, false),
        ("too-long", 90, false, true, true),
        ("published-with-mail", 1, true, true, false),
        ("published-without", 1, true, false, true),
        ("answered-without", 1, false, false, false),
    ] {
        let dir = dir(&format!("board-forget-{name}"));
        let store = open(&dir).await;
        store.ask(&asked(1), NOW).await.expect("asked");
        store.answer(1, "Mostly.", published, NOW).await.expect("answered");
        assert!(!with_email(&dir).is_empty(), "{name}: else nothing is tested");
        let gone = store.forget_addresses(NOW + days * DAY, has_mail).await.expect("looked");
        assert_eq!(gone, u64::from(forgotten), "{name}");
        assert_eq!(with_email(&dir).is_empty(), forgotten, "{name}: {:?}", with_email(&dir));
        assert_eq!(one(&store, 1).await.mail == Mail::Gone, forgotten, "{name}");
    }
    assert_eq!(FORGOTTEN_MS, 90 * DAY);
}

#[tokio::test]
async fn what_was_deleted_or_mailed_leaves_no_address_in_any_file() {
    for how in ["mailed", "deleted", "settled"] {
        let dir = dir(&format!("board-gone-{how}"));
        let store = open(&dir).await;
        store.ask(&asked(1), NOW).await.expect("asked");
        store.answer(1, "Mostly.", true, NOW).await.expect("answered");
        store.backup_here(NOW).await.expect("backup");
        match how {
            "mailed" => store.mailed(1, NOW).await.expect("mailed"),
            "deleted" => assert!(store.delete_question(1).await.expect("deleted")),
            _ => assert!(store.decide_letter(1, false, NOW).await.expect("settled")),
        }
        assert!(with_email(&dir).is_empty(), "{how}: {:?}", with_email(&dir));
    }
}

#[tokio::test]
async fn a_backup_has_the_questions_and_nobody_to_write_to() {
    let dir = dir("board-backup");
    let store = open(&dir).await;
    store.ask(&asked(1), NOW).await.expect("asked");
    store.ask(&asked(2), NOW).await.expect("asked");
    store.answer(1, "Mostly.", true, NOW).await.expect("answered");
    let file = dir.with_file_name("board-copy.db");
    assert_eq!(store.backup(&file).await.expect("backup").questions, 2);
    store.close().await;
    let copy = fs::read(&file).expect("read");
    assert!(!copy.windows(6).any(|window| window == b"hidden"), "an address is in the copy");

    let elsewhere = self::dir("board-restored");
    Store::restore(&store::Folder::at(&elsewhere), &file, NOW).await.expect("restored");
    let store = open(&elsewhere).await;
    assert_eq!(ids(&store, None).await, [1]);
    assert_eq!([one(&store, 1).await.mail, one(&store, 2).await.mail], [Mail::Gone, Mail::Gone]);
    assert_eq!(store.next_letter(NOW + DAY).await.expect("read"), None, "nothing is mailed twice after a restore");
    assert_eq!(store.check().await.expect("whole").questions, 2);
}
