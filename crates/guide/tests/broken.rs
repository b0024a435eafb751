//! One slip in the default guide gives one error that points at it and says what may help.

mod common;

use common::{changed, errors, file};
use guide::Guide;

/// In `file`, `from` (with `^`: the first line that begins so) was written as `to`; the error points at `at`.
struct Slip {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    message: &'static str,
    hint: &'static str,
}

const fn slip(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    message: &'static str,
    hint: &'static str,
) -> Slip {
    Slip { file, from, to, at, message, hint }
}

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    // Not TOML, or not the shape.
    slip("zones.toml", "view = \"back\"", "view = back", "back", "string values must be quoted, expected literal string", ""),
    slip("zones.toml", "view = \"back\"", "veiw = \"back\"", "veiw", "key \"veiw\" does not exist here", "did you mean \"view\"?"),
    slip("zones.toml", "view = \"back\"", "view = \"bakc\"", "\"bakc\"", "\"bakc\" is not allowed here", "did you mean \"back\"?"),
    slip("zones.toml", "view = \"back\"\n", "", "[[zone]]", "key \"view\" is missing", ""),
    slip("questions.toml", "^minutes = ", "minutes = \"soon\"", "\"soon\"", "expected a number, found string \"soon\"", ""),
    slip("questions.toml", "sided = true", "sided = 1", "1", "expected true or false, found integer 1", ""),
    slip("regions.toml", "^target = ", "target = [3]", "[3]", "expected an array of length 2, found a list of length 1", ""),
    slip("muscles.toml", "layer = 1", "layer = -1", "-1", "expected a whole number from 0 to 255, found integer -1", ""),
    slip("strength.toml", "\n[[ladder]]", "\n[[lader]]", "lader", "key \"lader\" does not exist here", "did you mean \"ladder\"?"),
    // Ids.
    slip("sources/gmin_post.toml", "zone = \"buttock_low_med\"", "zone = \"butock_low_med\"", "\"butock_low_med\"",
        "zone \"butock_low_med\" does not exist", "did you mean \"buttock_low_med\"?"),
    slip("sources/gmin_post.toml", "region = \"gmin_posterior\"", "region = \"gmin_back\"", "\"gmin_back\"", "region \"gmin_back\" does not exist", ""),
    slip("sources/gmin_post.toml", "muscle = \"gluteus_minimus\"", "muscle = \"gluteus_minimum\"", "\"gluteus_minimum\"",
        "muscle \"gluteus_minimum\" does not exist", "did you mean \"gluteus_minimus\"?"),
    slip("sources/gmin_post.toml", "comfort = \"gluteal_minimus\"", "comfort = \"gluteal_minmus\"", "\"gluteal_minmus\"",
        "comfort advice \"gluteal_minmus\" does not exist", "did you mean \"gluteal_minimus\"?"),
    slip("sources/gmin_post.toml", "covered_by = [\"gmed_trp2\"]", "covered_by = [\"gmed_trp9\"]", "\"gmed_trp9\"",
        "source \"gmed_trp9\" does not exist", "did you mean \"gmed_trp1\"?"),
    slip("sources/gmin_post.toml", "covered_by = [\"gmed_trp2\"]", "covered_by = [\"gmin_post\"]", "\"gmin_post\"", "a source cannot lie over itself", ""),
    slip("sources/gmin_post.toml", "id = \"gmin_post\"", "id = \"gmin_pots\"", "\"gmin_pots\"",
        "a source's id and the name of its file differ", "the file is \"sources/gmin_post.toml\": name both the same"),
    slip("sources/gmin_post.toml", "\"iglesias2013\"", "\"iglesias2031\"", "\"iglesias2031\"",
        "reference \"iglesias2031\" does not exist", "did you mean \"iglesias2013\"?"),
    slip("questions.toml", "source = \"gmax_trp2\"", "source = \"gmaxtrp2\"", "\"gmaxtrp2\"", "source \"gmaxtrp2\" does not exist", "did you mean \"gmax_trp2\"?"),
    slip("charts.toml", "sources = [\"gmax_trp1\"]", "sources = [\"gmax_trp7\"]", "\"gmax_trp7\"", "source \"gmax_trp7\" does not exist", "did you mean \"gmax_trp1\"?"),
    slip("charts.toml", "^zones = ", "zones = { buttock_low_mid = 0.9 }", "0.9", "zone \"buttock_low_mid\" does not exist", "did you mean \"buttock_low_med\"?"),
    slip("safety.toml", "together = [\"spinal_fracture.spine\"]", "together = [\"spinal_fracture.spin\"]", "\"spinal_fracture.spin\"",
        "ask \"spinal_fracture.spin\" does not exist", "did you mean \"spinal_fracture.spine\"?"),
    slip("safety.toml", "id = \"cauda_equina.saddle\"", "id = \"cauda_equine.saddle\"", "\"cauda_equine.saddle\"",
        "\"cauda_equine.saddle\" is no id of an ask of this flag", "it is the flag's id, a dot and a word, e.g. \"cauda_equina.new\""),
    slip("regions.toml", "landmarks = [\"rim\", \"dimple\"]", "landmarks = [\"rim\", \"dimpel\"]", "\"dimpel\"",
        "landmark \"dimpel\" does not exist", "did you mean \"dimple\"?"),
    slip("regions.toml", "landmarks = [\"rim\", \"dimple\"]", "landmarks = [\"rim\", \"rim\"]", "\"rim\"]", "landmark \"rim\" stands here twice", "leave one out"),
    slip("regions.toml", "no_go = [\"sacrum\"", "no_go = [\"sacrm\"", "\"sacrm\"", "no-go region \"sacrm\" does not exist", "did you mean \"sacrum\"?"),
    slip("regions.toml", "ladder = \"gluteus_maximus\"", "ladder = \"gluteus_maxims\"", "\"gluteus_maxims\"",
        "ladder \"gluteus_maxims\" does not exist", "did you mean \"gluteus_maximus\"?"),
    slip("techniques.toml", "tool = \"hand\"", "tool = \"cane\"", "\"gmax_upper.hand\"",
        "\"gmax_upper.hand\" does not fit its region, tool and surface", "by those it is \"gmax_upper.cane\""),
    slip("strength.toml", "exercises = [\"glute_squeeze\"", "exercises = [\"glute_sqeeze\"", "\"glute_sqeeze\"",
        "exercise \"glute_sqeeze\" does not exist", "did you mean \"glute_squeeze\"?"),
    slip("strength.toml", "exercises = [\"glute_squeeze\", \"bridge_double\"", "exercises = [\"bridge_double\", \"glute_squeeze\"", "\"glute_squeeze\"",
        "this is easier than the one before it", "a ladder goes from easy to hard"),
    slip("landmarks.toml", "id = \"rim\"", "id = \"Rim\"", "\"Rim\"", "\"Rim\" is no id", "ids are lower-case words joined by _"),
    // Numbers.
    slip("model.toml", "^own = ", "own = [0.15, 1.40]", "1.40", "1.4 is not between 0 and 1, both left out", ""),
    slip("model.toml", "^own = ", "own = [0.65, 0.40]", "[0.65, 0.40]", "the chances add up to 1.05, not to less than 1", ""),
    slip("model.toml", "^blank_words = ", "blank_words = nan", "nan", "NaN is not from 0 to 1", ""),
    slip("model.toml", "^blank_words = ", "blank_words = 1.33", "1.33", "1.33 is not from 0 to 1", ""),
    slip("model.toml", "^tender_from = ", "tender_from = 20.0", "20.0", "20 is not from 0 to 10", ""),
    slip("model.toml", "^exceptional = ", "exceptional = { value = 0.0, low = 0.0, high = 0.012 }", "0.0,", "0 is not between 0 and 1, both left out", ""),
    slip("model.toml", "^rare = ", "rare = { value = 0.001, low = 0.008, high = 0.03 }", "0.001", "0.001 is not between 0.008 and 0.03", "low <= value <= high"),
    slip("questions.toml", "^minutes = ", "minutes = 0", "0", "0 is not above 0 and at most 10", ""),
    slip("regions.toml", "^target = ", "target = [5, 3]", "[5, 3]", "[5, 3] is not [low, high]", "the lower number comes first"),
    slip("regions.toml", "^target = ", "target = [3, 50]", "[3, 50]", "[3, 50] is not within 0 to 10", ""),
    slip("doses.toml", "^value = ", "value = 1900.0", "1900.0", "1900 is not between", "the value used lies in the range"),
    slip("charts.toml", "^zones = ", "zones = { buttock_low_med = 9.0 }", "9.0", "9 is not above 0 and at most 1", ""),
    slip("zones.toml", "sides = [\"left\", \"right\"]", "sides = [\"left\"]", "[\"left\"]",
        "these are no sides", "they are [\"left\", \"right\"], or [\"midline\"] alone"),
    slip("guide.toml", "version = \"20", "version = \"v20", "\"v20", "the version is not YYYY.MM", "e.g. \"2026.11\""),
    // What holds together.
    slip("safety.toml", "combine_needs = 2", "combine_needs = 9", "9", "9 yeses are needed, but there are only", "lower combine_needs, or name asks of other flags in together"),
    slip("safety.toml", "combine_needs = 2", "combine_needs = 1", "1", "combine_needs = 1 is less than 2", "one yes that is enough is weight = \"hard\""),
    slip("sources/gmin_post.toml", "^  { zone = \"buttock_low_med\"", "  { zone = \"buttock_low_med\", strength = \"rare\", confidence = \"low\" },", "\"low\"", "a statement without a reference is an opinion",
        "name what it rests on, or set confidence = \"opinion\""),
    slip("sources/gmin_post.toml", "press = true", "press = false", "\"gluteal\"", "a gluteal source cannot be pressed", "give it press = true and a region"),
    // Texts.
    slip("text/en/zones.toml", "[lumbar_para]", "[lumbar_pra]", "[lumbar_pra]", "zone \"lumbar_pra\" does not exist", "did you mean \"lumbar_para\"?"),
    slip("text/en/zones.toml", "[lumbar_midline]\nname", "[lumbar_midline]\nnmae", "\"Centre of the low back\"", "text \"nmae\" does not exist here", "did you mean \"name\"?"),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "\" \"", "\" \"", "this text is empty", ""),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "[\"Centre\"]", "[\"Centre\"]", "\"name\" is not what it should be", "it is one text in quotes"),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "7", "7", "\"name\" is neither a text, nor a list or table of texts", ""),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "\"A sure Cure of the low back\"", "\"A sure Cure of the low back\"",
        "\"cure\" is not said in a guide", "promise nothing: say what often helps"),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "\"Below the iliac crest\"", "\"Below the iliac crest\"",
        "\"iliac crest\" is not said in a guide", "write \"the rim\""),
    slip("text/en/zones.toml", "\"Centre of the low back\"", "\"The {side} back\"", "\"The {side} back\"",
        "{side} has no meaning here", "only questions with sided = true have a side"),
    slip("text/en/questions.toml", "your {side} buttock", "your buttock", "\"Does sitting", "a sided question does not say {side}", "e.g. \"your {side} hip\""),
    slip("text/en/questions.toml", "Does sitting", "Does one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sitting",
        "\"Does one two", "this question has 31 words, more than 30", "ask one thing"),
    slip("text/en/sources/gmin_post.toml", "[claims]\ncomplaint", "[claims]\ncomplaints", "\"Pain in the buttock",
        "claim \"complaints\" does not exist", "did you mean \"complaint\"?"),
];

