//! Checking a record (票决档案) from the start page: anybody may, and nothing of it is taken over.

use crate::{
    machine::{files::typed_path, progress::UnderWay},
    open::desk::Desk,
};
use procedure::count::counted;
use record::{Check, Ended, Noted, Ranked, RoundSummary, Verdict, find_ballot, verify};
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};
use wire::{
    CheckRow, CheckVerdict, DeskError, FindInRecord, FoundInRecord, NotedRow, Problem, RecordCandidate,
    RecordChecked, RecordFile, RecordRound, RecordRoundEnd, conversions,
};

pub(crate) fn check_record(desk: &Desk, request: RecordFile) -> Result<RecordChecked, Problem> {
    let path = typed_path(&request.file)?;
    let file = record::open(&path)?;
    let length = file.metadata().map_err(|error| DeskError::path(&path, &error))?.len();
    // Nearly all of a record is read twice: for the hashes, and for what it says.
    let under_way = desk.work.begin(counted(length.saturating_mul(2).div_ceil(1024)), true);
    let report = verify(Watched { file, read: 0, under_way: &under_way }, &|_| ());
    if under_way.is_stopped() {
        return Err(DeskError::Stopped.into());
    }
    let training = report.is_rehearsal();
    Ok(RecordChecked {
        holds: report.holds(),
        first_failure: report.first_failure().map(|(check, _)| check.number().to_owned()),
        station_is_here: desk.folders.session_of_station(&report.summary.station).is_some(),
        congress: report.summary.congress,
        session: report.summary.session,
        year: report.summary.year,
        training,
        program: report.summary.program,
        station: report.summary.station,
        log_entries: report.summary.entries,
        head: report.summary.head,
        documents: counted(report.summary.documents),
        rounds: report.summary.rounds.into_iter().map(round).collect(),
        checks: report.checks.into_iter().map(check_row).collect(),
        noted: report.noted.into_iter().map(noted_row).collect(),
    })
}

pub(crate) fn find_in_record(_: &Desk, request: FindInRecord) -> Result<FoundInRecord, Problem> {
    let path = typed_path(&request.file)?;
    let found = find_ballot(&path, &request.code)?;
    Ok(FoundInRecord {
        round: found.as_ref().map(|found| found.round),
        hash: found.map(|found| found.hash).unwrap_or_default(),
    })
}

fn round(summary: RoundSummary) -> RecordRound {
    let candidate = |ranked: Ranked| RecordCandidate {
        number: ranked.number,
        name: ranked.name,
        approve: ranked.approve,
        oppose: ranked.oppose,
        abstain: ranked.abstain,
        adopted: ranked.adopted,
    };
    RecordRound {
        round: summary.round,
        ended: summary.ended.map(|ended| match ended {
            Ended::Announced => RecordRoundEnd::Announced,
            Ended::Void => RecordRoundEnd::Void,
        }),
        reason: summary.reason.map(conversions::void_reason),
        ballots: summary.ballots,
        ranking: summary.ranking.into_iter().map(candidate).collect(),
    }
}

fn check_row((check, verdict): (Check, Verdict)) -> CheckRow {
    let (verdict, finding) = match verdict {
        Verdict::Pass => (CheckVerdict::Pass, None),
        Verdict::NotReached => (CheckVerdict::NotReached, None),
        Verdict::Fail(finding) => (CheckVerdict::Fail, Some(finding)),
    };
    CheckRow {
        number: check.number().to_owned(),
        title: check.code().to_owned(),
        verdict,
        round: finding.as_ref().and_then(|finding| finding.round),
        problem: finding.map(|finding| finding.problem.into()),
    }
}

fn noted_row(Noted { round, entry, note }: Noted) -> NotedRow {
    NotedRow { round, entry, note: note.into() }
}

/// A record's file that tells how much of it was read, and can't be read further once a person has stopped the work.
struct Watched<'a> {
    file: File,
    read: usize,
    under_way: &'a UnderWay<'a>,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.under_way.reached(self.read.div_ceil(1024)) {
            return Err(io::Error::other("stopped"));
        }
        let read = self.file.read(buffer)?;
        self.read += read;
        Ok(read)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
