//! The Turkish suffix of a near miss: what is meant may call for other vowels than what is written.

use crate::fold::fold_word;
use crate::language::Language;
use crate::morph::{self, Category, Ending, Joint};

use super::{Near, Search};

impl Search<'_> {
    /// With the suffix behind an apostrophe, where what is meant calls for other vowels (Trabzen’e: Trabzon’a) and one
    /// suffix says the same.
    pub(super) fn with_suffix(&self, near: Near) -> Near {
        let text = self.haystack.folded.text();
        let end = near.word.end;
        let Some(suffix) = text[end..].strip_prefix('\'').filter(|_| self.is(Language::Turkish)) else {
            return near;
        };
        let start = text.len() - suffix.len();
        let length = suffix.find(|sign: char| !sign.is_alphabetic()).unwrap_or(suffix.len());
        let letters = start..start + length;
        let entry = self.gazetteer.spelling(near.spelling);
        let (name, entity) = self.gazetteer.bearer(near.spelling);
        let category = Category::of(self.gazetteer.entity(entity), self.gazetteer.name(name), entry);
        let vowels = |word: &str| morph::vowels(&entry.text, &category, word);
        if vowels(self.source(&near.word)) == vowels(&near.right) {
            return near;
        }
        let ending = Ending {
            folded: self.text(&letters),
            apostrophe: true,
            source: self.source(&letters),
        };
        let last = morph::plan_in(&entry.text, &category, &Language::Turkish).words.pop();
        let whole = fold_word(&near.right);
        let stems = last.into_iter().flat_map(|word| word.stems);
        let Some((_, endings)) = stems.into_iter().find(|(stem, _)| *stem == whole) else {
            return near;
        };
        let mark = '\'';
        let mut suffixes: Vec<String> = Vec::new();
        for reading in morph::readings(endings, self.haystack.language, &ending) {
            let forms = morph::generate(
                &entry.text,
                &category,
                self.haystack.language,
                &reading,
                Joint::Apostrophe(mark),
            );
            let suffix = forms.first().and_then(|form| form.rsplit_once(mark));
            suffixes.extend(
                suffix
                    .map(|(_, suffix)| suffix.to_owned())
                    .filter(|one| !suffixes.contains(one)),
            );
        }
        match suffixes.as_slice() {
            [only] => Near {
                right: format!("{}{}{only}", near.right, self.source(&(end..start))),
                word: near.word.start..letters.end,
                name: near.name.start..near.name.end.max(letters.end),
                ..near
            },
            _ => near,
        }
    }
}
