//! What is written by rule is found: random names in all their forms, and persons in every way of writing their name.

use std::collections::BTreeMap;
use std::sync::Arc;

use onomast_gazetteer::analysis::{Facts, Mention};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::morph::{self, Category, Ending, Endings, Joint, Rule};
use onomast_gazetteer::reading::{Reading, ud_strings};
use onomast_gazetteer::{Analysis, Gazetteer, Language, builtin};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::gazetteer;

/// The heads of entries that a random name is put into.
const RUSSIAN: &[&str] = &[
    "person/x masculine: surname ru",
    "person/x feminine: surname ru",
    "person/x masculine: full ru",
    "place/x: full ru",
    "organization/x: full ru",
    "treaty/x: full ru",
    "group/x plural: full ru",
    "other/x: full ru",
];
const TURKISH: &[&str] = &[
    "person/x masculine: surname tr",
    "person/x: surname en",
    "place/x: full tr",
    "place/x: full en",
    "organization/x: full tr",
    "organization/x: acronym tr",
    "event/x: full tr",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn forms_of_a_random_russian_name_are_found_whole(
        name in "[БВГДЗКЛМПРСТФХЧШ][аеиоу][бвгдзклмпрстфхчш]([аеиоу][бвгдзклмпрст])?(ий|ый|ая|ов|ин|ский|а|я|ь|о|ец|ия|)",
        entry in select(RUSSIAN),
    ) {
        are_found(&format!("{entry} {name}"), &Language::Russian, ("и тогда ", " там же\n\n"));
    }

    #[test]
    fn forms_of_a_random_turkish_name_are_found_whole(
        name in "[BCDFGHKLMNPRSTVYZ][aeıioöuü][bcçdfgğhklmnprsştvyz]{1,2}[aeıioöuü][bcçdfhklmnprsştvyz]?( [BDKMST][aeıioöuü][klmnrst][aeıiu]?)?",
        entry in select(TURKISH),
    ) {
        are_found(&format!("{entry} {name}"), &Language::Turkish, ("o gün ", " ile orada\n\n"));
    }
}

/// Checks that each form of the one name of an entry, in a sentence, is found from its first letter to its last and says
/// what it was made to say.
fn are_found(entry: &str, language: &Language, (before, behind): (&str, &str)) {
    let gazetteer = gazetteer(entry);
    let spelling = &gazetteer.tables().spellings[0];
    let name = gazetteer.name(spelling.name);
    let category = Category::of(gazetteer.entity(name.entity), name, spelling);
    let mut text = String::new();
    let mut places = Vec::new();
    for (form, readings) in morph::forms(&spelling.text, &category, language) {
        text.push_str(before);
        places.push((text.len()..text.len() + form.len(), readings));
        text.push_str(&form);
        text.push_str(behind);
    }
    let found = found(&gazetteer, &text, language);
    for (place, readings) in places {
        let mention = found.get(&place.start).filter(|mention| mention.with_suffix == place);
        let mention = mention.unwrap_or_else(|| panic!("{entry}: {} is not found", &text[place.clone()]));
        let without_gender = |reading: &Reading| Reading {
            gender: None,
            ..*reading
        };
        let says = |reading: &Reading| {
            let mut found = mention.readings.iter();
            found.any(|one| *one == Reading::default() || without_gender(one) == without_gender(reading))
        };
        assert!(
            readings.iter().all(says),
            "{entry}: {} is {:?} and not {:?}",
            &text[place],
            ud_strings(&mention.readings),
            ud_strings(&readings)
        );
    }
}

/// The mentions of a text, by where they begin.
fn found(gazetteer: &Arc<Gazetteer>, text: &str, language: &Language) -> BTreeMap<usize, Mention> {
    let facts = Facts {
        language: Some(language.clone()),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, gazetteer);
    analysis
        .mentions()
        .map(|mention| (mention.range.start, mention))
        .collect()
}

const PERSONS: &str = "
person/chicherin masculine homonym: full ru Георгий Васильевич Чичерин; surname ru Чичерин; full tr Georgiy Vasilyeviç Çiçerin; surname tr Çiçerin
person/rival masculine homonym: full ru Борис Львович Чичерин; surname ru Чичерин; full tr Boris Çiçerin; surname tr Çiçerin
";

