//! What stands behind a surname: its bearer’s forenames (Чичерин, Г. В.), those of somebody else, or the next name.

use super::super::forename::{self, Agreeing, Forenames, Stem};
use super::super::neighbour::{self, Neighbour};
use super::super::profile::Profile;
use super::super::{Beside, Haystack, Hit, word};
use super::People;
use crate::morph;
use crate::reading::Reading;

/// The words behind a surname.
struct Behind<'n> {
    /// The words with a capital and the initials, nearest first.
    words: &'n [Neighbour],
    /// Whether a comma stands before them.
    comma: bool,
    /// With how many initials they begin.
    initials: usize,
}

impl Behind<'_> {
    /// The word behind the initials.
    fn behind_initials(&self) -> Option<&Neighbour> {
        self.words.get(self.initials).filter(|_| self.initials > 0)
    }

    /// The words that may be forenames: where initials stand, only they.
    fn forenames(&self) -> &[Neighbour] {
        match self.initials {
            0 => self.words,
            initials => &self.words[..initials],
        }
    }
}

impl People {
    /// Takes the forenames of a surname’s bearer that stand behind it into the hit; those of somebody else contradict it.
    pub(super) fn look_behind(&self, haystack: Haystack<'_>, profile: &Profile, forenames: &Forenames, hit: &mut Hit) {
        let (words, comma) = neighbour::behind(haystack, hit.end);
        let behind = Behind {
            words: &words,
            comma,
            initials: words.iter().take_while(|neighbour| neighbour.initial).count(),
        };
        let own = &self.own[profile.entity.0 as usize];
        if comma && behind.initials == 0 && words.len() > 2 {
            return;
        }
        if behind.initials == 0 && is_another(own, haystack, &behind, hit) {
            hit.beside = Beside::Contradicts;
            return;
        }
        let agreeing = forenames.behind(haystack, behind.forenames());
        match agreeing.filter(|agreeing| !are_of_the_next(own, haystack, &behind, agreeing, hit)) {
            Some(agreeing) => {
                hit.end = words[agreeing.words - 1].end;
                hit.suffix_end = hit.end;
                // Çiçerin G. V.’in: a name written in this order still ends as the surname does.
                let surname = surname(haystack, hit);
                let mut endings = own.iter().filter(|(stem, _)| stem == surname);
                let with_suffix = |(_, endings): &Stem| word::with_suffix(haystack, hit.end, *endings);
                if let Some(form) = endings.find_map(with_suffix) {
                    (hit.suffix_end, hit.readings) = (form.suffix_end, form.readings);
                }
                hit.join(agreeing);
            }
            // Those of «Чичерин В. И. Ленину» are of the next name; of «Каменев Л. Б. Статьи» they are his. Behind a comma
            // one alone may be a place: «Каменев, М., 1923».
            None if behind.initials > usize::from(comma)
                && behind.behind_initials().is_none()
                && forenames.are_certain() =>
            {
                hit.beside = Beside::Contradicts;
            }
            None => {}
        }
    }
}

/// Whether forenames that agree belong to the next name all the same.
fn are_of_the_next(own: &[Stem], haystack: Haystack<'_>, behind: &Behind<'_>, agreeing: &Agreeing, hit: &Hit) -> bool {
    if behind.initials > 0 {
        // В. И. in «Чичерин, В. И. Ленин» do, unless they are just his: «Чичерин, Г. В. Статьи и речи».
        let are_his = |next: &Neighbour| {
            agreeing.known && !(behind.comma && behind.initials == 1) && !forename::is_form(own, haystack, next)
        };
        return agreeing.words < behind.initials || behind.behind_initials().is_some_and(|next| !are_his(next));
    }
    // In a list a comma parts a person from the next, who may have the same surname: «Толстого, Львом Толстым». And who is
    // in another case is somebody else: «письмо Троцкого Льву».
    let next = neighbour::word_behind(haystack, behind.words[agreeing.words - 1].end);
    behind.comma && next.is_some_and(|next| next.starts_with(surname(haystack, hit)))
        || !forename::agrees_in_case(own, haystack, &behind.words[0], &hit.readings)
}

/// Whether the words are the given name of somebody else, with a patronymic or without, in the case of the surname:
/// «Чичерин Борис Николаевич». Behind a comma only where the surname is written first on purpose, as in a bibliography.
fn is_another(own: &[Stem], haystack: Haystack<'_>, behind: &Behind<'_>, hit: &Hit) -> bool {
    let [given, rest @ ..] = behind.words else { return false };
    let agrees = |one: &Reading| {
        let mut cases = hit.readings.iter().map(|other| other.case);
        one.case.is_some() && cases.any(|case| case == one.case)
    };
    if !morph::given_name_readings(given.text(haystack)).iter().any(agrees) || forename::is_form(own, haystack, given) {
        return false;
    }
    let has_patronymic = || matches!(rest, [next] if morph::is_patronymic_form(next.text(haystack)));
    !behind.comma || has_patronymic() && haystack.begins_sentence(hit.start)
}

/// The stem of a surname, folded.
fn surname<'a>(haystack: Haystack<'a>, hit: &Hit) -> &'a str {
    let last = hit.stems.last();
    last.map_or("", |&(start, end)| &haystack.folded.text()[start..end])
}
