//! The order of a list that two sides changed: the first spelling is the preferred one, the first name leads.

use std::collections::HashSet;
use std::hash::Hash;

/// All that stands in a list on either side, in the order of each.
pub(super) struct Orders<K> {
    pub(super) mine: Vec<K>,
    pub(super) theirs: Vec<K>,
    /// Whether the two differ.
    pub(super) clash: bool,
}

impl<K: Clone + Eq + Hash> Orders<K> {
    /// One order for both.
    pub(super) fn same(order: Vec<K>) -> Orders<K> {
        Orders {
            mine: order.clone(),
            theirs: order,
            clash: false,
        }
    }

    /// Each side in its own.
    pub(super) fn apart(mine: &[K], theirs: &[K]) -> Orders<K> {
        Orders {
            mine: with_additions(mine, theirs),
            theirs: with_additions(theirs, mine),
            clash: true,
        }
    }
}

/// The order of the side that moved something; where both did, and differently, each has its own.
pub(super) fn orders<K: Clone + Eq + Hash>(base: &[K], mine: &[K], theirs: &[K]) -> Orders<K> {
    match () {
        () if agree(mine, theirs) || agree(base, theirs) => Orders::same(with_additions(mine, theirs)),
        () if agree(base, mine) => Orders::same(with_additions(theirs, mine)),
        () => Orders::apart(mine, theirs),
    }
}

/// Whether what stands in both lists stands in the same order.
fn agree<K: Eq + Hash>(one: &[K], other: &[K]) -> bool {
    let [ones, others]: [HashSet<&K>; 2] = [one, other].map(|list| list.iter().collect());
    let shared = one.iter().filter(|key| others.contains(key));
    shared.eq(other.iter().filter(|key| ones.contains(key)))
}

/// A list, and what only `other` has: behind what it follows there, and behind what only this one has in that place.
pub(super) fn with_additions<K: Clone + Eq + Hash>(list: &[K], other: &[K]) -> Vec<K> {
    let own: HashSet<&K> = list.iter().collect();
    let shared: HashSet<&K> = other.iter().filter(|key| own.contains(key)).collect();
    // What follows nothing that both have, then what follows each of those.
    let mut following: Vec<(Option<&K>, Vec<&K>)> = vec![(None, Vec::new())];
    for key in other {
        match (own.contains(key), following.last_mut()) {
            (false, Some((_, additions))) => additions.push(key),
            _ => following.push((Some(key), Vec::new())),
        }
    }
    let mut additions: std::collections::HashMap<Option<&K>, Vec<&K>> = following.into_iter().collect();
    let mut result = Vec::with_capacity(list.len() + other.len());
    let mut last = None;
    for key in list {
        if shared.contains(key) {
            result.extend(additions.remove(&last).into_iter().flatten().cloned());
            last = Some(key);
        }
        result.push(key.clone());
    }
    result.extend(additions.remove(&last).into_iter().flatten().cloned());
    result
}

#[cfg(test)]
mod tests {
    use super::orders;

    fn check(base: &str, mine: &str, theirs: &str, expected: [&str; 2]) {
        let [base, mine, theirs] = [base, mine, theirs].map(|list| list.chars().collect::<Vec<_>>());
        let found = orders(&base, &mine, &theirs);
        let text = |list: &[char]| list.iter().collect::<String>();
        assert_eq!([text(&found.mine), text(&found.theirs)], expected);
        assert_eq!(found.clash, expected[0] != expected[1]);
    }

    #[test]
    fn who_moved_something_is_followed() {
        check("ab", "ab", "ab", ["ab", "ab"]);
        check("ab", "abc", "abd", ["abcd", "abcd"]);
        check("ab", "cab", "dab", ["cdab", "cdab"]);
        check("ab", "ba", "abc", ["bca", "bca"]);
        check("ab", "acb", "ba", ["bac", "bac"]);
        check("ab", "a", "abc", ["abc", "abc"]);
        check("", "ab", "cb", ["acb", "acb"]);
        check("", "ab", "ba", ["ab", "ab"]);
        check("", "", "ab", ["ab", "ab"]);
    }

    #[test]
    fn where_both_did_each_has_its_own() {
        check("abc", "bac", "acb", ["bac", "acb"]);
    }
}
