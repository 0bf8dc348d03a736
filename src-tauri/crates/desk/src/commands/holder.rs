//! The commands of a key holder's own computer.

use crate::{
    commands::{Command, table},
    places::holder::{acts, view},
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Secretariat;
    Anybody holder_parts: desk(view::holder_parts), Nothing => HolderParts;
    Anybody read_invitation: desk(view::read_invitation), StickFile => InvitationFound;
    Anybody join_key_ceremony: desk(acts::join_key_ceremony), JoinKeyCeremony => PartWritten;
    Anybody open_part: desk(acts::open_part) show(view::parts), OpenPart => HolderParts;
    Anybody close_part: desk(acts::close_part) show(view::parts), Nothing => HolderParts;
    Anybody read_holders: desk(view::read_holders), StickFile => HoldersFound;
    Anybody confirm_holders: desk(acts::confirm_holders), HeardFile => PartWritten;
    Anybody share_part: desk(acts::share_part), TakeFile => PartWritten;
    Anybody finish_part: desk(acts::finish_part), TakeFile => PartWritten;
    Anybody read_closed_box: desk(view::read_closed_box), StickFile => BoxFound;
    Anybody count_closed_box: desk(acts::count_closed_box), HeardFile => PartWritten;
    Anybody write_part_file: desk(acts::write_part_file), PartFolder => PartWritten;
    Anybody erase_part: desk(acts::erase_part) show(view::parts), Nothing => HolderParts;
};
