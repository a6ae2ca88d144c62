//! What benchmarks share: made names, a gazetteer of them, and mixed text in which they stand.
#![allow(dead_code, reason = "each benchmark uses a part")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use onomast_gazetteer::entity::{EntityType, Gender, Inflection, Number, Part};
use onomast_gazetteer::load;
use onomast_gazetteer::morph::{self, Category};
use onomast_gazetteer::{Gazetteer, Language};
use serde_json::json;

const CHARACTERS_PER_NAME: usize = 200;

/// A name and its language.
pub(crate) struct Spelled {
    pub(crate) text: String,
    russian: bool,
}

impl Spelled {
    /// So many, Russian and Turkish in turn.
    pub(crate) fn many(count: usize, random: &mut Random) -> Vec<Spelled> {
        (0..count).map(|number| Spelled::random(random, number)).collect()
    }

    fn random(random: &mut Random, number: usize) -> Spelled {
        let russian = number.is_multiple_of(2);
        let (syllables, endings): (&[&str], &[&str]) = if russian {
            (
                &[
                    "ка", "ра", "ми", "ле", "бо", "ту", "зо", "ни", "ша", "гри", "сте", "вол",
                ],
                &["нов", "рин", "ский", "ка", "рь", "дзе", "м"],
            )
        } else {
            (
                &[
                    "ka", "ra", "mi", "le", "bo", "tü", "zo", "nı", "şa", "gri", "ste", "çol",
                ],
                &["n", "r", "oğlu", "ar", "lı", "an", "k"],
            )
        };
        let mut text: String = (0..random.below(3) + 2).map(|_| random.of(syllables)).collect();
        text.push_str(random.of(endings));
        let mut letters = text.chars();
        let text = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        Spelled { text, russian }
    }

    fn language(&self) -> Language {
        if self.russian {
            Language::Russian
        } else {
            Language::Turkish
        }
    }

    fn form(&self, random: &mut Random) -> String {
        let language = self.language();
        let category = Category {
            language: &language,
            kind: EntityType::Person,
            gender: Some(Gender::Masculine),
            part: Part::Surname,
            number: Number::Singular,
            inflection: &Inflection::Auto,
        };
        let forms = morph::forms(&self.text, &category, &language);
        if forms.is_empty() {
            self.text.clone()
        } else {
            forms[random.below(forms.len())].0.clone()
        }
    }
}

/// A gazetteer of persons with these surnames.
pub(crate) fn gazetteer(names: &[Spelled]) -> Arc<Gazetteer> {
    load(&source(names))
}

/// The gazetteer that JSON holds.
pub(crate) fn load(source: &str) -> Arc<Gazetteer> {
    Arc::new(load::load_text("names.gazetteer.json", source).gazetteer)
}

/// The same as JSON.
pub(crate) fn source(names: &[Spelled]) -> String {
    let entities: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            json!({ "id": format!("person/p{number}"), "gender": "masculine", "homonym": true,
                    "names": [{ "part": "surname", "spellings": { name.language().tag(): [name.text] } }] })
        })
        .collect();
    json!({ "onomast": 1, "title": "benchmark", "entities": entities }).to_string()
}

/// Paragraphs of common words, Russian and Turkish in turn, with a name in a random form each 200 characters.
pub(crate) fn text(names: &[Spelled], bytes: usize, random: &mut Random) -> String {
    const RUSSIAN: &str = "в и не на что он как это по но они к у из за весь так же от сказать год человек время рука дело жизнь слово \
                           вопрос правительство договор помощь страна письмо отношения переговоры поставка оружие граница народ";
    const TURKISH: &str = "ve bir bu da ne için çok daha ile olarak sonra kadar gibi ancak yıl gün zaman insan devlet hükümet anlaşma yardım \
                           ülke mektup ilişki görüşme silah sınır halk meclis tarafından üzerine karşı arasında şekilde";
    let words: [Vec<&str>; 2] = [
        RUSSIAN.split_whitespace().collect(),
        TURKISH.split_whitespace().collect(),
    ];
    let mut text = String::with_capacity(bytes + 4096);
    let mut since_name = 0;
    for paragraph in 0.. {
        if text.len() >= bytes {
            break;
        }
        let russian = paragraph % 2 == 0;
        let words = &words[usize::from(!russian)];
        let (mut characters, mut line) = (0, 0);
        while characters < 700 {
            let word = if since_name >= CHARACTERS_PER_NAME {
                since_name = 0;
                let name = &names[random.below(names.len() / 2) * 2 + usize::from(!russian)];
                name.form(random)
            } else if random.below(12) == 0 {
                capitalised(random.of(words)) + ","
            } else {
                random.of(words).to_owned()
            };
            let length = word.chars().count() + 1;
            (characters, since_name, line) = (characters + length, since_name + length, line + length);
            text.push_str(&word);
            text.push(if line > 80 { '\n' } else { ' ' });
            line = if line > 80 { 0 } else { line };
        }
        text.push_str("\n\n");
    }
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// How long work takes.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The middle one.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// xorshift: the same numbers on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    /// One of a list.
    pub(crate) fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}
