//! Two spellings of a name: the same, the same but for form, or different.

use std::fmt;

use super::letters::{self, Letter, letters};
use crate::entity::EntityType;
use crate::language::Language;
use crate::morph;

/// What two writings of one name are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// They differ in nothing that a reader would call a difference.
    Same,
    /// They differ in these matters of form.
    Form(Differences),
    /// They are different spellings.
    Different,
}

/// A matter of form: writings that differ in it alone are the same spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    /// A capital inside: Сами-бей, Сами-Бей.
    InnerCapital,
    /// Hyphen, space or nothing between words: Güney-Batı, Güneybatı.
    Joint,
    /// Dots and blanks in acronyms and initials: T.B.M.M., TBMM; В. И., В.И.
    Dots,
    /// The circumflex of Turkish loans: Kâzım, Kazım.
    Circumflex,
    /// An apostrophe or none before a suffix: Komintern’in, Kominternin.
    Apostrophe,
    /// The first word declined or not: Халиля-паши, Халиль-паши.
    FirstWord,
}

/// A set of matters of form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Differences(u8);

impl Difference {
    /// Every matter of form.
    pub const ALL: [Difference; 6] = [
        Difference::InnerCapital,
        Difference::Joint,
        Difference::Dots,
        Difference::Circumflex,
        Difference::Apostrophe,
        Difference::FirstWord,
    ];

    /// A word for it that is stable.
    pub const fn as_str(self) -> &'static str {
        match self {
            Difference::InnerCapital => "inner-capital",
            Difference::Joint => "joint",
            Difference::Dots => "dots",
            Difference::Circumflex => "circumflex",
            Difference::Apostrophe => "apostrophe",
            Difference::FirstWord => "first-word",
        }
    }
}

impl Differences {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this one is among them.
    pub fn contains(self, difference: Difference) -> bool {
        self.0 & (1 << difference as u8) != 0
    }

    /// Each of them, in the order of [`Difference::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Difference> {
        Difference::ALL
            .into_iter()
            .filter(move |difference| self.contains(*difference))
    }

    pub(super) fn insert(&mut self, difference: Difference) {
        self.0 |= 1 << difference as u8;
    }

    pub(super) fn insert_all(&mut self, others: Differences) {
        self.0 |= others.0;
    }
}

impl FromIterator<Difference> for Differences {
    fn from_iter<I: IntoIterator<Item = Difference>>(all: I) -> Differences {
        let mut set = Differences::default();
        all.into_iter().for_each(|difference| set.insert(difference));
        set
    }
}

impl fmt::Debug for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl From<Differences> for Comparison {
    fn from(differences: Differences) -> Comparison {
        if differences.is_empty() {
            Comparison::Same
        } else {
            Comparison::Form(differences)
        }
    }
}

/// Compares two spellings, in one language, of a name of such an entity. Symmetric; a spelling is the same as itself.
///
/// In the names of persons words may be left out, or be initials: the rest is compared word by word.
///
/// ```
/// use onomast_gazetteer::Language;
/// use onomast_gazetteer::consistency::{Comparison, Difference, compare};
/// use onomast_gazetteer::entity::EntityType;
///
/// let compare = |one, other| compare(one, other, &Language::Turkish, EntityType::Place);
/// assert_eq!(compare("İzmir", "İZMİR"), Comparison::Same);
/// assert_eq!(compare("İzmir", "Izmir"), Comparison::Different);
/// let joint = [Difference::InnerCapital, Difference::Joint].into_iter().collect();
/// assert_eq!(compare("Güney-Batı", "Güneybatı"), Comparison::Form(joint));
/// ```
pub fn compare(one: &str, other: &str, language: &Language, kind: EntityType) -> Comparison {
    let (one, other) = (letters(one, language), letters(other, language));
    if one.len() == other.len()
        && let Some(differences) = differences(one.iter().zip(&other))
    {
        return differences.into();
    }
    let by_words = (kind == EntityType::Person)
        .then(|| with_words_left_out(&one, &other, language))
        .flatten();
    by_words.map_or(Comparison::Different, Comparison::from)
}

/// In what letters that stand for each other differ; `None` where one of them is another letter. What stands before the
/// first ones does not count, nor whether they are capitals: a sentence may begin with them.
pub(super) fn differences<'a>(pairs: impl Iterator<Item = (&'a Letter, &'a Letter)>) -> Option<Differences> {
    let mut found = Differences::default();
    for (number, (one, other)) in pairs.enumerate() {
        if !one.is(other) {
            return None;
        }
        if one.circumflex != other.circumflex {
            found.insert(Difference::Circumflex);
        }
        if number > 0 {
            if one.capital != other.capital && !one.shouted && !other.shouted {
                found.insert(Difference::InnerCapital);
            }
            found.insert_all(gaps(one, other));
        }
    }
    Some(found)
}

/// In what two gaps differ. A broken line stands for hyphen, blank and nothing.
fn gaps(one: &Letter, other: &Letter) -> Differences {
    let (one, other) = (one.gap, other.gap);
    let mut found = Differences::default();
    let broken = one.broken || other.broken;
    if one.apostrophe != other.apostrophe {
        found.insert(Difference::Apostrophe);
    }
    if one.dot != other.dot {
        found.insert(Difference::Dots);
    } else if one.joint() != other.joint() && !broken {
        found.insert(if one.dot { Difference::Dots } else { Difference::Joint });
    }
    found
}

/// The shorter name, whose words all stand in the longer one in their order, an initial for its word. The name at the
/// end, before titles, must be there in both: leaving out a surname makes another name.
fn with_words_left_out(one: &[Letter], other: &[Letter], language: &Language) -> Option<Differences> {
    let words = |letters| -> Vec<&[Letter]> { letters::words(letters).collect() };
    let (mut short, mut long) = (words(one), words(other));
    if (short.len(), one.len()) > (long.len(), other.len()) {
        std::mem::swap(&mut short, &mut long);
    }
    let last = |words: &[&[Letter]]| words.iter().rposition(|word| !is_title(word, language));
    let (last_short, last_long) = (last(&short)?, last(&long)?);
    let (name, other) = (short[last_short], long[last_long]);
    let mut found = word_differences(name, other).filter(|_| name.len() == other.len())?;
    for (short, long) in [
        (&short[..last_short], &long[..last_long]),
        (&short[last_short + 1..], &long[last_long + 1..]),
    ] {
        let mut rest = long.iter();
        for word in short {
            found.insert_all(rest.find_map(|other| word_differences(word, other))?);
        }
    }
    Some(found)
}

fn word_differences(one: &[Letter], other: &[Letter]) -> Option<Differences> {
    let is_initial = one.len() == 1 || other.len() == 1;
    if one.len() != other.len() && !is_initial {
        return None;
    }
    differences(one.iter().zip(other))
}

fn is_title(word: &[Letter], language: &Language) -> bool {
    let folded: String = word.iter().map(Letter::folded).collect();
    is_title_behind(&folded, language)
}

/// Whether a folded word is the dictionary form of a title that stands behind a name.
pub(super) fn is_title_behind(word: &str, language: &Language) -> bool {
    let mut titles = morph::titles_behind(language).iter();
    titles
        .any(|title| title.text.chars().count() == word.chars().count() && crate::fold::fold_word(&title.text) == word)
}