#[test]
fn each_slip_is_told_with_its_place_and_a_hint() {
    let mut failed = Vec::new();
    for Slip { file: path, from, to, at, message, hint } in SLIPS {
        // Given the default guide with one slip, when it is read,
        let mut files = changed(path, from, to);
        let errors = Guide::read(&files, "en").err().unwrap_or_default().errors;
        // then an error stands where the slip is.
        let text = file(&mut files, path);
        // Where the slip shows elsewhere than it was made, anywhere in the file will do.
        let start = if to.contains(at) { text.find(to).unwrap() } else { 0 };
        let found = errors.iter().any(|error| {
            let start_of = |at: usize| {
                (1 + text[..at].matches('\n').count(), at - text[..at].rfind('\n').map_or(0, |n| n + 1) + 1)
            };
            let marked =
                text[start..].match_indices(at).any(|(at, _)| start_of(start + at) == (error.line, error.column));
            error.file == *path && error.message.starts_with(message) && error.hint == *hint && marked
        });
        if !found {
            let all: Vec<_> = errors.iter().take(4).map(|error| format!("{error} [{}]", error.hint)).collect();
            failed.push(format!("{path}: {from:?} -> {to:?}\n{}", all.join("\n")));
        }
    }
    assert!(failed.is_empty(), "{} of {}:\n\n{}", failed.len(), SLIPS.len(), failed.join("\n\n"));
}

