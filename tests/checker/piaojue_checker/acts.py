"""The acts that the checks know: members and stages; section 2, log.jsonl, and check 3.5."""

import re
from dataclasses import dataclass

from .canonical import is_day, items, nullable, number, ordinal, parse_entry, text
from .report import Failed, require

TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))\Z", re.ASCII
)
ROUND = {"round": number()}
VOTING = ("polling", "suspended")
PRESENT = ("check-in", *VOTING)


def _void(value, where):
    require(type(value) is dict, f"{where} is not an object")
    for reason, count in value.items():
        text(reason, where)
        number()(count, f"{where}.{reason}")


def _tray(value, where):
    require(type(value) is dict, f"{where} is not an object")
    for name in ("slips", "paper"):
        number()(value.get(name), f"{where}.{name}")


@dataclass(frozen=True)
class Act:
    """What is known of an act: its members, the stages before it, the stage after it (None: stays), whether it needs a witness."""

    members: dict
    before: tuple = ()
    after: str | None = None
    witness: bool = False


ENDABLE = ("adopted", "sealed", "check-in", "polling", "suspended", "closed", "counted")
MAY_BE_NULL = ("statement", "kept")
KNOWN = {
    "session-created": Act({}),
    "round-begun": Act(ROUND, (), "draft"),
    "adopted": Act({**ROUND, "digest": text}, ("draft",), "adopted"),
    "sealed": Act(
        {**ROUND, "key": text, **dict.fromkeys(("threshold", "cards", "slips", "paper"), number())},
        ("adopted",), "sealed", True,
    ),
    "check-in-opened": Act(ROUND, ("sealed",), "check-in"),
    "checked-in": Act({**ROUND, "delegate": text, "present": number(), "issued": number()}, PRESENT),
    "check-in-undone": Act({**ROUND, "delegate": text, "present": number()}, ("check-in",)),
    "slip-exchanged": Act(ROUND, PRESENT, None, True),
    "poll-opened": Act({**ROUND, "present": number()}, ("check-in",), "polling", True),
    "suspended": Act(ROUND, ("polling",), "suspended", True),
    "resumed": Act(ROUND, ("suspended",), "polling", True),
    "interrupted": Act({**ROUND, "turnout": number()}, ("polling",), "suspended"),
    "opened": Act(ROUND, ("sealed", "check-in", "suspended")),
    "paper-entered": Act({**ROUND, "valid": number(), "void": _void}, VOTING),
    "ballot-challenged": Act({**ROUND, "ballot": text}, VOTING),
    "kiosk-provisioned": Act(ROUND, ("sealed", *PRESENT), None, True),
    "box-merged": Act({**ROUND, "kiosk": number(), "challenged": items(text)}, VOTING, None, True),
    "kiosk-lost": Act({**ROUND, "kiosk": number(), "tray": number()}, VOTING, None, True),
    "dispute-decided": Act({**ROUND, "slip": text, "kept": nullable(number())}, VOTING, None, True),
    "slip-annulled": Act({**ROUND, "slip": text, "reason": text}, VOTING, None, True),
    "poll-closed": Act(
        {**ROUND, "issued": number(), "collected": number(), "tray": _tray, "root": text, "statement": nullable(text)},
        VOTING, "closed", True,
    ),
    "key-box-written": Act(ROUND, ("closed",), None, True),
    "opening-taken": Act(ROUND, ("closed",)),
    "counted": Act({**ROUND, "cards": items(number())}, ("closed",), "counted", True),
    "found-void": Act({**ROUND, "reason": text}, ("check-in", "closed"), "void", True),
    "ended-by-decision": Act({**ROUND, "statement": text}, ENDABLE, "void", True),
    "lots-drawn": Act({**ROUND, "drawn": items(text)}, ("counted",), None, True),
    "confirmed": Act(ROUND, ("counted",), "confirmed", True),
    "announced": Act(ROUND, ("confirmed",), "announced"),
    "rounds-ended": Act({}),
    "document-issued": Act({}),
    "document-attached": Act({}),
    "cards-destroyed": Act({}),
    "keys-made": Act({}),
    "keys-given-up": Act({}),
}  # fmt: skip


