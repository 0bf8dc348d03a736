#!/usr/bin/env python3
"""Checks every record of a folder: python run_alterations.py FOLDER.

FOLDER/expected.json gives for each record's file name the number of the first failing check, or null where the record holds.
"""

import json
import multiprocessing
import sys
from pathlib import Path

from check_record import printable, read_record
from piaojue_checker.checker import check


def first_failure(path):
    """The number of the first failing check and its facts; (None, "") where the record holds."""
    report = check(read_record(path))
    first = report.first_failure()
    if first:
        return first.number, first.facts
    return None if report.holds() else "not reached", ""


def place_of(folder, name):
    """A record's file; its name may be without the ending."""
    path = folder / name
    return path if path.exists() else folder / f"{name}.pjrecord"


def run(folder):
    """Compares each record with what is expected of it; how many differ."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    names = sorted(expected)
    different = 0
    with multiprocessing.Pool() as pool:
        found = pool.imap(first_failure, [place_of(folder, name) for name in names])
        for name, (number, facts) in zip(names, found):
            right = number == expected[name]
            different += not right
            line = f"{name}: {number or 'holds'}, expected {expected[name] or 'holds'}  {printable(facts)}"
            print("ok  " if right else "DIFF", line, flush=True)
    print(f"{len(expected)} records, {different} differ")
    return different


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if run(Path(sys.argv[1])) else 0)
