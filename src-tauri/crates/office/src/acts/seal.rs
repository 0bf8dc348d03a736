//! The sealing of a round: keys and slips. What is secret is handed out first and printed; only then is the round sealed,
//! so that a crash in between loses nothing. Each output is an act with two persons: no card leaves without its holder.

use super::key_ceremony::made_key;
use crate::{
    act::{Office, Witnessed, with_scrutineer},
    errors::{ActsError, KeysError, OfficeError},
    log::Event,
    randomness::Randomness,
    store::{
        Section, kiosks,
        rounds::{self, Keys},
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{
    BallotVersion, Election, ElectionKey, KeyCard, ListedSlip, SlipCode, SlipKey, SlipTag, TokenHash, deal,
    slip_list_commitment,
};
use procedure::{
    count::counted,
    number::RoundNumber,
    round::{Adopted, Round, Sealing},
    statement::{FEWEST, says_why},
};
use session_model::{KeyMaking, OutputWay, Zone, ZoneSlips, contest_digest};
use signed_file::Actors as _;
use std::collections::BTreeSet;

/// More slips than any congress has delegates.
const MOST_SLIPS: u32 = 100_000;

/// What a key ceremony made: in memory until it is printed, then dropped and overwritten.
pub struct Ceremony {
    key: ElectionKey,
    slip_key: SlipKey,
    cards: Vec<KeyCard>,
    codes: Vec<SlipCode>,
    /// The zone of each code.
    zones: Vec<Zone>,
    paper: Vec<SlipTag>,
    /// The cards that were given out, each with how.
    cards_out: BTreeSet<(u32, OutputWay)>,
    slips_out: bool,
}

impl Ceremony {
    /// The key cards, in the order of their holders; none where an earlier round's cards are used again.
    #[must_use]
    pub fn cards(&self) -> &[KeyCard] {
        &self.cards
    }

    /// The slips' codes: zone by zone, and within a zone in no order that means anything.
    #[must_use]
    pub fn codes(&self) -> &[SlipCode] {
        &self.codes
    }

    /// The zone of each code, in the same order.
    #[must_use]
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// How many paper ballots the box will take.
    #[must_use]
    pub fn paper(&self) -> u32 {
        counted(self.paper.len())
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &ElectionKey {
        &self.key
    }

    /// Whether the card of this number was given out in this way.
    #[must_use]
    pub fn is_card_out(&self, card: u32, way: OutputWay) -> bool {
        self.cards_out.contains(&(card, way))
    }

    /// Whether the slips were given out.
    #[must_use]
    pub const fn are_slips_out(&self) -> bool {
        self.slips_out
    }

    /// The slots of the box: the slips in the order of their codes, then the paper ballots.
    fn slots(&self) -> impl Iterator<Item = (SlipTag, SlotState)> {
        let slips = self.codes.iter().map(|code| (self.slip_key.tag(code), SlotState::Unused));
        slips.chain(self.paper.iter().map(|tag| (*tag, SlotState::UnusedPaper)))
    }

    /// The list of all slots that is committed to: each slip with the hash of its token, each paper ballot with none.
    fn list(&self) -> Vec<ListedSlip> {
        let slip = |code: &SlipCode| ListedSlip {
            tag: self.slip_key.tag(code),
            token: self.slip_key.token(code).hash(),
        };
        let paper = |tag: &SlipTag| ListedSlip { tag: *tag, token: TokenHash::OF_PAPER };
        self.codes.iter().map(slip).chain(self.paper.iter().map(paper)).collect()
    }

    /// The root over the tags of all slots.
    fn slips_root(&self) -> String {
        ballot_box::root(self.slots().map(|(tag, _)| tag.0))
    }
}

/// Whether the round is sealed for the cards of the round before, which it is where that one was sealed. A key that holders have
/// made is the session's until they give it up, and has no cards.
pub fn reuses_cards(office: &Office) -> Result<bool, OfficeError> {
    let keys = office.store.profile()?.text().keys;
    Ok(match (keys, office.store.latest_round()?) {
        (KeyMaking::Dealt, Some(round)) => keys_before(office, &round)?.is_some(),
        (KeyMaking::Dealt, None) | (KeyMaking::Distributed, _) => false,
    })
}

/// The keys of the round before this one; none where it is the first, or the one before was never sealed.
fn keys_before(office: &Office, round: &Round) -> Result<Option<Keys>, OfficeError> {
    let before = RoundNumber(round.number().0.saturating_sub(1));
    Ok(office.store.keys(before)?)
}

/// Deals new cards, or makes slips for those of the round before.
pub fn begin_ceremony(
    office: &mut Office,
    slips: impl Into<ZoneSlips>,
    paper: u32,
) -> Result<Ceremony, OfficeError> {
    if reuses_cards(office)? {
        reuse_cards(office, slips, paper)
    } else {
        prepare_sealing(office, slips, paper)
    }
}

/// Deals a new key to the session's scrutineers, or takes the one that they have made, and makes slips and slots for paper
/// ballots. Slips are so many of one zone, or of each zone so many.
pub fn prepare_sealing(
    office: &mut Office,
    slips: impl Into<ZoneSlips>,
    paper: u32,
) -> Result<Ceremony, OfficeError> {
    let profile = office.store.profile()?;
    let (key, cards) = match profile.text().keys {
        KeyMaking::Dealt => {
            let cards = counted(profile.card_holders().len());
            deal(cards, profile.text().threshold, &mut office.randomness)?
        }
        KeyMaking::Distributed => (made_key(office)?.finished.key, Vec::new()),
    };
    make_slips(&mut office.randomness, key, cards, &slips.into(), paper)
}

/// Makes slips for a further round that the cards of the round before will open.
pub fn reuse_cards(
    office: &mut Office,
    slips: impl Into<ZoneSlips>,
    paper: u32,
) -> Result<Ceremony, OfficeError> {
    let before = keys_before(office, &office.round()?)?.ok_or(ActsError::NoKeysToReuse)?;
    make_slips(&mut office.randomness, before.election, Vec::new(), &slips.into(), paper)
}

/// The digest over the holders of the key, where they have made it; fails where it isn't the one that the slips were made for.
fn digest_of_holders(office: &Office, key: &ElectionKey) -> Result<Option<String>, OfficeError> {
    match office.store.profile()?.text().keys {
        KeyMaking::Dealt => Ok(None),
        KeyMaking::Distributed => {
            let made = made_key(office)?;
            let is_same = made.finished.key.fingerprint() == key.fingerprint();
            if is_same { Ok(Some(made.roster.digest_text())) } else { Err(KeysError::NotMade.into()) }
        }
    }
}

fn make_slips(
    randomness: &mut Randomness,
    key: ElectionKey,
    cards: Vec<KeyCard>,
    slips: &ZoneSlips,
    paper: u32,
) -> Result<Ceremony, OfficeError> {
    key.refuse_degenerate()?;
    let wanted = slips.total().saturating_add(paper);
    if wanted > MOST_SLIPS {
        return Err(ActsError::TooManySlips { slips: wanted }.into());
    }
    let slip_key = SlipKey::generate(randomness);
    let zones: Vec<Zone> = slips.zones().collect();
    let codes: Vec<SlipCode> = zones.iter().map(|_| SlipCode::generate(randomness)).collect();
    let paper = (0..paper).map(|_| slip_key.tag(&SlipCode::generate(randomness))).collect();
    Ok(Ceremony { key, slip_key, cards, codes, zones, paper, cards_out: BTreeSet::new(), slips_out: false })
}

/// Gives a key card out of memory; whoever calls this shows, prints or saves it next. The entry comes first, so that no card
/// leaves unseen: an output that fails afterwards stands in the log like one that didn't. Fails where the witness isn't the
/// card's holder, or where the card was given out in this way before and there is no reason of enough letters or digits.
pub fn output_card(
    office: &mut Office,
    by: &Witnessed,
    ceremony: &mut Ceremony,
    card: u32,
    way: OutputWay,
    reason: Option<&str>,
) -> Result<(), OfficeError> {
    let round = office.round_in::<Adopted>()?.contest.round();
    let profile = office.store.profile()?;
    let held = ceremony.cards.iter().zip(profile.card_holders());
    let holder = held.filter(|(made, _)| made.holder() == card).map(|(_, holder)| holder.to_owned()).next();
    let holder = holder.ok_or(ActsError::CardUnknown { card })?;
    if by.witness() != Some(holder.as_str()) {
        return Err(ActsError::NotTheHolder { name: holder }.into());
    }
    let reason = reason_once_more(ceremony.is_card_out(card, way), reason)?;
    let event = Event::CardOutput { round, card, holder, key: ceremony.key.fingerprint(), way, reason };
    office.act(by, &[], event, |_, _| Ok(()))?;
    ceremony.cards_out.insert((card, way));
    Ok(())
}

/// Gives the slips out of memory, as [`output_card`] does a card. Every output but the first takes a reason, in whichever way.
pub fn output_slips(
    office: &mut Office,
    by: &Witnessed,
    ceremony: &mut Ceremony,
    way: OutputWay,
    reason: Option<&str>,
) -> Result<(), OfficeError> {
    let round = office.round_in::<Adopted>()?.contest.round();
    let reason = reason_once_more(ceremony.slips_out, reason)?;
    let (slips, root) = (counted(ceremony.codes.len()), ceremony.slips_root());
    office.act(by, &[], Event::SlipsOutput { round, slips, root, way, reason }, |_, _| Ok(()))?;
    ceremony.slips_out = true;
    Ok(())
}

/// Gives out everything as files, each card with its holder and the slips with the scrutineer: what a rehearsal does by itself.
/// The reason is for what was saved before.
pub fn output_all(
    office: &mut Office,
    by: &Witnessed,
    ceremony: &mut Ceremony,
    reason: &str,
) -> Result<(), OfficeError> {
    let profile = office.store.profile()?;
    let cards: Vec<u32> = ceremony.cards.iter().map(KeyCard::holder).collect();
    for (card, holder) in cards.into_iter().zip(profile.card_holders()) {
        let by = with_scrutineer(&profile, by.operator(), holder)?;
        output_card(office, &by, ceremony, card, OutputWay::Saved, Some(reason))?;
    }
    output_slips(office, by, ceremony, OutputWay::Saved, Some(reason))
}

/// Why something is given out once more; none the first time.
fn reason_once_more(is_out: bool, reason: Option<&str>) -> Result<Option<String>, ActsError> {
    if !is_out {
        return Ok(None);
    }
    let reason = reason.unwrap_or_default().trim();
    if !says_why(reason) {
        return Err(ActsError::ReasonTooShort { least: FEWEST });
    }
    Ok(Some(reason.to_owned()))
}

/// Seals the round: its box is laid out, and delegates can be checked in.
pub fn seal(office: &mut Office, by: &Witnessed, ceremony: &Ceremony) -> Result<(), OfficeError> {
    let adopted = office.round_in::<Adopted>()?;
    let digest = contest_digest(&adopted.contest);
    // A session that was sealed by version 0.1.0 goes on by its rules, without tokens and digits.
    let version = office.store.record_version()?;
    let ballots = BallotVersion::of_record(version);
    let election = Election::new(&ceremony.key, &adopted.contest.form()?, digest, ballots)?;
    let sealing = Sealing {
        digest: ballot_box::hex(&digest),
        key_fingerprint: ceremony.key.fingerprint(),
        cards: ceremony.key.cards(),
        threshold: ceremony.key.threshold(),
        slips: counted(ceremony.codes.len()),
    };
    let sealed = Round::from(adopted.seal(sealing.clone())?);
    let round = sealed.number();
    let slots: Vec<(SlipTag, SlotState)> = ceremony.slots().collect();
    let zones = ceremony.codes.iter().map(|code| ceremony.slip_key.tag(code)).zip(ceremony.zones.clone());
    let keys = Keys {
        election: ceremony.key.clone(),
        slips: ceremony.slip_key.clone(),
        slips_root: ceremony.slips_root(),
        paper: counted(ceremony.paper.len()),
    };
    let list = if version > 1 { ceremony.list() } else { Vec::new() };
    let event = Event::Sealed {
        round,
        key: sealing.key_fingerprint,
        threshold: sealing.threshold,
        cards: sealing.cards,
        slips: sealing.slips,
        paper: keys.paper,
        holders: digest_of_holders(office, &ceremony.key)?,
        list: (version > 1).then(|| slip_list_commitment(list.iter().copied())),
        version,
    };
    let sections =
        [Section::Round(round), Section::Keys(round), Section::Zones(round), Section::SlipList(round)];
    office.act(by, &sections, event, |transaction, station| {
        rounds::put(transaction, &sealed)?;
        rounds::put_keys(transaction, round, &keys)?;
        kiosks::put_zones(transaction, round, zones)?;
        let open = OpenBox { station, round };
        slots::lay_out(transaction, open, &keys.slips, slots, &list, election.sealed_len())
    })
}
