"""The log against the files; checks 4.1 to 4.13."""

import hashlib

from .canonical import U32, is_hex
from .files import Round
from .log import Log
from .parts import NO_ROWS, part_hash
from .report import NotReached, need, require, same

ACT_FILES = {
    "sealed": ("key.json", "void-paper.json"),
    "poll-closed": ("slips.json", "ballots.jsonl"),
    "counted": ("encrypted-totals.json", "shares.jsonl"),
}
TAG_STATES = {"unused": 2, "spent": 3, "cancelled": 4, "unused_paper": 5}


def as_text(data):
    """A file's text with its bytes as they are, be it UTF-8 or not."""
    return bytes(data).decode("utf-8", "surrogateescape")


def check_session_part(log):
    """4.1."""
    need(log.entries, "the log")
    raw = log.files.raw
    station = need(log.files.session, "session.json")["station"]
    need(log.files.profile_read, "profile.json")
    require(is_hex(station, 32), "station is not 64 hex digits")
    row = (1, as_text(raw["profile.json"]), as_text(need(raw.get("rules.json"), "rules.json")), bytes.fromhex(station))
    same("session", part_hash([row]), log.parts.get("session", NO_ROWS))


class Against:
    """The checks 4.2 to 4.13 of a round."""

    def __init__(self, log: Log, round_: Round, ballots):
        self.log, self.round, self.ballots = log, round_, ballots

    @property
    def entries(self):
        return self.log.of(self.round.number)

    @property
    def state(self):
        return need(self.round.state, "state.json")

    def _account(self):
        contest = self.round.contest
        delegates = contest.delegates if contest else None
        return self.state.account(delegates)

    def _part(self, name, rows):
        need(self.log.entries, "the log")
        name = f"{name}/{self.round.number}"
        same(name, part_hash(rows), self.log.parts.get(name, NO_ROWS))

    def check_presence(self):
        """4.2."""
        for act, names in ACT_FILES.items():
            done = bool(self.entries.all(act))
            for name in names:
                same(f"{name} is there", self.round.has(name), done)
        same("key-holders.json is there", self.round.has("key-holders.json"), self._is_distributed())

    def _is_distributed(self):
        sealed = self.entries.last("sealed") or {}
        is_second = type(sealed.get("version")) is int and 1 < sealed["version"] < 2**32
        return is_second and type(sealed.get("holders")) is str

    def check_state_part(self):
        """4.3."""
        state = as_text(need(self.round.raw.get("state.json"), "state.json"))
        self._part("round", [(self.round.number, state)])

    def check_digest(self):
        """4.4."""
        contest = need(self.round.raw.get("contest.json"), "contest.json")
        digest = hashlib.sha256(contest).hexdigest()
        adopted = self.entries.last("adopted")
        if adopted:
            same("digest of adopted", adopted["digest"], digest)
        if self.state.announced:
            same("digest of the state", self.state.sealing["digest"], digest)

    def check_sealing(self):
        """4.5."""
        sealed = self.entries.last("sealed")
        if sealed is None:
            return
        if self.round.has("key.json"):
            params = need(self.round.key, "key.json")["params"]
            same("cards of key.json", params["shares"], sealed["cards"])
            same("threshold of key.json", params["threshold"], sealed["threshold"])
        if self.round.has("slips.json"):
            slips = need(self.round.slips, "slips.json")
            same("slips of slips.json", slips["slips"], sealed["slips"])
            same("paper of slips.json", slips["paper"], sealed["paper"])
        if self.state.announced:
            sealing = self.state.sealing
            same("key of the state", sealing["key_fingerprint"], sealed["key"])
            for name in ("cards", "threshold", "slips"):
                same(f"{name} of the state", sealing[name], sealed[name])

    def check_attendance(self):
        """4.6."""
        contest, attendance = need(self.round.contest, "contest.json"), self.entries.attendance
        if attendance is None and self.entries.entries:
            raise NotReached("the check-ins do not add up")
        present, issued = (len(attendance.present), attendance.issued) if attendance else (0, 0)
        account = self._account()
        if account is None:
            same("present at check-in", self.state.ending["present"], present)
        else:
            same("present", account["present"], present)
            same("issued", account["issued"], issued)
        if contest.rules["late_arrival"] == "until-open":
            self._require_nobody_late()

    def _require_nobody_late(self):
        opened = False
        for entry in self.entries.entries:
            opened = opened or entry.act == "poll-opened"
            require(not (opened and entry.act == "checked-in"), f"entry {entry.number} came after poll-opened")

    def check_closing(self):
        """4.7."""
        closed, account = self.entries.last("poll-closed"), self._account()
        if closed is None or account is None:
            return
        attendance = need(self.entries.attendance, "the check-ins")
        same("present", account["present"], attendance.at_close)
        same("issued", account["issued"], closed["issued"])
        same("collected", account["collected"], closed["collected"])
        if self.state.announced:
            same("root of the state", self.state.closing["root"], closed["root"])

    def check_cards(self):
        """4.8."""
        counted = self.entries.last("counted")
        if counted is None or not self.round.has("shares.jsonl"):
            return
        holders = [share["holder"] for share in need(self.round.shares, "shares.jsonl")]
        if need(self.round.totals, "encrypted-totals.json")["ballots"] == 0:
            same("holders where there is no ballot", holders, [])
        else:
            same("holders", holders, sorted(counted["cards"]))
        if self._is_distributed():
            self._check_openings(holders)

    def _check_openings(self, holders):
        """Holders were sent no other box than the one that was closed, and those by whose shares it was opened have brought theirs."""
        closed = self.entries.last("poll-closed")
        if closed is None:
            return
        roots = [event["root"] for event in self.entries.all("key-box-written") if type(event.get("root")) is str]
        for root in roots:
            same("the root that was sent to the holders", root, closed["root"])
        brought = [event.get("holder") for event in self.entries.all("opening-taken")]
        brought = {holder for holder in brought if type(holder) is int and 0 <= holder <= U32}
        require(not holders or roots, "no box was sent to the holders")
        require(set(holders) <= brought, "a holder's share was not taken")

    def check_end(self):
        """4.9."""
        entries, state = self.entries, self.state
        if state.announced:
            lots = entries.last("lots-drawn")
            same("drawn", state.counted["drawn"], lots["drawn"] if lots else [])
            return
        if state.ended == "by-decision":
            decision = entries.last("ended-by-decision")
            require(decision is not None, "no ended-by-decision in the log")
            same("statement", state.ending["statement"], decision["statement"])
            same("stage", state.ending["state"], entries.stage_before_end)
            return
        found = entries.last("found-void")
        require(found is not None, "no found-void in the log")
        at_count = state.ended == "at-count"
        same("poll-closed is in the log", entries.last("poll-closed") is not None, at_count)
        same("reason", found["reason"], state.ending["reason"] if at_count else "quorum-missing")

    def check_void_paper(self):
        """4.10."""
        if not self.round.has("void-paper.json"):
            return
        void_paper = need(self.round.void_paper, "void-paper.json")
        self._part("void-paper", [(self.round.number, reason, count) for reason, count in void_paper.items()])
        sums = {}
        for entered in self.entries.all("paper-entered"):
            for reason, count in entered["void"].items():
                sums[reason] = sums.get(reason, 0) + count
        same("void paper ballots", void_paper, dict(sorted(sums.items())))

    def check_slips_part(self):
        """4.11."""
        if not self.round.has("slips.json"):
            return
        slips = need(self.round.slips, "slips.json")
        tags = [(tag, state) for name, state in TAG_STATES.items() for tag in slips[name]]
        if not all(is_hex(tag, 32) for tag, _ in tags):
            raise NotReached("a tag is not 64 hex digits")
        tokens = slips.get("tokens", [])
        if not all(is_hex(token, 32) for token in tokens):
            raise NotReached("a token is not 64 hex digits")
        rows = [(self.round.number, bytes.fromhex(tag), state) for tag, state in sorted(tags)]
        self._part("slips", rows + [(self.round.number, bytes.fromhex(token), 0) for token in tokens])

    def check_ballots_part(self):
        """4.12."""
        if self.round.has("ballots.jsonl"):
            lines = need(self.ballots.lines, "ballots.jsonl")
            self._part("ballots", [(self.round.number, bytes.fromhex(line.hash), line.data) for line in lines])

    def check_opening_part(self):
        """4.13."""
        if not (self.round.has("encrypted-totals.json") and self.round.has("shares.jsonl")):
            return
        need(self.round.totals, "encrypted-totals.json")
        totals = as_text(self.round.raw["encrypted-totals.json"])
        shares = zip(need(self.round.shares, "shares.jsonl"), self.round.share_lines)
        self._part("opening", [(0, totals), *((share["holder"], line) for share, line in shares)])


def check_round_against(report, log, round_, ballots):
    """4.2 to 4.13 of a round."""
    checks = Against(log, round_, ballots)
    functions = [
        checks.check_presence, checks.check_state_part, checks.check_digest, checks.check_sealing, checks.check_attendance,
        checks.check_closing, checks.check_cards, checks.check_end, checks.check_void_paper, checks.check_slips_part,
        checks.check_ballots_part, checks.check_opening_part,
    ]  # fmt: skip
    for place, function in enumerate(functions, 2):
        report.run(f"4.{place}", function, round_number=round_.number)
