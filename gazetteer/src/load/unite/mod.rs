//! Two copies of a gazetteer file that were changed apart become one: entities go together by id, names by key, spellings by
//! language and text.
//!
//! What both sides say is kept, what one side changed is taken from it, and what both changed differently is a clash:
//! neither side wins. So the result is two texts in canonical form, that of either side, which differ in the clashes alone.

use jsonc_parser::ast::{Object, ObjectProp, ObjectPropName, StringLit, Value};

use super::canonical::{self, Shape};
use super::problem::Problem;

mod lists;
mod order;

/// What became of two copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct United {
    /// With what this side says in each clash, in canonical form.
    pub mine: String,
    /// The same of the other side. Where nothing clashes, both are equal.
    pub theirs: String,
    /// What cannot be united, in the order of the file.
    pub clashes: Vec<Clash>,
}

/// Something that both sides changed, differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Where: the id of the entity, the key of the name, the language, the text of the spelling, the key of a field, as far
    /// as it goes.
    pub place: Vec<String>,
    /// How.
    pub kind: ClashKind,
}

/// How two changes clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashKind {
    /// Both say something else.
    Differs,
    /// This side removed what the other changed.
    MineRemoved,
    /// The other side removed what this one changed.
    TheirsRemoved,
    /// The elements of a list, or the spelling that is preferred, stand in another order.
    Order,
}

/// Which of the texts is no JSON, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// The common ancestor.
    Base(Problem),
    /// This side.
    Mine(Problem),
    /// The other side.
    Theirs(Problem),
}

/// Unites two texts of one gazetteer file. Without `base`, or with an empty one, what only one side has is an addition:
/// nothing is removed. Fails on a text that is no JSON.
#[expect(clippy::result_large_err, reason = "asked once a file")]
pub fn unite(base: Option<&str>, mine: &str, theirs: &str) -> Result<United, Unread> {
    let base = base.filter(|text| !text.trim().is_empty());
    let base = base.map(canonical::parse).transpose().map_err(Unread::Base)?;
    let mine = canonical::parse(mine).map_err(Unread::Mine)?;
    let theirs = canonical::parse(theirs).map_err(Unread::Theirs)?;
    let mut uniting = Uniting::default();
    let sides = Sides {
        base: base.as_ref(),
        mine: Some(&mine),
        theirs: Some(&theirs),
    };
    let both = uniting.node(sides, Shape::File);
    let text = |side: Option<Value<'_>>| side.map_or_else(String::new, |value| canonical::write(&value));
    Ok(United {
        mine: text(both.mine),
        theirs: text(both.theirs),
        clashes: uniting.clashes,
    })
}

/// A value in the three texts.
#[derive(Clone, Copy)]
struct Sides<'v, 'a> {
    base: Option<&'v Value<'a>>,
    mine: Option<&'v Value<'a>>,
    theirs: Option<&'v Value<'a>>,
}

/// A value in the two results.
struct Both<'a> {
    mine: Option<Value<'a>>,
    theirs: Option<Value<'a>>,
}

/// What is found out on the way.
#[derive(Default)]
struct Uniting {
    clashes: Vec<Clash>,
    place: Vec<String>,
}

impl Uniting {
    /// Recursion is bounded by what the parser lets through.
    fn node<'a>(&mut self, sides: Sides<'_, 'a>, shape: Shape) -> Both<'a> {
        let text = |side: Option<&Value<'_>>| side.map(|value| canonical::text_of(value, shape));
        let [base, mine, theirs] = [text(sides.base), text(sides.mine), text(sides.theirs)];
        let agreed = match () {
            () if mine == theirs || base == theirs => Some(sides.mine),
            () if base == mine => Some(sides.theirs),
            () => None,
        };
        if let Some(agreed) = agreed {
            return Both::of(agreed.cloned());
        }
        match (sides.mine, sides.theirs) {
            (Some(mine), Some(theirs)) => self
                .parts(sides.base, mine, theirs, shape)
                .unwrap_or_else(|| self.clash(sides, ClashKind::Differs)),
            (None, _) => self.clash(sides, ClashKind::MineRemoved),
            (_, None) => self.clash(sides, ClashKind::TheirsRemoved),
        }
    }

