"""The package and its manifest; section 1, checks 1.1 to 1.6 and 11.1, 11.2."""

import hashlib
import re
import string
import struct
import unicodedata
import zlib
from dataclasses import dataclass

from .canonical import members, items, number, read, text, is_hex
from .report import Failed, need, require, same

MOST_FILES = 2000
END_SIZE, LOCAL_SIZE, ENTRY_SIZE = 22, 30, 46
MANIFEST_LIMIT = 2**22
FIRST = ("session.json", "profile.json", "rules.json", "log.jsonl")
ALWAYS = ("contest.json", "state.json", "outcome.json")
LATER = ("key.json", "key-holders.json", "void-paper.json", "slips.json", "ballots.jsonl", "encrypted-totals.json", "shares.jsonl")
LAST = ("manifest.json", "manifest.sig")
ROUND_FILE = re.compile(r"rounds/([1-9][0-9]?)/([^/]+)\Z", re.ASCII)
MOST_ROUNDS = 64
LATEST = 2
SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
FORBIDDEN = set('/\\:*?"<>|')

MANIFEST = members(
    format=text,
    version=number(),
    program=text,
    files=items(members(name=text, length=number(), sha256=text)),
)


@dataclass
class File:
    """A file of the package."""

    name: str
    data: memoryview
    crc: int


