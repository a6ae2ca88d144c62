//! Links lead where they led: where the words of one name its target too, the target is written down beside the new words.
//! `[Tchitcherine][]` becomes `[Çiçerin][Tchitcherine]`, `[[Tchitcherine]]` becomes `[[Tchitcherine|Çiçerin]]`.

use std::ops::Range;

use crate::analysis::Paragraph;
use crate::prose::LabelKind;
use crate::text::Text;

use super::{Change, Obstacle};

/// The changes that keep the links whose words other changes touch; those may be of these already. `is_defined` says
/// whether the document defines a label. Sorted by start, as the others have to be.
pub(super) fn kept(
    text: &dyn Text,
    paragraph: &Paragraph,
    changes: &[Change],
    mut is_defined: impl FnMut(&str) -> bool,
) -> Result<Vec<Change>, Obstacle> {
    let mut kept = Vec::new();
    for label in paragraph.labels() {
        let touches = |change: &Change| label.words.start <= change.range.start && change.range.end <= label.words.end;
        if !changes.iter().any(touches) {
            continue;
        }
        let words = text.slice(label.words.clone());
        let Range { start, end } = label.words;
        let (range, target) = match label.kind {
            LabelKind::Collapsed => (end + "]".len()..end + "][]".len(), format!("[{words}]")),
            LabelKind::Shortcut if is_defined(&words) => (end..end + "]".len(), format!("][{words}]")),
            LabelKind::Shortcut => continue,
            LabelKind::Wiki => (start..start, format!("{words}|")),
            LabelKind::Fixed => return Err(Obstacle::Link),
        };
        let change = Change { range, text: target };
        if !changes.contains(&change) {
            kept.push(change);
        }
    }
    Ok(kept)
}
