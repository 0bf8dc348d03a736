"""A round's contest: its file, its constraints, its ballots' form; sections 2, 3.4 and 5 (2)."""

import hashlib
import math
import re
from dataclasses import dataclass
from fractions import Fraction

from .canonical import U32, U64, deadline, either, items, members, nullable, number, read, text, written
from .report import Failed, NotReached, require

FRACTION = re.compile(r"(0|[1-9][0-9]{0,9})(?:/([1-9][0-9]{0,9}))?\Z", re.ASCII)
BASES = ("all", "present", "issued", "collected", "valid")
MOST_CANDIDATES = 1000

CANDIDATE = members(
    number=text, name=text, content=text, sub_items=items(text), location=text,
    investment=nullable(number(U64)), investment_this_year=nullable(number(U64)), sources=text,
    responsible_unit=text, deadline=nullable(deadline), benefit=text, category=text, origin=text,
)  # fmt: skip
TURN = members(round=number(lowest=1), called_for=nullable(either("tie", "too-few")))


def fraction(value, where):
    """A fraction in lowest terms between 0 and 1."""
    text(value, where)
    match = FRACTION.match(value)
    require(match is not None, f"{where} is not a fraction")
    n, d = int(match.group(1)), int(match.group(2) or 1)
    require(n <= d <= U32 and math.gcd(n, d) == 1, f"{where} is not a fraction in lowest terms between 0 and 1")
    require(match.group(2) is None or d > 1, f"{where} is not in lowest terms")


def _quorum(value, where):
    if type(value) is dict:
        members(more_than=fraction)(value, where)
    else:
        fraction(value, where)


def _majority(value, where):
    require(type(value) is dict, f"{where} is not an object")
    how = "at_least" if "at_least" in value else "more_than"
    members(of=either(*BASES), **{how: fraction})(value, where)


def _categories(value, where):
    items(members(name=text, seats=number(lowest=1)))(value, where)
    names = [category["name"] for category in value]
    require(names and all(names), f"{where}: no category, or one without a name")
    require(len(set(names)) == len(names), f"{where}: a category is there twice")


def _legend(value, where):
    members(approve=text, oppose=text, abstain=text)(value, where)
    require(len(set(value.values())) == 3, f"{where}: two marks are the same")


def rules(value, where):
    """The rules' members; which of seats, categories, selection_limit are there depends."""
    require(type(value) is dict, f"{where} is not an object")
    by_category = "categories" in value
    shapes = {"categories": _categories} if by_category else {"seats": number(lowest=1)}
    shapes.update(
        body=either("congress", "standing-committee", "street-assembly"),
        quorum=_quorum,
        margin=fraction,
        marks=either("approve-oppose-abstain", "approve-only"),
        majority=_majority,
        selection=either("at-most", "exactly"),
    )
    if "selection_limit" in value and not by_category:
        shapes["selection_limit"] = number(lowest=1)
    shapes.update(
        tie=either("further-round", "all", "none", "lot"),
        too_few=either("accept", "further-round"),
        further_rounds_at_most=number(),
        tie_majority=either("plurality", "same"),
        too_few_majority=either("plurality", "same"),
        category_breach=either("ballot", "category"),
        order=either("votes", "list"),
        late_arrival=either("until-close", "until-open"),
    )
    if "fewest_ballots" in value:
        shapes["fewest_ballots"] = number(lowest=3)
    shapes["legend"] = _legend
    members(**shapes)(value, where)


def contest(value, where):
    """A contest with its constraints (section 2)."""
    members(turn=TURN, delegates=number(), rules=rules, list=items(CANDIDATE))(value, where)
    numbers = [candidate["number"] for candidate in value["list"]]
    require(numbers, f"{where} has no candidate")
    require(len(set(numbers)) == len(numbers), f"{where}: a candidate's number is there twice")
    turn = value["turn"]
    require(turn["round"] > 1 or turn["called_for"] is None, f"{where}: round 1 is called for something")


@dataclass
class Part:
    """A part of the list that is decided by itself (section 5, 2): a category or all."""

    category: str | None
    seats: int
    limit: int
    places: list


class Contest:
    """A contest that was read."""

    def __init__(self, value):
        self.value = value
        self.rules = value["rules"]
        self.list = value["list"]
        self.delegates = value["delegates"]
        self.round = value["turn"]["round"]
        self.called_for = value["turn"]["called_for"]
        self.digest = hashlib.sha256(written(value)).digest()

    @classmethod
    def read(cls, data):
        """The contest of the bytes of contest.json."""
        value = read(data, contest, "contest.json")
        require(len(value["list"]) <= MOST_CANDIDATES, f"more than {MOST_CANDIDATES} candidates")
        return cls(value)

    @property
    def numbers(self):
        return [candidate["number"] for candidate in self.list]

    @property
    def opposes(self):
        return self.rules["marks"] == "approve-oppose-abstain"

    @property
    def exactly(self):
        return self.rules["selection"] == "exactly"

    def parts(self):
        """The parts of the list (section 5, 2), whether they fit or not."""
        if "categories" not in self.rules:
            seats = self.rules["seats"]
            limit = self.rules.get("selection_limit", seats)
            return [Part(None, seats, limit, list(range(len(self.list))))]
        return [
            Part(
                category["name"],
                category["seats"],
                category["seats"],
                [p for p, candidate in enumerate(self.list) if candidate["category"] == category["name"]],
            )
            for category in self.rules["categories"]
        ]

    def require_fit(self):
        """The list fits the rules (section 5, 2)."""
        parts = self.parts()
        if "categories" in self.rules:
            known = {part.category for part in parts}
            for candidate in self.list:
                require(candidate["category"] in known, f"candidate {candidate['number']} is of no category")
        for part in parts:
            name = f"part {part.category or ''}".strip()
            require(part.places, f"{name} has no candidate")
            require(part.seats <= len(part.places), f"{name}: more seats than candidates")
            require(part.limit <= len(part.places), f"{name}: a limit of more than its candidates")

    def require_margin(self):
        """What a contest called for nothing also keeps (check 5.4)."""
        margin = Fraction(self.rules["margin"])
        for part in self.parts():
            least = part.seats + math.ceil(margin * part.seats)
            require(len(part.places) >= least, f"{len(part.places)} candidates, with the margin {least} are needed")
        if "categories" in self.rules and self.exactly:
            require(self.rules["category_breach"] != "category", "exactly does not go with category_breach = category")

    def fitting_parts(self):
        """The parts; not reached where the list doesn't fit the rules."""
        try:
            self.require_fit()
        except Failed as error:
            raise NotReached(str(error)) from None
        return self.parts()
