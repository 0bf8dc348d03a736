"""The outcome of a round; checks 10.1 to 10.6."""

from .canonical import date as is_date
from .canonical import is_blank, ordinal, written
from .deciding import QUORUM_MISSING, decide, least, outcome, quorum, require_account, void_outcome, void_reason
from .report import Failed, NotReached, need, require, same
from .slips import Tally


class Outcome:
    """10.1 to 10.6 of a round."""

    def __init__(self, files, round_, log):
        self.files, self.round, self.log = files, round_, log

    @property
    def state(self):
        return need(self.round.state, "state.json")

    @property
    def contest(self):
        return need(self.round.contest, "contest.json")

    def _account(self):
        return self.state.account(self.contest.delegates)

    def _decision(self):
        """The decision of an announced round; not reached where it has none."""
        try:
            return decide(self.contest, self._account(), self.state.counted["totals"])
        except Failed as error:
            raise NotReached(str(error)) from None

    def check_account(self):
        """10.1."""
        account = self._account()
        if account is None:
            return
        require_account(account)
        same("delegates", account["delegates"], self.contest.delegates)
        if self.state.ended != "by-decision":
            tally = Tally(self.log, self.round)
            same("void", account["void"], tally.void_paper() + tally.void_slips())

    def check_validity(self):
        """10.2."""
        state, rules = self.state, self.contest.rules
        if state.announced:
            try:
                require_account(self._account())
            except Failed as error:
                raise NotReached(str(error)) from None
            same("why the round is void", void_reason(rules, self._account()), None)
        elif state.ended == "at-check-in":
            needed = least(quorum(rules), self.contest.delegates)
            require(state.ending["present"] < needed, f"{state.ending['present']} are a quorum")
        elif state.ended == "at-count":
            same("why the round is void", void_reason(rules, self._account()), state.ending["reason"])
        else:
            require(not is_blank(state.ending["statement"]), "the statement is blank")

    def check_outcome(self):
        """10.3."""
        state = self.state
        if state.announced:
            expected = outcome(self.contest, self._decision())
        elif state.ended == "at-count":
            expected = void_outcome(state.ending["reason"])
        else:
            expected = void_outcome("by-decision" if state.ended == "by-decision" else QUORUM_MISSING)
        found = bytes(need(self.round.raw.get("outcome.json"), "outcome.json"))
        require(found == written(expected), "outcome.json is not the outcome")

    def check_lots(self):
        """10.4."""
        if not self.state.announced:
            return
        decision, drawn = self._decision(), self.state.counted["drawn"]
        numbers = self.contest.numbers
        left = set(drawn)
        for category, places, seats, _ in decision.lots:
            candidates = {numbers[place] for place in places}
            same(f"lots drawn for part {category or 'all'}", len(left & candidates), seats)
            left -= candidates
        require(not left, f"drawn and not in a lot: {', '.join(sorted(left))}")
        same("drawn", drawn, [number for number in numbers if number in drawn])

    def check_persons(self):
        """10.5."""
        if not self.state.announced:
            return
        profile, signatures = need(self.files.profile, "profile.json"), self.state.signatures
        same("chief", signatures["chief"], profile["chief"])
        for name in ("scrutineers", "tellers"):
            require(signatures[name], f"none of the {name} signed")
            others = set(signatures[name]) - set(profile[name])
            require(not others, f"{', '.join(sorted(others))} signed and is none of the {name}")

    def check_day(self):
        """10.6."""
        if not self.state.announced:
            return
        is_date(self.state.announced_on, "announced_on")
        days = [entry.day for entry in self.log.of(self.round.number).entries if entry.act == "announced"]
        announced = need(days[-1] if days else None, "announced")
        stated = tuple(map(int, self.state.announced_on.split("-")))
        after = ordinal(*announced) - ordinal(*stated)
        require(after in (0, 1), f"announced_on {self.state.announced_on}, the log has {announced}")


def check_outcome(report, files, round_, log):
    """10.1 to 10.6 of a round."""
    checks = Outcome(files, round_, log)
    functions = [
        checks.check_account, checks.check_validity, checks.check_outcome, checks.check_lots, checks.check_persons, checks.check_day,
    ]  # fmt: skip
    for place, function in enumerate(functions, 1):
        report.run(f"10.{place}", function, round_number=round_.number)
