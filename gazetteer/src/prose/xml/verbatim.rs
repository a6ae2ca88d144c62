//! What a text in TEI gives in the very letters of its source, errors included (`<sic>`, `<orig>`): nobody corrects it.

use std::ops::Range;

use super::parts::Parts;
use super::table::Vocabulary;
use super::token::Token;

/// The ranges of a block that are verbatim: sorted, the outermost. An element that the block does not close reaches to its
/// end; one that an earlier block opened is not seen.
pub(in crate::prose) fn verbatim(block: &str) -> Vec<Range<usize>> {
    let mut parts = Parts::new(block, true, Vocabulary::Xml, &[]);
    let (mut found, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    let is_verbatim = |name: &str| Vocabulary::Xml.element(name).verbatim;
    while let Ok(Some((token, range))) = parts.next() {
        match token {
            Token::Start { name, empty: false, .. } if is_verbatim(name) => {
                if depth == 0 {
                    from = range.end;
                }
                depth += 1;
            }
            Token::End(name) if depth > 0 && is_verbatim(name) => {
                depth -= 1;
                if depth == 0 {
                    found.push(from..range.start);
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        found.push(from..block.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::verbatim;

    #[test]
    fn what_a_source_has_wrong_stays_wrong() {
        for (block, expected) in [
            (
                "<p>Карс <choice><sic>Чечерин</sic><corr>Чичерин</corr></choice></p>",
                "Чечерин",
            ),
            ("<p><tei:orig>а<sic>б</sic>в</tei:orig> г</p>", "а<sic>б</sic>в"),
            ("<p><sic/>а</p>", ""),
            ("<p><sic>а", "а"),
            ("а</sic>", ""),
        ] {
            let found: Vec<&str> = verbatim(block).into_iter().map(|range| &block[range]).collect();
            assert_eq!(found.concat(), expected, "{block}");
        }
    }
}
