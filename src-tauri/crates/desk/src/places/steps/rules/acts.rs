//! Setting the rules.

use crate::open::{
    desk::Desk,
    session::{Change, Open},
};
use office::acts;
use wire::{Problem, RulesRequest, conversions};

pub(crate) fn set_rules(_: &Desk, open: &mut Open, request: RulesRequest) -> Result<(), Problem> {
    let rules = conversions::rules(&request.rules)?;
    let before = open.office.store().rules()?;
    let by = open.operator();
    acts::set_rules(&mut open.office, &by, &rules)?;
    if let Some(before) = before {
        open.undo.push(Change::Rules(Box::new(before)));
    }
    Ok(())
}
