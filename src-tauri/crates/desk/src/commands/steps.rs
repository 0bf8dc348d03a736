//! The commands of the steps of the procedure.

use crate::{
    commands::{Command, table},
    places::{
        session::view::session,
        steps::{
            adopt, backups, ceremony, check_in, count, documents, key_ceremony, lists, log, paper_ballots,
            piles, poll, rehearsal, remote_kiosks, result, rules,
        },
    },
};
use wire::*;

pub(super) const TABLE: &[Command] = table! { Secretariat;
    SignedIn delegates: show(lists::view::delegates), Nothing => DelegateList;
    SignedIn candidates: show(lists::view::candidates), Nothing => CandidateList;
    Operator preview_import: act(lists::import::preview_import), PreviewImport => ImportPreview;
    Operator correct_cell: act(lists::import::correct_cell), CorrectCell => ImportPreview;
    Operator correct_column: act(lists::import::correct_column), CorrectColumn => ImportPreview;
    Operator fill_down: act(lists::import::fill_down), FillDown => ImportPreview;
    Operator leave_out_row: act(lists::import::leave_out_row), LeaveOutRow => ImportPreview;
    Operator choose_sheet: act(lists::import::choose_sheet), ChooseSheet => ImportPreview;
    Operator choose_title_row: act(lists::import::choose_title_row), ChooseTitleRow => ImportPreview;
    Operator choose_column: act(lists::import::choose_column), ChooseColumn => ImportPreview;
    Operator answer_import: act(lists::import::answer_import), AnswerImport => ImportPreview;
    Operator forget_list_choices: act(lists::import::forget_list_choices), Nothing => Nothing;
    Operator import_list: act(lists::import::import_list) move_on(session), Nothing => Session;
    Operator discard_import: act(lists::import::discard_import), Nothing => Nothing;
    Operator save_form: act(lists::import::save_form), SaveForm => Written;
    Operator save_delegate: act(lists::acts::save_delegate) show(lists::view::delegates), SaveDelegate => DelegateList;
    Operator remove_delegate: act(lists::acts::remove_delegate) show(lists::view::delegates), RemoveDelegate => DelegateList;
    Operator save_candidate: act(lists::acts::save_candidate) show(lists::view::candidates), SaveCandidate => CandidateList;
    Operator remove_candidate: act(lists::acts::remove_candidate) show(lists::view::candidates), RemoveCandidate => CandidateList;
    Operator move_candidate: act(lists::acts::move_candidate) show(lists::view::candidates), MoveCandidate => CandidateList;

    SignedIn rules: show(rules::view::rules), Nothing => RulesView;
    SignedIn explain_rules: look(rules::view::explain_rules), RulesRequest => RulesMeaning;
    Operator set_rules: act(rules::acts::set_rules) move_on(session), RulesRequest => Session;

    SignedIn adoption: show(adopt::view::adoption), Nothing => Adoption;
    Operator adopt: act(adopt::acts::adopt) move_on(session), Adopt => Session;

    SignedIn ceremony: show(ceremony::view::ceremony), Nothing => CeremonyView;
    Operator begin_ceremony: act(ceremony::acts::begin_ceremony) show(ceremony::view::ceremony), BeginCeremony => CeremonyView;
    Operator set_card_pin: act(ceremony::acts::set_card_pin) show(ceremony::view::ceremony), CardPin => CeremonyView;
    Operator uncover_card: act(ceremony::acts::uncover_card) show(ceremony::view::ceremony), CardPin => CeremonyView;
    Operator cover_card: act(ceremony::acts::cover_card) show(ceremony::view::ceremony), Nothing => CeremonyView;
    Operator key_card: act(ceremony::acts::key_card), ShowCard => KeyCardView;
    Operator print_card: act(ceremony::acts::print_card) show(ceremony::view::ceremony), PrintCard => CeremonyView;
    Operator save_card: act(ceremony::acts::save_card), SaveCard => Written;
    Operator confirm_key_card: act(ceremony::acts::confirm_key_card) show(ceremony::view::ceremony), ConfirmKeyCard => CeremonyView;
    Operator abandon_ceremony: act(ceremony::acts::abandon_ceremony) show(ceremony::view::ceremony), Nothing => CeremonyView;
    Operator print_slips: act(ceremony::acts::print_slips) show(ceremony::view::ceremony), PrintSlips => CeremonyView;
    Operator save_slips: act(ceremony::acts::save_slips), SaveSlips => Written;
    Operator seal: act(ceremony::acts::seal) move_on(session), Seal => Session;

    SignedIn key_ceremony: show(key_ceremony::view::key_ceremony), Nothing => KeyCeremonyView;
    Operator invite_holders: act(key_ceremony::acts::invite_holders) show(key_ceremony::view::key_ceremony), Nothing => KeyCeremonyView;
    Operator set_holder_pin: act(key_ceremony::acts::set_holder_pin) show(key_ceremony::view::key_ceremony), CardPin => KeyCeremonyView;
    Operator write_key_file: act(key_ceremony::acts::write_key_file), SaveTo => Written;
    Operator take_key_file: act(key_ceremony::acts::take_key_file) show(key_ceremony::view::key_ceremony), StickFile => KeyCeremonyView;
    Operator make_keys: act(key_ceremony::acts::make_keys) move_on(session), WithTwo => Session;
    Operator give_up_keys: act(key_ceremony::acts::give_up_keys) move_on(session), EndRound => Session;

    SignedIn attendance: show(check_in::view::attendance), Nothing => Attendance;
    Operator open_check_in: act(check_in::acts::open_check_in) move_on(session), Nothing => Session;
    Operator check_in: act(check_in::acts::check_in) show(check_in::view::attendance), CheckIn => Attendance;
    Operator undo_check_in: act(check_in::acts::undo_check_in) show(check_in::view::attendance), UndoCheckIn => Attendance;
    Operator exchange_slip: act(check_in::acts::exchange_slip) show(check_in::view::attendance), ExchangeSlip => Attendance;

    SignedIn readiness: desk(poll::view::readiness), Nothing => Readiness;
    Operator void_for_quorum: act(poll::acts::void_for_quorum) move_on(session), WithTwo => Session;
    Operator open_poll: act(poll::acts::open_poll) move_on(session), WithTwo => Session;
    OperatorAnywhere suspend_poll: act(poll::acts::suspend_poll) move_on(session), WithTwo => Session;
    OperatorAnywhere resume_poll: act(poll::acts::resume_poll) move_on(session), ResumePoll => Session;
    SignedIn piles: show(piles::view::piles), Nothing => PilesView;
    Operator scan_slip: act(piles::acts::scan_slip) show(piles::view::piles), ScanSlip => PilesView;
    Operator take_misfits_out: act(piles::acts::take_misfits_out) show(piles::view::piles), Nothing => PilesView;
    Operator restart_piles: act(piles::acts::restart_piles) show(piles::view::piles), Nothing => PilesView;
    Operator annul_slip: act(piles::acts::annul_slip) show(piles::view::piles), AnnulSlip => PilesView;
    Operator close_poll: act(poll::acts::close_poll) move_on(session), ClosePoll => Session;
    Operator end_round: act(poll::acts::end_round) move_on(session), EndRound => Session;
    OperatorAnywhere unlock_kiosk: act(poll::acts::unlock_kiosk) show(session), Nothing => Session;

    SignedIn paper_view: show(paper_ballots::view::paper_ballots), Nothing => PaperBallotsView;
    Operator begin_batch: act(paper_ballots::acts::begin_batch) show(paper_ballots::view::paper_ballots), BeginBatch => PaperBallotsView;
    Operator begin_second_reading: act(paper_ballots::acts::begin_second_reading) show(paper_ballots::view::paper_ballots), SecondReader => PaperBallotsView;
    Operator enter_sheet: act(paper_ballots::acts::enter_sheet) show(paper_ballots::view::paper_ballots), EnterSheet => PaperBallotsView;
    Operator finish_reading: act(paper_ballots::acts::finish_reading) show(paper_ballots::view::paper_ballots), Nothing => PaperBallotsView;
    Operator resolve_difference: act(paper_ballots::acts::resolve_difference) show(paper_ballots::view::paper_ballots), ResolveDifference => PaperBallotsView;
    Operator enter_batch: act(paper_ballots::acts::enter_batch), WithTwo => BatchEntered;
    Operator discard_batch: act(paper_ballots::acts::discard_batch) show(paper_ballots::view::paper_ballots), Nothing => PaperBallotsView;

    SignedIn kiosks: show(remote_kiosks::view::kiosks), Nothing => KiosksView;
    Operator read_kiosk_request: look(remote_kiosks::view::read_kiosk_request), StickFile => RequestFound;
    Operator provision_kiosk: act(remote_kiosks::acts::provision_kiosk), ProvisionKiosk => Written;
    Operator merge_kiosk_box: act(remote_kiosks::acts::merge_kiosk_box), MergeKioskBox => BoxMerged;
    Operator recover_kiosk: act(remote_kiosks::acts::recover_kiosk), RecoverKiosk => BoxMerged;
    Operator declare_kiosk_lost: act(remote_kiosks::acts::declare_kiosk_lost) move_on(session), DeclareKioskLost => Session;
    Operator decide_dispute: act(remote_kiosks::acts::decide_dispute) show(session), DecideDispute => Session;

    SignedIn count_view: show(count::view::count), Nothing => CountView;
    Operator present_card: act(count::acts::present_card) show(count::view::count), PresentCard => CountView;
    Operator withdraw_cards: act(count::acts::withdraw_cards) show(count::view::count), Nothing => CountView;
    Operator write_closed_box: act(count::acts::write_closed_box), WriteClosedBox => Written;
    Operator take_opening: act(count::acts::take_opening) show(count::view::count), StickFile => CountView;
    Operator count: act(count::acts::count) move_on(session), WithTwo => Session;

    SignedIn result: look(result::view::result), WhichRound => ResultView;
    Operator draw_lots: act(result::acts::draw_lots) move_on(session), DrawLots => Session;
    Operator confirm_result: act(result::acts::confirm_result) move_on(session), ConfirmResult => Session;
    Operator announce: act(result::acts::announce) move_on(session), Nothing => Session;
    Operator destroy_cards: act(result::acts::destroy_cards) move_on(session), DestroyCards => Session;
    Operator begin_next: act(result::acts::begin_next) move_on(session), Nothing => Session;
    Operator end_rounds: act(result::acts::end_rounds) move_on(session), EndRound => Session;

    SignedIn documents: desk(documents::view::all), Nothing => Documents;
    SignedIn document: act(documents::view::document), DocumentId => DocumentMade;
    SignedIn document_page: look(documents::view::document_page), DocumentPage => PagePicture;
    Operator print_document: act(documents::acts::print_document), PrintDocument => Nothing;
    Operator print_test_page: act(documents::acts::print_test_page), PrintTo => Nothing;
    Operator save_document: act(documents::acts::save_document), SaveDocument => Written;
    Operator sign_document: act(documents::acts::sign_document), SignDocument => Written;
    Operator set_texts: desk(documents::acts::set_texts) show(documents::view::documents), TextsForm => Documents;

    SignedIn log: show(log::view::log), Nothing => LogView;
    Operator back_up: act(backups::back_up) show(session), Nothing => Session;
    Operator set_backup_folder: act(backups::set_backup_folder) move_on(session), SetBackupFolder => Session;
    Operator export_record: act(log::acts::export_record), SaveTo => Written;
    Operator save_station_key: act(log::acts::save_station_key), SaveStationKey => Written;

    Operator rehearse: act(rehearsal::rehearse) move_on(session), Rehearse => Session;
};
