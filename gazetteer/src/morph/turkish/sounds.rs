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

/// How the end of a stem may sound besides, as its last letters show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// As it is written.
    Written,
    /// As it is written, in a name of one syllable, which short suffixes make other words of (Bur, Bursa).
    Short,
    /// The same, and the last consonant is voiceless: Graz.
    ShortVoiceless,
    /// Rather by its letters than as it is written.
    SpelledOut,
    /// Without its last -e: Milne, Joyce.
    SilentE,
    /// With a weak e in its last syllable, which is back for Turkish ears or silent: Denver, Times, Jones.
    WeakE,
    /// With a voiceless last consonant: Balzac, Kirov.
    Voiceless,
    /// Without its last consonant: Monet, Renault.
    Mute,
}

/// A way in which a foreign name may sound.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foreign {
    pub(super) sounds: Sounds,
    /// The letters of the shortest suffix that shows it. A shorter one makes other names (Mart and Martin, Winston and
    /// Winstone).
    pub(super) least: usize,
    /// Whether the instrumental shows it, which is as well the end of a woman’s name (Isabel and Isabella).
    pub(super) instrumental: bool,
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
    /// How its end may sound besides.
    pub(super) tail: Tail,
}

/// What else a stem may sound like, with what its end may be then. Fewer than there are pairs, so that a number has room.
const OTHERS: [(Other, Tail); 31] = [
    (Other::Nothing, Tail::Written),
    (Other::Nothing, Tail::Short),
    (Other::Nothing, Tail::SpelledOut),
    (Other::Harmony, Tail::Written),
    (Other::Harmony, Tail::Short),
    (Other::Letter, Tail::Written),
    (Other::Letter, Tail::Short),
    (Other::Letter, Tail::SpelledOut),
    (Other::OpenLetter, Tail::Written),
    (Other::OpenLetter, Tail::Short),
    (Other::OpenLetter, Tail::SpelledOut),
    (Other::ClosedLetter, Tail::Written),
    (Other::ClosedLetter, Tail::Short),
    (Other::ClosedLetter, Tail::SpelledOut),
    (Other::Anything, Tail::Written),
    (Other::Anything, Tail::Short),
    (Other::Anything, Tail::SpelledOut),
    (Other::Unsure, Tail::Written),
    (Other::Unsure, Tail::Short),
    (Other::Unsure, Tail::ShortVoiceless),
    (Other::Unsure, Tail::SilentE),
    (Other::Unsure, Tail::WeakE),
    (Other::Unsure, Tail::Voiceless),
    (Other::Unsure, Tail::Mute),
    (Other::Place, Tail::Written),
    (Other::Place, Tail::Short),
    (Other::Place, Tail::ShortVoiceless),
    (Other::Place, Tail::SilentE),
    (Other::Place, Tail::WeakE),
    (Other::Place, Tail::Voiceless),
    (Other::Place, Tail::Mute),
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

    /// The number that stands for it. The highest bit is that of whole forms.
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
        ];
        let bits = (0..)
            .zip(flags)
            .fold(0, |bits, (at, flag)| bits | u16::from(flag) << at);
        let other = OTHERS
            .iter()
            .zip(0_u16..)
            .find(|(pair, _)| **pair == (self.other, self.tail));
        bits | other.map_or(0, |(_, at)| at) << 7 | (self.role as u16) << 12
    }

    /// Whether it is a name of one syllable.
    pub(super) fn is_short(self) -> bool {
        matches!(self.tail, Tail::Short | Tail::ShortVoiceless)
    }

    /// What a number stands for.
    pub(super) fn unpack(bits: u16) -> Class {
        let flag = |at: u16| bits >> at & 1 == 1;
        let other = OTHERS.get(usize::from(bits >> 7 & 31)).copied();
        let (other, tail) = other.unwrap_or((Other::Nothing, Tail::Written));
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
            other,
            role: ROLES.get(usize::from(bits >> 12 & 7)).copied().unwrap_or(Role::Plain),
            tail,
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
        if self.tail == Tail::SpelledOut {
            all.rotate_left(1);
        }
        all
    }
}

impl Class {
    /// How a foreign word may sound besides. Unstressed vowels are back for Turkish ears (Clinton’ın, Denver’da), so are
    /// diphthongs (Trump’ın), others front (Blake’in); a last -e is silent, and a last -s voiced. What its last letters
    /// show needs fewer letters of a suffix.
    pub(super) fn foreign_readings(self) -> Vec<Foreign> {
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
        if !base.vowel && !self.is_short() {
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
        if self.sibilant && !self.is_short() {
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
        let doubtful = all.into_iter().map(|(sounds, least)| Foreign {
            sounds,
            least,
            instrumental: false,
        });
        let shown = self.tail_readings().into_iter().map(|(sounds, least)| Foreign {
            sounds,
            least,
            instrumental: true,
        });
        doubtful.chain(shown).collect()
    }

    /// The sounds that the last letters show, each with the letters of the shortest suffix.
    fn tail_readings(self) -> Vec<(Sounds, usize)> {
        let base = self.sounds;
        let harmonies = |roundings: &[bool]| -> Vec<Sounds> {
            let rounded = roundings.iter().copied();
            rounded
                .flat_map(|rounded| [false, true].map(|front| Sounds { front, rounded, ..base }))
                .collect()
        };
        match self.tail {
            Tail::Written | Tail::Short | Tail::SpelledOut => Vec::new(),
            Tail::ShortVoiceless | Tail::Voiceless => vec![(
                Sounds {
                    voiceless: true,
                    ..base
                },
                2,
            )],
            Tail::SilentE => {
                let closed = |sounds: Sounds| {
                    [false, true].map(|voiceless| {
                        let vowel = false;
                        (
                            Sounds {
                                vowel,
                                voiceless,
                                ..sounds
                            },
                            1,
                        )
                    })
                };
                harmonies(&[false, true]).into_iter().flat_map(closed).collect()
            }
            // Denver’a, and Jones’un, whose e is silent.
            Tail::WeakE => {
                let back = Sounds {
                    front: false,
                    rounded: false,
                    ..base
                };
                let silent = harmonies(&[true]).into_iter().map(|sounds| (sounds, 2));
                std::iter::once((back, 1)).chain(silent).collect()
            }
            Tail::Mute => {
                let open = |sounds: Sounds| {
                    (
                        Sounds {
                            vowel: true,
                            voiceless: false,
                            ..sounds
                        },
                        2,
                    )
                };
                harmonies(&[base.rounded]).into_iter().map(open).collect()
            }
        }
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

/// Whether what stands from the last vowel of a word on is read as in Turkish, whatever stands before: Smyrna, Chicherin.
pub(super) fn ends_as_turkish(word: &str) -> bool {
    let is_end = |(_, letter): &(usize, char)| is_vowel(plain(*letter));
    let end = word
        .char_indices()
        .rev()
        .find(is_end)
        .map_or(word, |(at, _)| &word[at..]);
    is_read_as_written(word)
        && end.chars().all(char::is_alphabetic)
        && !FOREIGN.iter().any(|letters| end.contains(letters))
        && !FOREIGN_END.iter().any(|letters| word.ends_with(letters))
}

/// Whether nothing in the spelling of a word, capitals as they are, shows that it is Turkish: no letter of its own.
pub(super) fn may_be_foreign(word: &str) -> bool {
    !word.contains(['ç', 'ğ', 'ı', 'ö', 'ş', 'ü', 'Ç', 'İ', 'Ö', 'Ş', 'Ü'])
}
