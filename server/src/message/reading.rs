//! Grammatical readings in the words of a language: "instrumental", "творительный падеж", "-den hâli".

use onomast_gazetteer::entity::Number;
use onomast_gazetteer::reading::{Base, Copula, GrammaticalCase, Possessor, Reading};

use super::{Argument, Locale, Messages};

/// Readings in words, for one form: `genitive or accusative plural`, what all end with said once. Empty where there is
/// nothing to say. The singular comes first: most names are of one, and lists in editors cut off what is long.
pub fn describe(readings: &[Reading], locale: Locale) -> String {
    let messages = Messages::of(locale);
    let mut words: Vec<String> = Vec::new();
    let (many, one): (Vec<&Reading>, Vec<&Reading>) = readings
        .iter()
        .partition(|reading| reading.number == Some(Number::Plural));
    for reading in one.into_iter().chain(many) {
        let word = describe_one(reading, locale);
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    let Some(last) = words.pop() else {
        return String::new();
    };
    let shared = words
        .iter()
        .fold(last.as_str(), |shared, word| shared_end(shared, word));
    let shared = shared.len();
    words.iter_mut().for_each(|word| word.truncate(word.len() - shared));
    match words.is_empty() {
        true => last,
        false => messages.text(
            "reading-or",
            &[("others", words.join(", ").into()), ("last", last.into())],
        ),
    }
}

/// The words, with the blank before them, that `one` ends with and `other` too, and in both behind something else.
fn shared_end<'a>(one: &'a str, other: &str) -> &'a str {
    let ends = one.match_indices(' ').map(|(at, _)| &one[at..]);
    let mut ends = ends.filter(|end| other.len() > end.len() && other.ends_with(end));
    ends.next().unwrap_or("")
}

/// One reading in words. The singular goes without saying where a case is named.
pub fn describe_one(reading: &Reading, locale: Locale) -> String {
    let messages = Messages::of(locale);
    let mut text = case_and_number(messages, reading.case, reading.number);
    if let Some(possessor) = reading.possessor {
        let possessor = messages.text(possessor_key(possessor), &[]);
        text = joined(messages, text, possessor);
    }
    if let Some(Base { case, number }) = reading.base {
        let base = case_and_number(messages, Some(case), Some(number));
        text = messages.text("reading-ki", &[("base", base.into()), ("outer", text.into())]);
    }
    if let Some(copula) = reading.copula {
        text = joined(messages, text, messages.text(copula_key(copula), &[]));
    }
    text
}

fn case_and_number(messages: &Messages, case: Option<GrammaticalCase>, number: Option<Number>) -> String {
    let case = case.map(|case| messages.text(case_key(case), &[]));
    match (case, number) {
        (Some(case), Some(Number::Plural)) => messages.text("reading-plural-of", &[("case", case.into())]),
        (Some(case), _) => case,
        (None, Some(Number::Plural)) => messages.text("reading-plural", &[]),
        (None, Some(Number::Singular)) => messages.text("reading-singular", &[]),
        (None, None) => String::new(),
    }
}

fn joined(messages: &Messages, first: String, second: String) -> String {
    if first.is_empty() {
        return second;
    }
    messages.text(
        "reading-with",
        &[("first", Argument::from(first)), ("second", second.into())],
    )
}

fn case_key(case: GrammaticalCase) -> &'static str {
    match case {
        GrammaticalCase::Nominative => "reading-nominative",
        GrammaticalCase::Genitive => "reading-genitive",
        GrammaticalCase::Dative => "reading-dative",
        GrammaticalCase::Accusative => "reading-accusative",
        GrammaticalCase::Instrumental => "reading-instrumental",
        GrammaticalCase::Locative => "reading-locative",
        GrammaticalCase::SecondLocative => "reading-second-locative",
        GrammaticalCase::Ablative => "reading-ablative",
        GrammaticalCase::Equative => "reading-equative",
    }
}

fn possessor_key(possessor: Possessor) -> &'static str {
    match (possessor.person, possessor.number) {
        (1, Number::Singular) => "reading-possessor-1-singular",
        (1, Number::Plural) => "reading-possessor-1-plural",
        (2, Number::Singular) => "reading-possessor-2-singular",
        (2, Number::Plural) => "reading-possessor-2-plural",
        (_, Number::Singular) => "reading-possessor-3-singular",
        (_, Number::Plural) => "reading-possessor-3-plural",
    }
}

fn copula_key(copula: Copula) -> &'static str {
    match copula {
        Copula::Present => "reading-copula-present",
        Copula::Past => "reading-copula-past",
        Copula::Evidential => "reading-copula-evidential",
        Copula::Conditional => "reading-copula-conditional",
        Copula::While => "reading-copula-while",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, readings: &[Reading], expected: [&str; 3]) {
        let found = Locale::ALL.map(|locale| describe(readings, locale));
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn readings_have_words_in_each_language() {
        let one = |case| Reading::new(case, Number::Singular);
        let many = |case| Reading::new(case, Number::Plural);
        use GrammaticalCase::{
            Ablative, Accusative, Dative, Equative, Genitive, Instrumental, Locative, Nominative, SecondLocative,
        };
        check(
            "Чичериным",
            &[one(Instrumental)],
            ["instrumental", "творительный падеж", "-le hâli"],
        );
        check(
            "Ankara’dan",
            &[one(Ablative)],
            ["ablative", "исходный падеж", "-den hâli"],
        );
        check(
            "Bakanlığınca",
            &[one(Equative)],
            ["equative", "экватив (-ca)", "-ce hâli"],
        );
        check(
            "Чичерина",
            &[one(Genitive), one(Accusative)],
            [
                "genitive or accusative",
                "родительный или винительный падеж",
                "-in veya -i hâli",
            ],
        );
        check(
            "большевиков",
            &[many(Genitive), many(Accusative)],
            [
                "genitive or accusative plural",
                "родительный или винительный падеж множественного числа",
                "çoğul -in veya çoğul -i hâli",
            ],
        );
        check(
            "Турции",
            &[one(Genitive), one(Locative), many(Nominative)],
            [
                "genitive, locative or nominative plural",
                "родительный падеж, предложный/местный падеж или именительный падеж множественного числа",
                "-in hâli, -de hâli veya çoğul yalın hâl",
            ],
        );
        check(
            "Чичериным, of one or of many",
            &[many(Dative), one(Instrumental)],
            [
                "instrumental or dative plural",
                "творительный падеж или дательный падеж множественного числа",
                "-le veya çoğul -e hâli",
            ],
        );
        check(
            "в Крыму",
            &[one(SecondLocative)],
            ["locative in -у", "второй предложный падеж (-у)", "-de hâli (-у)"],
        );
        check(
            "Дарданелл",
            &[many(Genitive)],
            [
                "genitive plural",
                "родительный падеж множественного числа",
                "çoğul -in hâli",
            ],
        );
        let ki = Reading {
            base: Some(Base {
                case: Locative,
                number: Number::Singular,
            }),
            ..many(Nominative)
        };
        check(
            "Moskova’dakiler",
            &[ki],
            [
                "locative with -ki, nominative plural",
                "предложный/местный падеж с -ki, именительный падеж множественного числа",
                "-de hâli + -ki, çoğul yalın hâl",
            ],
        );
        let past = Reading {
            copula: Some(Copula::Past),
            ..one(Nominative)
        };
        check(
            "Paşa’ydı",
            &[past],
            [
                "nominative, “was”",
                "именительный падеж, «был»",
                "yalın hâl, ek-fiilin görülen geçmiş zamanı",
            ],
        );
        check("nothing", &[Reading::default()], ["", "", ""]);
    }
}
