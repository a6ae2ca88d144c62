//! The inside of a LaTeX paragraph.

use std::ops::Range;

use super::Open;
use super::letters::{self, command_name};
use super::table::{Table, has};
use crate::prose::source::near;
use crate::prose::writer::{Mark, Writer};
use crate::prose::{Layout, QuotedBy, Zone, literature, references, work};

/// Groups that are open at once; deeper ones are passed over.
const DEEPEST: usize = 64;
/// Optional arguments that are read inside one another.
const MOST_OPTIONS: usize = 4;

/// Reads a block, which begins at `start`: its layout, and what is open behind it. What stands before is read as far as
/// it belongs to the same text.
pub(super) fn read(block: &str, start: usize, entry: Open) -> (Layout, Open) {
    let mut writer = Writer::new(block);
    // What was opened there says `entry`.
    field(block, 0..start, &mut writer);
    let mut reader = Reader::new(block, start..block.len(), writer, entry);
    reader.run();
    reader.finish()
}

/// Writes a field of a bibliography: prose with commands in it.
pub(in crate::prose) fn field<'a>(block: &'a str, range: Range<usize>, writer: &mut Writer<'a>) {
    let own = std::mem::replace(writer, Writer::new(""));
    let mut reader = Reader::new(block, range, own, Open::default());
    reader.run();
    reader.close_groups();
    *writer = reader.writer;
}

struct Reader<'a> {
    block: &'a str,
    at: usize,
    end: usize,
    table: &'static Table,
    writer: Writer<'a>,
    open: Open,
    groups: Vec<Group>,
    /// Where the zones of the environments that are open begin in this block.
    quotations: Vec<usize>,
    bibliography: usize,
    /// How many groups are open around each table.
    tables: Vec<usize>,
    language_since: usize,
    /// How many optional arguments are read inside one another.
    depth: usize,
}

/// What ends where a group does.
#[derive(Debug, Clone, Copy)]
enum Group {
    Plain,
    Emphasis(Mark),
    Quotation(Mark),
    /// From here, of this rank.
    Heading(usize, u8),
    /// A text that is read by itself, from here.
    Inner(usize),
    /// In the language of this number.
    Language(usize, usize),
    /// A quotation in such a language.
    ForeignQuotation(usize, usize),
}

