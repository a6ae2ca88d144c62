//! Letters and signs that LaTeX writes as commands: `\c{c}`, `\"u`, `\i`, `\,`.

use unicode_normalization::UnicodeNormalization;

use super::table::Table;

/// No such command is longer, in bytes.
const LONGEST: usize = 40;

/// What a text stands for that is exactly one such command.
pub(in crate::prose) fn stands_for(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let (length, letters) = read(text)?;
    (length == text.len()).then_some(letters)
}

/// The command that begins a text, as its length in bytes, and what it stands for.
pub(super) fn read(text: &str) -> Option<(usize, String)> {
    let table = Table::get();
    // Braces may stand in one another as often as somebody likes.
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let sign = |length: usize| {
        let sign = text.get(..length)?;
        Some((length, table.signs.get(sign)?.clone()))
    };
    if let Some(found) = sign(2) {
        return Some(found);
    }
    let Some(behind) = text.strip_prefix('\\') else {
        return sign(1);
    };
    let name = command_name(behind);
    let argument = &behind[name.len()..];
    if let Some(letters) = table.letters.get(name) {
        return Some((1 + name.len() + behind_word(argument), letters.clone()));
    }
    let mark = *table.accents.get(name)?;
    let (length, letter) = accented(argument, name.chars().all(char::is_alphabetic))?;
    let letter: String = letter.chars().chain([mark]).nfc().collect();
    Some((1 + name.len() + length, letter))
}

/// The name of the command behind a backslash: letters, or one other character.
pub(super) fn command_name(text: &str) -> &str {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    match text.chars().next() {
        Some(first) if letters == 0 => &text[..first.len_utf8()],
        _ => &text[..letters],
    }
}

/// How much behind a command that is a word belongs to it: blanks, or an empty group.
fn behind_word(text: &str) -> usize {
    match text.strip_prefix("{}") {
        Some(_) => 2,
        None => text.len() - text.trim_start_matches([' ', '\t']).len(),
    }
}

/// The letter under an accent: by itself, in braces, or a command. The dot of i goes where an accent comes.
fn accented(text: &str, is_word: bool) -> Option<(usize, String)> {
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let text = &text[blanks..];
    if let Some(inner) = text.strip_prefix('{') {
        let (length, letter) = accented(inner, false)?;
        let end = inner.get(length..)?.strip_prefix('}')?;
        return Some((blanks + text.len() - end.len(), letter));
    }
    if let Some(command) = text.strip_prefix('\\') {
        let name = command_name(command);
        let letter = match name {
            "i" => "i".to_owned(),
            "j" => "j".to_owned(),
            _ => Table::get().letters.get(name)?.clone(),
        };
        return Some((blanks + 1 + name.len() + behind_word(&command[name.len()..]), letter));
    }
    let letter = text.chars().next().filter(|c| c.is_alphabetic())?;
    (blanks > 0 || !is_word || !letter.is_ascii_alphabetic()).then(|| (blanks + letter.len_utf8(), letter.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_in_one_another_are_no_letter() {
        for braces in [2, 30, 100_000] {
            assert_eq!(read(&format!("\\c{}", "{".repeat(braces))), None);
        }
        assert_eq!(
            read(&format!("\\c{{{{c}}}}{}", "}".repeat(100_000))),
            Some((7, "ç".to_owned()))
        );
    }

    #[test]
    fn commands_are_letters() {
        for (command, letters) in [
            (r"\c{c}", Some("ç")),
            (r"\c c", Some("ç")),
            (r"\u{g}", Some("ğ")),
            (r#"\"u"#, Some("ü")),
            (r#"\"{O}"#, Some("Ö")),
            (r"\.I", Some("İ")),
            (r"\.{I}", Some("İ")),
            (r"\i", Some("ı")),
            (r"\i{}", Some("ı")),
            (r"\^{\i}", Some("î")),
            (r"\'\i", Some("í")),
            (r"\c{S}", Some("Ş")),
            (r"\^a", Some("â")),
            (r"\'и", Some("и\u{301}")),
            ("~", Some("\u{a0}")),
            (r"\,", Some("\u{2009}")),
            ("``", Some("“")),
            (r#"">"#, Some("»")),
            (r"\cc", None),
            (r"\c", None),
            (r"\c{", None),
            (r"\c{c", None),
            (r"\c{c}x", None),
            (r"\emph", None),
            ("'", None),
            ("\"", None),
            ("c", None),
            ("", None),
        ] {
            assert_eq!(stands_for(command).as_deref(), letters, "{command}");
        }
    }
}
