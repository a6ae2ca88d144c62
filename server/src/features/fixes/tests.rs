//! Fixes applied: what a text becomes, and that a fix removes its finding and makes no other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use onomast_gazetteer::replace::apply;
use onomast_gazetteer::{Analysis, Language};

use super::*;
use crate::features::diagnostics::findings;
use crate::message::Locale;
use crate::project::root::Root;
use crate::project::{Layers, Project, Settings, Unsaved};

mod everywhere;
mod markup;

const NAMES: &str = r#"{"onomast":1,"title":"t","entities":[
{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara","Angora",{"text":"Ancara","status":"deprecated"},{"text":"Ankra","status":"misspelling"}],"ru":["Анкара",{"text":"Ангора","status":"deprecated"}]}}]},
{"id":"place/istanbul","names":[{"spellings":{"tr":["İstanbul",{"text":"Konstantiniye","status":"deprecated"}],"ru":["Стамбул"]}}]},
{"id":"place/izmir","names":[{"spellings":{"ru":["Измир",{"text":"Смирна","status":"deprecated"}]}}]},
{"id":"place/irak","names":[{"spellings":{"tr":["Irak"]}}]},
{"id":"place/isparta","names":[{"spellings":{"tr":["Isparta"]}}]},
{"id":"place/bilecik","names":[{"spellings":{"tr":["Bilecik"]}}]},
{"id":"person/enver","gender":"masculine","names":[{"spellings":{"tr":["Enver Paşa"]}}]},
{"id":"person/bekir-sami","gender":"masculine","names":[{"spellings":{"tr":["Bekir Sami"],"ru":["Бекир Сами"]}}]},
{"id":"person/karabekir","gender":"masculine","names":[{"spellings":{"tr":["Kâzım Karabekir"]}},{"part":"given","spellings":{"tr":["Kâzım"]}},{"part":"surname","spellings":{"tr":["Karabekir"]}}]},
{"id":"person/halil","gender":"masculine","names":[{"spellings":{"ru":["Халиль"]}}]},
{"id":"person/mango","gender":"masculine","names":[{"spellings":{"tr":["Andrew Mango",{"text":"E. Manro","status":"misspelling"}]}},{"part":"surname","spellings":{"tr":["Mango"]}}]},
{"id":"organization/party","names":[{"spellings":{"tr":["Komünist Parti"]}}]},
{"id":"group/kemalists","names":[{"number":"plural","spellings":{"tr":["Kemalistler"]}}]},
{"id":"person/lenin","gender":"masculine","names":[{"spellings":{"tr":["Vladimir İlyiç Lenin"],"ru":["Владимир Ильич Ленин"]}},{"part":"surname","spellings":{"tr":["Lenin"],"ru":["Ленин"]}}]},
{"id":"person/chicherin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Чичерин",{"text":"Чечерин","status":"misspelling"}],"tr":["Çiçerin",{"text":"Tchitcherine","status":"deprecated"}],"en":["Chicherin"]}}]}
]}"#;

struct Sample {
    project: Project,
    path: PathBuf,
}

impl Sample {
    fn new(settings: &str, language: &str) -> Sample {
        Sample::of("names.gazetteer.json", settings, language)
    }

    fn builtin(language: &str) -> Sample {
        Sample::of("builtin", "", language)
    }

    fn of(gazetteer: &str, settings: &str, language: &str) -> Sample {
        let unsaved: Unsaved = [
            (PathBuf::from("/p/names.gazetteer.json"), NAMES.into()),
            (PathBuf::from("/p/onomast.toml"), settings.into()),
        ]
        .into();
        let layers = Layers {
            command_line: Settings {
                gazetteers: Some(vec![gazetteer.to_owned()]),
                ..Settings::default()
            },
            language: Language::parse(language),
            locale: Some(Locale::English),
            ..Layers::default()
        };
        let root = Root {
            folder: PathBuf::from("/p"),
            declared: true,
        };
        Sample {
            project: Project::open(root, std::sync::Arc::new(layers), &unsaved),
            path: PathBuf::from("/p/a.md"),
        }
    }

