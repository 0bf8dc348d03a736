"""ristretto255 (RFC 9496) in plain Python; section 3.1 of the specification.

A point is a tuple (X, Y, Z, T) in extended coordinates on edwards25519 with x = X/Z, y = Y/Z, xy = T/Z.
"""

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
D2 = 2 * D % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)
ENCODED_IDENTITY = bytes(32)


def add(a, b):
    """Sum of two points (complete formulas for a = -1)."""
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    e1 = (y1 - x1) * (y2 - x2) % P
    e2 = (y1 + x1) * (y2 + x2) % P
    c = t1 * D2 % P * t2 % P
    d = 2 * z1 * z2 % P
    e, f, g, h = e2 - e1, d - c, d + c, e2 + e1
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(a):
    """Twice a point."""
    x, y, z, _ = a
    xx, yy = x * x % P, y * y % P
    h = xx + yy
    e = h - (x + y) * (x + y) % P
    g = xx - yy
    f = 2 * z * z + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def negate(a):
    """The point's inverse."""
    x, y, z, t = a
    return P - x, y, z, P - t


def subtract(a, b):
    """a - b."""
    return add(a, negate(b))


def sum_points(points):
    """The sum of any number of points."""
    total = IDENTITY
    for point in points:
        total = add(total, point)
    return total


def equal(a, b):
    """Equality of ristretto255 elements (RFC 9496, 4.3.3)."""
    x1, y1, _, _ = a
    x2, y2, _, _ = b
    return (x1 * y2 - y1 * x2) % P == 0 or (y1 * y2 - x1 * x2) % P == 0


def is_identity(a):
    """Whether the element is the identity."""
    return equal(a, IDENTITY)


# --- encoding (RFC 9496, 4.2 and 4.3) ---


def _sqrt_ratio(u, v):
    """RFC 9496, 4.2: (whether u/v is a square, the non-negative root of u/v or of SQRT_M1*u/v)."""
    v3 = v * v % P * v % P
    r = u * v3 % P * pow(u * v3 % P * v3 % P * v % P, (P - 5) // 8, P) % P
    check = v * r % P * r % P
    correct = check == u % P
    flipped = check == -u % P
    flipped_i = check == -u * SQRT_M1 % P
    if flipped or flipped_i:
        r = r * SQRT_M1 % P
    if r & 1:
        r = P - r
    return correct or flipped, r


INVSQRT_A_MINUS_D = _sqrt_ratio(1, (-1 - D) % P)[1]


def decode(data):
    """The point of 32 bytes; ValueError where the encoding isn't the canonical one."""
    if len(data) != 32:
        raise ValueError("a point has 32 bytes")
    s = int.from_bytes(data, "little")
    if s >= P or s & 1:
        raise ValueError("not a canonical point")
    ss = s * s % P
    u1, u2 = 1 - ss, 1 + ss
    u2_sqr = u2 * u2 % P
    v = (-D * u1 * u1 - u2_sqr) % P
    was_square, inv = _sqrt_ratio(1, v * u2_sqr % P)
    den_x = inv * u2 % P
    den_y = inv * den_x % P * v % P
    x = 2 * s * den_x % P
    if x & 1:
        x = P - x
    y = u1 * den_y % P
    t = x * y % P
    if not was_square or t & 1 or y == 0:
        raise ValueError("not a point")
    return x, y, 1, t


def encode(point):
    """The canonical 32 bytes of a point."""
    x0, y0, z0, t0 = point
    u1 = (z0 + y0) * (z0 - y0) % P
    u2 = x0 * y0 % P
    _, inv = _sqrt_ratio(1, u1 * u2 % P * u2 % P)
    den1, den2 = inv * u1 % P, inv * u2 % P
    z_inv = den1 * den2 % P * t0 % P
    if t0 * z_inv % P & 1:
        x, y = y0 * SQRT_M1 % P, x0 * SQRT_M1 % P
        den_inv = den1 * INVSQRT_A_MINUS_D % P
    else:
        x, y, den_inv = x0, y0, den2
    if x * z_inv % P & 1:
        y = P - y
    s = den_inv * (z0 - y) % P
    if s & 1:
        s = P - s
    return s.to_bytes(32, "little")


def decode_scalar(data):
    """The scalar of 32 bytes; ValueError where it isn't less than the order."""
    if len(data) != 32:
        raise ValueError("a scalar has 32 bytes")
    value = int.from_bytes(data, "little")
    if value >= ORDER:
        raise ValueError("not a canonical scalar")
    return value


# --- multiples ---


class FixedBase:
    """Multiples of a point that many are asked of: a table of 64 windows of 4 bits."""

    def __init__(self, point):
        self.point = point
        self.windows = []
        for _ in range(64):
            row = [IDENTITY]
            for _ in range(15):
                row.append(add(row[-1], point))
            self.windows.append(row)
            point = add(row[-1], point)

    def times(self, scalar):
        """[scalar] of the point."""
        scalar %= ORDER
        total = IDENTITY
        for row in self.windows:
            digit = scalar & 15
            if digit:
                total = add(total, row[digit])
            scalar >>= 4
            if not scalar:
                break
        return total


def _digits(scalar):
    """The scalar as signed digits of a window of 5 bits: (place, odd digit), highest place first."""
    digits = []
    place = 0
    while scalar:
        if scalar & 1:
            digit = scalar & 31
            if digit > 16:
                digit -= 32
            digits.append((place, digit))
            scalar -= digit
        scalar >>= 1
        place += 1
    return digits[::-1]


def _odd_multiples(point):
    """1, 3, 5, … 15 times the point."""
    twice = double(point)
    table = [point]
    for _ in range(7):
        table.append(add(table[-1], twice))
    return table


def multi(terms):
    """The sum of [scalar]point over the terms (scalar, point): doublings are shared."""
    additions = {}
    for scalar, point in terms:
        table = _odd_multiples(point)
        for place, digit in _digits(scalar % ORDER):
            part = table[digit >> 1] if digit > 0 else negate(table[-digit >> 1])
            additions.setdefault(place, []).append(part)
    total = IDENTITY
    for place in range(max(additions, default=-1), -1, -1):
        total = double(total)
        for part in additions.get(place, ()):
            total = add(total, part)
    return total


def times(scalar, point):
    """[scalar]point."""
    return multi([(scalar, point)])


_GX = 15112221349535400772501151409588531511454012693041857206046113283949847762202
_GY = 46316835694926478169428394003475163141307993866256225615783033603165251855960
G = FixedBase((_GX, _GY, 1, _GX * _GY % P))
