//! Who may sign in.

use crate::{Desk, record, types::*};
use office::{act::Office, acts, model::Role as OfficeRole};
use signed_file::PinError;

/// The role in which a person signs in.
pub(crate) fn role_of(office: &Office, name: &str) -> Result<Role, Problem> {
    let has_pin = |role| Ok::<_, Problem>(office.store().people(role)?.iter().any(|known| known == name));
    if has_pin(OfficeRole::Operator)? {
        Ok(Role::Operator)
    } else if has_pin(OfficeRole::Scrutineer)? {
        Ok(Role::Scrutineer)
    } else {
        Err(PinError::NotSet { name: name.to_owned() }.into())
    }
}

pub(crate) fn add_operator(desk: &Desk, request: NewOperator) -> Result<RecordView, Problem> {
    let mut state = desk.state();
    let state = &mut *state;
    let open = state.open.as_mut().ok_or(crate::DeskError::NoSessionOpen)?;
    let (office, name) = (&open.office, &open.person.name);
    state.pins.attempt(|| acts::check_pin(office, OfficeRole::Operator, name, &request.own_pin))?;
    let by = open.operator();
    acts::set_pin(&mut open.office, &by, OfficeRole::Operator, request.name.trim(), &request.pin)?;
    record::view_of(open)
}

pub(crate) fn change_pin(desk: &Desk, request: ChangePin) -> Result<Nothing, Problem> {
    let mut state = desk.state();
    let state = &mut *state;
    let open = state.open.as_mut().ok_or(crate::DeskError::NoSessionOpen)?;
    let (name, role) = (open.person.name.clone(), OfficeRole::from(open.person.role));
    let office = &open.office;
    state.pins.attempt(|| acts::check_pin(office, role, &name, &request.pin))?;
    let by = open.operator();
    acts::set_pin(&mut open.office, &by, role, &name, &request.new_pin)?;
    Ok(Nothing {})
}
