//! `onomast explain`: why each word of a text is taken for a name or not.
//!
//! A name is told of once, with all its words. What is no name and does not look like one is summed up at the end.

use std::io::Write;
use std::ops::Range;
use std::process::ExitCode;

use onomast_gazetteer::analysis::{Account, Facts, Mention, Refusal, Resolution, Verdict, explain};
use onomast_gazetteer::entity::{Alone, SpellingId};
use onomast_gazetteer::{Gazetteer, Language};

use super::options::{self, Names};
use super::output::{self, Failure};
use super::{Surroundings, files};
use crate::features::on_one_line;
use crate::message::describe;
use crate::project::{Project, Unsaved, root};

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The text; several arguments are joined with spaces
    #[arg(required = true)]
    text: Vec<String>,
    /// Language of the text
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    #[command(flatten)]
    names: Names,
}

impl Explain {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        let project = Project::open(root::find(&files::here(), None), layers, &Unsaved::new());
        let text = self.text.join(" ");
        let facts = Facts {
            language: self.lang.clone(),
            ..Facts::default()
        };
        let words = Words {
            text: &text,
            gazetteer: &project.gazetteer,
            around,
        };
        let mut answer = Answer::default();
        for account in explain(&text, &facts, &project.gazetteer) {
            answer.add(&words, &account);
        }
        let mut out = output::open();
        out.write_all(answer.text(around).as_bytes())?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// So many refusals are told of one word: short words begin many names.
const REFUSALS: usize = 5;

/// What is said of a text: of each name in it, of what looks like one, and in two lines of everything else.
#[derive(Default)]
struct Answer {
    blocks: Vec<Block>,
    /// Words with a capital that no spelling begins like, each once.
    strange: Vec<String>,
    /// Words in small letters that are nothing to speak of.
    small: usize,
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
        let mention = account.verdicts.iter().find_map(|verdict| match verdict {
            Verdict::Mention(mention) => Some(mention),
            Verdict::Refused { .. } => None,
        });
        let range = mention.map(|mention| mention.range.clone());
        let joins = range.is_some() && self.blocks.last().is_some_and(|last| last.mention == range);
        if !joins {
            let head = mention.map_or(&account.word, |mention| &mention.with_suffix);
            self.blocks.push(Block {
                head: on_one_line(words.text.get(head.clone()).unwrap_or_default()),
                mention: range,
                lines: mention.map_or_else(Vec::new, |mention| words.mention(mention)),
                refusals: Vec::new(),
            });
        }
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
        for refusal in words.refusals(account) {
            if !block.refusals.contains(&refusal) {
                block.refusals.push(refusal);
            }
        }
        match block.lines.is_empty() {
            true if block.refusals.is_empty() => self.set_aside(),
            true if self.is_said() => drop(self.blocks.pop()),
            _ => {}
        }
    }

    /// Whether the last block, of a word that is no name, says what another has said of the same word.
    fn is_said(&self) -> bool {
        let Some((last, before)) = self.blocks.split_last() else {
            return false;
        };
        let mut same = before
            .iter()
            .filter(|block| block.head == last.head && block.mention.is_none());
        same.any(|block| block.refusals == last.refusals)
    }

    /// The last block has nothing to say.
    fn set_aside(&mut self) {
        let Some(Block { head, .. }) = self.blocks.pop() else {
            return;
        };
        if !head.starts_with(char::is_uppercase) {
            self.small += 1;
        } else if !self.strange.contains(&head) {
            self.strange.push(head);
        }
    }

    fn text(&self, around: Surroundings) -> String {
        let mut paragraphs: Vec<String> = self.blocks.iter().map(|block| block.text(around)).collect();
        let strange = self.strange.join(", ");
        paragraphs.extend((!strange.is_empty()).then(|| around.text("explain-nothing", &[("words", strange.into())])));
        paragraphs.extend((self.small > 0).then(|| around.text("explain-small", &[("count", self.small.into())])));
        paragraphs.into_iter().map(|paragraph| paragraph + "\n").collect()
    }
}

impl Block {
    fn text(&self, around: Surroundings) -> String {
        let more = self.refusals.len().saturating_sub(REFUSALS);
        let more = (more > 0).then(|| around.text("explain-more", &[("count", more.into())]));
        let lines = self
            .lines
            .iter()
            .chain(self.refusals.iter().take(REFUSALS))
            .chain(&more);
        let lines: Vec<String> = lines.map(|line| format!("\n    {line}")).collect();
        format!("{}{}", self.head, lines.concat())
    }
}

