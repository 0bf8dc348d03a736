//! The interface's types, from ours: `ui/src/shared/generated.ts` is this module's text.

use crate::{
    commands::table::{COMMANDS, Window},
    types::*,
};
use ts_rs::{Config, TS};

/// How the interface knows a type.
pub(crate) fn name<T: TS>() -> String {
    T::name(&Config::new())
}

fn declaration<T: TS>() -> String {
    format!("export {}\n", T::decl(&Config::new()))
}

macro_rules! declarations {
    ($($type:ty),* $(,)?) => { [ $( declaration::<$type>() ),* ] };
}

/// The text of the generated file. The test of the same name writes it when `PIAOJUE_GENERATE` is set, and otherwise fails
/// when the file differs.
#[must_use]
pub fn generated() -> String {
    let mut text =
        "// Generated from the Rust crate `desk`; see its module `typescript`. Not edited by hand.\n\n"
            .to_owned();
    text.extend(declarations().iter().flat_map(|declaration| [declaration.as_str(), "\n"]));
    for window in Window::ALL {
        text.push_str(&commands_of(window));
    }
    text
}

/// The commands that a window may ask for: what each takes and gives.
fn commands_of(window: Window) -> String {
    let title = match window {
        Window::Secretariat => "SecretariatCommands",
        Window::Kiosk => "KioskCommands",
        Window::Screen => "ScreenCommands",
    };
    let mut text = format!("export interface {title} {{\n");
    for command in COMMANDS.iter().filter(|command| command.window == window) {
        let (request, answer) = ((command.request)(), (command.answer)());
        let line = format!("    {}: {{ request: {request}; answer: {answer} }};\n", command.name);
        text.push_str(&line);
    }
    text.push_str("}\n\n");
    text
}

#[expect(clippy::too_many_lines, reason = "one list of types, a line each")]
fn declarations() -> Vec<String> {
    declarations![
        Nothing,
        Problem,
        TwoPersons,
        Home,
        Language,
        SessionCard,
        SessionSummary,
        ProfileForm,
        Level,
        NewSession,
        NewSample,
        OpenSession,
        SessionId,
        SignInNames,
        ImportSession,
        BackupFile,
        BackupFound,
        RestoreSession,
        RecordFile,
        FindInRecord,
        FoundInRecord,
        RecordChecked,
        RecordRound,
        RecordCandidate,
        CheckRow,
        CheckVerdict,
        SetLanguage,
        PickPath,
        PathKind,
        PickedPath,
        WhichWindow,
        SideWindow,
        KioskApart,
        ThisKiosk,
        AskProvision,
        ProvisionAsked,
        ProvisionFound,
        LoadProvision,
        CloseKiosk,
        Session,
        Person,
        Role,
        StepKey,
        Step,
        StepStanding,
        RoundHead,
        HallFigures,
        Undo,
        BackupState,
        ChangeProfile,
        Pin,
        NewOperator,
        ChangePin,
        Rehearse,
        Progress,
        Status,
        ListKind,
        PreviewImport,
        ImportPreview,
        ImportRow,
        ImportFinding,
        CorrectCell,
        LeaveOutRow,
        SaveForm,
        Written,
        DelegateList,
        Delegation,
        DelegateForm,
        SaveDelegate,
        RemoveNumber,
        CandidateList,
        CandidateForm,
        SaveCandidate,
        MoveCandidate,
        RulesForm,
        CategorySeats,
        ProportionForm,
        RulesView,
        Preset,
        RulesRequest,
        RulesMeaning,
        Adoption,
        NamedCandidate,
        Adopt,
        CeremonyView,
        CardHolder,
        BeginCeremony,
        WhichCard,
        KeyCardView,
        ConfirmKeyCard,
        PrintTo,
        PrintCard,
        SaveCard,
        SaveTo,
        Seal,
        Attendance,
        AttendanceRow,
        DelegateNumber,
        CheckIn,
        ExchangeSlip,
        Together,
        ClosePoll,
        EndRound,
        Readiness,
        Check,
        CheckStanding,
        ZoneName,
        ZoneSlips,
        KiosksView,
        KioskRow,
        KioskStanding,
        DisputeRow,
        StickFile,
        RequestFound,
        ProvisionKiosk,
        MergeKioskBox,
        RecoverKiosk,
        BoxMerged,
        DeclareKioskLost,
        DecideDispute,
        PaperView,
        BatchView,
        SheetView,
        DefectView,
        DifferenceView,
        BeginBatch,
        SecondReader,
        SheetForm,
        EnterSheet,
        ResolveDifference,
        Choice,
        BatchEntered,
        VoidReasonCount,
        CountView,
        PresentCard,
        WhichRound,
        ResultView,
        RoundOfSession,
        AccountView,
        DecisionView,
        RankedRow,
        CallView,
        ToSign,
        PendingRound,
        DrawLots,
        ConfirmResult,
        Documents,
        DocumentRow,
        Printer,
        DocumentId,
        DocumentMade,
        DocumentPage,
        PagePicture,
        PrintDocument,
        SaveDocument,
        SignDocument,
        TextsForm,
        RecordView,
        LogRow,
        BackupRow,
        SetBackupFolder,
        SaveStationKey,
        KioskStatus,
        KioskPhase,
        Admit,
        Admission,
        BallotView,
        BallotCandidate,
        BallotBlock,
        MarkView,
        SetMark,
        Marked,
        Review,
        Cast,
        Receipt,
        Challenged,
        OperatorPin,
        ScreenView,
        ScreenPhase,
        ScreenResult,
    ]
    .into()
}
