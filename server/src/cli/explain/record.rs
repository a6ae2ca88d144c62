//! Accounts for programs: one JSON object a word, keys sorted. They never change by locale.

use std::ops::Range;
use std::path::Path;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::{
    Accepted, Account, Refusal, Resolution, Standing, Verdict, WordForm, WordPart, ZoneBy,
};
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::SpellingId;
use onomast_gazetteer::morph::{Derivation, Rule};
use onomast_gazetteer::reading::ud_strings;
use serde_json::{Map, Value, json};

use crate::cli::positions::Positions;
use crate::features::explain::{Explained, Sources, opener};
use crate::project::{RoleBy, RoleSaid, root};

/// One line a word.
pub(super) fn lines(text: &str, explained: &Explained<'_>) -> String {
    let gazetteer = explained.analysis.gazetteer();
    let record = Record {
        text,
        positions: Positions::new(text),
        gazetteer,
        sources: Sources::new(gazetteer, explained.seen_from),
        seen_from: explained.seen_from,
        role: explained.role.as_ref(),
    };
    let line = |account: &Account| record.account(account).to_string() + "\n";
    explained.accounts.iter().map(line).collect()
}

struct Record<'a> {
    text: &'a str,
    positions: Positions<'a>,
    gazetteer: &'a Gazetteer,
    sources: Sources<'a>,
    seen_from: &'a Path,
    role: Option<&'a RoleSaid>,
}

impl Record<'_> {
    fn account(&self, account: &Account) -> Value {
        let mut record = self.range(&account.word);
        let (zone, zone_by, language, ground) = match &account.stands {
            Standing::NoProse => (None, None, None, None),
            Standing::Prose {
                zone,
                zone_by,
                language,
                ground,
            } => (
                Some(zone.as_str()),
                zone_by.as_ref(),
                language.as_ref().map(|language| language.tag()),
                Some(ground.as_str()),
            ),
        };
        record.insert("prose".to_owned(), json!(zone.is_some()));
        record.insert("zone".to_owned(), json!(zone));
        record.insert("zone_by".to_owned(), json!(zone_by.map(|by| self.zone_by(by))));
        record.insert("role".to_owned(), json!(self.role.map(|said| said.role.as_str())));
        record.insert(
            "role_by".to_owned(),
            json!(self.role.map(|said| self.role_by(&said.by))),
        );
        record.insert("lang".to_owned(), json!(language));
        record.insert("lang_by".to_owned(), json!(ground));
        let verdicts = account.verdicts.iter().map(|verdict| match verdict {
            Verdict::Mention(accepted) => self.accepted(accepted),
            Verdict::Refused { spelling, why } => self.refused(*spelling, why),
        });
        record.insert("verdicts".to_owned(), verdicts.collect());
        Value::Object(record)
    }

    fn zone_by(&self, by: &ZoneBy) -> Value {
        let ZoneBy::Found(range) = by else {
            return json!({ "by": "decision" });
        };
        let opener = opener(&self.text, range);
        let at = self.positions.at(opener.at);
        json!({ "by": "text", "opener": opener.text, "start": at.offset, "line": at.line, "column": at.column })
    }

    fn role_by(&self, by: &RoleBy) -> Value {
        match by {
            RoleBy::FrontMatter => json!({ "by": "front-matter" }),
            RoleBy::Settings(file, line) => {
                json!({ "by": "settings", "path": root::relative(file, self.seen_from), "line": line })
            }
            RoleBy::Outside => json!({ "by": "outside" }),
            RoleBy::Nobody => json!({ "by": "default" }),
        }
    }

    fn accepted(&self, accepted: &Accepted) -> Value {
        let mention = &accepted.mention;
        let mut record = Map::new();
        record.insert("verdict".to_owned(), json!("mention"));
        record.extend(self.range(&mention.range));
        let end = self.positions.at(mention.with_suffix.end).offset;
        record.insert("end_suffix".to_owned(), json!(end));
        let entity = mention.entity().map(|id| self.gazetteer.entity(id).id.as_str());
        record.insert("entity".to_owned(), json!(entity));
        let candidates = mention
            .candidates
            .iter()
            .map(|candidate| self.spelling(candidate.spelling));
        record.insert("candidates".to_owned(), candidates.collect());
        record.insert("by".to_owned(), json!(resolution_word(mention.resolution)));
        record.insert("readings".to_owned(), json!(ud_strings(&mention.readings)));
        record.insert("borne_out".to_owned(), json!(accepted.borne_out));
        record.insert("derived".to_owned(), json!(mention.derived));
        let aside = mention.aside.map(|aside| match aside {
            Aside::Gloss => "gloss",
            Aside::Title => "title",
        });
        record.insert("aside".to_owned(), json!(aside));
        record.insert(
            "words".to_owned(),
            accepted.words.iter().map(|word| self.word(word)).collect(),
        );
        Value::Object(record)
    }

    fn word(&self, word: &WordForm) -> Value {
        let mut record = self.range(&word.range);
        record.insert("part".to_owned(), json!(word.part.as_str()));
        let spelling = match word.part {
            WordPart::Spelling(spelling) | WordPart::Forename(Some(spelling)) => Some(self.spelling(spelling)),
            WordPart::Forename(None) | WordPart::Initial | WordPart::Title => None,
        };
        record.insert("spelling".to_owned(), json!(spelling));
        record.insert("stem".to_owned(), json!(word.stem));
        record.insert("ending".to_owned(), json!(word.ending));
        record.insert("rules".to_owned(), word.derivations.iter().map(rule).collect());
        Value::Object(record)
    }

    fn refused(&self, spelling: SpellingId, why: &Refusal) -> Value {
        let mut record = Map::new();
        record.insert("verdict".to_owned(), json!("refused"));
        record.insert("why".to_owned(), json!(why.as_str()));
        record.insert("spelling".to_owned(), self.spelling(spelling));
        let mut add = |key: &str, value: Value| record.insert(key.to_owned(), value);
        match why {
            Refusal::Ending { stem, ending, licensed } => {
                add("stem", json!(stem));
                add("ending", json!(ending));
                add("licensed", json!(licensed));
            }
            Refusal::Uninflected { stem, ending } => {
                add("stem", json!(stem));
                add("ending", json!(ending));
            }
            Refusal::Words { stem } => drop(add("stem", json!(stem))),
            Refusal::Capitals(case) => drop(add("case", json!(case.as_str()))),
            Refusal::Alone(alone) => drop(add("alone", json!(alone.as_str()))),
            Refusal::Contradicted { by }
            | Refusal::Disagrees { by }
            | Refusal::OtherKind { by }
            | Refusal::Covered { by } => {
                add("by", Value::Object(self.range(by)));
            }
            Refusal::OtherMeant(by) | Refusal::NoName(by) => drop(add("by", json!(resolution_word(*by)))),
            Refusal::OtherName | Refusal::OtherWord | Refusal::OtherDots | Refusal::LessExact => {}
        }
        Value::Object(record)
    }

    fn spelling(&self, id: SpellingId) -> Value {
        let spelling = self.gazetteer.spelling(id);
        let (name, entity) = self.gazetteer.bearer(id);
        let source = self.sources.of(id);
        json!({
            "entity": self.gazetteer.entity(entity).id,
            "key": self.gazetteer.name(name).key,
            "text": spelling.text,
            "lang": spelling.language.tag(),
            "status": spelling.status.as_str(),
            "path": source.as_ref().map(|(path, _)| path),
            "line": source.as_ref().map(|(_, line)| line),
        })
    }

    /// Code points of the text.
    fn range(&self, range: &Range<usize>) -> Map<String, Value> {
        let mut record = Map::new();
        record.insert("start".to_owned(), json!(self.positions.at(range.start).offset));
        record.insert("end".to_owned(), json!(self.positions.at(range.end).offset));
        let surface = self.text.get(range.clone()).unwrap_or_default();
        record.insert("surface".to_owned(), json!(surface));
        record
    }
}

