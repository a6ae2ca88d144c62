//! Entities as symbols: the protocol has kinds for programs only, so each type takes the one whose icon comes nearest.

use onomast_gazetteer::entity::EntityType;
use tower_lsp::ls_types::SymbolKind;

/// The last kind that every client knows; the others are offered by those that say so.
const LAST_OF_ALL: SymbolKind = SymbolKind::ARRAY;

/// The kind of symbol for a type of entity, of those that the client knows.
pub(super) fn to_lsp(kind: EntityType, known: &[SymbolKind]) -> SymbolKind {
    let symbol = match kind {
        EntityType::Person => SymbolKind::CLASS,
        EntityType::Place => SymbolKind::NAMESPACE,
        EntityType::Organization => SymbolKind::MODULE,
        EntityType::Event => SymbolKind::EVENT,
        EntityType::Treaty => SymbolKind::INTERFACE,
        EntityType::Ship => SymbolKind::PACKAGE,
        EntityType::Publication => SymbolKind::FILE,
        EntityType::Group => SymbolKind::ARRAY,
        EntityType::Other => SymbolKind::VARIABLE,
    };
    let is_known = number(symbol) <= number(LAST_OF_ALL) || known.contains(&symbol);
    if is_known { symbol } else { SymbolKind::CONSTANT }
}

/// The type keeps its number to itself.
fn number(kind: SymbolKind) -> i64 {
    serde_json::to_value(kind)
        .ok()
        .and_then(|number| number.as_i64())
        .unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_gets_what_it_knows() {
        assert_eq!(to_lsp(EntityType::Event, &[SymbolKind::EVENT]), SymbolKind::EVENT);
        assert_eq!(to_lsp(EntityType::Event, &[]), SymbolKind::CONSTANT);
        for kind in EntityType::ALL {
            assert!(number(to_lsp(*kind, &[])) <= number(LAST_OF_ALL), "{kind:?}");
        }
    }
}
