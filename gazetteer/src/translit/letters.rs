//! Text as small letters that a table knows, and capitals back into what the table gave. It must not know a scheme.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::rules::Rules;

/// Letters outside an alphabet by those of it: of old spellings, of neighbours.
static RELATIVES: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/tables/translit/letters.toml"))
        .expect("a table of the package, which its tests read")
});

/// A text ready for a table.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// In small letters; what is no letter stands as it is.
    pub(super) small: Vec<char>,
    /// How the character at the same place was written.
    pub(super) shape: Vec<Shape>,
}

/// What becomes of the capitals of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Small,
    /// A capital before small letters, or alone.
    Capital,
    /// In a word of capitals.
    Shouted,
}

/// Which letters go with which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Casing {
    /// I and i.
    Usual,
    /// I and ı, İ and i.
    Turkish,
}

impl Letters {
    /// The letters of a text as the rules know them: composed, small, without stress marks. One that they do not know
    /// is replaced by its relatives, else by the letter under its marks, if they know those.
    pub(super) fn of(text: &str, casing: Casing, rules: &Rules) -> Letters {
        let mut letters = Letters::default();
        for letter in text.nfc() {
            let small = casing.small(letter);
            let shape = if small == letter { Shape::Small } else { Shape::Capital };
            letters.add(small, shape, rules);
        }
        letters.find_shouts();
        letters
    }

    fn add(&mut self, small: char, shape: Shape, rules: &Rules) {
        let known = |letter: char| [letter, base(letter)].into_iter().find(|letter| rules.knows(*letter));
        let relatives = || RELATIVES.get(&small).map(|letters| letters.chars().filter_map(known));
        let mut relatives = relatives().into_iter().flatten().peekable();
        if rules.knows(small) || (relatives.peek().is_none() && !is_combining_mark(small)) {
            self.push(known(small).unwrap_or(small), shape);
        }
        for (number, relative) in relatives.filter(|_| !rules.knows(small)).enumerate() {
            self.push(relative, if number == 0 { shape } else { Shape::Small });
        }
    }

    fn push(&mut self, small: char, shape: Shape) {
        self.small.push(small);
        self.shape.push(shape);
    }

    /// A word of two capitals or more and no small letter is shouted.
    fn find_shouts(&mut self) {
        let mut from = 0;
        while from < self.small.len() {
            let length = |of: &dyn Fn(&char) -> bool| self.small[from..].iter().take_while(|letter| of(letter)).count();
            let word = length(&|letter| letter.is_alphabetic());
            let shapes = &mut self.shape[from..from + word];
            if word > 1 && shapes.iter().all(|shape| *shape == Shape::Capital) {
                shapes.fill(Shape::Shouted);
            }
            from += word.max(1);
        }
    }
}

impl Shape {
    /// What a table gave for a letter of this shape, in capitals as they were.
    pub(super) fn dress(self, output: &str, casing: Casing) -> String {
        let mut first = true;
        let capital = |letter: char| {
            let raised = match self {
                Shape::Small => false,
                Shape::Capital => first && letter.is_alphabetic(),
                Shape::Shouted => true,
            };
            first &= !letter.is_alphabetic();
            if raised {
                casing.capital(letter)
            } else {
                letter.to_string()
            }
        };
        output.chars().map(capital).collect()
    }
}

impl Casing {
    fn small(self, letter: char) -> char {
        match (letter, self) {
            ('İ', _) => 'i',
            ('I', Casing::Turkish) => 'ı',
            _ => {
                let mut small = letter.to_lowercase();
                small.next().filter(|_| small.next().is_none()).unwrap_or(letter)
            }
        }
    }

    fn capital(self, letter: char) -> String {
        match (letter, self) {
            ('i', Casing::Turkish) => "İ".to_owned(),
            _ => letter.to_uppercase().collect(),
        }
    }
}

/// The letter without its marks.
pub(super) fn base(letter: char) -> char {
    let mut base = None;
    decompose_canonical(letter, |part| base = base.or(Some(part)));
    base.unwrap_or(letter)
}