impl<'a> Reader<'a> {
    fn new(block: &'a str, range: Range<usize>, writer: Writer<'a>, open: Open) -> Reader<'a> {
        let start = range.start;
        Reader {
            block,
            at: range.start,
            end: range.end,
            table: Table::get(),
            writer,
            open,
            groups: Vec::new(),
            quotations: vec![start; open.quotations],
            bibliography: start,
            tables: vec![0; open.tables],
            language_since: start,
            depth: 0,
        }
    }

    fn run(&mut self) {
        while self.at < self.end {
            let before = self.at;
            work::count(1);
            if self.open.hidden > 0 {
                self.hidden_environment();
            } else {
                self.step();
            }
            // Whatever a sign was taken for, reading goes on.
            self.at = self.at.max(before + 1);
            self.at = self.block.ceil_char_boundary(self.at);
        }
    }

    fn finish(mut self) -> (Layout, Open) {
        self.close_groups();
        if !self.open.preamble && literature::heads_list(&self.writer.beginning()) {
            self.open.list = literature::LOWEST_RANK;
        }
        let end = self.end;
        for start in std::mem::take(&mut self.quotations) {
            self.writer.zone(start..end, Zone::Quotation);
        }
        if self.open.bibliography {
            self.writer.zone(self.bibliography..end, Zone::Bibliography);
        }
        self.state_language();
        (self.writer.finish(), self.open)
    }

    fn rest(&self) -> &'a str {
        self.block.get(self.at..self.end).unwrap_or_default()
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.bytes().next() else { return };
        match first {
            b'%' => self.comment(),
            b'\\' => self.command(),
            b'$' => self.formula(),
            b'{' => self.begin_group(Group::Plain),
            b'}' => self.end_group(),
            b'&' => {
                self.writer.barrier();
                self.at += 1;
            }
            b'~' | b'"' | b'`' | b'\'' | b'<' | b'>' | b',' => match letters::read(rest) {
                Some((length, _)) => self.stand_in(length),
                None => self.text(1),
            },
            _ => self.text(text_length(rest)),
        }
    }

    fn text(&mut self, length: usize) {
        work::count(length);
        let range = self.at..(self.at + length).min(self.end);
        if !self.open.preamble || !self.groups.is_empty() {
            self.writer.prose(range);
            if self.open.list > 0 {
                self.writer.listed();
            }
        }
        self.at += length;
    }

    fn stand_in(&mut self, length: usize) {
        if !self.open.preamble || !self.groups.is_empty() {
            self.writer.stand_in(self.at..self.at + length);
        }
        self.at += length;
    }

    /// A comment takes its line break and the blanks at the head of the next line with it.
    fn comment(&mut self) {
        let rest = self.rest();
        let line = work::sought(rest, rest.find('\n')).map_or(rest.len(), |at| at + 1);
        let blanks = rest[line..].len() - rest[line..].trim_start_matches([' ', '\t']).len();
        self.at += line + blanks;
    }

    /// A formula; a dollar that nothing closes is one.
    fn formula(&mut self) {
        let rest = self.rest();
        let mark = if rest.starts_with("$$") { "$$" } else { "$" };
        match find_unescaped(near(&rest[mark.len()..]), mark) {
            Some(length) => {
                self.writer.barrier();
                self.at += length + 2 * mark.len();
            }
            None => self.text(mark.len()),
        }
    }

    fn command(&mut self) {
        let rest = self.rest();
        let name = command_name(&rest[1..]);
        work::count(name.len());
        let behind = 1 + name.len();
        if name == "(" || name == "[" {
            return self.display(behind, if name == "(" { "\\)" } else { "\\]" });
        }
        if let Some((length, _)) = letters::read(rest) {
            if name == "\\" && self.tables.last() == Some(&self.groups.len()) {
                // A row of a table ends; in a group it is a line in a cell.
                self.writer.barrier();
                self.at += length;
            } else {
                self.stand_in(length);
            }
            if name == "\\" {
                self.skip_star_and_options();
            }
            return;
        }
        self.at += behind;
        match name {
            "begin" => self.begin_environment(),
            "end" => self.end_environment(),
            "documentclass" | "documentstyle" => {
                self.open.preamble = true;
                self.take_language_of_options();
            }
            "usepackage" => self.take_language_of_options(),
            "selectlanguage" | "setmainlanguage" | "setdefaultlanguage" => self.select_language(),
            "foreignlanguage" | "textlang" => self.foreign_language(),
            "bibitem" => {
                self.writer.end_paragraph();
                self.skip_arguments();
            }
            "item" => {
                self.writer.end_paragraph();
                self.read_options();
            }
            "par" => self.writer.end_paragraph(),
            "verb" | "lstinline" => {
                self.skip_options();
                self.verb();
            }
            "mintinline" => {
                self.skip_options();
                self.skip_group();
                self.verb();
            }
            "iffalse" => self.skip_until("\\fi"),
            _ => self.by_table(name),
        }
    }

    fn by_table(&mut self, name: &str) {
        let table = self.table;
        let in_preamble = self.open.preamble && !has(&table.in_preamble, name);
        if in_preamble || has(&table.hidden, name) || table.cite.iter().any(|cite| name.contains(cite.as_str())) {
            self.writer.barrier();
            return self.skip_arguments();
        }
        if has(&table.defines, name) {
            self.writer.barrier();
            return self.skip_definition();
        }
        if let Some(number) = name.strip_prefix("text").and_then(|language| table.language(language)) {
            self.skip_options();
            return self.argument(Group::Language(number, self.at));
        }
        self.at += usize::from(self.rest().starts_with('*'));
        if table.is_heading(name) {
            self.writer.end_paragraph();
            let start = self.at;
            self.read_options();
            self.writer.zone(start..self.at, Zone::Heading);
            self.writer.end_paragraph();
        } else if has(&table.note, name) {
            self.read_options();
        }
        self.skip_options();
        let mut language = None;
        for _ in 0..table.hidden_arguments(name) {
            let group = self.group().map(|group| &self.block[group]);
            language = language.or(group.and_then(|name| table.language(name)));
            self.skip_options();
        }
        if table.is_heading(name) {
            self.argument(Group::Heading(self.at, table.rank(name)));
        } else if has(&table.note, name) {
            self.argument(Group::Inner(self.at));
        } else if has(&table.emphasis, name) {
            let mark = self.writer.mark();
            self.argument(Group::Emphasis(mark));
        } else if has(&table.quotation, name) {
            let mark = self.writer.mark();
            match language {
                Some(number) => self.argument(Group::ForeignQuotation(number, self.at)),
                None => self.argument(Group::Quotation(mark)),
            }
        } else if has(&table.blank, name) {
            // The last blank behind the command is read as one.
            let blanks = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
            if blanks == 0 {
                self.writer.barrier();
            }
        } else if has(&table.inline, name) {
            self.at += usize::from(self.rest().starts_with(' '));
        } else if table.hidden_arguments(name) == 0 {
            self.writer.barrier();
        }
    }

    /// The group that follows, if one does.
    fn argument(&mut self, group: Group) {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        if self.rest()[blanks..].starts_with('{') {
            self.at += blanks;
            self.begin_group(group);
        }
    }

    fn begin_group(&mut self, group: Group) {
        self.at += 1;
        let group = if self.groups.len() < DEEPEST {
            group
        } else {
            Group::Plain
        };
        match group {
            Group::Inner(_) => self.writer.begin_inner(),
            Group::Heading(..) => self.writer.without_quotations(),
            Group::Language(..) | Group::ForeignQuotation(..) => self.writer.begin_inner(),
            Group::Plain | Group::Emphasis(_) | Group::Quotation(_) => {}
        }
        if self.groups.len() < 4 * DEEPEST {
            self.groups.push(group);
        }
    }

    fn end_group(&mut self) {
        let end = self.at;
        self.at += 1;
        if let Some(group) = self.groups.pop() {
            self.close(group, end);
        }
    }

    fn close_groups(&mut self) {
        while let Some(group) = self.groups.pop() {
            self.close(group, self.end);
        }
    }

    fn close(&mut self, group: Group, end: usize) {
        match group {
            Group::Plain => {}
            Group::Emphasis(mark) => self.writer.quoted(mark, QuotedBy::Emphasis),
            Group::Quotation(mark) => {
                self.writer.quoted(mark, QuotedBy::Marks);
                if let Some(range) = self.writer.since(mark) {
                    self.writer.zone(range, Zone::Quotation);
                }
            }
            Group::Heading(start, rank) => {
                self.heading(rank);
                self.writer.zone(start..end, Zone::Heading);
                self.writer.end_paragraph();
            }
            Group::Inner(start) => {
                if references::is_reference(near(self.block.get(start..end).unwrap_or_default())) {
                    self.writer.without_quotations();
                    self.writer.zone(start..end, Zone::Bibliography);
                }
                self.writer.end_inner();
            }
            Group::Language(number, start) | Group::ForeignQuotation(number, start) => {
                if let Some(language) = self.table.language_of(number) {
                    self.writer.language(start..end, language);
                }
                if matches!(group, Group::ForeignQuotation(..)) {
                    self.writer.zone(start..end, Zone::Quotation);
                }
                self.writer.end_inner();
            }
        }
    }

    /// A heading was written: literature is listed under it, or no more.
    fn heading(&mut self, rank: u8) {
        let heading = self.writer.beginning();
        self.open.list = literature::behind_heading(self.open.list, rank, &heading);
    }

    fn display(&mut self, behind: usize, mark: &str) {
        self.writer.barrier();
        let formula = near(&self.rest()[behind..]);
        let length = work::sought(formula, formula.find(mark)).map(|length| length + mark.len());
        self.at += behind + length.unwrap_or_default();
    }

    /// Passes over what stands before a command that is near, and over that.
    fn skip_until(&mut self, command: &str) {
        self.writer.barrier();
        let rest = near(self.rest());
        if let Some(length) = work::sought(rest, rest.find(command)) {
            self.at += length + command.len();
        }
    }

    /// `\verb|…|`: up to the same sign again, in one line. Other commands like it may have braces there.
    fn verb(&mut self) {
        self.writer.barrier();
        let rest = self.rest().trim_start_matches('*');
        let Some(mark) = rest.chars().next() else { return };
        if mark == '{' {
            return self.skip_group();
        }
        let line = near(rest).lines().next().unwrap_or_default();
        let length = line.get(mark.len_utf8()..).and_then(|inner| inner.find(mark));
        let length = work::sought(line, length);
        let star = self.rest().len() - rest.len();
        self.at += star + length.map_or(0, |length| length + 2 * mark.len_utf8());
    }

    fn begin_environment(&mut self) {
        self.writer.end_paragraph();
        let Some(name) = self.group().map(|group| &self.block[group]) else {
            return;
        };
        let environments = &self.table.environments;
        let mut hidden = environments.verbatim.iter().chain(&environments.math);
        if name == "document" {
            self.open.preamble = false;
        } else if let Some(number) = hidden.position(|hidden| hidden == name) {
            self.open.hidden = number + 1;
        } else if has(&environments.quotation, name) {
            self.open.quotations += 1;
            self.quotations.push(self.at);
        } else if has(&environments.table, name) {
            self.open.tables += 1;
            self.tables.push(self.groups.len());
        } else if has(&environments.bibliography, name) {
            self.open.bibliography = true;
            self.bibliography = self.at;
        } else if name.starts_with("otherlanguage") || name == "lang" {
            let language = self.group().and_then(|group| self.table.language(&self.block[group]));
            self.inner_language(language);
        } else if let Some(number) = self.table.language(name) {
            self.inner_language(Some(number));
        }
        self.skip_options();
        if has(&environments.with_argument, name) {
            self.skip_arguments();
        }
    }

    fn end_environment(&mut self) {
        self.writer.end_paragraph();
        let end = self.at;
        let Some(name) = self.group().map(|group| &self.block[group]) else {
            return;
        };
        if name == "document" {
            // What stands behind it is printed no more than what stands before it.
            self.open.preamble = true;
        }
        let environments = &self.table.environments;
        if has(&environments.quotation, name)
            && let Some(start) = self.quotations.pop()
        {
            self.open.quotations = self.open.quotations.saturating_sub(1);
            self.writer.zone(start..end, Zone::Quotation);
        } else if has(&environments.table, name) && self.tables.pop().is_some() {
            self.open.tables = self.open.tables.saturating_sub(1);
        } else if has(&environments.bibliography, name) && self.open.bibliography {
            self.open.bibliography = false;
            self.writer.zone(self.bibliography..end, Zone::Bibliography);
        } else if name.starts_with("otherlanguage") || name == "lang" || self.table.language(name).is_some() {
            self.inner_language(None);
        }
    }

    /// Looks for the end of an environment that holds no prose.
    fn hidden_environment(&mut self) {
        let environments = &self.table.environments;
        let mut hidden = environments.verbatim.iter().chain(&environments.math);
        let Some(name) = hidden.nth(self.open.hidden - 1) else {
            self.open.hidden = 0;
            return;
        };
        let end = format!("\\end{{{name}}}");
        match work::sought(self.rest(), self.rest().find(&end)) {
            Some(at) => {
                self.at += at + end.len();
                self.open.hidden = 0;
            }
            None => self.at = self.end,
        }
    }

    fn inner_language(&mut self, language: Option<usize>) {
        self.state_language();
        self.open.inner_language = language.map_or(0, |number| number + 1);
    }

    fn select_language(&mut self) {
        self.skip_options();
        let name = self.group().map(|group| &self.block[group]);
        if let Some(number) = name.and_then(|name| self.table.language(name)) {
            self.state_language();
            self.open.language = number + 1;
        }
    }

    /// The language of a document is the one that the options of a class or of babel call the main one, else the last of them.
    fn take_language_of_options(&mut self) {
        let options = self.options().map(|options| &self.block[options]).unwrap_or_default();
        let options = || options.split(',').map(str::trim);
        let main = options().find_map(|option| {
            self.table
                .language(option.strip_prefix("main")?.trim_start().strip_prefix('=')?)
        });
        let last = || options().filter_map(|option| self.table.language(option)).next_back();
        if let Some(number) = main.or_else(last) {
            self.open.language = number + 1;
        }
        self.skip_arguments();
    }

    fn foreign_language(&mut self) {
        self.skip_options();
        let name = self.group().map(|group| &self.block[group]);
        match name.and_then(|name| self.table.language(name)) {
            Some(number) => self.argument(Group::Language(number, self.at)),
            None => self.argument(Group::Plain),
        }
    }

    /// States the language of what was read since the last change of it.
    fn state_language(&mut self) {
        let number = match self.open.inner_language {
            0 => self.open.language,
            inner => inner,
        };
        let language = number.checked_sub(1).and_then(|number| self.table.language_of(number));
        if let Some(language) = language {
            self.writer
                .language(self.language_since..self.at.min(self.end), language);
        }
        self.language_since = self.at;
    }

    fn skip_star_and_options(&mut self) {
        self.at += usize::from(self.rest().starts_with('*'));
        self.skip_options();
    }

    /// Passes over optional arguments and groups.
    fn skip_arguments(&mut self) {
        self.skip_star_and_options();
        while self.group().is_some() {
            self.skip_options();
        }
    }

    /// Passes over what a command defines: its name, its parameters, what it stands for.
    fn skip_definition(&mut self) {
        self.at += usize::from(self.rest().starts_with('*'));
        let line = near(self.rest()).lines().next().unwrap_or_default();
        // `\let\one\other`, `\def\one#1{…}`
        let length = work::sought(line, line.find(['{', '['])).unwrap_or(line.len());
        let is_named = line[..length].trim_start().starts_with('\\');
        if is_named {
            let commands = line[..length].match_indices('\\').nth(1);
            self.at += commands.map_or(length, |(second, _)| {
                second + 1 + command_name(&line[second + 1..]).len()
            });
            if commands.is_some() {
                return;
            }
        }
        self.skip_arguments();
    }

    /// Reads optional arguments as texts by themselves: a title for the list of contents, what an item describes.
    fn read_options(&mut self) {
        while let Some(options) = self.options() {
            if self.depth >= MOST_OPTIONS {
                continue;
            }
            let (at, end) = (self.at, self.end);
            (self.at, self.end) = (options.start, options.end);
            self.depth += 1;
            self.writer.begin_inner();
            let groups = self.groups.len();
            self.run();
            while self.groups.len() > groups {
                self.end_group();
            }
            self.writer.end_inner();
            self.depth -= 1;
            (self.at, self.end) = (at, end);
        }
    }

    fn skip_options(&mut self) {
        while self.options().is_some() {}
    }

    fn skip_group(&mut self) {
        self.group();
    }

    /// Passes over an optional argument; what stands in it.
    fn options(&mut self) -> Option<Range<usize>> {
        let inner = self.rest().strip_prefix('[')?;
        let length = work::sought(near(inner), near(inner).find([']', '\n', '{']))?;
        if !self.rest()[1 + length..].starts_with(']') {
            return self.braced_options();
        }
        let inner = self.at + 1..self.at + 1 + length;
        self.at = inner.end + 1;
        Some(inner)
    }

    /// Options that hold groups or go over lines.
    fn braced_options(&mut self) -> Option<Range<usize>> {
        let length = balanced(self.rest(), b'[', b']')?;
        let inner = self.at + 1..self.at + length - 1;
        self.at += length;
        Some(inner)
    }

    /// Passes over a group; what stands in it.
    fn group(&mut self) -> Option<Range<usize>> {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let length = balanced(&rest[blanks..], b'{', b'}')?;
        let start = self.at + blanks;
        self.at = start + length;
        Some(start + 1..start + length - 1)
    }
}

