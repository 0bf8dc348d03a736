"""A record that holds is altered in many ways; each alteration must fail first at its check. Proofs are left out here (see test_checker)."""

import json
import unittest
from base64 import b64decode, b64encode
from hashlib import sha256

from altering import Altered
from piaojue_checker.ballots import tracking_code
from piaojue_checker.canonical import written
from piaojue_checker.checker import check
from test_checker import SAMPLE

ROUND = "rounds/1/"


def change(record, name, **values):
    """Sets members of a JSON file."""
    record.edit(name, lambda value: value.update(values))


def state(record, function):
    """Changes round 1's state by a function of its member `counted`."""
    record.edit(ROUND + "state.json", lambda value: function(value["counted"]))


def contest(record, function):
    """Changes round 1's contest, in the state too, and its digest everywhere."""
    record.edit(ROUND + "contest.json", function)
    state(record, lambda counted: function(counted["closed"]["contest"]))
    same_digest(record)


def same_digest(record):
    """The contest's digest in state and log."""
    digest = sha256(record.files[ROUND + "contest.json"]).hexdigest()
    state(record, lambda counted: counted["closed"]["sealing"].update(digest=digest))
    record.events("adopted", 1)[0]["digest"] = digest


def event(record, act, **values):
    """Sets members of the last event of round 1 of an act."""
    record.events(act, 1)[-1].update(values)


def entry(record, act, **values):
    """Sets members of the entry of round 1's act."""
    [found] = [e for e in record.entries if e["event"]["act"] == act and e["event"].get("round") == 1][-1:]
    found.update(values)


def insert(record, before, act, **members):
    """Puts an act before round 1's act; the chief is its witness."""
    chief = record.json("profile.json")["chief"]
    place = max(i for i, e in enumerate(record.entries) if e["event"]["act"] == before and e["event"].get("round") == 1)
    template = record.entries[place]
    new = {**template, "witness": chief, "event": {"act": act, "round": 1, **members}, "parts": {}}
    record.entries.insert(place, new)


def drop_file(record, name):
    del record.files[name]


def add_file(record, name):
    """A file more, before the manifest."""
    for last in ("manifest.json", "manifest.sig"):
        drop_file(record, last)
    record.files[name] = b"{}"


def swap(record, name):
    """Swaps the first two lines of a file."""
    record.edit_lines(name, lambda lines: lines.insert(0, lines.pop(1)))


def spaces(record, name):
    record.files[name] = record.files[name].replace(b'":', b'": ', 1)


def cancel(slips):
    """A slip that was not used becomes cancelled."""
    slips["cancelled"].append(slips["unused"].pop())


def other_share(record):
    """The first share's first part is that of the second."""

    def edit(lines):
        lines[0]["parts"][0]["share"] = lines[1]["parts"][0]["share"]

    record.edit_lines(ROUND + "shares.jsonl", edit)


def short_ballot(record):
    """A ballot without its last number, everywhere consistent."""
    def edit(lines):
        data = b64decode(lines[0]["ballot"])[:-32]
        digest = sha256(data)
        lines[0].update(ballot=b64encode(data).decode(), hash=digest.hexdigest(), code=tracking_code(data, 1))
        lines.sort(key=lambda line: line["hash"])

    record.edit_lines(ROUND + "ballots.jsonl", edit)
    lines = [json.loads(line) for line in record.files[ROUND + "ballots.jsonl"].splitlines()]
    root = sha256("".join(line["hash"] + "\n" for line in lines).encode()).hexdigest()
    event(record, "poll-closed", root=root)
    state(record, lambda counted: counted["closed"]["closing"].update(root=root))


def totals_order(counted):
    counted["totals"].insert(0, counted["totals"].pop())


