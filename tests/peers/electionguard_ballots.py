"""Seals and verifies ballots with ElectionGuard's reference implementation in Python, for comparison.

Prints one JSON object: seconds a ballot to encrypt, and to check every proof of it. One contest with as many selections
and as many votes as are asked for; ElectionGuard's ballots take approvals only.

    python electionguard_ballots.py SELECTIONS VOTES BALLOTS
"""

import dataclasses
import json
import logging
import sys
import time
from datetime import datetime

_get_field = dataclasses._get_field


def _with_hashable_default(cls, name, *rest):
    """From Python 3.11 on, dataclasses refuse defaults that can't be hashed, and ElectionGuard 1.4 has such."""
    value = getattr(cls, name, None)
    default = type(value.default if isinstance(value, dataclasses.Field) else value)
    if default.__hash__ is None and default.__module__.startswith("electionguard"):
        default.__hash__ = object.__hash__
    return _get_field(cls, name, *rest)


dataclasses._get_field = _with_hashable_default

from electionguard.ballot import PlaintextBallot, PlaintextBallotContest, PlaintextBallotSelection
from electionguard.election import make_ciphertext_election_context
from electionguard.elgamal import elgamal_keypair_random
from electionguard.encrypt import encrypt_ballot
from electionguard.group import TWO_MOD_Q, rand_q
from electionguard.manifest import (
    BallotStyle,
    Candidate,
    CandidateContestDescription,
    ElectionType,
    GeopoliticalUnit,
    InternalManifest,
    Manifest,
    Party,
    ReportingUnitType,
    SelectionDescription,
    SpecVersion,
    VoteVariationType,
)


def manifest_of(selections: int, votes: int) -> Manifest:
    unit = "hall"
    style = BallotStyle("style")
    style.geopolitical_unit_ids = [unit]
    descriptions = [SelectionDescription(f"selection-{n}", n, f"project-{n}") for n in range(selections)]
    contest = CandidateContestDescription(
        "contest", 0, unit, VoteVariationType.n_of_m, votes, votes, "projects", descriptions
    )
    return Manifest(
        spec_version=SpecVersion.EG0_95,
        election_scope_id="session",
        type=ElectionType.unknown,
        start_date=datetime(2026, 1, 1),
        end_date=datetime(2026, 1, 2),
        geopolitical_units=[GeopoliticalUnit(unit, unit, ReportingUnitType.unknown)],
        parties=[Party("none")],
        candidates=[Candidate(f"project-{n}") for n in range(selections)],
        contests=[contest],
        ballot_styles=[style],
    )

logging.disable(logging.CRITICAL)


def main(selections: int, votes: int, ballots: int) -> None:
    manifest = manifest_of(selections, votes)
    internal = InternalManifest(manifest)
    keys = elgamal_keypair_random()
    context = make_ciphertext_election_context(1, 1, keys.public_key, TWO_MOD_Q, manifest.crypto_hash())
    seed = rand_q()
    sealing = verifying = 0.0
    for number in range(ballots):
        marked = [
            PlaintextBallotSelection(f"selection-{place}", 1, False)
            for place in range(selections)
            if place % 2 == number % 2 and place // 2 < votes
        ]
        ballot = PlaintextBallot(f"ballot-{number}", "style", [PlaintextBallotContest("contest", marked)])
        start = time.perf_counter()
        sealed = encrypt_ballot(ballot, internal, context, seed)
        sealing += time.perf_counter() - start
        start = time.perf_counter()
        holds = sealed is not None and sealed.is_valid_encryption(
            manifest.crypto_hash(), keys.public_key, context.crypto_extended_base_hash
        )
        verifying += time.perf_counter() - start
        if not holds:
            sys.exit("a ballot does not hold")
    print(json.dumps({"seal": sealing / ballots, "verify": verifying / ballots}))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:4]))
