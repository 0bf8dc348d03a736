//! The voting slips of a key ceremony (票签). They are secret, and made while the ceremony is in memory.

use super::{made::MadeDocument, session::heading};
use crate::{act::Office, acts::Ceremony, errors::OfficeError, wordings};
use ballot_box::SlipCode;
use documents::{Fonts, Slip, SlipSheet, SlipZone, Standing};
use messages::Language;
use session_model::Zone;
use zeroize::{Zeroize, Zeroizing};

/// The voting slips of a ceremony ; each shows its zone where there are several.
pub fn slips(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<MadeDocument, OfficeError> {
    let round = office.round()?;
    let profile = office.store().profile()?;
    let language = profile.text().language;
    let several = ceremony.zones().iter().any(|zone| *zone != Zone::FIRST);
    let slip = |(code, zone): (&SlipCode, &Zone)| Slip {
        code: code.printed(),
        qr: code.scanned(),
        zone: several.then(|| slip_zone(*zone, language)),
    };
    let mut slips: Vec<Slip> = ceremony.codes().iter().zip(ceremony.zones()).map(slip).collect();
    let document = SlipSheet {
        heading: heading(&profile, language, &round.contest().rules, Standing::Official),
        round: round.number(),
        slips: &slips,
    };
    let printed = documents::slips(fonts, &document);
    for slip in &mut slips {
        slip.code.zeroize();
        slip.qr.zeroize();
    }
    let name = format!("round-{}-slips.pdf", round.number());
    Ok(MadeDocument { name, bytes: Zeroizing::new(printed?), rests_on: None })
}

fn slip_zone(zone: Zone, language: Language) -> SlipZone {
    let colour = wordings::text(language, &format!("colour.{}", zone.colour()), &[]);
    SlipZone { number: zone.number(), colour }
}
