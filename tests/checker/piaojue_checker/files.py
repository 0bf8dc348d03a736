"""The other JSON files of a record: their shapes and how they are read; section 2, check 1.7."""

from dataclasses import dataclass, field

from .canonical import (
    U64, boolean, either, items, members, named, number, read, read_lines, require_first_version, text, with_last, written,
)  # fmt: skip
from .contest import Contest, contest
from .report import Failed, require

SMALL_LIMIT = 2**24
SLIPS_LIMIT = 2**25

SESSION = members(station=text, delegates=number(), rounds=number(), entries=number(), head=text)
PERSONS = members(
    congress=text, session=text, level=text, year=number(2**31 - 1, -(2**31)), presidium=text, language=text,
    training=boolean, chief=text, scrutineers=items(text), threshold=number(), tellers=items(text),
)  # fmt: skip
PROFILE = with_last(with_last(PERSONS, "keys", either("distributed")), "texts", members(
    place=text, measure_purpose=text, resolution_number=text, resolution_preamble=text, resolution_signer=text,
    announcement_number=text,
))  # fmt: skip
FIGURES = members(delegates=number(), present=number(), issued=number(), collected=number(), void=number())
SEALING = members(digest=text, key_fingerprint=text, cards=number(), threshold=number(), slips=number())
CLOSING = members(present=number(), issued=number(), collected=number(), root=text)
CLOSED = members(contest=contest, sealing=SEALING, closing=CLOSING)
COUNTED = members(
    closed=CLOSED,
    void=number(),
    totals=items(members(id=text, approve=number(), oppose=number())),
    drawn=items(text),
)
ANNOUNCED = members(
    state=either("announced"),
    counted=COUNTED,
    signatures=members(chief=text, scrutineers=items(text), tellers=items(text)),
    announced_on=text,
)
AT_COUNT = members(reason=text, account=FIGURES)
BY_DECISION = members(state=text, statement=text, figures=FIGURES)
ENDINGS = {"at-check-in": members(present=number()), "at-count": AT_COUNT, "by-decision": BY_DECISION}
KEY = members(params=members(shares=number(), threshold=number()), shared_key=text, participant_keys=items(text))
POSSESSION = members(challenge=text, responses=items(text))
KEY_HOLDERS = members(
    ceremony=text,
    holders=items(
        members(
            name=text,
            signing_key=text,
            sealing_key=text,
            commitment=text,
            contribution=members(polynomial=items(text), proof_of_possession=POSSESSION, opening=text),
            signature=text,
        )
    ),
)
SLIPS_1 = {
    "slips": number(), "paper": number(), "issued": number(),
    "spent": items(text), "unused": items(text), "cancelled": items(text), "unused_paper": items(text),
}  # fmt: skip
SLIPS_2 = {**SLIPS_1, "list": items(members(tag=text, token_hash=text)), "tokens": items(text)}
CIPHERTEXT = members(random_element=text, blinded_element=text)
TOTALS = members(ballots=number(U64), approve=items(CIPHERTEXT), oppose=items(CIPHERTEXT))
PROOF = members(challenge=text, response=text)
SHARE = members(holder=number(), parts=items(members(share=members(dh_element=text), proof=PROOF)))


def _ended(value, where):
    require(type(value) is dict and len(value) == 1, f"{where} has not one member")
    kind = next(iter(value))
    require(kind in ENDINGS, f"{where}: {kind} is unknown")
    ENDINGS[kind](value[kind], f"{where}.{kind}")


def state(value, where):
    """An announced or void state (section 2, state.json)."""
    require(type(value) is dict, f"{where} is not an object")
    if value.get("state") == "void":
        members(state=either("void"), contest=contest, ended=_ended)(value, where)
    else:
        ANNOUNCED(value, where)


