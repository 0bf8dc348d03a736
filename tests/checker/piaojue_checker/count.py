"""The count: encrypted totals, shares, opening; sections 3.8 and 3.9, checks 9.1 to 9.7."""

import math

from .canonical import b64url, to_b64url, written
from .deciding import require_account, require_totals
from .group import G, IDENTITY, FixedBase, add, decode_scalar, encode, equal, multi, subtract
from .keys import lagrange, point_of
from .proofs import share_holds
from .report import Failed, LeftOut, NotReached, need, require, same


def scalar_of(text, where):
    """The scalar of a b64url text."""
    try:
        return decode_scalar(b64url(text, where))
    except ValueError as error:
        raise Failed(f"{where}: {error}") from None


def _write(ciphertext):
    random, blinded = (to_b64url(encode(point)) for point in ciphertext)
    return {"random_element": random, "blinded_element": blinded}


class Count:
    """9.1 to 9.7 of a round."""

    def __init__(self, round_, key, ballots):
        self.round, self.key, self.ballots = round_, key, ballots

    @property
    def totals(self):
        return need(self.round.totals, "encrypted-totals.json")

    @property
    def shares(self):
        return need(self.round.shares, "shares.jsonl")

    def check_sums(self):
        """9.1."""
        need(self.round.totals, "encrypted-totals.json")
        need(self.round.shares, "shares.jsonl")
        approve, oppose = self.ballots.sums()
        expected = {
            "ballots": len(self.ballots.lines),
            "approve": [_write(ciphertext) for ciphertext in approve],
            "oppose": [_write(ciphertext) for ciphertext in oppose],
        }
        found = bytes(self.round.raw["encrypted-totals.json"])
        require(found == written(expected), "encrypted-totals.json is not the sum of the ballots")

    def check_number(self):
        """9.2."""
        number = self.totals["ballots"]
        rules = self.round.contest.rules if self.round.contest else {}
        fewest = rules.get("fewest_ballots", 2)
        require(number >= fewest or (number == 0 and not self.shares), f"{number} ballots and {len(self.shares)} shares")

    def check_holders(self):
        """9.3."""
        holders = [share["holder"] for share in self.shares]
        if not holders and self.totals["ballots"] == 0:
            return
        key = need(self.key, "the key")
        require(holders == sorted(set(holders)), "the holders are not ascending, each once")
        require(all(1 <= holder <= key.shares for holder in holders), "a holder is not one of the cards")
        require(len(holders) >= key.threshold, f"{len(holders)} shares, {key.threshold} are needed")

    def _ciphertexts(self):
        """The totals' ciphertexts, approvals first."""
        return [
            tuple(point_of(ciphertext[part], f"total {place}") for part in ("random_element", "blinded_element"))
            for place, ciphertext in enumerate(self.totals["approve"] + self.totals["oppose"], 1)
        ]

    def check_shares(self, fast):
        """9.4."""
        key, ciphertexts = need(self.key, "the key"), self._ciphertexts()
        for share in self.shares:
            where = f"share of card {share['holder']}"
            same(f"{where}: parts", len(share["parts"]), len(ciphertexts))
            require(1 <= share["holder"] <= key.shares, f"{where}: there is no such card")
        if fast:
            raise LeftOut("left out by --fast")
        for place, (random, _) in enumerate(ciphertexts if self.shares else [], 1):
            base = FixedBase(random)
            for share in self.shares:
                _check_part(key, base, share["holder"], share["parts"][place - 1], place)

    def _opened(self, shares, ciphertexts):
        """[v]G of each total by some shares (3.9)."""
        factors = lagrange([share["holder"] for share in shares], 0)
        for place, (_, blinded) in enumerate(ciphertexts):
            parts = [share["parts"][place]["share"]["dh_element"] for share in shares]
            points = [point_of(part, f"part {place + 1}") for part in parts]
            yield subtract(blinded, multi(list(zip(factors, points))))

    def _check_opening(self, shares):
        """The shares open numbers that there can be; of an announced round the state's totals, place by place."""
        state, ballots = need(self.round.state, "state.json"), self.totals["ballots"]
        stated = self._stated(state.counted["totals"]) if state.announced else None
        if not shares:
            require(not any(stated or ()), "there are totals and no shares")
            return
        for place, opened in enumerate(self._opened(shares, self._ciphertexts())):
            if stated is None:
                require(is_multiple_up_to(ballots, opened), f"total {place + 1} opens to no number up to {ballots}")
            else:
                held = stated[place] <= ballots and equal(opened, G.times(stated[place]))
                require(held, f"total {place + 1} is not {stated[place]}")

    def _stated(self, totals):
        """The state's totals as the ciphertexts stand; oppositions that are not asked for must be 0."""
        same("the number of totals", len(totals), len(self.totals["approve"]))
        approve, oppose = ([total[side] for total in totals] for side in ("approve", "oppose"))
        require(self.totals["oppose"] or not any(oppose), "there are oppositions")
        return approve + oppose

    def check_first(self):
        """9.5."""
        self._check_opening(self.shares[: need(self.key, "the key").threshold])

    def check_last(self):
        """9.6."""
        self._check_opening(self.shares[-need(self.key, "the key").threshold :])

    def check_totals(self):
        """9.7."""
        state, contest = need(self.round.state, "state.json"), need(self.round.contest, "contest.json")
        if state.announced:
            account = state.account(contest.delegates)
            try:
                require_account(account)
            except Failed as error:
                raise NotReached(str(error)) from None
            totals = state.counted["totals"]
            same("the candidates of the totals", [total["id"] for total in totals], contest.numbers)
            contest.require_fit()
            require_totals(contest, account, totals)


def is_multiple_up_to(most, point):
    """Whether a point is [v]G with 0 <= v <= most; by small steps and large ones."""
    step = math.isqrt(most) + 1
    small, current = {}, IDENTITY
    for place in range(step):
        small[encode(current)] = place
        current = add(current, G.point)
    for large in range(step):
        place = small.get(encode(point))
        if place is not None:
            return large * step + place <= most
        point = subtract(point, current)
    return False


def _check_part(key, base, holder, part, place):
    """A part of a share holds (3.8)."""
    where = f"part {place} of card {holder}"
    share = point_of(part["share"]["dh_element"], where)
    challenge, response = (scalar_of(part["proof"][name], where) for name in ("challenge", "response"))
    require(share_holds(key, holder, base, share, challenge, response), f"the proof of {where} does not hold")


def check_count(report, round_, key, ballots, fast):
    """9.1 to 9.6 where there is encrypted-totals.json; 9.7."""
    count, number = Count(round_, key, ballots), round_.number
    if round_.has("encrypted-totals.json"):
        report.run("9.1", count.check_sums, round_number=number)
        report.run("9.2", count.check_number, round_number=number)
        report.run("9.3", count.check_holders, round_number=number, rests_on="9.1")
        report.run("9.4", count.check_shares, fast, round_number=number, rests_on="9.3")
        report.run("9.5", count.check_first, round_number=number, rests_on="9.4")
        report.run("9.6", count.check_last, round_number=number, rests_on="9.4")
    report.run("9.7", count.check_totals, round_number=number)
