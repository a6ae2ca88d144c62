//! Above each entry of a gazetteer: how often the project mentions it, by language.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::load::outline::OutlinedEntity;

use crate::index::Counts;
use crate::message::{Locale, Messages};

/// What stands above an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The id, between its quotation marks: bytes of the file.
    pub range: Range<usize>,
    /// The entity.
    pub id: String,
    /// `12 mentions in 3 texts: ru 8, tr 4`
    pub title: String,
}

/// The lenses of a gazetteer file with these entries. `counts` counts an entity of an id in the project.
pub fn lenses(entries: &[OutlinedEntity], counts: impl Fn(&str) -> Counts, locale: Locale) -> Vec<Lens> {
    let lens = entries.iter().map(|entry| Lens {
        range: entry.id_range.clone(),
        title: title(&counts(&entry.id), locale),
        id: entry.id.clone(),
    });
    lens.collect()
}

fn title(counts: &Counts, locale: Locale) -> String {
    let messages = Messages::of(locale);
    let mut by_language: BTreeMap<&Language, usize> = BTreeMap::new();
    for spelling in &counts.spellings {
        *by_language.entry(&spelling.language).or_default() += spelling.count;
    }
    if counts.mentions == 0 {
        return messages.text("page-mentions", &[("count", 0.into())]);
    }
    let (mentions, documents) = (counts.mentions.into(), counts.documents.into());
    let total = messages.text("card-in-project", &[("mentions", mentions), ("documents", documents)]);
    let each: Vec<String> = by_language
        .into_iter()
        .map(|(language, count)| format!("{language} {count}"))
        .collect();
    format!("{total}: {}", each.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::SpellingCount;
    use onomast_gazetteer::entity::Status;
    use onomast_gazetteer::load::outline::outline;

    #[test]
    fn mentions_by_language() {
        let text = r#"{"onomast":1,"entities":[{"id":"place/kars"},{"id":"place/ankara"}]}"#;
        let spelling = |language, count| SpellingCount {
            key: "full".to_owned(),
            language,
            text: "x".to_owned(),
            status: Status::Preferred,
            count,
        };
        let counts = |id: &str| match id {
            "place/ankara" => Counts {
                mentions: 6,
                documents: 2,
                spellings: vec![
                    spelling(Language::Turkish, 3),
                    spelling(Language::Russian, 1),
                    spelling(Language::Turkish, 2),
                ],
            },
            _ => Counts::default(),
        };
        let lenses = lenses(&outline(text), counts, Locale::English);
        let drawn: Vec<(&str, &str)> = lenses
            .iter()
            .map(|lens| (&text[lens.range.clone()], lens.title.as_str()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("place/kars", "not mentioned"),
                ("place/ankara", "6 mentions in 2 texts: ru 1, tr 5")
            ]
        );
    }
}