class Package:
    """The package's files, and what the manifest says of them."""

    def __init__(self, data):
        self.data = memoryview(data)
        self.files = []
        self.manifest = None
        self.signature = None

    @property
    def version(self):
        """The version by which the record is checked: the first where its own can't be had."""
        version = self.manifest["version"] if self.manifest else 1
        return version if 1 <= version <= LATEST else 1

    def by_name(self):
        return {file.name: file.data for file in self.files}

    # --- 1.1 ---

    def check_form(self):
        """1.1: headers, directory, end, counts; nothing besides."""
        count, directory_size, directory_start = self._read_end()
        position, directory = 0, b""
        while position < directory_start:
            require(len(self.files) < MOST_FILES, f"more than {MOST_FILES} files")
            file, entry, position = self._read_file(position, directory_start)
            self.files.append(file)
            directory += entry
        same("the number of files", len(self.files), count)
        same("the directory's length", directory_size, len(directory))
        require(self.data[directory_start:-END_SIZE] == directory, "the directory is not that of the files")
        require(len({file.name for file in self.files}) == count, "a name is there twice")

    def _read_end(self):
        require(len(self.data) >= END_SIZE, "the file is too short")
        end = bytes(self.data[-END_SIZE:])
        magic, zeros, here, count, size, start, comment = struct.unpack("<4sIHHIIH", end)
        require(magic == b"PK\5\6" and zeros == 0 and comment == 0, "there is no zip end as it must be")
        require(here == count <= MOST_FILES, "the number of files is wrong")
        same("where the directory ends", start + size, len(self.data) - END_SIZE)
        return count, size, start

    def _read_file(self, position, limit):
        require(position + LOCAL_SIZE <= limit, f"a header at {position} is cut off")
        header = bytes(self.data[position : position + LOCAL_SIZE])
        crc, length, _, name_size = struct.unpack("<III2H", header[14:])[:4]
        expected = b"PK\3\4" + self._common(crc, length, name_size)
        same(f"the header at {position}", header.hex(), expected.hex())
        require(1 <= name_size <= 160, f"the name at {position} has {name_size} bytes")
        start = position + LOCAL_SIZE + name_size
        require(start + length <= limit, f"the file at {position} is cut off")
        raw = bytes(self.data[position + LOCAL_SIZE : start])
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Failed(f"the name at {position} is not UTF-8") from None
        entry = b"PK\1\2\x14\0" + self._common(crc, length, name_size) + bytes(10) + struct.pack("<I", position) + raw
        return File(name, self.data[start : start + length], crc), entry, start + length

    @staticmethod
    def _common(crc, length, name_size):
        """What a local header and a directory entry have in common."""
        return struct.pack("<5H3I2H", 20, 0x0800, 0, 0, 0x0021, crc, length, length, name_size, 0)

    # --- 1.2 to 1.6 ---

    def check_manifest(self):
        """1.2: the last two files are manifest and signature."""
        same("the last files", tuple(file.name for file in self.files[-2:]), LAST)
        manifest, signature = (file.data for file in self.files[-2:])
        require(len(manifest) <= MANIFEST_LIMIT, "manifest.json is too large")
        manifest = read(manifest, MANIFEST, "manifest.json")
        require(len(signature) == 128, "manifest.sig has not 128 bytes")
        digits = bytes(signature).decode("latin-1")
        require(is_hex(digits, 64), "manifest.sig is not hex")
        # Neither is had without the other.
        self.manifest, self.signature = manifest, bytes.fromhex(digits)

    def check_format(self):
        """1.3."""
        manifest = need(self.manifest, "the manifest")
        same("format", manifest["format"], "piaojue-record")
        require(1 <= manifest["version"] <= LATEST, f"version {manifest['version']} is not known")

    def check_files_listed(self):
        """1.4."""
        listed = [file["name"] for file in need(self.manifest, "the manifest")["files"]]
        present = [file.name for file in self.files[:-2]]
        for place, (found, expected) in enumerate(zip(listed, present)):
            same(f"file {place + 1} of the manifest", found, expected)
        same("the number of files in the manifest", len(listed), len(present))

    def check_sums(self, documents):
        """1.5 (all files but documents) or 11.1 (documents)."""
        manifest = need(self.manifest, "the manifest")
        listed = {file["name"]: file for file in reversed(manifest["files"])}  # the first of a name
        for file in self.files:
            if file.name.startswith("documents/") != documents:
                continue
            same(f"CRC-32 of {file.name}", zlib.crc32(file.data), file.crc)
            if file.name in listed and file.name not in LAST:
                same(f"length of {file.name}", len(file.data), listed[file.name]["length"])
                same(f"SHA-256 of {file.name}", hashlib.sha256(file.data).hexdigest(), listed[file.name]["sha256"])

    def check_order(self):
        """1.6: just the files of section 1 in their order."""
        names = [file.name for file in self.files]
        documents = [name for name in names if name.startswith("documents/")]
        expected = list(FIRST)
        for round_number in range(1, self.rounds() + 1):
            for name in ALWAYS + LATER:
                if name == "key-holders.json" and self.version == 1:
                    continue
                path = f"rounds/{round_number}/{name}"
                if name in ALWAYS or path in names:
                    expected.append(path)
        expected += documents + list(LAST)
        for place, (found, right) in enumerate(zip(names, expected)):
            same(f"file {place + 1}", found, right)
        same("the number of files", len(names), len(expected))

    def rounds(self):
        """How many rounds have a file, counted from 1 without a gap; at most 64."""
        numbers = set()
        for file in self.files:
            match = ROUND_FILE.match(file.name)
            if match:
                numbers.add(int(match.group(1)))
        count = 0
        while count < MOST_ROUNDS and count + 1 in numbers:
            count += 1
        return count

    # --- 11.2 ---

    def check_documents(self):
        """11.2: names of documents, their order, and that they are PDF."""
        documents = [file for file in self.files if file.name.startswith("documents/")]
        names = [file.name[len("documents/") :] for file in documents]
        for name, file in zip(names, documents):
            _check_document_name(name)
            require(bytes(file.data[:5]) == b"%PDF-", f"document {name!r} is not a PDF")
        require(names == sorted(names, key=str.encode), "the documents are not sorted")
        small = {name.translate(SMALL) for name in names}
        require(len(small) == len(names), "two documents have the same name but for small letters and capitals")


    def check_issued(self, log):
        """11.3: each document is the one that was last issued under its name."""
        last = {}
        for entry in log.documents():
            name, sha256, rests_on = (entry.event.get(member) for member in ("name", "sha256", "rests_on"))
            named = type(name) is str and name and type(sha256) is str and is_hex(sha256, 32)
            rests = entry.act == "document-attached" or (type(rests_on) is int and 1 <= rests_on < entry.number)
            require(named and rests, f"entry {entry.number} names no document, hash and earlier entry")
            last[name] = sha256
        documents = [file for file in self.files if file.name.startswith("documents/")]
        for file in documents:
            name = file.name[len("documents/") :]
            require(name in last, f"document {name!r} was never issued")
            same(f"SHA-256 of {file.name}", hashlib.sha256(file.data).hexdigest(), last[name])
        missing = set(last) - {file.name[len("documents/") :] for file in documents}
        require(not missing, f"documents that were issued are missing: {', '.join(sorted(missing))}")


def _check_document_name(name):
    require(1 <= len(name.encode()) <= 120, f"document {name!r} has a name too short or too long")
    bad = any(c in FORBIDDEN or unicodedata.category(c) == "Cc" for c in name)
    require(not bad, f"document {name!r} has a forbidden character")
    require(not name.startswith(".") and name[-1] not in ". ", f"document {name!r} begins or ends wrongly")


def check_package(report, package):
    """1.1 to 1.6; whether there is anything more to look at."""
    report.run("1.1", package.check_form)
    if not report.passed("1.1"):
        return False
    report.run("1.2", package.check_manifest)
    report.version = package.version
    report.run("1.3", package.check_format)
    report.run("1.4", package.check_files_listed)
    report.run("1.5", package.check_sums, False)
    report.run("1.6", package.check_order)
    return True


def check_documents(report, package, log):
    """11.1 to 11.3."""
    report.run("11.1", package.check_sums, True)
    report.run("11.2", package.check_documents)
    report.run("11.3", package.check_issued, log)
