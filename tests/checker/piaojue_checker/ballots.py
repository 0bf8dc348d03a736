"""The sealed ballots; section 2 (ballots.jsonl), checks 8.1 to 8.9."""

import hashlib
import multiprocessing
import re
from dataclasses import dataclass

from .canonical import b64, members, read, text, texts_of
from .group import IDENTITY
from .proofs import BallotChecker, add_ciphertexts, form_of, read_ballot, sum_ciphertexts
from .report import Failed, LeftOut, NotReached, need, require, same
from .slips import Tally

LINE_LIMIT, MOST_BALLOTS = 2**20, 100_000
LINE = members(code=text, hash=text, ballot=text)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
EMPTY = (IDENTITY, IDENTITY)
DIGITS = re.compile(rb"[0-9]{3}")


@dataclass
class Line:
    """A ballot that was read."""

    hash: str
    data: bytes


def tracking_code(ballot, version):
    """The tracking code of a ballot: of its hash, and behind it the voter's digits where there are any."""
    number = int.from_bytes(hashlib.sha256(ballot).digest()[:10], "big")
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(75, -1, -5))
    groups = [letters[i : i + 4] for i in range(0, 16, 4)]
    if version > 1 and DIGITS.fullmatch(ballot[-3:]):
        groups.append(ballot[-3:].decode())
    return "-".join(groups)


def _lines(data):
    """The lines of a file without their line feeds; each must have one."""
    data = bytes(data)
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        require(end >= 0, "ballots.jsonl does not end in a line feed")
        require(end - start <= LINE_LIMIT, "a line of ballots.jsonl is too long")
        yield data[start:end]
        start = end + 1


def split_lines(data):
    """The lines of ballots.jsonl, unread."""
    lines = []
    for line in _lines(data):
        lines.append(line)
        require(len(lines) <= MOST_BALLOTS, f"more than {MOST_BALLOTS} ballots")
    return lines


def read_ballots(data, version):
    """8.1: the ballots of ballots.jsonl."""
    return [_read_line(number, line, version) for number, line in enumerate(split_lines(data), 1)]


def _read_line(number, line, version):
    where = f"ballots.jsonl line {number}"
    value = read(line, LINE, where)
    ballot = b64(value["ballot"], f"{where}: ballot")
    digest = hashlib.sha256(ballot)
    same(f"{where}: hash", value["hash"], digest.hexdigest())
    same(f"{where}: code", value["code"], tracking_code(ballot, version))
    return Line(value["hash"], ballot)


# --- the proofs, over several processes ---


@dataclass
class Verdict:
    """What the ballots of a part of the box came to: for 8.3, 8.4, 8.5 the first failure; and their sums."""

    failures: dict
    approve: list
    oppose: list

    def join(self, other):
        """This verdict and that of the ballots after these."""
        self.failures = {**other.failures, **self.failures}
        self.approve = [add_ciphertexts(a, b) for a, b in zip(self.approve, other.approve)]
        self.oppose = [add_ciphertexts(a, b) for a, b in zip(self.oppose, other.oppose)]


def _check_one(checker, data, fast):
    """A ballot's numbers; (number of the failing check, facts) where one fails, else None."""
    try:
        ballot = read_ballot(checker.form, data)
    except Failed as error:
        return None, ("8.3", str(error))
    if fast:
        return ballot, None
    bound = checker.bound(ballot)
    for number, check in (("8.4", checker.check_marks), ("8.5", checker.check_limits)):
        try:
            check(ballot, bound)
        except Failed as error:
            return ballot, (number, str(error))
    return ballot, None


def _check_some(arguments):
    """The verdict on some ballots: [(line number, bytes)]."""
    checker_arguments, ballots, fast = arguments
    checker = BallotChecker(*checker_arguments)
    failures, read = {}, []
    for number, data in ballots:
        ballot, failure = _check_one(checker, data, fast)
        if failure:
            failures.setdefault(failure[0], f"ballot {number}: {failure[1]}")
        if ballot:
            read.append(ballot)
    form = checker.form
    sums = [
        [sum_ciphertexts(getattr(ballot, side)[place] for ballot in read) for place in range(form.candidates)]
        for side in (("approve", "oppose") if form.oppose else ("approve",))
    ]
    return Verdict(failures, sums[0], sums[1] if form.oppose else [])


def _pieces(items, size):
    return [items[start : start + size] for start in range(0, len(items), size)]


