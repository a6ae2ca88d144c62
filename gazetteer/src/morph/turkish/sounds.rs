//! What Turkish suffixes need to know of the sounds of a stem, packed into the number of an
//! [`Endings::Latin`](crate::morph::Endings). It must not know suffixes.

use unicode_normalization::UnicodeNormalization;

use crate::entity::Harmony;

/// The end of a stem as it sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sounds {
    pub(super) front: bool,
    pub(super) rounded: bool,
    /// Whether the last sound is a vowel.
    pub(super) vowel: bool,
    /// Whether it is a voiceless consonant, behind which D is t.
    pub(super) voiceless: bool,
}

/// What else the stem may sound like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    Nothing,
    /// With the other harmony: Nepal’in.
    Harmony,
    /// Like the name of a letter: -e.
    Letter,
    /// Like the name of a letter: -e or -a.
    OpenLetter,
    /// Like the name of a letter, Turkish or English: me, em.
    ClosedLetter,
    /// Like anything: a number, a foreign spelling.
    Anything,
    /// As in another language, which the spelling does not show: Clinton, Denver, Trump.
    Unsure,
    /// The same, and the usual Turkish name of a place, which is mostly read as it is written: other suffixes are found and
    /// are wrong (Paris’de).
    Place,
}

impl Other {
    /// Whether the stem may sound as in another language, which the spelling does not show.
    pub(super) fn may_be_foreign(self) -> bool {
        matches!(self, Other::Unsure | Other::Place)
    }
}

/// What a stem is to the whole spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The whole word.
    Plain,
    /// A compound that ends in its own possessive (Lozan Antlaşması): cases with -n-, no possessive of its own.
    Compound,
    /// A word that may be one (Boğaziçi, Delhi).
    MaybeCompound,
    /// With a softened last consonant, for suffixes that begin with a vowel and no apostrophe (Bolşeviğ-i).
    Softened,
    /// A compound without its possessive, for another one or the plural (Meclis-imiz).
    Stripped,
    /// The same with a softened consonant (Birliğ-imiz).
    StrippedSoftened,
}

/// All of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::morph) struct Class {
    pub(super) sounds: Sounds,
    pub(super) other: Other,
    pub(super) role: Role,
    /// Whether the spelling is Turkish.
    pub(in crate::morph) turkish: bool,
    /// Whether an English possessive may be a bare apostrophe.
    pub(in crate::morph) sibilant: bool,
    /// Whether the stem itself is in the plural.
    pub(super) plural: bool,
    /// Whether it is rather read by its letters than as it is written.
    pub(super) spelled_out: bool,
    /// Whether the stem has one vowel at most.
    pub(super) short: bool,
}

const OTHERS: [Other; 8] = [
    Other::Nothing,
    Other::Harmony,
    Other::Letter,
    Other::OpenLetter,
    Other::ClosedLetter,
    Other::Anything,
    Other::Unsure,
    Other::Place,
];
const ROLES: [Role; 6] = [
    Role::Plain,
    Role::Compound,
    Role::MaybeCompound,
    Role::Softened,
    Role::Stripped,
    Role::StrippedSoftened,
];

impl Class {
    /// The same sounds in another role.
    pub(super) fn as_a(self, role: Role) -> Class {
        Class { role, ..self }
    }

    /// The number that stands for it.
    pub(super) fn pack(self) -> u16 {
        let Sounds {
            front,
            rounded,
            vowel,
            voiceless,
        } = self.sounds;
        let flags = [
            front,
            rounded,
            vowel,
            voiceless,
            self.turkish,
            self.sibilant,
            self.plural,
            self.spelled_out,
        ];
        let bits = (0..)
            .zip(flags)
            .fold(0, |bits, (at, flag)| bits | u16::from(flag) << at);
        bits | (self.other as u16) << 8 | (self.role as u16) << 11 | u16::from(self.short) << 14
    }

