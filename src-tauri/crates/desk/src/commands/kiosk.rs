//! The commands of the booth window.

use crate::{
    commands::{Command, table},
    places::kiosk::{acts, challenge, view},
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Kiosk;
    Anybody kiosk_status: desk(view::kiosk_status), Nothing => KioskStatus;
    Anybody kiosk_admit: act(acts::kiosk_admit), Admit => Admission;
    Anybody kiosk_mark: act(acts::kiosk_mark), SetMark => Marked;
    Anybody kiosk_digits: act(acts::kiosk_digits), SetDigits => Review;
    Anybody kiosk_review: act(acts::kiosk_review), Nothing => Review;
    Anybody kiosk_cast: act(acts::kiosk_cast), Cast => Receipt;
    Anybody kiosk_challenge: act(challenge::kiosk_challenge), Nothing => Challenged;
    Anybody kiosk_clear: desk(acts::kiosk_clear) show(view::status), Nothing => KioskStatus;
    Anybody kiosk_unlock: act(acts::kiosk_unlock) show(view::status_of), OperatorPin => KioskStatus;
    Anybody kiosk_leave: desk(acts::kiosk_leave), OperatorPin => Nothing;
};
