//! The key cards of a key ceremony (钥匙卡). They are secret, and made while the ceremony is in memory.

use super::{made::MadeDocument, session::heading};
use crate::{act::Office, acts::Ceremony, errors::OfficeError};
use documents::{Fonts, KeyCard, Standing};
use zeroize::{Zeroize, Zeroizing};

/// The key cards of a ceremony ; one for each scrutineer.
pub fn key_cards(
    office: &Office,
    fonts: &Fonts,
    ceremony: &Ceremony,
) -> Result<Vec<MadeDocument>, OfficeError> {
    let profile = office.store().profile()?;
    let round = office.round()?;
    let heading = heading(&profile, profile.text().language, &round.contest().rules, Standing::Official);
    let mut cards_made = Vec::new();
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
        cards_made.push(MadeDocument { name, bytes: Zeroizing::new(printed?), rests_on: None });
    }
    Ok(cards_made)
}
