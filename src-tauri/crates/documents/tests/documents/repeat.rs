//! The same content gives the same bytes, wherever and whenever it is made; and many slips take little time and memory.

use crate::{
    form::all,
    samples::{self, LANGUAGES},
    tools::fonts,
};
use messages::Language;
use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Runs one of this file's ignored tests in a process of its own and gives what it printed.
fn in_a_process_of_its_own(test: &str, environment: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .envs(environment.iter().copied())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    said
}

/// Writes every sample into the directory named by an environment variable.
#[test]
#[ignore = "run by the next test in processes of their own"]
fn write_every_sample() {
    let directory = std::env::var_os("SAMPLES_TO").unwrap();
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            std::fs::write(Path::new(&directory).join(format!("{name}-{language:?}.pdf")), bytes).unwrap();
        }
    }
}

#[test]
fn another_process_with_another_locale_and_time_zone_writes_the_same_bytes() {
    for (locale, zone) in
        [("C", "UTC"), ("zh_CN.UTF-8", "Asia/Shanghai"), ("tr_TR.UTF-8", "America/St_Johns")]
    {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().to_str().unwrap();
        let environment = [("SAMPLES_TO", path), ("LANG", locale), ("LC_ALL", locale), ("TZ", zone)];
        in_a_process_of_its_own("repeat::write_every_sample", &environment);
        for language in LANGUAGES {
            for (name, bytes) in all(language) {
                let file = directory.path().join(format!("{name}-{language:?}.pdf"));
                assert!(std::fs::read(&file).unwrap() == bytes, "{name} {language:?} {locale} {zone}");
            }
        }
    }
}

/// Makes the slips of a large congress and prints how much memory the process took at the most.
#[test]
#[ignore = "run by the next test in a process of its own"]
fn print_three_thousand_slips() {
    let slips = samples::made_up_slips(3000);
    fonts();
    let before = std::time::Instant::now();
    let bytes = documents::slips(fonts(), &samples::slip_sheet(Language::Chinese, &slips)).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default().trim();

    println!("peak={peak} bytes={} seconds={:.2}", bytes.len(), before.elapsed().as_secs_f64());
}

#[test]
fn three_thousand_slips_take_little_memory() {
    let said = in_a_process_of_its_own("repeat::print_three_thousand_slips", &[]);
    let number = |name: &str| -> u64 {
        let rest = said.split(name).nth(1).unwrap();
        rest.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap()
    };
    assert!(number("bytes=") < 3_000_000, "{said}");
    if cfg!(target_os = "linux") {
        assert!(number("peak=") < 64 * 1024, "{said}");
    }
}
