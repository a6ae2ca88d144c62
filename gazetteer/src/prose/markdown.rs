//! Markdown: CommonMark with front matter and footnotes.
