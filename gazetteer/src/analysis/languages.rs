//! The language in force in each block: what the block says by itself, else what the blocks around it say.

use std::collections::VecDeque;

use super::Facts;
use crate::detect::Own;
use crate::language::Language;

/// Blocks, each with its language. A stated language holds everywhere; else a block that is sure of itself has its own,
/// any other that of the nearest sure block before it in letters of the same script, at the head of the document the
/// first one after. References are in the language of what they name: they bind their own block only.
///
/// A block is given out as soon as its language is known, nearly always at once: what was read to know it is then still
/// at hand, and need not be kept for all blocks of a document (a tenth of a scan).
pub(super) fn in_force<B>(
    facts: &Facts,
    blocks: impl Iterator<Item = B>,
    own: impl Fn(&B) -> &Own,
) -> impl Iterator<Item = (B, Option<Language>)> {
    let mut languages = Languages {
        stated: facts.language.clone(),
        ..Languages::default()
    };
    let mut blocks = blocks.fuse();
    let mut waiting: VecDeque<B> = VecDeque::new();
    std::iter::from_fn(move || {
        loop {
            let language = waiting.front().and_then(|first| languages.of(own(first)));
            if let Some(language) = language {
                let first = waiting.pop_front()?;
                languages.pass(own(&first));
                return Some((first, language));
            }
            match blocks.next() {
                Some(block) => {
                    languages.see(own(&block));
                    waiting.push_back(block);
                }
                None if waiting.is_empty() => return None,
                None => languages.seen_all = true,
            }
        }
    })
}

/// The languages around a block.
#[derive(Debug, Default)]
struct Languages {
    /// Of the whole document.
    stated: Option<Language>,
    /// That of the last sure block in Latin letters and of the last in Cyrillic ones, else of the first to come.
    of_script: [Option<Language>; 2],
    /// The same whatever the letters.
    nearest: Option<Language>,
    /// Whether no more blocks are to come.
    seen_all: bool,
}

impl Languages {
    /// Looks ahead at a block.
    fn see(&mut self, own: &Own) {
        if let Own::Sure(language) = own {
            self.of_script[usize::from(language.is_cyrillic())].get_or_insert_with(|| language.clone());
            self.nearest.get_or_insert_with(|| language.clone());
        }
    }

    /// Leaves a block behind.
    fn pass(&mut self, own: &Own) {
        if let Own::Sure(language) = own {
            self.of_script[usize::from(language.is_cyrillic())] = Some(language.clone());
            self.nearest = Some(language.clone());
        }
    }

    /// The language of the next block, if it has one; `None` where blocks to come will say it.
    fn of(&self, own: &Own) -> Option<Option<Language>> {
        let known = self.stated.clone().or_else(|| match own {
            Own::Sure(language) | Own::Cited(language) => Some(language.clone()),
            Own::Script { cyrillic } => self.of_script[usize::from(*cyrillic)]
                .clone()
                .or((*cyrillic && self.seen_all).then_some(Language::Russian)),
            Own::Silent => self.nearest.clone(),
        });
        (known.is_some() || self.seen_all).then_some(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &[Own], expected: &[&str]) {
        let tags: Vec<String> = in_force(&Facts::default(), own.iter(), |own| own)
            .map(|(_, language)| language.as_ref().map_or("-", Language::tag).to_owned())
            .collect();
        assert_eq!(tags, expected);
    }

    #[test]
    fn a_block_that_is_not_sure_follows_the_nearest_of_its_script() {
        let turkish = || Own::Sure(Language::Turkish);
        let latin = || Own::Script { cyrillic: false };
        let cyrillic = || Own::Script { cyrillic: true };
        check(
            &[latin(), turkish(), latin(), Own::Sure(Language::English), latin()],
            &["tr", "tr", "tr", "en", "en"],
        );
        check(
            &[turkish(), cyrillic(), latin(), Own::Silent],
            &["tr", "ru", "tr", "tr"],
        );
        check(&[latin(), Own::Silent], &["-", "-"]);
    }

    #[test]
    fn references_bind_only_themselves() {
        let cited = || Own::Cited(Language::RussianLatin);
        let latin = || Own::Script { cyrillic: false };
        check(
            &[
                cited(),
                latin(),
                Own::Sure(Language::Turkish),
                cited(),
                latin(),
                Own::Silent,
            ],
            &["ru-Latn", "tr", "tr", "ru-Latn", "tr", "tr"],
        );
        check(&[cited(), latin()], &["ru-Latn", "-"]);
    }
}
