//! Replacements as tables. A row is `rule, category, old spelling, new spelling, text, results`: the text with the old
//! spelling in it, and what becomes of it, each result once, ` / ` between them. `!` before the results: a person is to
//! look at it. A category is what the tables of `morph` have: a language (else the table’s), type, gender, part, `plural`,
//! `harmony=front`, `reading=şekspir`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::analysis::Facts;
use crate::entity::{EntityType, Gender, Part};
use crate::load;
use crate::prose::Format;
use crate::text::Pieces;
use crate::{Gazetteer, Language};

mod markup;
mod properties;

const RUSSIAN: &str = include_str!("tests/ru.tsv");
const TURKISH: &str = include_str!("tests/tr.tsv");
/// Written for the forms alone; here each is a text by itself.
const FORMS: &str = include_str!("../morph/tests/reinflection.ru.tsv");

#[test]
fn russian() {
    check(RUSSIAN, "ru", |found, expected| found.join(" / ") == expected);
}

#[test]
fn turkish_and_english() {
    check(TURKISH, "tr", |found, expected| found.join(" / ") == expected);
}

#[test]
fn forms_of_the_tables_of_morph_are_among_the_results() {
    // A text that is as well a form of the new spelling says nothing; the first letter of a text is a capital.
    let says = |found: &[String]| found != ["NotFound"];
    let same = |found: &str, expected: &str| found.to_lowercase() == expected.to_lowercase();
    check(FORMS, "ru", |found, expected| {
        !says(found) || found.iter().any(|found| same(found, expected))
    });
}

