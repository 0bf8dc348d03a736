//! Who may sign in.

use crate::open::{desk::Desk, session::Open};
use office::{acts, model::Role as OfficeRole};
use wire::{ChangePin, NewOperator, Nothing, Problem};

pub(crate) fn add_operator(desk: &Desk, open: &mut Open, request: NewOperator) -> Result<(), Problem> {
    desk.check_own_pin(open, &request.own_pin)?;
    let by = open.operator();
    Ok(acts::set_pin(&mut open.office, &by, OfficeRole::Operator, request.name.trim(), &request.pin)?)
}

pub(crate) fn change_pin(desk: &Desk, open: &mut Open, request: ChangePin) -> Result<Nothing, Problem> {
    desk.check_own_pin(open, &request.pin)?;
    let by = open.operator();
    let role = open.person.role.into();
    acts::set_pin(&mut open.office, &by, role, &by.0, &request.new_pin)?;
    Ok(Nothing {})
}