/// A way to write a name before or behind a surname: in Russian by case, as the surname has it.
const RUSSIAN_FORENAMES: &[(&str, [&str; 3])] = &[
    ("", ["", "", ""]),
    ("initial", ["Г.", "Г.", "Г."]),
    ("initials", ["Г. В.", "Г. В.", "Г. В."]),
    ("initials without a blank", ["Г.В.", "Г.В.", "Г.В."]),
    ("given name", ["Георгий", "Георгия", "Георгию"]),
    ("given name and initial", ["Георгий В.", "Георгия В.", "Георгию В."]),
    (
        "both",
        ["Георгий Васильевич", "Георгия Васильевича", "Георгию Васильевичу"],
    ),
];
const RUSSIAN_SURNAMES: [&str; 3] = ["Чичерин", "Чичерина", "Чичерину"];
const BLANKS: &[&str] = &[" ", "\u{a0}", "  ", "\n"];
const TITLES: &[&str] = &["", "товарищ ", "тов. ", "нарком "];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_person_is_found_in_every_way_of_writing_the_name(
        forenames in select(RUSSIAN_FORENAMES),
        case in 0_usize..3,
        behind in any::<bool>(),
        blank in select(BLANKS),
        title in select(TITLES),
    ) {
        let (_, forms) = forenames;
        let (forename, surname) = (forms[case].replace(' ', blank), RUSSIAN_SURNAMES[case]);
        let name = match (forename.is_empty(), behind) {
            (true, _) => surname.to_owned(),
            (false, true) => format!("{surname}{blank}{forename}"),
            (false, false) => format!("{forename}{blank}{surname}"),
        };
        is_found_whole(&format!("и тогда {title}"), &name, " там же", &Language::Russian, !forename.is_empty());
    }

    #[test]
    fn a_person_is_found_with_a_title_behind(
        forename in select(&["", "G. ", "G. V. ", "Georgiy ", "Georgiy Vasilyeviç "][..]),
        title in select(&[" Bey", " bey", " Paşa", "-Bey", " Efendi"][..]),
        suffix in select(&["", "’in", "’den"][..]),
    ) {
        let name = format!("{forename}Çiçerin{title}");
        let behind = match title.ends_with(['ş', 'a']) {
            true => suffix.replace("in", "nın").replace("den", "dan"),
            false => suffix.to_owned(),
        };
        is_found_whole("o gün ", &name, &format!("{behind} orada"), &Language::Turkish, !forename.is_empty());
    }
}

/// Checks that the name is one mention, whole; where more than the surname stands, of the one whose forenames they are.
fn is_found_whole(before: &str, name: &str, behind: &str, language: &Language, sure: bool) {
    let gazetteer = gazetteer(PERSONS);
    let text = format!("{before}{name}{behind}");
    let found = found(&gazetteer, &text, language);
    let surfaces: Vec<&str> = found.values().map(|mention| &text[mention.range.clone()]).collect();
    assert_eq!(surfaces, [name], "{text:?}");
    for mention in found.values() {
        let entity = mention.entity().map(|entity| gazetteer.entity(entity).id.as_str());
        assert_eq!(entity, sure.then_some("person/chicherin"), "{text:?}");
    }
}

/// Tags inside a line change nothing about what is found in it.
mod markup {
    use onomast_gazetteer::prose::Format;
    use proptest::sample::Index;

    use super::*;

    const NAMES: &str = "
person/kemal masculine: full tr Mustafa Kemal Atatürk; given tr Mustafa Kemal [alone=yes]; surname tr Atatürk
place/ankara: full tr Ankara; full/ru ru Анкара
place/kars: full tr Kars
treaty/kars: full tr Kars Antlaşması
organization/assembly: full tr Büyük Millet Meclisi; acronym tr TBMM
";
    const MORSELS: &[&str] = &[
        "Mustafa Kemal",
        "Kemal",
        "M. K. Atatürk",
        "Atatürk’ün",
        "Ankara",
        "Ankara’da",
        "Анкары",
        "Kars",
        "Karslı",
        "Antlaşması",
        "Antlaşması’nın",
        "Büyük",
        "Millet Meclisi",
        "Meclisinde",
        "TBMM",
        "T.B.M.M.’nin",
        "Ankarada",
        "Karstan",
        "Paşa",
        "’ya",
        " ",
        " ",
        " ",
        ", ",
        "-",
        "ile",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn tags_inside_a_line_change_nothing(
            morsels in prop::collection::vec(select(MORSELS), 1..10),
            cuts in prop::collection::vec(any::<(Index, Index)>(), 0..3),
        ) {
            let plain = morsels.concat();
            let gazetteer = gazetteer(NAMES);
            let mut tags: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
            for (one, other) in cuts {
                let (one, other) = (one.index(plain.len()), other.index(plain.len()));
                let start = plain.floor_char_boundary(one.min(other));
                let end = plain.floor_char_boundary(one.max(other));
                if start < end && tags.range(start..=end).next().is_none() {
                    tags.entry(start).or_default().push("<hi rend=\"italic\">");
                    tags.entry(end).or_default().push("</hi>");
                }
            }
            let mut marked = String::new();
            for (at, letter) in plain.char_indices() {
                marked.extend(tags.get(&at).into_iter().flatten().copied());
                marked.push(letter);
            }
            prop_assert_eq!(surfaces(&gazetteer, &marked), surfaces(&gazetteer, &plain), "{}", marked);
        }
    }

