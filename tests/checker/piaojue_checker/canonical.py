"""JSON that is written in one way (section 1), and the shapes of values."""

import base64
import binascii
import datetime
import json
import re
import unicodedata

from .report import Failed, require, shorten

U32 = 2**32 - 1
U64 = 2**64 - 1
DEEPEST = 127
HEX = re.compile(r"[0-9a-f]*\Z")
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
# Section 1: what is neither a letter nor a digit.
NO_LETTERS = (
    (0x0000, 0x002F), (0x003A, 0x0040), (0x005B, 0x0060), (0x007B, 0x00BF), (0x00D7, 0x00D7), (0x00F7, 0x00F7), (0x0300, 0x036F),
    (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0x3000, 0x3004), (0x3008, 0x3020), (0x3030, 0x303F),
    (0x30FB, 0x30FB), (0xE000, 0xF8FF), (0xFE00, 0xFE6F), (0xFEFF, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF65),
    (0xFFE0, 0x1FFFF), (0x40000, 0x10FFFF),
)  # fmt: skip
DIGITS = "0123456789０１２３４５６７８９"
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"


def _members(pairs):
    """An object of which no member is there twice."""
    result = dict(pairs)
    require(len(result) == len(pairs), "a member of an object is there twice")
    return result


def _no_constant(name):
    raise Failed(f"{name} is not JSON")


def _whole(digits):
    """A whole number; -0 is none."""
    return -0.0 if digits == "-0" else int(digits)


def _count(digits):
    """A whole number of the log's entries."""
    require(not digits.startswith("-") and len(digits) <= 20 and int(digits) <= U64, f"{shorten(digits)} is no number from 0 to 2^64-1")
    return int(digits)


def _no_decimals(digits):
    raise Failed(f"{shorten(digits)} is not a whole number")


def parse(data, where, **numbers):
    """The JSON value of UTF-8 bytes; fails where it isn't JSON, has a member twice or half a surrogate pair."""
    try:
        text = bytes(data).decode("utf-8")
        value = json.loads(text, object_pairs_hook=_members, parse_constant=_no_constant, **({"parse_int": _whole} | numbers))
        written(value)
        return value
    except Failed as error:
        raise Failed(f"{where}: {error}") from None
    except (ValueError, RecursionError) as error:
        raise Failed(f"{where} is not JSON: {shorten(error)}") from None


def parse_entry(data, where):
    """The JSON value of an entry of the log: whole numbers only, not nested too deep (section 2, log.jsonl)."""
    value = parse(data, where, parse_int=_count, parse_float=_no_decimals)
    layer, depth = [value], 0
    while layer := [item for item in layer if isinstance(item, (dict, list))]:
        depth += 1
        require(depth <= DEEPEST, f"{where} is nested more than {DEEPEST} deep")
        layer = [inner for item in layer for inner in (item.values() if isinstance(item, dict) else item)]
    return value


