"""The audit log; section 2 (log.jsonl), checks 3.1 to 3.9."""

import hashlib
import struct
from dataclasses import dataclass, field

from .acts import read_entry
from .canonical import U32, is_hex, members, number, read_lines, text
from .report import Failed, need, require, same

LOG_LIMIT, LINE_LIMIT = 2**28, 2**20
LINE = members(number=number(), entry=text, hash=text, signature=text)
PREFIX = b"piaojue audit v1"
MOST_ROUNDS, MOST_DELEGATES = 64, 100_000
# Acts that need a witness from version 2 on.
WITNESSED_SINCE_2 = ("rounds-ended", "document-attached", "cards-destroyed", "keys-made", "keys-given-up", "paper-entered")


def _line(value, where):
    LINE(value, where)
    require(is_hex(value["hash"], 32), f"{where}: the hash is not hex")
    require(is_hex(value["signature"], 64), f"{where}: the signature is not hex")


@dataclass
class Attendance:
    """What the check-ins of a round came to (check 3.7)."""

    present: set = field(default_factory=set)
    handed: set = field(default_factory=set)
    issued: int = 0
    at_close: int | None = None


@dataclass
class LogRound:
    """The entries of a round, and what was made of them."""

    number: int
    entries: list = field(default_factory=list)
    stage: str | None = None
    stage_before_end: str | None = None
    attendance: Attendance | None = None

    def all(self, act):
        """The events of an act."""
        return [entry.event for entry in self.entries if entry.act == act]

    def last(self, act):
        """The last event of an act, or None."""
        events = self.all(act)
        return events[-1] if events else None


class Log:
    """The log as far as it could be read."""

    def __init__(self, files, version):
        self.files, self.version = files, version
        self.lines = None
        self.entries = None
        self.rounds = {}
        self.parts = {}

    def of(self, round_number):
        """The entries of a round; not reached where the log couldn't be read."""
        need(self.entries, "the log")
        return self.rounds.get(round_number) or LogRound(round_number)

    def check_lines(self):
        """3.1."""
        require("log.jsonl" in self.files.raw, "log.jsonl is missing")
        data = self.files.raw["log.jsonl"]
        require(len(data) <= LOG_LIMIT, "log.jsonl is too large")
        lines = read_lines(data, _line, "log.jsonl", LINE_LIMIT)
        for place, line in enumerate(lines, 1):
            same(f"number of line {place}", line["number"], place)
        self.lines = lines

    def check_chain(self):
        """3.2."""
        before = bytes(32)
        for line in need(self.lines, "the log"):
            message = PREFIX + struct.pack(">I", line["number"]) + before + line["entry"].encode()
            same(f"hash of entry {line['number']}", line["hash"], hashlib.sha256(message).hexdigest())
            before = bytes.fromhex(line["hash"])

    def check_signatures(self, station):
        """3.3."""
        need(station, "the station's key")
        for line in need(self.lines, "the log"):
            signature, message = bytes.fromhex(line["signature"]), bytes.fromhex(line["hash"])
            station.require_signature(signature, message, f"the signature of entry {line['number']}")

    def check_head(self):
        """3.4."""
        session, lines = need(self.files.session, "session.json"), need(self.lines, "the log")
        same("entries", session["entries"], len(lines))
        same("head", session["head"], lines[-1]["hash"] if lines else "0" * 64)

    def check_entries(self):
        """3.5."""
        entries = [read_entry(line["number"], line["entry"]) for line in need(self.lines, "the log")]
        require(entries, "the log is empty")
        for entry in entries:
            first = entry.number == 1
            require((entry.act == "session-created") == first, f"entry {entry.number} is {entry.act}")
        self.entries = entries
        for entry in entries:
            self.parts.update(entry.parts)

    def check_stages(self):
        """3.6; keeps the acts of each round. One that doesn't come in its order fails and changes nothing."""
        current, failures = LogRound(0, stage="void"), []
        for entry in need(self.entries, "the log"):
            if entry.known is None or "round" not in entry.known.members:
                continue
            try:
                if entry.act == "round-begun":
                    current = self._begin(entry, current)
                else:
                    _take_act(entry, current)
            except Failed as error:
                failures.append(error)
                continue
            current.entries.append(entry)
        if failures:
            raise failures[0]

    def _begin(self, entry, before):
        """The round that an act begins after another."""
        where = f"entry {entry.number}, {entry.act}"
        same(f"{where}: round", entry.event["round"], before.number + 1)
        require(before.stage in ("announced", "void"), f"{where}: the round before is {before.stage}")
        require(before.number < MOST_ROUNDS, f"{where}: there are more than {MOST_ROUNDS} rounds")
        begun = LogRound(before.number + 1, stage="draft")
        self.rounds[begun.number] = begun
        return begun

    def check_check_ins(self):
        """3.7."""
        need(self.entries, "the log")
        failures = []
        for round_number in sorted(self.rounds):
            try:
                self.rounds[round_number].attendance = _attendance(self.rounds[round_number])
            except Failed as error:
                failures.append(error)
        if failures:
            raise failures[0]

    def check_witnesses(self):
        """3.8."""
        profile = need(self.files.profile, "profile.json")
        able = {profile["chief"], *profile["scrutineers"]}
        for entry in need(self.entries, "the log"):
            by_act = entry.known and entry.known.witness
            if by_act or (self.version > 1 and entry.act in WITNESSED_SINCE_2):
                where = f"entry {entry.number}, {entry.act}"
                require(entry.witness is not None, f"{where}, has no witness")
                require(entry.witness in able, f"{where}: the witness {entry.witness} is neither chief nor scrutineer")
                require(entry.witness != entry.operator, f"{where}: the witness is the operator")

    def check_rounds(self):
        """3.9."""
        need(self.entries, "the log")
        numbers = [round_.number for round_ in self.files.rounds]
        same("the rounds of the log", list(self.rounds), numbers)
        same("the number of rounds", need(self.files.session, "session.json")["rounds"], len(numbers))
        for round_ in self.files.rounds:
            state = need(round_.state, f"the state of round {round_.number}")
            expected = "announced" if state.announced else "void"
            same(f"the stage of round {round_.number} in the log", self.rounds[round_.number].stage, expected)


    def check_version(self, package):
        """3.10."""
        manifest = need(package.manifest, "the manifest")
        for number in sorted(self.rounds):
            sealed = self.of(number).last("sealed")
            if sealed:
                version = sealed.get("version")
                same("version", manifest["version"], version if type(version) is int and version <= U32 else 1)
                return
        need(self.entries, "the log")

    def check_training(self):
        """3.15."""
        told = need(self.entries, "the log")[0].event.get("training")
        if type(told) is bool:
            same("training", need(self.files.profile, "profile.json")["training"], told)

    def documents(self):
        """The acts by which documents became official."""
        acts = ("document-issued", "document-attached")
        return [entry for entry in need(self.entries, "the log") if entry.act in acts]

    def ends(self):
        """The acts `rounds-ended` that come between rounds, each with the number of the round before it, and whether it is the last word."""
        found, current, stage = [], 0, None
        taken = {entry.number: (log_round, entry) for log_round in self.rounds.values() for entry in log_round.entries}
        for entry in need(self.entries, "the log"):
            if entry.number in taken:
                log_round, _ = taken[entry.number]
                if entry.act == "round-begun":
                    found = [(number, end, False) for number, end, _ in found]
                current, stage = log_round.number, entry.known.after or stage
            elif entry.act == "rounds-ended" and stage in ("announced", "void"):
                found.append((current, entry, True))
        return found


