//! Documents: an announcement, and slips for a large congress.

use crate::{
    measure::{Fallible, Timing, in_turns, peak_memory_kib},
    report::{Bound, Line, Quantity},
};
use ballot_box::SlipCode;
use documents::{
    AdoptedProject, Announcement, Body, Fonts, Format, Heading, LogEntry, Output, Slip, SlipSheet, Standing,
};
use messages::Language;
use procedure::{
    count::Seats,
    number::{CandidateNumber, RoundNumber},
};
use rand::{CryptoRng, RngCore, rngs::OsRng};
use std::{env, process::Command, time::Duration};

/// The argument that makes the program set slips and say what that took.
pub const SLIPS_ALONE: &str = "slips-alone";
pub const SLIPS: usize = 3000;
const MOST_MEMORY_KIB: f64 = 64.0 * 1024.0;
/// Projects whose names fill an announcement's one page well.
const ADOPTED: u32 = 10;

pub fn heading() -> Heading {
    Heading {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第十八届第六次会议".to_owned(),
        year: 2026,
        language: Language::Chinese,
        body: Body::Congress,
        standing: Standing::Official,
        training: false,
        record: Some(LogEntry { number: 22, hash: "0123456789abcdef".repeat(4) }),
    }
}

/// What an announcement of one page says.
pub fn one_page() -> Announcement {
    Announcement {
        heading: heading(),
        number: String::new(),
        presidium: "大会主席团".to_owned(),
        date: None,
        seats: Seats(ADOPTED),
        rounds: 1,
        adopted: (1..=ADOPTED).map(adopted).collect(),
    }
}

/// An announcement of one page.
pub fn announcement() -> Fallible<Vec<Line>> {
    let directory = documents::fonts_dir()?;
    let fonts = Fonts::load(&directory)?;
    let content = one_page();
    let mut announce = || {
        documents::announcement(&fonts, &content)?;
        Ok(())
    };
    let output = |format| Output { fonts: &fonts, format };
    let mut in_word = || {
        documents::announcement(output(Format::Word), &content)?;
        Ok(())
    };
    let mut in_ofd = || {
        documents::announcement(output(Format::Ofd), &content)?;
        Ok(())
    };
    let mut load = || {
        Fonts::load(&directory)?;
        Ok(())
    };
    let [announce, in_word, in_ofd, load] =
        in_turns(20, [&mut announce, &mut in_word, &mut in_ofd, &mut load])?;
    Ok(vec![
        Line::time("announcement of one page", announce)
            .beside("loading the fonts", Quantity::seconds(load))
            .held_to(Bound::AtMost(Quantity::Seconds(0.1))),
        Line::time("the same for Word", in_word)
            .beside("as PDF", Quantity::seconds(announce))
            .held_to(Bound::AtMost(Quantity::Seconds(0.03))),
        Line::time("the same as OFD", in_ofd)
            .beside("as PDF", Quantity::seconds(announce))
            .held_to(Bound::AtMost(Quantity::Seconds(0.1))),
    ])
}

fn adopted(number: u32) -> AdoptedProject {
    AdoptedProject {
        number: CandidateNumber(number.to_string()),
        name: format!("云溪县城老旧小区改造工程（第{number}期）"),
        category: String::new(),
    }
}

/// Slips, set in a process of their own, which ends with them: its memory is theirs.
pub fn slips() -> Fallible<Vec<Line>> {
    let output = Command::new(env::current_exe()?).arg(SLIPS_ALONE).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let said = String::from_utf8(output.stdout)?;
    let numbers: Vec<Option<u32>> = said.split_whitespace().map(|word| word.parse().ok()).collect();
    let &[Some(wall), cpu, Some(load), memory] = numbers.as_slice() else {
        return Err(format!("understood nothing of {said}").into());
    };
    let millis = |millis: u32| Duration::from_millis(u64::from(millis));
    let slips = Timing { wall: millis(wall), cpu: cpu.map(millis) };
    Ok(vec![
        Line::time("3,000 slips", slips)
            .beside("loading the fonts", Quantity::Seconds(millis(load).as_secs_f64()))
            .held_to(Bound::AtMost(Quantity::Seconds(5.0))),
        Line::of("most memory meanwhile", memory.map(|kib| Quantity::Kib(f64::from(kib))))
            .held_to(Bound::AtMost(Quantity::Kib(MOST_MEMORY_KIB))),
    ])
}

/// Sets slips and says: wall time, processor time, time to load the fonts, all in ms; most memory in KiB.
pub fn slips_alone() -> Fallible<()> {
    let directory = documents::fonts_dir()?;
    let mut fonts = None;
    let mut load = || {
        fonts = Some(Fonts::load(&directory)?);
        Ok(())
    };
    let [load] = in_turns(1, [&mut load])?;
    let fonts = fonts.ok_or("no fonts")?;
    let slips: Vec<Slip> = (0..SLIPS).map(|_| slip(&mut OsRng)).collect();
    let sheet = SlipSheet { heading: heading(), round: RoundNumber(1), slips: &slips };
    let mut set = || {
        documents::slips(&fonts, &sheet)?;
        Ok(())
    };
    let [set] = in_turns(3, [&mut set])?;
    let cpu = set.cpu.map_or_else(|| "-".to_owned(), |cpu| cpu.as_millis().to_string());
    let memory = peak_memory_kib().map_or_else(|| "-".to_owned(), |kib| kib.to_string());
    println!("{} {cpu} {} {memory}", set.wall.as_millis(), load.wall.as_millis());
    Ok(())
}

pub fn slip<R: RngCore + CryptoRng>(randomness: &mut R) -> Slip {
    let code = SlipCode::generate(randomness);
    Slip { code: code.printed(), qr: code.scanned(), zone: None }
}
