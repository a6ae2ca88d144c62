//! The beginning of a name, as somebody types it in any script, and how far from it a spelling begins.

use crate::language::Language;

use super::distance::Heard;
use super::key::SearchKey;
use super::rank::heard;
use super::sounds;

/// What has been typed of a name, read once and compared with many.
#[derive(Debug, Clone)]
pub struct Beginning {
    key: SearchKey,
    heard: Vec<Heard>,
    too_far: u32,
}

impl Beginning {
    /// Reads what has been typed.
    pub fn of(typed: &str) -> Beginning {
        let heard = heard(&sounds::readings(typed), &sounds::usual_readings(typed));
        let letters = heard.iter().map(Heard::length).max().unwrap_or_default();
        Beginning {
            key: SearchKey::of_beginning(typed),
            heard,
            too_far: u32::try_from(letters / 2).unwrap_or(u32::MAX).saturating_add(2),
        }
    }

    /// Hears what has been typed in the orthographies of some languages alone.
    pub(crate) fn hear_in<'l>(&mut self, typed: &str, languages: impl IntoIterator<Item = &'l Language>) {
        let readings = languages
            .into_iter()
            .flat_map(|language| sounds::readings_in(typed, language));
        let readings: Vec<String> = readings.collect();
        self.heard = heard(&readings, &readings);
    }

    /// Its keys: what a spelling begins with begins with one of them, at the head or at another word.
    pub fn key(&self) -> &SearchKey {
        &self.key
    }

    /// How far the sounds of a spelling (see [`sounds_in`]), or those from one of its words on, begin from it: 0 is a
    /// perfect likeness. `None` where more parts them than one slight thing in two letters, and one more.
    pub fn distance(&self, sounds: &str) -> Option<u32> {
        let spelled = Heard::new(sounds, 0);
        let nearest = self.heard.iter().fold(self.too_far, |least, heard| {
            heard.distance_of_beginning(&spelled, least)
        });
        (nearest < self.too_far).then_some(nearest)
    }

    pub(super) fn heard(&self) -> &[Heard] {
        &self.heard
    }

    /// What is not below this is no likeness.
    pub(super) fn too_far(&self) -> u32 {
        self.too_far
    }
}

/// What a spelling sounds like in the orthography of its language, in the letters of
/// `data/tables/translit/sounds.toml`.
pub fn sounds_in(spelling: &str, language: &Language) -> String {
    sounds::readings_in(spelling, language)
        .into_iter()
        .next()
        .unwrap_or_default()
}
