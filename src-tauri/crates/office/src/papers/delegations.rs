//! The delegates in office by delegation.

use super::session::Documents;
use crate::errors::OfficeError;
use procedure::roster::Delegate;

/// The delegates in office by delegation, in the roster's order.
pub(super) fn by_delegation(session: &Documents<'_>) -> Result<Vec<(String, Vec<Delegate>)>, OfficeError> {
    let mut delegations: Vec<(String, Vec<Delegate>)> = Vec::new();
    let delegates = session.office.store().delegates()?;
    for delegate in delegates.into_iter().filter(|delegate| delegate.in_office) {
        match delegations.iter_mut().find(|(name, _)| *name == delegate.delegation) {
            Some((_, members)) => members.push(delegate),
            None => delegations.push((delegate.delegation.clone(), vec![delegate])),
        }
    }
    Ok(delegations)
}
