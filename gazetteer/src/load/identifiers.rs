//! Where a gazetteer file gives identifiers.

use std::ops::Range;

use jsonc_parser::ast::Value;

use super::syntax;

/// Every `sameAs` of the entities of a file, as it is read from the JSON, with the bytes between its quotation marks. Empty
/// where the file does not parse.
pub fn identifiers(text: &str) -> Vec<(String, Range<usize>)> {
    let Ok(Value::Object(file)) = syntax::parse(text) else {
        return Vec::new();
    };
    let entities = file.get_array("entities").map(|array| &array.elements);
    let objects = entities.into_iter().flatten().filter_map(Value::as_object);
    let given = objects.filter_map(|entity| entity.get_array("sameAs"));
    let strings = given.flat_map(|array| &array.elements).filter_map(|value| {
        let text = value.as_string_lit()?.value.clone().into_owned();
        Some((text, syntax::range(value)))
    });
    strings.collect()
}

#[cfg(test)]
mod tests {
    use super::identifiers;

    #[test]
    fn identifiers_with_their_places() {
        let text = r#"{ "onomast": 1, "entities": [
            { "id": "a/b", "sameAs": ["https://e.org/\u0041", 5, "viaf:1"] }, 7, { "sameAs": "x" },
            { "id": "a/c", "names": [{ "sameAs": ["no:1"] }], "sameAs": [] } ] }"#;
        let found: Vec<(String, &str)> = identifiers(text)
            .into_iter()
            .map(|(identifier, range)| (identifier, &text[range]))
            .collect();
        let expected = [("https://e.org/A", r"https://e.org/\u0041"), ("viaf:1", "viaf:1")];
        assert_eq!(
            found,
            expected.map(|(identifier, written)| (identifier.to_owned(), written))
        );
        assert_eq!(identifiers("{ broken"), []);
        assert_eq!(identifiers("[]"), []);
    }
}
