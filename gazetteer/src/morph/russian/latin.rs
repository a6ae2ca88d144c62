//! Russian in Latin letters: a spelling is read back into Cyrillic, planned there, and its stems and endings are found
//! again in Latin letters by rule, whatever the practice (Turkish, BGN/PCGN, scientific).

use crate::morph::spelling::{Stem, Word};
use crate::morph::{Agreement, Category, Endings, turkish};
use crate::reading::Readings;

use super::{TABLES, phrase, unchanged};

/// What Latin letters stand for, longer ones first. What depends on neighbours is in [`cyrillic`].
const LETTERS: [(&str, &str); 50] = [
    ("shch", "щ"),
    ("şç", "щ"),
    ("šč", "щ"),
    ("tch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ya", "я"),
    ("yo", "е"),
    ("ye", "е"),
    ("iu", "ю"),
    ("ia", "я"),
    ("ju", "ю"),
    ("ja", "я"),
    ("je", "е"),
    ("a", "а"),
    ("b", "б"),
    ("c", "ц"),
    ("ç", "ч"),
    ("č", "ч"),
    ("d", "д"),
    ("e", "е"),
    ("ë", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("ğ", "г"),
    ("h", "х"),
    ("i", "и"),
    ("ı", "ы"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("r", "р"),
    ("s", "с"),
    ("ş", "ш"),
    ("š", "ш"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "х"),
    ("z", "з"),
    ("ž", "ж"),
    ("'", "ь"),
];

/// Latin letters that endings have for Cyrillic ones, folded; the practices of [`romanized`] come first.
const ENDING_LETTERS: [(char, &[&str]); 16] = [
    ('а', &["a"]),
    ('в', &["v"]),
    ('г', &["g", "v"]),
    ('е', &["e", "ye", "je"]),
    ('и', &["i"]),
    ('й', &["y", "i", "j"]),
    ('м', &["m"]),
    ('н', &["n"]),
    ('о', &["o"]),
    ('у', &["u", "ou"]),
    ('х', &["h", "kh", "ch", "x"]),
    ('ы', &["i", "y"]),
    ('ь', &["", "'"]),
    ('ю', &["yu", "iu", "ju", "u"]),
    ('я', &["ya", "ia", "ja", "a"]),
    ('ъ', &["", "'"]),
];

/// How a Latin spelling writes Russian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Practice {
    Turkish,
    English,
    Scientific,
}

/// The stems of each word and how the words agree; the last also takes Turkish suffixes.
pub(in crate::morph) fn plan_latin(words: &[Word<'_>], category: &Category<'_>) -> (Vec<Vec<Stem>>, Agreement) {
    let read: Vec<(String, Vec<usize>)> = words.iter().map(|word| cyrillic(word.text)).collect();
    let cyrillic: Vec<Word<'_>> = words
        .iter()
        .zip(&read)
        .map(|(word, (text, _))| Word {
            text: text.as_str(),
            folded: crate::fold::fold_word(text),
            ..word.clone()
        })
        .collect();
    let (planned, agreement) = phrase::plan(&cyrillic, category);
    let mut stems: Vec<Vec<Stem>> = Vec::new();
    for ((word, (text, ends)), planned) in words.iter().zip(&read).zip(planned) {
        let latin = |stem: Stem| Stem {
            text: latin_stem(word.text, text, ends, &stem.text),
            endings: match stem.endings {
                Endings::Russian(number) => Endings::RussianLatin(number),
                other => other,
            },
        };
        let known = planned.iter().all(|stem| stem.endings != Endings::None);
        stems.push(if known {
            planned.into_iter().map(latin).collect()
        } else {
            unchanged(word)
        });
    }
    if let Some(last) = stems.last_mut() {
        last.extend(turkish::stems(words, category));
    }
    (stems, agreement)
}

/// The readings of a folded Latin ending behind a stem of a Cyrillic paradigm.
pub(in crate::morph) fn latin_readings(number: u16, ending: &str) -> Readings {
    let mut readings: Readings = TABLES
        .cells(number)
        .into_iter()
        .filter(|(_, cell)| stands_for(cell, ending))
        .map(|(reading, _)| reading)
        .collect();
    readings.sort();
    readings.dedup();
    readings
}

/// A Cyrillic ending in the Latin letters that a spelling uses.
pub(in crate::morph) fn romanized(ending: &str, spelling: &str) -> String {
    let practice = practice(spelling);
    ending.chars().map(|char| romanized_letter(char, practice)).collect()
}

fn romanized_letter(char: char, practice: Practice) -> &'static str {
    match (char, practice) {
        ('а', _) => "a",
        ('в', _) => "v",
        ('г', _) => "g",
        ('е', _) => "e",
        ('и', _) => "i",
        ('й', Practice::Scientific) => "j",
        ('й', _) => "y",
        ('к', _) => "k",
        ('л', _) => "l",
        ('м', _) => "m",
        ('н', _) => "n",
        ('о', _) => "o",
        ('р', _) => "r",
        ('т', _) => "t",
        ('у', _) => "u",
        ('х', Practice::English) => "kh",
        ('х', Practice::Turkish) => "h",
        ('х', Practice::Scientific) => "ch",
        ('ц', Practice::Scientific) => "c",
        ('ц', _) => "ts",
        ('ы', Practice::Turkish) => "ı",
        ('ы', _) => "y",
        ('ю', Practice::Scientific) => "ju",
        ('ю', _) => "yu",
        ('я', Practice::Scientific) => "ja",
        ('я', _) => "ya",
        _ => "",
    }
}

fn practice(spelling: &str) -> Practice {
    let small = spelling.to_lowercase();
    match () {
        () if small.contains(['ı', 'ş', 'ç', 'ğ']) => Practice::Turkish,
        () if small.contains(['č', 'š', 'ž']) => Practice::Scientific,
        () if ["sh", "ch", "zh", "kh", "y "]
            .iter()
            .any(|letters| small.contains(letters)) =>
        {
            Practice::English
        }
        () => Practice::Turkish,
    }
}

/// Whether a folded Latin ending can stand for a Cyrillic one.
fn stands_for(cyrillic: &str, latin: &str) -> bool {
    let mut letters = cyrillic.chars();
    let Some(letter) = letters.next() else {
        return latin.is_empty();
    };
    // -ий and -ый are also -y and -i: Trotsky, Trotski.
    if matches!((cyrillic, latin), ("ий", "y" | "i") | ("ый", "y")) {
        return true;
    }
    let known = ENDING_LETTERS.iter().find(|(known, _)| *known == letter);
    known.is_some_and(|(_, spellings)| {
        let mut rests = spellings.iter().filter_map(|spelling| latin.strip_prefix(spelling));
        rests.any(|rest| stands_for(letters.as_str(), rest))
    })
}

/// The stem in Latin letters: what it shares with the word, then what changed.
fn latin_stem(latin: &str, cyrillic: &str, ends: &[usize], stem: &str) -> String {
    let shared = cyrillic.chars().zip(stem.chars()).take_while(|(a, b)| a == b).count();
    let end = shared
        .checked_sub(1)
        .and_then(|last| ends.get(last))
        .copied()
        .unwrap_or(0);
    let changed = stem
        .chars()
        .skip(shared)
        .map(|char| romanized_letter(char, practice(latin)));
    format!(
        "{}{}",
        latin.get(..end).unwrap_or_default(),
        changed.collect::<String>()
    )
}

/// A Latin word in Cyrillic letters, and for each of them the byte of the Latin word where it ends.
fn cyrillic(word: &str) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(char) = word[at..].chars().next() {
        let capital = char.is_uppercase();
        let (letter, length) = letter_at(word, at, &text);
        at += length;
        // Trotsky, Trotski
        if at == word.len() && matches!(letter.as_str(), "ы" | "и") && text.ends_with('к') {
            text.push_str("ий");
            ends.extend([at, at]);
            continue;
        }
        let mut letters = letter.chars();
        if let Some(first) = letters.next() {
            let first = if capital {
                first.to_uppercase().next().unwrap_or(first)
            } else {
                first
            };
            text.push(first);
            ends.push(at);
        }
    }
    // Turkish practice leaves the soft sign out: jizn, oktyabr.
    if TABLES.has_soft_sign(&crate::fold::fold_word(&text)) {
        text.push('ь');
        ends.push(at);
    }
    (text, ends)
}

