"""Alters a record and puts it together again with a fresh station's key, so that only the altered thing is wrong. For tests."""

import hashlib
import json
import struct
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from piaojue_checker.against import TAG_STATES
from piaojue_checker.canonical import b64, written
from piaojue_checker.package import Package
from piaojue_checker.parts import part_hash


class Altered:
    """A record's files, to be changed."""

    def __init__(self, data):
        package = Package(data)
        package.check_form()
        self.files = {file.name: bytes(file.data) for file in package.files}
        self.entries = [json.loads(json.loads(line)["entry"]) for line in self.files["log.jsonl"].splitlines()]
        self.key = Ed25519PrivateKey.generate()
        self.version = self.json("manifest.json")["version"]
        self.manifest = None

    def json(self, name):
        """The value of a JSON file."""
        return json.loads(self.files[name])

    def edit(self, name, change):
        """Changes a JSON file by a function of its value."""
        value = self.json(name)
        change(value)
        self.files[name] = written(value)

    def edit_lines(self, name, change):
        """Changes a .jsonl file by a function of its list of values."""
        values = [json.loads(line) for line in self.files[name].splitlines()]
        change(values)
        self.files[name] = b"".join(written(value) + b"\n" for value in values)

    def events(self, act, round_number=None):
        """The events of an act."""
        events = [entry["event"] for entry in self.entries if entry["event"]["act"] == act]
        return [event for event in events if round_number in (None, event.get("round"))]

    # --- putting it together ---

    def seal(self):
        """The hashes of parts, the log's chain and signatures, the session, the manifest."""
        station = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.edit("session.json", lambda session: session.update(station=station.hex()))
        self.refresh_parts(station)
        self.chain()
        self.sign()
        return self

    def refresh_parts(self, station):
        """The last hash of each part that the record holds."""
        text = {name: data.decode() for name, data in self.files.items() if name.endswith((".json", ".jsonl"))}
        self._name("session", [(1, text["profile.json"], text["rules.json"], station)])
        for number in range(1, 65):
            prefix = f"rounds/{number}/"
            if prefix + "state.json" not in text:
                return
            self._name(f"round/{number}", [(number, text[prefix + "state.json"])])
            self._refresh_later(number, prefix, text)

    def _refresh_later(self, number, prefix, text):
        if prefix + "slips.json" in text:
            slips = self.json(prefix + "slips.json")
            tags = sorted((bytes.fromhex(tag), s) for name, s in TAG_STATES.items() for tag in slips[name])
            self._name(f"slips/{number}", [(number, tag, state) for tag, state in tags])
        if prefix + "ballots.jsonl" in text:
            lines = [json.loads(line) for line in text[prefix + "ballots.jsonl"].splitlines()]
            rows = [(number, bytes.fromhex(line["hash"]), b64(line["ballot"], "ballot")) for line in lines]
            self._name(f"ballots/{number}", rows)
        if prefix + "shares.jsonl" in text:
            shares = text[prefix + "shares.jsonl"].splitlines()
            rows = [(json.loads(line)["holder"], line) for line in shares]
            self._name(f"opening/{number}", [(0, text[prefix + "encrypted-totals.json"]), *rows])

    def _name(self, part, rows):
        for entry in reversed(self.entries):
            if part in entry["parts"]:
                entry["parts"][part] = part_hash(rows)
                return

    def chain(self):
        """The log's lines of its entries; `entries` and `head` of the session."""
        lines, before = [], bytes(32)
        for number, entry in enumerate(self.entries, 1):
            text = entry if isinstance(entry, str) else written(entry).decode()
            before = hashlib.sha256(b"piaojue audit v1" + struct.pack(">I", number) + before + text.encode()).digest()
            signature = self.key.sign(before).hex()
            lines.append({"number": number, "entry": text, "hash": before.hex(), "signature": signature})
        self.files["log.jsonl"] = b"".join(written(line) + b"\n" for line in lines)
        self.edit("session.json", lambda session: session.update(entries=len(lines), head=before.hex()))

    def sign(self):
        """The manifest and its signature."""
        names = [name for name in self.files if name not in ("manifest.json", "manifest.sig")]
        files = [
            {"name": n, "length": len(self.files[n]), "sha256": hashlib.sha256(self.files[n]).hexdigest()} for n in names
        ]
        manifest = {"format": "piaojue-record", "version": self.version, "program": "test", "files": files}
        self.files["manifest.json"] = self.manifest or written(manifest)
        self.files["manifest.sig"] = self.key.sign(b"piaojue record v%d\n" % self.version + self.files["manifest.json"]).hex().encode()

    def package(self):
        """The bytes of the package (section 1)."""
        body, directory = b"", b""
        for name, data in self.files.items():
            raw = name.encode()
            common = struct.pack("<5H3I2H", 20, 0x0800, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(raw), 0)
            directory += b"PK\1\2\x14\0" + common + bytes(10) + struct.pack("<I", len(body)) + raw
            body += b"PK\3\4" + common + raw + data
        count = len(self.files)
        return body + directory + struct.pack("<4sIHHIIH", b"PK\5\6", 0, count, count, len(directory), len(body), 0)