#[test]
fn an_error_reads_like_a_compilers() {
    // Given a slip in the first row of a source's referral,
    let files = changed("sources/gmin_post.toml", "\"buttock_low_med\"", "\"butock_low_med\"");
    // when it is shown,
    let problems = Guide::read(&files, "en").unwrap_err().under("guide");
    // then place, line, mark and hint are there.
    let line = problems.errors[0].line;
    let shown = problems.errors[0].to_string();
    let rows: Vec<&str> = shown.lines().collect();
    assert_eq!(rows[0], "error: zone \"butock_low_med\" does not exist");
    assert_eq!(rows[1].trim_start(), format!("--> guide/sources/gmin_post.toml:{line}:12"));
    assert!(rows[3].starts_with(&format!("{line} |   {{ zone = \"butock_low_med\", ")), "{shown}");
    assert_eq!(rows[4].trim(), format!("|            {}", "^".repeat(16)));
    assert_eq!(rows[5].trim(), "= help: did you mean \"buttock_low_med\"?");
    assert!(problems.to_string().contains("1 error, "), "{problems}");
}

#[test]
fn the_column_counts_characters() {
    // Given letters of two bytes before the slip,
    let files = changed("zones.toml", "view = \"back\"", "\"ü\" = \"ä\"\nview = \"back\"");
    // then the place is counted as a person counts.
    let error = &errors(&files)[0];
    assert_eq!((error.column, error.width), (1, 3), "{error}");
}

