//! Who may sign in.

use crate::open::{desk::Desk, session::Open};
use office::acts;
use session_model::Role as OfficeRole;
use wire::{ChangePin, NewOperator, Nothing, PinWitness, Problem};

pub(crate) fn add_operator(desk: &Desk, open: &mut Open, request: NewOperator) -> Result<(), Problem> {
    desk.check_own_pin(open, &request.own_pin)?;
    let by = open.operator();
    Ok(acts::set_pin(&mut open.office, &by, OfficeRole::Operator, request.name.trim(), &request.pin)?)
}

pub(crate) fn change_pin(desk: &Desk, open: &mut Open, request: ChangePin) -> Result<Nothing, Problem> {
    desk.check_own_pin(open, &request.pin)?;
    let scrutineer = match &request.witness {
        Some(PinWitness { scrutineer, pin }) => {
            desk.attempt(&open.id, || {
                acts::check_pin(&mut open.office, OfficeRole::Scrutineer, scrutineer, pin)
            })?;
            Some(scrutineer.as_str())
        }
        None => None,
    };
    let (role, name) = (open.person.role.into(), open.person.name.clone());
    acts::replace_pin(&mut open.office, role, &name, scrutineer, &request.new_pin)?;
    Ok(Nothing {})
}
