"""The station's key and its signatures, and the profile; check 2.1 to 2.3."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .canonical import is_blank, is_hex
from .group import D, P, SQRT_M1, double
from .report import Failed, need, require

LEVELS = ("province", "city", "county", "township")
MOST_PERSONS = 200


def decode_edwards(data):
    """The Ed25519 point of 32 bytes (RFC 8032, 5.1.3), or None."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * SQRT_M1 % P
    if (v * x * x - u) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def has_small_order(point):
    """Whether eight times the point is the identity."""
    x, y, z, _ = double(double(double(point)))
    return x % P == 0 and (y - z) % P == 0


class Station:
    """The public key by which signatures are checked, strictly."""

    def __init__(self, text):
        require(is_hex(text, 32), "station is not 64 hex digits")
        self.bytes = bytes.fromhex(text)
        point = decode_edwards(self.bytes)
        require(point is not None, "station is not the encoding of a point")
        require(not has_small_order(point), "station is a point of small order")
        self._key = Ed25519PublicKey.from_public_bytes(self.bytes)

    def require_signature(self, signature, message, what):
        """Canonical S and the equation without cofactor (OpenSSL); R not of small order (here)."""
        r = decode_edwards(signature[:32])
        require(r is not None and not has_small_order(r), f"{what}: R is not a point, or of small order")
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            raise Failed(f"{what} is not the station's") from None


class Session:
    """Checks 2.1 to 2.3; keeps the station's key."""

    def __init__(self, files, package):
        self.files, self.package = files, package
        self.station = None

    def check_station(self):
        """2.1."""
        self.station = Station(need(self.files.session, "session.json")["station"])

    def check_manifest_signature(self):
        """2.2."""
        station, signature = need(self.station, "the station's key"), need(self.package.signature, "the signature")
        manifest = bytes(self.package.by_name()["manifest.json"])
        version = self.package.manifest["version"]
        message = b"piaojue record v%d\n" % version + manifest
        station.require_signature(signature, message, "the manifest's signature")

    def check_profile(self):
        """2.3; nothing rests on a profile that fails."""
        profile, self.files.profile = need(self.files.profile, "profile.json"), None
        scrutineers, tellers = profile["scrutineers"], profile["tellers"]
        persons = [profile["chief"], *scrutineers, *tellers]
        names = [profile["congress"], profile["session"], profile["presidium"], *persons]
        require(not any(is_blank(name) for name in names), "a name is blank")
        require(tellers, "there is no teller")
        require(len(set(persons)) == len(persons), "a person is there twice")
        require(len(persons) <= MOST_PERSONS, f"there are more than {MOST_PERSONS} persons")
        require(1 <= profile["threshold"] <= len(scrutineers) + 1, f"threshold {profile['threshold']} is not possible")
        require(profile["level"] in LEVELS, f"level {profile['level']} is not known")
        self.files.profile = profile
