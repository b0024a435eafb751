//! Sorts lists: stable, as the standard library does, but in code that is there once and not once for each kind of list.
//!
//! The standard library's sorting takes six kilobytes of WebAssembly for each type it sorts: with some thirty lists, a
//! quarter of all that a phone loads, and four even once. Here places are sorted, by merging, and then the things are put
//! there. Slower by a list of places; where a loop hangs on it (`belief`'s kernel), the standard library's is right.

#![no_std]

extern crate alloc;

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Sorts by a comparison. What compares equal keeps its order.
pub fn by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = places(list.len(), &mut |a, b| compare(&list[a], &list[b]));
    put(list, places);
}

/// Sorts by a key. What has the same key keeps its order.
pub fn by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

/// For each place, which thing belongs there.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = places.clone();
    let mut wide = 1;
    // neighbours of two, four, eight: each two runs in order become one
    while wide < count {
        for start in (0..count).step_by(2 * wide) {
            let (middle, end) = ((start + wide).min(count), (start + 2 * wide).min(count));
            let (mut left, mut right) = (start, middle);
            for slot in &mut merged[start..end] {
                let stays =
                    left < middle && (right == end || compare(places[left], places[right]) != Ordering::Greater);
                let next = if stays { &mut left } else { &mut right };
                *slot = places[*next];
                *next += 1;
            }
        }
        core::mem::swap(&mut places, &mut merged);
        wide *= 2;
    }
    places
}

/// Puts each thing in its place, one circle of swaps after the other.
fn put<T>(list: &mut [T], mut from: Vec<usize>) {
    for start in 0..list.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            list.swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use super::{by, by_key};
    use alloc::vec::Vec;
    use core::cmp::Reverse;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        // Given lists with many equal keys, each thing with its first place.
        for count in 0..200_usize {
            let list: Vec<(usize, usize)> = (0..count).map(|at| (at * 7919 % 13, at)).collect();
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            by_key(&mut ours, |&(key, _)| key);
            theirs.sort_by_key(|&(key, _)| key);
            assert_eq!(ours, theirs);

            let (mut ours, mut theirs) = (list.clone(), list);
            by(&mut ours, |a, b| b.0.cmp(&a.0));
            theirs.sort_by_key(|&(key, _)| Reverse(key));
            assert_eq!(ours, theirs);
        }
    }
}
