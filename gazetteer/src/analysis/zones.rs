//! In what kind of prose a place stands: as the format found it, or as somebody decided.

use std::ops::Range;

use super::Analysis;
use crate::prose::{self, Zone};

impl Analysis {
    /// What kind of prose a byte stands in, as decided by somebody or found.
    pub fn zone_at(&self, at: usize) -> Zone {
        let found = || self.zone_around(at).map_or(Zone::Narration, |(_, zone)| zone);
        self.decided_zone(at).unwrap_or_else(found)
    }

    /// The zone that somebody decided on for a byte.
    pub fn decided_zone(&self, at: usize) -> Option<Zone> {
        self.decisions.zone(at)
    }

    /// The quotation, heading or reference that a byte was found in, whatever was decided: bytes of the text, as far as its
    /// block goes.
    pub fn zone_around(&self, at: usize) -> Option<(Range<usize>, Zone)> {
        let number = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        let (start, zones) = (self.starts[number], &self.blocks[number].scan.zones);
        let (range, zone) = prose::zone_around(zones, at - start)?;
        Some((start + range.start..start + range.end, zone))
    }
}