    /// What a number stands for.
    pub(super) fn unpack(bits: u16) -> Class {
        let flag = |at: u16| bits >> at & 1 == 1;
        Class {
            sounds: Sounds {
                front: flag(0),
                rounded: flag(1),
                vowel: flag(2),
                voiceless: flag(3),
            },
            turkish: flag(4),
            sibilant: flag(5),
            plural: flag(6),
            spelled_out: flag(7),
            short: flag(14),
            other: OTHERS
                .get(usize::from(bits >> 8 & 7))
                .copied()
                .unwrap_or(Other::Nothing),
            role: ROLES.get(usize::from(bits >> 11 & 7)).copied().unwrap_or(Role::Plain),
        }
    }

    /// The ways in which it may sound, the usual one first.
    pub(super) fn readings(self) -> Vec<Sounds> {
        let letter = |front| Sounds {
            front,
            ..Sounds::LETTER
        };
        let closed = |voiceless| Sounds {
            vowel: false,
            voiceless,
            ..Sounds::LETTER
        };
        let mut all = vec![self.sounds];
        match self.other {
            Other::Nothing | Other::Anything | Other::Unsure | Other::Place => {}
            Other::Harmony => all.push(Sounds {
                front: !self.sounds.front,
                ..self.sounds
            }),
            Other::Letter => all.push(letter(true)),
            Other::OpenLetter => all.extend([letter(true), letter(false)]),
            Other::ClosedLetter => all.extend([letter(true), closed(false), closed(true)]),
        }
        if self.spelled_out {
            all.rotate_left(1);
        }
        all
    }
}

impl Class {
    /// How a foreign word may sound besides, each with the shortest suffix, in letters, that shows it: a shorter one makes
    /// other names (Mart and Martin, Isabel and Isabella). Unstressed vowels are back for Turkish ears (Clinton’ın,
    /// Denver’da), so are diphthongs (Trump’ın), others front (Blake’in); a last -e is silent, and a last -s voiced.
    pub(super) fn foreign_readings(self) -> Vec<(Sounds, usize)> {
        let base = self.sounds;
        let back = Sounds {
            front: false,
            rounded: false,
            ..base
        };
        let front = Sounds {
            front: true,
            rounded: false,
            ..base
        };
        let mut all = vec![(back, 2)];
        if !base.vowel && !self.short {
            all.push((front, 3));
        }
        if base.vowel && base.front && !base.rounded {
            for (sounds, voiceless) in [(back, false), (front, false), (back, true), (front, true)] {
                let closed = Sounds {
                    vowel: false,
                    voiceless,
                    ..sounds
                };
                all.push((closed, 2));
            }
        }
        if self.sibilant && !self.short {
            let voiced: Vec<_> = std::iter::once((base, 2)).chain(all.iter().copied()).collect();
            all.extend(voiced.into_iter().map(|(sounds, letters)| {
                (
                    Sounds {
                        voiceless: false,
                        ..sounds
                    },
                    letters,
                )
            }));
        }
        all
    }
}

impl Sounds {
    /// The name of a consonant: be, ce, de.
    pub(super) const LETTER: Sounds = Sounds {
        front: true,
        rounded: false,
        vowel: true,
        voiceless: false,
    };

    /// The sounds of a stem as it is written, in small letters of Turkish.
    pub(super) fn of(word: &str) -> Sounds {
        let mut letters: Vec<char> = word.chars().filter(|char| char.is_alphabetic()).map(plain).collect();
        // Piggy, Kennedy
        if let [.., before, last @ 'y'] = letters.as_mut_slice()
            && !is_vowel(*before)
        {
            *last = 'i';
        }
        let last_vowel = letters.iter().rev().copied().find(|char| is_vowel(*char));
        let last = letters.last().copied().unwrap_or('e');
        Sounds {
            front: last_vowel.is_none_or(|vowel| "eiöü".contains(vowel)),
            rounded: last_vowel.is_some_and(|vowel| "ouöü".contains(vowel)),
            vowel: is_vowel(last),
            voiceless: "fstkçşhpxq".contains(last),
        }
    }
}

/// A harmony that the gazetteer gives.
pub(super) fn with_harmony(sounds: Sounds, harmony: Harmony) -> Sounds {
    Sounds {
        front: harmony == Harmony::Front,
        ..sounds
    }
}