/// The Cyrillic letter for what stands at a byte, and how many bytes it takes.
fn letter_at(word: &str, at: usize, before: &str) -> (String, usize) {
    let rest = &word[at..];
    for (latin, cyrillic) in LETTERS {
        if let Some(length) = prefix_length(rest, latin) {
            return (cyrillic.to_owned(), length);
        }
    }
    let Some(char) = rest.chars().next() else {
        return (String::new(), 1);
    };
    // y is й beside a vowel and ы between consonants; j is й, and ж before a consonant.
    let after_vowel = before
        .chars()
        .next_back()
        .is_some_and(|last| last.to_lowercase().any(|last| TABLES.is_vowel(last)));
    let letter = match char.to_ascii_lowercase() {
        'y' if after_vowel => 'й',
        'y' => 'ы',
        'j' if after_vowel => 'й',
        'j' => 'ж',
        _ => char,
    };
    (letter.to_string(), char.len_utf8())
}

/// The bytes at the start of a text that are these small letters in any case.
fn prefix_length(text: &str, small: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = text.chars();
    for expected in small.chars() {
        let letter = letters.next()?;
        let lower = match letter {
            'İ' => 'i',
            '’' => '\'',
            letter => letter.to_lowercase().next()?,
        };
        if lower != expected {
            return None;
        }
        length += letter.len_utf8();
    }
    Some(length)
}
