"""All checks of a record; section 6. The report sorts them; here they run as one rests on the other."""

from .against import check_round_against, check_session_part
from .ballots import Ballots, check_ballots
from .contests import Contests, check_contests
from .count import check_count
from .files import check_round_files, check_session_files, gather
from .key_holders import check_key_holders
from .keys import check_keys
from .log import Log, check_log
from .notes import Notes, refuse
from .outcome import check_outcome
from .package import Package, check_documents, check_package
from .report import PASSED, Report
from .slips import check_slips
from .station import Session


def check(data, fast=False, processes=1):
    """The report on the bytes of a record."""
    report, package = Report(), Package(data)
    if not check_package(report, package):
        return report
    files = gather(package)
    report.run("1.7", check_session_files, files, report.version)
    contests = Contests(files, report.version)
    boxes = {}
    for round_ in files.rounds:
        boxes[round_.number] = Ballots(round_, report.version)
        report.run("1.7", check_round_files, round_, report.version, round_number=round_.number)
        report.run("5.1", contests.read, round_, round_number=round_.number)
        if round_.has("ballots.jsonl"):
            report.run("8.1", boxes[round_.number].check_lines, round_number=round_.number)
    session = Session(files, package)
    report.run("2.1", session.check_station)
    report.run("2.2", session.check_manifest_signature)
    report.run("2.3", session.check_profile)
    log = Log(files, report.version)
    check_log(report, log, session.station, package)
    report.run("4.1", check_session_part, log)
    check_contests(report, contests)
    keys = {}
    for round_ in files.rounds:
        keys[round_.number] = _check_round(report, files, round_, log, boxes[round_.number], fast, processes)
    check_documents(report, package, log)
    is_due = contests.is_round_due() if report.summary("5.5") == PASSED else None
    report.notes = refuse(report, Notes(files, log, keys, is_due).all(), log, is_due)
    return report


def _check_round(report, files, round_, log, ballots, fast, processes):
    """The checks 4.2 to 10.6 of a round but those of contests; its key."""
    check_round_against(report, log, round_, ballots)
    key = check_keys(report, files, round_, log)
    check_key_holders(report, files, round_, log, key)
    check_slips(report, log, round_, ballots)
    check_ballots(report, ballots, log, key, fast, processes)
    check_count(report, round_, key, ballots, fast)
    check_outcome(report, files, round_, log)
    return key
