//! Messages for people, from the catalogue of their language.
