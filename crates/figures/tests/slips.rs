//! What is told of a figure that is wrong.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use guide::Guide;

/// The default guide's figures with one change.
fn changed(file: &str, from: &str, to: &str) -> String {
    let guide = Guide::embedded("en").expect("a guide");
    let files = Guide::embedded_files().iter().filter(|(path, _)| path.starts_with("figures/"));
    let mut files: Vec<(String, String)> = files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).expect("the file");
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    figures::read(&files, &guide).err().map_or_else(|| "nothing".to_owned(), |problems| problems.to_string())
}

#[test]
fn slips_are_told_with_their_place() {
    for (file, from, to, told) in [
        // A knee that bends the wrong way.
        ("figures/strength.toml", "knee_l = 82\nankles = -12", "knee_l = -20\nankles = -12", "knee flexion"),
        ("figures/strength.toml", "tip = 118", "tip = 160", "outside"),
        // Somebody who sinks into the floor.
        (
            "figures/stretches.toml",
            "hip_l = [-30, 0, 0]\nknee_l = 16",
            "hip_l = [20, 0, 0]\nknee_l = 16",
            "inside what is round it",
        ),
        // A ball that hangs in the air.
        (
            "figures/release.toml",
            "rest = \"tool\"\nspine = [26, 0, 8]",
            "rest = \"tool\"\nat = [0, 9, 0]\nspine = [26, 0, 8]",
            "the tool is 9.0 cm off",
        ),
        // A hand that is too far.
        ("figures/warmups.toml", "hand_l = { at = [24, 88", "hand_l = { at = [64, 88", "short of where it shall be"),
        ("figures/strength.toml", "shows = [\"clam\"]", "shows = [\"clan\"]", "did you mean \"clam\"?"),
        ("figures/strength.toml", "shows = [\"clam\"]", "shows = []", "no figure shows exercise \"clam\""),
        ("figures/strength.toml", "id = \"clam\"", "id = \"step_up\"", "is there twice"),
        ("figures/release.toml", "like = \"bed_back\"", "like = \"bed_bakc\"", "no figure \"bed_bakc\" before this"),
        ("figures/strength.toml", "arrows = [\"knee_r\"]", "arows = [\"knee_r\"]", "unknown field `arows`"),
        ("figures/strength.toml", "arrows = [\"knee_r\"]", "arrows = [\"kne_r\"]", "no point \"kne_r\""),
    ] {
        let problems = changed(file, from, to);
        assert!(problems.contains(told), "{to}: {problems}");
    }
}