#[test]
fn every_error_is_told_not_only_the_first() {
    // Given slips in three files and two in one,
    let mut files = changed("zones.toml", "view = \"back\"", "view = \"bakc\"");
    *file(&mut files, "zones.toml") += "\n[[zone]]\nid = \"tail\"\n";
    let regions = file(&mut files, "regions.toml");
    *regions = regions.replacen("\"dimple\"", "\"dimpel\"", 1);
    file(&mut files, "model.toml").push_str("\nnonsense = 1\n");
    // then four errors are told, and nothing about zones that could not be read.
    let errors = errors(&files);
    let files: Vec<&str> = errors.iter().map(|error| error.file.as_str()).collect();
    assert_eq!(files, ["model.toml", "regions.toml", "zones.toml", "zones.toml"], "{errors:#?}");
}

#[test]
fn a_thing_that_stands_twice_is_told() {
    let twice = [
        (
            "zones.toml",
            "\n[[zone]]\nid = \"flank\"\nsides = [\"midline\"]\nview = \"back\"\narea = \"groin\"\n",
            "zone \"flank\" stands here twice",
        ),
        (
            "strength.toml",
            "\n[[ladder]]\nid = \"gluteus_maximus\"\nexercises = [\"clam\"]\n",
            "ladder \"gluteus_maximus\" stands here twice",
        ),
        ("text/en/zones.toml", "\n[flank]\nname = \"x\"\nborders = \"x\"\n", "duplicate key"),
    ];
    for (path, more, message) in twice {
        let mut files = common::files();
        *file(&mut files, path) += more;
        let errors = errors(&files);
        assert!(errors.iter().any(|error| error.file == path && error.message.contains(message)), "{errors:#?}");
    }
}

#[test]
fn a_region_without_a_way_is_told() {
    // Given a guide whose first region has lost its way by hand,
    let text = common::file(&mut common::files(), "techniques.toml").clone();
    let start = text.find("[[technique]]\nid = \"gmax_upper.hand\"").unwrap();
    let end = start + 3 + text[start + 3..].find("[[technique]]").unwrap();
    let files = changed("techniques.toml", &text[start..end], "");
    // then the region is named, and its left-over text.
    let errors = errors(&files);
    let told = |message: &str| errors.iter().any(|error| error.message == message);
    assert!(told("region \"gmax_upper\" has no release by hand"), "{errors:#?}");
    assert!(told("technique \"gmax_upper.hand\" does not exist"), "{errors:#?}");
}

#[test]
fn a_missing_text_is_told() {
    // Given a zone without borders and a source without a file of texts,
    let mut files = changed(
        "text/en/zones.toml",
        "[flank]\nname = \"Side of the waist\"\nborders",
        "[flank]\nname = \"Side of the waist\"\nbanks",
    );
    files.retain(|(path, _)| path != "text/en/sources/tfl.toml");
    // then both are named.
    let errors = errors(&files);
    let told = |file: &str, message: &str| errors.iter().any(|error| error.file == file && error.message == message);
    assert!(told("text/en/zones.toml", "zone \"flank\" has no \"borders\""), "{errors:#?}");
    assert!(told("text/en/sources/tfl.toml", "source \"tfl\" has no texts"), "{errors:#?}");
}

#[test]
fn a_reference_that_nothing_rests_on_is_a_warning() {
    let mut files = common::files();
    *file(&mut files, "references.toml") += "\n[zzz2026]\ncitation = \"x\"\nkind = \"study\"\nseen = \"title\"\n";
    assert!(Guide::read(&files, "en").is_ok());
    let warnings = Guide::check(&files, "en").warnings;
    assert!(
        warnings.iter().any(|warning| warning.message == "nothing rests on reference \"zzz2026\""),
        "{warnings:#?}"
    );
}
