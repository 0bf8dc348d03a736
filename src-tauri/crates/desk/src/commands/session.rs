//! The commands of the open session as a whole.

use crate::{
    commands::{Command, table},
    places::{
        home::view::home,
        kiosk::challenge::keep_challenges,
        session::{
            acts, people,
            view::{of_desk, session},
        },
        steps::log::view::log,
    },
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Secretariat;
    Anybody close_session: desk(acts::close_session) show(home), Nothing => Home;
    Anybody lock: act(acts::lock) show(session), Nothing => Session;
    Anybody unlock: act(acts::unlock) show(session), Pin => Session;
    Anybody progress: desk(acts::progress), Nothing => Progress;
    Anybody cancel: desk(acts::cancel), Nothing => Nothing;
    Operator change_profile: act(acts::change_profile) move_on(session), ChangeProfile => Session;
    Operator add_operator: act(people::add_operator) show(log), NewOperator => LogView;
    Operator undo: act(acts::undo) move_on(session), Nothing => Session;
    SignedInAnywhere session: show(session), Nothing => Session;
    SignedInAnywhere change_pin: act(people::change_pin), ChangePin => Nothing;
    OperatorAnywhere keep_challenges: act(keep_challenges) show(session), KeepChallenges => Session;
    OperatorAnywhere show_window: desk(acts::show_window) show(of_desk), WhichWindow => Session;
    OperatorAnywhere close_window: desk(acts::close_window) show(of_desk), WhichWindow => Session;
};
