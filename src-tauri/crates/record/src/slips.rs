//! The slips' account: every slip that was made is spent, unused or cancelled, and no more ballots are in the box than slips
//! were spent. And each spent slip was held by somebody: its token is there, whose hash was committed to before the poll.

use crate::{
    Check, Problem,
    entry::Piles,
    error::same,
    files::{ListedTag, Slips, VoidPaper},
    history::Story,
    json::from_hex,
    ledger::Ledger,
    milestones::Closed,
    round::Round,
};
use ballot_box::{ListedSlip, SlipTag, SlipToken, TokenHash, hex, slip_list_commitment};
use procedure::{count::counted, statement::says_why};
use std::collections::BTreeSet;

const OF_SLIPS: &[Check] = &[
    Check::Tags,
    Check::Made,
    Check::PaperUsed,
    Check::Spent,
    Check::Cancelled,
    Check::Issued,
    Check::Tray,
    Check::SlipList,
    Check::Commitment,
    Check::Tokens,
    Check::Piles,
];

/// Checks a round's slips. `ballots` is how many sealed ballots its file has, if it could be read.
pub fn check(round: &Round, story: Option<&Story>, ballots: Option<u32>, version: u32, ledger: &mut Ledger) {
    if !round.has("slips.json") {
        ledger.nothing(OF_SLIPS);
        return;
    }
    let Some(slips) = &round.slips else {
        ledger.skip(OF_SLIPS);
        return;
    };
    let what = round.file("slips.json");
    let tags = ledger.enter(Check::Tags, check_tags(&what, slips));
    if version > 1 {
        check_proofs(&what, slips, tags.is_some(), story, ledger);
    }
    ledger.enter(Check::Made, check_made(&what, slips));
    match ballots {
        Some(ballots) => {
            ledger.enter(Check::Spent, same(format!("{what} spent"), ballots, counted(slips.spent.len())));
        }
        None => ledger.skip(&[Check::Spent]),
    }
    let Some((story, closed)) = story.and_then(|story| Some((story, story.closed.as_ref()?))) else {
        ledger.skip(&[Check::PaperUsed, Check::Cancelled, Check::Issued, Check::Tray, Check::Piles]);
        return;
    };
    ledger.enter(Check::PaperUsed, check_paper(&what, slips, story));
    ledger.enter(Check::Cancelled, check_cancelled(&what, slips, story));
    ledger.enter(Check::Issued, check_issued(&what, slips, closed));
    if version > 1 {
        ledger.enter(Check::Piles, check_piles(&what, slips, story, closed));
    }
    match &round.void_paper {
        Some(void) => {
            ledger.enter(Check::Tray, check_tray(&what, slips, void, story, closed));
        }
        None => ledger.skip(&[Check::Tray]),
    }
}

/// That each spent slip was held by somebody. A round of version 1 has neither list nor tokens.
fn check_proofs(what: &str, slips: &Slips, has_tags: bool, story: Option<&Story>, ledger: &mut Ledger) {
    let list = if has_tags {
        ledger.enter(Check::SlipList, check_list(what, slips))
    } else {
        ledger.skip(&[Check::SlipList]);
        None
    };
    let Some(list) = list else {
        ledger.skip(&[Check::Commitment, Check::Tokens]);
        return;
    };
    match story.and_then(|story| story.sealed.as_ref()) {
        Some(sealed) => {
            let expected = sealed.list.as_deref().unwrap_or_default();
            let found = slip_list_commitment(list.iter().copied());
            ledger.enter(Check::Commitment, same(format!("{what} list"), expected, found.as_str()));
        }
        None => ledger.skip(&[Check::Commitment]),
    }
    ledger.enter(Check::Tokens, check_tokens(what, slips, &list));
}

