//! The language in force in each block: what the block says by itself, else what the blocks around it say.

use super::Facts;
use crate::detect::Own;
use crate::language::Language;

/// The language of each block. A stated language holds everywhere; else a block that is sure of itself has its own,
/// any other that of the nearest sure block before it in letters of the same script, at the head of the document the
/// first one after. References are in the language of what they name: they bind their own block only.
pub(super) fn in_force<'a>(
    facts: &Facts,
    own: impl DoubleEndedIterator<Item = &'a Own> + Clone,
) -> Vec<Option<Language>> {
    if let Some(language) = &facts.language {
        return own.map(|_| Some(language.clone())).collect();
    }
    let first = |cyrillic: bool| {
        own.clone().find_map(|own| match own {
            Own::Sure(language) if language.is_cyrillic() == cyrillic => Some(language.clone()),
            _ => None,
        })
    };
    let mut of_script = [first(false), first(true).or(Some(Language::Russian))];
    let any = own.clone().find_map(|own| {
        if let Own::Sure(language) = own {
            Some(language.clone())
        } else {
            None
        }
    });
    let mut nearest = any;
    own.map(|own| match own {
        Own::Sure(language) => {
            of_script[usize::from(language.is_cyrillic())] = Some(language.clone());
            nearest = Some(language.clone());
            nearest.clone()
        }
        Own::Cited(language) => Some(language.clone()),
        Own::Script { cyrillic } => of_script[usize::from(*cyrillic)].clone(),
        Own::Silent => nearest.clone(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &[Own], expected: &[&str]) {
        let tags: Vec<String> = in_force(&Facts::default(), own.iter())
            .iter()
            .map(|language| language.as_ref().map_or("-", Language::tag).to_owned())
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
