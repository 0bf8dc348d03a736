"""A ballot's form and its proofs, equality of logarithms; sections 3.4 to 3.8."""

import re
from dataclasses import dataclass
from functools import cache

from .group import (
    G, FixedBase, add, decode, decode_scalar, encode, is_identity, multi, negate, subtract, sum_points, times,
)  # fmt: skip
from .report import Failed, require
from .transcript import Transcript

DIGITS = re.compile(rb"[0-9]{3}|---")


# --- 3.6: the decomposition of a range into rings ---


@cache
def decompose(u):
    """best(u): the rings (size, step) with the largest step first, and the proof's length."""
    rings, length = ((u, 1),), u + 2
    t = 2
    while t + 2 <= length and t <= u:
        for m in range(2, t + 1):
            if (u - t) // m < 1:
                break
            if (u - t) % m:
                continue
            inner, inner_length = decompose((u - t) // m + 1)
            candidate = (*((size, step * m) for size, step in inner), (t, 1))
            candidate_length = t + 2 + inner_length
            if (candidate_length, len(candidate)) < (length, len(rings)):
                rings, length = candidate, candidate_length
        t += 1
    return rings, length


def range_text(rings):
    """The text of a decomposition."""
    return " + ".join(f"0..{size}" if step == 1 else f"{step} * 0..{size}" for size, step in rings)


# --- 3.4: the form ---


@dataclass(frozen=True)
class Block:
    """A block of the ballot: its places, its limit, and the rings of its proof (none: nothing or "exactly")."""

    places: tuple
    limit: int
    rings: tuple


@dataclass(frozen=True)
class Form:
    """A ballot's form, by the contest."""

    candidates: int
    oppose: bool
    exactly: bool
    blocks: tuple
    version: int

    def bytes(self):
        """How many bytes a ballot has: in version 2 three characters are behind its numbers."""
        return 32 * self.length() + (3 if self.version > 1 else 0)

    def length(self):
        """How many numbers of 32 bytes a ballot has."""
        count = 2 * self.candidates + 1 + 2 * self.candidates + 1
        count += 2 * self.candidates if self.oppose else 0
        for block in self.blocks:
            if self.exactly:
                count += 2
            elif block.rings:
                count += 1 + 2 * (len(block.rings) - 1) + sum(size for size, _ in block.rings)
        return count


def form_of(contest, version):
    """The form of a contest's ballots in a record of this version."""
    blocks = []
    for part in contest.fitting_parts():
        free = contest.exactly or part.limit >= len(part.places)
        rings = () if free else decompose(part.limit + 1)[0]
        blocks.append(Block(tuple(part.places), part.limit, rings))
    return Form(len(contest.list), contest.opposes, contest.exactly, tuple(blocks), version)


@dataclass
class Ballot:
    """A sealed ballot's numbers. Ciphertexts are (R, B)."""

    approve: list
    oppose: list
    limits: list
    marks: tuple
    digits: bytes


class _Numbers:
    """The row of 32-byte numbers, read from the front."""

    def __init__(self, data):
        self.data, self.place = data, 0

    def _next(self):
        self.place += 32
        return self.data[self.place - 32 : self.place]

    def point(self):
        try:
            return decode(self._next())
        except ValueError as error:
            raise Failed(f"number {self.place // 32}: {error}") from None

    def scalar(self):
        try:
            return decode_scalar(self._next())
        except ValueError as error:
            raise Failed(f"number {self.place // 32}: {error}") from None

    def scalars(self, count):
        return [self.scalar() for _ in range(count)]

    def ciphertext(self):
        blinded, random = self.point(), self.point()
        return random, blinded

    def mark(self):
        random, blinded = self.ciphertext()
        require(not is_identity(random), f"number {self.place // 32} is the identity")
        return random, blinded


def read_ballot(form, data):
    """The numbers of a ballot (check 8.3)."""
    require(len(data) == form.bytes(), f"{len(data)} bytes, the form has {form.bytes()}")
    digits = data[32 * form.length() :]
    require(form.version == 1 or DIGITS.fullmatch(digits), f"it ends with {digits!r}")
    numbers = _Numbers(data)
    approve = [numbers.mark() for _ in range(form.candidates)]
    limits = [_read_limit(form, block, numbers) for block in form.blocks]
    challenge = numbers.scalar()
    responses = [tuple(numbers.scalars(2)) for _ in range(form.candidates)]
    marks = challenge, responses, numbers.scalar()
    oppose = [numbers.mark() for _ in range(form.candidates)] if form.oppose else []
    return Ballot(approve, oppose, limits, marks, digits)


def _read_limit(form, block, numbers):
    if form.exactly:
        return tuple(numbers.scalars(2))
    if not block.rings:
        return None
    challenge = numbers.scalar()
    ciphertexts = [numbers.ciphertext() for _ in block.rings[:-1]]
    return challenge, ciphertexts, [numbers.scalars(size) for size, _ in block.rings]


# --- ciphertexts ---


def add_ciphertexts(a, b):
    return add(a[0], b[0]), add(a[1], b[1])


def sum_ciphertexts(ciphertexts):
    """The sum, part by part."""
    ciphertexts = list(ciphertexts)
    return sum_points(c[0] for c in ciphertexts), sum_points(c[1] for c in ciphertexts)


def weigh(terms):
    """The sum of factor times ciphertext over the terms (factor, ciphertext)."""
    return multi([(f, c[0]) for f, c in terms]), multi([(f, c[1]) for f, c in terms])


# --- the checks ---


class BallotChecker:
    """Checks the ballots of a contest under a key (3.5, 3.6)."""

    def __init__(self, form, digest, shared_key, fingerprint):
        self.form = form
        self.key = FixedBase(shared_key)
        self.start = Transcript(f"piaojue ballot v{form.version}")
        self.start.append("key", fingerprint)
        self.start.append("contest", digest)
        self.start.u64("candidates", form.candidates)
        self.start.u64("oppose", int(form.oppose))
        self.start.u64("exactly", int(form.exactly))
        for block in form.blocks:
            self.start.u64("limit", block.limit)
            for place in block.places:
                self.start.u64("place", place)

    def bound(self, ballot):
        """The transcript after all ciphertexts (3.5)."""
        t = self.start.copy()
        if self.form.version > 1:
            t.append("digits", ballot.digits)
        for label, ciphertexts in (("approve", ballot.approve), ("oppose", ballot.oppose)):
            for random, blinded in ciphertexts:
                t.append(label, encode(random) + encode(blinded))
        return t

    def check_marks(self, ballot, bound):
        """3.5: each approval and opposition is 0 or 1, and not both 1."""
        t = bound.copy()
        t.append("proof", b"marks")
        t.u64("place", 0)
        roots, square_terms = self.weigh_marks(ballot, t)
        squares = weigh(square_terms)
        challenge, responses, s_z = ballot.marks
        t.start("sum_of_squares")
        t.point("K", self.key.point)
        for (r_x, x), (s_r, s_x) in zip(roots, responses):
            t.point("R_x", r_x)
            t.point("X", x)
            t.point("[e_r]G", subtract(G.times(s_r), times(challenge, r_x)))
            own = add(G.times(s_x), self.key.times(s_r))
            t.point("[e_x]G + [e_r]K", subtract(own, times(challenge, x)))
        terms = [(s_x, root) for (_, s_x), root in zip(responses, roots)]
        minus = negate(squares[0]), negate(squares[1])
        total = weigh([*terms, (challenge, minus)])
        t.point("R_z", squares[0])
        t.point("Z", squares[1])
        t.point("[e_x]R_x + [e_z]G", add(total[0], G.times(s_z)))
        t.point("[e_x]X + [e_z]K", add(total[1], self.key.times(s_z)))
        require(t.scalar("c") == challenge, "the marks' proof does not hold")

    def weigh_marks(self, ballot, t):
        """The roots, and the terms of the sum that the squares are."""
        roots, squares = [], []
        for place, approval in enumerate(ballot.approve):
            p = int.from_bytes(t.bytes("weight", 16), "little")
            q = int.from_bytes(t.bytes("weight", 16), "little")
            terms = [(p, approval)]
            if self.form.oppose:
                terms.append((q, ballot.oppose[place]))
            roots.append(weigh(terms))
            squares += [(factor * factor, ciphertext) for factor, ciphertext in terms]
        return roots, squares

    def check_limits(self, ballot, bound):
        """3.6: each block has at most, or exactly, so many approvals."""
        for index, (block, proof) in enumerate(zip(self.form.blocks, ballot.limits)):
            if proof is None:
                continue
            t = bound.copy()
            t.append("proof", b"limit")
            t.u64("place", index)
            random, blinded = sum_ciphertexts(ballot.approve[place] for place in block.places)
            if self.form.exactly:
                rest = subtract(blinded, G.times(block.limit))
                held = log_eq(t, self.key, random, rest, *proof)
            else:
                held = self._check_range(t, block, (random, blinded), proof)
            require(held, f"the proof of block {index} does not hold")

    def _check_range(self, t, block, total, proof):
        """The range proof of 3.6 over the block's rings."""
        common, ciphertexts, responses = proof
        others = sum_ciphertexts(ciphertexts)
        last = subtract(total[0], others[0]), subtract(total[1], others[1])
        t.start("encryption_range_proof")
        t.append("range", range_text(block.rings).encode())
        t.start("multi_ring_enc")
        t.point("K", self.key.point)
        begun = t.copy()
        for i, ciphertext in enumerate([*ciphertexts, last]):
            ring = begun.copy()
            ring.start("ring_enc")
            ring.append("enc", encode(ciphertext[0]) + encode(ciphertext[1]))
            ring.u64("i", i)
            u, v = self._last_of_ring(ring, ciphertext, block.rings[i][1], responses[i], common)
            t.point("R_G", u)
            t.point("R_K", v)
        return t.scalar("c") == common

    def _last_of_ring(self, ring, ciphertext, step, responses, e):
        """U and V of a ring's last value."""
        random, blinded = ciphertext
        for j, s in enumerate(responses):
            u = subtract(G.times(s), times(e, random))
            v = add(subtract(self.key.times(s), times(e, blinded)), G.times(e * j * step))
            if j < len(responses) - 1:
                turn = ring.copy()
                turn.u64("j", j)
                turn.point("R_G", u)
                turn.point("R_K", v)
                e = turn.scalar("c")
        return u, v


def log_eq(t, base, power_g, power_k, challenge, response):
    """3.7: power_g = [r]G and power_k = [r]base have one logarithm; base is a FixedBase."""
    t.start("log_eq")
    t.point("K", base.point)
    t.point("[r]G", power_g)
    t.point("[r]K", power_k)
    t.point("[x]G", subtract(G.times(response), times(challenge, power_g)))
    t.point("[x]K", subtract(base.times(response), times(challenge, power_k)))
    return t.scalar("c") == challenge


def share_holds(key, holder, total, share, challenge, response):
    """3.8: the share of a card for a total; `total` is (R as FixedBase)."""
    t = Transcript("elgamal_decryption_share")
    t.u64("n", key.shares)
    t.u64("t", key.threshold)
    t.point("K", key.shared)
    t.u64("i", holder - 1)
    return log_eq(t, total, key.participants[holder - 1], share, challenge, response)
