//! A new entity from a few words: its id, its spellings in other languages as practice has them, and its forms, so that
//! somebody can look at them before they are in a gazetteer.

use std::ops::Range;

use onomast_gazetteer::entity::{EntityType, Gender, Inflection, Number, Part};
use onomast_gazetteer::morph::{self, Category};
use onomast_gazetteer::translit::proposals;
use onomast_gazetteer::{Gazetteer, Language};
use serde_json::{Map, Value, json};

mod dictionary_forms;
mod parts;

use dictionary_forms::plain;
pub use dictionary_forms::{dictionary_forms, is_of_person};
use parts::parts;

/// Languages for which spellings are proposed.
const LANGUAGES: [Language; 3] = [Language::Russian, Language::Turkish, Language::English];

/// As many proposals a language are worth reading.
const MOST: usize = 5;

/// Letters of a name, at most.
const LONGEST: usize = 300;

/// What is known of the entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name, in the dictionary form.
    pub text: String,
    /// The language of the name.
    pub language: Language,
    /// What it is.
    pub kind: EntityType,
    /// Its gender, where known.
    pub gender: Option<Gender>,
    /// Spellings in other languages that are settled; they stand before what is proposed.
    pub settled: Vec<(Language, String)>,
}

/// What it would be in a gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntity {
    /// An id that the gazetteer does not have.
    pub id: String,
    /// The entry, as a gazetteer file has it: with the first proposal of each language.
    pub entry: Value,
    /// Spellings in each language, the likeliest first; in its own the name as given.
    pub spellings: Vec<(Language, Vec<String>)>,
    /// Its forms in its own language, each once.
    pub forms: Vec<String>,
}

/// Makes the entry of a new entity; `None` where the text is no name. A person of several words gets the parts that they
/// are, and a gender where the words tell it.
pub fn new_entity(gazetteer: &Gazetteer, given: &Given) -> Option<NewEntity> {
    let text = plain(&given.text);
    let is_name = text.contains(char::is_alphabetic) && text.chars().nth(LONGEST).is_none();
    is_name.then_some(())?;
    let (text, parts) = match given.kind {
        EntityType::Person => {
            let parts = parts(&text, &given.language);
            (parts.words.join(" "), parts.parts)
        }
        _ => (text, Vec::new()),
    };
    let gender = given.gender.or_else(|| told_gender(&text, given));
    let spellings = spellings(&text, given);
    let id = free_id(gazetteer, given, &text);
    let whole = match parts.as_slice() {
        // A person known by one word is known by the surname.
        [(part, range)] if range.len() == words(&text).count() => *part,
        _ => Part::Full,
    };
    let mut entry = json!({ "id": id });
    if let Some(gender) = gender {
        entry["gender"] = json!(gender.as_str());
    }
    let of_whole = name(whole, &spellings, None);
    let of_parts = parts.iter().filter(|_| whole == Part::Full);
    let count = words(&text).count();
    let of_parts = of_parts.map(|(part, range)| name(*part, &spellings, Some((range, count))));
    entry["names"] = std::iter::once(of_whole).chain(of_parts).collect();
    let category = Category {
        language: &given.language,
        kind: given.kind,
        gender,
        part: whole,
        number: Number::Singular,
        inflection: &Inflection::Auto,
    };
    let forms = morph::forms(&text, &category, &given.language);
    Some(NewEntity {
        id,
        entry,
        spellings,
        forms: forms.into_iter().map(|(form, _)| form).collect(),
    })
}

/// The gender that the words of a person’s name tell, or a title that was given before them.
fn told_gender(text: &str, given: &Given) -> Option<Gender> {
    if given.kind != EntityType::Person {
        return None;
    }
    if let Some(gender) = parts::gender_of_titles(&plain(&given.text), &given.language) {
        return Some(gender);
    }
    let is_itself = |one: &morph::Nominative| one.text == text;
    let found = morph::nominatives(text, given.kind, &given.language, |_| true);
    found.into_iter().find(is_itself)?.gender
}

