//! The commands of this computer as a remote kiosk.

use crate::{
    commands::{Command, table},
    places::{
        remote::{acts, view},
        session::view::{of_desk, session},
    },
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Secretariat;
    Anybody this_kiosk: desk(view::this_kiosk), Nothing => ThisKiosk;
    Anybody ask_provision: desk(acts::ask_provision), AskProvision => ProvisionAsked;
    Anybody read_provision: desk(view::read_provision), StickFile => ProvisionFound;
    Anybody load_provision: desk(acts::load_provision) show(of_desk), LoadProvision => Session;
    OperatorAnywhere close_kiosk: act(acts::close_kiosk) move_on(session), CloseKiosk => Session;
    OperatorAnywhere write_box: act(acts::write_box), SaveTo => Written;
};