def count_of(event):
    """What was counted before a poll was resumed: tray, box, what was stated; None where nothing was, or not in this form."""
    count = event.get("count")
    if type(count) is not dict:
        return None
    statement = count.get("statement")
    try:
        _tray(count.get("tray"), "tray")
        _tray(count.get("box"), "box")
        nullable(text)(statement, "statement")
    except Failed:
        return None
    return count["tray"], count["box"], statement or ""


def counts_at_kiosk_of(event):
    """What was counted at a remote kiosk each time before its poll went on; nothing where one isn't in this form."""
    resumed = event.get("resumed")
    counts = [count_of({"count": count}) for count in resumed] if type(resumed) is list else []
    return [] if None in counts else counts


def piles_of(event):
    """What the check of the piles by code came to at the close; None where there is nothing, or not in this form."""
    piles = event.get("piles")
    if type(piles) is not dict or type(piles.get("tray_by_code")) is not bool:
        return None
    try:
        for name in ("handed", "left", "spoiled"):
            number()(piles.get(name), name)
    except Failed:
        return None
    return piles


def unchecked_of(event):
    """Why the piles weren't checked; None where nothing is said."""
    reason = event.get("unchecked")
    return reason if type(reason) is str else None


@dataclass
class Entry:
    """An entry of the log that was read."""

    number: int
    day: tuple
    second: int
    operator: str
    witness: str | None
    event: dict
    parts: dict

    @property
    def act(self):
        return self.event["act"]

    @property
    def known(self):
        """The act as the table has it; None of an act that isn't looked at."""
        return KNOWN.get(self.act)


def read_entry(place, data):
    """An entry of its text (check 3.5)."""
    where = f"entry {place}"
    value = parse_entry(data.encode(), where)
    require(type(value) is dict, f"{where} is not an object")
    value.setdefault("witness", None)
    require(set(value) == {"at", "operator", "witness", "event", "parts"}, f"{where} has not its five members")
    text(value["operator"], f"{where}: operator")
    nullable(text)(value["witness"], f"{where}: witness")
    _require_texts(value["parts"], f"{where}: parts")
    event = value["event"]
    require(type(event) is dict, f"{where}: the event is not an object")
    text(event.get("act"), f"{where}: act")
    _check_members(event, where)
    return Entry(place, *_time(value["at"], where), value["operator"], value["witness"], event, value["parts"])


def _require_texts(value, where):
    require(type(value) is dict, f"{where} is not an object")
    for name, digits in value.items():
        text(name, where)
        text(digits, f"{where}.{name}")


def _check_members(event, where):
    known = KNOWN.get(event["act"])
    if known is None:
        return
    for name, shape in known.members.items():
        if name in MAY_BE_NULL:
            event.setdefault(name, None)
        require(name in event, f"{where}: {event['act']} has no {name}")
        shape(event[name], f"{where}: {name}")
    if event["act"] == "poll-closed":
        number()(event.get("missing", 0), f"{where}: missing")


def _time(at, where):
    """The day of an RFC 3339 time by its own offset, and the whole seconds from any fixed moment; second 60 is taken as 59."""
    text(at, f"{where}: at")
    match = TIME.match(at)
    require(match is not None, f"{where}: {at} is not a time")
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    sign, offset_hour, offset_minute = match[7], int(match[8] or 0), int(match[9] or 0)
    right = is_day(year, month, day) and hour < 24 and minute < 60 and second <= 60
    require(right and offset_hour < 24 and offset_minute < 60, f"{where}: {at} is not a time")
    offset = (offset_hour * 60 + offset_minute) * (-60 if sign == "-" else 60)
    seconds = ((ordinal(year, month, day) * 24 + hour) * 60 + minute) * 60 + min(second, 59)
    return (year, month, day), seconds - offset