class State:
    """A state that was read."""

    def __init__(self, value):
        self.announced = value["state"] == "announced"
        if self.announced:
            self.counted = value["counted"]
            self.closed = self.counted["closed"]
            self.sealing = self.closed["sealing"]
            self.closing = self.closed["closing"]
            self.contest = self.closed["contest"]
            self.signatures = value["signatures"]
            self.announced_on = value["announced_on"]
            self.ended, self.ending = None, None
        else:
            self.contest = value["contest"]
            ((self.ended, self.ending),) = value["ended"].items()

    def account(self, delegates):
        """The round's account as FIGURES (section 2); None of a round void at check-in."""
        if self.announced:
            figures = {name: self.closing[name] for name in ("present", "issued", "collected")}
            return {"delegates": delegates, **figures, "void": self.counted["void"]}
        return self.ending.get("account") or self.ending.get("figures")


@dataclass
class Round:
    """A round's files, read as far as they could be."""

    number: int
    raw: dict
    contest: Contest | None = None
    state: State | None = None
    key: dict | None = None
    key_holders: dict | None = None
    void_paper: dict | None = None
    slips: dict | None = None
    totals: dict | None = None
    shares: list | None = None
    share_lines: list = field(default_factory=list)

    def has(self, name):
        return name in self.raw


@dataclass
class Files:
    """The record's files, read as far as they could be."""

    raw: dict
    rounds: list
    session: dict | None = None
    profile: dict | None = None
    profile_read: bool | None = None


def gather(package):
    """The files of a package, by rounds."""
    raw = package.by_name()
    rounds = []
    for round_number in range(1, package.rounds() + 1):
        prefix = f"rounds/{round_number}/"
        mine = {name[len(prefix) :]: data for name, data in raw.items() if name.startswith(prefix)}
        rounds.append(Round(round_number, mine))
    return Files(raw, rounds)


def take(raw, name, limit=SMALL_LIMIT):
    """The bytes of a file that must be there and not be too large."""
    require(name in raw, f"{name} is missing")
    require(len(raw[name]) <= limit, f"{name} is too large")
    return raw[name]


def _first_failure(actions):
    """Does all actions; fails with the first failure among them."""
    failures = []
    for action in actions:
        try:
            action()
        except Failed as error:
            failures.append(error)
    if failures:
        raise failures[0]


def check_session_files(files, version):
    """1.7 of the whole record: session.json, profile.json, rules.json."""

    def session():
        files.session = read(take(files.raw, "session.json"), SESSION, "session.json")

    def profile():
        profile = read(take(files.raw, "profile.json"), PROFILE, "profile.json")
        files.profile_read = True
        require(version > 1 or "keys" not in profile, "profile.json says how keys come about")
        files.profile = profile

    _first_failure([session, profile, lambda: take(files.raw, "rules.json")])


def check_round_files(round_, version):
    """1.7 of a round."""

    def reading(attribute, name, shape, limit=SMALL_LIMIT):
        def action():
            if round_.has(name):
                setattr(round_, attribute, read(take(round_.raw, name, limit), shape, name))

        return action

    def state_file():
        found = State(read(take(round_.raw, "state.json"), state, "state.json"))
        if version == 1:
            require_first_version(found.contest, "state.json")
        round_.state = found

    def shares_file():
        if round_.has("shares.jsonl"):
            shares = read_lines(take(round_.raw, "shares.jsonl"), SHARE, "shares.jsonl")
            require(len(shares) <= 32, "shares.jsonl has more than 32 shares")
            round_.share_lines = [written(share).decode() for share in shares]
            round_.shares = shares

    slips = (members(**SLIPS_1), SMALL_LIMIT) if version == 1 else (members(**SLIPS_2), SLIPS_LIMIT)
    _first_failure(
        [
            state_file,
            reading("key", "key.json", KEY),
            reading("key_holders", "key-holders.json", KEY_HOLDERS),
            reading("void_paper", "void-paper.json", named(number())),
            reading("slips", "slips.json", *slips),
            reading("totals", "encrypted-totals.json", TOTALS),
            shares_file,
            lambda: take(round_.raw, "contest.json"),
            lambda: take(round_.raw, "outcome.json"),
        ]
    )