# The check that fails first: what is done before the record is sealed again.
BEFORE_SEALING = [
    ("1.6", lambda r: drop_file(r, ROUND + "outcome.json")),
    ("1.6", lambda r: add_file(r, "rounds/1/more.json")),
    ("1.7", lambda r: change(r, "profile.json", more=1)),
    ("1.7", lambda r: change(r, "profile.json", year="2022")),
    ("1.7", lambda r: spaces(r, ROUND + "state.json")),
    ("1.7", lambda r: spaces(r, ROUND + "slips.json")),
    ("1.7", lambda r: state(r, lambda c: c["closed"]["contest"]["rules"].update(seats=0))),
    ("2.3", lambda r: change(r, "profile.json", chief=" \u3000")),
    ("2.3", lambda r: change(r, "profile.json", threshold=0)),
    ("2.3", lambda r: change(r, "profile.json", level="village")),
    ("3.5", lambda r: r.entries[0]["event"].update(act="something")),
    ("3.5", lambda r: r.entries[3].update(at="2026-02-30T00:00:00Z")),
    ("3.5", lambda r: event(r, "counted", cards="1")),
    ("3.5", lambda r: r.entries[1].update(more=1)),
    ("3.6", lambda r: insert(r, "sealed", "poll-opened", present=0)),
    ("3.6", lambda r: event(r, "confirmed", round=2)),
    ("3.7", lambda r: event(r, "checked-in", present=1000)),
    ("3.7", lambda r: event(r, "poll-closed", issued=1)),
    ("3.8", lambda r: entry(r, "sealed", witness=None)),
    ("3.8", lambda r: entry(r, "sealed", operator=r.json("profile.json")["chief"], witness=r.json("profile.json")["chief"])),
    ("3.9", lambda r: change(r, "session.json", rounds=9)),
    ("4.2", lambda r: drop_file(r, ROUND + "key.json")),
    ("4.4", lambda r: event(r, "adopted", digest="00" * 32)),
    ("4.5", lambda r: event(r, "sealed", slips=9)),
    ("4.5", lambda r: event(r, "sealed", key="00" * 32)),
    ("4.6", lambda r: state(r, lambda c: c["closed"]["closing"].update(present=1))),
    ("4.7", lambda r: event(r, "poll-closed", collected=1)),
    ("4.7", lambda r: event(r, "poll-closed", root="00" * 32)),
    ("4.8", lambda r: event(r, "counted", cards=[1])),
    ("4.9", lambda r: state(r, lambda c: c["drawn"].append("1"))),
    ("4.10", lambda r: insert(r, "poll-closed", "paper-entered", valid=0, void={"blank": 1})),
    ("5.1", lambda r: spaces(r, ROUND + "contest.json") or same_digest(r)),
    ("5.3", lambda r: contest(r, lambda c: c["rules"].update(order="list"))),
    ("5.4", lambda r: contest(r, lambda c: c.update(list=c["list"][:1]))),
    ("6.1", lambda r: r.edit(ROUND + "key.json", lambda k: k["participant_keys"].reverse())),
    ("7.1", lambda r: r.edit(ROUND + "slips.json", lambda s: s["spent"].reverse())),
    ("7.2", lambda r: r.edit(ROUND + "slips.json", lambda s: s["unused"].pop())),
    ("7.3", lambda r: insert(r, "poll-closed", "paper-entered", valid=1, void={})),
    ("7.5", lambda r: r.edit(ROUND + "slips.json", cancel)),
    ("7.5", lambda r: insert(r, "poll-closed", "slip-exchanged")),
    ("7.6", lambda r: change(r, ROUND + "slips.json", issued=1)),
    ("7.7", lambda r: event(r, "poll-closed", missing=1)),
    ("7.7", lambda r: event(r, "poll-closed", tray={"slips": 1, "paper": 0})),
    ("8.1", lambda r: r.edit_lines(ROUND + "ballots.jsonl", lambda b: b[0].update(code=b[1]["code"]))),
    ("8.2", lambda r: swap(r, ROUND + "ballots.jsonl")),
    ("8.3", short_ballot),
    ("8.8", lambda r: insert(r, "poll-closed", "ballot-challenged", ballot=_ballot(r))),
    ("9.1", lambda r: r.edit(ROUND + "encrypted-totals.json", lambda t: t["approve"].reverse())),
    ("9.5", other_share),
    ("9.5", lambda r: state(r, totals_order)),
    ("10.3", lambda r: r.edit(ROUND + "outcome.json", lambda o: o.update(threshold=1))),
    ("10.5", lambda r: r.edit(ROUND + "state.json", lambda s: s["signatures"].update(tellers=[]))),
    ("10.6", lambda r: r.edit(ROUND + "state.json", lambda s: s.update(announced_on="2020-01-01"))),
    ("11.2", lambda r: r.files.update({_document(r): b"no PDF"})),
]  # fmt: skip

