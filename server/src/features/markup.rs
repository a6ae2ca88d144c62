//! Text for people as Markdown or plain. What a gazetteer or a document supplies is escaped: it can make no markup, and no
//! link but to `http` and `https`.

use onomast_gazetteer::identifier::web_address;

/// How a text is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// CommonMark without HTML.
    Markdown,
    /// Nothing is marked.
    Plain,
}

impl Style {
    /// Words from outside, on one line.
    pub(super) fn text(self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line: String = line.chars().filter(|character| !is_unseen(*character)).collect();
        match self {
            Style::Markdown => escape(&line),
            Style::Plain => line,
        }
    }

    /// The same, standing out.
    pub(super) fn strong(self, text: &str) -> String {
        match self {
            Style::Markdown => format!("**{}**", self.text(text)),
            Style::Plain => self.text(text),
        }
    }

    /// A word of ours before what it is about.
    pub(super) fn labelled(self, label: &str, text: &str) -> String {
        match self {
            Style::Markdown => format!("*{label}:* {text}"),
            Style::Plain => format!("{label}: {text}"),
        }
    }

    /// Lines of one paragraph. A line break in Markdown is two blanks and a line feed: clients that show the source show
    /// least of it.
    pub(super) fn lines(self, lines: &[String]) -> String {
        match self {
            Style::Markdown => lines.join("  \n"),
            Style::Plain => lines.join("\n"),
        }
    }

    /// A link to where an identifier leads on the web; `None` where it leads nowhere.
    pub(super) fn link(self, identifier: &str) -> Option<String> {
        let address = web_address(identifier)?;
        Some(match self {
            Style::Markdown => format!("<{address}>"),
            Style::Plain => address.into_owned(),
        })
    }
}

/// Control characters, and those that turn the direction of what follows: with them a name could show as another
/// (<https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing>).
fn is_unseen(character: char) -> bool {
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() || turns
}

/// Only what can begin markup: a backslash before each mark would be seen where a client shows the source. Addresses of
/// mail, and of the web but for http and https, are links by themselves in some clients
/// (<https://github.github.com/gfm/#autolinks-extension->), and are kept from it.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in line.char_indices() {
        let begins_block =
            (at == 0 && "#+-=~".contains(character)) || (digits > 0 && at == digits && ".)".contains(character));
        let begins_address = line[at..].starts_with("://") && !is_web(&line[..at]);
        if begins_block || begins_address || "\\`*_[]<>&|~$@".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Whether what stands before `://` is a scheme that may be a link.
fn is_web(before: &str) -> bool {
    let scheme = before.rsplit(|sign: char| !sign.is_ascii_alphabetic()).next();
    scheme.is_some_and(|scheme| ["http", "https"].iter().any(|web| web.eq_ignore_ascii_case(scheme)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What editors understand beyond CommonMark.
    const EXTENSIONS: Options = Options::ENABLE_TABLES
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_MATH)
        .union(Options::ENABLE_GFM);

    proptest! {
        #[test]
        fn whatever_a_gazetteer_says_is_shown_as_it_is(
            text in r"([!-/:-@\[-`{-~]|[a-zА-я0-9 \t\n]|command:x|https?://e\.org|<b>|&lt;|\[a\]\(command:b\)|-->){0,24}"
        ) {
            let markdown = Style::Markdown.text(&text);
            let mut shown = String::new();
            for event in Parser::new_ext(&markdown, EXTENSIONS) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => prop_assert!(false, "{other:?} of {markdown:?}"),
                }
            }
            prop_assert_eq!(shown, Style::Plain.text(&text), "{}", markdown);
        }
    }

    #[test]
    fn what_a_gazetteer_says_makes_no_markup() {
        for (name, text, expected) in [
            ("tags", "<script>&lt;", r"\<script\>\&lt;"),
            ("link", "[x](command:y)", r"\[x\](command:y)"),
            ("image", "![x](http://y)", r"!\[x\](http://y)"),
            ("emphasis and code", "*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
            ("heading", "# a\n\n# b", r"\# a # b"),
            ("list", "- a", r"\- a"),
            ("ordered list", "1921. A", r"1921\. A"),
            ("a date", "1921-03-16", "1921-03-16"),
            ("backslash", r"\<b\>", r"\\\<b\\\>"),
            ("mail", "a@b.org", r"a\@b.org"),
            (
                "another scheme",
                "ftp://b.org, xhttp://b.org",
                r"ftp\://b.org, xhttp\://b.org",
            ),
            (
                "the web",
                "(HTTPS://b.org) http://b.org",
                "(HTTPS://b.org) http://b.org",
            ),
            ("other direction", "a\u{202e}b\u{2066}c", "abc"),
            ("a name", "Г. В. Чичерин (Çiçerin’in)", "Г. В. Чичерин (Çiçerin’in)"),
        ] {
            assert_eq!(Style::Markdown.text(text), expected, "{name}");
        }
        for bad in [
            "command:x",
            "javascript:x",
            "file:///etc",
            "https://a b",
            "https://a>b",
            "HTTP//x",
            "",
        ] {
            assert_eq!(Style::Markdown.link(bad), None, "{bad}");
        }
    }
}
