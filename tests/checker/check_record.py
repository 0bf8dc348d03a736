#!/usr/bin/env python3
"""Checks a Piaojue record: python check_record.py RECORD.pjrecord [--json] [--fast] [--processes N].

Exit code 0: all checks hold; what is noted changes nothing. 1: one fails, or nothing was voted. 2: the file cannot be read as a record.
"""

import argparse
import json
import mmap
import os
import sys

from piaojue_checker.checker import check
from piaojue_checker.report import TITLES, titles

LARGEST = 2**32


def read_record(path):
    """The bytes of a file, without loading it; OSError or ValueError where that can't be."""
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST:
            raise ValueError("the file is larger than 4 GiB and cannot be a record")
        if size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def as_json(report):
    """The report for machines."""
    first = report.first_failure()
    return {
        "holds": report.holds(),
        "version": report.version,
        "first_failure": first and {"check": first.number, "round": first.round, "facts": first.facts},
        "checks": [
            {
                "check": number,
                "title": title,
                "status": report.summary(number),
                "rounds": [{"round": r.round, "status": r.status, "facts": r.facts} for r in report.of(number)],
            }
            for number, title in titles(report.version).items()
        ],
        "noted": [{"code": f"noted.{n.code}", "round": n.round or None, "entry": n.entry or None, "facts": n.facts} for n in report.notes],
    }


def printable(text):
    """A text without characters that a terminal would obey or couldn't show."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def print_notes(report):
    """What is out of the ordinary, a line each."""
    for note in report.notes:
        place = (f"round {note.round}: " if note.round else "") + (f"entry {note.entry}: " if note.entry else "")
        facts = "".join(f"; {name}: {printable(value)}" for name, value in note.facts.items() if value)
        print(f"noted  {place}{note.code}{facts}")


def print_report(report, fast):
    """The report for people."""
    for number, title in titles(report.version).items():
        status = report.summary(number)
        print(f"{number:>5}  {status:<11}  {title}")
        for result in report.of(number):
            if result.facts and result.status == status:
                place = f"round {result.round}: " if result.round else ""
                print(f"                      {place}{printable(result.facts)}")
    print_notes(report)
    first = report.first_failure()
    if first:
        place = f" in round {first.round}" if first.round else ""
        print(f"\nDoes not hold. First failing check: {first.number} ({TITLES[first.number]}){place}: {printable(first.facts)}")
    elif report.nothing_voted():
        print("\nNothing was voted, and nothing was checked: the record has no round.")
    elif fast:
        print("\nWhat was looked at holds. The proofs (8.4, 8.5, 9.4) were left out: --fast.")
    else:
        print("\nHolds: all checks pass.")


def main():
    parser = argparse.ArgumentParser(description="Checks a Piaojue record.")
    parser.add_argument("record")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--fast", action="store_true", help="leave out the proofs that take long (8.4, 8.5, 9.4)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many processes check ballots")
    arguments = parser.parse_args()
    try:
        data = read_record(arguments.record)
    except (OSError, ValueError) as error:
        print(f"{arguments.record} cannot be read: {error}", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")
    report = check(data, arguments.fast, max(1, arguments.processes))
    if arguments.json:
        print(json.dumps(as_json(report), indent=2))
    else:
        print_report(report, arguments.fast)
    return 0 if report.holds() else 1


if __name__ == "__main__":
    sys.exit(main())
