"""What a check came to, and the list of all checks; section 6 of the specification."""

from dataclasses import dataclass

PASSED, FAILED, NOT_REACHED, LEFT_OUT = "pass", "fail", "not reached", "left out"

TITLES = {
    "1.1": "package form", "1.2": "manifest and signature file", "1.3": "format and version", "1.4": "files of the manifest",
    "1.5": "checksums of files", "1.6": "files and their order", "1.7": "JSON files written in the one way",
    "2.1": "station's key", "2.2": "manifest's signature", "2.3": "profile",
    "3.1": "log's lines", "3.2": "log's chain", "3.3": "log's signatures", "3.4": "log's head", "3.5": "log's entries",
    "3.6": "stages", "3.7": "check-ins", "3.8": "witnesses", "3.9": "rounds of log and record", "3.10": "version of log and record",
    "3.11": "statements", "3.12": "kiosks provisioned", "3.13": "lots once", "3.14": "ballots opened", "3.15": "training",
    "3.16": "trays counted",
    "4.1": "session's hash", "4.2": "files of each stage", "4.3": "state's hash", "4.4": "contest's digest", "4.5": "sealing",
    "4.6": "attendance and account", "4.7": "closing", "4.8": "cards", "4.9": "how the round ended", "4.10": "void paper ballots",
    "4.11": "slips' hash", "4.12": "ballots' hash", "4.13": "opening's hash",
    "5.1": "contest", "5.2": "state's contest", "5.3": "contest's round, delegates, rules", "5.4": "list fits rules", "5.5": "further contests",
    "5.6": "no round due",
    "6.1": "key", "6.2": "key's numbers", "6.3": "key's fingerprint", "6.4": "key's strength",
    "6.5": "holders of a distributed key", "6.6": "holders' digest", "6.7": "commitments", "6.8": "contributions", "6.9": "sum of contributions",
    "6.10": "holders' signatures", "6.11": "key made last",
    "7.1": "tags", "7.2": "slips made", "7.3": "paper slots", "7.4": "slips spent", "7.5": "slips cancelled", "7.6": "slips issued", "7.7": "trays",
    "7.8": "list of slips", "7.9": "commitment", "7.10": "tokens", "7.11": "piles",
    "8.1": "ballots' lines", "8.2": "ballots' order", "8.3": "ballots' form", "8.4": "ballots' marks", "8.5": "ballots' limits", "8.6": "root",
    "8.7": "collected", "8.8": "challenged ballots", "8.9": "ciphertexts",
    "9.1": "encrypted totals", "9.2": "number of ballots opened", "9.3": "holders", "9.4": "shares' proofs", "9.5": "opening by the first shares",
    "9.6": "opening by the last shares", "9.7": "totals add up",
    "10.1": "account", "10.2": "round valid or void", "10.3": "outcome", "10.4": "lots", "10.5": "signatures of persons", "10.6": "day of announcement",
    "11.1": "checksums of documents", "11.2": "names of documents", "11.3": "documents issued",
}  # fmt: skip


# Checks that version 1 of the format doesn't have.
SECOND = (
    "3.11", "3.12", "3.13", "3.14", "3.15", "3.16", "5.6", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9", "6.10", "6.11", "7.8", "7.9", "7.10", "7.11", "8.9", "11.3",
)  # fmt: skip


def titles(version):
    """The checks of a version, in their order."""
    return {number: title for number, title in TITLES.items() if version > 1 or number not in SECOND}


class Failed(Exception):
    """A check fails; the text says by what."""


class NotReached(Exception):
    """What a check rests on has failed."""


class LeftOut(Exception):
    """The check was not asked for (--fast)."""


def require(condition, facts):
    """The check fails where the condition doesn't hold."""
    if not condition:
        raise Failed(facts)


def same(what, found, expected):
    """The check fails where the two values differ."""
    if found != expected:
        raise Failed(f"{what}: {shorten(found)}, expected {shorten(expected)}")


def need(value, what="an earlier part"):
    """The value; the check is not reached where it couldn't be had."""
    if value is None:
        raise NotReached(f"{what} could not be read")
    return value


def shorten(value):
    """A value for people, not too long."""
    text = str(value)
    return text if len(text) <= 120 else text[:117] + "..."


@dataclass
class Result:
    """What one check came to in one round (0: of the whole record)."""

    number: str
    round: int
    status: str
    facts: str = ""


class Report:
    """The results of all checks."""

    def __init__(self):
        self.results = []
        self.notes = []
        self.version = 1

    def run(self, number, function, *arguments, round_number=0, rests_on=None):
        """Runs a check of this version and keeps what it came to; not where another, on which it rests, failed or wasn't reached. No exception leaves it."""
        if number not in titles(self.version):
            return
        status, facts = PASSED, ""
        try:
            self._require_reached(rests_on, round_number)
            function(*arguments)
        except Failed as error:
            status, facts = FAILED, str(error)
        except NotReached as error:
            status, facts = NOT_REACHED, str(error)
        except LeftOut as error:
            status, facts = LEFT_OUT, str(error)
        except Exception as error:  # hostile input must not end the program
            status, facts = FAILED, f"{type(error).__name__}: {shorten(error)}"
        self.results.append(Result(number, round_number, status, facts))

    def _require_reached(self, number, round_number):
        for result in self.results:
            if (result.number, result.round) == (number, round_number) and result.status in (FAILED, NOT_REACHED):
                raise NotReached(f"{number} does not pass")

    def passed(self, number, round_number=0):
        """Whether a check that has been run passed."""
        return any(
            r.status == PASSED for r in self.results if r.number == number and r.round == round_number
        )

    def of(self, number):
        """The results of a check, by rounds."""
        return sorted((r for r in self.results if r.number == number), key=lambda r: r.round)

    def summary(self, number):
        """What a check came to over all rounds."""
        found = {r.status for r in self.of(number)}
        for status in (FAILED, NOT_REACHED, LEFT_OUT):
            if status in found:
                return status
        return PASSED if found or self.passed("1.1") else NOT_REACHED

    def first_failure(self):
        """The failing check that comes first in the list, in the lowest round; or None."""
        for number in titles(self.version):
            for result in self.of(number):
                if result.status == FAILED:
                    return result
        return None

    def nothing_voted(self):
        """Whether the record has no round."""
        return any(note.code == "no-round" for note in self.notes)

    def holds(self):
        """Whether something was voted, no check failed and each was reached (or left out on request)."""
        return not self.nothing_voted() and all(self.summary(number) in (PASSED, LEFT_OUT) for number in titles(self.version))
