"""The rounds' contests; checks 5.1 to 5.5."""

from .canonical import require_first_version, written
from .contest import Contest
from .deciding import expected_contests
from .files import take
from .report import NotReached, need, require, same


class Contests:
    """5.1 to 5.5."""

    def __init__(self, files, version):
        self.files, self.version = files, version

    def read(self, round_):
        """5.1."""
        contest = Contest.read(take(round_.raw, "contest.json"))
        if self.version == 1:
            require_first_version(contest.value, "contest.json")
        round_.contest = contest

    def check_state(self, round_):
        """5.2."""
        contest, state = need(round_.contest, "contest.json"), need(round_.state, "state.json")
        require(contest.value == state.contest, "the state's contest is another")

    def check_numbers(self, round_):
        """5.3."""
        contest = need(round_.contest, "contest.json")
        same("round", contest.round, round_.number)
        if round_.number == 1:
            same("called_for", contest.called_for, None)
            rules = bytes(need(self.files.raw.get("rules.json"), "rules.json"))
            require(written(contest.rules) == rules, "the rules are not rules.json")
        same("delegates", contest.delegates, need(self.files.session, "session.json")["delegates"])

    def check_fit(self, round_):
        """5.4."""
        contest = need(round_.contest, "contest.json")
        contest.require_fit()
        if contest.called_for is None:
            contest.require_margin()

    def check_queue(self, round_):
        """5.5."""
        if round_.number == 1:
            return
        contest = need(round_.contest, "contest.json")
        before = []
        for earlier in self.files.rounds[: round_.number - 1]:
            name = f"round {earlier.number}"
            before.append((need(earlier.contest, f"contest of {name}"), need(earlier.state, f"state of {name}")))
        expected = expected_contests(before)
        if isinstance(expected[-1], Exception):
            raise NotReached(f"an earlier round has no decision: {expected[-1]}")
        wanted = expected[-1]
        require(wanted is not None, "no contest was called for")
        wanted = {**wanted, "turn": {"round": round_.number, **wanted["turn"]}}
        require(written(wanted) == written(contest.value), "the contest is not the one that was called for")


    def is_round_due(self):
        """Whether the rounds call for another after the last; None where that can't be known."""
        rounds = [(round_.contest, round_.state) for round_ in self.files.rounds]
        if not all(map(all, rounds)):
            return None
        last = expected_contests(rounds)[-1] if rounds else None
        return None if isinstance(last, Exception) else last is not None


def check_contests(report, contests):
    """5.2 to 5.5 of all rounds (5.1 has been run before)."""
    for round_ in contests.files.rounds:
        report.run("5.2", contests.check_state, round_, round_number=round_.number)
        report.run("5.3", contests.check_numbers, round_, round_number=round_.number)
        report.run("5.4", contests.check_fit, round_, round_number=round_.number)
        report.run("5.5", contests.check_queue, round_, round_number=round_.number)
