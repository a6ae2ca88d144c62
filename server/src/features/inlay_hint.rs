//! Beside a mention, how the name is written in another language.

use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::analysis::Mention;

use super::View;
use crate::message::Locale;

/// Where a paragraph is in the reader’s own language: the languages of the two sides first.
const OTHERS: [Language; 3] = [Language::Russian, Language::Turkish, Language::English];

/// In which languages counterparts are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Hints {
    /// In none.
    #[default]
    Off,
    /// In the reader’s; beside a name in a paragraph of that language, in the first other one that has the name.
    Reader,
    /// In these.
    In(Vec<Language>),
}

/// What is shown behind a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The byte behind the mention and its suffix.
    pub at: usize,
    /// The counterparts, in their dictionary form.
    pub counterparts: Vec<(Language, String)>,
}

/// The hints for the mentions that share a byte with a range of a document. An ambiguous mention has none, nor one whose
/// counterpart is written the same. `locale` is the reader’s language.
pub fn inlay_hint(view: &View<'_>, within: Range<usize>, hints: &Hints, locale: Locale) -> Vec<Hint> {
    if *hints == Hints::Off || !view.project.decorates() {
        return Vec::new();
    }
    let mentions = view.mentions_touching(within).into_iter();
    mentions
        .filter_map(|mention| hint(view, &mention, hints, locale))
        .collect()
}

fn hint(view: &View<'_>, mention: &Mention, hints: &Hints, locale: Locale) -> Option<Hint> {
    mention.entity()?;
    let gazetteer = &view.project.gazetteer;
    let spelling = mention.candidates.first()?.spelling;
    let own = gazetteer.spelling(spelling);
    let is_other = |language: &Language| *language != own.language && Some(language) != mention.language.as_ref();
    let find = |language: &Language| {
        let found = gazetteer
            .counterpart(spelling, language)
            .filter(|_| is_other(language))?;
        let text = &gazetteer.spelling(found).text;
        (*text != own.text).then(|| (language.clone(), text.clone()))
    };
    let counterparts: Vec<(Language, String)> = match hints {
        Hints::Off => Vec::new(),
        Hints::In(languages) => languages.iter().filter_map(find).collect(),
        Hints::Reader => {
            let reader = Language::parse(locale.tag());
            reader.iter().chain(&OTHERS).find_map(find).into_iter().collect()
        }
    };
    let at = mention.with_suffix.end;
    (!counterparts.is_empty()).then_some(Hint { at, counterparts })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture;

    #[track_caller]
    fn check(hints: &Hints, locale: Locale, text: &str) {
        fixture::check(text, |view, _| {
            let found = inlay_hint(view, 0..view.text.len(), hints, locale).into_iter();
            let words = |hint: Hint| {
                let before = view.text.slice(0..hint.at);
                let last = before.chars().next_back().map_or(0, char::len_utf8);
                let texts: Vec<String> = hint.counterparts.into_iter().map(|(_, text)| text).collect();
                (hint.at - last..hint.at, texts.join(" · "))
            };
            found.map(words).collect()
        });
    }

    #[test]
    fn in_the_readers_language_or_the_other() {
        let text = "//- /a.md
Вчера Чичерину писали из Ангоры, это было давно.
             ^ Çiçerin
                              ^ Angora

Bugün Çiçerin’in notası Ankara’ya geldi ve okundu.
               ^ Чичерин
                                ^ Анкара
";
        check(&Hints::Reader, Locale::Turkish, text);
        check(&Hints::Off, Locale::Turkish, "//- /a.md\nВчера Чичерину писали.\n");
    }

    #[test]
    fn in_the_languages_asked_for() {
        let languages = ["en", "tr", "ru", "de"].map(|tag| Language::parse(tag).expect("a tag"));
        check(
            &Hints::In(languages.into()),
            Locale::English,
            "//- /a.md
Вчера Чичерину писали из Анкары, а Халил ждал.
             ^ Chicherin · Çiçerin
                              ^ Ankara
",
        );
    }
}
