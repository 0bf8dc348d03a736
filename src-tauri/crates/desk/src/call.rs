//! The one door to the desk: a command is permitted, done, backed up, and answered.

use crate::{
    commands::{Access, COMMANDS, Run, Then},
    open::{desk::Desk, session::Open},
};
use serde_json::Value;
use wire::{DeskError, Problem, Role, Window};

/// Runs a command for a window. The request and the answer are JSON of the types in the table of commands.
pub fn call(desk: &Desk, window: Window, name: &str, request: Value) -> Result<Value, Problem> {
    let command = COMMANDS
        .iter()
        .find(|command| command.window == window && command.name == name)
        .ok_or_else(|| DeskError::NoSuchCommand { command: name.to_owned() })?;
    match command.run {
        Run::Desk(run) => {
            // What anybody may do needs no open session.
            if command.access != Access::Anybody {
                desk.with(|open| permit(open, command.access))?;
            }
            run(desk, request)
        }
        Run::Look(look) => desk.with(|open| {
            permit(open, command.access)?;
            look(desk, open, request)
        }),
        Run::Act(act, then) => desk.with(|open| {
            permit(open, command.access)?;
            let done = act(desk, open, request)?;
            open.note_known(&desk.folders);
            match then {
                Then::Answer => Ok(done),
                Then::Show(view) => view(desk, open),
                Then::BackUpAndShow(view) => {
                    open.back_up_quietly();
                    view(desk, open)
                }
            }
        }),
    }
}

/// Fails if whoever is at the window may not use the command now.
fn permit(open: &Open, access: Access) -> Result<(), Problem> {
    let (acts, station_only) = match access {
        Access::Anybody => return Ok(()),
        Access::SignedIn => (false, true),
        Access::Operator => (true, true),
        Access::SignedInAnywhere => (false, false),
        Access::OperatorAnywhere => (true, false),
    };
    if open.locked {
        Err(DeskError::Locked.into())
    } else if acts && open.person.role == Role::Scrutineer {
        Err(DeskError::OperatorOnly.into())
    } else if station_only {
        open.refuse_at_remote_kiosk()
    } else {
        Ok(())
    }
}
