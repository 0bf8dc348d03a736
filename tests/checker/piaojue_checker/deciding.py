"""Deciding a round, and the contests that a decision calls for; section 5."""

from dataclasses import dataclass, field
from fractions import Fraction

from .canonical import U32
from .report import Failed, require

QUORUM_MISSING, MORE_COLLECTED = "quorum-missing", "more-collected-than-issued"


def least(rule, whole):
    """The least number that meets a proportion of a whole: (fraction, whether more than it is asked)."""
    proportion, more = rule
    exact = proportion * whole
    number = exact.numerator // exact.denominator + 1 if more else -(-exact.numerator // exact.denominator)
    return min(number, U32)


def meets(rule, part, whole):
    """Whether a part meets a proportion of a whole."""
    proportion, more = rule
    return part > proportion * whole if more else part >= proportion * whole


def quorum(rules):
    """The quorum as (fraction, more than)."""
    value = rules["quorum"]
    return (Fraction(value["more_than"]), True) if isinstance(value, dict) else (Fraction(value), False)


def require_account(account):
    """The account's own rules."""
    require(account["delegates"] >= 1, "there is no delegate")
    require(account["present"] <= account["delegates"], "more present than delegates")
    require(account["issued"] <= account["present"], "more issued than present")
    require(account["void"] <= account["collected"], "more void than collected")


def void_reason(rules, account):
    """Section 5, 1: why the round is void; None where it is valid."""
    if not meets(quorum(rules), account["present"], account["delegates"]):
        return QUORUM_MISSING
    if account["collected"] > account["issued"]:
        return MORE_COLLECTED
    return None


def require_totals(contest, account, totals):
    """Section 5, 3: totals, in list order, that add up."""
    valid = account["collected"] - account["void"]
    for total in totals:
        name = f"candidate {total['id']}"
        require(total["approve"] + total["oppose"] <= valid, f"{name} has more marks than there are valid ballots")
        require(contest.opposes or total["oppose"] == 0, f"{name} has oppositions")
    for part in contest.fitting_parts():
        approvals = sum(totals[place]["approve"] for place in part.places)
        most = part.limit * valid
        name = f"approvals of part {part.category or 'all'}: {approvals}"
        require(approvals <= most, f"{name}, at most {most} are possible")
        exact = contest.exactly and not (part.category is not None and contest.rules["category_breach"] == "category")
        require(not exact or approvals == most, f"{name}, there must be {most}")


def in_list_order(contest, totals):
    """The totals in list order, each found by its id; fails where there is not just one of each candidate."""
    by_id = {total["id"]: total for total in totals}
    require(len(by_id) == len(totals) and set(by_id) == set(contest.numbers), "the totals are not of the candidates, each once")
    return [by_id[number] for number in contest.numbers]


def threshold(contest, account):
    """Section 5, 4: the approvals that a candidate must have."""
    rules = contest.rules
    special = {"tie": "tie_majority", "too-few": "too_few_majority"}.get(contest.called_for)
    if special and rules[special] == "plurality":
        return 1
    majority = rules["majority"]
    more = "more_than" in majority
    rule = Fraction(majority["more_than" if more else "at_least"]), more
    bases = {"all": account["delegates"], "valid": account["collected"] - account["void"]}
    base = bases[majority["of"]] if majority["of"] in bases else account[majority["of"]]
    return max(1, least(rule, base))


@dataclass
class Decision:
    """What section 5 makes of a round."""

    threshold: int
    adopted: list = field(default_factory=list)
    undecided: set = field(default_factory=set)
    lots: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    ranking: list = field(default_factory=list)


def decide(contest, account, totals):
    """Section 5: the decision of a valid round; fails where the account or the totals don't keep it."""
    require_account(account)
    reason = void_reason(contest.rules, account)
    require(reason is None, f"the round is void: {reason}")
    totals = in_list_order(contest, totals)
    require_totals(contest, account, totals)
    decision = Decision(threshold(contest, account))
    valid = account["collected"] - account["void"]
    for part in contest.fitting_parts():
        ranked = sorted(part.places, key=lambda place: (-totals[place]["approve"], place))
        for place in ranked:
            decision.ranking.append(_ranked(totals, part.places, place, valid, decision.threshold))
        _decide_part(decision, contest, part, ranked, totals)
    if contest.rules["order"] == "list":
        decision.adopted.sort()
    return decision


