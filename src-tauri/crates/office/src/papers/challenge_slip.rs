//! The slip of a challenged ballot (检验单), which its voter takes away.

use super::{made::MadeDocument, session::heading};
use crate::{act::Office, acts::ChallengedBallot, errors::OfficeError};
use documents::{ChallengeSlip, ChallengedMark, Fonts, Standing};
use procedure::contest::Contest;
use session_model::contest_digest;
use zeroize::Zeroizing;

/// What a kiosk had sealed in a ballot that was challenged in the round of this contest.
pub fn challenge_slip(
    office: &Office,
    fonts: &Fonts,
    contest: &Contest,
    challenged: &ChallengedBallot,
) -> Result<MadeDocument, OfficeError> {
    let code = challenged.hash.tracking_code();
    let sealed = contest.list.candidates().iter().zip(&challenged.opened.marks);
    let profile = office.store().profile()?;
    let language = profile.text().language;
    let document = ChallengeSlip {
        heading: heading(&profile, language, &contest.rules, Standing::Unofficial),
        round: contest.round(),
        rows: sealed
            .map(|(candidate, mark)| ChallengedMark {
                number: candidate.number.clone(),
                name: candidate.name.clone(),
                mark: *mark,
            })
            .collect(),
        file: challenged.file_name(),
        digest: ballot_box::hex(&contest_digest(contest)),
        code,
    };
    let bytes = Zeroizing::new(documents::challenge_slip(fonts, &document)?);
    Ok(MadeDocument { name: format!("challenge-{}.pdf", document.code), bytes, rests_on: None })
}