/// Small letters of Turkish, without circumflex: ı and i stay apart, also in capitals.
pub(super) fn lower(text: &str) -> String {
    let small = |char: char| -> Vec<char> {
        match char {
            'I' => vec!['ı'],
            'İ' => vec!['i'],
            'â' | 'Â' => vec!['a'],
            'î' | 'Î' => vec!['i'],
            'û' | 'Û' => vec!['u'],
            '\u{307}' => Vec::new(),
            other => other.to_lowercase().collect(),
        }
    };
    text.nfc().flat_map(small).collect()
}

pub(super) fn is_vowel(char: char) -> bool {
    "aeıioöuü".contains(char)
}

/// A letter without foreign marks: é is e, á is a; ö and ü stay.
pub(super) fn plain(char: char) -> char {
    if "aeıioöuüçşğ".contains(char) {
        return char;
    }
    match char {
        'ø' | 'œ' => 'ö',
        'æ' | 'ä' => 'e',
        'å' => 'o',
        other => std::iter::once(other).nfd().next().unwrap_or(other),
    }
}

/// Whether an acronym is rather read as a word than by its letters: NATO, TASS, but ABD, KGB.
pub(super) fn reads_as_word(acronym: &str) -> bool {
    let letters: Vec<char> = acronym.chars().filter(|char| char.is_alphabetic()).collect();
    let vowels = letters.iter().filter(|char| is_vowel(**char)).count();
    vowels > 0 && (letters.len() > 3 || letters.last().is_some_and(|last| is_vowel(*last)))
}

/// The vowels of a word.
pub(super) fn syllables(word: &str) -> usize {
    lower(word).chars().map(plain).filter(|char| is_vowel(*char)).count()
}

/// Letters that Turkish does not write: anywhere, at the beginning, at the end. (Inside, sh, th and ph are two sounds:
/// İshak, Ethem, Suphi.)
const FOREIGN: [&str; 9] = ["q", "w", "x", "ch", "ck", "ea", "ee", "oo", "ou"];
const FOREIGN_START: [&str; 7] = ["cl", "cr", "cz", "ll", "ph", "sh", "th"];
const FOREIGN_END: [&str; 25] = [
    "aire", "aux", "eau", "eim", "ein", "eu", "ff", "ffe", "gh", "ld", "ll", "lle", "lles", "mp", "nne", "nnes", "ph",
    "rge", "sh", "son", "ss", "th", "ton", "tt", "tte",
];

/// Whether a word in small letters is spelled in a way that Turkish does not spell, so that its sound is unknown.
pub(crate) fn is_foreign(word: &str) -> bool {
    FOREIGN.iter().any(|letters| word.contains(letters))
        || FOREIGN_START.iter().any(|letters| word.starts_with(letters))
        || FOREIGN_END.iter().any(|letters| word.ends_with(letters))
        || !word.chars().map(plain).any(is_vowel)
        || has_lone_y(word)
}

/// Whether a y stands between consonants (Lynn), where Turkish has a vowel.
fn has_lone_y(word: &str) -> bool {
    let letters: Vec<char> = word.chars().map(plain).collect();
    letters
        .windows(3)
        .any(|three| matches!(three, [before, 'y', behind] if !is_vowel(*before) && !is_vowel(*behind)))
}

/// Whether a place that is spelled so is surely read so. Not where a vowel may be silent or weak, or an l palatal:
/// Baltimore, Denver, Portugal, Illinois.
pub(super) fn is_read_as_written(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|char| char.is_alphabetic()).map(plain).collect();
    let last_vowel = letters.iter().rposition(|char| is_vowel(*char));
    let Some((before, vowel, behind)) = last_vowel.map(|at| {
        (
            at.checked_sub(1).map(|before| letters[before]),
            letters[at],
            &letters[at + 1..],
        )
    }) else {
        return false;
    };
    vowel != 'e' && !before.is_some_and(is_vowel) && behind != ['l']
}

/// Whether nothing in the spelling of a word, capitals as they are, shows that it is Turkish: no letter of its own.
pub(super) fn may_be_foreign(word: &str) -> bool {
    !word.contains(['ç', 'ğ', 'ı', 'ö', 'ş', 'ü', 'Ç', 'İ', 'Ö', 'Ş', 'Ü'])
}