def check_proofs(checker_arguments, lines, fast, processes):
    """The verdict on all ballots."""
    form = checker_arguments[0]
    numbered = [(number, line.data) for number, line in enumerate(lines, 1)]
    size = max(1, min(64, -(-len(numbered) // (4 * processes))))
    jobs = [(checker_arguments, piece, fast) for piece in _pieces(numbered, size)]
    verdict = Verdict({}, [EMPTY] * form.candidates, [EMPTY] * (form.candidates if form.oppose else 0))
    if processes == 1 or len(jobs) < 2:
        for job in jobs:
            verdict.join(_check_some(job))
        return verdict
    with multiprocessing.Pool(processes) as pool:
        for part in pool.imap(_check_some, jobs):
            verdict.join(part)
    return verdict


class Ballots:
    """8.1 to 8.9 of a round; `lines` are there where 8.1 passed, `count` where the file could be read to its end."""

    def __init__(self, round_, version):
        self.round, self.version = round_, version
        self.count = None
        self.lines = None
        self.verdict = None
        self.form = None
        self.log = None

    def check_lines(self):
        """8.1."""
        if self.round.has("ballots.jsonl"):
            data = self.round.raw["ballots.jsonl"]
            self.count = len(split_lines(data))
            self.lines = read_ballots(data, self.version)

    def _need_lines(self):
        return need(self.lines, "ballots.jsonl")

    def check_order(self):
        """8.2."""
        hashes = [line.hash for line in self._need_lines()]
        for before, after in zip(hashes, hashes[1:]):
            require(before < after, f"{after} stands after {before}")

    def examine(self, key, fast, processes):
        """Looks at all ballots for 8.3 to 8.5."""
        contest, key = need(self.round.contest, "contest.json"), need(key, "the key")
        self.form = form_of(contest, self.version)
        arguments = self.form, contest.digest, key.shared, key.fingerprint
        self.verdict = check_proofs(arguments, self._need_lines(), fast, processes)

    def check_form(self, key, fast, processes):
        """8.3."""
        self.examine(key, fast, processes)
        self._require_none("8.3")

    def _require_none(self, number):
        failures = need(self.verdict, "the ballots").failures
        require(number not in failures, failures.get(number))

    def check_proof(self, number, fast):
        """8.4 and 8.5."""
        if fast:
            raise LeftOut("left out by --fast")
        self._require_none(number)

    def check_root(self):
        """8.6."""
        text_ = "".join(line.hash + "\n" for line in self._need_lines())
        closed = self.log.of(self.round.number).last("poll-closed")
        if closed:
            same("root", closed["root"], hashlib.sha256(text_.encode()).hexdigest())

    def check_collected(self):
        """8.7."""
        tally = Tally(self.log, self.round)
        closed = tally.entries.last("poll-closed")
        total = len(self._need_lines()) + tally.void_paper() + tally.void_slips()
        if closed:
            same("collected", closed["collected"], total)

    def check_challenged(self):
        """8.8."""
        entries = self.log.of(self.round.number)
        opened = {event["ballot"] for event in entries.all("ballot-challenged")}
        for event in entries.all("box-merged"):
            opened.update(event["challenged"])
        for line in self._need_lines():
            require(line.hash not in opened, f"ballot {line.hash} was opened and is in the box")

    def check_ciphertexts(self):
        """8.9."""
        opened, entries = set(), self.log.of(self.round.number)
        for event in entries.all("ballot-challenged"):
            opened.add(event.get("ciphertexts") if type(event.get("ciphertexts")) is str else None)
        for event in entries.all("box-merged"):
            opened.update(texts_of(event.get("ciphertexts")))
        form, seen = need(self.form, "the form of the ballots"), set()
        for line in self._need_lines():
            if len(line.data) != form.bytes():
                continue
            size = 64 * form.candidates
            numbers = line.data[: 32 * form.length()]
            oppose = numbers[-size:] if form.oppose else b""
            digest = hashlib.sha256(numbers[:size] + oppose).hexdigest()
            require(digest not in opened, f"the ciphertexts of ballot {line.hash} were opened")
            require(digest not in seen, f"the ciphertexts of ballot {line.hash} are there twice")
            seen.add(digest)

    def sums(self):
        """The sums of all ballots' ciphertexts; not reached where a ballot fails (9.1)."""
        verdict = need(self.verdict, "the ballots")
        if verdict.failures:
            raise NotReached("a ballot fails")
        return verdict.approve, verdict.oppose


def check_ballots(report, ballots, log, key, fast, processes):
    """8.2 to 8.9, where there is ballots.jsonl (8.1 has been run before)."""
    if not ballots.round.has("ballots.jsonl"):
        return
    ballots.log = log
    number = ballots.round.number
    report.run("8.2", ballots.check_order, round_number=number)
    report.run("8.3", ballots.check_form, key, fast, processes, round_number=number)
    report.run("8.4", ballots.check_proof, "8.4", fast, round_number=number)
    report.run("8.5", ballots.check_proof, "8.5", fast, round_number=number)
    report.run("8.6", ballots.check_root, round_number=number)
    report.run("8.7", ballots.check_collected, round_number=number)
    report.run("8.8", ballots.check_challenged, round_number=number)
    report.run("8.9", ballots.check_ciphertexts, round_number=number)
