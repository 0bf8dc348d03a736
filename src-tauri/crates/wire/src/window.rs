//! The windows of the application.

use super::SideWindow;

/// A window of the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// The secretariat's (秘书处).
    Secretariat,
    /// The delegates' kiosk (票决机).
    Kiosk,
    /// The big screen (大屏).
    Screen,
}

impl Window {
    /// Every window.
    pub const ALL: [Self; 3] = [Self::Secretariat, Self::Kiosk, Self::Screen];

    /// The window's label in the host.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Kiosk => "kiosk",
            Self::Screen => "screen",
        }
    }

    /// The window of a label.
    #[must_use]
    pub fn labelled(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.label() == label)
    }
}

impl From<SideWindow> for Window {
    fn from(window: SideWindow) -> Self {
        match window {
            SideWindow::Kiosk => Self::Kiosk,
            SideWindow::Screen => Self::Screen,
        }
    }
}
