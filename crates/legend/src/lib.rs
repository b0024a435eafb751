//! What stands on and beside the body on screen: the program that draws it is apart, so neither carries the words of the other.

#![no_std]

extern crate alloc;

use alloc::string::String;

/// Words for the body on screen, in one language.
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct BodyWords {
    /// Read by screen readers for the picture as a whole.
    pub picture: &'static str,
    pub keys: &'static str,
    pub tools: &'static str,
    pub paint: &'static str,
    pub erase: &'static str,
    pub turn: &'static str,
    /// Small, middle, large.
    pub brushes: [&'static str; 3],
    pub see_through: &'static str,
    pub inside: &'static str,
    /// From the skin inwards.
    pub layers: [&'static str; 5],
    pub nerve: &'static str,
    pub flat: &'static str,
    pub solid: &'static str,
    /// Left and right edge of the picture.
    pub sides: [&'static str; 2],
    pub no_webgl: &'static str,
    pub lost: &'static str,
    pub before: &'static str,
    pub next: &'static str,
    pub roll: &'static str,
    pub still: &'static str,
    pub main_area: &'static str,
    pub beside: &'static str,
    pub keep_off: &'static str,
    pub press: &'static str,
    /// The two ways to roll, in order.
    pub along: &'static str,
    pub across: &'static str,
    pub point: &'static str,
    /// A thing of the body by its name in `anatomy`; empty if it is not named.
    pub part: fn(&str) -> &'static str,
    /// What to find with the hand: step, of how many, landmark.
    pub find: fn(usize, usize, &str) -> String,
    /// Where to press, through what, how many centimetres deep on the drawn body, and how to roll: with a gun, or a ball.
    pub spot: fn(&[&str], usize, bool) -> String,
    /// The scale of depths: whose it is, in centimetres, and what comes first.
    pub depth: &'static str,
    pub skin_and_fat: &'static str,
}

/// The words in English.
pub const ENGLISH: BodyWords = BodyWords {
    picture: "The body, to turn and to paint. The list below says and does the same.",
    keys: "Arrow keys turn it, plus and minus bring it nearer or farther, Enter paints in the middle, Delete wipes there.",
    tools: "Tools",
    paint: "Paint",
    erase: "Wipe",
    turn: "Turn",
    brushes: ["Small brush", "Middle brush", "Large brush"],
    see_through: "See through to",
    inside: "Inside",
    layers: ["Skin", "Maximus", "Medius", "Minimus", "Bones"],
    nerve: "Nerve",
    flat: "Flat picture",
    solid: "Body to turn",
    sides: ["your left", "your right"],
    no_webgl: "This browser cannot show the body to turn. The flat picture and the list do the same.",
    lost: "The picture was lost and will come back. The list does the same meanwhile.",
    before: "Step back",
    next: "Next step",
    roll: "Show the roll",
    still: "Stop the roll",
    main_area: "Full: felt mainly here",
    beside: "Striped or dashed: often felt here too",
    keep_off: "Crossed: keep off",
    press: "press here",
    along: "first along",
    across: "then across",
    point: "the point",
    part,
    find: |step, all, landmark| {
        let how = match landmark {
            "rim" => "Find the rim: put your hand on your waist and slide down to the bony edge.",
            "side_knob" => {
                "Find the side knob: the bone at the widest part of your hip. It moves when you turn your foot."
            }
            "sit_bone" => "Find the sit bone: the bone in the buttock that you sit on.",
            "dimple" => "Find the dimple: the bony point beside the spine, at the back end of the rim.",
            "front_point" => "Find the front point: the bony front end of the rim.",
            _ => "Find the tailbone: the lowest end of the spine, in the cleft.",
        };
        let words = ["Step ", number(step), " of ", number(all), ". ", how, COVERED];
        words.concat()
    },
    spot: |through, deep, gun| {
        let mut muscles = String::new();
        for (at, muscle) in through.iter().enumerate() {
            muscles.push_str(if at > 0 { ", then " } else { "" });
            muscles.push_str(muscle);
        }
        let words = [
            "Press where the arrow shows, straight in. In this drawing that goes through skin and fat, then ",
            &muscles,
            ", about ",
            number(deep),
            " cm deep. Depth differs from body to body. ",
            if gun { "Let the head of the gun glide" } else { "Roll" },
            " along the line first, then across at the sore spot, slowly; stay off what is crossed.",
        ];
        words.concat()
    },
    depth: "In this drawing, cm",
    skin_and_fat: "Skin and fat",
};

/// For larger bodies.
const COVERED: &str =
    " If soft tissue covers it, press flat fingers in slowly as you breathe out, or feel for what moves.";

fn number(number: usize) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"].get(number).copied().unwrap_or("more")
}

fn part(name: &str) -> &'static str {
    match name {
        "gluteus_maximus" => "Gluteus maximus",
        "gluteus_medius" => "Gluteus medius",
        "gluteus_minimus" => "Gluteus minimus",
        "piriformis" => "Piriformis",
        "quadratus_femoris" => "Quadratus femoris",
        "obturator_internus" => "Obturator internus",
        "tfl" => "Tensor fasciae latae",
        "iliotibial_tract" => "Iliotibial tract",
        "biceps_femoris" => "Biceps femoris",
        "semitendinosus" => "Semitendinosus",
        "vastus_lateralis" => "Vastus lateralis",
        "gastrocnemius_medial" | "gastrocnemius_lateral" => "Gastrocnemius",
        "ilium" => "Hip bone",
        "sacrum" => "Sacrum",
        "coccyx" => "Tailbone",
        "femur" => "Thigh bone",
        "tibia" => "Shin bone",
        "sciatic" => "Sciatic nerve",
        "ql" => "Quadratus lumborum",
        "multifidus" => "Multifidus",
        "iliocostalis_lumborum" => "Iliocostalis",
        "longissimus" => "Longissimus",
        _ => "",
    }
}
