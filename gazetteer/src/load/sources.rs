//! Which files a gazetteer is made of, and which lies over which.
//!
//! A file extends at most one other, so the files form chains that end in the built-in gazetteer or in nothing. A file's
//! layer is its longest distance from a file that was asked for: what is extended always lies below what extends it.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::builtin;
use crate::entity::Origin;
use crate::gazetteer::Source;

use super::Provider;
use super::file::{At, File};
use super::problem::{Code, Problems};
use super::read::{Read, Reader};
use super::syntax;

/// The word that `extends` has for the built-in gazetteer.
const BUILTIN: &str = "builtin";

/// No chain of files is longer; one that is runs in a circle whose files have ever new names (`a/../a/../a`).
const LONGEST_CHAIN: usize = 64;

/// The sources of a gazetteer, read.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Those asked for, in that order, then those they extend.
    pub(super) list: Vec<Source>,
    /// What each says; nothing where it does not parse.
    pub(super) files: Vec<File>,
    /// What each extends: the place that says so, and the first source of what is meant.
    below: Vec<Option<(At<String>, usize)>>,
    by_name: HashMap<String, Result<usize, String>>,
    builtin: Option<usize>,
}

impl Sources {
    /// Reads files and what they extend; without names the built-in gazetteer.
    pub(super) fn gather(provider: &dyn Provider, names: &[String], problems: &mut Problems) -> Sources {
        let mut sources = Sources::default();
        if names.is_empty() {
            sources.add_builtin(problems);
        }
        let tops: Vec<usize> = names
            .iter()
            .map(|name| sources.add_top(provider, name, problems))
            .collect();
        for top in tops {
            sources.follow(provider, top, problems);
        }
        sources
    }

    /// Numbers of the sources, layer by layer from the ground up. The built-in gazetteer is always the ground.
    pub(super) fn layers(&mut self, problems: &mut Problems) -> Vec<Vec<usize>> {
        let heights = self.depths(problems);
        for (source, below) in self.list.iter_mut().zip(&self.below) {
            source.below = below.as_ref().map(|(_, number)| *number as u32);
        }
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_key(|number| (!self.list[*number].builtin, Reverse(heights[*number]), *number));
        let layer = |number: usize| (self.list[number].builtin, heights[number]);
        order
            .chunk_by(|left, right| layer(*left) == layer(*right))
            .map(<[usize]>::to_vec)
            .collect()
    }

    fn add_top(&mut self, provider: &dyn Provider, name: &str, problems: &mut Problems) -> usize {
        if name == BUILTIN {
            return self.add_builtin(problems);
        }
        self.add(provider, name, problems).unwrap_or_else(|reason| {
            // It stands in the list all the same, so that its problem has a place.
            let number = self.push(name.to_owned(), "".into(), false, File::default());
            problems.add(
                Code::Unreadable,
                origin(number, &At::default()),
                vec![("reason", reason)],
            );
            self.by_name.insert(name.to_owned(), Ok(number));
            number
        })
    }

    /// Adds what a source extends, and what that extends, until something is known already.
    fn follow(&mut self, provider: &dyn Provider, top: usize, problems: &mut Problems) {
        let mut number = top;
        for step in 0.. {
            let Some(extends) = self.files[number]
                .extends
                .clone()
                .filter(|_| self.below[number].is_none())
            else {
                return;
            };
            let argument = ("extends", extends.value.clone());
            if step >= LONGEST_CHAIN {
                return problems.add(Code::ExtendsCircle, origin(number, &extends), vec![argument]);
            }
            let target = if extends.value == BUILTIN {
                Ok(self.add_builtin(problems))
            } else {
                let name = provider.resolve(&self.list[number].name, &extends.value);
                self.add(provider, &name, problems)
            };
            match target {
                Ok(target) => {
                    self.below[number] = Some((extends, target));
                    number = target;
                }
                Err(reason) => {
                    let arguments = vec![argument, ("reason", reason)];
                    return problems.add(Code::ExtendsNotFound, origin(number, &extends), arguments);
                }
            }
        }
    }

    fn add(&mut self, provider: &dyn Provider, name: &str, problems: &mut Problems) -> Result<usize, String> {
        if let Some(known) = self.by_name.get(name) {
            return known.clone();
        }
        let added = provider.read(name).map(|text| self.parse(name, &text, false, problems));
        self.by_name.insert(name.to_owned(), added.clone());
        added
    }

    fn add_builtin(&mut self, problems: &mut Problems) -> usize {
        if let Some(first) = self.builtin {
            return first;
        }
        let first = self.list.len();
        self.builtin = Some(first);
        for (name, text) in builtin::sources() {
            self.parse(name, text, true, problems);
        }
        first
    }

    /// Adds a text and reads it. One that cannot be parsed adds nothing but its problem.
    fn parse(&mut self, name: &str, text: &str, builtin: bool, problems: &mut Problems) -> usize {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let source = self.list.len() as u32;
        let file = match syntax::parse(text) {
            Ok(value) => File::read(&value, &mut Reader::new(source, problems)).unwrap_or_default(),
            Err(fault) => {
                let at = Origin {
                    source,
                    range: fault.range,
                };
                problems.add(Code::Syntax, at, vec![("reason", fault.reason.to_owned())]);
                File::default()
            }
        };
        self.push(name.to_owned(), text.into(), builtin, file)
    }

    fn push(&mut self, name: String, text: Arc<str>, builtin: bool, file: File) -> usize {
        self.list.push(Source {
            name,
            text,
            builtin,
            below: None,
        });
        self.files.push(file);
        self.below.push(None);
        self.list.len() - 1
    }

    /// The longest distance of each source from one that was asked for. A step that closes a circle is told and undone.
    fn depths(&mut self, problems: &mut Problems) -> Vec<usize> {
        let mut depths = vec![0; self.list.len()];
        for start in 0..self.list.len() {
            let mut chain = vec![start];
            let mut number = start;
            while let Some((extends, next)) = self.below[number].clone() {
                if chain.contains(&next) {
                    let arguments = vec![("extends", extends.value.clone())];
                    problems.add(Code::ExtendsCircle, origin(number, &extends), arguments);
                    self.below[number] = None;
                    break;
                }
                depths[next] = depths[next].max(depths[number] + 1);
                chain.push(next);
                number = next;
            }
        }
        depths
    }
}

fn origin(number: usize, at: &At<String>) -> Origin {
    Origin {
        source: number as u32,
        range: at.range.clone(),
    }
}