/// The list is sorted by tag and has just the tags of the slips' lists; just as many of its hashes are zeros as there are paper
/// slots, those of unused paper slots among them, and none of an unused or a cancelled slip. No other hash is there twice.
fn check_list(what: &str, slips: &Slips) -> Result<Vec<ListedSlip>, Problem> {
    let what = format!("{what} list");
    // It was asked for where the file was read.
    let rows = slips.list.as_deref().unwrap_or_default();
    let mut list = Vec::new();
    for ListedTag { tag, token_hash } in rows {
        let bytes = |text: &str| from_hex::<32>(text).ok_or_else(|| Problem::unreadable(&what, text));
        list.push(ListedSlip { tag: SlipTag(bytes(tag)?), token: TokenHash(bytes(token_hash)?) });
    }
    let mut tags: Vec<&String> =
        [&slips.spent, &slips.unused, &slips.cancelled, &slips.unused_paper].into_iter().flatten().collect();
    tags.sort_unstable();
    if !rows.iter().map(|row| &row.tag).eq(tags) {
        return Err(Problem::Order { what });
    }
    let is_paper = |tag: &String| {
        let row = rows.binary_search_by(|row| row.tag.cmp(tag)).ok().and_then(|place| list.get(place));
        row.is_some_and(|row| row.token == TokenHash::OF_PAPER)
    };
    let misplaced = slips.unused.iter().chain(&slips.cancelled).find(|tag| is_paper(tag));
    let misplaced = misplaced.or_else(|| slips.unused_paper.iter().find(|tag| !is_paper(tag)));
    if let Some(tag) = misplaced {
        return Err(Problem::unexpected(format!("{what} {tag}")));
    }
    let paper = list.iter().filter(|row| row.token == TokenHash::OF_PAPER).count();
    same(&what, u64::from(slips.paper), paper as u64)?;
    // One token must not answer for two slips.
    let mut hashes = BTreeSet::new();
    let twice = list.iter().find(|row| row.token != TokenHash::OF_PAPER && !hashes.insert(row.token));
    match twice {
        Some(row) => Err(Problem::unexpected(format!("{what} {}", hex(&row.token.0)))),
        None => Ok(list),
    }
}

/// The tokens are sorted, none is there twice, and their hashes are just those of the spent slips.
fn check_tokens(what: &str, slips: &Slips, list: &[ListedSlip]) -> Result<(), Problem> {
    let what = format!("{what} tokens");
    let tokens = slips.tokens.as_deref().unwrap_or_default();
    if !tokens.is_sorted_by(|one, next| one < next) {
        return Err(Problem::Order { what });
    }
    let mut hashes = BTreeSet::new();
    for token in tokens {
        let bytes = from_hex::<32>(token).ok_or_else(|| Problem::unreadable(&what, token))?;
        hashes.insert(SlipToken(bytes).hash());
    }
    let spent: BTreeSet<&str> = slips.spent.iter().map(String::as_str).collect();
    let listed = list.iter().filter(|row| row.token != TokenHash::OF_PAPER);
    let expected: BTreeSet<TokenHash> =
        listed.filter(|row| spent.contains(row.tag.to_string().as_str())).map(|row| row.token).collect();
    match hashes.symmetric_difference(&expected).next() {
        None => Ok(()),
        Some(hash) if expected.contains(hash) => Err(Problem::missing(format!("{what} {}", hex(&hash.0)))),
        Some(hash) => Err(Problem::unexpected(format!("{what} {}", hex(&hash.0)))),
    }
}

/// Each list is sorted, and no tag is there twice.
fn check_tags(what: &str, slips: &Slips) -> Result<(), Problem> {
    let mut all: Vec<&str> = Vec::new();
    for list in [&slips.spent, &slips.unused, &slips.cancelled, &slips.unused_paper] {
        if let Some(tag) = list.iter().find(|tag| from_hex::<32>(tag).is_none()) {
            return Err(Problem::unreadable(what, tag));
        }
        if !list.is_sorted() {
            return Err(Problem::Order { what: what.to_owned() });
        }
        all.extend(list.iter().map(String::as_str));
    }
    all.sort_unstable();
    match all.windows(2).find(|pair| pair.first() == pair.last()) {
        Some(pair) => {
            Err(Problem::Twice { what: format!("{what} {}", pair.concat().get(..64).unwrap_or_default()) })
        }
        None => Ok(()),
    }
}

fn check_made(what: &str, slips: &Slips) -> Result<(), Problem> {
    let accounted =
        [&slips.spent, &slips.unused, &slips.cancelled, &slips.unused_paper].map(|list| list.len() as u64);
    same(what, u64::from(slips.slips) + u64::from(slips.paper), accounted.iter().sum())
}

