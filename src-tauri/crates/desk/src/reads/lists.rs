//! What several places read of the roster and the candidate list.

use crate::open::session::Open;
use procedure::roster::Delegate;
use std::collections::BTreeMap;
use wire::{Delegation, DeskError, Problem};

/// Why lists and rules can't be changed any more, if they can't.
pub(crate) fn frozen(open: &Open) -> Result<Option<Problem>, Problem> {
    Ok(open.office.store().latest_round()?.map(|_| DeskError::AdoptedStands.into()))
}

/// The delegations in the order in which they appear.
pub(crate) fn delegations(open: &Open, delegates: &[Delegate]) -> Result<Vec<Delegation>, Problem> {
    let store = open.office.store();
    let present = match store.latest_round()? {
        Some(round) => store.present(round.number())?,
        None => BTreeMap::new(),
    };
    let mut delegations: Vec<Delegation> = Vec::new();
    for delegate in delegates.iter().filter(|delegate| delegate.in_office) {
        let place = delegations.iter().position(|known| known.name == delegate.delegation);
        let place = place.unwrap_or_else(|| {
            delegations.push(Delegation { name: delegate.delegation.clone(), in_office: 0, present: 0 });
            delegations.len() - 1
        });
        delegations[place].in_office += 1;
        delegations[place].present += u32::from(present.contains_key(&delegate.number));
    }
    Ok(delegations)
}
