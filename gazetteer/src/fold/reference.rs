//! Folding once more, the slow and obvious way: a list of clusters, what becomes of each, and then the words. For tests:
//! the fast way must agree on any text.

use std::ops::Range;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_segmentation::UnicodeSegmentation;

use super::{WordStart, rules};
use crate::prose::Piece;

/// What [`super::fold`] must say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) text: String,
    pub(super) words: Vec<WordStart>,
    pub(super) soft: Vec<usize>,
    /// Of each folded byte: the source that gave it.
    pub(super) sources: Vec<Range<usize>>,
}

#[derive(Debug, Clone)]
struct Token {
    kind: Kind,
    source: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    /// A folded cluster, and whether it is capital.
    Text(String, bool),
    White {
        text: String,
        barrier: bool,
    },
    Hyphen,
    LineEndHyphen,
    SoftHyphen,
}

pub(super) fn fold(block: &str, pieces: &[Piece]) -> Expected {
    let mut tokens = Vec::new();
    let mut end = None;
    for run in runs(block, pieces) {
        let start = run[0].1.start;
        if let Some(end) = end {
            let kind = Kind::White {
                text: String::new(),
                barrier: true,
            };
            let source = end..start.max(end);
            tokens.push(Token { kind, source });
        }
        end = run.last().map(|(_, source)| source.end);
        tokens.extend(clusters(&run));
    }
    let tokens = without_soft_hyphens(merged(tokens));
    written(&tokens)
}

type Char = (char, Range<usize>);

/// The characters of pieces that touch.
fn runs(block: &str, pieces: &[Piece]) -> Vec<Vec<Char>> {
    let mut runs: Vec<Vec<Char>> = vec![Vec::new()];
    for piece in pieces {
        if piece.barrier {
            runs.push(Vec::new());
        }
        let start = piece.range.start;
        let chars = block[piece.range.clone()].char_indices();
        let chars = chars.map(|(at, c)| (c, start + at..start + at + c.len_utf8()));
        runs.last_mut().unwrap().extend(chars);
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn clusters(run: &[Char]) -> Vec<Token> {
    let visible: Vec<&Char> = run.iter().filter(|(c, _)| !rules::is_invisible(*c)).collect();
    let text: String = visible.iter().map(|(c, _)| c).collect();
    let mut tokens = Vec::new();
    let mut first = 0;
    for cluster in text.graphemes(true).flat_map(without_blank) {
        let last = first + cluster.chars().count() - 1;
        tokens.push(Token {
            kind: kind(cluster),
            source: visible[first].1.start..visible[last].1.end,
        });
        first = last + 1;
    }
    for (_, source) in run.iter().filter(|(c, _)| *c == rules::SOFT_HYPHEN) {
        let inside = |token: &Token| token.source.contains(&source.start);
        if !tokens.iter().any(inside) {
            let earlier = |token: &Token| run_index(run, &token.source) < run_index(run, source);
            let at = tokens.iter().filter(|token| earlier(token)).count();
            let token = Token {
                kind: Kind::SoftHyphen,
                source: source.clone(),
            };
            tokens.insert(at, token);
        }
    }
    tokens
}

/// Marks on a blank are by themselves.
fn without_blank(cluster: &str) -> Vec<&str> {
    let blank = cluster
        .chars()
        .next()
        .filter(|c| c.is_whitespace())
        .map_or(0, char::len_utf8);
    let (blank, marks) = cluster.split_at(if cluster == "\r\n" { 2 } else { blank });
    [blank, marks].into_iter().filter(|part| !part.is_empty()).collect()
}

fn run_index(run: &[Char], source: &Range<usize>) -> usize {
    run.iter().position(|(_, char)| char.start == source.start).unwrap()
}

fn kind(cluster: &str) -> Kind {
    let folded = folded(cluster);
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some(c), next) if c.is_whitespace() && (next.is_none() || next == Some('\n')) => Kind::White {
            text: folded,
            barrier: false,
        },
        (Some(c), None) if rules::is_hyphen(c) => Kind::Hyphen,
        (Some(rules::LINE_END_HYPHEN), None) => Kind::LineEndHyphen,
        _ => Kind::Text(folded, cluster.starts_with(rules::is_capital)),
    }
}

fn folded(cluster: &str) -> String {
    let folded: String = cluster.nfd().default_case_fold().collect();
    let mut kept = String::new();
    let mut base = '\0';
    for c in folded.nfd() {
        let c = rules::reduce(c);
        if !rules::is_dropped(base, c) {
            kept.push(c);
        }
        if canonical_combining_class(c) == 0 {
            base = c;
        }
    }
    kept.nfc().collect()
}

