//! The commands of the start page.

use crate::{
    commands::{Command, table},
    places::{
        home::{acts, check_record, copies, view},
        session::view::of_desk,
        status,
    },
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Secretariat;
    Anybody status: desk(status), Nothing => Status;
    Anybody home: desk(view::home_page), Nothing => Home;
    Anybody create_session: desk(acts::create_session) show(of_desk), NewSession => Session;
    Anybody create_sample: desk(acts::create_sample) show(of_desk), NewSample => Session;
    Anybody open_session: desk(acts::open_session) show(of_desk), OpenSession => Session;
    Anybody sign_in_names: desk(view::sign_in_names), SessionId => SignInNames;
    Anybody import_session: desk(copies::import_session) show(view::home), RestoreSession => Home;
    Anybody inspect_backup: desk(copies::inspect_backup), BackupFile => BackupFound;
    Anybody restore_session: desk(copies::restore_session) show(view::home), RestoreSession => Home;
    Anybody check_record: desk(check_record::check_record), RecordFile => RecordChecked;
    Anybody find_in_record: desk(check_record::find_in_record), FindInRecord => FoundInRecord;
    Anybody set_language: desk(acts::set_language), SetLanguage => Nothing;
    Anybody pick_path: desk(view::pick_path), PickPath => PickedPath;
};
