//! The schemes, a file of `data/tables/translit/` each, and their use on a text.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::entity::closed_list;
use crate::language::Language;

use super::letters::{Casing, Letters};
use super::rules::{Classes, Rows, Rules};

closed_list! {
    /// Transliterations, and national practice where it has no standard.
    Scheme {
        /// English practice for Russian names (Georgy Chicherin).
        English = "english",
        /// BGN/PCGN 1947
        BgnPcgn = "bgn-pcgn",
        /// ALA-LC, with its ligatures and marks.
        AlaLc = "ala-lc",
        /// ALA-LC without ligatures and marks.
        AlaLcPlain = "ala-lc-plain",
        /// ISO 9:1995
        Iso9 = "iso-9",
        /// The scientific transliteration of Slavists.
        Scientific = "scientific",
        /// GOST 7.79-2000, system B
        Gost = "gost",
        /// GOST R 52535.1-2006, of passports until 2013
        Gost52535 = "gost-52535",
        /// ICAO Doc 9303, of passports
        Passport = "passport",
        /// Turkish practice for Russian names (Çiçerin).
        Turkish = "turkish",
        /// French practice for Russian names (Tchitcherine).
        French = "french",
        /// German practice for Russian names (Tschitscherin).
        German = "german",
        /// Russian practice for Turkish names (Джебесой).
        TurkishRussian = "turkish-russian",
    }
}

/// The spelling of a text by a scheme: of every letter that the scheme's alphabet has, or that its table of relatives
/// ties to one; anything else stands as it is. Capitals stay capitals (Щука, Şçuka; ЩУКА, ŞÇUKA), stress marks go.
pub fn transliterate(text: &str, scheme: Scheme) -> String {
    let table = scheme.table();
    table.forth.apply(text)
}

/// The spelling that a text written by the scheme may come from; `None` where the scheme has no rows for the way back.
/// A guess where the scheme drops distinctions: whether it was right, [`transliterate`] tells.
pub fn read_back(text: &str, scheme: Scheme) -> Option<String> {
    let table = scheme.table();
    table.back.as_ref().map(|back| back.apply(text))
}

impl Scheme {
    /// What it is called.
    pub fn title(self) -> &'static str {
        &self.table().title
    }

    /// Where its rows are laid down.
    pub fn source(self) -> &'static str {
        &self.table().source
    }

    /// The language it spells the names of.
    pub fn from(self) -> &'static Language {
        &self.table().from
    }

    /// The languages in whose texts it is in use, the one whose letters it takes first.
    pub fn to(self) -> &'static [Language] {
        &self.table().to
    }

    pub(super) fn table(self) -> &'static Table {
        // A variant's number is its place in the list.
        &TABLES[self as usize]
    }
}

/// A scheme as its file has it.
#[derive(Debug)]
pub(super) struct Table {
    title: String,
    source: String,
    from: Language,
    to: Vec<Language>,
    pub(super) forth: Direction,
    /// Other spellings of the same practice, the more usual first.
    pub(super) variants: Vec<Direction>,
    pub(super) back: Option<Direction>,
    /// Words that end so are read back before any scheme of the other direction is asked.
    pub(super) tells: Vec<String>,
}

/// Rows with what is needed to apply them.
#[derive(Debug)]
pub(super) struct Direction {
    pub(super) rules: Rules,
    from: Casing,
    to: Casing,
}

impl Direction {
    pub(super) fn apply(&self, text: &str) -> String {
        let letters = Letters::of(text, self.from, &self.rules);
        let mut result = String::with_capacity(text.len() * 2);
        let mut at = 0;
        while let (Some(small), Some(shape)) = (letters.small.get(at), letters.shape.get(at)) {
            let (taken, output) = match self.rules.apply(&letters.small, at) {
                Some((taken, output)) => (taken, shape.dress(output, self.to)),
                None => (1, shape.dress(small.encode_utf8(&mut [0; 4]), self.to)),
            };
            result.push_str(&output);
            at += taken;
        }
        result
    }
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let table = |scheme: &Scheme| read(*scheme).expect("a table of the package, which its tests read");
    Scheme::ALL.iter().map(table).collect()
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Scheme,
    title: String,
    source: String,
    from: String,
    to: Vec<String>,
    #[serde(default)]
    classes: Classes,
    rules: Rows,
    #[serde(default)]
    variants: Vec<Variant>,
    back: Option<Back>,
}

/// Rows in place of those that the scheme has for the same pattern.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    #[expect(dead_code, reason = "for readers of the file")]
    title: String,
    rules: Rows,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Back {
    #[serde(default)]
    tells: Vec<String>,
    #[serde(default)]
    classes: Classes,
    rules: Rows,
}

pub(super) fn read(scheme: Scheme) -> Result<Table, String> {
    let file: File = toml::from_str(text(scheme)).map_err(|error| format!("{}: {error}", scheme.as_str()))?;
    if file.id != scheme {
        return Err(format!("{}: the file is of {}", scheme.as_str(), file.id.as_str()));
    }
    let language = |tag: &String| Language::parse(tag).ok_or_else(|| format!("no language {tag}"));
    let from = language(&file.from)?;
    let to = file.to.iter().map(language).collect::<Result<Vec<_>, _>>()?;
    let letters = to.first().ok_or("no language to spell in")?;
    let direction = |classes: &Classes, rows: &Rows, from: &Language, to: &Language| {
        let rules = Rules::read(classes, rows).map_err(|error| format!("{}: {error}", scheme.as_str()))?;
        let (from, to) = (casing(from), casing(to));
        Ok::<_, String>(Direction { rules, from, to })
    };
    let variant = |variant: &Variant| {
        let mut rows = file.rules.clone();
        rows.extend(variant.rules.clone());
        direction(&file.classes, &rows, &from, letters)
    };
    let back = |back: &Back| direction(&back.classes, &back.rules, letters, &from);
    Ok(Table {
        forth: direction(&file.classes, &file.rules, &from, letters)?,
        variants: file.variants.iter().map(variant).collect::<Result<_, _>>()?,
        back: file.back.as_ref().map(back).transpose()?,
        tells: file.back.map(|back| back.tells).unwrap_or_default(),
        title: file.title,
        source: file.source,
        from: from.clone(),
        to: to.clone(),
    })
}

fn casing(language: &Language) -> Casing {
    match language {
        Language::Turkish => Casing::Turkish,
        _ => Casing::Usual,
    }
}

fn text(scheme: Scheme) -> &'static str {
    macro_rules! file {
        ($name:literal) => {
            include_str!(concat!("../../data/tables/translit/", $name, ".toml"))
        };
    }
    match scheme {
        Scheme::English => file!("english"),
        Scheme::BgnPcgn => file!("bgn-pcgn"),
        Scheme::AlaLc => file!("ala-lc"),
        Scheme::AlaLcPlain => file!("ala-lc-plain"),
        Scheme::Iso9 => file!("iso-9"),
        Scheme::Scientific => file!("scientific"),
        Scheme::Gost => file!("gost"),
        Scheme::Gost52535 => file!("gost-52535"),
        Scheme::Passport => file!("passport"),
        Scheme::Turkish => file!("turkish"),
        Scheme::French => file!("french"),
        Scheme::German => file!("german"),
        Scheme::TurkishRussian => file!("turkish-russian"),
    }
}
