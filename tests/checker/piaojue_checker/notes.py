"""What a record tells out of the ordinary; section 7. Nothing of it makes a record fail."""

from dataclasses import dataclass, field

from .acts import count_of, counts_at_kiosk_of, piles_of, unchecked_of
from .canonical import U32, is_hex, letters_and_digits, texts_of
from .report import need, require

# The codes in the order in which they are told.
CODES = (
    "no-round", "rehearsal", "one-operator", "time-backwards", "restored", "round-due", "rounds-ended", "threshold-one",
    "degenerate-key", "beyond-roster", "check-ins-undone", "slips-exchanged", "opened", "suspended", "interrupted",
    "resumed-uncounted", "count-statement", "challenged", "challenge-unnamed",
    "kiosk-unprovisioned", "box-recovered", "box-statement", "kiosk-count-statement", "kiosk-lost", "dispute-kept", "dispute-void", "slip-annulled",
    "tray-statement", "missing", "piles-unchecked", "slips-spoiled", "tray-by-number",
    "count-before-poll", "found-void", "ended-by-decision", "lots", "lots-twice", "short-statement", "document-replaced", "document-attached",
    "cards-destroyed", "cards-kept", "keys-given-up",
)  # fmt: skip
LONGEST, FEWEST_LETTERS = 400, 10
# Acts that state why, and acts that may.
STATING = ("kiosk-lost", "dispute-decided", "ended-by-decision", "rounds-ended", "slip-annulled", "keys-given-up")
MAY_STATE = ("poll-closed",)
# What version 1 notes and version 2 refuses, with the check that fails then.
REFUSED = {
    "short-statement": "3.11", "kiosk-unprovisioned": "3.12", "lots-twice": "3.13", "challenge-unnamed": "3.14", "round-due": "5.6",
    "degenerate-key": "6.4", "resumed-uncounted": "3.16",
}  # fmt: skip


def is_short(entry):
    """Whether an act that must state why, or states something, does so with fewer than ten letters or digits."""
    statement = statement_of(entry.event)
    if entry.act == "resumed":
        count = count_of(entry.event)
        return bool(count) and bool(count[2] or differs(count)) and letters_and_digits(count[2]) < FEWEST_LETTERS
    asked = entry.act in STATING or (entry.act in MAY_STATE and statement)
    return bool(asked) and letters_and_digits(statement) < FEWEST_LETTERS


def differs(count):
    """Whether two persons counted other than should have been there by the box."""
    tray, box, _ = count
    return any(tray[kind] != box[kind] for kind in ("slips", "paper"))


@dataclass
class Note:
    """One thing that is told: of which round and by which entry of the log, 0 where it is of none."""

    code: str
    round: int = 0
    entry: int = 0
    facts: dict = field(default_factory=dict)


def shown(value):
    """A text of a record for people: one line, not too long."""
    line = "".join(" " if _is_hidden(character) else character for character in value)
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _is_hidden(character):
    code = ord(character)
    return code < 0x20 or 0x7F <= code <= 0x9F or 0x2028 <= code <= 0x202E or 0x2066 <= code <= 0x2069


def statement_of(event):
    """What an act states; empty where it states nothing."""
    value = event.get("reason" if event["act"] == "slip-annulled" else "statement")
    return value if type(value) is str else ""


