//! Every command that a window can ask for: its name, its window, who may use it, what it takes and gives.
//!
//! This table is the one list of commands. The host hands calls on by name ([`call`]); the capabilities of the windows and
//! the interface's types are checked against it.

use crate::{
    Desk, DeskError, apart, archive, ceremony, challenge, count, hall, home, import, kiosk, kiosks, lists,
    paper_entry, papers, people, poll, record, rehearsal, result, rules, screen, session, types::*,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

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

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody at the window: the start page, unlocking, watching and stopping long work, the kiosk, the big screen.
    Anybody,
    /// Whoever is signed in, while the session isn't locked: looking.
    SignedIn,
    /// A signed-in operator, while the session isn't locked: acting.
    Operator,
    /// As `SignedIn`, and at a kiosk apart too.
    SignedInAnywhere,
    /// As `Operator`, and at a kiosk apart too; what only a kiosk apart does, refuses a station itself.
    OperatorAnywhere,
}

/// A command as the table lists it.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// The one window that may ask for it.
    pub window: Window,
    /// Who may use it.
    pub access: Access,
    /// The name of the type that it takes.
    pub request: fn() -> String,
    /// The name of the type that it gives.
    pub answer: fn() -> String,
}

macro_rules! commands {
    ($( $window:ident $access:ident { $( $name:ident : $function:path, $request:ty => $answer:ty; )* } )*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[ $( $( Command {
            name: stringify!($name),
            window: Window::$window,
            access: Access::$access,
            request: crate::commands::typescript::name::<$request>,
            answer: crate::commands::typescript::name::<$answer>,
        } ),* ),* ];

        /// Runs a command for a window. The request and the answer are JSON of the types in the table.
        pub fn call(desk: &Desk, window: Window, name: &str, request: Value) -> Result<Value, Problem> {
            match (window, name) {
                $( $( (Window::$window, stringify!($name)) => {
                    desk.permit(Access::$access)?;
                    let request: $request = read(request)?;
                    let answer: $answer = $function(desk, request)?;
                    Ok(serde_json::to_value(answer).map_err(|error| DeskError::unexpected(&error))?)
                } )* )*
                _ => Err(DeskError::NoSuchCommand { command: name.to_owned() }.into()),
            }
        }
    };
}

fn read<T: DeserializeOwned>(request: Value) -> Result<T, Problem> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request)
        .map_err(|error| DeskError::RequestMalformed { reason: error.to_string() }.into())
}