    fn with<T>(&self, text: &str, look: impl FnOnce(&View<'_>) -> T) -> T {
        let settings = self.project.document(Path::new(&self.path), text);
        let analysis = Analysis::fresh(&text, &settings.facts, &self.project.gazetteer);
        look(&View {
            project: &self.project,
            settings: &settings,
            text: &text,
            analysis: &analysis,
            decisions: &[],
            index: None,
        })
    }

    /// Each fix as `!title: text`, `!` for a safe one, `+` for the one to make where that is only plain.
    fn fixed(&self, text: &str) -> Vec<String> {
        self.with(text, |view| {
            let mut fixer = Fixer::new(view);
            let all = findings(view);
            let fixes = all.iter().flat_map(|finding| fixer.fixes(finding));
            let draw = |fix: Fix| {
                let mark = match (fix.safe, fix.plain) {
                    (true, _) => "!",
                    (false, true) => "+",
                    (false, false) => "",
                };
                format!("{mark}{}: {}", fix.title, apply(text, &fix.changes))
            };
            fixes.map(draw).collect()
        })
    }

    fn safely_fixed(&self, text: &str) -> String {
        self.with(text, |view| {
            let safe = Fixer::new(view).safe(&findings(view)).into_iter();
            let changes: Vec<Change> = safe.flat_map(|fix| fix.changes).collect();
            apply(text, &changes)
        })
    }

    fn counts(&self, text: &str) -> BTreeMap<Code, usize> {
        self.with(text, |view| {
            let mut counts = BTreeMap::new();
            for finding in findings(view) {
                *counts.entry(finding.code).or_default() += 1;
            }
            counts
        })
    }
}

#[test]
fn what_is_called_wrong_in_narration_is_fixed_safely() {
    let turkish = Sample::new("", "tr");
    assert_eq!(
        turkish.fixed("Tchitcherine’in mektubu.\n"),
        ["!Replace by “Çiçerin’in”: Çiçerin’in mektubu.\n"]
    );
    // The best is safe, what is as good a suggestion.
    assert_eq!(
        turkish.fixed("Ancara’ya gitti.\n"),
        [
            "!Replace by “Ankara’ya”: Ankara’ya gitti.\n",
            "“Angora’ya”?: Angora’ya gitti.\n"
        ]
    );
}

#[test]
fn of_two_spellings_the_one_to_make_is_that_of_the_text_or_its_style() {
    let sample = Sample::new("", "tr");
    assert_eq!(
        sample.fixed("Ankara’dan Ankara’ya, sonra Angora’da.\n"),
        ["+“Ankara’da”?: Ankara’dan Ankara’ya, sonra Ankara’da.\n"]
    );
    assert_eq!(
        sample.fixed("Önce Ankara’dan, sonra Angora’da.\n"),
        ["“Ankara’da”?: Önce Ankara’dan, sonra Ankara’da.\n"],
        "as often the one as the other"
    );
    let text = "Ankara’dan Ankara’ya, sonra Angora’da.\n";
    assert_eq!(sample.safely_fixed(text), text, "all the same never unasked");
}

#[test]
fn what_is_not_the_author_s_is_not_fixed_unasked() {
    let sample = Sample::new("", "tr");
    let quoted = "> Tchitcherine’in mektubu bugün elimize geçti.\n";
    assert_eq!(
        sample.fixed(quoted),
        ["“Çiçerin’in”?: > Çiçerin’in mektubu bugün elimize geçti.\n"]
    );
    assert_eq!(sample.safely_fixed(quoted), quoted);
    let title = "O gün “Tchitcherine ve Ankara” adlı kitabı okudu.\n";
    assert_eq!(sample.fixed(title), [""; 0], "titles of works are never touched");
    let heading = "# Tchitcherine’in mektubu\n";
    assert_eq!(sample.safely_fixed(heading), heading);
    let source = Sample::new("[[documents]]\nfiles = [\"*.md\"]\nrole = \"source\"\n", "ru");
    assert_eq!(
        source.safely_fixed("Писал Чечерину вчера.\n"),
        "Писал Чечерину вчера.\n"
    );
    assert_eq!(
        source.fixed("Писал Чечерину вчера.\n"),
        ["“Чичерину”?: Писал Чичерину вчера.\n"]
    );
}

#[test]
fn what_is_proposed_in_other_people_s_words_asks_first() {
    let sample = Sample::new("", "tr");
    let groups = |text: &str| {
        sample.with(text, |view| {
            let mut fixer = Fixer::new(view);
            let all = findings(view);
            let fixes = all.iter().flat_map(|finding| fixer.fixes(finding));
            fixes.map(|fix| (fix.group, fix.safe)).collect::<Vec<_>>()
        })
    };
    assert_eq!(groups("O yıl Çiçerrin’i gördü.\n"), [(Group::Narration, false)]);
    assert_eq!(
        groups("> Bugün Çiçerrin’i ve öbürlerini gördük.\n"),
        [(Group::Quotation, false)]
    );
    assert_eq!(
        groups("# Çiçerrin ve Çiçerin’nin sözü\n").first(),
        Some(&(Group::Heading, false))
    );
}

#[test]
fn what_is_proposed_is_shown_with_what_is_not_changed() {
    let sample = Sample::new("", "tr");
    assert_eq!(
        sample.fixed("O yıl Çiçerin’nin sözü.\n"),
        ["“Çiçerin’in”?: O yıl Çiçerin’in sözü.\n"]
    );
}

#[test]
fn where_a_word_beside_it_agrees_nothing_is_done_unasked() {
    let sample = Sample::new("", "ru");
    let text = "В древней Смирне жили греки.\n";
    assert_eq!(
        sample.fixed(text),
        [
            "“Измиру”? A word beside it would have to agree: В древней Измиру жили греки.\n",
            "“Измире”? A word beside it would have to agree: В древней Измире жили греки.\n"
        ]
    );
    assert_eq!(sample.safely_fixed(text), text);
    assert_eq!(sample.safely_fixed("Писали о Смирне.\n"), "Писали об Измире.\n");
}

#[test]
fn the_style_has_the_last_word() {
    let settings = "[style.old]\nprefer = { \"place/ankara\" = { tr = \"Angora\" } }\n[[documents]]\nfiles = [\"*.md\"]\nstyle = \"old\"\n";
    let sample = Sample::new(settings, "tr");
    assert_eq!(sample.safely_fixed("Ancara’dan geldi.\n"), "Angora’dan geldi.\n");
}

#[test]
fn what_the_document_mostly_writes_is_suggested() {
    let sample = Sample::new("", "tr");
    let text = "Ankara’da kaldı. Ankara büyüdü. Angora’ya döndü.\n";
    assert_eq!(
        sample.fixed(text),
        ["+“Ankara’ya”?: Ankara’da kaldı. Ankara büyüdü. Ankara’ya döndü.\n"]
    );
    assert_eq!(
        sample.fixed("O yıl Istanbul’a gitti.\n"),
        ["“İstanbul’a”?: O yıl İstanbul’a gitti.\n"]
    );
    assert_eq!(
        sample.fixed("O yıl Chicherin’in mektubu geldi.\n"),
        ["“Çiçerin’in”?: O yıl Çiçerin’in mektubu geldi.\n"]
    );
}

#[test]
fn dots_of_i_are_put_right() {
    let sample = Sample::new("", "tr");
    for (text, expected) in [
        ("O yıl İrak’a gitti.\n", "“Irak’a”?: O yıl Irak’a gitti.\n"),
        ("O yıl İsparta’da kaldı.\n", "“Isparta’da”?: O yıl Isparta’da kaldı.\n"),
        (
            "O YIL ISTANBUL’DA KALDI.\n",
            "“İSTANBUL’DA”?: O YIL İSTANBUL’DA KALDI.\n",
        ),
    ] {
        assert_eq!(sample.fixed(text), [expected]);
    }
    for text in ["O yıl Irak’a ve Isparta’ya gitti.\n", "IRAK’TA VE ISPARTA’DA KALDI.\n"] {
        assert_eq!(sample.fixed(text), [""; 0], "{text}");
    }
}

#[test]
fn an_initial_is_not_expanded() {
    let sample = Sample::new("", "tr");
    assert_eq!(
        sample.fixed("Bunu E. Manro’nun kitabı anlatır.\n"),
        ["!Replace by “A. Mango’nun”: Bunu A. Mango’nun kitabı anlatır.\n"]
    );
}

/// What each matter of form becomes where most mentions have another.
#[test]
fn the_form_of_most_is_suggested() {
    for (language, text, expected) in [
        (
            "tr",
            "Bekir Sami Bey, Bekir Sami Bey. Sonra Bekir Sami bey’in evi.\n",
            "“Bekir Sami Bey’in”?: Bekir Sami Bey, Bekir Sami Bey. Sonra Bekir Sami Bey’in evi.\n",
        ),
        (
            "tr",
            "Bekir Sami, Bekir Sami. Sonra Bekir-Sami’nin evi.\n",
            "“Bekir Sami’nin”?: Bekir Sami, Bekir Sami. Sonra Bekir Sami’nin evi.\n",
        ),
        (
            "ru",
            "Бекир Сами-бей, Бекир Сами-бея. Потом Бекир Сами бею сказали.\n",
            "“Бекир Сами-бею”?: Бекир Сами-бей, Бекир Сами-бея. Потом Бекир Сами-бею сказали.\n",
        ),
        (
            "ru",
            "Бекир Сами-бей, Бекир Сами-бея. Потом Бекир Сами-Бею сказали.\n",
            "“Бекир Сами-бею”?: Бекир Сами-бей, Бекир Сами-бея. Потом Бекир Сами-бею сказали.\n",
        ),
        (
            "tr",
            "Kâzım Karabekir, Kâzım Karabekir. Sonra Kazım Karabekir’e yazdı.\n",
            "“Kâzım Karabekir’e”?: Kâzım Karabekir, Kâzım Karabekir. Sonra Kâzım Karabekir’e yazdı.\n",
        ),
        (
            "tr",
            "Bir Komünist Parti, iki Komünist Parti. Sonra Komünist partiye girdi.\n",
            "“Komünist Partiye”?: Bir Komünist Parti, iki Komünist Parti. Sonra Komünist Partiye girdi.\n",
        ),
        (
            "tr",
            "Dün V. İ. Lenin, V. İ. Lenin. Sonra V.İ.Lenin’e yazdı.\n",
            "“V. İ. Lenin’e”?: Dün V. İ. Lenin, V. İ. Lenin. Sonra V. İ. Lenin’e yazdı.\n",
        ),
        (
            "ru",
            "Тогда В.И. Ленин, В.И. Ленин. Потом В. И. Ленину писали.\n",
            "“В.И. Ленину”?: Тогда В.И. Ленин, В.И. Ленин. Потом В.И. Ленину писали.\n",
        ),
        (
            "tr",
            "Lenin’in, Lenin’e. Sonra Leninin evi.\n",
            "“Lenin’in”?: Lenin’in, Lenin’e. Sonra Lenin’in evi.\n",
        ),
        (
            "tr",
            "Kemalistlerin, Kemalistlere. Sonra Kemalistler’in evi.\n",
            "“Kemalistlerin”?: Kemalistlerin, Kemalistlere. Sonra Kemalistlerin evi.\n",
        ),
        (
            "tr",
            "Dün Bileciğe, sonra Bileciğe gitti. Bugün Bilecik’e gitti.\n",
            "“Bileciğe”?: Dün Bileciğe, sonra Bileciğe gitti. Bugün Bileciğe gitti.\n",
        ),
        (
            "tr",
            "Dün Bilecik’e, sonra Bilecik’e gitti. Bugün Bileciğe gitti.\n",
            "“Bilecik’e”?: Dün Bilecik’e, sonra Bilecik’e gitti. Bugün Bilecik’e gitti.\n",
        ),
        (
            "tr",
            "Dün Enver Paşa, sonra Enver Paşa geldi. Bugün Enverpaşa’ya yazdı.\n",
            "“Enver Paşa’ya”?: Dün Enver Paşa, sonra Enver Paşa geldi. Bugün Enver Paşa’ya yazdı.\n",
        ),
        (
            "ru",
            "Там не было Халиля-паши, не было Халиля-паши. Потом и Халиль-пашу видели.\n",
            "“Халиля-пашу”?: Там не было Халиля-паши, не было Халиля-паши. Потом и Халиля-пашу видели.\n",
        ),
        (
            "ru",
            "Там не было Халиль-паши, не было Халиль-паши. Потом и Халиля-пашу видели.\n",
            "“Халиль-пашу”?: Там не было Халиль-паши, не было Халиль-паши. Потом и Халиль-пашу видели.\n",
        ),
    ] {
        let sample = Sample::new("", language);
        assert_eq!(sample.fixed(text), [expected]);
        assert_eq!(sample.safely_fixed(text), text, "never unasked");
        let changed = expected.split_once(": ").map_or("", |(_, changed)| changed);
        assert_eq!(sample.fixed(changed), [""; 0], "{changed}");
    }
}

/// Every fix of every finding, applied by itself.
#[test]
fn a_fix_removes_its_finding_and_makes_no_other() {
    let texts = [
        (
            "tr",
            "Tchitcherine Ancara’ya gitti; Ankra’dan döndü. Ankara’da Angora da denir mi?\n\n> Tchitcherine’in sözü.\n",
        ),
        (
            "tr",
            "O yıl Istanbul’a gitti. Chicherin’in mektubu Konstantiniye’ye geldi.\n",
        ),
        (
            "ru",
            "Писал Чечерину о Смирне; об Ангоре не знали. В Ангоре Чече-\nрина ждали.\n",
        ),
        (
            "ru",
            "# Ангора\n\nИз Ангоры выехал Чечерин, со Смирной связи не было.\n",
        ),
    ];
    for (language, text) in texts {
        let sample = Sample::new("", language);
        let before = sample.counts(text);
        let (fixes, all) = sample.with(text, |view| {
            let all = findings(view);
            let mut fixer = Fixer::new(view);
            let fixes: Vec<(Code, Fix)> = all
                .iter()
                .flat_map(|finding| fixer.fixes(finding).into_iter().map(|fix| (finding.code, fix)))
                .collect();
            (fixes, all)
        });
        assert!(!all.is_empty() && !fixes.is_empty(), "{text}");
        for (code, fix) in fixes.into_iter().filter(|(_, fix)| fix.safe) {
            let after = sample.counts(&apply(text, &fix.changes));
            let mut expected = before.clone();
            *expected.entry(code).or_default() -= 1;
            expected.retain(|_, count| *count > 0);
            assert_eq!(after, expected, "{text}{}", fix.title);
        }
    }
}
