//! Every command that a window can ask for: its name, its window, who may use it, what it takes and answers.
//!
//! The tables, one for each place, are the only list of commands. The host hands calls on by name ([`crate::call`]); the
//! capabilities of the windows and the interface's types are made from the tables.

#![cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the types that cross to the windows are one vocabulary")
)]

pub(crate) mod declarations;
mod holder;
mod home;
mod kiosk;
mod remote;
mod screen;
mod session;
mod steps;

use crate::open::{desk::Desk, session::Open};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::sync::LazyLock;
use wire::{DeskError, Problem, Window};

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody at the window: the start page, unlocking, watching and stopping long work, the kiosk, the big screen.
    Anybody,
    /// Whoever is signed in, while the session isn't locked: looking.
    SignedIn,
    /// A signed-in operator, while the session isn't locked: acting.
    Operator,
    /// As `SignedIn`, and at a remote kiosk too.
    SignedInAnywhere,
    /// As `Operator`, and at a remote kiosk too; the station itself refuses what only a remote kiosk does.
    OperatorAnywhere,
}

/// A command as its table lists it.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// The one window that may ask for it.
    pub window: Window,
    /// Who may use it.
    pub access: Access,
    /// Declares the types that it takes and answers, and returns what they are called.
    pub(crate) types: fn(&mut declarations::Declarations) -> declarations::Signature,
    pub(crate) run: Run,
}

/// How a command is run.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// It works on the desk as a whole, and locks what it needs itself.
    Desk(fn(&Desk, Value) -> Result<Value, Problem>),
    /// It reads the open session.
    Look(fn(&Desk, &Open, Value) -> Result<Value, Problem>),
    /// It changes the open session and answers with what it did.
    Act(fn(&Desk, &mut Open, Value) -> Result<Value, Problem>, Then),
}

/// What follows an act.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Then {
    /// What it did is the answer.
    Answer,
    /// The answer is a view of the session as it is now.
    Show(View),
    /// The act has moved the session on: a backup is made, and the answer is a view.
    BackUpAndShow(View),
}

type View = fn(&Desk, &Open) -> Result<Value, Problem>;

/// Every command.
pub static COMMANDS: LazyLock<Vec<Command>> = LazyLock::new(|| {
    let tables = [
        home::TABLE,
        holder::TABLE,
        session::TABLE,
        steps::TABLE,
        remote::TABLE,
        kiosk::TABLE,
        screen::TABLE,
    ];
    tables.concat()
});

/// Reads a request; none is one without content.
fn read<T: DeserializeOwned>(request: Value) -> Result<T, Problem> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request)
        .map_err(|error| DeskError::RequestMalformed { reason: error.to_string() }.into())
}

fn written<T: Serialize>(answer: T) -> Result<Value, Problem> {
    Ok(serde_json::to_value(answer).map_err(|error| DeskError::unexpected(&error))?)
}

/// A table of commands. Each is `access name: how, request => answer`, and how is one of:
///
/// - `desk(run)`: runs on the desk as a whole;
/// - `desk(run) show(view)`: the same, and the answer is a view of the desk;
/// - `show(view)`: the answer is a view of the open session; the request is `Nothing`;
/// - `look(read)`: reads the open session;
/// - `act(act)`: changes the open session, and what it did is the answer;
/// - `act(act) show(view)`: the same, and the answer is a view;
/// - `act(act) move_on(view)`: the same, after a backup.
macro_rules! table {
    ($window:ident; $( $access:ident $name:ident: $how:ident($path:path) $($then:ident($view:path))?, $request:ty => $answer:ty; )*) => {
        &[ $( $crate::commands::Command {
            name: stringify!($name),
            window: wire::Window::$window,
            access: $crate::commands::Access::$access,
            types: $crate::commands::declarations::signature::<$request, $answer>,
            run: $crate::commands::run!($how($path) $($then($view))?, $request => $answer),
        } ),* ]
    };
}

macro_rules! run {
    (desk($run:path), $request:ty => $answer:ty) => {
        $crate::commands::Run::Desk(|desk, request| {
            let answer: $answer = $run(desk, $crate::commands::read::<$request>(request)?)?;
            $crate::commands::written(answer)
        })
    };
    (desk($run:path) show($view:path), $request:ty => $answer:ty) => {
        $crate::commands::Run::Desk(|desk, request| {
            let () = $run(desk, $crate::commands::read::<$request>(request)?)?;
            let answer: $answer = $view(desk)?;
            $crate::commands::written(answer)
        })
    };
    (show($view:path), $request:ty => $answer:ty) => {
        $crate::commands::Run::Look(|desk, open, request| {
            let wire::Nothing {} = $crate::commands::read::<$request>(request)?;
            let answer: $answer = $view(desk, open)?;
            $crate::commands::written(answer)
        })
    };
    (look($look:path), $request:ty => $answer:ty) => {
        $crate::commands::Run::Look(|desk, open, request| {
            let answer: $answer = $look(desk, open, $crate::commands::read::<$request>(request)?)?;
            $crate::commands::written(answer)
        })
    };
    (act($act:path), $request:ty => $answer:ty) => {
        $crate::commands::Run::Act(
            |desk, open, request| {
                let done: $answer = $act(desk, open, $crate::commands::read::<$request>(request)?)?;
                $crate::commands::written(done)
            },
            $crate::commands::Then::Answer,
        )
    };
    (act($act:path) show($view:path), $request:ty => $answer:ty) => {
        $crate::commands::run!(@act $act, Show, $view, $request => $answer)
    };
    (act($act:path) move_on($view:path), $request:ty => $answer:ty) => {
        $crate::commands::run!(@act $act, BackUpAndShow, $view, $request => $answer)
    };
    (@act $act:path, $then:ident, $view:path, $request:ty => $answer:ty) => {
        $crate::commands::Run::Act(
            |desk, open, request| {
                let () = $act(desk, open, $crate::commands::read::<$request>(request)?)?;
                Ok(serde_json::Value::Null)
            },
            $crate::commands::Then::$then(|desk, open| {
                let answer: $answer = $view(desk, open)?;
                $crate::commands::written(answer)
            }),
        )
    };
}

use {run, table};
