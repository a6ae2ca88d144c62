//! What is said of a text: of each name in it and of what looks like one, in a block of lines each, and in a line a kind
//! of everything else. A name is told of once, with all its words.

use std::cell::LazyCell;
use std::ops::Range;

use onomast_gazetteer::analysis::{Account, Standing, Verdict};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::load::LineIndex;
use onomast_gazetteer::morph;

use super::Explained;
use super::words::Words;
use crate::features::on_one_line;
use crate::message::Messages;

/// So many refusals are told of one word: short words begin many names.
const REFUSALS: usize = 5;

/// So many words outside of prose are named.
const OUTSIDE: usize = 8;

/// The answer, whole.
pub(super) fn answer(explained: &Explained<'_>, messages: &'static Messages) -> String {
    let text = LazyCell::new(|| explained.text.slice(0..explained.text.len()));
    let lines = LazyCell::new(|| LineIndex::new(&text));
    let line_column = |byte: usize| lines.line_column(byte);
    let words = Words::new(explained, &line_column, messages);
    let mut answer = Answer {
        role: explained.role.as_ref().and_then(|said| words.role(said)),
        ..Answer::default()
    };
    for account in &explained.accounts {
        answer.add(&words, account);
    }
    answer.text(messages)
}

#[derive(Default)]
struct Answer {
    /// Whose words the document holds, if they are not the user’s own.
    role: Option<String>,
    paragraphs: Vec<Paragraph>,
    /// The last language told of.
    language: String,
    /// Words with a capital that no spelling begins like, each once.
    strange: Vec<String>,
    /// Words in markup, code and addresses, each once.
    outside: Vec<String>,
    /// Words in small letters that are nothing to speak of.
    small: usize,
    numbers: usize,
    /// Single capitals.
    letters: usize,
    /// Titles that stand beside no name, each once.
    titles: Vec<String>,
}

enum Paragraph {
    /// In which language the names behind it stand.
    Language(String),
    Block(Block),
}

/// A name, or a word that is none.
struct Block {
    head: String,
    /// The mention, where it is one: its other words join it.
    mention: Option<Range<usize>>,
    lines: Vec<String>,
    refusals: Vec<String>,
}

impl Answer {
    fn add(&mut self, words: &Words<'_>, account: &Account) {
        if account.stands == Standing::NoProse {
            let word = words.surface(&account.word);
            if !self.outside.contains(&word) {
                self.outside.push(word);
            }
            return;
        }
        let accepted = account.verdicts.iter().find_map(|verdict| match verdict {
            Verdict::Mention(accepted) => Some(accepted),
            Verdict::Refused { .. } => None,
        });
        let range = accepted.map(|accepted| accepted.mention.range.clone());
        let joined = self
            .blocks_mut()
            .find(|block| range.is_some() && block.mention == range);
        let refusals = words.refusals(account);
        if let Some(block) = joined {
            return block.add(refusals);
        }
        let head = match accepted {
            Some(accepted) => words.read(&accepted.read, &accepted.mention.with_suffix),
            None => on_one_line(&words.surface(&account.word)),
        };
        let mut block = Block {
            head,
            mention: range,
            lines: accepted.map_or_else(Vec::new, |accepted| words.mention(account, accepted)),
            refusals: Vec::new(),
        };
        block.add(refusals);
        if block.lines.is_empty() && block.refusals.is_empty() {
            return self.set_aside(block.head);
        }
        if !self.is_said(&block) {
            self.tell_language(words, account);
            self.paragraphs.push(Paragraph::Block(block));
        }
    }

    /// The blocks, the last first: those that a word may join are near.
    fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        // A footnote between the halves of a name has a few names at most.
        const NEAR: usize = 64;
        self.paragraphs
            .iter_mut()
            .rev()
            .take(NEAR)
            .filter_map(|paragraph| match paragraph {
                Paragraph::Block(block) => Some(block),
                Paragraph::Language(_) => None,
            })
    }

    /// Whether a block of a word that is no name says what another has said of the same word.
    fn is_said(&mut self, block: &Block) -> bool {
        let mut same = self.blocks_mut().filter(|other| other.head == block.head);
        block.mention.is_none() && same.any(|other| other.mention.is_none() && other.refusals == block.refusals)
    }

    fn tell_language(&mut self, words: &Words<'_>, account: &Account) {
        let language = words.language(account);
        if self.language != language {
            self.paragraphs.push(Paragraph::Language(language.clone()));
            self.language = language;
        }
    }

    /// A word that there is nothing to say of.
    fn set_aside(&mut self, word: String) {
        if word.starts_with(char::is_numeric) {
            self.numbers += 1;
        } else if word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase) {
            self.letters += 1;
        } else if !word.starts_with(char::is_uppercase) {
            self.small += 1;
        } else if morph::is_any_title_behind(&fold_word(&word)) {
            if !self.titles.contains(&word) {
                self.titles.push(word);
            }
        } else if !self.strange.contains(&word) {
            self.strange.push(word);
        }
    }

    fn text(&self, messages: &Messages) -> String {
        let told = self.paragraphs.iter().map(|paragraph| match paragraph {
            Paragraph::Language(language) => language.clone(),
            Paragraph::Block(block) => block.text(messages),
        });
        let mut paragraphs: Vec<String> = self.role.iter().cloned().chain(told).collect();
        let named =
            |key: &str, words: String| (!words.is_empty()).then(|| messages.text(key, &[("words", words.into())]));
        let counted = |key: &str, count: usize| (count > 0).then(|| messages.text(key, &[("count", count.into())]));
        paragraphs.extend(named("explain-nothing", self.strange.join(", ")));
        paragraphs.extend(named("explain-titles", self.titles.join(", ")));
        paragraphs.extend(counted("explain-small", self.small));
        paragraphs.extend(counted("explain-letters", self.letters));
        paragraphs.extend(counted("explain-numbers", self.numbers));
        let more = if self.outside.len() > OUTSIDE { " …" } else { "" };
        let outside: Vec<&str> = self.outside.iter().take(OUTSIDE).map(String::as_str).collect();
        paragraphs.extend(named("explain-no-prose", outside.join(", ") + more).filter(|_| !outside.is_empty()));
        paragraphs.into_iter().map(|paragraph| paragraph + "\n").collect()
    }
}

impl Block {
    fn add(&mut self, refusals: Vec<String>) {
        for refusal in refusals {
            if !self.refusals.contains(&refusal) {
                self.refusals.push(refusal);
            }
        }
    }

    fn text(&self, messages: &Messages) -> String {
        let more = self.refusals.len().saturating_sub(REFUSALS);
        let more = (more > 0).then(|| messages.text("explain-more", &[("count", more.into())]));
        let refusals = self.refusals.iter().take(REFUSALS).chain(&more);
        let lines = self.lines.iter().chain(refusals).map(|line| format!("\n    {line}"));
        format!("{}{}", self.head, lines.collect::<String>())
    }
}
