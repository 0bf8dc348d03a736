"""Tests of the checker: python -m unittest (in this folder)."""

import hashlib
import json
import math
import os
import unittest
from pathlib import Path

from altering import Altered
from piaojue_checker import canonical, deciding, group, proofs
from piaojue_checker.ballots import read_ballots
from piaojue_checker.checker import check
from piaojue_checker.contest import Contest
from piaojue_checker.keys import Key
from piaojue_checker.report import Failed
from piaojue_checker.station import decode_edwards, has_small_order
from piaojue_checker.transcript import Transcript, keccak_f

RECORDS = Path(__file__).resolve().parent.parent / "fixtures" / "records"

# RFC 9496, A.1: multiples of the generator from 0.
MULTIPLES = """
0000000000000000000000000000000000000000000000000000000000000000 e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76
6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919 94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259
da80862773358b466ffadfe0b3293ab3d9fd53c5ea6c955358f568322daf6a57 e882b131016b52c1d3337080187cf768423efccbb517bb495ab812c4160ff44e
f64746d3c92b13050ed8d80236a7f0007c3b3f962f5ba793d19a601ebb1df403 44f53520926ec81fbd5a387845beb7df85a96a24ece18738bdcfa6a7822a176d
903293d8f2287ebe10e2374dc1a53e0bc887e592699f02d077d5263cdd55601c 02622ace8f7303a31cafc63f8fc48fdc16e1c8c8d234b2f0d6685282a9076031
20706fd788b2720a1ed2a5dad4952b01f413bcf0e7564de8cdc816689e2db95f bce83f8ba5dd2fa572864c24ba1810f9522bc6004afe95877ac73241cafdab42
e4549ee16b9aa03099ca208c67adafcafa4c3f3e4e5303de6026e3ca8ff84460 aa52e000df2e16f55fb1032fc33bc42742dad6bd5a8fc0be0167436c5948501f
46376b80f409b29dc2b5f6f0c52591990896e5716f41477cd30085ab7f10301e e0c418f7c8d9c4cdd7395b93ea124f3ad99021bb681dfc3302a9d99a2e53e64e
""".split()

# RFC 9496, A.2: not canonical, negative, no square, negative xy, y = 0.
INVALID = """
00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f
f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f
0100000000000000000000000000000000000000000000000000000000000000 01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f
ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20 c34c4e1826e5d403b78e246e88aa051c36ccf0aafebffe137d148a2bf9104562
c940e5a4404157cfb1628b108db051a8d439e1a421394ec4ebccb9ec92a8ac78 47cfc5497c53dc8e61c91d17fd626ffb1c49e2bca94eed052281b510b1117a24
f1c6165d33367351b0da8f6e4511010c68174a03b6581212c71c0e1d026c3c72 87260f7a2f12495118360f02c26a470f450dadf34a413d21042b43b9d93e1309
26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371 4eac077a713c57b4f4397629a4145982c661f48044dd3f96427d40b147d9742f
de6a7b00deadc788eb6b6c8d20c0ae96c2f2019078fa604fee5b87d6e989ad7b bcab477be20861e01e4a0e295284146a510150d9817763caf1a6f4b422d67042
2a292df7e32cababbd9de088d1d1abec9fc0440f637ed2fba145094dc14bea08 f4a9e534fc0d216c44b218fa0c42d99635a0127ee2e53c712f70609649fdff22
8268436f8c4126196cf64b3c7ddbda90746a378625f9813dd9b8457077256731 2810e5cbc2cc4d4eece54f61c6f69758e289aa7ab440b3cbeaa21995c2f4232b
3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e a45fdc55c76448c049a1ab33f17023edfb2be3581e9c7aade8a6125215e04220
d483fe813c6ba647ebbfd3ec41adca1c6130c2beeee9d9bf065c8d151c5f396e 8a2e1d30050198c65a54483123960ccc38aef6848e1ec8f5f780e8523769ba32
32888462f8b486c68ad7dd9610be5192bbeaf3b443951ac1a8118419d9fa097b 227142501b9d4355ccba290404bde41575b037693cef1f438c47f8fbf35d1165
5c37cc491da847cfeb9281d407efc41e15144c876e0170b499a96a22ed31e01e 445425117cb8c90edcbc7c1cc0e74f747f2c1efa5630a967c64f287792a48a4b
ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f
""".split()


# The specification, 3.6 and appendix.
RANGES = (
    (5, "0..5"), (8, "0..8"), (9, "3 * 0..3 + 0..3"), (10, "2 * 0..5 + 0..2"), (11, "2 * 0..5 + 0..3"), (12, "3 * 0..4 + 0..3"),
    (13, "3 * 0..4 + 0..4"), (16, "4 * 0..4 + 0..4"), (17, "4 * 0..4 + 0..5"), (21, "3 * 0..7 + 0..3"), (31, "5 * 0..6 + 0..6"),
    (61, "12 * 0..5 + 3 * 0..4 + 0..4"), (81, "16 * 0..5 + 4 * 0..4 + 0..5"), (100, "20 * 0..5 + 4 * 0..5 + 0..4"),
)  # fmt: skip