/// Puts accounts into words.
struct Words<'a> {
    text: &'a str,
    gazetteer: &'a Gazetteer,
    around: Surroundings,
}

impl Words<'_> {
    fn mention(&self, mention: &Mention) -> Vec<String> {
        let key = if mention.entity().is_some() {
            "explain-is"
        } else {
            "explain-may-be"
        };
        let candidates = mention.candidates.iter();
        let spellings = candidates.map(|candidate| self.spelling(candidate.spelling));
        let mut lines: Vec<String> = spellings
            .map(|spelling| self.around.text(key, &[("spelling", spelling.into())]))
            .collect();
        let mut form = vec![describe(&mention.readings, self.around.locale)];
        form.extend(mention.derived.then(|| self.around.text("card-derived", &[])));
        form.retain(|words| !words.is_empty());
        if !form.is_empty() {
            lines.push(
                self.around
                    .text("explain-form", &[("readings", form.join("; ").into())]),
            );
        }
        let why = self.around.text(resolution_key(mention.resolution), &[]);
        lines.push(self.around.text("explain-why", &[("why", why.into())]));
        lines
    }

    /// What was refused at a word. A word in small letters begins like many names, and nobody takes it for one of those
    /// that want a capital; nor a single letter for an acronym.
    fn refusals(&self, account: &Account) -> Vec<String> {
        let small = |text: &str| text.starts_with(char::is_lowercase);
        let word_is_small = self.text.get(account.word.clone()).is_some_and(small);
        let telling = |spelling: SpellingId, why: &Refusal| {
            let Refusal::Ending { stem, .. } = why else {
                return true;
            };
            let chance = word_is_small || stem.chars().nth(1).is_none();
            !chance || small(&self.gazetteer.spelling(spelling).text)
        };
        let refusals = account.verdicts.iter().filter_map(|verdict| match verdict {
            Verdict::Refused { spelling, why } if telling(*spelling, why) => Some(self.refused(*spelling, why)),
            _ => None,
        });
        refusals.collect()
    }

    fn refused(&self, spelling: SpellingId, why: &Refusal) -> String {
        let spelling = ("spelling", self.spelling(spelling).into());
        match why {
            Refusal::Ending { stem, ending } if ending.is_empty() => self
                .around
                .text("explain-words", &[spelling, ("stem", stem.as_str().into())]),
            Refusal::Ending { stem, ending } => self.around.text(
                "explain-ending",
                &[
                    spelling,
                    ("stem", stem.as_str().into()),
                    ("ending", ending.as_str().into()),
                ],
            ),
            Refusal::Capitals => self.around.text("explain-capitals", &[spelling]),
            Refusal::OtherWord => self.around.text("explain-other-word", &[spelling]),
            Refusal::Contradicted => self.around.text("explain-contradicted", &[spelling]),
            Refusal::Alone(alone) => self.around.text(alone_key(*alone), &[spelling]),
            Refusal::Covered => self.around.text("explain-covered", &[spelling]),
        }
    }

    /// `Çiçerin (person/georgy-chicherin#surname, tr, preferred)`
    fn spelling(&self, id: SpellingId) -> String {
        let spelling = self.gazetteer.spelling(id);
        let (name, entity) = self.gazetteer.bearer(id);
        let (entity, key) = (&self.gazetteer.entity(entity).id, &self.gazetteer.name(name).key);
        format!(
            "{} ({entity}#{key}, {}, {})",
            spelling.text,
            spelling.language,
            spelling.status.as_str()
        )
    }
}

fn resolution_key(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Only => "resolution-only",
        Resolution::Neighbours => "resolution-neighbours",
        Resolution::FullName => "resolution-full-name",
        Resolution::Dates => "resolution-dates",
        Resolution::Decision => "resolution-decision",
        Resolution::Pin => "resolution-pin",
        Resolution::Ambiguous => "resolution-ambiguous",
    }
}

fn alone_key(alone: Alone) -> &'static str {
    match alone {
        Alone::Context => "explain-alone-context",
        Alone::Quoted => "explain-alone-quoted",
        Alone::Yes | Alone::No => "explain-alone-no",
    }
}
