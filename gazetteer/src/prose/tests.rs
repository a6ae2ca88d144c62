//! Texts drawn as what is prose in them.

use super::*;
use crate::Text;

mod citations;
mod lists;
mod markdown;
mod plain;
mod properties;
mod quotations;
mod work;

/// Draws each block of a text: its streams, one a line. `·` is where pieces touch, `‖` a barrier between them, `⏎` a line
/// end; zones and what is quoted stand in brackets: `{q …}` quotation, `{h …}` heading, `{b …}` bibliography, `⟨…⟩`.
fn draw(format: Format, text: &str) -> String {
    let mut drawn = String::new();
    for (block, entry) in blocks(format, text) {
        let layout = lay_out(format, &text[block.clone()], entry);
        drawn.push_str("--\n");
        for stream in &layout.streams {
            drawn.push_str(&draw_stream(&text[block.clone()], &layout, stream));
            drawn.push('\n');
        }
    }
    drawn
}

fn draw_stream(block: &str, layout: &Layout, stream: &[Piece]) -> String {
    let mut drawn = String::new();
    let mut zone = Zone::Narration;
    for (index, piece) in stream.iter().enumerate() {
        match (index, piece.barrier) {
            (0, _) => {}
            (_, true) => drawn.push('‖'),
            (_, false) => drawn.push('·'),
        }
        for (at, c) in block[piece.range.clone()].char_indices() {
            let at = piece.range.start + at;
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.range.end == at)
                .for_each(|_| drawn.push('⟩'));
            draw_zone_change(&mut drawn, &mut zone, layout.zone(at));
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.range.start == at)
                .for_each(|_| drawn.push('⟨'));
            drawn.push(if matches!(c, '\n' | '\r' | '\x0c') { '⏎' } else { c });
        }
        let end = piece.range.end;
        let next = stream.get(index + 1).map(|next| next.range.start);
        if next != Some(end) {
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.range.end == end)
                .for_each(|_| drawn.push('⟩'));
        }
    }
    draw_zone_change(&mut drawn, &mut zone, Zone::Narration);
    drawn
}

fn draw_zone_change(drawn: &mut String, last: &mut Zone, zone: Zone) {
    if zone == *last {
        return;
    }
    if *last != Zone::Narration {
        drawn.push('}');
    }
    drawn.push_str(match zone {
        Zone::Narration => "",
        Zone::Heading => "{h ",
        Zone::Quotation => "{q ",
        Zone::Bibliography => "{b ",
    });
    *last = zone;
}

fn blocks(format: Format, text: &str) -> Vec<(Range<usize>, State)> {
    let mut blocks = Vec::new();
    let (mut start, mut state) = (0, State::default());
    while start < text.len() {
        let (end, exit) = block_end(format, &Whole(text), start, state);
        assert!(end > start && end - start <= LONGEST_BLOCK + 1, "{start}..{end}");
        blocks.push((start..end, state));
        (start, state) = (end, exit);
    }
    blocks
}

#[track_caller]
fn check(format: Format, rows: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (name, text, expected) in rows {
        let expected: String = expected.iter().map(|line| format!("{line}\n")).collect();
        let drawn = draw(format, text);
        if drawn != expected {
            wrong.push(format!("{name}: {text:?}\nis\n{drawn}should be\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A text in one piece.
struct Whole<'a>(&'a str);

impl Text for Whole<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn chunk(&self, _at: usize) -> (&str, usize) {
        (self.0, 0)
    }
}
