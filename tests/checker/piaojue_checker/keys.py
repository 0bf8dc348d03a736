"""The key and its fingerprint, Lagrange's coefficients; sections 3.3 and 3.9, checks 6.1 to 6.3."""

import hashlib
import struct

from .canonical import b64url
from .group import ORDER, G, decode, encode, equal, is_identity, multi
from .report import Failed, need, require, same

MOST_SHARES = 32
PREFIX = b"piaojue election key v1"


def lagrange(places, at):
    """The coefficients by which values at the places give the value at `at`."""
    coefficients = []
    for place in places:
        numerator = denominator = 1
        for other in places:
            if other != place:
                numerator = numerator * (at - other) % ORDER
                denominator = denominator * (place - other) % ORDER
        coefficients.append(numerator * pow(denominator, -1, ORDER) % ORDER)
    return coefficients


def point_of(text, where):
    """The point of a b64url text."""
    try:
        return decode(b64url(text, where))
    except ValueError as error:
        raise Failed(f"{where}: {error}") from None


class Key:
    """A round's key (3.3)."""

    def __init__(self, value):
        params = value["params"]
        self.shares, self.threshold = params["shares"], params["threshold"]
        n, k = self.shares, self.threshold
        require(1 <= k <= n <= MOST_SHARES, f"{k} of {n} is not possible")
        same("the number of participants' keys", len(value["participant_keys"]), n)
        self.shared = point_of(value["shared_key"], "shared_key")
        self.participants = [
            point_of(text, f"participant key {i}") for i, text in enumerate(value["participant_keys"], 1)
        ]
        keys = [self.shared, *self.participants]
        require(not any(is_identity(key) for key in keys), "a key is the identity")
        self._require_fit()
        data = struct.pack(">II", n, k) + b"".join(encode(key) for key in keys)
        self.fingerprint = hashlib.sha256(PREFIX + data).digest()

    def is_degenerate(self):
        """Whether a key is the generator, or one card fewer than the threshold says opens totals."""
        if any(equal(key, G.point) for key in [self.shared, *self.participants]):
            return True
        fewer = self.threshold - 1
        if not fewer:
            return False
        places, first = list(range(1, fewer + 1)), self.participants[:fewer]
        return equal(multi(list(zip(lagrange(places, 0), first))), self.shared)

    def _require_fit(self):
        """The first k keys give the shared key at 0 and each further key at its place."""
        places = list(range(1, self.threshold + 1))
        first = self.participants[: self.threshold]
        for at in [0, *range(self.threshold + 1, self.shares + 1)]:
            expected = self.shared if at == 0 else self.participants[at - 1]
            found = multi(list(zip(lagrange(places, at), first)))
            require(equal(found, expected), f"the keys do not fit together at {at}")


class KeyChecks:
    """6.1 to 6.3 of a round; keeps the key."""

    def __init__(self, files, round_, log):
        self.files, self.round, self.log = files, round_, log
        self.key = None

    def check_key(self):
        """6.1."""
        if self.round.has("key.json"):
            self.key = Key(need(self.round.key, "key.json"))

    def check_numbers(self):
        """6.2."""
        if self.round.has("key.json"):
            params = need(self.round.key, "key.json")["params"]
            profile = need(self.files.profile, "profile.json")
            same("shares", params["shares"], len(profile["scrutineers"]) + 1)
            same("threshold", params["threshold"], profile["threshold"])

    def check_fingerprint(self):
        """6.3."""
        if not self.round.has("key.json"):
            return
        fingerprint = need(self.key, "the key").fingerprint.hex()
        sealed = self.log.of(self.round.number).last("sealed")
        if sealed:
            same("key of the log", sealed["key"], fingerprint)
        state = need(self.round.state, "state.json")
        if state.announced:
            same("key of the state", state.sealing["key_fingerprint"], fingerprint)


def check_keys(report, files, round_, log):
    """6.1 to 6.3; the key, or None."""
    checks = KeyChecks(files, round_, log)
    report.run("6.1", checks.check_key, round_number=round_.number)
    report.run("6.2", checks.check_numbers, round_number=round_.number)
    report.run("6.3", checks.check_fingerprint, round_number=round_.number)
    return checks.key
