"""Slips and void ballots; checks 7.1 to 7.11."""

import hashlib

from .acts import piles_of, unchecked_of
from .canonical import is_blank, is_hex, letters_and_digits
from .report import Failed, NotReached, need, require, same

LISTS = ("spent", "unused", "cancelled", "unused_paper")
OF_PAPER = "0" * 64
FEWEST_LETTERS = 10


class Tally:
    """What the log and void-paper.json say of void ballots in a round."""

    def __init__(self, log, round_):
        self.entries = log.of(round_.number)
        self.round = round_

    def annulled(self):
        """Slips that a ballot was cast with though they lay among the left-over ones."""
        return {event["slip"] for event in self.entries.all("slip-annulled")}

    def disputes(self):
        """The last decision about each slip in dispute that was not annulled: slip to kept."""
        decided = {event["slip"]: event["kept"] for event in self.entries.all("dispute-decided")}
        return {slip: kept for slip, kept in decided.items() if slip not in self.annulled()}

    def void_disputes(self):
        """Disputes with no ballot kept."""
        return sum(kept is None for kept in self.disputes().values())

    def void_slips(self):
        """Slips that are collected and void."""
        return self.void_disputes() + len(self.annulled())

    def void_paper(self):
        """Void paper ballots of all reasons; none where the round was not sealed."""
        if not self.round.has("void-paper.json"):
            return 0
        return sum(need(self.round.void_paper, "void-paper.json").values())


