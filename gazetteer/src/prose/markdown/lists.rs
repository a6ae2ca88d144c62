//! Where in a block literature is listed: under a heading that says so, or a paragraph of nothing but such words. Read line by
//! line, since the state behind a block is known before its markup is.

use smallvec::SmallVec;

use super::super::literature::{self, LOWEST_RANK};

/// The lists of literature of a block.
#[derive(Debug)]
pub(super) struct Lists {
    /// From which byte on the rank of the heading is another; 0 is no list.
    changes: SmallVec<[(usize, u8); 2]>,
}

impl Lists {
    /// Those of a block in which one of this rank is open.
    pub(super) fn new(block: &str, rank: u8) -> Lists {
        let mut lists = Lists {
            changes: SmallVec::from_slice(&[(0, rank)]),
        };
        let (mut at, mut before) = (0, "");
        for (number, line) in block.split_inclusive('\n').enumerate() {
            at += line.len();
            let text = line.trim();
            if let Some((rank, heading)) = heading(line) {
                lists.heading(at, rank, heading);
            } else if let Some(rank) = underline(text).filter(|_| !before.is_empty()) {
                lists.heading(at, rank, before);
            } else if number == 0 && text.starts_with(['*', '_', '<']) | text.starts_with(char::is_uppercase) {
                let bare = text.trim_matches(['*', '_', ':', ' ']);
                if literature::heads_list(bare) {
                    lists.heading(at, LOWEST_RANK, bare);
                }
            }
            before = text;
        }
        lists
    }

    /// Whether a byte stands in a list.
    pub(super) fn has(&self, at: usize) -> bool {
        let before = self.changes.iter().rev().find(|(from, _)| *from <= at);
        before.is_some_and(|(_, rank)| *rank > 0)
    }

    /// The rank of the list that is open behind the block.
    pub(super) fn behind(&self) -> u8 {
        self.changes.last().map_or(0, |(_, rank)| *rank)
    }

    fn heading(&mut self, end: usize, rank: u8, heading: &str) {
        let list = literature::behind_heading(self.behind(), rank, heading);
        if list != self.behind() {
            self.changes.push((end, list));
        }
    }
}

/// A heading that begins with its rank: `## Kaynakça {-}`.
fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches(' ');
    let behind = text.trim_start_matches('#');
    let rank = text.len() - behind.len();
    if line.len() - text.len() > 3 || !(1..=6).contains(&rank) || !behind.starts_with([' ', '\t']) {
        return None;
    }
    Some((rank as u8, bare(behind)))
}

/// The rank of the heading of which this is the second line.
fn underline(text: &str) -> Option<u8> {
    let is_of = |sign: char| !text.is_empty() && text.chars().all(|one| one == sign);
    match (is_of('='), is_of('-')) {
        (true, _) => Some(1),
        (_, true) => Some(2),
        _ => None,
    }
}

/// A heading without attributes, marks of its end, and emphasis.
fn bare(heading: &str) -> &str {
    let heading = heading.trim();
    let words = match heading.strip_suffix('}').and_then(|inner| inner.rsplit_once('{')) {
        Some((words, _)) => words,
        None => heading,
    };
    words
        .trim_end()
        .trim_end_matches('#')
        .trim_matches(['*', '_', ' ', '\t'])
}