/// The length of what is nothing but text, up to a sign that may be more. Of some only two in a row are.
fn text_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let behind = bytes.iter().skip(1).chain([&0]);
    let is_more = |(byte, behind): (&u8, &u8)| match byte {
        b'%' | b'\\' | b'$' | b'{' | b'}' | b'&' | b'~' | b'"' | b'`' | b'\'' => true,
        b'<' | b'>' | b',' => byte == behind,
        _ => false,
    };
    bytes.iter().zip(behind).position(is_more).unwrap_or(bytes.len())
}

/// The length of what begins with an opening sign, up to the closing one that belongs to it. An end that is far is none.
pub(in crate::prose) fn balanced(text: &str, opening: u8, closing: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&opening) {
        return None;
    }
    let (mut depth, mut escaped) = (0usize, false);
    let closes = |byte: &u8| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        escaped = *byte == b'\\';
        depth += usize::from(*byte == opening);
        depth -= usize::from(*byte == closing);
        depth == 0
    };
    let near = near(text);
    work::sought(near, near.as_bytes().iter().position(closes)).map(|at| at + 1)
}

fn find_unescaped(text: &str, mark: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = from + work::sought(rest, rest.find(mark))?;
        if !text[..at].ends_with('\\') {
            return Some(at);
        }
        from = at + mark.len();
    }
}
