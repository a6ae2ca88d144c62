//! Fixtures: a gazetteer and a text with the expected mentions drawn under it.
//!
//! ```text
//! //- gazetteer
//! person/petrov masculine: full ru Иван Петров; surname ru Петров
//! //- text ru
//! Вчера Ивана Петрова видели.
//!       ^^^^^^^^^^^^^ person/petrov
//! ```
//!
//! Carets count characters. A name is `part[/key] LANGUAGE SPELLING [| SPELLING]…`, with a status behind a spelling
//! in brackets. Without a language it is what the text says; behind it may stand `markdown`. Results are drawn the same way, so that a difference can be read. Every text is opened whole and typed in
//! pieces, with the same result.

use std::fmt::Write as _;
use std::sync::Arc;

use onomast_gazetteer::analysis::{Edit, Facts, Mention};
use onomast_gazetteer::load;
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Gazetteer, Language};
use serde_json::{Map, Value, json};

/// Checks that a fixture shows what is found.
#[track_caller]
pub(crate) fn check(fixture: &str) {
    let drawn = draw(fixture);
    assert!(
        fixture.trim() == drawn.trim(),
        "\n--- expected\n{}\n--- found\n{}",
        fixture.trim(),
        drawn.trim()
    );
}

/// A gazetteer from the lines of a fixture.
pub(crate) fn gazetteer(lines: &str) -> Arc<Gazetteer> {
    let entities: Vec<Value> = lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(entity)
        .collect();
    let text = json!({ "onomast": 1, "title": "fixture", "entities": entities }).to_string();
    let loaded = load::load_text("fixture.gazetteer.json", &text);
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    Arc::new(loaded.gazetteer)
}

fn entity(line: &str) -> Value {
    let (head, names) = line.split_once(": ").expect("ID [GENDER] [plural] [FROM..TO]: NAMES");
    let mut words = head.split_whitespace();
    let mut entity = json!({ "id": words.next() });
    let mut number = None;
    for word in words {
        match word {
            "plural" => number = Some(word),
            "homonym" => entity["homonym"] = json!(true),
            word => match word.split_once("..") {
                Some((from, to)) => entity["dates"] = json!({ "from": from, "to": to }),
                None => entity["gender"] = json!(word),
            },
        }
    }
    entity["names"] = names.split("; ").map(|text| name(text, number)).collect();
    entity
}

fn name(text: &str, number: Option<&str>) -> Value {
    let mut words = text.splitn(3, ' ');
    let (part, language, spellings) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
    let (part, key) = part.split_once('/').unwrap_or((part, part));
    let mut name = Map::new();
    name.insert("part".to_owned(), json!(part));
    // One name a language would be two names of the same key: the language is part of the key here.
    name.insert("key".to_owned(), json!(format!("{key}-{}", language.to_lowercase())));
    if let Some(number) = number {
        name.insert("number".to_owned(), json!(number));
    }
    let spellings: Vec<Value> = spellings.split(" | ").map(spelling).collect();
    name.insert("spellings".to_owned(), json!({ language: spellings }));
    Value::Object(name)
}

fn spelling(text: &str) -> Value {
    let Some((text, marks)) = text.split_once(" [") else {
        return json!(text);
    };
    let mut spelling = json!({ "text": text });
    for mark in marks.trim_end_matches(']').split(' ') {
        let (key, value) = mark.split_once('=').unwrap_or(("status", mark));
        spelling[key] = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
    }
    spelling
}

fn draw(fixture: &str) -> String {
    let (before, text_part) = fixture.split_once("//- text").expect("a text");
    let lines = before.split_once("//- gazetteer").expect("a gazetteer").1;
    let (language, _) = text_part.split_once('\n').expect("a text");
    let text = text_of(fixture);
    let facts = facts(language);
    let gazetteer = gazetteer(lines);
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    assert!(
        analysis == typed(&text, &facts, &gazetteer),
        "typing differs from opening: {text}"
    );
    let mentions: Vec<Mention> = analysis.mentions().collect();
    let mut drawn = format!("{before}//- text{language}\n");
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        drawn.push_str(line);
        for mention in mentions
            .iter()
            .filter(|mention| (start..start + line.len()).contains(&mention.range.start))
        {
            draw_mention(&mut drawn, &gazetteer, &text, start, mention);
        }
        start += line.len();
    }
    drawn
}

/// The text of a fixture, without what is drawn.
pub(crate) fn text_of(fixture: &str) -> String {
    let (_, text) = fixture.split_once("//- text").expect("a text");
    text.lines()
        .skip(1)
        .filter(|line| !is_drawn(line))
        .fold(String::new(), |text, line| text + line + "\n")
}

/// `[LANGUAGE] [markdown]`
fn facts(words: &str) -> Facts {
    let (formats, languages): (Vec<&str>, Vec<&str>) = words.split_whitespace().partition(|word| *word == "markdown");
    Facts {
        format: if formats.is_empty() {
            Format::PlainText
        } else {
            Format::Markdown
        },
        language: languages.first().and_then(|tag| Language::parse(tag)),
        ..Facts::default()
    }
}

/// The analysis of a text that was typed, a few characters at a time, the end first.
fn typed(text: &str, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Analysis {
    let mut written = String::new();
    let mut analysis = Analysis::fresh(&written, facts, gazetteer);
    let mut end = text.len();
    while end > 0 {
        let start = text.floor_char_boundary(end.saturating_sub(5));
        written.insert_str(0, &text[start..end]);
        let edit = Edit {
            range: 0..0,
            inserted: end - start,
        };
        analysis = Analysis::next(&analysis, &written, &[edit], facts, gazetteer);
        end = start;
    }
    analysis
}

fn is_drawn(line: &str) -> bool {
    line.trim_start().starts_with('^')
}

fn draw_mention(drawn: &mut String, gazetteer: &Gazetteer, text: &str, line: usize, mention: &Mention) {
    let blank = text[line..mention.range.start]
        .chars()
        .map(|letter| if letter == '\t' { '\t' } else { ' ' });
    drawn.extend(blank);
    drawn.extend(text[mention.range.clone()].chars().map(|_| '^'));
    drawn.extend(text[mention.range.end..mention.with_suffix.end].chars().map(|_| '~'));
    let ids: Vec<&str> = mention
        .candidates
        .iter()
        .map(|candidate| gazetteer.entity(candidate.entity).id.as_str())
        .collect();
    writeln!(drawn, " {}", ids.join(" or ")).unwrap();
}
