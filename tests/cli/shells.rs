//! What packages bring along for shells and `man`: it knows every command.

use crate::cli::Place;

const COMMANDS: [&str; 6] = ["check", "annotate", "explain", "entity", "gazetteer", "status"];

#[test]
fn every_shell_completes_every_command() {
    let place = Place::with(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = place.run(&format!("completions {shell}"));
        assert_eq!(run.code, Some(0), "{shell}: {}", run.err);
        for command in COMMANDS {
            assert!(run.out.contains(command), "{shell} does not know {command}");
        }
    }
    assert_eq!(place.run("completions tcsh").code, Some(2));
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let place = Place::with(&[]);
    let run = place.run("manual man");
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    for command in COMMANDS {
        let page = place.read(&format!("man/onomast-{command}.1"));
        assert!(page.contains(".SH OPTIONS"), "{page}");
    }
    assert!(place.read("man/onomast.1").contains("onomast\\-check(1)"));
}
