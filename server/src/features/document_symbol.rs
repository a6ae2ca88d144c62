//! The entities of a document as its outline: one symbol an entity, its mentions below it.

use std::ops::Range;

use onomast_gazetteer::entity::EntityType;

use super::{View, entities};
use crate::message::Locale;

/// An entity in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its main name, in the reader’s language where it has one.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// How often it is surely mentioned.
    pub count: usize,
    /// Its mentions with their suffixes, as they stand in the text: never none.
    pub mentions: Vec<(Range<usize>, String)>,
}

/// The entities that a document surely mentions, by first mention. `locale` is the reader’s language.
pub fn document_symbol(view: &View<'_>, locale: Locale) -> Vec<Symbol> {
    let surface = |range: Range<usize>| {
        let text = view.surface(range.clone());
        (range, text)
    };
    let mentioned = entities::entities(view, locale).entities.into_iter();
    let sure = mentioned.filter(|entity| !entity.sure.is_empty());
    let mut symbols: Vec<Symbol> = sure
        .map(|entity| Symbol {
            name: entity.title,
            kind: entity.kind,
            count: entity.sure.len(),
            mentions: entity.sure.into_iter().map(surface).collect(),
        })
        .collect();
    symbols.sort_by_key(|symbol| symbol.mentions.first().map(|(range, _)| range.start));
    symbols
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture::Fixture;

    #[test]
    fn a_mention_in_quotation_marks_has_both_or_none() {
        for (text, expected) in [
            (
                "Dün “Ankara”nın yolu ve “Gazi Ankara”ya giden yol açıktı.",
                "“Ankara”nın, Ankaraya",
            ),
            ("Dün Ankara’nın yolu (Ankara) açıktı.", "Ankara’nın, Ankara"),
        ] {
            let fixture = Fixture::read(&format!("//- /a.md\n{text}\n"));
            let symbols = document_symbol(&fixture.view(), Locale::Turkish);
            let shown: Vec<&str> = symbols[0].mentions.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(shown.join(", "), expected);
        }
    }

    #[test]
    fn one_symbol_an_entity() {
        let fixture = Fixture::read(
            "//- /a.md
В Анкаре ждали Чичерина. Г. В. Чиче-
рин не приехал, Халил тоже.

Bugün Ankara’da Çiçerin’in notası okundu.
",
        );
        let symbols = document_symbol(&fixture.view(), Locale::Turkish);
        let drawn: Vec<String> = symbols
            .iter()
            .map(|symbol| {
                let texts: Vec<&str> = symbol.mentions.iter().map(|(_, text)| text.as_str()).collect();
                format!(
                    "{} ({}) {}: {}",
                    symbol.name,
                    symbol.kind.as_str(),
                    symbol.count,
                    texts.join(", ")
                )
            })
            .collect();
        let expected = [
            "Ankara (place) 2: Анкаре, Ankara’da",
            "Georgiy Vasilyeviç Çiçerin (person) 3: Чичерина, Г. В. Чичерин, Çiçerin’in",
        ];
        assert_eq!(drawn, expected, "nobody who is only possibly meant");
    }
}