/// As many paper slots are no longer unused as valid paper ballots were entered.
fn check_paper(what: &str, slips: &Slips, story: &Story) -> Result<(), Problem> {
    let used = u64::from(slips.paper).checked_sub(slips.unused_paper.len() as u64);
    let what = format!("{what} unused_paper");
    let used = used.ok_or_else(|| Problem::differs(&what, slips.paper, slips.unused_paper.len()))?;
    same(what, story.paper_valid, used)
}

/// As many are cancelled as were exchanged, spent twice with no ballot that counts, or spent though they lay among the left-over
/// ones. Of those spent twice each is where the decision left it.
fn check_cancelled(what: &str, slips: &Slips, story: &Story) -> Result<(), Problem> {
    let annulled = story.annulled.iter().map(|tag| (tag, false));
    for (tag, kept) in story.disputes().chain(annulled) {
        let list = if kept { &slips.spent } else { &slips.cancelled };
        if list.binary_search(tag).is_err() {
            return Err(Problem::missing(format!("{what} {tag}")));
        }
    }
    let expected = story.exchanged.saturating_add(story.void_slips());
    same(format!("{what} cancelled"), expected, counted(slips.cancelled.len()))
}

/// As many were handed out as at the close, and no more than there were.
fn check_issued(what: &str, slips: &Slips, closed: &Closed) -> Result<(), Problem> {
    same(format!("{what} issued"), closed.issued, slips.issued)?;
    let most = slips.slips.saturating_add(slips.paper);
    if slips.issued <= most {
        Ok(())
    } else {
        Err(Problem::differs(what, format!("..={most}"), slips.issued))
    }
}

/// The left-over slips were scanned, and every slip that was made is left over, was handed out or exchanged, or was spoiled in
/// printing; or two persons have stated why nobody looked.
fn check_piles(what: &str, slips: &Slips, story: &Story, closed: &Closed) -> Result<(), Problem> {
    let what = format!("{what} piles");
    let Piles { handed, left, spoiled, .. } = match (&closed.piles, &closed.unchecked) {
        (None, Some(reason)) if says_why(reason) => return Ok(()),
        (Some(piles), None) => *piles,
        (Some(_), Some(_)) => return Err(Problem::unexpected(what)),
        (None, Some(_) | None) => return Err(Problem::missing(what)),
    };
    let accounted = [left, handed, spoiled, story.exchanged].map(u64::from).iter().sum::<u64>();
    same(&what, u64::from(slips.slips), accounted)?;
    // What was handed out is slips and paper ballots, of which there were no more than made.
    let paper = closed.issued.checked_sub(handed).filter(|paper| *paper <= slips.paper);
    paper.map(|_| ()).ok_or_else(|| Problem::differs(what, closed.issued, handed))
}

/// Spent slips and paper ballots by the tellers' hand are those of the box, of lost kiosks and of void slips, unless the
/// scrutineers have stated why not.
fn check_tray(
    what: &str,
    slips: &Slips,
    void: &VoidPaper,
    story: &Story,
    closed: &Closed,
) -> Result<(), Problem> {
    same(format!("{what} missing"), story.missing(), u64::from(closed.missing))?;
    if closed.statement.as_ref().is_some_and(|statement| !statement.trim().is_empty()) {
        return Ok(());
    }
    // More unused slots than there are would be fewer than none used, which is another check's matter.
    let by_paper = i64::from(slips.paper) - i64::from(counted(slips.unused_paper.len()));
    let by_slip = i64::from(counted(slips.spent.len())) - by_paper;
    if by_slip < 0 {
        return Err(Problem::differs(format!("{what} spent"), format!("{by_paper}.."), slips.spent.len()));
    }
    let void: i64 = void.0.values().map(|ballots| i64::from(*ballots)).sum();
    let in_trays = by_slip + i64::from(story.void_disputes()) + i64::from(closed.missing);
    same(format!("{what} tray"), i64::from(closed.tray.slips), in_trays)?;
    same(format!("{what} tray paper"), i64::from(closed.tray.paper), by_paper + void)
}