class GroupTest(unittest.TestCase):
    """RFC 9496's vectors, and multiples by all ways."""

    def test_multiples(self):
        total = group.IDENTITY
        for factor, text in enumerate(MULTIPLES):
            point = group.decode(bytes.fromhex(text))
            self.assertTrue(group.equal(point, total))
            for same in (total, group.G.times(factor), group.times(factor, group.G.point)):
                self.assertEqual(group.encode(same).hex(), text)
            total = group.add(total, group.G.point)

    def test_invalid(self):
        for text in INVALID:
            with self.assertRaises(ValueError, msg=text):
                group.decode(bytes.fromhex(text))

    def test_large_multiples(self):
        for seed in (b"a", b"b", b"c"):
            a, b = (int.from_bytes(hashlib.sha512(seed + x).digest()) % group.ORDER for x in (b"1", b"2"))
            point = group.G.times(b)
            both = group.multi([(a, group.G.point), (b, point)])
            self.assertTrue(group.equal(both, group.G.times(a + b * b)))
            self.assertTrue(group.equal(group.FixedBase(point).times(a), group.times(a, point)))
        self.assertTrue(group.is_identity(group.times(group.ORDER - 1, group.G.point)) is False)
        self.assertTrue(group.is_identity(group.add(group.G.times(group.ORDER - 1), group.G.point)))

    def test_scalars(self):
        self.assertEqual(group.decode_scalar((group.ORDER - 1).to_bytes(32, "little")), group.ORDER - 1)
        with self.assertRaises(ValueError):
            group.decode_scalar(group.ORDER.to_bytes(32, "little"))

    def test_small_order(self):
        one, four = bytes([1]) + bytes(31), bytes(32)
        self.assertTrue(has_small_order(decode_edwards(one)) and has_small_order(decode_edwards(four)))
        self.assertIsNone(decode_edwards(b"\xee" + b"\xff" * 30 + b"\x7f"))


class TranscriptTest(unittest.TestCase):
    """Keccak against hashlib, Merlin against its published vector."""

    def test_keccak(self):
        state = bytearray(200)
        state[0] ^= 6
        state[135] ^= 0x80
        keccak_f(state)
        self.assertEqual(bytes(state[:32]), hashlib.sha3_256(b"").digest())

    def test_merlin(self):
        t = Transcript("test protocol")
        t.append("some label", b"some data")
        self.assertEqual(t.bytes("challenge", 32).hex(), "d5a21972d0d5fe320c0d263fac7fffb8145aa640af6e9bca177c03c7efcf0615")


class TextTest(unittest.TestCase):
    """JSON in one way, ranges, proportions."""

    def test_one_way(self):
        shape = canonical.members(a=canonical.text, b=canonical.number(9))
        self.assertEqual(canonical.read(b'{"a":"\xe7\xa5\xa8","b":3}', shape, "x"), {"a": "票", "b": 3})
        wrong = (
            b'{"a":"","b":3} ', b'{"a":"", "b":3}', b'{"b":3,"a":""}', b'{"a":"","b":3,"b":3}', b'{"a":"","b":10}', b'{"a":"","b":-1}',
            b'{"a":"","b":3.0}', b'{"a":"","b":true}', b'{"a":"\\u7968","b":3}', b'{"a":"\\ud800","b":3}', b'{"a":"\xff","b":3}',
            b'\xef\xbb\xbf{"a":"","b":3}', b'{"a":"","b":NaN}', b"[" * 100000, b"", b'{"a":"","b":' + b"9" * 5000 + b"}",
        )  # fmt: skip
        for data in wrong:
            with self.assertRaises(Failed, msg=data[:40]):
                canonical.read(data, shape, "x")

    def test_ranges(self):
        for u, text in RANGES:
            self.assertEqual(proofs.range_text(proofs.decompose(u)[0]), text)
        for u in range(2, 300):
            rings, _ = proofs.decompose(u)
            self.assertEqual(sum((size - 1) * step for size, step in rings) + 1, u)

    def test_least(self):
        half, third = deciding.Fraction(1, 2), deciding.Fraction(2, 3)
        self.assertEqual([deciding.least((half, True), w) for w in (0, 61, 62)], [1, 31, 32])
        self.assertEqual([deciding.least((third, False), w) for w in (0, 60, 62)], [0, 40, 42])


def sample():
    """The record that is altered here: `further`, or the one named by PIAOJUE_RECORD."""
    path = Path(os.environ.get("PIAOJUE_RECORD") or RECORDS / "further.pjrecord")
    return path.read_bytes() if path.exists() else None


SAMPLE = sample()


