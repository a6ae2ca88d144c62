//! The gazetteer and the checks that tables of pairs and of texts use.

use std::sync::{Arc, LazyLock};

use super::*;
use crate::analysis::{Analysis, Facts};
use crate::date::Date;
use crate::entity::EntityType;
use crate::language::Language;
use crate::{Gazetteer, load};

mod pairs;
mod properties;
mod texts;

const RU: Language = Language::Russian;
const TR: Language = Language::Turkish;

/// `=` the same, `!` different, else the names of what differs.
fn said(comparison: Comparison) -> String {
    match comparison {
        Comparison::Same => "=".to_owned(),
        Comparison::Different => "!".to_owned(),
        Comparison::Form(differences) => {
            let names: Vec<&str> = differences.iter().map(Difference::as_str).collect();
            names.join(" ")
        }
    }
}

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара",{"text":"Ангора","variant":"angora","status":"historical","to":"1930"}],"en":["Ankara",{"text":"Angora","variant":"angora","status":"historical","to":"1930"}],"tr":["Ankara",{"text":"Angora","variant":"angora","status":"historical","to":"1930"},{"text":"Ancara","status":"deprecated"},{"text":"Ankra","status":"misspelling"}]}}]}
{"id":"place/istanbul","names":[{"spellings":{"ru":["Стамбул"],"tr":["İstanbul"]}},{"key":"old","to":"1930","spellings":{"ru":["Константинополь"],"tr":["Konstantinopolis"]}}]}
{"id":"place/izmir","names":[{"spellings":{"tr":["İzmir","Smyrna"]}}]}
{"id":"place/irak","names":[{"spellings":{"tr":["Irak"]}}]}
{"id":"place/isparta","names":[{"spellings":{"tr":["Isparta"]}}]}
{"id":"place/iskenderun","names":[{"spellings":{"tr":["İskenderun"],"en":["Iskenderun"]}}]}
{"id":"place/southwest","names":[{"spellings":{"tr":["Güneybatı Anadolu","Güney-Batı Anadolu"]}}]}
{"id":"person/bekir-sami","gender":"masculine","names":[{"spellings":{"ru":["Бекир Сами"],"tr":["Bekir Sami"]}}]}
{"id":"person/halil","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Халиль Кут"]}},{"part":"given","spellings":{"ru":["Халиль","Халил"]}}]}
{"id":"person/karabekir","gender":"masculine","names":[{"part":"full","spellings":{"tr":["Kâzım Karabekir"],"ru":["Кязым Карабекир"]}},{"part":"given","spellings":{"tr":["Kâzım"],"ru":["Кязым","Кязим"]}},{"part":"surname","spellings":{"tr":["Karabekir"],"ru":["Карабекир"]}}]}
{"id":"person/ataturk","gender":"masculine","names":[{"part":"surname","from":"1934-11-24","spellings":{"tr":["Atatürk"],"ru":["Ататюрк"]}}]}
{"id":"person/chicherin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"],"tr":["Georgiy Vasilyeviç Çiçerin"]}},{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin",{"text":"Tchitcherine","status":"deprecated"}],"en":["Chicherin"]}}]}
{"id":"person/karahan","gender":"masculine","names":[{"part":"full","spellings":{"tr":["Lev Karahan"],"en":["Lev Karakhan"]}},{"part":"surname","spellings":{"tr":["Karahan",{"text":"Karakhan","status":"deprecated"}],"en":["Karakhan"]}}]}
{"id":"person/lenin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Владимир Ильич Ленин"]}},{"part":"surname","spellings":{"ru":["Ленин"]}}]}
{"id":"organization/rkp","names":[{"part":"acronym","spellings":{"ru":["РКП(б)"]}}]}
{"id":"organization/tbmm","names":[{"spellings":{"tr":["Büyük Millet Meclisi"],"ru":["Великое национальное собрание"]}},{"key":"acronym","part":"acronym","spellings":{"tr":["TBMM"]}}]}
"#;

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| {
    let entities: Vec<&str> = NAMES.lines().filter(|line| !line.is_empty()).collect();
    let text = format!(r#"{{"onomast":1,"title":"t","entities":[{}]}}"#, entities.join(",\n"));
    let loaded = load::load_text("t.gazetteer.json", &text);
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    Arc::new(loaded.gazetteer)
});

fn gazetteer() -> Arc<Gazetteer> {
    GAZETTEER.clone()
}

/// What a fixture says of its document, one word each: a language, a date, `others`, `tr:SPELLING` of a style.
fn document(gazetteer: &Gazetteer, said: &str) -> (Facts, Circumstances<'static>) {
    let (mut facts, mut circumstances) = (Facts::default(), Circumstances::default());
    for word in said.split_whitespace() {
        if let Some((language, text)) = word.split_once(':') {
            let mut ids = (0..gazetteer.tables().spellings.len() as u32).map(crate::entity::SpellingId);
            let is_meant =
                |spelling: &crate::entity::Spelling| spelling.language.tag() == language && spelling.text == text;
            let id = ids.find(|id| is_meant(gazetteer.spelling(*id)));
            circumstances.style.prefer(gazetteer, id.expect("a spelling"));
        } else if let Some(date) = Date::parse(word) {
            facts.date = Some(date);
        } else if word == "others" {
            circumstances.of_others = true;
        } else {
            facts.language = Language::parse(word);
        }
    }
    (facts, circumstances)
}

/// The first thing that is said of each mention, one line each: `mention: verdict`.
#[track_caller]
fn check(document_said: &str, text: &str, expected: &[&str]) {
    let gazetteer = gazetteer();
    let (facts, circumstances) = document(&gazetteer, document_said);
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let consistency = Consistency::of(&analysis, &text, circumstances);
    let lines: Vec<String> = analysis
        .mentions()
        .filter_map(|mention| {
            let verdict = worded(&gazetteer, consistency.verdict(&mention)?);
            Some(format!("{}: {verdict}", &text[mention.with_suffix.clone()]))
        })
        .collect();
    assert_eq!(lines, expected, "{text}");
}

fn worded(gazetteer: &Gazetteer, verdict: Verdict<'_>) -> String {
    let text = |id| gazetteer.spelling(id).text.as_str();
    let counted = |conflict: &Conflict| {
        let groups = conflict
            .groups
            .iter()
            .map(|group| format!("{} {}", text(group.face), group.count));
        groups.collect::<Vec<_>>().join(", ")
    };
    match verdict {
        Verdict::Misspelling(id) => format!("misspelling {}", text(id)),
        Verdict::DottedI { right, .. } => format!("dotted-i {}", text(right)),
        Verdict::WrongLanguage { better, .. } => format!("wrong-language {}", text(better)),
        Verdict::Deprecated(id) => format!("deprecated {}", text(id)),
        Verdict::Inconsistent { conflict, .. } => format!("inconsistent {}", counted(conflict)),
        Verdict::Anachronism(id) => format!("anachronism {}", text(id)),
        Verdict::Historical(id) => format!("historical {}", text(id)),
        Verdict::InconsistentAcrossCorpus { conflict, .. } => format!("corpus {}", counted(conflict)),
        Verdict::Form(form) => {
            let (here, most) = form.counts;
            format!("form {} {here}:{most}", said(Comparison::Form(form.differences)))
        }
    }
}
