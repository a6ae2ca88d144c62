//! Paragraphs of LaTeX and entries of BibTeX, and what is read in them.

use crate::prose::Format;
use crate::prose::drawing::check;

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
    latex("``Yeni D\\\"unya''n\\i n sözü\n", "“⟨Yeni Dünya⟩”nın sözü\n");
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
fn the_main_language_is_that_of_the_document() {
    latex(
        "\\documentclass{article}\n\\usepackage[main=turkish,english]{babel}\n\\begin{document}\nBir.\n",
        "tr: Bir.\n",
    );
}

#[test]
fn quotations_say_their_language() {
    latex(
        "Dedi: \\foreignquote{russian}{вот и весь этот разговор}.\n",
        "Dedi: .\nru: {q вот и весь этот разговор}\n",
    );
    latex(
        "\\textcquote[12]{kars}{вот и весь этот разговор} \\begin{displaycquote}[5]{ani}Раз.\\end{displaycquote}\n",
        "{q ⟨вот и весь этот разговор⟩}\n{q Раз.}\n",
    );
}

#[test]
fn what_commands_are_told_is_no_prose() {
    latex(
        "\\newcommand*\\kars[1][Kars]{\\textit{#1} Ani} bir \\def\\ani#1{Van}iki\n",
        "bir ‖iki\n",
    );
    latex("\\let\\kars\\Kars bir\n", "bir\n");
    latex(
        "\\nameref{Kars} ve \\ensuremath{Ani} ve \\lstinline|Van| ve \\mintinline{c}{Van} son\n",
        "ve ‖ ve ‖ ve ‖ son\n",
    );
    latex("bir \\iffalse Kars \\fi iki\n", "bir ‖ iki\n");
    latex("\\multicolumn{2}{c}{Kars} \\parbox{5cm}{Ani}\n", "Kars Ani\n");
    latex("\\begin{document}Kars\\end{document}\nAni\n", "Kars\n");
}

#[test]
fn optional_arguments_may_be_prose() {
    latex("\\section[Ван]{Карс}\nАни.\n", "{h Ван}\n{h Карс}\nАни.\n");
    latex("\\item[\\emph{Карс}] взят\n", "⟨Карс⟩\nвзят\n");
    latex("\\caption[Ван]{Карс} Ани\n", "Ван\nКарс\nАни\n");
}

/// A name goes on in the next line of a cell, but in no other cell and no other row.
#[test]
fn rows_and_cells_of_tables_are_apart() {
    latex(
        "\\begin{tabular}{ll}\nМустафа & Кемаль \\\\\nАли \\\\[2pt]\n\\makecell{Фуад\\\\Паша} \\\\ \\hline\n\nКазым \\\\* Карабекир\n\\end{tabular}\nМустафа \\\\ Кемаль\n",
        "Мустафа ‖ Кемаль ‖ Али ‖ ‖Фуад Паша ‖ ‖\nКазым ‖ Карабекир\nМустафа Кемаль\n",
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
        "ru: {b Петров, П. П.‖Çiçerin, G. V.}\nru: {b ⟨Карс и Ани⟩}\n{b ⟨Kars⟩}\n",
    );
    check(
        Format::Bibtex,
        "@string{k = \"Карс\"}\n@book{b, title = \"Мустафа\" # {\" Кемаль\"} # k, publisher = k # \", Ани\",\n language = Russian}\n@misc{c, title = {Kars}, langid = tr}\n",
        "{b Карс}\nru: {b ⟨Мустафа\" Кемаль\"⟩}\nru: {b , Ани}\ntr: {b ⟨Kars⟩}\n",
    );
}
