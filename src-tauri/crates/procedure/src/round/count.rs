//! From the closed poll to the announcement.

use super::{ActError, Closed, Ended, Refused, RoundError, RoundState, Void, permit};
use crate::{
    account::Account,
    contest::Contest,
    count::Ballots,
    number::CandidateNumber,
    outcome::{Call, Decision, Outcome, VoidReason, void_reason},
    tally::Total,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a count comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "taken apart at once")]
pub enum Counting {
    /// The round is valid.
    Counted(Counted),
    /// The account voids it.
    Void(Void),
}

impl Closed {
    /// Why the count will find the round void, if it will: known before anything is opened.
    #[must_use]
    pub fn void_reason(&self) -> Option<VoidReason> {
        // The close has checked these figures. If they were wrong all the same, the count would fail and say so.
        let account = self.closing.account(&self.contest, Ballots(0)).ok()?;
        void_reason(&self.contest.rules, &account)
    }

    /// Counts the round: `void` ballots are none of the valid, and the totals are of the valid. A round that has a
    /// [`void_reason`](Self::void_reason) needs no totals, so that nothing of it need ever be opened.
    pub fn count(self, void: Ballots, totals: &[Total]) -> Result<Counting, Refused<Self>> {
        let decided = self.decide(void, totals);
        let (closed, (account, outcome)) = permit(self, decided)?;
        Ok(match outcome {
            Outcome::Valid(decision) => Counting::Counted(Counted { closed, account, decision }),
            Outcome::Void(reason) => {
                let ended = Ended::AtCount { reason, account };
                Counting::Void(Void { contest: closed.contest, ended })
            }
        })
    }

    fn decide(&self, void: Ballots, totals: &[Total]) -> Result<(Account, Outcome), RoundError> {
        let account = self.closing.account(&self.contest, void)?;
        let outcome = match self.void_reason() {
            Some(reason) => Outcome::Void(reason),
            None => self.contest.decide(&account, &self.contest.slate()?, totals)?,
        };
        Ok((account, outcome))
    }
}

/// A counted round. It is stored as its figures, and decided again when it is read: a store can't hold an outcome that
/// its totals don't give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CountedText", into = "CountedText")]
#[non_exhaustive]
pub struct Counted {
    /// The round as it was closed.
    pub closed: Closed,
    /// The ballot account.
    pub account: Account,
    /// The totals, and what follows from them; with the lots, where they were drawn.
    pub decision: Decision,
}

impl Counted {
    /// What the round is about.
    #[must_use]
    pub const fn contest(&self) -> &Contest {
        &self.closed.contest
    }

    /// The outcome, as the command line and the record write it.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::Valid(self.decision.clone())
    }

    /// Enters whom the lots drawn in public adopt: for each call, as many of its candidates as it has seats.
    pub fn draw_lots(self, drawn: &[CandidateNumber]) -> Result<Self, Refused<Self>> {
        let checked = check_lots(&self.decision.lots, drawn);
        let (Self { closed, account, decision }, ()) = permit(self, checked)?;
        Ok(Self { closed, account, decision: decision.with_lots(drawn) })
    }

    /// The scrutineers and tellers sign.
    pub fn confirm(self, signatures: Signatures) -> Result<Confirmed, Refused<Self>> {
        let checked =
            if self.decision.lots_open() { Err(ActError::LotsNotDrawn) } else { signatures.check() };
        let (counted, ()) = permit(self, checked)?;
        Ok(Confirmed { counted, signatures })
    }

    /// The further rounds called, ties first.
    #[must_use]
    pub fn further_contests(&self) -> Vec<Contest> {
        self.closed.contest.further(&self.decision)
    }
}

fn check_lots(lots: &[Call], drawn: &[CandidateNumber]) -> Result<(), ActError> {
    if lots.is_empty() {
        return Err(ActError::NoLots);
    }
    for (index, number) in drawn.iter().enumerate() {
        let took_part = lots.iter().any(|call| call.numbers.contains(number));
        if !took_part || drawn[..index].contains(number) {
            return Err(ActError::LotsUnknown { id: number.clone() });
        }
    }
    for Call { category, numbers, seats, .. } in lots {
        let found = drawn.iter().filter(|number| numbers.contains(number)).count();
        if seats.as_usize() != found {
            let category = category.clone().unwrap_or_default();
            return Err(ActError::LotsDoNotFit { category, seats: seats.0, drawn: found });
        }
    }
    Ok(())
}

/// A counted round as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountedText {
    closed: Closed,
    void: Ballots,
    totals: Vec<Total>,
    drawn: Vec<CandidateNumber>,
}

impl From<Counted> for CountedText {
    fn from(counted: Counted) -> Self {
        let Counted { closed, account, decision } = counted;
        let (totals, drawn) = (decision.tally.totals().to_vec(), decision.drawn());
        Self { closed, void: account.void(), totals, drawn }
    }
}

impl TryFrom<CountedText> for Counted {
    type Error = RoundError;

    fn try_from(text: CountedText) -> Result<Self, RoundError> {
        match text.closed.count(text.void, &text.totals).map_err(|refused| refused.error)? {
            Counting::Counted(counted) if text.drawn.is_empty() => Ok(counted),
            Counting::Counted(counted) => counted.draw_lots(&text.drawn).map_err(|refused| refused.error),
            Counting::Void(_) => {
                Err(ActError::WrongState { needed: RoundState::Counted, found: RoundState::Void }.into())
            }
        }
    }
}

/// Who signs the report of the count (计票结果报告单).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// The chief scrutineer (总监票人).
    pub chief: String,
    /// The scrutineers (监票人).
    pub scrutineers: Vec<String>,
    /// The tellers (计票人).
    pub tellers: Vec<String>,
}

impl Signatures {
    fn check(&self) -> Result<(), ActError> {
        let signed = |names: &[String]| !names.is_empty() && names.iter().all(|name| !name.trim().is_empty());
        for (role, names) in [
            ("chief", std::slice::from_ref(&self.chief)),
            ("scrutineers", &self.scrutineers),
            ("tellers", &self.tellers),
        ] {
            if !signed(names) {
                return Err(ActError::SignatureMissing { role });
            }
        }
        Ok(())
    }
}

/// A confirmed round: its figures are signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Confirmed {
    /// The count.
    pub counted: Counted,
    /// Who signed.
    pub signatures: Signatures,
}

impl Confirmed {
    /// The result is announced on this day.
    #[must_use]
    pub fn announce(self, announced_on: NaiveDate) -> Announced {
        Announced { counted: self.counted, signatures: self.signatures, announced_on }
    }
}

/// An announced round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Announced {
    /// The count.
    pub counted: Counted,
    /// Who signed.
    pub signatures: Signatures,
    /// The day of the announcement.
    pub announced_on: NaiveDate,
}
