//! Can somebody of 12 to 14 read it? Flesch-Kincaid grade (Kincaid et al. 1975), which is about the years at school:
//! grade 7 is age 12 to 13, grade 9 is age 14. The tests of pages use it too.

/// A text that ends as a sentence does.
pub(crate) fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// 0.39 words a sentence + 11.8 syllables a word - 15.59. A colon or semicolon ends what one breath reads.
pub(crate) fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let sentences = text.matches(['.', '?', '!', ':', ';']).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let words = words.len() as f64;
    0.39 * words / sentences as f64 + 11.8 * syllables as f64 / words - 15.59
}

/// Groups of vowels; a last silent e is none.
pub(crate) fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    groups.saturating_sub(usize::from(silent)).max(1)
}
