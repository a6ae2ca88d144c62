//! Grammatical readings: what the form of a mention says of case, number and the rest.

use smallvec::SmallVec;

use crate::entity::{Gender, Number};

/// One reading of one form. Fields that the form says nothing of are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Reading {
    /// Case.
    pub case: Option<GrammaticalCase>,
    /// Number.
    pub number: Option<Number>,
    /// Gender, where the ending shows it (Russian adjectives and surnames). It serves agreement and is not written out.
    pub gender: Option<Gender>,
    /// Possessor, of a Turkish possessive suffix.
    pub possessor: Option<Possessor>,
    /// What stands before a Turkish -ki; `case` and `number` are then those behind it.
    pub base: Option<Base>,
    /// Turkish copula.
    pub copula: Option<Copula>,
    /// Whom a Turkish copula speaks of, if not of a third person in the singular (Paris’teydik).
    pub subject: Option<Possessor>,
}

/// All readings of one form: sorted, without repetition. Few have more than the four of a Russian adjective.
pub type Readings = SmallVec<[Reading; 4]>;

/// Case, of the languages that decline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GrammaticalCase {
    /// Чичерин, Ankara
    Nominative,
    /// Чичерина, Ankara’nın, Chicherin’s
    Genitive,
    /// Чичерину, Ankara’ya
    Dative,
    /// Чичерина, Ankara’yı
    Accusative,
    /// Чичериным, Ankara’yla
    Instrumental,
    /// о Чичерине, Ankara’da
    Locative,
    /// в Крыму: the Russian second locative; Universal Dependencies has no value of its own for it
    SecondLocative,
    /// Ankara’dan
    Ablative,
    /// Bakanlığınca: by the ministry
    Equative,
}

/// Person and number of the possessor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Possessor {
    /// 1, 2 or 3.
    pub person: u8,
    /// Number.
    pub number: Number,
}

/// The case and number before -ki (Moskova’da-ki-ler).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base {
    /// Locative or genitive.
    pub case: GrammaticalCase,
    /// Number before -ki.
    pub number: Number,
}

/// Turkish copula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Copula {
    /// -dır
    Present,
    /// -ydı
    Past,
    /// -ymış
    Evidential,
    /// -ysa
    Conditional,
    /// -yken
    While,
}

impl Reading {
    /// Case and number alone.
    pub const fn new(case: GrammaticalCase, number: Number) -> Reading {
        Reading {
            case: Some(case),
            number: Some(number),
            gender: None,
            possessor: None,
            base: None,
            copula: None,
            subject: None,
        }
    }

    /// Whether it speaks to or of those who talk (Kunduk: we were Kun), as hardly anybody does by a name.
    pub(crate) fn is_of_speakers(&self) -> bool {
        self.subject.is_some_and(|subject| subject.person != 3)
    }

    /// Universal Dependencies features, sorted by name and joined with `|`, as `Case=Ins|Number=Sing`; `_` where the
    /// form says nothing. Features before -ki are layered (`Case[base]=Loc`), as UD does with those of a possessor, and
    /// so are those of the subject of a copula (`Person[subj]=1`).
    /// <https://universaldependencies.org/u/overview/feat-layers.html>
    pub fn to_ud(self) -> String {
        let number = |number: Number| if number == Number::Singular { "Sing" } else { "Plur" };
        let mut features: Vec<String> = Vec::new();
        if let Some(case) = self.case {
            features.push(format!("Case={}", case.ud()));
        }
        if let Some(base) = self.base {
            features.push(format!("Case[base]={}", base.case.ud()));
        }
        match self.copula {
            Some(Copula::Evidential) => features.push("Evident=Nfh".to_owned()),
            Some(Copula::Present) => features.push("Mood=Gen".to_owned()),
            Some(Copula::Conditional) => features.push("Mood=Cnd".to_owned()),
            Some(Copula::Past | Copula::While) | None => {}
        }
        if let Some(value) = self.number {
            features.push(format!("Number={}", number(value)));
        }
        if let Some(base) = self.base {
            features.push(format!("Number[base]={}", number(base.number)));
        }
        if let Some(possessor) = self.possessor {
            features.push(format!("Number[psor]={}", number(possessor.number)));
            features.push(format!("Person[psor]={}", possessor.person));
        }
        if let Some(subject) = self.subject {
            features.push(format!("Number[subj]={}", number(subject.number)));
            features.push(format!("Person[subj]={}", subject.person));
        }
        match self.copula {
            Some(Copula::Past) => features.push("Tense=Past".to_owned()),
            Some(Copula::While) => features.push("VerbForm=Conv".to_owned()),
            _ => {}
        }
        features.sort();
        if features.is_empty() {
            "_".to_owned()
        } else {
            features.join("|")
        }
    }
}

impl GrammaticalCase {
    /// Every case, in the order in which they compare.
    pub const ALL: [GrammaticalCase; 9] = [
        GrammaticalCase::Nominative,
        GrammaticalCase::Genitive,
        GrammaticalCase::Dative,
        GrammaticalCase::Accusative,
        GrammaticalCase::Instrumental,
        GrammaticalCase::Locative,
        GrammaticalCase::SecondLocative,
        GrammaticalCase::Ablative,
        GrammaticalCase::Equative,
    ];

    fn ud(self) -> &'static str {
        match self {
            GrammaticalCase::Nominative => "Nom",
            GrammaticalCase::Genitive => "Gen",
            GrammaticalCase::Dative => "Dat",
            GrammaticalCase::Accusative => "Acc",
            GrammaticalCase::Instrumental => "Ins",
            GrammaticalCase::Locative | GrammaticalCase::SecondLocative => "Loc",
            GrammaticalCase::Ablative => "Abl",
            GrammaticalCase::Equative => "Equ",
        }
    }
}

/// The readings as UD strings: sorted, without repetition.
pub fn ud_strings(readings: &[Reading]) -> Vec<String> {
    let mut strings: Vec<String> = readings.iter().map(|reading| reading.to_ud()).collect();
    strings.sort();
    strings.dedup();
    strings
}
