//! What a key ceremony prints. It is secret, and made while the ceremony is in memory.

use super::{Paper, heading};
use crate::{
    act::{Office, number},
    acts::Ceremony,
    errors::OfficeError,
    model::Zone,
    wordings,
};
use ballot_box::SlipCode;
use documents::{Fonts, KeyCard, Slip, SlipSheet, SlipZone, Standing};
use messages::Language;
use zeroize::{Zeroize, Zeroizing};

/// The voting slips of a ceremony (票签); each shows its zone where there are several.
pub fn slips(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<Paper, OfficeError> {
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
        round: number(&round),
        slips: &slips,
    };
    let printed = documents::slips(fonts, &document);
    for slip in &mut slips {
        slip.code.zeroize();
        slip.qr.zeroize();
    }
    let name = format!("round-{}-slips.pdf", number(&round));
    Ok(Paper { name, bytes: Zeroizing::new(printed?) })
}

fn slip_zone(zone: Zone, language: Language) -> SlipZone {
    let colour = wordings::text(language, &format!("colour.{}", zone.colour()), &[]);
    SlipZone { number: zone.number(), colour }
}

/// The key cards of a ceremony (钥匙卡), one for each scrutineer.
pub fn key_cards(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<Vec<Paper>, OfficeError> {
    let profile = office.store().profile()?;
    let round = office.round()?;
    let heading = heading(&profile, profile.text().language, &round.contest().rules, Standing::Official);
    let mut papers = Vec::new();
    for (card, holder) in ceremony.cards().iter().zip(profile.card_holders()) {
        let mut document = KeyCard {
            heading: heading.clone(),
            holder: holder.to_owned(),
            index: card.holder(),
            threshold: ceremony.key().threshold(),
            cards: ceremony.key().cards(),
            rows: card.rows().to_vec(),
            qr: card.scanned().to_string(),
        };
        let printed = documents::key_card(fonts, &document);
        document.rows.zeroize();
        document.qr.zeroize();
        let name = format!("key-card-{}.pdf", card.holder());
        papers.push(Paper { name, bytes: Zeroizing::new(printed?) });
    }
    Ok(papers)
}
