//! Russian in Latin letters: a spelling is read back into Cyrillic, planned there, and its stems and endings are found
//! again in Latin letters by rule, whatever the practice (Turkish, BGN/PCGN, scientific).

use crate::entity::{EntityType, Number};
use crate::fold::is_apostrophe;
use crate::morph::spelling::{Stem, Word};
use crate::morph::{Agreement, Category, Endings, turkish};
use crate::reading::Readings;

use super::{TABLES, phrase, unchanged};

/// What Latin letters stand for, longer ones first. What depends on neighbours is in [`cyrillic`].
static LETTERS: [(&str, &str); 55] = [
    ("schtsch", "щ"),
    ("shch", "щ"),
    ("tsch", "ч"),
    ("sch", "ш"),
    ("şç", "щ"),
    ("šč", "щ"),
    ("tch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("dj", "дж"),
    ("ou", "у"),
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
    /// American Library Association and Library of Congress: Rossiia, Trotskii.
    Library,
    Scientific,
}

/// The stems of each word of a spelling and how the words agree; the last also takes Turkish suffixes.
pub(in crate::morph) fn plan_latin(
    spelling: &str,
    words: &[Word<'_>],
    category: &Category<'_>,
) -> (Vec<Vec<Stem>>, Agreement) {
    let (planned, agreement) = read_back(spelling, words, category, Endings::RussianLatin);
    let known = |(word, stems): (&Word<'_>, Option<Vec<Stem>>)| stems.unwrap_or_else(|| unchanged(word));
    let mut stems: Vec<Vec<Stem>> = words.iter().zip(planned).map(known).collect();
    if let Some(last) = stems.last_mut() {
        last.extend(turkish::stems(words, category));
    }
    (stems, agreement)
}

/// The stems that each word of a Turkish or English spelling has among Russian words in Latin letters (s Çiçerinım, o
/// Chicherine): of a person all words, else of a name of one word. What is put together of several is translated there.
pub(in crate::morph) fn borrowed(spelling: &str, words: &[Word<'_>], category: &Category<'_>) -> Vec<Vec<Stem>> {
    if category.kind != EntityType::Person && words.len() > 1 || category.number == Number::Plural {
        return Vec::new();
    }
    let (planned, _) = read_back(spelling, words, category, Endings::Borrowed);
    planned.into_iter().map(Option::unwrap_or_default).collect()
}

/// The stems of each word as Russian in Latin letters, with `endings` of a Cyrillic paradigm, and how the words agree;
/// none of a word outside the agreement.
fn read_back(
    spelling: &str,
    words: &[Word<'_>],
    category: &Category<'_>,
    endings: fn(u16) -> Endings,
) -> (Vec<Option<Vec<Stem>>>, Agreement) {
    let practice = practice(spelling);
    // Trotski is an adjective; zapiski are none.
    let short_adjectives = matches!(category.kind, EntityType::Person | EntityType::Other);
    let read: Vec<(String, Vec<usize>)> = words
        .iter()
        .map(|word| {
            let mark = spelling[word.range.end..].starts_with(is_apostrophe);
            cyrillic(
                word.text,
                practice,
                mark,
                short_adjectives && category.number == Number::Singular,
            )
        })
        .collect();
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
    let mut stems: Vec<Option<Vec<Stem>>> = Vec::new();
    for ((word, (text, ends)), planned) in words.iter().zip(&read).zip(planned) {
        let latin = |stem: Stem| {
            let endings = match stem.endings {
                Endings::Russian(number) => endings(number),
                other => other,
            };
            let texts = latin_stems(word.text, text, ends, &stem.text, practice);
            texts.into_iter().map(move |text| Stem { text, endings })
        };
        let known = planned.iter().all(|stem| stem.endings != Endings::None);
        stems.push(known.then(|| planned.into_iter().flat_map(latin).collect()));
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

/// The endings that folded Latin letters begin with, and behind which they go on: the length of each and what it says.
pub(in crate::morph) fn latin_inner_endings(number: u16, letters: &str) -> impl Iterator<Item = (usize, Readings)> {
    /// No ending is longer: -iyami.
    const LONGEST: usize = 12;
    let lengths = letters.char_indices().take(LONGEST + 1).map(|(length, _)| length);
    lengths
        .map(move |length| (length, latin_readings(number, &letters[..length])))
        .filter(|(_, readings)| !readings.is_empty())
}

/// A Cyrillic ending in the Latin letters that a spelling uses.
pub(in crate::morph) fn romanized(ending: &str, spelling: &str) -> String {
    let practice = practice(spelling);
    let soft_sign = if spelling.contains(is_apostrophe) { "'" } else { "" };
    let letter = |char| match char {
        'ь' => soft_sign,
        char => romanized_letter(char, practice),
    };
    ending.chars().map(letter).collect()
}

fn romanized_letter(char: char, practice: Practice) -> &'static str {
    match (char, practice) {
        ('а', _) => "a",
        ('в', _) => "v",
        ('г', _) => "g",
        ('е', _) => "e",
        ('и', _) => "i",
        ('й', Practice::Scientific) => "j",
        ('й', Practice::Library) => "i",
        ('й', _) => "y",
        ('к', _) => "k",
        ('л', _) => "l",
        ('м', _) => "m",
        ('н', _) => "n",
        ('о', _) => "o",
        ('р', _) => "r",
        ('т', _) => "t",
        ('у', _) => "u",
        ('х', Practice::English | Practice::Library) => "kh",
        ('х', Practice::Turkish) => "h",
        ('х', Practice::Scientific) => "ch",
        ('ц', Practice::Scientific) => "c",
        ('ц', _) => "ts",
        ('ы', Practice::Turkish) => "ı",
        ('ы', _) => "y",
        ('ю', Practice::Scientific) => "ju",
        ('ю', Practice::Library) => "iu",
        ('ю', _) => "yu",
        ('я', Practice::Scientific) => "ja",
        ('я', Practice::Library) => "ia",
        ('я', _) => "ya",
        _ => "",
    }
}

fn practice(spelling: &str) -> Practice {
    let small = spelling.to_lowercase();
    match () {
        () if small.contains(['ı', 'ş', 'ç', 'ğ']) => Practice::Turkish,
        () if small.contains(['č', 'š', 'ž']) || has_scientific_j(&small) => Practice::Scientific,
        () if ["ia", "iu"].iter().any(|letters| small.contains(letters)) || has_final_i(&small) => Practice::Library,
        () if ["sh", "ch", "zh", "kh", "y "]
            .iter()
            .any(|letters| small.contains(letters)) =>
        {
            Practice::English
        }
        () => Practice::Turkish,
    }
}

/// Turcija, Trockij, Andrej; in Turkish practice j is ж (Nijniy, jizn).
fn has_scientific_j(small: &str) -> bool {
    let letters: Vec<char> = small.chars().chain([' ']).collect();
    let vowel = |letter: char| "aeiouy".contains(letter);
    letters
        .windows(3)
        .any(|three| vowel(three[0]) && three[1] == 'j' && ("auo".contains(three[2]) || !three[2].is_alphanumeric()))
}

/// Whether a word ends in a vowel and i, which then is й: Sergei, Novyi, Trotskii.
fn has_final_i(small: &str) -> bool {
    let words = small.split(|char: char| !char.is_alphanumeric());
    let mut endings = words.filter_map(|word| word.strip_suffix('i'));
    endings.any(|rest| rest.ends_with(['a', 'e', 'i', 'o', 'u', 'y']))
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

/// The stem in Latin letters: what it shares with the word, then what changed. A soft sign that came is left out or
/// written (Lva, L'va).
fn latin_stems(latin: &str, cyrillic: &str, ends: &[usize], stem: &str, practice: Practice) -> Vec<String> {
    let shared = cyrillic.chars().zip(stem.chars()).take_while(|(a, b)| a == b).count();
    let end = shared
        .checked_sub(1)
        .and_then(|last| ends.get(last))
        .copied()
        .unwrap_or(0);
    let kept = latin.get(..end).unwrap_or_default();
    let changed = |soft_sign: &'static str| -> String {
        let letters = stem.chars().skip(shared).map(|char| match char {
            'ь' => soft_sign,
            char => romanized_letter(char, practice),
        });
        letters.collect()
    };
    let mut stems = vec![format!("{kept}{}", changed(""))];
    let marked = format!("{kept}{}", changed("'"));
    if marked != stems[0] {
        stems.push(marked);
    }
    stems
}

/// A Latin word in Cyrillic letters, and for each of them the byte of the Latin word where it ends. `mark` is whether an
/// apostrophe follows it, `short_adjectives` whether -ski may be -ский.
fn cyrillic(word: &str, practice: Practice, mark: bool, short_adjectives: bool) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(char) = word[at..].chars().next() {
        let capital = char.is_uppercase();
        let (letters, length) = letter_at(word, at, &text, practice);
        at += length;
        // Trotsky, Trotski
        let short = letters == "ы" || letters == "и" && short_adjectives;
        if at == word.len() && short && ["ск", "цк", "чк"].iter().any(|end| text.ends_with(end)) {
            text.push_str("ий");
            ends.extend([at, at]);
            continue;
        }
        for (index, letter) in letters.chars().enumerate() {
            match capital && index == 0 {
                true => text.extend(letter.to_uppercase()),
                false => text.push(letter),
            }
            ends.push(at);
        }
    }
    // Turkish practice leaves the soft sign out: jizn, oktyabr.
    if mark && text.ends_with(|last| TABLES.is_consonant(last)) || TABLES.has_soft_sign(&crate::fold::fold_word(&text))
    {
        text.push('ь');
        ends.push(at);
    }
    (text, ends)
}

/// The Cyrillic letters for what stands at a byte, and how many bytes it takes.
fn letter_at(word: &str, at: usize, before: &str, practice: Practice) -> (String, usize) {
    let rest = &word[at..];
    let after_vowel = before
        .chars()
        .next_back()
        .is_some_and(|last| last.to_lowercase().any(|last| TABLES.is_vowel(last)));
    // Sergei, Novyi, Trotskii
    if after_vowel && matches!(rest, "i" | "İ" | "I") {
        return ("й".to_owned(), rest.len());
    }
    if practice == Practice::Scientific
        && let Some(length) = prefix_length(rest, "ch")
    {
        return ("х".to_owned(), length);
    }
    let Some(char) = rest.chars().next() else {
        return (String::new(), 1);
    };
    let first = small(char);
    for (latin, cyrillic) in LETTERS.iter().filter(|(latin, _)| latin.starts_with(first)) {
        if let Some(length) = prefix_length(rest, latin) {
            return ((*cyrillic).to_owned(), length);
        }
    }
    // y is й beside a vowel and ы between consonants; j is й, and ж before a consonant.
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
fn prefix_length(text: &str, prefix: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = text.chars();
    for expected in prefix.chars() {
        let letter = letters.next()?;
        if small(letter) != expected {
            return None;
        }
        length += letter.len_utf8();
    }
    Some(length)
}

/// The small letter of any letter, and one apostrophe of all.
fn small(letter: char) -> char {
    match letter {
        'İ' => 'i',
        '’' => '\'',
        'a'..='z' => letter,
        letter => letter.to_lowercase().next().unwrap_or(letter),
    }
}
