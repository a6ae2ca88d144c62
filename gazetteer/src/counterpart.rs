//! Which spelling of a name, in another language, stands for a spelling: its counterpart.

use crate::Gazetteer;
use crate::date::Period;
use crate::entity::{Spelling, SpellingId, Status};
use crate::language::Language;

impl Gazetteer {
    /// The counterpart of a spelling in another language: the spelling of the same name that has the same `variant`, else
    /// the first of the same status and an overlapping period, else the preferred one. `None` where the name is not
    /// spelled in that language, or has nothing but spellings there that are not to be used.
    ///
    /// What the gazetteer calls wrong or outdated in one language stands for what is right in the other, not for what
    /// is as wrong there.
    pub fn counterpart(&self, spelling: SpellingId, language: &Language) -> Option<SpellingId> {
        let own = self.spelling(spelling);
        let others = || {
            let spellings = self.spellings(own.name);
            spellings.filter(|(_, other)| other.language == *language)
        };
        let first = |fits: &dyn Fn(&Spelling) -> bool| others().find(|(_, other)| fits(other)).map(|(id, _)| id);
        let same_wording = || first(&|other| own.variant.is_some() && other.variant == own.variant);
        let same_standing = || {
            let usable = own.status <= Status::Historical;
            first(&|other| usable && other.status == own.status && self.used(other).overlaps(self.used(own)))
        };
        same_wording()
            .or_else(same_standing)
            .or_else(|| self.preferred(own.name, language))
    }

    /// The counterparts of a spelling in all languages but its own, in the order of languages.
    pub fn counterparts(&self, spelling: SpellingId) -> Vec<SpellingId> {
        let own = self.spelling(spelling);
        let spellings = self.spellings(own.name);
        let mut languages: Vec<&Language> = spellings.map(|(_, other)| &other.language).collect();
        languages.sort();
        languages.dedup();
        let others = languages.into_iter().filter(|language| **language != own.language);
        others
            .filter_map(|language| self.counterpart(spelling, language))
            .collect()
    }

    /// When a spelling was in use: an end that is not given is that of its name.
    fn used(&self, spelling: &Spelling) -> Period {
        let name = self.name(spelling.name).period;
        Period {
            from: spelling.period.from.or(name.from),
            to: spelling.period.to.or(name.to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    const NAMES: &str = r#"{ "onomast": 1, "title": "t", "entities": [
        { "id": "place/ankara", "names": [
            { "spellings": {
                "ru": ["Анкара", { "text": "Ангора", "variant": "angora", "status": "historical", "to": "1930" }],
                "tr": ["Ankara", "Angara", { "text": "Engürü", "status": "historical", "to": "1500" },
                       { "text": "Angora", "variant": "angora", "status": "historical", "to": "1930" },
                       { "text": "Ankra", "status": "misspelling" }],
                "en": ["Ankara", { "text": "Enguriye", "status": "historical", "to": "1600" },
                       { "text": "Angora", "status": "historical", "from": "1600", "to": "1930" },
                       { "text": "Ankera", "status": "misspelling" }],
                "de": [{ "text": "Angora", "status": "deprecated" }] } } ] } ] }"#;

    #[test]
    fn counterparts_by_wording_then_standing_then_preference() {
        let loaded = load::load_text("names.gazetteer.json", NAMES);
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let gazetteer = loaded.gazetteer;
        let spellings: Vec<(SpellingId, &Spelling)> =
            (0..).map(SpellingId).zip(&gazetteer.tables().spellings).collect();
        for (name, language, text, other, expected) in [
            ("preferred", "ru", "Анкара", "tr", Some("Ankara")),
            ("the other way", "tr", "Ankara", "ru", Some("Анкара")),
            ("same variant", "ru", "Ангора", "tr", Some("Angora")),
            (
                "same status, overlapping period",
                "ru",
                "Ангора",
                "en",
                Some("Enguriye"),
            ),
            ("same status, the period tells", "en", "Angora", "tr", Some("Angora")),
            (
                "accepted, and none accepted there",
                "tr",
                "Angara",
                "ru",
                Some("Анкара"),
            ),
            ("misspelt for right", "tr", "Ankra", "en", Some("Ankara")),
            ("only what is not to be used", "tr", "Ankara", "de", None),
            ("not spelled there", "tr", "Ankara", "fr", None),
        ] {
            let of = |tag: &str| Language::parse(tag).unwrap();
            let fits = |spelling: &Spelling| spelling.text == text && spelling.language == of(language);
            let own = spellings.iter().find(|(_, spelling)| fits(spelling)).expect(name).0;
            let found = gazetteer.counterpart(own, &of(other));
            let found = found.map(|id| gazetteer.spelling(id).text.as_str());
            assert_eq!(found, expected, "{name}");
        }
        let right = spellings
            .iter()
            .find(|(_, spelling)| spelling.text == "Анкара")
            .unwrap()
            .0;
        let found = gazetteer.counterparts(right).into_iter();
        let found: Vec<String> = found.map(|id| gazetteer.spelling(id).language.to_string()).collect();
        assert_eq!(
            found,
            ["tr", "en"],
            "in the order of languages; nothing German is to be used"
        );
    }
}