# What is done after that.
AFTER_SEALING = [
    ("1.2", lambda r: r.files.update({"manifest.sig": r.files["manifest.sig"].upper()})),
    ("1.2", lambda r: spaces(r, "manifest.json")),
    ("1.3", lambda r: r.files.update({"manifest.json": r.files["manifest.json"].replace(b'"version":1', b'"version":3')})),
    ("1.4", lambda r: r.files.update({"manifest.json": written({**r.json("manifest.json"), "files": []})})),
    ("1.5", lambda r: spaces(r, ROUND + "state.json")),
    ("2.1", lambda r: change(r, "session.json", station="00" * 32) or r.sign()),
    ("2.2", lambda r: r.files.update({"manifest.sig": b"00" * 64})),
    ("3.1", lambda r: swap(r, "log.jsonl") or r.sign()),
    ("3.1", lambda r: r.files.update({"log.jsonl": r.files["log.jsonl"][:-1]}) or r.sign()),
    ("3.2", lambda r: r.edit_lines("log.jsonl", lambda lines: lines[5].update(hash="00" * 32)) or r.sign()),
    ("3.3", lambda r: r.edit_lines("log.jsonl", lambda lines: lines[5].update(signature=lines[4]["signature"])) or r.sign()),
    ("3.4", lambda r: change(r, "session.json", entries=1) or r.sign()),
    ("4.1", lambda r: change(r, "profile.json", training=not r.json("profile.json")["training"]) or r.sign()),
    ("4.3", lambda r: r.edit(ROUND + "state.json", lambda s: s.update(announced_on="2020-01-01")) or r.sign()),
    ("4.11", lambda r: r.edit(ROUND + "slips.json", lambda s: s["unused"].pop()) or r.sign()),
    ("4.12", lambda r: swap(r, ROUND + "ballots.jsonl") or r.sign()),
    ("4.13", lambda r: other_share(r) or r.sign()),
    ("11.1", lambda r: r.files.update({_document(r): b"%PDF-other"})),
]  # fmt: skip


def _ballot(record):
    return json.loads(record.files[ROUND + "ballots.jsonl"].splitlines()[0])["hash"]


def _document(record):
    return next(name for name in record.files if name.startswith("documents/"))


def first_failure(data):
    first = check(data, fast=True).first_failure()
    return first and f"{first.number} ({first.facts})"


@unittest.skipIf(SAMPLE is None, "there is no record in tests/fixtures/records")
class AlterationTest(unittest.TestCase):
    """Each alteration fails first at its check."""

    def _expect(self, number, data, place):
        found = first_failure(data)
        with self.subTest(number=number, place=place):
            self.assertEqual((found or "none").split()[0], number, found)

    def test_before_sealing(self):
        for place, (number, alter) in enumerate(BEFORE_SEALING):
            record = Altered(SAMPLE)
            alter(record)
            self._expect(number, record.seal().package(), place)

    def test_after_sealing(self):
        for place, (number, alter) in enumerate(AFTER_SEALING):
            record = Altered(SAMPLE).seal()
            alter(record)
            self._expect(number, record.package(), place)

    def test_package(self):
        changes = [SAMPLE + b"\0", b"\0" + SAMPLE, SAMPLE[:-1], b"", SAMPLE[:100], SAMPLE[:6] + b"\1" + SAMPLE[7:]]
        for place, data in enumerate(changes):
            self._expect("1.1", data, place)


if __name__ == "__main__":
    unittest.main()
