//! Did you mean …?

/// The candidate that `word` is most likely a slip of, if one is near enough.
///
/// Near enough is a third of the longer word's letters changed, left out, added or swapped, but at least one.
/// Ties go to the first candidate.
///
/// ```
/// assert_eq!(guide::nearest("butock_low_med", ["buttock_low_lat", "buttock_low_med"]), Some("buttock_low_med"));
/// assert_eq!(guide::nearest("elbow", ["buttock_low_lat", "buttock_low_med"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let far = strsim::osa_distance(word, candidate);
            let allowed = (length.max(candidate.chars().count()) / 3).max(1);
            (far <= allowed).then_some((far, candidate))
        })
        .min_by_key(|&(far, _)| far)
        .map(|(_, candidate)| candidate)
}