def _take_act(entry, current):
    """An act of the latest round; fails where it doesn't come in its order."""
    where = f"entry {entry.number}, {entry.act}"
    same(f"{where}: round", entry.event["round"], current.number)
    require(current.stage in entry.known.before, f"{where}: the round is {current.stage}")
    if entry.known.after is not None:
        current.stage_before_end, current.stage = current.stage, entry.known.after


def _attendance(log_round):
    """What the check-ins of a round come to; fails where they don't add up (check 3.7)."""
    found = Attendance()
    for entry in log_round.entries:
        where, event = f"entry {entry.number}, {entry.act}", entry.event
        if entry.act == "checked-in":
            _check_in(found, event, where)
        elif entry.act == "check-in-undone":
            require(event["delegate"] in found.present, f"{where}: {event['delegate']} is not present")
            found.present.remove(event["delegate"])
            if event["delegate"] in found.handed:
                found.handed.remove(event["delegate"])
                found.issued -= 1
        elif entry.act == "poll-closed":
            same(f"{where}: issued", event["issued"], found.issued)
            found.at_close = len(found.present)
        if entry.act in ("checked-in", "check-in-undone", "poll-opened"):
            same(f"{where}: present", event["present"], len(found.present))
    return found


def _check_in(found, event, where):
    delegate = event["delegate"]
    require(len(found.present) < MOST_DELEGATES, f"{where}: {MOST_DELEGATES} are present already")
    require(delegate not in found.handed, f"{where}: {delegate} has been handed something already")
    found.present.add(delegate)
    if event["issued"] == found.issued + 1:
        found.handed.add(delegate)
        found.issued += 1
    else:
        same(f"{where}: issued", event["issued"], found.issued)


def check_log(report, log, station, package):
    """3.1 to 3.10 and 3.15."""
    report.run("3.1", log.check_lines)
    report.run("3.2", log.check_chain)
    report.run("3.3", log.check_signatures, station)
    report.run("3.4", log.check_head)
    report.run("3.5", log.check_entries)
    report.run("3.6", log.check_stages)
    report.run("3.7", log.check_check_ins)
    report.run("3.8", log.check_witnesses)
    report.run("3.9", log.check_rounds)
    report.run("3.10", log.check_version, package)
    report.run("3.15", log.check_training)
