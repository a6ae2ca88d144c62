//! What holds of any spelling and any text.

use proptest::prelude::*;

use super::*;

#[test]
fn every_use_of_the_built_in_gazetteer_is_its_own_face() {
    let gazetteer = crate::builtin::gazetteer();
    for spelling in &gazetteer.tables().spellings {
        let name = gazetteer.name(spelling.name);
        let kind = gazetteer.entity(name.entity).kind;
        let same = compare(&spelling.text, &spelling.text, &spelling.language, kind);
        assert_eq!(same, Comparison::Same, "{}", spelling.text);
        let facts = Facts {
            language: Some(spelling.language.clone()),
            ..Facts::default()
        };
        let analysis = Analysis::fresh(&spelling.text, &facts, &gazetteer);
        for (mention, written) in analysis.written(&spelling.text) {
            let whole = mention.with_suffix == (0..spelling.text.len()) && !mention.derived;
            if whole && gazetteer.spelling(written.spelling).text == spelling.text {
                assert_eq!(written.comparison, Comparison::Same, "{}", spelling.text);
            }
        }
    }
}

/// What printing does to a name and no reader sees.
#[derive(Debug, Clone)]
enum Printing {
    Capitals,
    Yo,
    SoftHyphen(usize),
    NoBreakSpaces,
    LineBreaks,
    Stress(usize),
    Suffix,
}

fn printing() -> impl Strategy<Value = Printing> {
    prop_oneof![
        Just(Printing::Capitals),
        Just(Printing::Yo),
        (1..30usize).prop_map(Printing::SoftHyphen),
        Just(Printing::NoBreakSpaces),
        Just(Printing::LineBreaks),
        (1..30usize).prop_map(Printing::Stress),
        Just(Printing::Suffix),
    ]
}

fn print(text: &str, language: &Language, how: &Printing) -> String {
    let is_turkish = matches!(language.tag(), "tr" | "az");
    let insert = |at: usize, sign: char, takes: fn(char) -> bool| -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let inside = |at: &usize| {
            takes(letters[*at - 1])
                && letters[*at - 1].is_alphabetic()
                && letters.get(*at).is_none_or(|c| c.is_alphabetic())
        };
        let at = Some(at % (letters.len() + 1)).filter(|at| *at > 0).filter(inside);
        if let Some(at) = at {
            letters.insert(at, sign);
        }
        letters.into_iter().collect()
    };
    match how {
        Printing::Capitals if is_turkish => text.replace('i', "İ").to_uppercase(),
        Printing::Capitals => text.to_uppercase(),
        Printing::Yo => text.replace('ё', "е"),
        Printing::SoftHyphen(at) => insert(*at, '\u{ad}', |_| true),
        Printing::NoBreakSpaces => text.replace(' ', "\u{a0}"),
        Printing::LineBreaks => text.replace(' ', "\n"),
        // The numeral of III конгресс is printed without stress.
        Printing::Stress(at) if language.is_cyrillic() => insert(*at, '\u{301}', |letter| !letter.is_ascii()),
        Printing::Stress(_) => text.to_owned(),
        Printing::Suffix if is_turkish => format!("{text}’nin"),
        Printing::Suffix => text.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn comparison_is_symmetric_and_reflexive(
        one in "[абёйИВâaAiıİI. ’-]{0,8}",
        other in "[абёйИВâaAiıİI. ’-]{0,8}",
        turkish: bool,
        person: bool,
    ) {
        let language = if turkish { TR } else { RU };
        let kind = if person { EntityType::Person } else { EntityType::Place };
        prop_assert_eq!(compare(&one, &other, &language, kind), compare(&other, &one, &language, kind));
        prop_assert_eq!(compare(&one, &one, &language, kind), Comparison::Same);
    }

    #[test]
    fn what_printing_does_leaves_a_spelling_the_same(number: prop::sample::Index, how in printing()) {
        let gazetteer = crate::builtin::gazetteer();
        let spellings = &gazetteer.tables().spellings;
        let spelling = &spellings[number.index(spellings.len())];
        let kind = gazetteer.entity(gazetteer.name(spelling.name).entity).kind;
        let printed = print(&spelling.text, &spelling.language, &how);
        if !matches!(how, Printing::Suffix) {
            let same = compare(&spelling.text, &printed, &spelling.language, kind);
            prop_assert_eq!(same, Comparison::Same, "{} {}", &spelling.text, &printed);
        }
        let facts = Facts { language: Some(spelling.language.clone()), ..Facts::default() };
        let analysis = Analysis::fresh(&printed, &facts, &gazetteer);
        for (mention, written) in analysis.written(&printed) {
            let own = gazetteer.spelling(written.spelling);
            if mention.range.start == 0 && !mention.derived && own.text == spelling.text && own.language == spelling.language {
                prop_assert_eq!(written.comparison, Comparison::Same, "{} {}", &own.text, &printed);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in "(Анкара|Ангора|Kâzım|TBMM|[()«»“”.,’ \n-]|ныне|или|eski adıyla|T\\.B|Паша|\\PC){0,24}") {
        let gazetteer = gazetteer();
        for language in [None, Some(RU), Some(TR)] {
            let facts = Facts { language, ..Facts::default() };
            let analysis = Analysis::fresh(&text, &facts, &gazetteer);
            let consistency = Consistency::of(&analysis, &text, Circumstances::default());
            for mention in analysis.mentions() {
                let verdicts: Vec<String> =
                    consistency.verdicts(&mention).map(|verdict| worded(&gazetteer, verdict)).collect();
                prop_assert!(verdicts.len() <= 9);
            }
        }
    }
}