    fn clash<'a>(&mut self, sides: Sides<'_, 'a>, kind: ClashKind) -> Both<'a> {
        self.clashes.push(Clash {
            place: self.place.clone(),
            kind,
        });
        Both {
            mine: sides.mine.cloned(),
            theirs: sides.theirs.cloned(),
        }
    }

    /// Both sides part by part; `None` where the value has none that go together.
    fn parts<'a>(
        &mut self,
        base: Option<&Value<'a>>,
        mine: &Value<'a>,
        theirs: &Value<'a>,
        shape: Shape,
    ) -> Option<Both<'a>> {
        if shape == Shape::Spelling {
            let [base, mine, theirs] = [base, Some(mine), Some(theirs)].map(|side| side.and_then(spelled_out));
            let both = self.properties(base.as_ref(), &mine?, &theirs?, shape)?;
            return Some(Both {
                mine: both.mine.map(plain_again),
                theirs: both.theirs.map(plain_again),
            });
        }
        match (mine, theirs) {
            (Value::Object(mine), Value::Object(theirs)) if shape != Shape::Inline => {
                self.properties(base.and_then(Value::as_object), mine, theirs, shape)
            }
            (Value::Array(mine), Value::Array(theirs)) if shape != Shape::Inline => {
                Some(self.elements(base.and_then(Value::as_array), mine, theirs, shape))
            }
            _ => None,
        }
    }

    fn properties<'a>(
        &mut self,
        base: Option<&Object<'a>>,
        mine: &Object<'a>,
        theirs: &Object<'a>,
        shape: Shape,
    ) -> Option<Both<'a>> {
        let mut objects = base.into_iter().chain([mine, theirs]);
        if objects.any(canonical::has_repeated_keys) {
            return None;
        }
        let empty = || Object {
            range: mine.range,
            properties: Vec::new(),
        };
        let mut results = [empty(), empty()];
        let is_new = |property: &&ObjectProp<'a>| mine.get(property.name.as_str()).is_none();
        let only_theirs = theirs.properties.iter().filter(is_new);
        for property in mine.properties.iter().chain(only_theirs) {
            let key = property.name.as_str();
            let sides = Sides {
                base: base.and_then(|object| Some(&object.get(key)?.value)),
                mine: mine.get(key).map(|property| &property.value),
                theirs: theirs.get(key).map(|property| &property.value),
            };
            let names_nothing = matches!(key, "entities" | "names" | "spellings");
            self.place.extend((!names_nothing).then(|| key.to_owned()));
            // Of a spelling that both added, that it has no status says that it is right.
            let states = shape == Shape::Spelling && key == "status" && base.is_none();
            let both = match states && sides.mine.is_some() != sides.theirs.is_some() {
                true => self.clash(sides, ClashKind::Differs),
                false => self.node(sides, shape.of_key(key)),
            };
            self.place.truncate(self.place.len() - usize::from(!names_nothing));
            for (result, value) in results.iter_mut().zip([both.mine, both.theirs]) {
                let property = |value| ObjectProp {
                    value,
                    ..property.clone()
                };
                result.properties.extend(value.map(property));
            }
        }
        let [mine, theirs] = results.map(|object| Some(Value::Object(object)));
        Some(Both { mine, theirs })
    }
}

impl<'a> Both<'a> {
    /// The same on both sides.
    fn of(value: Option<Value<'a>>) -> Both<'a> {
        Both {
            mine: value.clone(),
            theirs: value,
        }
    }
}

/// A spelling as an object: the plain one has a text and nothing else.
fn spelled_out<'a>(spelling: &Value<'a>) -> Option<Object<'a>> {
    match spelling {
        Value::Object(object) => Some(object.clone()),
        Value::StringLit(text) => Some(Object {
            range: text.range,
            properties: vec![ObjectProp {
                range: text.range,
                name: ObjectPropName::String(StringLit {
                    range: text.range,
                    value: "text".into(),
                }),
                value: Value::StringLit(text.clone()),
            }],
        }),
        _ => None,
    }
}

/// A spelling of which nothing is said but its text is plain again.
fn plain_again(spelling: Value<'_>) -> Value<'_> {
    match spelling {
        Value::Object(mut object) if object.properties.len() == 1 && object.get_string("text").is_some() => {
            object.properties.remove(0).value
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
