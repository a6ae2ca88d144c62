//! Accounts of any text: nothing is left out, and nothing is said that the analysis does not say.

use std::sync::{Arc, LazyLock};

use onomast_gazetteer::analysis::{Accepted, Facts, Mention, Standing, Verdict, WordPart, explain};
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Gazetteer, Language};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::gazetteer;

const NAMES: &str = "
person/chicherin masculine homonym: full ru Георгий Васильевич Чичерин; surname ru Чичерин; given ru Георгий; surname tr Çiçerin
person/rival masculine homonym: full ru Борис Львович Чичерин; surname ru Чичерин
person/stranger masculine: surname ru Каменев; full tr Georgiy Kamenev; surname tr Kamenev
person/halil masculine: full tr Halil Kut; given tr Halil
place/ankara: full ru Анкара; full tr Ankara | Angora [historical]
place/new-york: full ru Нью-Йорк
organization/assembly: full ru Великое собрание Турции; full tr Büyük Millet Meclisi; acronym tr TBMM
organization/army: full ru 11-я армия; full tr 11. Ordu
group/bolsheviks plural: full ru большевики; full tr Bolşevikler
ship/shahin: full ru Шахин
publication/yeni-gun: full tr Yeni Gün
";

const MORSELS: &[&str] = &[
    "Георгий Васильевич Чичерин",
    "Г. В. Чичерину",
    "Б. Л. Чичерин",
    "Чичерина",
    "Чичериновый",
    "чичерин",
    "Георгия",
    "Каменева",
    "Kamenev G.",
    "’in",
    "Халиль",
    "Halil Paşa’ya",
    "Halil",
    "Ankara’dan",
    "Angora",
    "Ankaralı",
    "Анкары",
    "Нью-Йорке",
    "Великого собрания",
    " Турции",
    "Büyük Millet",
    " Meclisi’nde",
    "TBMM’ye",
    "T.B.M.M.",
    "11-й армии",
    "11. Ordu",
    "11",
    "западе1",
    "большевиками",
    "Шахин",
    "«Шахин»",
    "“Yeni Gün”ün",
    "Bolşeviği",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ", ",
    "-",
    "’",
    "`",
    "**",
    "> ",
    "# ",
    "[",
    "](https://example.org/Ankara)",
    "(",
    ")",
    "\u{ad}",
    "\u{301}",
    "и",
    "ile",
    "\u{c}",
    "&",
    "<p>",
];

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| gazetteer(NAMES));

fn texts() -> impl Strategy<Value = String> {
    let morsel = prop_oneof![8 => select(MORSELS).prop_map(str::to_owned), 1 => "[ -ӿ’“”«»…–—\u{200d}İ가]{0,3}"];
    prop::collection::vec(morsel, 0..24).prop_map(|morsels| morsels.concat())
}

#[test]
fn a_suffix_behind_forenames_belongs_to_the_last_of_them() {
    let text = "Kamenev G.’nin notu";
    let facts = Facts {
        language: Some(Language::Turkish),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &GAZETTEER);
    let accounts = explain(&analysis, &text, 0..text.len());
    let words = accounts[0].verdicts.iter().flat_map(|verdict| match verdict {
        Verdict::Mention(accepted) => accepted.words.as_slice(),
        Verdict::Refused { .. } => &[],
    });
    let told: Vec<(&str, &str)> = words.map(|word| (word.read.as_str(), word.ending.as_str())).collect();
    assert_eq!(told, [("Kamenev", ""), ("G.’nin", "nin")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_accounted_for_as_it_was_analysed(
        text in texts(),
        format in select(&[Format::PlainText, Format::Markdown, Format::Xml][..]),
        language in select(&[None, Some(Language::Russian), Some(Language::Turkish), Some(Language::English)][..]),
    ) {
        let facts = Facts { format, language, date: None };
        let analysis = Analysis::fresh(&text.as_str(), &facts, &GAZETTEER);
        let accounts = explain(&analysis, &text.as_str(), 0..text.len());

        let mut silent = (0..text.len()).filter(|at| {
            let letter = text.get(*at..).and_then(|rest| rest.chars().next());
            is_letter(letter) && !accounts.iter().any(|account| account.word.contains(at))
        });
        prop_assert_eq!(silent.next().map(|at| &text[at..]), None, "nothing is said of a letter of {:?}", text);

        let verdicts = accounts.iter().flat_map(|account| &account.verdicts);
        let accepted = verdicts.filter_map(|verdict| match verdict {
            Verdict::Mention(accepted) => Some(accepted.as_ref()),
            Verdict::Refused { .. } => None,
        });
        let accepted: Vec<&Accepted> = accepted.collect();
        let mentions: Vec<Mention> = analysis.mentions().collect();
        for mention in &mentions {
            prop_assert!(accepted.iter().any(|one| one.mention == *mention), "{mention:?} of {text:?}");
        }
        for one in accepted {
            prop_assert!(mentions.contains(&one.mention), "{one:?} of {text:?}");
            prop_assert!(is_told_whole(one, &text), "{one:#?} of {text:?}");
        }
        for account in accounts.iter().filter(|account| account.stands == Standing::NoProse) {
            prop_assert!(account.verdicts.is_empty());
        }
    }

    #[test]
    fn a_part_is_accounted_for_as_in_the_whole(text in texts(), start in 0_usize..80, length in 0_usize..80) {
        let analysis = Analysis::fresh(&text.as_str(), &Facts::default(), &GAZETTEER);
        let range = start..start + length;
        let mut whole = explain(&analysis, &text.as_str(), 0..text.len());
        whole.retain(|account| account.word.start < range.end && range.start < account.word.end);
        prop_assert_eq!(explain(&analysis, &text.as_str(), range), whole);
    }
}

/// The apostrophe ʼ is a letter for Unicode.
fn is_letter(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| sign.is_alphabetic() && sign != 'ʼ')
}

/// Whether the words of a mention are in it, in order, and a rule is told of each that is spelled.
fn is_told_whole(accepted: &Accepted, text: &str) -> bool {
    let mut at = accepted.mention.range.start;
    let ordered = accepted.words.iter().all(|word| {
        let fits = at <= word.range.start && word.range.end <= accepted.mention.with_suffix.end;
        at = word.range.end;
        fits && text.get(word.range.clone()).is_some()
    });
    let ruled = accepted.words.iter().all(|word| match word.part {
        WordPart::Spelling(_) => !word.derivations.is_empty(),
        WordPart::Forename(_) | WordPart::Initial | WordPart::Title => true,
    });
    ordered
        && ruled
        && accepted
            .words
            .iter()
            .any(|word| matches!(word.part, WordPart::Spelling(_)))
}
