//! Paragraphs of LaTeX and entries of BibTeX, and what is read in them.

use crate::prose::{Format, Layout, State, Zone, block_end, lay_out, stands_for};

/// The streams of a text, one a line: `‖` is a barrier between pieces; what stands for something else is replaced by it.
/// White space is one blank. Before a stream is the language that the markup states; zones stand in brackets: `{q …}`, `{h …}`, `{b …}`; what is
/// quoted in `⟨…⟩`.
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
                .filter(|quoted| quoted.start == range.start)
                .map(|_| '⟨'),
        );
        line.push_str(&stands_for(&block[range.clone()]).unwrap_or_else(|| block[range.clone()].to_owned()));
        line.extend(
            layout
                .quoted
                .iter()
                .filter(|quoted| quoted.end == range.end)
                .map(|_| '⟩'),
        );
    }
    line.push_str(if zone == Zone::Narration { "" } else { "}" });
    let language = layout
        .language(pieces[0].range.start)
        .map(|language| format!("{language}: "));
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    language.unwrap_or_default() + line.replace(" ⟩", "⟩").replace(" }", "}").as_str()
}

#[track_caller]
fn check(format: Format, text: &str, expected: &str) {
    assert_eq!(draw(format, text), expected);
}

fn latex(text: &str, expected: &str) {
    check(Format::Latex, text, expected);
}

#[test]
fn commands_are_no_prose_and_their_text_is() {
    latex(
        "В~Москву приехал \\emph{Кемаль}-паша\\label{a}. \\textbf{Али} \\index{Фуад}Фуад.\n",
        "В Москву приехал ⟨Кемаль⟩-паша‖. ⟨Али⟩ ‖Фуад.\n",
    );
    latex(
        "Г.\\,В.~Чичерин \\cite[с.~5]{petrov1961} писал.\n",
        "Г. В. Чичерин ‖ писал.\n",
    );
    latex("\\mycommand[a=b]{Карс} взят\n", "Карс взят\n");
    latex(
        "\\textcolor{red}{Карс} и \\href{http://a.b/Kars}{Ани}\n",
        "Карс и Ани\n",
    );
    latex("Мус% примечание\n  тафа\n", "Мустафа\n");
    latex(
        "Müdafaa-i Hukuk $x_{Kars}$ ve \\(y\\) son\n",
        "Müdafaa-i Hukuk ‖ ve ‖ son\n",
    );
    latex("5\\% a \\& b {\\bfseries Kars}\n", "5% a & b Kars\n");
    latex("\\verb|Kars| ve \\input{kars} son\n", "ve ‖ son\n");
}

#[test]
fn accents_are_letters() {
    latex(
        "\\c{C}i\\c{c}erin ve Mustafa Kem\\^al, \\.Ismet \\.In\\\"on\\\"u; Do\\u{g}u, S\\i{}nop\n",
        "Çiçerin ve Mustafa Kemâl, İsmet İnönü; Doğu, Sınop\n",
    );
}

#[test]
fn quotations_headings_and_notes() {
    latex("``Yeni D\\\"unya''n\\i n sözü\n", "“Yeni Dünya”nın sözü\n");
    latex(
        "\\section{Карс}\nВзяли\\footnote{О нём мало что известно.} Карс.\n",
        "{h Карс}\nВзяли Карс.\nО нём мало что известно.\n",
    );
    latex(
        "Взяли\\footnote{Петров П. Очерки. М., 1961. С. 12.} Карс.\n",
        "Взяли Карс.\n{b Петров П. Очерки. М., 1961. С. 12.}\n",
    );
    latex(
        "Писал: \\enquote{вот и весь этот разговор}.\n",
        "Писал: {q ⟨вот и весь этот разговор⟩}.\n",
    );
    latex(
        "До.\n\\begin{quote}\nРаз.\n\nДва.\n\\end{quote}\nПосле.\n",
        "До.\n{q Раз.}\n{q Два.}\nПосле.\n",
    );
    latex(
        "\\begin{thebibliography}{9}\n\\bibitem{a} Петров.\n\n\\bibitem{b} Иванов.\n\\end{thebibliography}\nКарс\n",
        "{b Петров.}\n{b Иванов.}\nКарс\n",
    );
}

#[test]
fn what_is_before_the_document_is_no_prose_but_its_title() {
    latex(
        "\\documentclass[12pt]{article}\n\\usepackage{x}\nKars\n\n\\title{Карс}\n\\begin{document}\nТекст.\n",
        "{h Карс}\nТекст.\n",
    );
}

#[test]
fn languages_are_stated() {
    latex(
        "\\documentclass{article}\n\\usepackage[english,turkish]{babel}\n\n\\begin{document}\nBu bir \\foreignlanguage{russian}{Наркомат} idi.\n\n\\begin{russian}\nТекст.\n\\end{russian}\nSon.\n",
        "tr: Bu bir idi.\nru: Наркомат\nru: Текст.\ntr: Son.\n",
    );
    latex(
        "\\selectlanguage{english} The end. \\textturkish{Son.}\n",
        "en: The end.\ntr: Son.\n",
    );
}

#[test]
fn verbatim_goes_over_blank_lines() {
    latex("\\begin{verbatim}\nKars\n\nKars\n\\end{verbatim}\nАни\n", "Ани\n");
}

#[test]
fn half_typed_text_is_prose() {
    latex("\\emph{Карс\n\nАни } $5\n\n\\begin{\n\nСон\n", "⟨Карс⟩\nАни $5\nСон\n");
    latex("Карс \\", "Карс\n");
    latex("\\footnote{Карс", "Карс\n");
    latex("[Карс] {Ани} }Ван\n", "[Карс] Ани Ван\n");
}

#[test]
fn fields_of_a_bibliography_are_prose() {
    check(
        Format::Bibtex,
        "Kars @comment\n@book{petrov1961kars,\n  author = {Петров, П. П. and \\c{C}i\\c{c}erin, G. V.},\n  title = \"{Карс} и Ани\",\n  year = 1961, url = {http://kars.tr/Kars},\n  langid = {russian},\n}\n\n@article{b, title={Kars}}\n",
        "ru: {b Петров, П. П.‖Çiçerin, G. V.}\nru: {b Карс и Ани}\n{b Kars}\n",
    );
}
