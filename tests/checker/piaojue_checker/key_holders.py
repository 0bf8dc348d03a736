"""How a distributed key came about; section 2 (key-holders.json), section 3.10, checks 6.5 to 6.11."""

import hashlib
import struct

from .canonical import U32, b64url, is_hex
from .group import G, decode, decode_scalar, equal, is_identity, multi, subtract, sum_points, times
from .report import Failed, NotReached, need, require, same
from .station import Station
from .transcript import Transcript

FILE = "key-holders.json"
MOST_HOLDERS = 32


def _bytes(digits, where):
    require(is_hex(digits, 32), f"{where} is not 64 hex digits")
    return bytes.fromhex(digits)


class HolderChecks:
    """6.5 to 6.11 of a round."""

    def __init__(self, files, round_, log, key):
        self.files, self.round, self.log, self.key = files, round_, log, key
        self.digest = None
        self.polynomials = None

    def _holders(self):
        """The holders; the checks of the file's content are not reached without it and the key's numbers."""
        need(self.round.key, "key.json")
        return need(self.round.key_holders, FILE)["holders"]

    def _threshold(self):
        return need(self.round.key, "key.json")["params"]["threshold"]

    def check_holders(self):
        """6.5."""
        profile = need(self.files.profile, "profile.json")
        distributed = "keys" in profile
        if not self.round.has(FILE):
            require(not (distributed and self.round.has("key.json")), f"{FILE} is missing")
            return
        holders = need(self.round.key_holders, FILE)["holders"]
        require(distributed, "the profile says nothing of distributed keys")
        same("holders", [holder["name"] for holder in holders], [profile["chief"], *profile["scrutineers"]])

    def check_digest(self):
        """6.6; keeps the digest."""
        if not self.round.has(FILE):
            return
        holders = self._holders()
        station = need(self.files.session, "session.json")["station"]
        if not is_hex(station, 32):
            raise NotReached("the station's key could not be read")
        self.digest = self._digest(bytes.fromhex(station), holders)
        sealed = self.log.of(self.round.number).last("sealed")
        expected = sealed.get("holders") if sealed else None
        if type(expected) is not str:
            raise NotReached("the log names no holders")
        same("the holders' digest", self.digest.hex(), expected)

    def _digest(self, station, holders):
        ceremony = _bytes(self.round.key_holders["ceremony"], "the ceremony")
        data = b"piaojue key holders v1" + station + ceremony
        data += struct.pack(">II", len(holders), self._threshold())
        seen = {station}
        for holder in holders:
            name = holder["name"].encode()
            data += struct.pack(">I", len(name)) + name
            for member in ("signing_key", "sealing_key", "commitment"):
                value = _bytes(holder[member], f"{member} of {holder['name']}")
                require(value not in seen, f"{member} of {holder['name']} is there twice")
                seen.add(value)
                data += value
        return hashlib.sha256(data).digest()

    def check_commitments(self):
        """6.7."""
        if not self.round.has(FILE):
            return
        for holder in self._holders():
            contribution = holder["contribution"]
            require(contribution["polynomial"], f"{holder['name']} has no point")
            first = b64url(contribution["polynomial"][0], "the first point")
            opening = b64url(contribution["opening"], "the opening")
            require(len(first) == len(opening) == 32, f"point or opening of {holder['name']} has not 32 bytes")
            same(f"commitment of {holder['name']}", hashlib.sha256(first + opening).hexdigest(), holder["commitment"])

    def check_contributions(self):
        """6.8; keeps the polynomials."""
        if not self.round.has(FILE):
            return
        holders, threshold = self._holders(), self._threshold()
        require(2 <= threshold <= len(holders) <= MOST_HOLDERS, f"{threshold} of {len(holders)} make no key")
        self.polynomials = [self._polynomial(holder, len(holders), threshold) for holder in holders]

    def _polynomial(self, holder, number, threshold):
        contribution, name = holder["contribution"], holder["name"]
        proof = contribution["proof_of_possession"]
        try:
            points = [decode(b64url(text, "a point")) for text in contribution["polynomial"]]
            challenge = decode_scalar(b64url(proof["challenge"], "the challenge"))
            responses = [decode_scalar(b64url(text, "a response")) for text in proof["responses"]]
        except ValueError as error:
            raise Failed(f"{name}: {error}") from None
        require(len(b64url(contribution["opening"], "the opening")) == 32, f"{name}: the opening has not 32 bytes")
        require(len(points) == threshold == len(responses), f"{name} has not {threshold} points and responses")
        known = any(is_identity(point) or equal(point, G.point) for point in points)
        require(not known, f"{name} has a point whose secret everybody knows")
        t = Transcript("elgamal_share_poly")
        t.u64("n", number)
        t.u64("t", threshold)
        t.start("multi_pop")
        for point in points:
            t.point("K", point)
        for point, response in zip(points, responses):
            t.point("R", subtract(G.times(response), times(challenge, point)))
        require(t.scalar("c") == challenge, f"the proof of {name} does not hold")
        return points

    def check_sum(self):
        """6.9."""
        if not self.round.has(FILE):
            return
        polynomials, key = need(self.polynomials, "the contributions"), need(self.key, "the key")
        same("holders", len(polynomials), key.shares)
        require(equal(sum_points(points[0] for points in polynomials), key.shared), "the shared key is not the sum")
        for place, participant in enumerate(key.participants, 1):
            terms = [(place**power, point) for points in polynomials for power, point in enumerate(points)]
            require(equal(multi(terms), participant), f"participant key {place} is not the sum")

    def check_signatures(self):
        """6.10."""
        if not self.round.has(FILE):
            return
        digest, fingerprint = need(self.digest, "the digest"), need(self.key, "the key").fingerprint.hex()
        message = f"piaojue distributed key v1\n{digest.hex()}\n{fingerprint}".encode()
        for holder in self._holders():
            signer = Station(holder["signing_key"])
            require(is_hex(holder["signature"], 64), f"the signature of {holder['name']} is not 128 hex digits")
            signer.require_signature(bytes.fromhex(holder["signature"]), message, f"the signature of {holder['name']}")


    def check_made(self):
        """6.11."""
        sealed = self._sealed()
        if sealed is None or type(sealed.event.get("holders")) is not str:
            return
        made = None
        for entry in self.log.entries[: sealed.number - 1]:
            if entry.act == "keys-made":
                told = {name: entry.event.get(name) for name in ("key", "holders")}
                made = told if all(type(value) is str for value in told.values()) else None
            elif entry.act == "keys-given-up":
                made = None
        require(made is not None, "no holders have made a key, or they have given it up")
        same("the key made last", sealed.event["key"], made["key"])
        same("its holders", sealed.event["holders"], made["holders"])

    def _sealed(self):
        """The last entry by which the round was sealed, by this version of the format; none where it wasn't."""
        need(self.log.rounds.get(self.round.number), "the log of the round")
        entries = [entry for entry in self.log.of(self.round.number).entries if entry.act == "sealed"]
        entry = entries[-1] if entries else None
        version = entry.event.get("version") if entry else None
        return entry if type(version) is int and 1 < version <= U32 else None


def check_key_holders(report, files, round_, log, key):
    """6.5 to 6.11."""
    checks = HolderChecks(files, round_, log, key)
    for number, check in (
        ("6.5", checks.check_holders),
        ("6.6", checks.check_digest),
        ("6.7", checks.check_commitments),
        ("6.8", checks.check_contributions),
        ("6.9", checks.check_sum),
        ("6.10", checks.check_signatures),
        ("6.11", checks.check_made),
    ):
        report.run(number, check, round_number=round_.number)
