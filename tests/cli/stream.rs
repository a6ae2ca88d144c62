//! `annotate --stream`: an answer for every line, whatever the line.

use crate::cli::{NAMES, Place, Run, run};

fn stream(input: &str) -> Run {
    let place = Place::with(&[("names.gazetteer.json", NAMES)]);
    run(place.0.path(), "annotate --stream", &[], input)
}

#[test]
fn answers_come_in_order_with_the_ids_as_written() {
    let run = stream(
        "{\"id\":\"a\",\"text\":\"Ankara’da\",\"lang\":\"tr\"}\n{\"text\":\"никого\",\"id\":12345678901234567890123}\n{\"id\":-1.50,\"text\":\"\"}\n",
    );
    assert_eq!(
        run.out,
        "{\"id\":\"a\",\"mentions\":[{\"start\":0,\"end\":6,\"end_suffix\":9,\"surface\":\"Ankara\",\
         \"entity\":\"place/ankara\",\"candidates\":[\"place/ankara\"],\"type\":\"place\",\"key\":\"full\",\
         \"spelling\":\"Ankara\",\"lang\":\"tr\",\"readings\":[\"Case=Loc|Number=Sing\"],\"status\":\"preferred\",\
         \"zone\":\"narration\",\"derived\":false}]}\n\
         {\"id\":12345678901234567890123,\"mentions\":[]}\n{\"id\":-1.50,\"mentions\":[]}\n"
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_bad_line_gets_an_error_and_the_rest_goes_on() {
    let rows = [
        ("nonsense", ""),
        ("", ""),
        ("[\"x\",\"y\"]", ""),
        ("{\"id\":1,\"text\":", ""),
        ("{\"text\":\"x\"}", ""),
        ("{\"id\":null,\"text\":\"x\"}", ""),
        ("{\"id\":{},\"text\":\"x\"}", ""),
        ("{\"id\":2}", "2"),
        ("{\"id\":\"3\",\"text\":7}", "\"3\""),
        ("{\"id\":4,\"text\":\"x\",\"lang\":\"Türkçe\"}", "4"),
        ("{\"id\":5,\"text\":\"\\ud800\"}", "5"),
    ];
    let input: String = rows.iter().map(|(line, _)| format!("{line}\n")).collect();
    let run = stream(&format!("{input}{{\"id\":\"last\",\"text\":\"x\"}}"));
    let answers: Vec<&str> = run.out.lines().collect();
    assert_eq!(answers.len(), rows.len() + 1);
    for ((line, id), answer) in rows.iter().zip(&answers) {
        let start = if id.is_empty() {
            "{\"error\":\"".to_owned()
        } else {
            format!("{{\"id\":{id},\"error\":\"")
        };
        assert!(answer.starts_with(&start), "{line}: {answer}");
    }
    assert_eq!(answers[rows.len()], "{\"id\":\"last\",\"mentions\":[]}");
    assert_eq!(run.code, Some(0));
}
