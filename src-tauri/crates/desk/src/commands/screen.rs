//! The command of the big screen.

use crate::{
    commands::{Command, table},
    places::screen::view,
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Screen;
    Anybody screen_view: desk(view::screen_view), Nothing => ScreenView;
};
