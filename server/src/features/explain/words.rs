//! Puts accounts into words: a short line for each thing that there is to know.

use std::ops::Range;
use std::path::Path;

use onomast_gazetteer::analysis::{
    Accepted, Account, Refusal, Resolution, Standing, Verdict, WordForm, WordPart, ZoneBy,
};
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::{Alone, Case, NameId, SpellingId};
use onomast_gazetteer::morph::{Rule, StemChange, Suffix, SuffixFit};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::{Gazetteer, Text};

use super::sources::Sources;
use super::{Explained, opener};
use crate::features::on_one_line;
use crate::message::{Argument, Messages, describe};
use crate::project::{Role, RoleBy, RoleSaid, root};

/// So many endings are named that would have been right.
const ENDINGS: usize = 12;

pub(super) struct Words<'a> {
    text: &'a dyn Text,
    gazetteer: &'a Gazetteer,
    sources: Sources<'a>,
    seen_from: &'a Path,
    /// Line and column of a byte of the text.
    line_column: &'a dyn Fn(usize) -> (usize, usize),
    messages: &'static Messages,
}

impl<'a> Words<'a> {
    pub(super) fn new(
        explained: &Explained<'a>,
        line_column: &'a dyn Fn(usize) -> (usize, usize),
        messages: &'static Messages,
    ) -> Words<'a> {
        let gazetteer = explained.analysis.gazetteer();
        Words {
            text: explained.text,
            gazetteer,
            sources: Sources::new(gazetteer, explained.seen_from),
            seen_from: explained.seen_from,
            line_column,
            messages,
        }
    }

    /// The text of a range.
    pub(super) fn surface(&self, range: &Range<usize>) -> String {
        self.text.slice(range.clone()).into_owned()
    }

    /// What is read at a mention or a word of it, on one line. Behind the end of its block, what stands there.
    pub(super) fn read(&self, read: &str, range: &Range<usize>) -> String {
        match read {
            "" => on_one_line(&self.surface(range)),
            read => on_one_line(read),
        }
    }

    /// The language in force at a word, and why.
    pub(super) fn language(&self, account: &Account) -> String {
        let Standing::Prose { language, ground, .. } = &account.stands else {
            return String::new();
        };
        let ground = self.say(&format!("explain-ground-{}", ground.as_str()), &[]);
        match language {
            Some(language) => {
                let language = language.tag();
                self.say(
                    "explain-language",
                    &[("language", language.into()), ("ground", ground.into())],
                )
            }
            None => ground,
        }
    }

    /// That a document holds somebody else's words, and who says so.
    pub(super) fn role(&self, said: &RoleSaid) -> Option<String> {
        let role = match said.role {
            Role::Draft | Role::Ignore => return None,
            Role::Source => self.say("card-role-source", &[]),
            Role::Edition => self.say("card-role-edition", &[]),
        };
        let by = match &said.by {
            RoleBy::FrontMatter => self.say("explain-role-front-matter", &[]),
            RoleBy::Settings(file, line) => format!("{}:{line}", root::relative(file, self.seen_from)),
            RoleBy::Outside | RoleBy::Nobody => self.say("explain-role-outside", &[]),
        };
        Some(self.say("explain-role", &[("role", role.into()), ("by", by.into())]))
    }

    /// In what kind of prose a word stands, and why, where there is something to say.
    fn zone(&self, account: &Account) -> Option<String> {
        let Standing::Prose { zone, zone_by, .. } = &account.stands else {
            return None;
        };
        let zone = match zone {
            Zone::Narration => "explain-zone-narration",
            Zone::Heading => "explain-zone-heading",
            Zone::Quotation => "explain-zone-quotation",
            Zone::Bibliography => "explain-zone-bibliography",
        };
        let by = match zone_by.as_ref()? {
            ZoneBy::Decision => self.say("resolution-decision", &[]),
            ZoneBy::Found(range) => {
                let opener = opener(self.text, range);
                let (line, column) = (self.line_column)(opener.at);
                self.say(
                    "explain-zone-opened",
                    &[
                        ("opener", opener.text.into()),
                        ("line", line.into()),
                        ("column", column.into()),
                    ],
                )
            }
        };
        Some(self.say(zone, &[("by", by.into())]))
    }

    /// All there is to say of a mention, of which this is the first word.
    pub(super) fn mention(&self, account: &Account, accepted: &Accepted) -> Vec<String> {
        let mention = &accepted.mention;
        let key = match mention.entity() {
            Some(_) => "explain-is",
            None => "explain-may-be",
        };
        let candidates = mention.candidates.iter();
        let spellings = candidates.map(|candidate| self.spelling(candidate.spelling, true));
        let mut lines: Vec<String> = spellings
            .map(|text| self.say(key, &[("spelling", text.into())]))
            .collect();
        let mut form = vec![describe(&mention.readings, self.messages.locale())];
        form.extend(mention.derived.then(|| self.say("card-derived", &[])));
        form.retain(|words| !words.is_empty());
        if !form.is_empty() {
            lines.push(self.say("explain-form", &[("readings", form.join("; ").into())]));
        }
        lines.extend(self.parts(&accepted.words));
        let why = self.say(resolution_key(mention.resolution), &[]);
        lines.push(self.say("explain-why", &[("why", why.into())]));
        let case = mention
            .candidates
            .first()
            .map(|first| self.gazetteer.spelling(first.spelling).case);
        let alone = mention
            .candidates
            .first()
            .map(|first| self.gazetteer.spelling(first.spelling).alone);
        let alone = match alone {
            _ if accepted.borne_out => Some("explain-borne-out"),
            Some(Alone::Quoted) if !mention.derived => Some("explain-quoted"),
            _ => None,
        };
        let capitals = match case {
            Some(Case::Any) => Some("explain-case-any"),
            Some(Case::Exact) => Some("explain-case-exact"),
            Some(Case::Title) | None => None,
        };
        let aside = mention.aside.map(|aside| match aside {
            Aside::Gloss => "explain-aside-gloss",
            Aside::Title => "explain-aside-title",
        });
        lines.extend(alone.into_iter().chain(capitals).map(|key| self.say(key, &[])));
        lines.extend(self.zone(account));
        lines.extend(aside.map(|key| self.say(key, &[])));
        lines
    }

    /// What was refused at a word. A word in small letters begins like many names, and nobody takes it for one of those
    /// that want a capital; nor a single letter or a number for a name that begins with it.
    pub(super) fn refusals(&self, account: &Account) -> Vec<String> {
        let small = |text: &str| text.starts_with(char::is_lowercase);
        let word = &*self.text.slice(account.word.clone());
        let telling = |spelling: SpellingId, why: &Refusal| {
            let stem = match why {
                Refusal::Ending { stem, .. } | Refusal::Uninflected { stem, .. } | Refusal::Words { stem } => stem,
                _ => return true,
            };
            let chance = small(word) || stem.chars().nth(1).is_none() || word.starts_with(char::is_numeric);
            !chance || small(&self.gazetteer.spelling(spelling).text)
        };
        // A name that two languages spell alike is refused in both for the same reason.
        let mut told: Vec<(NameId, &str, &Refusal)> = Vec::new();
        let refusals = account.verdicts.iter().filter_map(|verdict| match verdict {
            Verdict::Refused { spelling, why } if telling(*spelling, why) => {
                let entry = self.gazetteer.spelling(*spelling);
                let same = (entry.name, entry.text.as_str(), why);
                let is_new = !told.contains(&same);
                told.push(same);
                is_new.then(|| self.refused(*spelling, why))
            }
            _ => None,
        });
        refusals.collect()
    }

    /// The words of a name, of which there is more to say than that they stand as they are spelled.
    fn parts(&self, words: &[WordForm]) -> Vec<String> {
        let mut lines = Vec::new();
        let initials: Vec<String> = words
            .iter()
            .filter(|word| word.part == WordPart::Initial)
            .map(|word| self.read(&word.read, &word.range))
            .collect();
        if !initials.is_empty() {
            lines.push(self.say("explain-initials", &[("words", initials.join(" ").into())]));
        }
        let declines = |word: &WordForm| {
            let mut rules = word.derivations.iter().map(|derivation| &derivation.rule);
            rules.any(|rule| matches!(rule, Rule::Paradigm { .. }))
        };
        // Where words are declined it is of interest that one stays; in Turkish all but the last do.
        let one_declines = words.iter().any(declines);
        for word in words.iter().filter(|word| word.part != WordPart::Initial) {
            let what = match word.part {
                WordPart::Forename(Some(spelling)) => {
                    let spelling = self.spelling(spelling, false);
                    Some(self.say("explain-forename", &[("spelling", spelling.into())]))
                }
                WordPart::Forename(None) => Some(self.say("explain-forename-of-full", &[])),
                WordPart::Title => Some(self.say("explain-title", &[])),
                WordPart::Spelling(_) | WordPart::Initial => None,
            };
            let rule = self.rule(word, one_declines && what.is_none());
            let said: Vec<String> = what.into_iter().chain(rule).collect();
            if !said.is_empty() {
                let surface = self.read(&word.read, &word.range);
                lines.push(format!("{surface}: {}", said.join("; ")));
            }
        }
        lines
    }

    /// The rule by which a word has its ending.
    fn rule(&self, word: &WordForm, tell_unchanged: bool) -> Option<String> {
        let paradigms: Vec<&str> = word
            .derivations
            .iter()
            .filter_map(|derivation| match &derivation.rule {
                Rule::Paradigm { name, .. } => Some(*name),
                _ => None,
            })
            .collect();
        match &word.derivations.first()?.rule {
            Rule::AsSpelled => tell_unchanged.then(|| self.say("explain-as-spelled", &[])),
            Rule::SpelledOut => Some(self.say("explain-spelled-out", &[])),
            Rule::English => Some(self.say("explain-english", &[])),
            Rule::Paradigm { behind, .. } => {
                let suffixes: usize = behind.iter().map(|suffix| suffix.written.len()).sum();
                let ending = word
                    .ending
                    .get(..word.ending.len().saturating_sub(suffixes))
                    .unwrap_or_default();
                let mut names: Vec<&str> = paradigms;
                names.dedup();
                let values = [
                    ("stem", word.stem.as_str().into()),
                    ("ending", ending.trim_end_matches('\'').into()),
                    ("paradigm", names.join(", ").into()),
                ];
                let key = match ending.is_empty() {
                    true => "explain-paradigm-bare",
                    false => "explain-paradigm",
                };
                let mut said = vec![self.say(key, &values)];
                said.extend((!behind.is_empty()).then(|| self.chain(behind)));
                Some(said.join("; "))
            }
            Rule::Suffixes { chains, fit, stem } => self.suffixes(word, chains, *fit, *stem),
        }
    }

    fn suffixes(&self, word: &WordForm, chains: &[Vec<Suffix>], fit: SuffixFit, stem: StemChange) -> Option<String> {
        if word.ending.is_empty() {
            return None;
        }
        let chains = self.either(chains.iter().map(|chain| self.chain(chain)).collect());
        let values = [("stem", word.stem.as_str().into()), ("chain", chains.into())];
        let mut said = vec![self.say("explain-suffixes", &values)];
        let change = match stem {
            StemChange::None => None,
            StemChange::Possessive => Some("explain-stem-possessive"),
            StemChange::Softened => Some("explain-stem-softened"),
            StemChange::WithoutPossessive => Some("explain-stem-without-possessive"),
        };
        let fit = match fit {
            SuffixFit::Rules => None,
            SuffixFit::AnySound => Some("explain-fit-any-sound"),
            SuffixFit::ForeignSound => Some("explain-fit-foreign-sound"),
            SuffixFit::Parted => Some("explain-fit-parted"),
        };
        said.extend(change.into_iter().chain(fit).map(|key| self.say(key, &[])));
        Some(said.join("; "))
    }

    /// `-lar (plural, -lAr) + -dan (case, -DAn)`
    fn chain(&self, chain: &[Suffix]) -> String {
        let one = |suffix: &Suffix| {
            let slot = self.say(&format!("explain-slot-{}", suffix.slot.as_str()), &[]);
            format!("-{} ({slot}, -{})", suffix.written, suffix.template)
        };
        chain.iter().map(one).collect::<Vec<_>>().join(" + ")
    }

    /// `one, another or a third`
    fn either(&self, mut ways: Vec<String>) -> String {
        match ways.pop() {
            Some(last) if !ways.is_empty() => {
                let others = ways.join(", ");
                self.say("reading-or", &[("others", others.into()), ("last", last.into())])
            }
            last => last.unwrap_or_default(),
        }
    }

    fn refused(&self, spelling: SpellingId, why: &Refusal) -> String {
        let named = ("spelling", Argument::from(self.spelling(spelling, false)));
        let by = |range: &Range<usize>| ("by", on_one_line(&self.surface(range)).into());
        match why {
            Refusal::Ending { stem, ending, licensed } => {
                let key = match ending.is_empty() {
                    true => "explain-no-ending",
                    false => "explain-ending",
                };
                let licensed = ("licensed", self.endings(licensed).into());
                let (stem, ending) = (("stem", stem.as_str().into()), ("ending", hyphenated(ending).into()));
                self.say(key, &[named, stem, ending, licensed])
            }
            Refusal::Uninflected { stem, ending } => {
                let (stem, ending) = (("stem", stem.as_str().into()), ("ending", hyphenated(ending).into()));
                self.say("explain-uninflected", &[named, stem, ending])
            }
            Refusal::Words { stem } => self.say("explain-words", &[named, ("stem", stem.as_str().into())]),
            Refusal::OtherName => self.say("explain-other-name", &[named]),
            Refusal::Capitals(Case::Exact) => self.say("explain-capitals-exact", &[named]),
            Refusal::Capitals(Case::Any | Case::Title) => self.say("explain-capitals", &[named]),
            Refusal::OtherWord => self.say("explain-other-word", &[named]),
            Refusal::OtherDots => self.say("explain-other-dots", &[named]),
            Refusal::Contradicted { by: range } => self.say("explain-contradicted", &[named, by(range)]),
            Refusal::Disagrees { by: range } => self.say("explain-disagrees", &[named, by(range)]),
            Refusal::OtherKind { by: range } => self.say("explain-other-kind", &[named, by(range)]),
            Refusal::Alone(alone) => self.say(alone_key(*alone), &[named]),
            Refusal::Covered { by: range } => self.say("explain-covered", &[named, by(range)]),
            Refusal::LessExact => self.say("explain-less-exact", &[named]),
            Refusal::OtherMeant(why) => {
                let why = self.say(resolution_key(*why), &[]);
                self.say("explain-other-meant", &[named, ("why", why.into())])
            }
            Refusal::NoName(why) => {
                let why = self.say(resolution_key(*why), &[]);
                self.say("explain-no-name", &[named, ("why", why.into())])
            }
        }
    }

    /// `-а, -у, -ым …`
    fn endings(&self, licensed: &[String]) -> String {
        let shown = licensed.iter().take(ENDINGS).map(|ending| hyphenated(ending));
        let shown: Vec<String> = shown.collect();
        let more = if licensed.len() > ENDINGS { " …" } else { "" };
        shown.join(", ") + more
    }

    /// `Çiçerin (person/georgy-chicherin#surname, tr, preferred)`, with the place of the entry if asked for.
    fn spelling(&self, id: SpellingId, with_place: bool) -> String {
        let spelling = self.gazetteer.spelling(id);
        let (name, entity) = self.gazetteer.bearer(id);
        let (entity, key) = (&self.gazetteer.entity(entity).id, &self.gazetteer.name(name).key);
        let place = self.sources.of(id).filter(|_| with_place);
        let place = place.map_or_else(String::new, |(file, line)| format!(", {file}:{line}"));
        let (language, status) = (&spelling.language, spelling.status.as_str());
        format!("{} ({entity}#{key}, {language}, {status}{place})", spelling.text)
    }

    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.messages.text(key, arguments)
    }
}

/// `-ым`; a suffix behind an apostrophe, ’s, stands for itself.
fn hyphenated(ending: &str) -> String {
    match ending.starts_with(char::is_alphabetic) {
        true => format!("-{ending}"),
        false => ending.to_owned(),
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
