//! The whole way, by hand.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod aloud;

use aloud::Hand;
use screens::*;

#[test]
fn from_opening_to_the_first_press() {
    let mut hand = Hand::new();
    let mut seen = vec![hand.sees()];
    let look = |hand: &Hand, seen: &mut Vec<String>| seen.push(hand.sees());
    hand.tap("Back");
    hand.tap("Upper outer buttock, your right");
    hand.sets(Scale::Intensity, 6);
    look(&hand, &mut seen);
    hand.tap("Next");
    hand.types(Field::Age, "48");
    hand.tap("Female");
    hand.tap("more");
    look(&hand, &mut seen);
    hand.tap("Next");
    while hand.app.view().place == Place::Gate {
        look(&hand, &mut seen);
        hand.tap("None of these");
    }
    look(&hand, &mut seen);
    hand.tap("None of these");
    look(&hand, &mut seen);
    println!("{}", seen.join("\n\n--------------------------------\n"));
    for screen in &seen {
        println!("{:4} {}", aloud::words(std::slice::from_ref(screen)), screen.lines().next().unwrap_or_default());
    }
    println!("taps {} words {}", hand.taps, aloud::words(&seen));
}
