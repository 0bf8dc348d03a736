"""Hashes of parts; section 4."""

import hashlib
import struct

NO_ROWS = hashlib.sha256().hexdigest()


def value_bytes(value):
    """A value of a row: kind, length, value."""
    if isinstance(value, int):
        kind, data = 1, struct.pack(">Q", value)
    elif isinstance(value, str):
        kind, data = 3, value.encode("utf-8", "surrogateescape")
    else:
        kind, data = 4, bytes(value)
    return bytes([kind]) + struct.pack(">Q", len(data)) + data


def part_hash(rows):
    """The hash of a part's rows, in hex."""
    digest = hashlib.sha256()
    for row in rows:
        for value in row:
            digest.update(value_bytes(value))
    return digest.hexdigest()
