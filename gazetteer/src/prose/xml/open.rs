//! The elements that are open around a block and mean something for it, small enough to be the state between two blocks.
//!
//! Only elements that make a zone, hide their text or state a language are kept, and of an element that is open inside
//! one of the same name only the number. What is nested deeper than there is room for is not kept: a zone may end early.

use super::super::State;
use super::table::Element;
use crate::language::Language;

/// Languages that a state can name; all others are one.
const TAGS: [&str; 14] = [
    "ru",
    "tr",
    "en",
    "ru-Latn",
    "ru-petr1708",
    "fr",
    "de",
    "it",
    "el",
    "hy",
    "az",
    "ka",
    "fa",
    "uk",
];

/// The number of all others, the greatest that a state has room for.
const OTHER: u32 = 127;

/// One open element, in 32 bits of the state: 12 of its name, 8 of the number of elements of the same name in it, 5 of
/// what it does, 7 of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::prose) struct Around(u32);

impl Around {
    pub(super) fn new(name: &str, element: Element, language: Option<&str>) -> Around {
        let effect = u32::from(element.hidden)
            | u32::from(element.quotation) << 1
            | u32::from(element.bibliography) << 2
            | u32::from(element.heading) << 3
            | u32::from(element.shown) << 4;
        Around(hash(name) | effect << 20 | language.map_or(0, number) << 25)
    }

    /// One that does nothing but state a language.
    pub(in crate::prose) fn stating(name: &str, language: Option<&str>) -> Around {
        Around::new(name, Element::default(), language)
    }

    pub(in crate::prose) fn is_called(self, name: &str) -> bool {
        self.0 & 0xfff == hash(name)
    }

    pub(super) fn hides(self) -> bool {
        self.0 >> 20 & 1 == 1
    }

    pub(super) fn shows(self) -> bool {
        self.0 >> 24 & 1 == 1
    }

    pub(super) fn quotes(self) -> bool {
        self.0 >> 21 & 1 == 1
    }

    pub(super) fn refers(self) -> bool {
        self.0 >> 22 & 1 == 1
    }

    pub(super) fn heads(self) -> bool {
        self.0 >> 23 & 1 == 1
    }

    pub(in crate::prose) fn language(self) -> Option<Language> {
        match self.0 >> 25 {
            0 => None,
            number => Some(numbered(number)),
        }
    }

    /// Whether it does anything.
    pub(super) fn matters(self) -> bool {
        self.0 >> 20 != 0
    }

    /// One more element of its name begins in it.
    fn deeper(&mut self) {
        if self.0 >> 12 & 0xff < 0xff {
            self.0 += 1 << 12;
        }
    }

    /// Ends the innermost element of its name; whether it was itself.
    fn ends(&mut self) -> bool {
        let own = self.0 >> 12 & 0xff == 0;
        if !own {
            self.0 -= 1 << 12;
        }
        own
    }
}

/// The language that a tag in the markup states, as far as a state can name it; so a block says of itself what the
/// blocks behind it are told.
pub(in crate::prose) fn stated(tag: &str) -> Language {
    numbered(number(tag))
}

/// Opens an element: it is kept if it matters and there is room.
pub(in crate::prose) fn begin(open: &mut Vec<Around>, name: &str, around: Around) -> bool {
    if around.matters() && open.len() < State::ELEMENTS {
        open.push(around);
        return true;
    }
    if let Some(same) = open.iter_mut().rev().find(|one| one.is_called(name)) {
        same.deeper();
    }
    false
}

/// Closes an element; how many of those kept end with it, from the innermost: what nobody closed ends with the element
/// around it.
pub(in crate::prose) fn end(open: &mut [Around], name: &str) -> usize {
    let Some(index) = open.iter().rposition(|one| one.is_called(name)) else {
        return 0;
    };
    if open[index].ends() { open.len() - index } else { 0 }
}

/// How many elements hide a text that stands in these, the outermost first: none but those inside the innermost one that
/// shows its own.
pub(super) fn hiding(around: impl DoubleEndedIterator<Item = (bool, bool)>) -> usize {
    let inside = around.rev().take_while(|(_, shows)| !shows);
    inside.filter(|(hides, _)| *hides).count()
}

/// The same of elements that are kept.
pub(super) fn hiding_kept(open: &[Around]) -> usize {
    hiding(open.iter().map(|around| (around.hides(), around.shows())))
}

pub(in crate::prose) fn from_state(state: State) -> Vec<Around> {
    let kept = state.1.into_iter().filter(|element| *element != 0);
    kept.map(Around).collect()
}

pub(in crate::prose) fn to_state(bits: u32, open: &[Around]) -> State {
    let mut state = State::of(bits);
    for (place, around) in state.1.iter_mut().zip(open) {
        *place = around.0;
    }
    state
}

/// FNV-1a, folded to twelve bits. Two names that share them would only close each other.
pub(super) fn hash(name: &str) -> u32 {
    let hash = name.bytes().fold(0x811c_9dc5u32, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    });
    (hash ^ hash >> 12 ^ hash >> 24) & 0xfff
}

/// By its first two subtags or by the first: what follows says nothing of the forms of names.
fn number(tag: &str) -> u32 {
    let known = |tag: &str| TAGS.iter().position(|known| known.eq_ignore_ascii_case(tag));
    let two = tag.match_indices('-').nth(1).map_or(tag, |(at, _)| &tag[..at]);
    let primary = || known(tag.split('-').next().unwrap_or_default());
    known(two).or_else(primary).map_or(OTHER, |index| index as u32 + 1)
}

fn numbered(number: u32) -> Language {
    tag(number)
        .and_then(Language::parse)
        .unwrap_or_else(Language::undetermined)
}

fn tag(number: u32) -> Option<&'static str> {
    TAGS.get((number as usize).checked_sub(1)?).copied()
}