def _ranked(totals, places, place, valid, least_approvals):
    """An entry of the ranking."""
    approve, oppose = totals[place]["approve"], totals[place]["oppose"]
    rank = 1 + sum(totals[other]["approve"] > approve for other in places)
    abstain, passes = valid - approve - oppose, approve >= least_approvals
    return {
        "id": totals[place]["id"], "rank": rank, "approve": approve, "oppose": oppose, "abstain": abstain, "passes": passes,
    }  # fmt: skip


def _decide_part(decision, contest, part, ranked, totals):
    """Section 5, 5 for a part; candidates are places in the list."""
    passing = [place for place in ranked if totals[place]["approve"] >= decision.threshold]
    adopted, tied = passing, []
    if len(passing) > part.seats:
        border = totals[passing[part.seats]]["approve"]
        adopted = [place for place in passing if totals[place]["approve"] > border]
        if len(adopted) < part.seats:
            tied = [place for place in passing if totals[place]["approve"] == border]
    left = part.seats - len(adopted)
    decision.adopted += adopted
    if tied:
        _settle_tie(decision, contest, part, tied, left)
        return
    rules = contest.rules
    if left > 0 and rules["too_few"] == "further-round" and contest.round <= rules["further_rounds_at_most"]:
        others = [place for place in part.places if place not in adopted]
        decision.calls.append((part.category, others, left, "too-few"))


def _settle_tie(decision, contest, part, tied, left):
    how = contest.rules["tie"]
    if how == "all":
        decision.adopted += tied
    elif how in ("further-round", "lot"):
        calls = decision.calls if how == "further-round" else decision.lots
        calls.append((part.category, tied, left, "tie"))
        decision.undecided.update(tied)


def _call(contest, call):
    category, places, seats, why = call
    return {"category": category, "candidates": [contest.numbers[p] for p in places], "seats": seats, "why": why}


def outcome(contest, decision):
    """The value of outcome.json of a valid round."""
    decided = set(decision.adopted) | decision.undecided
    numbers = contest.numbers
    return {
        "round": "valid",
        "reason": None,
        "threshold": decision.threshold,
        "adopted": [numbers[place] for place in decision.adopted],
        "not_adopted": [number for place, number in enumerate(numbers) if place not in decided],
        "lots": [_call(contest, call) for call in decision.lots],
        "further_rounds": [_call(contest, call) for call in decision.calls],
        "ranking": decision.ranking,
    }


def void_outcome(reason):
    """The value of outcome.json of a void round."""
    empty = {name: [] for name in ("adopted", "not_adopted", "lots", "further_rounds", "ranking")}
    return {"round": "void", "reason": reason, "threshold": None, **empty}


def called_contests(contest, decision):
    """The contests that a decision calls for, without their round numbers: first for ties, then for too few."""
    contests = []
    for why in ("tie", "too-few"):
        calls = [call for call in decision.calls if call[3] == why]
        if calls:
            contests.append(_called_contest(contest, calls, why))
    return contests


def _called_contest(contest, calls, why):
    places = sorted(place for _, candidates, _, _ in calls for place in candidates)
    if len(calls) == 1 and calls[0][0] is None:
        division = {"seats": calls[0][2]}
    else:
        division = {"categories": [{"name": category, "seats": seats} for category, _, seats, _ in calls]}
    others = {k: v for k, v in contest.rules.items() if k not in ("seats", "categories", "selection_limit")}
    return {
        "turn": {"called_for": why},
        "delegates": contest.delegates,
        "rules": {**division, **others},
        "list": [contest.list[place] for place in places],
    }


def expected_contests(rounds):
    """For each round after the first the contest that the queue gives it, or None where the queue is empty.

    `rounds` are (contest, state) of the rounds before; where a decision can't be had the list ends with an error.
    """
    queue, expected = [], []
    for contest, state in rounds:
        try:
            if state.announced:
                decision = decide(contest, state.account(contest.delegates), state.counted["totals"])
                queue += called_contests(contest, decision)
            else:
                queue.insert(0, {**contest.value, "turn": {"called_for": contest.called_for}})
        except Failed as error:
            expected.append(error)
            break
        expected.append(queue.pop(0) if queue else None)
    return expected
