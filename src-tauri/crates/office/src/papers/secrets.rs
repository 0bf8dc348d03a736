//! What a key ceremony prints. It is secret, and made while the ceremony is in memory.

use super::{Paper, heading};
use crate::{
    acts::{Ceremony, Office, number},
    error::OfficeError,
};
use documents::{Fonts, KeyCard, Slip, SlipSheet, Standing};
use zeroize::{Zeroize, Zeroizing};

/// The voting slips of a ceremony (票签).
pub fn slips(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<Paper, OfficeError> {
    let round = office.round()?;
    let profile = office.store().profile()?;
    let mut slips: Vec<Slip> =
        ceremony.codes().iter().map(|code| Slip { code: code.printed(), qr: code.scanned() }).collect();
    let document = SlipSheet {
        heading: heading(&profile, profile.text().language, &round.contest().rules, Standing::Official),
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