fn rule(derivation: &Derivation) -> Value {
    let suffixes = |chain: &[onomast_gazetteer::morph::Suffix]| -> Value {
        let one = |suffix: &onomast_gazetteer::morph::Suffix| json!({ "suffix": suffix.written, "slot": suffix.slot.as_str(), "template": suffix.template });
        chain.iter().map(one).collect()
    };
    let readings = ud_strings(&derivation.readings);
    match &derivation.rule {
        Rule::AsSpelled => json!({ "rule": "as-spelled", "readings": readings }),
        Rule::SpelledOut => json!({ "rule": "spelled-out", "readings": readings }),
        Rule::English => json!({ "rule": "english", "readings": readings }),
        Rule::Paradigm { name, behind } => json!({
            "rule": "paradigm", "paradigm": name, "suffixes": suffixes(behind), "readings": readings
        }),
        Rule::Suffixes { chains, fit, stem } => json!({
            "rule": "suffixes", "chains": chains.iter().map(|chain| suffixes(chain)).collect::<Vec<_>>(), "fit": fit.as_str(), "stem": stem.as_str(), "readings": readings
        }),
    }
}

fn resolution_word(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Only => "only",
        Resolution::Neighbours => "neighbours",
        Resolution::FullName => "full-name",
        Resolution::Dates => "dates",
        Resolution::Decision => "decision",
        Resolution::Pin => "pin",
        Resolution::Ambiguous => "ambiguous",
    }
}