/// The name in its own language and in others: what is settled, then what practice has.
fn spellings(text: &str, given: &Given) -> Vec<(Language, Vec<String>)> {
    let spelled = |language: &Language| -> Vec<String> {
        if *language == given.language {
            return vec![text.to_owned()];
        }
        let settled = given.settled.iter().filter(|(of, _)| of == language);
        let settled = settled.map(|(_, text)| super::on_one_line(text.trim()));
        let mut spelled: Vec<String> = settled.filter(|text| text.contains(char::is_alphabetic)).collect();
        let proposed = proposals(text, &given.language, language).into_iter();
        for proposal in proposed.map(|proposal| proposal.text).take(MOST) {
            if !spelled.contains(&proposal) {
                spelled.push(proposal);
            }
        }
        spelled
    };
    let others = LANGUAGES.into_iter().filter(|language| *language != given.language);
    std::iter::once(given.language.clone())
        .chain(others)
        .map(|language| {
            let spelled = spelled(&language);
            (language, spelled)
        })
        .filter(|(_, spelled)| !spelled.is_empty())
        .collect()
}

/// A name of the entry: the first spelling of each language; or of them a run of the words, where there are as many words.
fn name(part: Part, spellings: &[(Language, Vec<String>)], run: Option<(&Range<usize>, usize)>) -> Value {
    let cut = |spelling: &String| match run {
        None => Some(spelling.clone()),
        Some((range, count)) => {
            let words: Vec<&str> = words(spelling).collect();
            (words.len() == count).then(|| words[range.clone()].join(" "))
        }
    };
    let spelled: Map<String, Value> = spellings
        .iter()
        .filter_map(|(language, spelled)| Some((language.tag().to_owned(), json!([cut(spelled.first()?)?]))))
        .collect();
    let mut name = Map::new();
    if part != Part::Full {
        name.insert("part".to_owned(), json!(part.as_str()));
    }
    name.insert("spellings".to_owned(), Value::Object(spelled));
    Value::Object(name)
}

fn words(text: &str) -> std::str::SplitWhitespace<'_> {
    text.split_whitespace()
}

/// `place/izmir`, or with a number behind it where that is taken.
fn free_id(gazetteer: &Gazetteer, given: &Given, text: &str) -> String {
    let latin = match given.language.is_cyrillic() {
        true => proposals(text, &given.language, &Language::English)
            .into_iter()
            .next()
            .map(|one| one.text),
        false => None,
    };
    let plain = format!(
        "{}/{}",
        given.kind.as_str(),
        slug(&latin.unwrap_or_else(|| text.to_owned()))
    );
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let mut ids = std::iter::once(plain.clone()).chain(numbered);
    ids.find(|id| gazetteer.find(id).is_none()).unwrap_or(plain)
}

