//! The forms of the new spelling that say what the old one says.

use crate::analysis::Mention;
use crate::entity::{Number, Part};
use crate::fold::fold_word;
use crate::language::Language;
use crate::morph::Joint;
use crate::reading::{GrammaticalCase, Reading};

use super::Subject;
use super::beside::Preposition;
use super::sound::Sound;
use super::standing::Standing;

/// Stands for the writer’s mark between a name and its suffix; in private use, so in no name.
const MARK: char = '\u{e000}';

/// A form of the new spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// Without a suffix behind a mark.
    pub(super) name: String,
    /// The suffix behind the mark of the old one.
    pub(super) suffix: Option<String>,
}

impl Form {
    /// Name, mark and suffix.
    pub(super) fn whole(&self, standing: &Standing) -> String {
        let mark = standing.suffix.as_ref().map_or("", |suffix| suffix.mark.as_str());
        match &self.suffix {
            Some(suffix) => format!("{}{mark}{suffix}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The forms, each once, in the order of the readings; empty where there is none.
pub(super) fn new_forms(
    standing: &Standing,
    mention: &Mention,
    old: Subject<'_>,
    new: Subject<'_>,
    before: Option<&'static Preposition>,
    sound: Sound,
) -> Vec<Form> {
    let language = old.category.language;
    // A suffix of another language behind a declined word says what neither table makes.
    if language.is_cyrillic() && standing.suffix.as_ref().is_some_and(|suffix| suffix.has_apostrophe()) {
        return behind_declined(standing, old, new);
    }
    if standing.followed && !language.is_cyrillic() && *language != Language::RussianLatin {
        return vec![plain(new)];
    }
    let joint = match &standing.suffix {
        Some(_) => Joint::Apostrophe(MARK),
        None => Joint::Solid,
    };
    let paragraph = paragraph(standing, language);
    let written = match &standing.suffix {
        Some(suffix) => format!("{}{MARK}{}", standing.folded, fold_word(&suffix.source)),
        None => standing.folded.clone(),
    };
    let ways: Vec<Way> = readings(standing, mention, old, before)
        .into_iter()
        .map(|reading| Way::of(reading, &written, &standing.source, old, paragraph, joint))
        .collect();
    // Readings whose form this is know better than those that are licensed loosely (Paris’de).
    let exact = ways.iter().any(|way| way.manner.is_some());
    let ways = ways.into_iter().filter(|way| !exact || way.manner.is_some());
    if standing.followed && !exact {
        // It stays as it is before what follows it: Халиль-паши, Ллойд Джорджа.
        return vec![plain(new)];
    }
    let mut forms: Vec<Form> = Vec::new();
    for way in ways {
        let form = way.form(new, paragraph, joint, before);
        let form = form.filter(|form| form.suffix.is_some() == standing.suffix.is_some());
        forms.extend(form.map(|form| sound.suffixed(form, old, standing)));
    }
    let mut seen: Vec<Form> = Vec::new();
    for form in forms {
        if !seen.contains(&form) {
            seen.push(form);
        }
    }
    seen
}

/// One reading of the old form.
struct Way {
    reading: Reading,
    /// Whether the old spelling has this form in this reading, and in what it is not the usual one.
    manner: Option<Manner>,
    /// An ending that Russian in Latin letters mostly has, and the one that the writer has for it (Angorı, Angory).
    practice: Option<(String, String)>,
}

/// How a writer has a form that can be made in more than one way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Manner {
    /// The usual one.
    Usual,
    /// The words that stay as they are (Халиль-паши, Халиля-паши), and the last letter of the form (Ангорою).
    Own { undeclined: Vec<bool>, last: Option<char> },
}

impl Manner {
    fn own(form: &str, spelling: &str) -> Manner {
        let (own, spelled) = (folded_words(form), folded_words(spelling));
        Manner::Own {
            undeclined: own.iter().zip(&spelled).map(|(own, spelled)| own == spelled).collect(),
            last: form.chars().next_back(),
        }
    }
}

impl Way {
    fn of(reading: Reading, written: &str, source: &str, old: Subject<'_>, paragraph: &Language, joint: Joint) -> Way {
        let all = old.forms(paragraph, &reading, joint);
        let folded = |form: &String| match form.split_once(MARK) {
            Some((name, suffix)) => format!("{}{MARK}{}", fold_word(name), fold_word(suffix)),
            None => fold_word(form),
        };
        let manner = match all.iter().position(|form| same(&folded(form), written)) {
            Some(0) => Some(Manner::Usual),
            Some(place) => Some(Manner::own(&all[place], old.text)),
            // Words before the last one may stay as they are also where the tables would rather decline them.
            None => all
                .iter()
                .any(|form| differ_in_undeclined(form, source, old.text))
                .then(|| Manner::own(source, old.text)),
        };
        let by_practice = *old.category.language == Language::RussianLatin && manner.is_none();
        let practice = all.first().filter(|_| by_practice).map(|usual| {
            let (_, (own, written)) = parted(usual, source);
            (own.to_owned(), written.to_owned())
        });
        Way {
            reading,
            manner,
            practice,
        }
    }

    /// The form of the new spelling: the usual one, or where the writer has his own manner the one that has it too. Behind a
    /// preposition that asks for it, the second locative, if it has one: в Крыму.
    fn form(
        &self,
        new: Subject<'_>,
        paragraph: &Language,
        joint: Joint,
        before: Option<&'static Preposition>,
    ) -> Option<Form> {
        let second = self.reading.case == Some(GrammaticalCase::Locative)
            && before.is_some_and(|preposition| preposition.second_locative);
        let case = match second {
            true => Some(GrammaticalCase::SecondLocative),
            false => self.reading.case,
        };
        let all = new.forms(paragraph, &Reading { case, ..self.reading }, joint);
        let has_it = |form: &&String| Some(Manner::own(form, new.text)) == self.manner;
        let form = all.iter().find(has_it).or(all.first())?;
        let (stem, (ending, _)) = parted(form, new.text);
        if let Some((_, written)) = self.practice.as_ref().filter(|(usual, _)| usual == ending) {
            return Some(split(&format!("{stem}{written}")));
        }
        match &self.manner {
            Some(Manner::Own { undeclined, .. }) => Some(split(&with_undeclined(form, undeclined, new.text))),
            _ => Some(split(form)),
        }
    }
}

/// What two words have in common at their beginning, and the rest of each.
fn parted<'a>(one: &'a str, other: &'a str) -> (&'a str, (&'a str, &'a str)) {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let length: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    (&one[..length], (&one[length..], &other[length..]))
}

/// Whether a text is a form but for words before the last that are as spelled.
fn differ_in_undeclined(form: &str, written: &str, spelling: &str) -> bool {
    let (form, written, spelled) = (folded_words(form), folded_words(written), folded_words(spelling));
    let fits = |number: usize| {
        written[number] == form[number] || written[number] == spelled[number] && number + 1 < written.len()
    };
    form.len() == written.len() && form.len() == spelled.len() && (0..form.len()).all(fits)
}

/// A form with some of the words before the last as spelled.
fn with_undeclined(form: &str, undeclined: &[bool], spelling: &str) -> String {
    let words = |text: &str| -> Vec<String> { words(text).map(str::to_owned).collect() };
    let (own, spelled) = (words(form), words(spelling));
    if own.len() != undeclined.len() || own.len() != spelled.len() {
        return form.to_owned();
    }
    let mut text = String::with_capacity(form.len());
    let mut rest = form;
    for (number, word) in own.iter().enumerate() {
        let (before, behind) = rest.split_once(word.as_str()).unwrap_or(("", rest));
        text.push_str(before);
        let stays = undeclined[number] && number + 1 < own.len();
        text.push_str(if stays { &spelled[number] } else { word });
        rest = behind;
    }
    text + rest
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != MARK)
        .filter(|word| !word.is_empty())
}

fn folded_words(text: &str) -> Vec<String> {
    words(text).map(fold_word).collect()
}

/// Folded texts, but for what folding keeps between words: hyphen, space and nothing are one.
fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let is_part = |sign: &char| sign.is_alphanumeric() || *sign == MARK;
        text.chars().filter(is_part).collect()
    };
    letters(one) == letters(other)
}

