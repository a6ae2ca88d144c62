//! `text`: for people, with the line and the evidence.

use super::{Format, Sheet, nothing, nothing_more};
use crate::cli::draw::Drawing;

pub(super) const FORMAT: Format = Format {
    name: "text",
    help: "For people",
    for_people: true,
    head: nothing,
    sheet,
    between: "",
    tail: nothing_more,
};

fn sheet(sheet: &Sheet<'_>) -> String {
    let drawing = Drawing {
        text: sheet.text,
        positions: sheet.positions,
        places: sheet.places,
        path: sheet.path,
        colour: sheet.colour,
        around: sheet.around,
    };
    sheet.findings.iter().map(|shown| drawing.draw(shown.finding)).collect()
}