/// White space that stands together is one, whatever soft hyphens are in it; clusters that folded to nothing are gone.
fn merged(tokens: Vec<Token>) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::new();
    for token in tokens {
        let last = merged.last_mut().map(|last| (&mut last.kind, &mut last.source));
        match (last, &token.kind) {
            (_, Kind::Text(text, _)) if text.is_empty() => {}
            (Some((Kind::White { .. } | Kind::Hyphen | Kind::LineEndHyphen, _)), Kind::SoftHyphen) => {}
            (
                Some((Kind::White { text, barrier }, source)),
                Kind::White {
                    text: more_text,
                    barrier: more_barrier,
                },
            ) => {
                text.push_str(more_text);
                *barrier |= more_barrier;
                source.end = source.start.max(token.source.end);
            }
            _ => merged.push(token),
        }
    }
    merged
}

/// Keeps the soft hyphens at the end of a line only, one each.
fn without_soft_hyphens(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before_white = matches!(tokens.get(at + 1), Some(next) if matches!(next.kind, Kind::White { .. }));
        if token.kind != Kind::SoftHyphen || before_white {
            kept.push(token.clone());
        }
    }
    kept
}

fn written(tokens: &[Token]) -> Expected {
    let mut expected = Expected::default();
    let mut letters = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(length) = joint(tokens, at) {
            if token.kind != Kind::SoftHyphen {
                expected.soft.push(expected.text.len());
            }
            at += length;
            continue;
        }
        let text = match &token.kind {
            Kind::Text(text, _) => text,
            Kind::White { text, barrier } if *barrier || line_breaks(text) > 1 => "\n",
            Kind::White { .. } => " ",
            Kind::Hyphen => "-",
            Kind::LineEndHyphen => "¬",
            Kind::SoftHyphen => "",
        };
        let capital = matches!(token.kind, Kind::Text(_, true));
        for (inside, c) in text.char_indices() {
            letters.push((expected.text.len() + inside, c, capital, inside > 0));
        }
        expected.text.push_str(text);
        expected.sources.extend(text.bytes().map(|_| token.source.clone()));
        at += 1;
    }
    expected.words = words(&letters, &expected.soft);
    expected
}

fn line_breaks(white: &str) -> usize {
    white.replace("\r\n", "\n").matches(['\n', '\r']).count()
}

/// How many tokens at `at` vanish between two letters.
fn joint(tokens: &[Token], at: usize) -> Option<usize> {
    let text = |at: usize| match &tokens.get(at)?.kind {
        Kind::Text(text, _) => Some(text),
        _ => None,
    };
    let ends_in_letter = text(at.checked_sub(1)?)?.contains(char::is_alphabetic);
    let letter_follows = |at| text(at).is_some_and(|text| text.starts_with(char::is_alphabetic));
    let line_break = matches!(
        &tokens.get(at + 1)?.kind,
        Kind::White { text, barrier: false } if line_breaks(text) == 1
    );
    let length = match tokens[at].kind {
        Kind::Hyphen if letter_follows(at + 1) => 1,
        Kind::Hyphen | Kind::LineEndHyphen | Kind::SoftHyphen if line_break && letter_follows(at + 2) => 2,
        _ => return None,
    };
    ends_in_letter.then_some(length)
}

/// Where words begin. Of each folded character: offset, character, whether its cluster is capital, whether it is a
/// further one of its cluster.
fn words(chars: &[(usize, char, bool, bool)], soft: &[usize]) -> Vec<WordStart> {
    let before = |index: usize| {
        let earlier = chars[..index]
            .iter()
            .rposition(|(_, c, _, further)| c.is_alphabetic() || !further);
        earlier.map(|index| (index, chars[index].1))
    };
    let is_letter = |found: Option<(usize, char)>| found.is_some_and(|(_, c)| c.is_alphabetic());
    let begins = |index: usize, at: usize, capital: bool| match before(index) {
        Some((_, c)) if c.is_alphabetic() => capital && soft.contains(&at),
        Some((apostrophe, rules::APOSTROPHE)) if is_letter(before(apostrophe)) => capital,
        _ => true,
    };
    let letters = chars.iter().enumerate().filter(|(_, (_, c, ..))| c.is_alphabetic());
    letters
        .filter(|(index, (at, _, capital, _))| begins(*index, *at, *capital))
        .map(|(_, (at, _, capital, _))| WordStart {
            at: *at as u32,
            capital: *capital,
        })
        .collect()
}
