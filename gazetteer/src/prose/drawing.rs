//! Layouts drawn as what is read in them, for tests of formats with markup.

use super::{Format, Layout, State, Zone, block_end, lay_out, stands_for};

/// The streams of a text, one a line: `‖` is a barrier between pieces; what stands for something else is replaced by it.
/// White space is one blank. Before a stream is the language that the markup states; zones stand in brackets: `{q …}`, `{h …}`, `{b …}`; what is
/// quoted in `⟨…⟩`; behind it, the words that the markup says something of.
fn draw(format: Format, text: &str) -> String {
    let (mut drawn, mut start, mut entry) = (String::new(), 0, State::default());
    while start < text.len() {
        let (end, exit) = block_end(format, &text, start, entry);
        let block = &text[start..end];
        let layout = lay_out(format, block, entry);
        for stream in 0..layout.streams.len() {
            drawn.push_str(&draw_stream(block, &layout, stream));
            drawn.push('\n');
        }
        (start, entry) = (end, exit);
    }
    drawn
}

fn draw_stream(block: &str, layout: &Layout, stream: usize) -> String {
    let pieces = &layout.streams[stream];
    let (mut line, mut zone) = (String::new(), Zone::Narration);
    for (index, piece) in pieces.iter().enumerate() {
        let range = piece.range.clone();
        if piece.barrier && index > 0 {
            line.push('‖');
        }
        if layout.zone(range.start) != zone {
            line.push_str(if zone == Zone::Narration { "" } else { "}" });
            zone = layout.zone(range.start);
            line.push_str(match zone {
                Zone::Narration => "",
                Zone::Heading => "{h ",
                Zone::Quotation => "{q ",
                Zone::Bibliography => "{b ",
            });
        }
        line.extend(
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.range.start == range.start)
                .map(|_| '⟨'),
        );
        let meant = piece.markup.then(|| stands_for(&block[range.clone()])).flatten();
        line.push_str(&meant.unwrap_or_else(|| block[range.clone()].to_owned()));
        line.extend(
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.range.end == range.end)
                .map(|_| '⟩'),
        );
    }
    line.push_str(if zone == Zone::Narration { "" } else { "}" });
    let language = layout
        .language(pieces[0].range.start)
        .map(|language| format!("{language}: "));
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let pins = layout
        .pins
        .iter()
        .filter(|pin| pieces.iter().any(|piece| pin.range.start == piece.range.start));
    let pins: String = pins
        .map(|pin| format!(" [{} = {}]", &block[pin.range.clone()], pin.reference))
        .collect();
    language.unwrap_or_default() + line.replace(" ⟩", "⟩").replace(" }", "}").as_str() + pins.as_str()
}

#[track_caller]
pub(super) fn check(format: Format, text: &str, expected: &str) {
    assert_eq!(draw(format, text), expected);
}
