//! Zones that nest become zones that do not: of nested ones the inner.

use std::ops::Range;

use super::{Zone, work};

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
