"""Merlin transcripts over STROBE-128 and Keccak-f[1600]; section 3.2 of the specification."""

import struct

from .group import ORDER, encode

RATE = 166
MASK = 2**64 - 1

ROUND_CONSTANTS = (
    0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000,
    0x000000000000808B, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
    0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
)  # fmt: skip


def _steps():
    """rho and pi: for each lane of the source its target and its rotation (FIPS 202, 3.2.2, 3.2.3)."""
    offsets = [0] * 25
    x, y = 1, 0
    for t in range(24):
        offsets[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return [(x + 5 * y, y + 5 * ((2 * x + 3 * y) % 5), offsets[x + 5 * y]) for x in range(5) for y in range(5)]


STEPS = _steps()


def keccak_f(state):
    """Keccak-f[1600] on 200 bytes in place (FIPS 202, 3.3)."""
    lanes = list(struct.unpack("<25Q", state))
    for constant in ROUND_CONSTANTS:
        c = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        d = [c[x - 1] ^ (c[(x + 1) % 5] << 1 & MASK | c[(x + 1) % 5] >> 63) for x in range(5)]
        b = [0] * 25
        for source, target, turn in STEPS:
            lane = lanes[source] ^ d[source % 5]
            b[target] = (lane << turn | lane >> 64 - turn) & MASK
        for row in range(0, 25, 5):
            b0, b1, b2, b3, b4 = b[row : row + 5]
            lanes[row] = b0 ^ (~b1 & b2)
            lanes[row + 1] = b1 ^ (~b2 & b3)
            lanes[row + 2] = b2 ^ (~b3 & b4)
            lanes[row + 3] = b3 ^ (~b4 & b0)
            lanes[row + 4] = b4 ^ (~b0 & b1)
        lanes[0] ^= constant
    state[:] = struct.pack("<25Q", *lanes)


class Strobe:
    """The part of STROBE-128 that Merlin uses."""

    def __init__(self, label):
        self.state = bytearray(200)
        self.state[0:6] = bytes((1, 168, 1, 0, 1, 96))
        self.state[6:18] = b"STROBEv1.0.2"
        keccak_f(self.state)
        self.pos = self.begin = 0
        self.meta_ad(label)

    def _run_f(self):
        self.state[self.pos] ^= self.begin
        self.state[self.pos + 1] ^= 0x04
        self.state[RATE + 1] ^= 0x80
        keccak_f(self.state)
        self.pos = self.begin = 0

    def _absorb(self, data):
        for byte in data:
            self.state[self.pos] ^= byte
            self.pos += 1
            if self.pos == RATE:
                self._run_f()

    def _squeeze(self, count):
        out = bytearray()
        for _ in range(count):
            out.append(self.state[self.pos])
            self.state[self.pos] = 0
            self.pos += 1
            if self.pos == RATE:
                self._run_f()
        return bytes(out)

    def _begin_op(self, flags):
        old, self.begin = self.begin, self.pos + 1
        self._absorb((old, flags))
        if flags & (4 | 32) and self.pos != 0:
            self._run_f()

    def meta_ad(self, data):
        self._begin_op(16 | 2)
        self._absorb(data)

    def more_meta(self, data):
        self._absorb(data)

    def ad(self, data):
        self._begin_op(2)
        self._absorb(data)

    def prf(self, count):
        self._begin_op(1 | 2 | 4)
        return self._squeeze(count)

    def copy(self):
        other = Strobe.__new__(Strobe)
        other.state = bytearray(self.state)
        other.pos, other.begin = self.pos, self.begin
        return other


class Transcript:
    """A Merlin transcript with the shorthands of section 3.2."""

    def __init__(self, label):
        self.strobe = Strobe(b"Merlin v1.0")
        self.append("dom-sep", label.encode())

    def copy(self):
        """The same transcript; both go on by themselves."""
        other = Transcript.__new__(Transcript)
        other.strobe = self.strobe.copy()
        return other

    def append(self, label, message):
        self.strobe.meta_ad(label.encode())
        self.strobe.more_meta(struct.pack("<I", len(message)))
        self.strobe.ad(message)

    def u64(self, label, value):
        self.append(label, struct.pack("<Q", value))

    def point(self, label, point):
        self.append(label, encode(point))

    def start(self, name):
        self.append("dom-sep", name.encode())

    def bytes(self, label, count):
        self.strobe.meta_ad(label.encode())
        self.strobe.more_meta(struct.pack("<I", count))
        return self.strobe.prf(count)

    def scalar(self, label):
        return int.from_bytes(self.bytes(label, 64), "little") % ORDER