class Notes:
    """What the log and the files of a record tell."""

    def __init__(self, files, log, keys, is_due):
        self.files, self.log, self.keys, self.is_due = files, log, keys, is_due
        self.version = log.version
        self.notes = []

    def _note(self, code, round_number=0, entry=0, **facts):
        self.notes.append(Note(code, round_number, entry, {name: shown(str(value)) for name, value in facts.items()}))

    def all(self):
        """Every note, in the order of their codes, then rounds, then entries."""
        if not self.files.rounds:
            self._note("no-round")
        if self._is_rehearsal():
            self._note("rehearsal")
        if self.is_due:
            self._note("round-due", len(self.files.rounds))
        for round_number in sorted(self.keys):
            key = self.keys[round_number]
            if key is not None and key.is_degenerate():
                self._note("degenerate-key", round_number)
        if self.log.entries is not None:
            self._session(self.log.entries)
            for round_number, log_round in sorted(self.log.rounds.items()):
                self._round(round_number, log_round)
        return sorted(self.notes, key=lambda note: (CODES.index(note.code), note.round, note.entry))

    def _is_rehearsal(self):
        by_log = self.log.entries is not None and self.log.entries[0].event.get("training") is True
        return by_log or bool(self.files.profile and self.files.profile["training"])

    def _session(self, entries):
        operators = {entry.operator for entry in entries if entry.act not in ("interrupted", "opened")}
        if len(entries) > 1 and len(operators) == 1:
            self._note("one-operator", operator=entries[0].operator)
        for before, entry in zip(entries, entries[1:]):
            if entry.second < before.second:
                self._note("time-backwards", 0, entry.number)
        for entry in entries:
            if entry.act == "restored":
                self._note("restored", 0, entry.number, statement=statement_of(entry.event))
            elif entry.act == "keys-given-up" and self.version > 1:
                self._note("keys-given-up", 0, entry.number, statement=statement_of(entry.event))
                self._short(0, entry)
        self._cards(entries)
        for round_number, entry, _ in self.log.ends():
            self._note("rounds-ended", round_number, entry.number, statement=statement_of(entry.event))
            self._short(round_number, entry)
        self._documents()

    def _cards(self, entries):
        """Cards that were destroyed, and how many of the last key's were not."""
        taken = {entry.number for log_round in self.log.rounds.values() for entry in log_round.entries}
        cards, destroyed = 0, set()
        for entry in entries:
            if entry.act == "sealed" and entry.number in taken:
                cards, destroyed = entry.event["cards"], set()
            elif entry.act == "cards-destroyed":
                named = entry.event.get("cards")
                is_list = type(named) is list and all(type(card) is int and 0 <= card <= U32 for card in named)
                named = named if is_list else []
                destroyed.update(card for card in named if 1 <= card <= cards)
                self._note("cards-destroyed", 0, entry.number, cards=", ".join(map(str, named)))
        if self.version > 1 and cards > len(destroyed):
            self._note("cards-kept", cards=cards - len(destroyed))

    def _round(self, number, log_round):
        self._sums(number, log_round)
        self._challenges(number, log_round)
        self._counts(number, log_round)
        provisioned, opened, drawn = set(), None, False
        for entry in log_round.entries:
            event, where = entry.event, (number, entry.number)
            if entry.act == "kiosk-provisioned":
                if type(event.get("kiosk")) is int:
                    provisioned.add(event["kiosk"])
            elif entry.act in ("box-merged", "kiosk-lost") and event["kiosk"] not in provisioned:
                self._note("kiosk-unprovisioned", *where, kiosk=event["kiosk"])
            elif entry.act == "poll-opened":
                opened = entry.second
            elif entry.act == "counted" and opened is not None and entry.second < opened:
                self._note("count-before-poll", *where)
            elif entry.act == "lots-drawn":
                if drawn:
                    self._note("lots-twice", *where)
                drawn = True
            self._act(where, entry, log_round)
            self._short(number, entry)

    def _short(self, round_number, entry):
        if is_short(entry):
            statement = count_of(entry.event)[2] if entry.act == "resumed" else statement_of(entry.event)
            self._note("short-statement", round_number, entry.number, statement=statement)

    def _documents(self):
        """Documents that were issued again later, and those that the house set itself."""
        acts = self.log.documents()
        last = {_text(entry, "name"): entry.number for entry in acts}
        for entry in acts:
            facts = {"name": _text(entry, "name"), "sha256": _text(entry, "sha256")}
            if entry.act == "document-attached":
                self._note("document-attached", 0, entry.number, **facts)
            if last[facts["name"]] != entry.number:
                self._note("document-replaced", 0, entry.number, **facts)

    def _sums(self, number, log_round):
        """What is told of a round once."""
        came = {event["delegate"] for event in log_round.all("checked-in")}
        session = self.files.session
        if session and len(came) > session["delegates"]:
            self._note("beyond-roster", number, delegates=session["delegates"], came=len(came))
        for code, act in (("check-ins-undone", "check-in-undone"), ("slips-exchanged", "slip-exchanged")):
            if times := len(log_round.all(act)):
                self._note(code, number, times=times)
        sealed, profile = log_round.last("sealed"), self.files.profile
        if sealed and sealed["threshold"] == 1 and profile and not self._is_rehearsal():
            self._note("threshold-one", number)

    def _challenges(self, number, log_round):
        ballots = set()
        for entry in log_round.entries:
            opened, has_ciphertexts = [], True
            if entry.act == "ballot-challenged":
                opened = [entry.event["ballot"]]
                has_ciphertexts = self.version == 1 or is_hex(_text(entry, "ciphertexts"), 32)
            elif entry.act == "box-merged":
                opened = entry.event["challenged"]
                ciphertexts = texts_of(entry.event.get("ciphertexts"))
                each = len(ciphertexts) == len(opened) and all(is_hex(text_, 32) for text_ in ciphertexts)
                has_ciphertexts = self.version == 1 or each
            ballots.update(opened)
            for ballot in opened:
                if not (has_ciphertexts and is_hex(ballot, 32)):
                    self._note("challenge-unnamed", number, entry.number, ballot=ballot)
        if ballots:
            self._note("challenged", number, ballots=len(ballots))

    def _counts(self, number, log_round):
        """How a poll went on whose file had been opened again."""
        is_to_count = False
        for entry in log_round.entries:
            if entry.act in ("interrupted", "opened"):
                is_to_count = True
            elif entry.act == "resumed" and is_to_count and count_of(entry.event) is None:
                self._note("resumed-uncounted", number, entry.number)
            if entry.act in ("resumed", "poll-opened"):
                is_to_count = False
        if times := len(log_round.all("opened")):
            self._note("opened", number, times=times)

    def _act(self, where, entry, log_round):
        event, statement = entry.event, statement_of(entry.event)
        if entry.act == "suspended":
            self._note("suspended", *where)
        elif entry.act == "interrupted":
            self._note("interrupted", *where, turnout=event["turnout"])
        elif entry.act == "resumed":
            if (count := count_of(event)) and count[2]:
                (tray, box, said) = count
                sums = {"slips": tray["slips"], "paper": tray["paper"], "box_slips": box["slips"], "box_paper": box["paper"]}
                self._note("count-statement", *where, **sums, statement=said)
        elif entry.act == "box-merged":
            if event.get("recovered") is True:
                self._note("box-recovered", *where, kiosk=event["kiosk"])
            if statement:
                self._note("box-statement", *where, kiosk=event["kiosk"], statement=statement)
            for tray, box, said in counts_at_kiosk_of(event):
                if said:
                    sums = {"slips": tray["slips"], "box_slips": box["slips"]}
                    self._note("kiosk-count-statement", *where, kiosk=event["kiosk"], **sums, statement=said)
        elif entry.act == "kiosk-lost":
            self._note("kiosk-lost", *where, kiosk=event["kiosk"], tray=event["tray"], statement=statement)
        elif entry.act == "dispute-decided":
            if event["kept"] is None:
                self._note("dispute-void", *where, slip=event["slip"], statement=statement)
            else:
                self._note("dispute-kept", *where, slip=event["slip"], kept=event["kept"], statement=statement)
        elif entry.act == "slip-annulled":
            self._note("slip-annulled", *where, slip=event["slip"], reason=statement)
        elif entry.act == "poll-closed":
            self._piles(where, event)
            if statement:
                self._note("tray-statement", *where, statement=statement)
            if event.get("missing", 0):
                self._note("missing", *where, missing=event["missing"])
        elif entry.act == "found-void":
            self._note("found-void", *where, reason=event["reason"])
        elif entry.act == "ended-by-decision":
            self._note("ended-by-decision", *where, state=log_round.stage_before_end, statement=statement)
        elif entry.act == "lots-drawn":
            self._note("lots", *where, drawn=", ".join(event["drawn"]))


    def _piles(self, where, event):
        """How the piles of slips were checked at the close."""
        piles, unchecked = piles_of(event), unchecked_of(event)
        if unchecked is not None:
            self._note("piles-unchecked", *where, reason=unchecked)
        if piles and piles["spoiled"]:
            self._note("slips-spoiled", *where, slips=piles["spoiled"])
        if piles and not piles["tray_by_code"]:
            self._note("tray-by-number", *where)


def _text(entry, name):
    """A member of an act that may be there or not; empty where it is no text."""
    value = entry.event.get(name)
    return value if type(value) is str else ""


def refuse(report, notes, log, is_due):
    """3.11 to 3.14, 5.6 and 6.4 of version 2: what version 1 only notes fails there; what is still noted."""
    if report.version == 1:
        return notes
    ended = log.entries is not None and any(is_last for _, _, is_last in log.ends())
    refused = [note for note in notes if note.code in REFUSED and not (ended and note.code == "round-due")]
    for code, number in REFUSED.items():
        found = [note for note in refused if note.code == code]
        for note in found or [None]:
            report.run(number, _check_none, note, log, is_due, round_number=note.round if note else 0)
    return [note for note in notes if note not in refused]


def _check_none(note, log, is_due):
    """Passes where there is no such note, and all that it could follow from was read."""
    require(note is None, f"{note.code} {note.facts}" if note else "")
    need(log.entries, "the log")
    need(is_due, "what the rounds call for")
