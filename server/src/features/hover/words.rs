//! The words of a card in the reader's language.

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::Number;
use onomast_gazetteer::reading::{Copula, GrammaticalCase, Reading};

/// Key, English, Russian, Turkish; one row a line.
const TABLE: &str = include_str!("words.tsv");

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    column: usize,
}

impl Words {
    /// The words of a locale; English for those we have none of.
    pub fn of(locale: &str) -> Words {
        let column = match super::primary(locale) {
            "ru" => 2,
            "tr" => 3,
            _ => 1,
        };
        Words { column }
    }

    /// The words for a key; the key, should there be no row.
    pub fn get<'a>(&self, key: &'a str) -> &'a str {
        let row = TABLE.lines().find_map(|line| {
            let rest = line.strip_prefix(key)?;
            rest.starts_with('\t').then_some(rest)
        });
        row.and_then(|row| row.split('\t').nth(self.column)).unwrap_or(key)
    }

    /// A reading in words. The locative is a case of its own name in Russian grammar.
    pub fn reading(&self, reading: &Reading, language: &Language) -> String {
        let mut words = Vec::new();
        words.extend(reading.case.map(|case| self.case(case, language)));
        words.extend(reading.number.map(|number| self.number(number)));
        if let Some(possessor) = reading.possessor {
            let key = format!("possessor.{}.{}", possessor.person, possessor.number.as_str());
            words.push(self.get(&key).to_owned());
        }
        if let Some(base) = reading.base {
            let (case, number) = (self.case(base.case, language), self.number(base.number));
            words.push(format!("{} {case}, {number}", self.get("base")));
        }
        words.extend(reading.copula.map(|copula| self.get(copula_key(copula)).to_owned()));
        words.join(", ")
    }

    fn case(&self, case: GrammaticalCase, language: &Language) -> String {
        let russian = matches!(
            language,
            Language::Russian | Language::RussianLatin | Language::RussianPreReform
        );
        let key = match case {
            GrammaticalCase::Nominative => "case.nominative",
            GrammaticalCase::Genitive => "case.genitive",
            GrammaticalCase::Dative => "case.dative",
            GrammaticalCase::Accusative => "case.accusative",
            GrammaticalCase::Instrumental => "case.instrumental",
            GrammaticalCase::Locative if russian => "case.locative.ru",
            GrammaticalCase::Locative => "case.locative",
            GrammaticalCase::SecondLocative => "case.second-locative",
            GrammaticalCase::Ablative => "case.ablative",
        };
        self.get(key).to_owned()
    }

    fn number(&self, number: Number) -> String {
        self.get(match number {
            Number::Singular => "number.singular",
            Number::Plural => "number.plural",
        })
        .to_owned()
    }
}

fn copula_key(copula: Copula) -> &'static str {
    match copula {
        Copula::Present => "copula.present",
        Copula::Past => "copula.past",
        Copula::Evidential => "copula.evidential",
        Copula::Conditional => "copula.conditional",
    }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::entity::{EntityType, Status};

    use super::*;

    #[test]
    fn every_row_has_three_languages_and_a_key_of_its_own() {
        let mut keys = Vec::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(cells.iter().all(|cell| !cell.trim().is_empty()), "{line}");
            assert!(!keys.contains(&cells[0]), "{line}");
            keys.push(cells[0]);
        }
        let types = EntityType::ALL.iter().map(|kind| format!("type.{}", kind.as_str()));
        let statuses = Status::ALL
            .iter()
            .filter(|status| (Status::Historical..Status::Off).contains(*status));
        for key in types.chain(statuses.map(|status| format!("status.{}", status.as_str()))) {
            assert!(keys.contains(&key.as_str()), "{key}");
        }
    }

    #[test]
    fn readings_in_words() {
        let reading = Reading::new(GrammaticalCase::Locative, Number::Singular);
        for (locale, language, words) in [
            ("en", Language::Turkish, "locative, singular"),
            ("ru-RU", Language::Russian, "предложный падеж, единственное число"),
            ("tr_TR.UTF-8", Language::Turkish, "-de hâli, tekil"),
            ("de", Language::Russian, "prepositional, singular"),
        ] {
            assert_eq!(Words::of(locale).reading(&reading, &language), words, "{locale}");
        }
    }
}