#[test]
fn a_particle_in_a_text_of_no_known_language_shows_itself_by_its_vowels() {
    for (name, text, expected) in [
        (
            "tr organization\tHalk Partisi\tCumhuriyet Halk Fırkası",
            "Halk Partisi de.",
            "Cumhuriyet Halk Fırkası da.",
        ),
        ("tr place\tSmyrna\tİzmir", "Smyrna da.", "İzmir de."),
        ("tr place\tSmyrna\tAnkara", "Smyrna de France", "Ankara de France"),
        ("tr place\tSmyrna\tTrabzon", "Smyrna mi piace", "!Trabzon mi piace"),
    ] {
        let found = replaced(name, "und", text, Format::PlainText).map(|found| found.join(" / "));
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn every_rule_has_five_rows_and_all_have_two_hundred() {
    let mut rules = BTreeMap::new();
    for row in [RUSSIAN, TURKISH].into_iter().flat_map(rows) {
        *rules.entry(row.split('\t').next().unwrap_or_default()).or_insert(0) += 1;
    }
    assert!(rules.values().all(|count| *count >= 5), "{rules:?}");
    let all: usize = rules.values().sum::<usize>() + rows(FORMS).count();
    assert!(all >= 200, "{all}");
}

#[test]
fn in_markup() {
    let name = "tr place\tSmyrna\tİzmir";
    for (format, text, expected) in [
        (
            Format::Markdown,
            "O gün *Smyrna*’ya gitti.",
            Ok("O gün *İzmir*’e gitti."),
        ),
        (
            Format::Markdown,
            "O gün Smyrna[^1]’ya gitti.",
            Ok("O gün İzmir[^1]’e gitti."),
        ),
        (Format::Markdown, "O gün Smyr**na**’ya gitti.", Err(Obstacle::Markup)),
        (
            Format::Xml,
            "<p>O gün <hi>Smyrna</hi>’ya gitti.</p>",
            Ok("<p>O gün <hi>İzmir</hi>’e gitti.</p>"),
        ),
        (
            Format::Xml,
            "<p>O gün <sic>Smyrna’ya</sic> gitti.</p>",
            Err(Obstacle::Verbatim),
        ),
        (
            Format::Xml,
            "<p>O gün Smyr<lb break=\"no\"/>na’ya gitti.</p>",
            Err(Obstacle::Markup),
        ),
        (
            Format::Latex,
            "O gün \\emph{Smyrna}’ya gitti.",
            Ok("O gün \\emph{İzmir}’e gitti."),
        ),
    ] {
        let found = replaced(name, "tr", text, format).map(|found| found.join(" / "));
        assert_eq!(found.as_deref(), expected.as_ref().map(|text| *text), "{text}");
    }
    for (format, text, expected) in [
        (
            Format::Html,
            "<p><b>Smyr-\nna</b> düştü</p>",
            "<p><b>İzmir</b> düştü</p>",
        ),
        (
            Format::Xml,
            "<p><hi>Smyr-\n  na,</hi> sonra</p>",
            "<p><hi>İzmir,</hi> sonra</p>",
        ),
        (Format::Xml, "<p>O gün Smyr-\n  na.\n</p>", "<p>O gün İzmir.\n</p>"),
        (
            Format::Latex,
            "O gün \\emph{Smyr-\nna}\\footnote{Not.} düştü.",
            "O gün \\emph{İzmir}\\footnote{Not.} düştü.",
        ),
        (
            Format::Markdown,
            "O gün [Smyr-\nna](http://x.org) düştü.",
            "O gün [İzmir](http://x.org) düştü.",
        ),
        (Format::Markdown, "O gün **Smyr-\nna** düştü.", "O gün **İzmir** düştü."),
        (
            Format::PlainText,
            "O gün Smyr-\n    na. Sonra düştü.",
            "O gün İzmir. Sonra düştü.",
        ),
        (Format::Markdown, "O gün Smyr-\nna - düştü.", "O gün İzmir - düştü."),
        (
            Format::Markdown,
            "- O gün Smyr-\n  na\n- Sonra",
            "- O gün İzmir\n- Sonra",
        ),
        (
            Format::Markdown,
            "> O gün Smyr-\n> na düştü.",
            "> O gün İzmir\n> düştü.",
        ),
        (
            Format::Markdown,
            "> O gün Smyr-\n> na.\n> Sonra",
            "> O gün İzmir.\n> Sonra",
        ),
    ] {
        let found = replaced(name, "tr", text, format).map(|found| found.join(" / "));
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
    let name = "tr person masculine full\tMustafa Kemal Attatürk\tMustafa Kemal Atatürk";
    let text = "<p>O gün <hi>Mustafa</hi> <hi>Kemal</hi> Attatürk’ün sözü.</p>";
    let found = replaced(name, "tr", text, Format::Xml).unwrap();
    assert_eq!(found, ["<p>O gün <hi>Mustafa</hi> <hi>Kemal</hi> Atatürk’ün sözü.</p>"]);
}

#[test]
fn links_lead_where_they_led() {
    let name = "tr place\tSmyrna\tİzmir";
    for (text, expected) in [
        ("O gün [Smyrna][]’ya gitti.", "O gün [İzmir][Smyrna]’e gitti."),
        (
            "O gün [*Smyrna* limanı][] yandı.",
            "O gün [*İzmir* limanı][*Smyrna* limanı] yandı.",
        ),
        (
            "O gün [Smyrna] düştü.\n\nSonra.\n\n[smyrna]: http://x.org\n",
            "O gün [İzmir][Smyrna] düştü.\n\nSonra.\n\n[smyrna]: http://x.org\n",
        ),
        (
            "O gün [Smyrna] düştü.\n[Smyrna]: bu, tanım değildir.",
            "O gün [İzmir] düştü.\n[Smyrna]: bu, tanım değildir.",
        ),
        ("O gün [Smyrna] düştü.", "O gün [İzmir] düştü."),
        ("O gün [Smyr-\nna][] düştü.", "O gün [İzmir][Smyr-\nna] düştü."),
        ("O gün ![Smyrna][] yandı.", "O gün ![İzmir][Smyrna] yandı."),
        ("O gün [[Smyrna]] düştü.", "O gün [[Smyrna|İzmir]] düştü."),
        ("O gün [[kent|Smyrna]] düştü.", "O gün [[kent|İzmir]] düştü."),
        ("O gün [Smyrna][kent] düştü.", "O gün [İzmir][kent] düştü."),
        ("O gün [Smyrna](Smyrna.md) düştü.", "O gün [İzmir](Smyrna.md) düştü."),
        (
            "O gün [^Smyrna] Smyrna düştü.\n\n[^Smyrna]: Not.",
            "O gün [^Smyrna] İzmir düştü.\n\n[^Smyrna]: Not.",
        ),
        ("> O gün\n> [Smyrna][] düştü.", "> O gün\n> [İzmir][Smyrna] düştü."),
        (
            "| a |\n|---|\n| [Smyrna][] düştü |",
            "| a |\n|---|\n| [İzmir][Smyrna] düştü |",
        ),
    ] {
        let found = replaced(name, "tr", text, Format::Markdown).map(|found| found.join(" / "));
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
    let in_table = "| a |\n|---|\n| [[Smyrna]] düştü |";
    assert_eq!(replaced(name, "tr", in_table, Format::Markdown), Err(Obstacle::Link));
}

#[test]
fn signs_that_are_markup_are_not_written() {
    let name = "tr organization\tSmyth ve Ogul\tSmith & Ogul";
    for (format, text, expected) in [
        (Format::Xml, "<p>O gün Smyth ve Ogul geldi.</p>", Err(Obstacle::Signs)),
        (Format::Html, "<p>O gün Smyth ve Ogul geldi.</p>", Err(Obstacle::Signs)),
        (Format::Latex, "O gün Smyth ve Ogul geldi.", Err(Obstacle::Signs)),
        (
            Format::Markdown,
            "O gün Smyth ve Ogul geldi.",
            Ok("O gün Smith & Ogul geldi."),
        ),
    ] {
        let found = replaced(name, "tr", text, format).map(|found| found.join(" / "));
        assert_eq!(found.as_deref(), expected.as_ref().map(|text| *text), "{text}");
    }
}

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn check(table: &str, language: &str, fits: impl Fn(&[String], &str) -> bool) {
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [_, category, old, new, text, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has six columns: {row}");
        };
        let text = text.replace('⏎', "\n");
        let name = format!("{category}\t{old}\t{new}");
        let found = replaced(&name, language, &text, Format::PlainText);
        let found: Vec<String> = match found {
            Ok(found) => found.iter().map(|text| text.replace('\n', "⏎")).collect(),
            Err(obstacle) => vec![format!("{obstacle:?}")],
        };
        if !fits(&found, expected) {
            wrong.push(format!("{row}\n    found {}", found.join(" / ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The texts that come of putting the second spelling of a name in the place of the first; `name` is `category, old, new`.
/// The text is read in pieces, as an editor has it.
fn replaced(name: &str, language: &str, text: &str, format: Format) -> Result<Vec<String>, Obstacle> {
    let (gazetteer, spelled) = gazetteer(name, language);
    let spelled = spelled.tag().to_owned();
    let paragraph = if spelled == "en" { "en" } else { language };
    let facts = Facts {
        format,
        language: Language::parse(paragraph),
        ..Facts::default()
    };
    let text = Pieces(text);
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let old = name.split('\t').nth(1).unwrap_or_default();
    let is_old = |id: &SpellingId| gazetteer.spelling(*id).text == old;
    let mention = analysis.mentions().find_map(|mention| {
        let old = mention.uses().find(is_old)?;
        Some((mention, old))
    });
    let (mention, old) = mention.ok_or(Obstacle::NotFound)?;
    let new = alternatives(&gazetteer, old)[0];
    let found = Replacer::new(&analysis, &text).replace(&mention, old, new)?;
    let marked = |one: &Replacement| {
        let mark = if one.caution.is_some() { "!" } else { "" };
        format!("{mark}{}", apply(text.0, &one.changes))
    };
    Ok(found.iter().map(marked).collect())
}

/// A gazetteer with one name: the new spelling preferred, the old one deprecated.
fn gazetteer(name: &str, language: &str) -> (Arc<Gazetteer>, Language) {
    let [category, old, new] = name.split('\t').collect::<Vec<_>>()[..] else {
        panic!("category, old, new: {name}");
    };
    let mut language = Language::parse(language).unwrap();
    let (mut kind, mut part) = (EntityType::Other, Part::Full);
    let (mut entity, mut number, mut inflection) = (json!({}), "singular", json!("auto"));
    for word in category.split_whitespace() {
        if let Some(known) = EntityType::ALL.iter().find(|known| known.as_str() == word) {
            kind = *known;
        } else if Gender::ALL.iter().any(|known| known.as_str() == word) {
            entity["gender"] = json!(word);
        } else if let Some(known) = Part::ALL.iter().find(|known| known.as_str() == word) {
            part = *known;
        } else if word == "plural" {
            number = "plural";
        } else if let Some(harmony) = word.strip_prefix("harmony=") {
            inflection = json!({ "harmony": harmony });
        } else if let Some(reading) = word.strip_prefix("reading=") {
            inflection = json!({ "reading": reading });
        } else {
            language = Language::parse(word).unwrap_or_else(|| panic!("what is {word}?"));
        }
    }
    let spelling = |text: &str, status: &str, inflection: &Value| json!({ "text": text, "status": status, "alone": "yes", "inflection": inflection });
    let spellings = [
        spelling(new, "preferred", &inflection),
        spelling(old, "deprecated", &json!("auto")),
    ];
    entity["id"] = json!(format!("{}/it", kind.as_str()));
    entity["names"] = json!([{
        "part": part.as_str(), "number": number, "spellings": { language.tag(): spellings },
    }]);
    if part == Part::Surname {
        let forenames = json!({
            "part": "full", "spellings": {
                "ru": [format!("Георгий Васильевич {new}")],
                "tr": [format!("Georgiy Vasilyeviç {new}")],
            },
        });
        entity["names"].as_array_mut().unwrap().push(forenames);
    }
    let text = json!({ "onomast": 1, "title": "", "entities": [entity] }).to_string();
    let loaded = load::load_text("row.gazetteer.json", &text);
    assert!(loaded.problems.is_empty(), "{name}: {:#?}", loaded.problems);
    (Arc::new(loaded.gazetteer), language)
}