/// Small ASCII letters, digits, and hyphens between words.
fn slug(text: &str) -> String {
    let folded = onomast_gazetteer::fold::fold_word(text);
    let mut slug = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'ç' => slug.push('c'),
            'ğ' => slug.push('g'),
            'ı' => slug.push('i'),
            'ö' => slug.push('o'),
            'ş' => slug.push('s'),
            'ü' => slug.push('u'),
            'é' | 'è' | 'ê' => slug.push('e'),
            _ if letter.is_whitespace() && !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_matches('-').to_owned();
    if slug.is_empty() { "name".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::Analysis;
    use onomast_gazetteer::analysis::Facts;
    use onomast_gazetteer::load;

    use super::*;

    fn made(text: &str, language: Language, kind: EntityType) -> NewEntity {
        made_with(text, language, kind, Vec::new())
    }

    fn made_with(text: &str, language: Language, kind: EntityType, settled: Vec<(Language, String)>) -> NewEntity {
        let names = r#"{"onomast":1,"entities":[{"id":"place/kars","names":[{"spellings":{"tr":["Kars"]}}]}]}"#;
        let gazetteer = load::load_text("a.gazetteer.json", names).gazetteer;
        let given = Given {
            text: text.to_owned(),
            language,
            kind,
            gender: Some(Gender::Masculine).filter(|_| kind == EntityType::Person),
            settled,
        };
        new_entity(&gazetteer, &given).expect("a name")
    }

    #[test]
    fn an_entry_that_loads_with_spellings_and_forms() {
        let made = made("Чичерин", Language::Russian, EntityType::Person);
        assert_eq!(made.id, "person/chicherin");
        assert!(made.forms.iter().any(|form| form == "Чичериным"), "{:?}", made.forms);
        let turkish = made
            .spellings
            .iter()
            .find(|(language, _)| *language == Language::Turkish);
        assert_eq!(turkish.map(|(_, spelled)| spelled[0].as_str()), Some("Çiçerin"));
        let text = json!({ "onomast": 1, "entities": [made.entry] }).to_string();
        let loaded = load::load_text("b.gazetteer.json", &text);
        assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    }

    /// The surname makes all shorter names found (section 4 of the design).
    #[test]
    fn a_person_of_several_words_is_found_by_the_surname() {
        let made = made("Варфоломей Иванович Укропов", Language::Russian, EntityType::Person);
        let text = json!({ "onomast": 1, "entities": [made.entry] }).to_string();
        let loaded = load::load_text("b.gazetteer.json", &text);
        assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
        let gazetteer = std::sync::Arc::new(loaded.gazetteer);
        let text = "Письмо В. И. Укропова. Ждали Укропова. Ответ Варфоломею Укропову. Ukropov’un mektubu.";
        let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
        let found: Vec<&str> = analysis.mentions().map(|mention| &text[mention.range]).collect();
        assert_eq!(found, ["В. И. Укропова", "Укропова", "Варфоломею Укропову", "Ukropov"]);
    }

    #[test]
    fn marks_around_a_name_are_none_of_it() {
        for (text, expected) in [
            ("«Заря»", "Заря"),
            ("„Заря“,", "Заря"),
            ("(Сивас).", "Сивас"),
            ("—Иван—", "Иван"),
            ("РКП(б)", "РКП(б)"),
            ("Газета «Заря»", "Газета «Заря»"),
            ("Укропов В. И.", "Укропов В. И."),
            ("T.B.M.M.", "T.B.M.M."),
            ("’", ""),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
        assert_eq!(
            made("«Заря»", Language::Russian, EntityType::Publication).id,
            "publication/zarya"
        );
        let gazetteer = load::load_text("a.gazetteer.json", "{}").gazetteer;
        let given = Given {
            text: "А".repeat(LONGEST + 1),
            language: Language::Russian,
            kind: EntityType::Place,
            gender: None,
            settled: Vec::new(),
        };
        assert_eq!(new_entity(&gazetteer, &given), None, "no name is so long");
    }

    #[test]
    fn a_settled_spelling_stands_before_what_is_proposed() {
        let settled = [(Language::Turkish, " Tschitscherin "), (Language::English, " ")];
        let settled = settled.map(|(language, text)| (language, text.to_owned())).to_vec();
        let made = made_with("Чичерин", Language::Russian, EntityType::Person, settled);
        let of = |language| {
            &made
                .spellings
                .iter()
                .find(|(of, _)| *of == language)
                .expect("spellings")
                .1
        };
        assert_eq!(of(Language::Turkish)[0], "Tschitscherin");
        assert_eq!(of(Language::Turkish)[1], "Çiçerin");
        assert_eq!(of(Language::English)[0], "Chicherin", "a blank is no spelling");
        assert_eq!(made.entry["names"][0]["spellings"]["tr"], json!(["Tschitscherin"]));
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        assert_eq!(made("Kars", Language::Turkish, EntityType::Place).id, "place/kars-2");
        assert_eq!(
            made("Şark Köy", Language::Turkish, EntityType::Place).id,
            "place/sark-koy"
        );
    }
}