class Slips:
    """7.1 to 7.11 of a round that has slips.json."""

    def __init__(self, log, round_, ballots):
        self.log, self.round, self.ballots = log, round_, ballots

    @property
    def slips(self):
        return need(self.round.slips, "slips.json")

    @property
    def entries(self):
        return self.log.of(self.round.number)

    @property
    def closed(self):
        return need(self.entries.last("poll-closed"), "poll-closed")

    def used_paper(self):
        """Paper slots that were used."""
        return self.slips["paper"] - len(self.slips["unused_paper"])

    def check_tags(self):
        """7.1."""
        tags = []
        for name in LISTS:
            require(all(is_hex(tag, 32) for tag in self.slips[name]), f"{name}: a tag is not 64 hex digits")
            require(self.slips[name] == sorted(self.slips[name]), f"{name} is not sorted")
            tags += self.slips[name]
        require(len(set(tags)) == len(tags), "a tag is there twice")

    def check_made(self):
        """7.2."""
        total = sum(len(self.slips[name]) for name in LISTS)
        same("the lists together", total, self.slips["slips"] + self.slips["paper"])

    def check_paper(self):
        """7.3."""
        valid = sum(event["valid"] for event in self.entries.all("paper-entered"))
        same("used paper slots", self.used_paper(), valid)

    def check_spent(self):
        """7.4."""
        same("tags spent", len(self.slips["spent"]), need(self.ballots.count, "ballots.jsonl"))

    def check_cancelled(self):
        """7.5."""
        tally = Tally(self.log, self.round)
        exchanged = len(self.entries.all("slip-exchanged"))
        same("tags cancelled", len(self.slips["cancelled"]), exchanged + tally.void_slips())
        for slip, kept in tally.disputes().items():
            name = "cancelled" if kept is None else "spent"
            require(slip in self.slips[name], f"slip {slip} was in dispute and is not among {name}")
        for slip in tally.annulled():
            require(slip in self.slips["cancelled"], f"slip {slip} was annulled and is not among cancelled")

    def check_issued(self):
        """7.6."""
        same("issued", self.slips["issued"], self.closed["issued"])
        require(self.slips["issued"] <= self.slips["slips"] + self.slips["paper"], "more were issued than made")

    def lost_trays(self):
        """The slips in the tray of each kiosk that is lost: the last declaration of each counts, until its box is merged."""
        trays = {}
        for entry in self.entries.entries:
            if entry.act == "kiosk-lost":
                trays[entry.event["kiosk"]] = entry.event["tray"]
            elif entry.act == "box-merged":
                trays.pop(entry.event["kiosk"], None)
        return trays

    def check_trays(self):
        """7.7."""
        closed, tally = self.closed, Tally(self.log, self.round)
        missing = closed.get("missing", 0)
        same("missing", missing, sum(self.lost_trays().values()))
        if closed["statement"] is not None and not is_blank(closed["statement"]):
            return
        used = self.used_paper()
        require(used <= len(self.slips["spent"]), "more paper slots were used than tags are spent")
        same("slips in the trays", closed["tray"]["slips"], len(self.slips["spent"]) - used + tally.void_disputes() + missing)
        same("paper in the trays", closed["tray"]["paper"], used + tally.void_paper())


    def _list(self):
        """The committed list, once its rows and all tags are right."""
        try:
            self.check_tags()
            self.check_list()
        except Failed as error:
            raise NotReached("the list is not right") from error
        return self.slips["list"]

    def check_list(self):
        """7.8."""
        try:
            self.check_tags()
        except Failed as error:
            raise NotReached("the tags are not right") from error
        rows = self.slips["list"]
        require(all(is_hex(row["token_hash"], 32) for row in rows), "a token's hash is not 64 hex digits")
        tags = sorted(tag for name in LISTS for tag in self.slips[name])
        same("tags of the list", [row["tag"] for row in rows], tags)
        paper = {row["tag"] for row in rows if row["token_hash"] == OF_PAPER}
        require(paper.isdisjoint(self.slips["unused"] + self.slips["cancelled"]), "a slip passes for paper")
        require(paper.issuperset(self.slips["unused_paper"]), "paper passes for a slip")
        same("paper slots of the list", len(paper), self.slips["paper"])
        of_slips = [row["token_hash"] for row in rows if row["token_hash"] != OF_PAPER]
        same("different tokens of the list", len(set(of_slips)), len(of_slips))

    def check_commitment(self):
        """7.9."""
        rows = self._list()
        sealed = need(self.entries.last("sealed"), "sealed")
        digest = hashlib.sha256(bytes.fromhex("".join(row["tag"] + row["token_hash"] for row in rows)))
        listed = sealed.get("list")
        same("the commitment", digest.hexdigest(), listed if type(listed) is str else "")

    def check_tokens(self):
        """7.10."""
        rows, tokens, spent = self._list(), self.slips["tokens"], set(self.slips["spent"])
        require(all(is_hex(token, 32) for token in tokens), "a token is not 64 hex digits")
        require(all(one < other for one, other in zip(tokens, tokens[1:])), "tokens are not sorted")
        hashes = {hashlib.sha256(bytes.fromhex(token)).hexdigest() for token in tokens}
        of_spent = {row["token_hash"] for row in rows if row["tag"] in spent} - {OF_PAPER}
        require(hashes == of_spent, "the tokens are not those of the spent slips")


    def check_piles(self):
        """7.11."""
        closed = self.closed
        piles, unchecked = piles_of(closed), unchecked_of(closed)
        if piles is None:
            require(unchecked is not None and letters_and_digits(unchecked) >= FEWEST_LETTERS, "nobody checked the piles")
            return
        require(unchecked is None, "the piles were checked and were not")
        exchanged = len(self.entries.all("slip-exchanged"))
        accounted = piles["left"] + piles["handed"] + piles["spoiled"] + exchanged
        same("slips left over, handed out, spoiled and exchanged", accounted, self.slips["slips"])
        paper = closed["issued"] - piles["handed"]
        require(0 <= paper <= self.slips["paper"], "what was handed out is not slips and paper ballots that were made")


def check_slips(report, log, round_, ballots):
    """7.1 to 7.11, where there is slips.json."""
    if not round_.has("slips.json"):
        return
    checks = Slips(log, round_, ballots)
    functions = [
        checks.check_tags, checks.check_made, checks.check_paper, checks.check_spent, checks.check_cancelled,
        checks.check_issued, checks.check_trays,
    ]  # fmt: skip
    if log.version > 1:
        functions += [checks.check_list, checks.check_commitment, checks.check_tokens, checks.check_piles]
    for place, function in enumerate(functions, 1):
        report.run(f"7.{place}", function, round_number=round_.number)