def written(value):
    """The bytes of a value written in the one way."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read(data, shape, where):
    """The value of bytes that have a shape and are written in the one way."""
    value = parse(data, where)
    shape(value, where)
    require(written(value) == bytes(data), f"{where} is not written in the one way")
    return value


def read_lines(data, shape, where, line_limit=None):
    """The values of a .jsonl file, a line feed after each."""
    data = bytes(data)
    require(not data or data.endswith(b"\n"), f"{where} does not end in a line feed")
    values = []
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        place = f"{where} line {number}"
        require(line_limit is None or len(line) <= line_limit, f"{place} is too long")
        values.append(read(line, shape, place))
    return values


# --- shapes: functions of a value and its place that fail where the value hasn't the shape ---


def text(value, where):
    require(type(value) is str, f"{where} is not a text")


def boolean(value, where):
    require(type(value) is bool, f"{where} is not true or false")


def number(highest=U32, lowest=0):
    """A whole number in a range."""

    def shape(value, where):
        require(type(value) is int and lowest <= value <= highest, f"{where} is not a whole number up to {highest}")

    return shape


def either(*values):
    """One of some texts."""

    def shape(value, where):
        require(type(value) is str and value in values, f"{where} is none of {', '.join(values)}")

    return shape


def nullable(inner):
    """null or a shape."""
    return lambda value, where: None if value is None else inner(value, where)


def items(inner):
    """A list of a shape."""

    def shape(value, where):
        require(type(value) is list, f"{where} is not a list")
        for place, item in enumerate(value):
            inner(item, f"{where}[{place}]")

    return shape


def members(**shapes):
    """An object of just these members in this order."""

    def shape(value, where):
        require(type(value) is dict, f"{where} is not an object")
        require(list(value) == list(shapes), f"{where} has not the members {', '.join(shapes)}")
        for name, inner in shapes.items():
            inner(value[name], f"{where}.{name}")

    return shape


def with_last(shape, name, inner):
    """An object of a shape's members, after which one more may stand."""

    def longer(value, where):
        require(type(value) is dict, f"{where} is not an object")
        members_before = {key: item for key, item in value.items() if key != name}
        shape(members_before, where)
        if name in value:
            require(list(value)[-1] == name, f"{where}.{name} is not the last member")
            inner(value[name], f"{where}.{name}")

    return longer


def named(inner):
    """An object of free names, sorted by their UTF-8 bytes."""

    def shape(value, where):
        require(type(value) is dict, f"{where} is not an object")
        for name, item in value.items():
            text(name, f"a name in {where}")
            inner(item, f"{where}.{name}")
        require(list(value) == sorted(value, key=str.encode), f"{where} is not sorted")

    return shape


def date(value, where):
    text(value, where)
    match = DATE.match(value)
    require(match is not None and is_day(*map(int, match.groups())), f"{where} is not a day")


def deadline(value, where):
    """A day, or words of one line with a letter."""
    text(value, where)
    if re.fullmatch(r"[0-9-]{10}", value, re.ASCII):
        date(value, where)
        return
    printable = 0 < len(value) <= 60 and not any(unicodedata.category(letter) == "Cc" for letter in value)
    letters = letters_and_digits("".join(letter for letter in value if letter not in DIGITS))
    require(printable and letters, f"{where} is no deadline")


def require_first_version(contest, where):
    """In version 1 each deadline is a day, and the rules say nothing of the fewest ballots."""
    require("fewest_ballots" not in contest["rules"], f"{where}: fewest_ballots in version 1")
    for candidate in contest["list"]:
        if candidate["deadline"] is not None:
            date(candidate["deadline"], f"{where}: deadline")


# --- small things ---


def is_day(year, month, day):
    """Whether there is such a day in the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def ordinal(year, month, day):
    """The day's number, of any year; the calendar comes again after 400 years."""
    return datetime.date(year % 400 + 400, month, day).toordinal() + year // 400 * 146_097


def texts_of(value):
    """The texts of a list; none where it is no list of texts."""
    is_list = type(value) is list and all(type(text_) is str for text_ in value)
    return value if is_list else []


def is_hex(value, size):
    """Whether a text is so many bytes in small hex digits."""
    return len(value) == 2 * size and HEX.match(value) is not None


def letters_and_digits(value):
    """How many characters of a text are letters or digits (section 1)."""
    return sum(not any(first <= ord(letter) <= last for first, last in NO_LETTERS) for letter in value)


def is_blank(value):
    """Whether a text is empty or white space only."""
    return not value.strip(WHITE_SPACE)


def b64(value, where):
    """The bytes of base64 with padding and zero trailing bits."""
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise Failed(f"{where} is not base64") from None
    require(base64.b64encode(data).decode() == value, f"{where} is not base64 in its one way")
    return data


def b64url(value, where):
    """The bytes of base64url without padding and with zero trailing bits."""
    try:
        data = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (binascii.Error, ValueError):
        raise Failed(f"{where} is not base64url") from None
    require(to_b64url(data) == value, f"{where} is not base64url in its one way")
    return data


def to_b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