# The specification's appendix: fingerprint, digest, challenges of the first ballot's marks and limits.
VECTORS = {
    "further": """f6cf65970fc4717b3306abbae7b8f31a405874dfdbbb8fb4a3107878501d90da
        705ed5275e8822594e346da13f572c7f773497dc29bc01713948c3c52de1b938
        0fa3cbae3005c32e852546f939f78be6377fe15b30ded2cf43ad051596c4f405
        3859e3fdd6933b8bf3969ce8329f18919d848de0e435912344fc1967a16e7f0f""",
    "lots": """353f8f59c63b45c9b41736559a3259fdab073bd92d378ebcc8b7c52fa8b9d096
        1692121bb013880afe95d37fa94843e7a52b7183972ea6c1aa0a65a622057cc7
        ecd207c3746031eb9adcf4be9238c6e9a1cbc841862bb0bbed1c1a36fffb5500
        baf3a33e9387dc2314e7e62c0337aa740833f65cdd2ccb042bea4f4a40ef8e03
        aebc8a2e9918d69958b83d3d99ba3620b28a6cf2ce923320330283543e4a4201""",
}
WEIGHTS = "0xcc94ca9cfe39fdab7625adefb0207b13 0x37a9922be7740e30351954802e9ecc19"
ROOTS = """be8dbbdd1c6d9a49c41eeb4907cd2e757c5af0982a84592279b4d5a907438037
    9ae6c2c215425fef99523626f8eb545e46752b0bd05cc141a5d286f47d7a846a
    fad63dcdbd87c8252612c71f950644a3d14c8f127b01162626bdd331aa4ac72f
    5893a06014f5786b791f4d94c3d64454205a4c56979a18a987591cc361a38a68"""


def _checker(files, prefix):
    """What checks the ballots of a round."""
    contest, key = Contest.read(files[prefix + "contest.json"]), Key(json.loads(files[prefix + "key.json"]))
    return proofs.BallotChecker(proofs.form_of(contest, 1), contest.digest, key.shared, key.fingerprint)


@unittest.skipIf(SAMPLE is None, "there is no record in tests/fixtures/records")
class RecordTest(unittest.TestCase):
    """The records that hold, and a record's ballots altered number by number."""

    def test_hold(self):
        for path in sorted(RECORDS.glob("*.pjrecord")):
            with self.subTest(path.name):
                report = check(path.read_bytes())
                self.assertIsNone(report.first_failure())
                self.assertTrue(report.holds())

    def test_sealed_again_holds(self):
        report = check(Altered(SAMPLE).seal().package(), fast=True)
        self.assertIsNone(report.first_failure())
        self.assertTrue(report.holds())

    def test_each_number_of_a_ballot_counts(self):
        files = Altered(SAMPLE).files
        for number in range(1, 65):
            prefix = f"rounds/{number}/"
            if prefix + "ballots.jsonl" not in files or not files[prefix + "ballots.jsonl"]:
                continue
            checker = _checker(files, prefix)
            data = read_ballots(files[prefix + "ballots.jsonl"], 1)[0].data
            self._check(checker, data)
            places = range(0, len(data), 32 * max(1, len(data) // 32 // 12))
            for place in places:
                with self.assertRaises(Failed, msg=f"number {place // 32} of round {number}"):
                    self._check(checker, self._swap(data, place))

    def test_vectors(self):
        """The appendix: round 1 of `further` and `lots`."""
        for name, vector in VECTORS.items():
            files = Altered((RECORDS / f"{name}.pjrecord").read_bytes()).files
            checker = _checker(files, "rounds/1/")
            ballot = proofs.read_ballot(checker.form, read_ballots(files["rounds/1/ballots.jsonl"], 1)[0].data)
            challenges = [ballot.marks[0], *(limit[0] for limit in ballot.limits)]
            digest = hashlib.sha256(files["rounds/1/contest.json"]).hexdigest()
            fingerprint = Key(json.loads(files["rounds/1/key.json"])).fingerprint.hex()
            found = [fingerprint, digest, *(c.to_bytes(32, "little").hex() for c in challenges)]
            self.assertEqual(found, vector.split())

    def test_roots(self):
        """The appendix: weights, root and squares of the first ballot of `further`."""
        files = Altered((RECORDS / "further.pjrecord").read_bytes()).files
        checker = _checker(files, "rounds/1/")
        ballot = proofs.read_ballot(checker.form, read_ballots(files["rounds/1/ballots.jsonl"], 1)[0].data)
        t = checker.bound(ballot)
        t.append("proof", b"marks")
        t.u64("place", 0)
        roots, terms = checker.weigh_marks(ballot, t)
        self.assertEqual([hex(math.isqrt(factor)) for factor, _ in terms[:2]], WEIGHTS.split())
        points = [*roots[0], *proofs.weigh(terms)]
        self.assertEqual([group.encode(point).hex() for point in points], ROOTS.split())

    def _swap(self, data, place):
        """The ballot with one number replaced by a valid one."""
        other = group.encode(group.G.times(5)) if self._is_point(data[place : place + 32]) else (5).to_bytes(32, "little")
        return data[:place] + other + data[place + 32 :]

    def _is_point(self, data):
        try:
            group.decode(data)
        except ValueError:
            return False
        return True

    def _check(self, checker, data):
        ballot = proofs.read_ballot(checker.form, data)
        bound = checker.bound(ballot)
        checker.check_marks(ballot, bound)
        checker.check_limits(ballot, bound)


if __name__ == "__main__":
    unittest.main()
