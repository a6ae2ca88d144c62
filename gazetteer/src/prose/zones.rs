//! Zones that nest become zones that do not: of nested ones the inner.

use std::ops::Range;

use super::{Layout, Piece, Zone, work};

/// Zones that signs in a stream make: quotation marks, words that refer.
#[derive(Debug)]
pub(super) struct Marked {
    /// Which of the zones of the layout.
    pub(super) zones: Range<usize>,
    /// Which of its streams.
    pub(super) stream: usize,
}

/// Takes out of marked zones the other streams that stand in them: what a stream quotes says nothing of a note between,
/// which is the author’s own. Before the zones are flattened and the streams sorted.
pub(super) fn leave_out(layout: &mut Layout, marked: &[Marked]) {
    if layout.streams.len() < 2 {
        return;
    }
    let extent =
        |(number, pieces): (usize, &Vec<Piece>)| Some((pieces.first()?.range.start..pieces.last()?.range.end, number));
    let mut extents: Vec<(Range<usize>, usize)> = layout.streams.iter().enumerate().filter_map(extent).collect();
    extents.sort_by_key(|(extent, _)| extent.start);
    for Marked { zones, stream } in marked {
        for number in zones.clone() {
            let (whole, zone) = layout.zones[number].clone();
            let first = extents.partition_point(|(extent, _)| extent.start < whole.start);
            let mut at = whole.start;
            for (extent, other) in extents[first..]
                .iter()
                .take_while(|(extent, _)| extent.start < whole.end)
            {
                work::count(1);
                if other != stream && at <= extent.start && extent.end <= whole.end {
                    layout.zones.push((at..extent.start, zone));
                    at = extent.end;
                }
            }
            layout.zones[number].0 = at..whole.end;
        }
    }
}

/// Sorts zones and cuts them, so that none overlaps another. Of two that begin together the longer is the outer one.
pub(super) fn flatten(zones: &mut Vec<(Range<usize>, Zone)>) {
    work::count(zones.len());
    zones.retain(|(range, _)| !range.is_empty());
    zones.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut flat = Vec::with_capacity(zones.len());
    let mut open: Vec<(usize, Zone)> = Vec::new();
    let mut at = 0;
    for (range, zone) in zones.drain(..) {
        close(&mut open, &mut at, range.start, &mut flat);
        add(&mut flat, at..range.start, open.last().map(|(_, zone)| *zone));
        at = range.start;
        open.push((range.end, zone));
    }
    close(&mut open, &mut at, usize::MAX, &mut flat);
    *zones = flat;
}

/// Writes what ends before `until`.
fn close(open: &mut Vec<(usize, Zone)>, at: &mut usize, until: usize, flat: &mut Vec<(Range<usize>, Zone)>) {
    while let Some((end, zone)) = open.pop_if(|(end, _)| *end <= until) {
        if end > *at {
            add(flat, *at..end, Some(zone));
            *at = end;
        }
    }
}

fn add(flat: &mut Vec<(Range<usize>, Zone)>, range: Range<usize>, zone: Option<Zone>) {
    if let Some(zone) = zone.filter(|_| !range.is_empty()) {
        match flat.last_mut() {
            Some((last, same)) if last.end == range.start && *same == zone => last.end = range.end,
            _ => flat.push((range, zone)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nested_zones_the_inner() {
        use Zone::{Bibliography, Quotation};
        let mut zones = vec![
            (2..4, Quotation),
            (0..10, Bibliography),
            (6..8, Quotation),
            (7..12, Bibliography),
        ];
        flatten(&mut zones);
        let expected = [
            (0..2, Bibliography),
            (2..4, Quotation),
            (4..6, Bibliography),
            (6..7, Quotation),
            (7..12, Bibliography),
        ];
        assert_eq!(zones, expected);
    }
}