/// The language whose suffixes stand here: of a Turkish name in a paragraph of no such language its own.
pub(super) fn paragraph<'a>(standing: &'a Standing, language: &'a Language) -> &'a Language {
    let suffixed = standing.suffix.is_some() && *language == Language::Turkish;
    match &standing.paragraph {
        Language::Turkish | Language::English => &standing.paragraph,
        _ if suffixed => language,
        other => other,
    }
}

/// The readings of the words: those of the name, less what the preposition before it does not govern, and less the other
/// number where the form can be of the number in which the name is spelled (Смирны are hardly many).
fn readings(standing: &Standing, mention: &Mention, old: Subject<'_>, before: Option<&Preposition>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = mention.readings.to_vec();
    if readings.is_empty() {
        readings.push(Reading::default());
    }
    let own = old.category.number;
    keep(&mut readings, |reading| {
        reading.number.is_none_or(|number| number == own)
    });
    if old.category.language.is_cyrillic()
        && let Some(preposition) = before
    {
        keep(&mut readings, |reading| {
            reading.case.is_none_or(|case| preposition.governs(case))
        });
    }
    if standing.followed && old.category.part != Part::Full {
        // In front of a title or another name the words are of the person alone.
        keep(&mut readings, |reading| reading.number != Some(Number::Plural));
    }
    // The usual case first: where forms part, people read on.
    readings.sort_by_key(|reading| {
        (
            reading.possessor.is_some(),
            reading.case == Some(GrammaticalCase::SecondLocative),
        )
    });
    let mut seen: Vec<Reading> = Vec::new();
    for reading in readings {
        if !seen.contains(&reading) {
            seen.push(reading);
        }
    }
    seen
}

/// Keeps what fits, if anything does.
fn keep(readings: &mut Vec<Reading>, fits: impl Fn(&Reading) -> bool) {
    if readings.iter().any(&fits) {
        readings.retain(fits);
    }
}

fn plain(new: Subject<'_>) -> Form {
    Form {
        name: new.text.to_owned(),
        suffix: None,
    }
}

fn split(form: &str) -> Form {
    match form.split_once(MARK) {
        Some((name, suffix)) => Form {
            name: name.to_owned(),
            suffix: Some(suffix.to_owned()),
        },
        None => Form {
            name: form.to_owned(),
            suffix: None,
        },
    }
}

/// Чичерин’е in Turkish, Чичерин’s in English: the dictionary form keeps a suffix that does not depend on its sound.
fn behind_declined(standing: &Standing, old: Subject<'_>, new: Subject<'_>) -> Vec<Form> {
    let suffix = standing.suffix.as_ref().map(|suffix| suffix.source.clone());
    let is_bare = same(&fold_word(old.text), &standing.folded);
    let keeps = suffix.as_deref() == Some("s") && standing.paragraph == Language::English;
    let form = Form { suffix, ..plain(new) };
    (is_bare && keeps).then_some(form).into_iter().collect()
}
