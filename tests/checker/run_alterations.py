#!/usr/bin/env python3
"""Checks every record of a folder: python run_alterations.py FOLDER.

FOLDER/expected.json gives for each record's file name the number of the first failing check, null where the record holds, or
"nothing voted"; FOLDER/noted.json, where it is there, what the first checker notes of each.
"""

import json
import multiprocessing
import sys
from pathlib import Path

from check_record import printable, read_record
from piaojue_checker import ballots, count
from piaojue_checker.checker import check


def remember(module, name, key):
    """Lets a function of the checker remember its answers by the key of what it was asked.

    Most altered records have the same ballots and shares, whose proofs take nearly all of the time.
    """
    function, known = getattr(module, name), {}

    def remembering(*arguments):
        asked = key(*arguments)
        if asked not in known:
            known[asked] = function(*arguments)
        return known[asked]

    setattr(module, name, remembering)


remember(ballots, "_check_some", lambda asked: (asked[0], tuple(asked[1]), asked[2]))
remember(
    count,
    "share_holds",
    lambda key, holder, base, *proof: (key.fingerprint, key.shares, holder, base.point, *proof),
)


def found_in(path):
    """The number of the first failing check (None where the record holds), its facts, and what is noted."""
    report = check(read_record(path))
    first = report.first_failure()
    noted = [[note.code, note.round, note.entry, note.facts] for note in report.notes]
    if first:
        return first.number, first.facts, noted
    return None if report.holds() else "nothing voted" if report.nothing_voted() else "not reached", "", noted


def place_of(folder, name):
    """A record's file; its name may be without the ending."""
    path = folder / name
    return path if path.exists() else folder / f"{name}.pjrecord"


def run(folder):
    """Compares each record with what is expected of it; how many differ."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    by_first = folder / "noted.json"
    noted_by_first = json.loads(by_first.read_text(encoding="utf-8")) if by_first.exists() else {}
    names = sorted(expected)
    different = 0
    with multiprocessing.Pool() as pool:
        found = pool.imap(found_in, [place_of(folder, name) for name in names])
        for name, (number, facts, noted) in zip(names, found):
            right = number == expected[name]
            if noted_by_first and noted != noted_by_first[name]:
                right, facts = False, f"noted {noted}, by the first checker {noted_by_first[name]}"
            different += not right
            line = f"{name}: {number or 'holds'}, expected {expected[name] or 'holds'}  {printable(facts)}"
            print("ok  " if right else "DIFF", line, flush=True)
    print(f"{len(expected)} records, {different} differ")
    return different


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if run(Path(sys.argv[1])) else 0)