    /// What stands between the letters of an acronym, or of a suffix without an apostrophe, is not compared with them.
    #[test]
    fn tags_hide_no_name() {
        let gazetteer = gazetteer(NAMES);
        for plain in ["T BMM", "Ankarad a", "T.B .M.M."] {
            let whole = plain.replace(' ', "");
            assert_eq!(surfaces(&gazetteer, &whole).len(), 1, "{whole}");
            let marked = plain.replace(' ', "<hi rend=\"italic\"></hi>");
            assert_eq!(surfaces(&gazetteer, &marked), surfaces(&gazetteer, &whole), "{marked}");
        }
    }

    /// What is found in a paragraph of XML, without its tags, each with what it may mean and how it is inflected.
    fn surfaces(gazetteer: &Arc<Gazetteer>, paragraph: &str) -> Vec<(String, Vec<String>, Vec<String>)> {
        let text = format!("<p>{paragraph}</p>");
        let facts = Facts {
            format: Format::Xml,
            language: Some(Language::Turkish),
            ..Facts::default()
        };
        let analysis = Analysis::fresh(&text.as_str(), &facts, gazetteer);
        let surface = |mention: Mention| {
            let candidates = mention.candidates.iter();
            let ids = candidates.map(|candidate| gazetteer.entity(candidate.entity).id.clone());
            let plain = text[mention.with_suffix.clone()]
                .replace("<hi rend=\"italic\">", "")
                .replace("</hi>", "");
            (plain, ids.collect(), ud_strings(&mention.readings))
        };
        analysis.mentions().map(surface).collect()
    }
}

/// Names that were once not found in a form of theirs.
#[test]
fn names_that_were_once_lost() {
    for (entry, language) in [
        ("organization/x: full ru 11-я армия", Language::Russian),
        ("organization/x: full ru 3-й Интернационал", Language::Russian),
        ("event/x: full ru 2-е совещание", Language::Russian),
        ("place/x: full ru Аёский Аы", Language::Russian),
    ] {
        are_found(entry, &language, ("и тогда ", " там же\n\n"));
    }
}

/// What analysis licenses generation makes: of each name of one word that the built-in gazetteer has, each ending of its
/// usual paradigm behind each stem is, in each of its readings, among the forms of that reading.
#[test]
fn licensed_endings_are_forms_of_their_readings() {
    let gazetteer = builtin::gazetteer();
    let (mut count, mut unmade) = (0, Vec::new());
    for spelling in &gazetteer.tables().spellings {
        let name = gazetteer.name(spelling.name);
        let category = Category::of(gazetteer.entity(name.entity), name, spelling);
        let plan = morph::plan(&spelling.text, &category);
        let [word] = plan.words.as_slice() else { continue };
        for (form, reading) in licensed(&word.stems, &spelling.language) {
            count += 1;
            let forms = morph::generate(&spelling.text, &category, &spelling.language, &reading, Joint::Solid);
            if !forms.iter().any(|made| fold_word(made) == form) {
                unmade.push(format!(
                    "{}: {form} is {}, made is {forms:?}",
                    spelling.text,
                    reading.to_ud()
                ));
            }
        }
    }
    assert!(count > 5_000, "{count} forms are few");
    assert!(unmade.is_empty(), "{}\n{}", unmade.len(), unmade.join("\n"));
}

/// The folded forms of a word, each with one of its readings. What was written before 1918 is read and not made; where
/// gender or kind leave several paradigms, the first is made and all are read.
fn licensed(stems: &[(String, Endings)], language: &Language) -> Vec<(String, Reading)> {
    let mut usual: Option<Rule> = None;
    let mut found = Vec::new();
    for (stem, endings) in stems {
        if stem.contains(['ѣ', 'і', 'ѳ', 'ѵ', 'ъ']) {
            continue;
        }
        let bare = std::iter::once(String::new());
        for written in bare.chain(morph::usual_endings(*endings, language)) {
            let ending = Ending {
                folded: &fold_word(&written),
                apostrophe: false,
                source: &written,
            };
            let Some(derivation) = morph::derivation(*endings, language, &ending) else {
                continue;
            };
            let is_usual = match (&derivation.rule, usual.get_or_insert_with(|| derivation.rule.clone())) {
                (Rule::Paradigm { name, .. }, Rule::Paradigm { name: usual, .. }) => name == usual,
                (Rule::Paradigm { .. }, _) | (_, Rule::Paradigm { .. }) => false,
                _ => true,
            };
            // A bare word of English says nothing of its number: Bolshevik is read, and Bolsheviks made.
            let says = |reading: &Reading| is_usual && *reading != Reading::default();
            let readings = derivation.readings.into_iter().filter(says);
            found.extend(readings.map(|reading| (format!("{stem}{}", ending.folded), reading)));
        }
    }
    found
}