commands! {
    Secretariat Anybody {
        status: session::status, Nothing => Status;
        home: home::home, Nothing => Home;
        create_session: home::create_session, NewSession => Session;
        create_sample: home::create_sample, NewSample => Session;
        open_session: home::open_session, OpenSession => Session;
        sign_in_names: home::sign_in_names, SessionId => SignInNames;
        import_session: home::import_session, ImportSession => Home;
        inspect_backup: home::inspect_backup, BackupFile => BackupFound;
        restore_session: home::restore_session, RestoreSession => Home;
        check_record: archive::check_record, RecordFile => RecordChecked;
        find_in_record: archive::find_in_record, FindInRecord => FoundInRecord;
        set_language: home::set_language, SetLanguage => Nothing;
        pick_path: home::pick_path, PickPath => PickedPath;
        close_session: session::close_session, Nothing => Home;
        lock: session::lock, Nothing => Session;
        unlock: session::unlock, Pin => Session;
        this_kiosk: apart::this_kiosk, Nothing => ThisKiosk;
        ask_provision: apart::ask_provision, AskProvision => ProvisionAsked;
        read_provision: apart::read_provision, StickFile => ProvisionFound;
        load_provision: apart::load_provision, LoadProvision => Session;
        progress: session::progress, Nothing => Progress;
        cancel: session::cancel, Nothing => Nothing;
    }
    Secretariat SignedIn {
        delegates: lists::delegates, Nothing => DelegateList;
        candidates: lists::candidates, Nothing => CandidateList;
        rules: rules::rules, Nothing => RulesView;
        explain_rules: rules::explain_rules, RulesRequest => RulesMeaning;
        adoption: rules::adoption, Nothing => Adoption;
        ceremony: ceremony::ceremony, Nothing => CeremonyView;
        attendance: hall::attendance, Nothing => Attendance;
        readiness: poll::readiness, Nothing => Readiness;
        kiosks: kiosks::kiosks, Nothing => KiosksView;
        paper_view: paper_entry::paper_view, Nothing => PaperView;
        count_view: count::count_view, Nothing => CountView;
        result: result::result, WhichRound => ResultView;
        documents: papers::documents, Nothing => Documents;
        document: papers::document, DocumentId => DocumentMade;
        document_page: papers::document_page, DocumentPage => PagePicture;
        record: record::record, Nothing => RecordView;
    }
    Secretariat Operator {
        change_profile: session::change_profile, ChangeProfile => Session;
        add_operator: people::add_operator, NewOperator => RecordView;
        undo: session::undo, Nothing => Session;
        preview_import: import::preview_import, PreviewImport => ImportPreview;
        correct_cell: import::correct_cell, CorrectCell => ImportPreview;
        leave_out_row: import::leave_out_row, LeaveOutRow => ImportPreview;
        import_list: import::import_list, Nothing => Session;
        discard_import: import::discard_import, Nothing => Nothing;
        save_form: import::save_form, SaveForm => Written;
        save_delegate: lists::save_delegate, SaveDelegate => DelegateList;
        remove_delegate: lists::remove_delegate, RemoveNumber => DelegateList;
        save_candidate: lists::save_candidate, SaveCandidate => CandidateList;
        remove_candidate: lists::remove_candidate, RemoveNumber => CandidateList;
        move_candidate: lists::move_candidate, MoveCandidate => CandidateList;
        set_rules: rules::set_rules, RulesRequest => Session;
        adopt: rules::adopt, Adopt => Session;
        begin_ceremony: ceremony::begin_ceremony, BeginCeremony => CeremonyView;
        key_card: ceremony::key_card, WhichCard => KeyCardView;
        print_card: ceremony::print_card, PrintCard => Nothing;
        save_card: ceremony::save_card, SaveCard => Written;
        confirm_key_card: ceremony::confirm_key_card, ConfirmKeyCard => CeremonyView;
        abandon_ceremony: ceremony::abandon_ceremony, Nothing => CeremonyView;
        print_slips: ceremony::print_slips, PrintTo => CeremonyView;
        save_slips: ceremony::save_slips, SaveTo => Written;
        seal: ceremony::seal, Seal => Session;
        open_check_in: hall::open_check_in, Nothing => Session;
        check_in: hall::check_in, CheckIn => Attendance;
        undo_check_in: hall::undo_check_in, DelegateNumber => Attendance;
        exchange_slip: hall::exchange_slip, ExchangeSlip => Attendance;
        void_for_quorum: poll::void_for_quorum, Together => Session;
        open_poll: poll::open_poll, Together => Session;
        close_poll: poll::close_poll, ClosePoll => Session;
        end_round: poll::end_round, EndRound => Session;
        begin_batch: paper_entry::begin_batch, BeginBatch => PaperView;
        begin_second_reading: paper_entry::begin_second_reading, SecondReader => PaperView;
        enter_sheet: paper_entry::enter_sheet, EnterSheet => PaperView;
        finish_reading: paper_entry::finish_reading, Nothing => PaperView;
        resolve_difference: paper_entry::resolve_difference, ResolveDifference => PaperView;
        enter_batch: paper_entry::enter_batch, Nothing => BatchEntered;
        discard_batch: paper_entry::discard_batch, Nothing => PaperView;
        read_kiosk_request: kiosks::read_kiosk_request, StickFile => RequestFound;
        provision_kiosk: kiosks::provision_kiosk, ProvisionKiosk => Written;
        merge_kiosk_box: kiosks::merge_kiosk_box, MergeKioskBox => BoxMerged;
        recover_kiosk: kiosks::recover_kiosk, RecoverKiosk => BoxMerged;
        declare_kiosk_lost: kiosks::declare_kiosk_lost, DeclareKioskLost => Session;
        decide_dispute: kiosks::decide_dispute, DecideDispute => Session;
        present_card: count::present_card, PresentCard => CountView;
        withdraw_cards: count::withdraw_cards, Nothing => CountView;
        count: count::count, Together => Session;
        draw_lots: result::draw_lots, DrawLots => Session;
        confirm_result: result::confirm_result, ConfirmResult => Session;
        announce: result::announce, Nothing => Session;
        begin_next: result::begin_next, Nothing => Session;
        print_document: papers::print_document, PrintDocument => Nothing;
        print_test_page: papers::print_test_page, PrintTo => Nothing;
        save_document: papers::save_document, SaveDocument => Written;
        sign_document: papers::sign_document, SignDocument => Written;
        set_texts: papers::set_texts, TextsForm => Documents;
        back_up: record::back_up, Nothing => Session;
        set_backup_folder: record::set_backup_folder, SetBackupFolder => Session;
        export_record: record::export_record, SaveTo => Written;
        save_station_key: record::save_station_key, SaveStationKey => Written;
        rehearse: rehearsal::rehearse, Rehearse => Session;
    }
    Secretariat SignedInAnywhere {
        session: session::session, Nothing => Session;
        change_pin: people::change_pin, ChangePin => Nothing;
    }
    Secretariat OperatorAnywhere {
        show_window: session::show_window, WhichWindow => Session;
        close_window: session::close_window, WhichWindow => Session;
        suspend_poll: poll::suspend_poll, Together => Session;
        resume_poll: poll::resume_poll, Together => Session;
        unlock_kiosk: poll::unlock_kiosk, Nothing => Session;
        close_kiosk: apart::close_kiosk, CloseKiosk => Session;
        write_box: apart::write_box, SaveTo => Written;
    }
    Kiosk Anybody {
        kiosk_status: kiosk::kiosk_status, Nothing => KioskStatus;
        kiosk_admit: kiosk::kiosk_admit, Admit => Admission;
        kiosk_mark: kiosk::kiosk_mark, SetMark => Marked;
        kiosk_review: kiosk::kiosk_review, Nothing => Review;
        kiosk_cast: kiosk::kiosk_cast, Cast => Receipt;
        kiosk_challenge: challenge::kiosk_challenge, Nothing => Challenged;
        kiosk_clear: kiosk::kiosk_clear, Nothing => KioskStatus;
        kiosk_unlock: kiosk::kiosk_unlock, OperatorPin => KioskStatus;
        kiosk_leave: kiosk::kiosk_leave, OperatorPin => Nothing;
    }
    Screen Anybody {
        screen_view: screen::screen_view, Nothing => ScreenView;
    }
}
