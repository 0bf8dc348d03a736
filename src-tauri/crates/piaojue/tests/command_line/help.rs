//! A new user asks for help.

use crate::run::{Small, piaojue};

#[test]
fn help_is_in_both_languages_and_names_every_command() {
    let run = piaojue(&["--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for word in ["outcome", "rehearse", "inspect", "按规则", "Apply rules", "退出码", "Exit codes"] {
        assert!(run.stdout.contains(word), "{word} is not in\n{}", run.stdout);
    }
}

#[test]
fn the_example_of_a_case_is_decided() {
    let small = Small::new();
    let help = piaojue(&["outcome", "--help"]).stdout;
    let from = help.find("  { \"rules\"").unwrap();
    let to = from + help[from..].find("] }\n\n").unwrap() + "] }".len();
    let case = small.write("case.json", &help[from..to]);
    let run = piaojue(&["outcome".as_ref(), case.as_os_str(), "--json".as_ref()]);
    assert_eq!(run.done()["adopted"], serde_json::json!(["A", "B"]));
}

#[test]
fn the_example_of_a_session_is_rehearsed() {
    let small = Small::new();
    let help = piaojue(&["rehearse", "--help"]).stdout;
    let from = help.find("  [congress]").unwrap();
    let to = from + help[from..].find("\n\n").unwrap();
    let example = help[from..to].replace("seats = 10", "seats = 2").replace("present = 58", "present = 12");
    small.write("session.toml", example);
    assert_eq!(small.rounds().len(), 1);
}

#[test]
fn a_wrong_use_is_refused_with_nothing_on_standard_output() {
    for arguments in
        [&[][..], &["none-such"], &["outcome"], &["rehearse", "--out", "x"], &["inspect", "a", "b"]]
    {
        let run = piaojue(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.stderr.is_empty());
    }
}
