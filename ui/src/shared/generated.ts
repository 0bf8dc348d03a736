// Generated from the Rust crate `desk`; see its module `typescript`. Not edited by hand.

export type AccountView = { 
/**
 * In office.
 */
delegates: number, 
/**
 * Present.
 */
present: number, 
/**
 * Handed out.
 */
issued: number, 
/**
 * Collected.
 */
collected: number, 
/**
 * Not returned.
 */
notReturned: number, 
/**
 * Void.
 */
void: number, 
/**
 * Valid.
 */
valid: number, };

export type Act = "session-created" | "profile-set" | "texts-set" | "pin-set" | "pin-hash-renewed" | "pin-replaced" | "restored" | "delegates-set" | "candidates-set" | "rules-set" | "round-begun" | "adopted" | "keys-invited" | "key-file-taken" | "keys-made" | "keys-given-up" | "card-output" | "slips-output" | "sealed" | "check-in-opened" | "checked-in" | "check-in-undone" | "slip-exchanged" | "poll-opened" | "suspended" | "resumed" | "interrupted" | "opened" | "paper-entered" | "ballot-challenged" | "slip-annulled" | "poll-closed" | "kiosk-provisioned" | "provision-loaded" | "kiosk-closed" | "box-merged" | "kiosk-lost" | "dispute-decided" | "key-box-written" | "opening-taken" | "counted" | "found-void" | "ended-by-decision" | "rounds-ended" | "document-issued" | "document-attached" | "lots-drawn" | "confirmed" | "announced" | "cards-destroyed";

export type Admission = { "answer": "ballot", 
/**
 * The ballot.
 */
ballot: BallotView, } | { "answer": "refused", 
/**
 * Why.
 */
reason: RefusedReason, 
/**
 * What the code lacks, where it was mistyped.
 */
problem: Problem, } | { "answer": "locked" };

export type Admit = { 
/**
 * The code.
 */
code: string, };

export type Adopt = { 
/**
 * How many warnings were shown and acknowledged.
 */
acknowledged: number, };

export type Adoption = { 
/**
 * The round's number.
 */
round: RoundNumber, 
/**
 * Why it is held; none for a first round, and one that is voted again.
 */
calledFor: CalledFor | null, 
/**
 * The rules with this round's seats.
 */
rules: RulesForm, 
/**
 * What they mean.
 */
meaning: RulesMeaning, 
/**
 * The candidates of this round: number and name.
 */
candidates: Array<NamedCandidate>, 
/**
 * The hash of what was adopted; none before.
 */
digest: string | null, 
/**
 * Why it can't be adopted now.
 */
problem: Problem | null, };

export type AnnulSlip = { 
/**
 * The slip's code.
 */
code: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type AnswerImport = { 
/**
 * The question's code.
 */
code: string, 
/**
 * Its first row; none where it has no rows.
 */
row: number | null, 
/**
 * One of its choices.
 */
choice: string, };

export type AskProvision = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The folder, usually on a stick.
 */
folder: string, };

export type Attendance = { 
/**
 * The delegates in office, in the roster's order.
 */
rows: Array<AttendanceRow>, 
/**
 * The delegations.
 */
delegations: Array<Delegation>, 
/**
 * The hall's figures.
 */
figures: RoundFigures, 
/**
 * Slips not handed out yet.
 */
slipsLeft: number, 
/**
 * Paper ballots not handed out yet; none where the round takes none.
 */
paperLeft: number | null, 
/**
 * Whether check-in is open to newcomers; if not, why.
 */
refused: Problem | null, 
/**
 * Whether a check-in can still be taken back; if not, why.
 */
undoRefused: Problem | null, };

export type AttendanceRow = { 
/**
 * The number.
 */
number: DelegateNumber, 
/**
 * The name.
 */
name: string, 
/**
 * The delegation.
 */
delegation: string, 
/**
 * Pinyin initials to search by, in every reading of the name, such as `zzy` and `czy`.
 */
initials: Array<string>, 
/**
 * Whether checked in.
 */
present: boolean, 
/**
 * Whether a slip or a paper ballot was handed out: never which.
 */
slip: boolean, 
/**
 * Whether it was a paper ballot.
 */
paper: boolean, };

export type BackupFile = { 
/**
 * The backup's file.
 */
file: string, 
/**
 * The station's key; empty where this computer has it, or it is beside the file as `station.key`.
 */
key: string, };

export type BackupFound = { 
/**
 * What it says.
 */
summary: SessionSummary, 
/**
 * Which scrutineer of the file can witness the restoring, besides the operator; empty where none does.
 */
scrutineers: Array<string>, 
/**
 * Whom this computer knows the session by, one of whom takes part; empty where it doesn't know the session.
 */
known: Array<string>, 
/**
 * Who has the same PIN in the file as is known: whoever of them takes part isn't asked twice.
 */
stillKnown: Array<string>, 
/**
 * It has to be stated why: the file ends before what this computer knows of the session, or it doesn't know the session.
 */
toBeStated: boolean, 
/**
 * The session on this computer that it would replace; what is there is kept aside.
 */
replaces: string | null, 
/**
 * How many acts of office its log holds.
 */
logEntries: number, 
/**
 * How many acts of the session this computer knows; more of them than the file's would be lost from sight.
 */
replacedLogEntries: number | null, };

export type BackupRow = { 
/**
 * The file.
 */
file: string, 
/**
 * Bytes in kibibytes, rounded up.
 */
kibibytes: number, 
/**
 * When it was made.
 */
at: string, };

export type BackupState = { 
/**
 * The folder that backups go to.
 */
folder: string, 
/**
 * Whether the folder was chosen by a person; until then backups are on the same disk as the session.
 */
chosen: boolean, 
/**
 * When the latest backup was made and checked, as `2026-01-15T09:30:00+08:00`.
 */
latest: string | null, 
/**
 * Why the latest attempt failed.
 */
problem: Problem | null, };

export type BallotBlock = { 
/**
 * The category; none where the whole list is meant.
 */
category: string | null, 
/**
 * The most approvals.
 */
limit: number, 
/**
 * How many approvals are marked.
 */
approved: number, 
/**
 * How many more may be.
 */
left: number, };

export type BallotCandidate = { 
/**
 * The number.
 */
number: CandidateNumber, 
/**
 * The name.
 */
name: string, 
/**
 * What will be done.
 */
content: string, 
/**
 * Works of a programme.
 */
subItems: Array<string>, 
/**
 * Where.
 */
location: string, 
/**
 * Total investment in 万元, as `1,234.56`; empty for none.
 */
investment: string, 
/**
 * Investment this year in 万元; empty for none.
 */
investmentThisYear: string, 
/**
 * The unit that answers for it.
 */
responsibleUnit: string, 
/**
 * The day by which it will be done; empty for none.
 */
deadline: string, 
/**
 * Whom it serves.
 */
benefit: string, 
/**
 * The place of its block.
 */
block: number, };

export type BallotView = { 
/**
 * The candidates, in list order.
 */
candidates: Array<BallotCandidate>, 
/**
 * The parts of the list that have a limit each: one, or one a category.
 */
blocks: Array<BallotBlock>, 
/**
 * Whether 反对 can be marked.
 */
oppose: boolean, 
/**
 * Whether each block must have just its limit of approvals.
 */
exactly: boolean, 
/**
 * The marks so far: `approve`, `oppose`, `abstain`, or `open` where nothing was touched.
 */
marks: Array<MarkView>, };

export type BaseChoice = "all" | "present" | "issued" | "collected" | "valid";

export type BatchEntered = { 
/**
 * Ballots that are sealed in the box.
 */
valid: number, 
/**
 * Ballots that are void.
 */
void: number, 
/**
 * They by reason.
 */
reasons: Array<VoidReasonCount>, 
/**
 * The paper ballots now.
 */
view: PaperBallotsView, };

export type BatchView = { "stage": "reading", 
/**
 * Whether it is the second reading.
 */
second: boolean, 
/**
 * Who reads.
 */
reader: string, 
/**
 * What was read so far in this reading, by place in the pile; none where nothing was entered yet.
 */
sheets: Array<SheetView | null>, } | { "stage": "between", 
/**
 * Who may read now.
 */
readers: Array<string>, 
/**
 * Ballots of the batch.
 */
ballots: number, } | { "stage": "compared", 
/**
 * Ballots of the batch.
 */
ballots: number, 
/**
 * Who read first and second.
 */
readers: [string, string], 
/**
 * Where they differ.
 */
differences: Array<DifferenceView>, 
/**
 * How many differences are not decided yet.
 */
open: number, };

export type BeginBatch = { 
/**
 * Who reads first.
 */
reader: string, 
/**
 * How many ballots the pile has.
 */
ballots: number, };

export type BeginCeremony = { 
/**
 * How many slips to make for each zone, in the order of the zones' numbers; one zone where the hall has one.
 */
slips: Array<number>, 
/**
 * For how many paper ballots the box has slots; 0 for none.
 */
paper: number, };

export type BodyChoice = "congress" | "standing-committee" | "street-assembly";

export type BoxFound = { 
/**
 * The round.
 */
round: RoundNumber, 
/**
 * How many ballots it has.
 */
ballots: number, 
/**
 * Names just this file.
 */
seen: string, };

export type BoxMerged = { 
/**
 * The kiosk.
 */
kiosk: KioskNumber, 
/**
 * The ballots of its box.
 */
ballots: number, 
/**
 * How many of its slips were used elsewhere too: they wait for a decision.
 */
disputed: number, 
/**
 * The same box was merged before, and nothing was changed.
 */
already: boolean, };

export type BreachChoice = "ballot" | "category";

export type CallView = { 
/**
 * The category; none where the whole list is meant.
 */
category: string | null, 
/**
 * The candidates.
 */
candidates: Array<NamedCandidate>, 
/**
 * The seats left.
 */
seats: number, 
/**
 * Which of the two.
 */
why: CalledFor, };

export type CalledFor = "tie" | "too-few";

export type CandidateForm = { 
/**
 * The number on the ballot.
 */
number: CandidateNumber, 
/**
 * The project's name.
 */
name: string, 
/**
 * What will be done.
 */
content: string, 
/**
 * Works of a programme that are voted on as one.
 */
subItems: Array<string>, 
/**
 * Where.
 */
location: string, 
/**
 * Total investment in 万元, as `1,234.56`; empty for none.
 */
investment: string, 
/**
 * Investment planned for the year in 万元; empty for none.
 */
investmentThisYear: string, 
/**
 * Where the money comes from.
 */
sources: string, 
/**
 * The unit that answers for it.
 */
responsibleUnit: string, 
/**
 * The day by which it will be done, as `2026-12-31`; empty for none.
 */
deadline: string, 
/**
 * Whom it serves.
 */
benefit: string, 
/**
 * The category.
 */
category: string, 
/**
 * Where the proposal came from.
 */
origin: string, };

export type CandidateList = { 
/**
 * In the order of the ballot.
 */
candidates: Array<CandidateForm>, 
/**
 * The categories in the order in which they appear.
 */
categories: Array<string>, 
/**
 * The sum of all investments in 万元, as `1,234.56`; none where no candidate has one.
 */
totalInvestment: string | null, 
/**
 * Why the list can't be changed any more.
 */
frozen: Problem | null, };

export type CandidateNumber = string;

export type CandidateVerdict = "adopted" | "adopted-by-lot" | "further-round" | "tied" | "not-adopted";

export type CardHolder = { 
/**
 * The number of the card, from 1.
 */
holder: number, 
/**
 * The scrutineer.
 */
name: string, 
/**
 * Whether the card was read back or presented, or, after the last result, destroyed.
 */
done: boolean, };

export type CardPin = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * The scrutineer's PIN, 6 to 12 digits.
 */
pin: string, };

export type CardTurn = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * Whether its scrutineer sets a PIN first; else the PIN that they have is asked for.
 */
setsPin: boolean, 
/**
 * Whether it was shown: once more takes two persons and a reason.
 */
shown: boolean, 
/**
 * Whether it was printed or saved: the same way once more takes the same.
 */
takenOut: boolean, 
/**
 * The row, from 1, that is typed back where there is no scanner.
 */
askedRow: number, };

export type Cast = { 
/**
 * The delegate has said that the ballot is meant to be blank.
 */
blankMeant: boolean, };

export type CategorySeats = { 
/**
 * The category, as candidates bear it.
 */
name: string, 
/**
 * Its seats.
 */
seats: number, };

export type CeremonyStage = "none" | "cards" | "slips" | "sealed";

export type CeremonyView = { 
/**
 * How far it has come.
 */
stage: CeremonyStage, 
/**
 * The scrutineers, in the order of the cards.
 */
holders: Array<CardHolder>, 
/**
 * How many cards open the totals.
 */
threshold: number, 
/**
 * How the key comes about; where it is distributed there are no cards.
 */
keys: KeyMaking, 
/**
 * Whether the cards of an earlier round are used again.
 */
cardsAgain: boolean, 
/**
 * Delegates in office, for whom there should be a slip each.
 */
delegates: number, 
/**
 * Slips made; 0 before the ceremony is begun.
 */
slips: number, 
/**
 * The zones with their slips; none before slips are made.
 */
zones: Array<ZoneSlips>, 
/**
 * Paper ballots made; 0 where there are none.
 */
paper: number, 
/**
 * Whether slips were printed or saved since they were made.
 */
slipsOut: boolean, 
/**
 * The commitment to the list of slips in groups of eight characters, once the box is sealed; none before, and in a session that
 * version 0.1.0 sealed.
 */
slipList: Array<string>, 
/**
 * The card whose turn it is; none before the ceremony and after the last card.
 */
turn: CardTurn | null, 
/**
 * Why the ceremony can't be held now.
 */
problem: Problem | null, };

export type Challenged = { 
/**
 * The tracking code that the review showed.
 */
trackingCode: string, 
/**
 * What was sealed, in list order: approved, opposed or abstained.
 */
marks: Array<MarkView>, 
/**
 * The name of the file on the scrutineers' stick that anyone can check the ballot with; none where codes are shown.
 */
file: string | null, 
/**
 * The QR codes that a second computer checks it with; none where a file was written.
 */
codes: Array<QrCode>, 
/**
 * Why the file could not be written.
 */
problem: Problem | null, 
/**
 * How many more ballots can be opened in this sitting.
 */
challengesLeft: number, 
/**
 * An empty ballot: the slip is as good as before.
 */
ballot: BallotView, };

export type ChallengesTo = { "to": "stick", 
/**
 * The folder.
 */
folder: string, } | { "to": "codes" };

export type ChangePin = { 
/**
 * The PIN so far.
 */
pin: string, 
/**
 * The new one.
 */
newPin: string, 
/**
 * Who witnesses it; none while no scrutineer has a PIN.
 */
witness: PinWitness | null, };

export type ChangeProfile = { 
/**
 * The session as it should be; whether it is for training doesn't change.
 */
profile: ProfileForm, };

export type Check = { 
/**
 * What was looked at.
 */
key: CheckKey, 
/**
 * Whether the poll can be opened.
 */
status: CheckStatus, 
/**
 * What was found, worded under its code.
 */
finding: Problem, };

export type CheckIn = { 
/**
 * The delegate's number.
 */
number: DelegateNumber, 
/**
 * Whether a paper ballot is handed out instead of a slip.
 */
paper: boolean, };

export type CheckKey = "quorum" | "ceremony-report" | "box" | "kiosk" | "screens" | "printer" | "clock" | "space" | "backup";

export type CheckRow = { 
/**
 * Its number, such as `3.2`; the catalogue of messages has its title.
 */
number: string, 
/**
 * The code of its title.
 */
title: string, 
/**
 * How it came out.
 */
verdict: CheckVerdict, 
/**
 * The round in which it fails; none where it isn't of one.
 */
round: RoundNumber | null, 
/**
 * What is wrong, where it fails.
 */
problem: Problem | null, };

export type CheckStatus = "good" | "warning" | "bad";

export type CheckVerdict = "pass" | "fail" | "not-reached";

export type Choice = "first" | "second" | "anew";

export type ChooseColumn = { 
/**
 * The column's place, from 0.
 */
column: number, 
/**
 * One of the preview's fields; none sets the column aside.
 */
field: ListField | null, };

export type ChooseSheet = { 
/**
 * Its name.
 */
sheet: string, };

export type ChooseTitleRow = { 
/**
 * The row in the file, from 1.
 */
row: number, };

export type CloseKiosk = { 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * Slips that two persons counted in its tray.
 */
tray: number, 
/**
 * What they state where tray and box differ; empty for nothing.
 */
statement: string, };

export type ClosePoll = { 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * Spent slips that the tellers counted in the tray.
 */
tray: number, 
/**
 * Paper ballots that they counted.
 */
paper: number, 
/**
 * What the scrutineers state where tray and box differ; empty for nothing.
 */
statement: string, 
/**
 * Slips that were spoiled in printing, and so are in no pile.
 */
spoiled: number, 
/**
 * Why the piles aren't checked by code; empty where they were.
 */
unchecked: string, };

export type ConfirmKeyCard = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * The whole card as scanned, or the row that was asked for as typed.
 */
typed: string, };

export type ConfirmResult = { 
/**
 * Who enters it.
 */
by: TwoPersons, 
/**
 * The scrutineers who signed, besides the chief.
 */
scrutineers: Array<string>, 
/**
 * The tellers who signed.
 */
tellers: Array<string>, };

export type CorrectCell = { 
/**
 * The row.
 */
at: RowPlace, 
/**
 * The column's place among the titles, from 0.
 */
column: number, 
/**
 * What should be written there.
 */
value: string, };

export type CorrectColumn = { 
/**
 * The column's place, from 0.
 */
column: number, 
/**
 * What is there; empty for the empty cells of entries.
 */
from: string, 
/**
 * What should be there.
 */
to: string, };

export type CountView = { 
/**
 * How the key came about.
 */
keys: KeyMaking, 
/**
 * The scrutineers, in the order of the cards, and whose card was read, or whose share of the totals was taken.
 */
holders: Array<CardHolder>, 
/**
 * How many cards are needed.
 */
needed: number, 
/**
 * How many were read.
 */
presented: number, 
/**
 * Ballots in the closed box; 0 before it is closed.
 */
ballots: number, 
/**
 * The root of the closed box, in groups of eight characters.
 */
root: Array<string>, 
/**
 * The root as it is read aloud to the holders of a distributed key, in groups of five digits; none where the key is dealt.
 */
spokenRoot: Array<string>, 
/**
 * Whether the closed box was written for the holders of a distributed key.
 */
boxWritten: boolean, 
/**
 * The account voids the round: the count opens nothing and says so.
 */
voidReason: VoidCause | null, 
/**
 * Why the count can't be made now.
 */
problem: Problem | null, };

export type DecideDispute = { 
/**
 * The slip, as the list names it.
 */
slip: SlipTag, 
/**
 * The kiosk whose ballot counts, 0 for the station's own; none where none counts.
 */
kept: KioskNumber | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type DecisionView = { 
/**
 * The least approvals that pass.
 */
threshold: number, 
/**
 * Whether any approval passes (再次票决 by plurality).
 */
plurality: boolean, 
/**
 * Seats of this round.
 */
seats: number, 
/**
 * Whether ballots took oppositions.
 */
opposeTaken: boolean, 
/**
 * All candidates by approvals, category by category.
 */
rows: Array<RankedRow>, 
/**
 * Why it came to this, sentence by sentence, under their codes.
 */
reasons: Array<Problem>, 
/**
 * Where lots must be drawn, or were.
 */
lots: Array<CallView>, 
/**
 * Whom the lots adopted.
 */
drawn: Array<CandidateNumber>, 
/**
 * Further rounds that are called.
 */
furtherRounds: Array<CallView>, };

export type DeclareKioskLost = { 
/**
 * The kiosk.
 */
number: KioskNumber, 
/**
 * The slips that stay in its tray for good: so many ballots are missing.
 */
tray: number, 
/**
 * What happened.
 */
statement: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type DefectView = "unclear" | "not-issued";

export type DelegateForm = { 
/**
 * The number, as printed.
 */
number: DelegateNumber, 
/**
 * The name.
 */
name: string, 
/**
 * The delegation.
 */
delegation: string, 
/**
 * Whether in office.
 */
inOffice: boolean, };

export type DelegateList = { 
/**
 * In the roster's order.
 */
delegates: Array<DelegateForm>, 
/**
 * The delegations in the order in which they appear, with how many are in office.
 */
delegations: Array<Delegation>, 
/**
 * How many are in office.
 */
inOffice: number, 
/**
 * Why the list can't be changed any more.
 */
frozen: Problem | null, };

export type DelegateNumber = string;

export type Delegation = { 
/**
 * Its name.
 */
name: string, 
/**
 * Delegates in office.
 */
inOffice: number, 
/**
 * Of them, checked in for the latest round.
 */
present: number, };

export type DestroyCards = { 
/**
 * Who enters it.
 */
by: TwoPersons, 
/**
 * The numbers of the cards.
 */
cards: Array<number>, };

export type DifferenceView = { 
/**
 * Its place in the pile, from 0.
 */
place: number, 
/**
 * The candidates' places on whose marks they differ; empty where one of them finds the ballot void.
 */
candidates: Array<number>, 
/**
 * The first reading.
 */
first: SheetView, 
/**
 * The second reading.
 */
second: SheetView, 
/**
 * What was decided on the paper.
 */
decided: SheetView | null, };

export type DisputeRow = { 
/**
 * Names the slip without telling its code.
 */
slip: SlipTag, 
/**
 * Where it was spent; 0 is the station's own kiosk.
 */
kiosks: Array<KioskNumber>, 
/**
 * Whether two persons have decided.
 */
decided: boolean, 
/**
 * The kiosk whose ballot was kept; none where none was, or nothing is decided.
 */
kept: KioskNumber | null, 
/**
 * Their reason.
 */
reason: string | null, };

export type DocumentId = { 
/**
 * The document.
 */
id: string, 
/**
 * The language; none for the session's own.
 */
language: Language | null, };

export type DocumentKind = "voting-measure" | "candidate-list" | "notice" | "attendance-sheet" | "attendance-report" | "paper-ballots" | "ceremony-report" | "opening-report" | "distribution-report" | "return-report" | "closing-report" | "result-report" | "chair-script" | "result-table" | "attendance-table" | "announcement" | "resolution" | "task-list" | "adopted-table" | "minutes";

export type DocumentMade = { 
/**
 * The document.
 */
id: string, 
/**
 * Its pages.
 */
pages: number, };

export type DocumentPage = { 
/**
 * The document.
 */
id: string, 
/**
 * The page, from 1.
 */
page: number, 
/**
 * Pixels of the page's width.
 */
width: number, 
/**
 * The language; none for the session's own.
 */
language: Language | null, };

export type DocumentRow = { 
/**
 * Names it, such as `round-1-result`.
 */
id: string, 
/**
 * What it is: `candidate-list`, `result-report`, `announcement`, …
 */
kind: DocumentKind, 
/**
 * The round; none for the whole session.
 */
round: RoundNumber | null, 
/**
 * What it may be used as; none while it can't be made.
 */
status: DocumentStatus | null, 
/**
 * Whether it is a spreadsheet, which has no pages to show or print.
 */
table: boolean, 
/**
 * Whether it can be signed digitally now.
 */
signed: boolean, 
/**
 * Why it can't be made yet.
 */
problem: Problem | null, };

export type DocumentStatus = "draft" | "unofficial" | "official";

export type Documents = { 
/**
 * Each document that there is or will be.
 */
documents: Array<DocumentRow>, 
/**
 * The system's printers; empty where there is none.
 */
printers: Array<Printer>, 
/**
 * The session's own folder for documents.
 */
folder: string, 
/**
 * The session's language, in which its documents are made where no other is asked for.
 */
language: Language, 
/**
 * What the session words itself in its documents.
 */
texts: TextsForm, };

export type DrawLots = { 
/**
 * Who enters it.
 */
by: TwoPersons, 
/**
 * The candidates' numbers.
 */
drawn: Array<CandidateNumber>, };

export type EndRound = { 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * Why.
 */
statement: string, };

export type EnterSheet = { 
/**
 * Its place in the pile, from 0.
 */
place: number, 
/**
 * The ballot.
 */
sheet: SheetForm, };

export type ExchangeSlip = { 
/**
 * The damaged slip's code.
 */
code: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type FillDown = { 
/**
 * The column's place, from 0.
 */
column: number, };

export type FindInRecord = { 
/**
 * The record.
 */
file: string, 
/**
 * The tracking code as it was typed.
 */
code: string, };

export type FoundInRecord = { 
/**
 * The round; none where no round has the ballot.
 */
round: RoundNumber | null, 
/**
 * The sealed ballot's hash, in hex; empty where there is none.
 */
hash: string, };

export type FurtherMajorityChoice = "plurality" | "same";

export type HeardFile = { 
/**
 * The file's path.
 */
file: string, 
/**
 * The file that was looked at.
 */
seen: string, 
/**
 * The digits as they were read aloud.
 */
spoken: string, 
/**
 * Where the file for the station is written; empty for beside the one that was read.
 */
folder: string, };

export type HeldPart = { 
/**
 * The ceremony's name, in hex.
 */
id: string, 
/**
 * The congress.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * The holder's number, from 1.
 */
holder: number, 
/**
 * The holder's name.
 */
name: string, 
/**
 * How many holders open totals.
 */
threshold: number, 
/**
 * The names of all holders.
 */
holders: Array<string>, 
/**
 * The last step that was done.
 */
step: PartStep, 
/**
 * The finished key's fingerprint, in groups as papers have it; empty before.
 */
fingerprint: Array<string>, 
/**
 * The round whose box was counted last; none before the first.
 */
counted: RoundNumber | null, };

export type HolderParts = { 
/**
 * The part that is open, if one is.
 */
open: HeldPart | null, 
/**
 * The parts, the one changed last first.
 */
parts: Array<KeptPart>, 
/**
 * Their folder.
 */
folder: string, };

export type HoldersFound = { 
/**
 * The holders' names, in the order of their numbers.
 */
holders: Array<string>, 
/**
 * The digest as it is read aloud: eight groups of five digits.
 */
spoken: string, 
/**
 * Names just this file.
 */
seen: string, };

export type Home = { 
/**
 * The sessions on this computer, the latest first.
 */
sessions: Array<SessionCard>, 
/**
 * The folder of the sessions.
 */
folder: string, 
/**
 * The language of the interface.
 */
language: Language, 
/**
 * The program's version.
 */
version: string, 
/**
 * The session that is open, if one is.
 */
open: string | null, };

export type ImportChange = { 
/**
 * The sheet, by its place.
 */
sheet: number, 
/**
 * The row in the file, from 1.
 */
row: number, 
/**
 * The column in the file, from 0.
 */
column: number, 
/**
 * What was done, such as `list.padding`; worded with `count` and `rows`.
 */
code: string, 
/**
 * What is written.
 */
from: string, 
/**
 * What is taken.
 */
to: string, };

export type ImportColumn = { 
/**
 * Its place, from 0.
 */
column: number, 
/**
 * Its title, in one line; empty where it has none.
 */
title: string, 
/**
 * The field that it is read as; none where it is set aside.
 */
field: ListField | null, };

export type ImportFinding = { 
/**
 * The sheet, by its place.
 */
sheet: number, 
/**
 * The row in the file, from 1.
 */
row: number, 
/**
 * The place of its column among the titles, from 0; none where the whole row is meant.
 */
column: number | null, 
/**
 * The column's letter and title.
 */
columnTitle: string, 
/**
 * What is written there, shortened.
 */
value: string, 
/**
 * What is wrong with it.
 */
problem: Problem, };

export type ImportGroup = { 
/**
 * Its name.
 */
name: string, 
/**
 * How many entries it has.
 */
count: number, };

export type ImportPreview = { 
/**
 * Which list.
 */
kind: ListKind, 
/**
 * The file's name.
 */
name: string, 
/**
 * The sheet that is shown: the one that is read, or the first; none where several are read as one list.
 */
sheet: string | null, 
/**
 * All sheets, for [`ChooseSheet`].
 */
sheets: Array<string>, 
/**
 * Why the file as a whole can't be used.
 */
problem: Problem | null, 
/**
 * The number of the row of titles in the file, from 1; 0 where the file as a whole can't be used.
 */
titleRow: number, 
/**
 * The titles of the columns, as found, from the first column.
 */
titles: Array<string>, 
/**
 * The fields that a column may hold, for [`ChooseColumn`].
 */
fields: Array<ListField>, 
/**
 * The columns and what they are read as, from the left.
 */
columns: Array<ImportColumn>, 
/**
 * All rows of the sheets that are shown.
 */
rows: Array<ImportRow>, 
/**
 * How many entries each delegation or category has.
 */
groups: Array<ImportGroup>, 
/**
 * Every value that isn't taken as it is written, from the top.
 */
changes: Array<ImportChange>, 
/**
 * What a person is asked, answered or not.
 */
questions: Array<ImportQuestion>, 
/**
 * Every wrong cell, from the top.
 */
findings: Array<ImportFinding>, 
/**
 * How many rows would be imported now.
 */
usable: number, 
/**
 * Whether it can be imported as it is.
 */
ready: boolean, };

export type ImportQuestion = { 
/**
 * Its code and first row.
 */
id: string, 
/**
 * What it is about, such as `list.hidden-rows`; worded with `rows` and `about`.
 */
code: string, 
/**
 * The rows; empty where it is about the file.
 */
rows: Array<RowPlace>, 
/**
 * The word or the name that it is about.
 */
about: string, 
/**
 * What may be answered: names of sheets, or words that `choice.…` words.
 */
choices: Array<string>, 
/**
 * The answer that is safe, where one is: it is taken in what is shown, and still has to be confirmed.
 */
proposal: string | null, 
/**
 * What was answered.
 */
answer: string | null, };

export type ImportRow = { 
/**
 * Its sheet, by its place among the preview's sheets, from 0.
 */
sheet: number, 
/**
 * Its number in the file, as a spreadsheet counts, from 1.
 */
row: number, 
/**
 * Whether it is a row of titles.
 */
titles: boolean, 
/**
 * Its cells, from the first column; each row has as many.
 */
cells: Array<string>, 
/**
 * Whether the file hides it.
 */
hidden: boolean, 
/**
 * Whether a person has said to leave it out.
 */
leftOut: boolean, 
/**
 * The code that says why it is no entry, such as `list.total-row`; none for an entry, and for titles.
 */
notice: string | null, };

export type InvitationFound = { 
/**
 * The congress.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * How many holders open totals.
 */
threshold: number, 
/**
 * The holders' names, in the order of their numbers.
 */
holders: Array<string>, 
/**
 * Names just this file.
 */
seen: string, };

export type JoinKeyCeremony = { 
/**
 * The invitation's path.
 */
file: string, 
/**
 * The invitation that was looked at.
 */
seen: string, 
/**
 * Which of the holders it is, from 1.
 */
holder: number, 
/**
 * The passphrase, twelve characters or more.
 */
passphrase: string, 
/**
 * Where the file for the station is written; empty for beside the one that was read.
 */
folder: string, };

export type KeepChallenges = { 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * A folder on the scrutineers' stick; empty for none.
 */
folder: string, 
/**
 * Whether the proof of each is a series of QR codes for a second computer. Then just what these are read with goes to the stick.
 */
codes: boolean, };

export type KeptPart = { 
/**
 * The ceremony's name, in hex.
 */
id: string, 
/**
 * When it was changed last, in this computer's time; none where the disk doesn't tell.
 */
changed: string | null, };

export type KeyCardView = { 
/**
 * The scrutineer.
 */
name: string, 
/**
 * The card's page as a picture: a `data:` address of a PNG.
 */
picture: string, };

export type KeyCeremonyView = { 
/**
 * The step that they are at.
 */
stage: KeyStage, 
/**
 * The holders, in the order of their numbers.
 */
holders: Array<KeyHolder>, 
/**
 * How many of them open totals.
 */
threshold: number, 
/**
 * The digits that are read aloud, in groups of five; none before all have joined.
 */
spoken: Array<string>, 
/**
 * The key's fingerprint, in groups; none before all have confirmed it.
 */
fingerprint: Array<string>, 
/**
 * Why the key isn't the session's as it is now.
 */
problem: Problem | null, };

export type KeyHolder = { 
/**
 * The holder's number, from 1.
 */
holder: number, 
/**
 * The scrutineer.
 */
name: string, 
/**
 * Whether their file of this step was taken.
 */
done: boolean, 
/**
 * Whether they have set a PIN at this computer.
 */
hasPin: boolean, };

export type KeyMaking = "dealt" | "distributed";

export type KeyStage = "none" | "joining" | "contributing" | "sharing" | "confirming" | "confirmed" | "made";

export type KioskNumber = number;

export type KioskPhase = "not-open" | "open" | "suspended" | "closed" | "locked";

export type KioskRow = { 
/**
 * Its number, from 1.
 */
number: KioskNumber, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its zone.
 */
zone: ZoneName, 
/**
 * Its key, as it was compared with its screen.
 */
fingerprint: string, 
/**
 * What became of it.
 */
status: KioskStatusAtStation, 
/**
 * The ballots of its box; none until it is merged.
 */
ballots: number | null, 
/**
 * How many slips that were used there were also used elsewhere, and aren't decided about.
 */
disputed: number, 
/**
 * Its box was taken off its disk.
 */
recovered: boolean, 
/**
 * The slips counted in its tray, once its box is merged or it is lost.
 */
tray: number | null, 
/**
 * What two persons stated about it.
 */
statement: string | null, };

export type KioskStatus = { 
/**
 * What can be done.
 */
phase: KioskPhase, 
/**
 * The congress; empty while no session is open.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * The round's number; none before the first.
 */
round: RoundNumber | null, 
/**
 * Whether the session is for training.
 */
training: boolean, 
/**
 * The kiosk's number; none for the station's own.
 */
number: KioskNumber | null, 
/**
 * The zone whose slips it takes; none where all slips are of one zone, and at the station.
 */
zone: ZoneName | null, 
/**
 * The language that the kiosk starts in.
 */
language: Language, 
/**
 * Seconds without a touch after which the kiosk asks whether somebody is still there.
 */
idleSeconds: number, 
/**
 * Seconds to answer before the screen is cleared.
 */
warningSeconds: number, };

export type KioskStatusAtStation = "out" | "merged" | "lost";

export type KiosksView = { 
/**
 * The station's key, as it is compared with it at a kiosk.
 */
station: string, 
/**
 * The zones with their slips.
 */
zones: Array<ZoneSlips>, 
/**
 * The kiosks, by number.
 */
kiosks: Array<KioskRow>, 
/**
 * The least number that no kiosk of the round has.
 */
nextNumber: KioskNumber, 
/**
 * The slips that were spent at two kiosks, decided about or not.
 */
disputes: Array<DisputeRow>, };

export type Language = "zh-CN" | "en";

export type LateArrivalChoice = "until-close" | "until-open";

export type LeaveOutRow = { 
/**
 * The row.
 */
at: RowPlace, 
/**
 * Whether it is left out.
 */
leftOut: boolean, };

export type Level = "province" | "city" | "county" | "township";

export type ListField = "benefit" | "category" | "content" | "deadline" | "delegation" | "in_office" | "investment" | "investment_this_year" | "location" | "name" | "number" | "origin" | "responsible_unit" | "sources" | "sub_items";

export type ListKind = "delegates" | "candidates";

export type LoadProvision = { 
/**
 * The provision's path.
 */
file: string, 
/**
 * The provision that was looked at.
 */
seen: string, 
/**
 * Who operates this kiosk.
 */
operator: string, 
/**
 * Their PIN at this kiosk, 6 to 12 digits.
 */
operatorPin: string, 
/**
 * The scrutineer, one of the session's.
 */
scrutineer: string, 
/**
 * Their PIN at this kiosk.
 */
scrutineerPin: string, };

export type LogRow = { 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * When, as `2026-01-15T09:30:00+08:00`.
 */
at: string, 
/**
 * Who did it.
 */
operator: string, 
/**
 * Who witnessed it.
 */
witness: string | null, 
/**
 * What was done, such as `poll-opened`.
 */
act: Act, 
/**
 * Its facts.
 */
facts: { [key in string]: string }, };

export type LogView = { 
/**
 * The station's public key, in hex: a record proves itself against it.
 */
station: string, 
/**
 * The hash of the log's last act, in hex.
 */
head: string, 
/**
 * The acts of office, the latest first.
 */
log: Array<LogRow>, 
/**
 * The backups in the backup folder, the latest first.
 */
backups: Array<BackupRow>, 
/**
 * Who can operate the session.
 */
operators: Array<string>, };

export type MarkView = "approve" | "oppose" | "abstain" | "open";

export type Marked = { 
/**
 * The marks now.
 */
marks: Array<MarkView>, 
/**
 * The blocks now.
 */
blocks: Array<BallotBlock>, 
/**
 * One approval too many: nothing was changed. The limit that would be broken.
 */
tooMany: number | null, };

export type MarksChoice = "approve-oppose-abstain" | "approve-only";

export type MergeKioskBox = { 
/**
 * The box' path.
 */
file: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type MisfitView = { 
/**
 * The last four characters of its code.
 */
ending: string, 
/**
 * Why it doesn't belong there.
 */
why: WhyMisfit, };

export type MoveCandidate = { 
/**
 * Whom.
 */
number: CandidateNumber, 
/**
 * The new place, from 0.
 */
place: number, };

export type NamedCandidate = { 
/**
 * The number.
 */
number: CandidateNumber, 
/**
 * The name.
 */
name: string, };

export type NewOperator = { 
/**
 * The name.
 */
name: string, 
/**
 * The new person's PIN.
 */
pin: string, 
/**
 * The PIN of who is signed in.
 */
ownPin: string, };

export type NewSample = { 
/**
 * The operator's name.
 */
operator: string, 
/**
 * The operator's PIN; the invented scrutineers have the same.
 */
pin: string, };

export type NewSession = { 
/**
 * The session.
 */
profile: ProfileForm, 
/**
 * The operator's name.
 */
operator: string, 
/**
 * The operator's PIN, 6 to 12 digits.
 */
pin: string, };

export type NotedRow = { 
/**
 * The round; none where it isn't of one.
 */
round: RoundNumber | null, 
/**
 * The number of the log's entry that tells of it; none where no single one does.
 */
entry: number | null, 
/**
 * What is noted.
 */
note: Problem, };

export type Nothing = Record<symbol, never>;

export type OnceMore = { 
/**
 * Who; of a card its holder is the scrutineer.
 */
by: TwoPersons, 
/**
 * Why, in at least ten letters or digits.
 */
reason: string, };

export type OpenPart = { 
/**
 * Which.
 */
id: string, 
/**
 * Its passphrase.
 */
passphrase: string, };

export type OpenSession = { 
/**
 * The session.
 */
id: string, 
/**
 * Who signs in: an operator, or a scrutineer, who may look and not act.
 */
person: string, 
/**
 * The PIN.
 */
pin: string, };

export type OperatorPin = { 
/**
 * An operator's PIN.
 */
pin: string, };

export type OrderChoice = "votes" | "list";

export type PagePicture = { 
/**
 * A `data:` address of a PNG.
 */
picture: string, 
/**
 * Its width in pixels.
 */
width: number, 
/**
 * Its height in pixels.
 */
height: number, };

export type PaperBallotsView = { 
/**
 * For how many paper ballots the round was sealed; 0 where it takes none.
 */
made: number, 
/**
 * How many were handed out.
 */
handed: number, 
/**
 * How many of them were entered, the void ones among them.
 */
entered: number, 
/**
 * How many of those entered are void.
 */
void: number, 
/**
 * How many are left to be entered.
 */
left: number, 
/**
 * The most ballots of a batch.
 */
largest: number, 
/**
 * Who may read: tellers and scrutineers.
 */
readers: Array<string>, 
/**
 * The candidates, in list order.
 */
candidates: Array<NamedCandidate>, 
/**
 * Whether 反对 can be marked.
 */
oppose: boolean, 
/**
 * The batch at work; in memory only.
 */
batch: BatchView | null, };

export type PartFolder = { 
/**
 * Where the file for the station is written.
 */
folder: string, };

export type PartStep = "joined" | "contributed" | "shared" | "holding" | "counted";

export type PartWritten = { 
/**
 * The part.
 */
part: HeldPart, 
/**
 * The file's path.
 */
path: string, };

export type PathKind = "file" | "folder";

export type PendingRound = { 
/**
 * Why; none where a void round is voted again.
 */
calledFor: CalledFor | null, 
/**
 * Its candidates.
 */
candidates: Array<NamedCandidate>, 
/**
 * Its seats.
 */
seats: number, };

export type Person = { 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: Role, };

export type PickPath = { 
/**
 * What is wanted.
 */
kind: PathKind, 
/**
 * The dialog's title, in the person's language.
 */
title: string, };

export type PickedPath = { 
/**
 * The path.
 */
path: string | null, };

export type Pile = "left-over" | "tray";

export type PileView = { 
/**
 * How many slips.
 */
scanned: number, 
/**
 * Those that don't belong there.
 */
misfits: Array<MisfitView>, };

export type PilesView = { 
/**
 * Whether the piles are checked: not in a session that version 0.1.0 sealed.
 */
asked: boolean, 
/**
 * How many slips should be left over, those that were spoiled in printing with them.
 */
expected: number, 
/**
 * The left-over slips.
 */
leftOver: PileView, 
/**
 * The tray's.
 */
tray: PileView, };

export type Pin = { 
/**
 * The PIN.
 */
pin: string, };

export type PinWitness = { 
/**
 * The scrutineer.
 */
scrutineer: string, 
/**
 * The scrutineer's own PIN.
 */
pin: string, };

export type PresentCard = { 
/**
 * All of its characters; spaces and lines don't matter.
 */
typed: string, };

export type Preset = { 
/**
 * For whom they are meant.
 */
key: PresetKey, 
/**
 * The rules.
 */
rules: RulesForm, };

export type PresetKey = "city" | "county" | "township" | "standing-committee";

export type PreviewImport = { 
/**
 * Which list it should be.
 */
kind: ListKind, 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes, in base64.
 */
content: string, };

export type PrintCard = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * The printer's name.
 */
printer: string, 
/**
 * Where it was printed before.
 */
onceMore: OnceMore | null, };

export type PrintDocument = { 
/**
 * The document.
 */
id: string, 
/**
 * The printer's name.
 */
printer: string, 
/**
 * How many copies.
 */
copies: number, 
/**
 * Which pages, such as `1-2,5`; empty for all.
 */
pages: string, 
/**
 * The language; none for the session's own.
 */
language: Language | null, };

export type PrintSlips = { 
/**
 * The printer's name.
 */
printer: string, 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * Why once more, in at least ten letters or digits; empty the first time.
 */
reason: string, };

export type PrintTo = { 
/**
 * The printer's name.
 */
printer: string, };

export type Printer = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is the system's default.
 */
default: boolean, };

export type Problem = { 
/**
 * The code, as in the catalogue of messages.
 */
code: string, 
/**
 * The facts that the wording names.
 */
facts: { [key in string]: string }, };

export type ProfileForm = { 
/**
 * The congress' full name.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * Its level.
 */
level: Level, 
/**
 * The year.
 */
year: number, 
/**
 * The body that signs announcements.
 */
presidium: string, 
/**
 * The language of the documents.
 */
language: Language, 
/**
 * Whether the session is for training; never changed later.
 */
training: boolean, 
/**
 * The chief scrutineer.
 */
chief: string, 
/**
 * The other scrutineers.
 */
scrutineers: Array<string>, 
/**
 * How many key cards open the totals.
 */
threshold: number, 
/**
 * The tellers.
 */
tellers: Array<string>, 
/**
 * How the key comes about.
 */
keys: KeyMaking, };

export type Progress = { 
/**
 * Done so far.
 */
done: number, 
/**
 * Of how many.
 */
total: number, 
/**
 * Whether it can be cancelled without harm.
 */
cancellable: boolean, };

export type ProportionForm = { 
/**
 * More than the fraction; otherwise at least.
 */
moreThan: boolean, 
/**
 * Such as `2/3`.
 */
fraction: string, };

export type ProvisionAsked = { 
/**
 * This computer.
 */
kiosk: ThisKiosk, 
/**
 * The request's path.
 */
path: string, };

export type ProvisionFound = { 
/**
 * The congress.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * Whether the session is for training.
 */
training: boolean, 
/**
 * The round.
 */
round: RoundNumber, 
/**
 * The kiosk's number.
 */
number: KioskNumber, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its zone.
 */
zone: ZoneName, 
/**
 * How many slips it takes.
 */
slips: number, 
/**
 * The station's key, to be compared with the station's screen.
 */
station: string, 
/**
 * The scrutineers, of whom one loads it with the operator.
 */
scrutineers: Array<string>, 
/**
 * Names just this file.
 */
seen: string, };

export type ProvisionKiosk = { 
/**
 * The request's path.
 */
file: string, 
/**
 * The request that was looked at.
 */
seen: string, 
/**
 * The number that the kiosk gets.
 */
number: KioskNumber, 
/**
 * The number of its zone.
 */
zone: number, 
/**
 * Where the provision is written; empty for beside the request.
 */
folder: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type QrCode = { 
/**
 * The modules of a side, with the quiet zone.
 */
side: number, 
/**
 * The dark modules, as the path of an SVG picture whose unit is a module.
 */
path: string, };

export type RankedRow = { 
/**
 * The rank; equal approvals share it.
 */
rank: number, 
/**
 * The number.
 */
number: CandidateNumber, 
/**
 * The name.
 */
name: string, 
/**
 * The category where the list is decided by category; else empty.
 */
category: string, 
/**
 * Approvals.
 */
approve: number, 
/**
 * Oppositions.
 */
oppose: number, 
/**
 * Abstentions.
 */
abstain: number, 
/**
 * Whether the approvals reach the threshold.
 */
passes: boolean, 
/**
 * What became of it.
 */
verdict: CandidateVerdict, 
/**
 * The approvals in thousandths of the delegates in office, for a bar.
 */
permille: number, };

export type Readiness = { 
/**
 * The checks.
 */
checks: Array<Check>, 
/**
 * Whether the poll can be opened.
 */
ready: boolean, };

export type Receipt = { 
/**
 * The tracking code: shows that the ballot is in the box, and says nothing about what is on it.
 */
trackingCode: string, };

export type RecordCandidate = { 
/**
 * Its number on the list.
 */
number: CandidateNumber, 
/**
 * Its name.
 */
name: string, 
/**
 * Approvals.
 */
approve: number, 
/**
 * Oppositions.
 */
oppose: number, 
/**
 * Abstentions.
 */
abstain: number, 
/**
 * Whether it is adopted.
 */
adopted: boolean, };

export type RecordChecked = { 
/**
 * Whether every check holds.
 */
holds: boolean, 
/**
 * The number of the first check that fails.
 */
firstFailure: string | null, 
/**
 * The congress.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * The year.
 */
year: number, 
/**
 * Whether it was a rehearsal.
 */
training: boolean, 
/**
 * The program that made it.
 */
program: string, 
/**
 * The station's public key, in hex.
 */
station: string, 
/**
 * Whether a session on this computer has the same key.
 */
stationIsHere: boolean, 
/**
 * How many acts of office its log has.
 */
logEntries: number, 
/**
 * The hash of the last, in hex.
 */
head: string, 
/**
 * How many documents it has.
 */
documents: number, 
/**
 * The rounds, from the first.
 */
rounds: Array<RecordRound>, 
/**
 * Every check, in the order of their numbers.
 */
checks: Array<CheckRow>, 
/**
 * What is out of the ordinary. It makes no record fail.
 */
noted: Array<NotedRow>, };

export type RecordFile = { 
/**
 * The record.
 */
file: string, };

export type RecordRound = { 
/**
 * Its number.
 */
round: RoundNumber, 
/**
 * How it ended; none where it can't be read.
 */
ended: RecordRoundEnd | null, 
/**
 * Why it is void.
 */
reason: VoidCause | null, 
/**
 * How many sealed ballots its box holds.
 */
ballots: number, 
/**
 * The candidates, ranked; empty for a void round.
 */
ranking: Array<RecordCandidate>, };

export type RecordRoundEnd = "announced" | "void";

export type RecoverKiosk = { 
/**
 * The copy of its session's file; an interrupted write in it is undone.
 */
database: string, 
/**
 * The copy of its key.
 */
key: string, 
/**
 * The slips that two persons counted in its tray.
 */
tray: number, 
/**
 * What they state where tray and box differ; empty for nothing.
 */
statement: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type RefusedReason = "mistyped" | "unknown" | "spent" | "cancelled" | "other-zone";

export type Rehearse = { 
/**
 * The step to stop at; it is the current one afterwards.
 */
until: StepKey, };

export type RemoteKiosk = { 
/**
 * Its number.
 */
number: KioskNumber, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its zone.
 */
zone: ZoneName, 
/**
 * Once it is closed, the slips counted in its tray.
 */
tray: number | null, 
/**
 * What two persons stated then.
 */
statement: string | null, };

export type RemoveCandidate = { 
/**
 * Which.
 */
number: CandidateNumber, };

export type RemoveDelegate = { 
/**
 * Whom.
 */
number: DelegateNumber, };

export type RequestFound = { 
/**
 * What the kiosk is called.
 */
name: string, 
/**
 * Its key, to be compared with its screen.
 */
fingerprint: string, 
/**
 * Names just this file: what two persons act on is what was looked at.
 */
seen: string, };

export type ResolveDifference = { 
/**
 * The ballot's place in the pile, from 0.
 */
place: number, 
/**
 * Which reading is right.
 */
choice: Choice, 
/**
 * The ballot entered again, where neither is right.
 */
sheet: SheetForm | null, };

export type RestoreSession = { 
/**
 * The backup's file.
 */
file: string, 
/**
 * The station's key; empty where this computer has it, or it is beside the file as `station.key`.
 */
key: string, 
/**
 * The operator.
 */
operator: string, 
/**
 * The operator's PIN.
 */
operatorPin: string, 
/**
 * The scrutineer of the file; empty where none takes part.
 */
scrutineer: string, 
/**
 * The scrutineer's PIN.
 */
scrutineerPin: string, 
/**
 * Whom this computer knows; empty where it knows one of the two already, or doesn't know the session.
 */
known: string, 
/**
 * Their PIN.
 */
knownPin: string, 
/**
 * Why; empty where nothing has to be stated.
 */
statement: string, };

export type ResultView = { 
/**
 * The round's number.
 */
round: RoundNumber, 
/**
 * Its state.
 */
state: RoundState, 
/**
 * Why it was held.
 */
calledFor: CalledFor | null, 
/**
 * The rounds of the session: number and state.
 */
rounds: Array<RoundOfSession>, 
/**
 * The account; none while it isn't known.
 */
account: AccountView | null, 
/**
 * The decision of a round that isn't void.
 */
decision: DecisionView | null, 
/**
 * Why the round is void.
 */
voidReason: VoidCause | null, 
/**
 * What the presidium stated when it ended the round.
 */
statement: string | null, 
/**
 * Who signed.
 */
signed: Array<string>, 
/**
 * Who must sign: chief, scrutineers, tellers, by role.
 */
toSign: ToSign, 
/**
 * The day of the announcement.
 */
announcedOn: string | null, 
/**
 * The contests that are still to be held, in order.
 */
pending: Array<PendingRound>, 
/**
 * Whether it was stated that none of them is held.
 */
ended: boolean, 
/**
 * The key cards, or the holders of a distributed key, and whether each card was destroyed, each share erased; none while
 * one may still be needed.
 */
cards: Array<CardHolder>, 
/**
 * How the key came about.
 */
keys: KeyMaking, };

export type ResumePoll = { 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * What they counted; needed where the session was opened again since the poll was open.
 */
count: TrayCounted | null, };

export type Review = { 
/**
 * The marks.
 */
marks: Array<MarkView>, 
/**
 * The places that were left open, each an abstention.
 */
open: Array<number>, 
/**
 * How many more could be approved, of all blocks together.
 */
left: number, 
/**
 * Nothing was marked at all: casting needs the delegate to say so.
 */
blank: boolean, 
/**
 * Why it can't be cast as it is: under "exactly", approvals are missing.
 */
problem: Problem | null, 
/**
 * The tracking code of the sealed ballot; none where it can't be cast as it is.
 */
trackingCode: string | null, 
/**
 * The voter's digits; empty where none were added.
 */
digits: string, 
/**
 * Whether digits can be added; not in a session that version 0.1.0 sealed.
 */
takesDigits: boolean, 
/**
 * How many ballots can still be opened in this sitting; none where there is no stick to check them with.
 */
challengesLeft: number, };

export type Role = "operator" | "scrutineer";

export type RoundFigures = { 
/**
 * Delegates in office (应到).
 */
delegates: number, 
/**
 * Present (实到).
 */
present: number, 
/**
 * The least number that makes a quorum; 0 while no rules are set.
 */
quorum: number, 
/**
 * Whether the present are a quorum.
 */
quorumReached: boolean, 
/**
 * Slips handed out (发出).
 */
issued: number, 
/**
 * Ballots cast (收回); never what is on them. None while an interrupted poll waits for the trays to be counted.
 */
cast: number | null, 
/**
 * Remote kiosks whose ballots aren't in `cast` yet: they are counted once their boxes are merged.
 */
kiosksOut: number, 
/**
 * Slips that were used at two kiosks and wait for a decision.
 */
disputesOpen: number, };

export type RoundHead = { 
/**
 * Its number, from 1.
 */
number: RoundNumber, 
/**
 * Its state.
 */
state: RoundState, 
/**
 * Why it is held; none for a first round, and one that is voted again.
 */
calledFor: CalledFor | null, 
/**
 * How many rounds are still to be held after it.
 */
pending: number, };

export type RoundNumber = number;

export type RoundOfSession = { 
/**
 * Its number.
 */
number: RoundNumber, 
/**
 * Its state.
 */
state: RoundState, };

export type RoundState = "draft" | "adopted" | "sealed" | "check-in" | "polling" | "suspended" | "closed" | "counted" | "confirmed" | "announced" | "void";

export type RowPlace = { 
/**
 * The sheet, by its place among the preview's sheets, from 0.
 */
sheet: number, 
/**
 * The row in the file, from 1.
 */
row: number, };

export type RulesForm = { 
/**
 * Who votes.
 */
body: BodyChoice, 
/**
 * Seats; none where the list is divided into categories.
 */
seats: number | null, 
/**
 * The categories with their seats; empty where the list is decided as a whole.
 */
categories: Array<CategorySeats>, 
/**
 * The quorum.
 */
quorum: ProportionForm, 
/**
 * How many more candidates than seats, as a fraction of the seats, such as `1/5`; `0` allows equal numbers.
 */
margin: string, 
/**
 * Which marks a ballot takes.
 */
marks: MarksChoice, 
/**
 * How many approvals a ballot has.
 */
selection: SelectionChoice, 
/**
 * An own limit of approvals; none for the seats.
 */
selectionLimit: number | null, 
/**
 * What the majority is counted of.
 */
majorityOf: BaseChoice, 
/**
 * How much of it.
 */
majority: ProportionForm, 
/**
 * What decides a tie.
 */
tie: TieChoice, 
/**
 * What follows where too few pass.
 */
tooFew: TooFewChoice, 
/**
 * Further rounds for too few are called up to this round.
 */
furtherRoundsAtMost: number, 
/**
 * What it takes to pass in a round called for a tie.
 */
tieMajority: FurtherMajorityChoice, 
/**
 * What it takes to pass in a round called for too few.
 */
tooFewMajority: FurtherMajorityChoice, 
/**
 * What a ballot with too many approvals in a category loses.
 */
categoryBreach: BreachChoice, 
/**
 * In which order the adopted are named.
 */
order: OrderChoice, 
/**
 * Until when delegates can check in.
 */
lateArrival: LateArrivalChoice, 
/**
 * The fewest ballots whose totals are opened, at least 3; none in rules that version 0.1.0 adopted, which stands for 2.
 */
fewestBallots: number | null, 
/**
 * The mark for 赞成 on paper.
 */
approveMark: string, 
/**
 * The mark for 反对 on paper.
 */
opposeMark: string, 
/**
 * The mark for 弃权 on paper; empty for leaving the box empty.
 */
abstainMark: string, };

export type RulesMeaning = { 
/**
 * Why these aren't rules at all, or don't fit the list.
 */
problem: Problem | null, 
/**
 * What the congress must be warned of.
 */
warnings: Array<Problem>, 
/**
 * Delegates in office; 0 while there is no roster.
 */
delegates: number, 
/**
 * The least number that makes a quorum.
 */
quorum: number, 
/**
 * What the majority is counted of is known only in the hall: then this is an example with all present and voting.
 */
thresholdIsExample: boolean, 
/**
 * The least approvals that pass.
 */
threshold: number, 
/**
 * Candidates on the list.
 */
candidates: number, 
/**
 * Seats of all categories together.
 */
seats: number, 
/**
 * The least number of candidates that the margin demands, of all categories together.
 */
candidatesNeeded: number, 
/**
 * The most approvals on a ballot, of all categories together.
 */
limit: number, };

export type RulesRequest = { 
/**
 * The rules.
 */
rules: RulesForm, };

export type RulesView = { 
/**
 * The rules that are set, or the preset that suits the congress' level while none are.
 */
rules: RulesForm, 
/**
 * Whether rules are set.
 */
set: boolean, 
/**
 * What is offered to start from.
 */
presets: Array<Preset>, 
/**
 * What the rules mean here.
 */
meaning: RulesMeaning, 
/**
 * Why the rules can't be changed any more.
 */
frozen: Problem | null, };

export type SaveCandidate = { 
/**
 * The number of the candidate to change; none to add one.
 */
before: CandidateNumber | null, 
/**
 * The candidate.
 */
candidate: CandidateForm, };

export type SaveCard = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * The folder.
 */
folder: string, 
/**
 * Where it was saved before.
 */
onceMore: OnceMore | null, };

export type SaveDelegate = { 
/**
 * The number of the delegate to change; none to add one.
 */
before: DelegateNumber | null, 
/**
 * The delegate.
 */
delegate: DelegateForm, };

export type SaveDocument = { 
/**
 * The document; none for all that can be made.
 */
id: string | null, 
/**
 * The folder; empty for the session's own.
 */
folder: string, 
/**
 * The language; none for the session's own.
 */
language: Language | null, 
/**
 * Whether a copy as OFD is saved beside each PDF of pages that are kept.
 */
ofd: boolean, };

export type SaveForm = { 
/**
 * Which list.
 */
kind: ListKind, 
/**
 * The folder to write to; empty for the session's own.
 */
folder: string, };

export type SaveSlips = { 
/**
 * The folder; empty for the session's own.
 */
folder: string, 
/**
 * Who.
 */
by: TwoPersons, 
/**
 * Why once more, in at least ten letters or digits; empty the first time.
 */
reason: string, };

export type SaveStationKey = { 
/**
 * The folder.
 */
folder: string, 
/**
 * The operator's PIN.
 */
pin: string, };

export type SaveTo = { 
/**
 * The folder; empty for the session's own.
 */
folder: string, };

export type ScanSlip = { 
/**
 * The pile in which it lies.
 */
pile: Pile, 
/**
 * The slip's code.
 */
code: string, };

export type ScreenPhase = "idle" | "candidates" | "check-in" | "polling" | "suspended" | "counting" | "result" | "void";

export type ScreenResult = { 
/**
 * The least approvals that pass.
 */
threshold: number, 
/**
 * The threshold in thousandths of the delegates in office, for a line.
 */
thresholdPermille: number, 
/**
 * All candidates, as ranked.
 */
rows: Array<RankedRow>, 
/**
 * Whether a further round follows.
 */
furtherRound: boolean, 
/**
 * The day.
 */
announcedOn: string, };

export type ScreenView = { 
/**
 * What to show.
 */
phase: ScreenPhase, 
/**
 * The congress; empty while no session is open.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * The year.
 */
year: number, 
/**
 * The round's number; none before the first.
 */
round: RoundNumber | null, 
/**
 * Why the round is held; none for a first round, and one that is voted again.
 */
calledFor: CalledFor | null, 
/**
 * Whether the session is for training.
 */
training: boolean, 
/**
 * The language.
 */
language: Language, 
/**
 * The candidates of the round, before the poll.
 */
candidates: Array<BallotCandidate>, 
/**
 * Projects to adopt in the round.
 */
seats: number, 
/**
 * Attendance and turnout, never a result.
 */
figures: RoundFigures | null, 
/**
 * The announced result.
 */
result: ScreenResult | null, };

export type Seal = { 
/**
 * Who.
 */
by: TwoPersons, };

export type SecondReader = { 
/**
 * Who reads: another person than the first.
 */
reader: string, };

export type SelectionChoice = "at-most" | "exactly";

export type Session = { 
/**
 * Names the session on this computer.
 */
id: string, 
/**
 * The session.
 */
profile: ProfileForm, 
/**
 * Who is signed in.
 */
person: Person, 
/**
 * Everything but `unlock` and `close_session` is refused until a PIN is given.
 */
locked: boolean, 
/**
 * Which remote kiosk the session is of; none at a station.
 */
remoteKiosk: RemoteKiosk | null, 
/**
 * The steps of the procedure, in order; none at a remote kiosk.
 */
steps: Array<Step>, 
/**
 * The step with the one next act.
 */
current: StepKey, 
/**
 * The latest round; none before the first is adopted.
 */
round: RoundHead | null, 
/**
 * Who is present, and what was cast; none before there is a roster.
 */
figures: RoundFigures | null, 
/**
 * What can be taken back next.
 */
undo: Undo, 
/**
 * The latest backup and where backups go.
 */
backup: BackupState, 
/**
 * Whether the kiosk's window is open.
 */
kioskOpen: boolean, 
/**
 * Where ballots go that delegates have opened; none where none can be opened.
 */
challenges: ChallengesTo | null, 
/**
 * Whether the kiosk has locked itself after many wrong codes.
 */
kioskLocked: boolean, 
/**
 * Whether the big screen's window is open.
 */
screenOpen: boolean, 
/**
 * The session was found in the middle of a round when it was opened: every cast ballot is there.
 */
resumed: boolean, 
/**
 * The session was put back while its box was sealed and not closed: nothing but ending the round by decision is left.
 */
onlyToBeEnded: boolean, 
/**
 * Long work is under way.
 */
busy: boolean, 
/**
 * The scrutineers who have a PIN and can confirm with the operator.
 */
scrutineers: Array<string>, };

export type SessionCard = { 
/**
 * Names the session on this computer.
 */
id: string, 
/**
 * What its file says; absent where it can't be read.
 */
summary: SessionSummary | null, 
/**
 * Why its file can't be read.
 */
problem: Problem | null, };

export type SessionId = { 
/**
 * The session.
 */
id: string, };

export type SessionSummary = { 
/**
 * The congress.
 */
congress: string, 
/**
 * Which session of it.
 */
session: string, 
/**
 * The year.
 */
year: number, 
/**
 * Whether it is for training.
 */
training: boolean, 
/**
 * The latest round; none before the first.
 */
round: RoundOfSession | null, 
/**
 * Who can sign in as operator.
 */
operators: Array<string>, 
/**
 * Which remote kiosk it is of; none for a station's session.
 */
kiosk: RemoteKiosk | null, };

export type SetBackupFolder = { 
/**
 * The folder.
 */
folder: string, };

export type SetDigits = { 
/**
 * Three digits; empty for none.
 */
digits: string, };

export type SetLanguage = { 
/**
 * The interface's language from now on.
 */
language: Language, };

export type SetMark = { 
/**
 * The candidate's place on the ballot, from 0.
 */
place: number, 
/**
 * The mark.
 */
mark: MarkView, };

export type SheetForm = { 
/**
 * A mark for each candidate; what is open abstains. Empty with a defect.
 */
marks: Array<MarkView>, 
/**
 * Why the ballot as a whole counts for nothing.
 */
defect: DefectView | null, };

export type SheetView = { 
/**
 * The marks, in list order; empty where the ballot counts for nothing as a whole.
 */
marks: Array<MarkView>, 
/**
 * Why it counts for nothing as a whole.
 */
defect: DefectView | null, 
/**
 * Why it will be void: its defect, or the rule that its marks break.
 */
void: Problem | null, };

export type ShowCard = { 
/**
 * The number of the card.
 */
holder: number, 
/**
 * Where it was shown before.
 */
onceMore: OnceMore | null, };

export type SideWindow = "kiosk" | "screen";

export type SignDocument = { 
/**
 * The document.
 */
id: string, 
/**
 * The file of the certificate with its key (PKCS#12).
 */
certificate: string, 
/**
 * What opens it.
 */
passphrase: string, 
/**
 * Why it is signed, as viewers show it; may be empty.
 */
reason: string, 
/**
 * The folder; empty for the session's own.
 */
folder: string, 
/**
 * The language; none for the session's own.
 */
language: Language | null, };

export type SignInNames = { 
/**
 * The operators, who act.
 */
operators: Array<string>, 
/**
 * The scrutineers who have a PIN, who look.
 */
scrutineers: Array<string>, };

export type SlipTag = string;

export type Status = { 
/**
 * The open session.
 */
session: Session | null, 
/**
 * The start page, where no session is open.
 */
home: Home | null, 
/**
 * The language of the interface.
 */
language: Language, };

export type Step = { 
/**
 * Which.
 */
key: StepKey, 
/**
 * Whether it can be done now.
 */
status: StepStatus, 
/**
 * Why it is blocked.
 */
reason: Problem | null, };

export type StepKey = "session" | "delegates" | "candidates" | "rules" | "adopt" | "ceremony" | "slips" | "check-in" | "poll" | "count" | "result" | "documents" | "log";

export type StepStatus = "done" | "current" | "open" | "blocked";

export type StickFile = { 
/**
 * Its path.
 */
file: string, };

export type TakeFile = { 
/**
 * The file's path.
 */
file: string, 
/**
 * Where the file for the station is written; empty for beside the one that was read.
 */
folder: string, };

export type TextsForm = { 
/**
 * Where the session meets.
 */
place: string, 
/**
 * The purpose in the voting measure's first article.
 */
measurePurpose: string, 
/**
 * The resolution's number.
 */
resolutionNumber: string, 
/**
 * The resolution's paragraph before the decision.
 */
resolutionPreamble: string, 
/**
 * Who signs the resolution.
 */
resolutionSigner: string, 
/**
 * The announcement's number.
 */
announcementNumber: string, };

export type ThisKiosk = { 
/**
 * What it is called; empty until it was named.
 */
name: string, 
/**
 * Its key, as it is compared with the station's screen; none until it has one.
 */
fingerprint: string | null, };

export type TieChoice = "further-round" | "all" | "none" | "lot";

export type ToSign = { 
/**
 * The chief scrutineer.
 */
chief: string, 
/**
 * The scrutineers.
 */
scrutineers: Array<string>, 
/**
 * The tellers.
 */
tellers: Array<string>, };

export type TooFewChoice = "accept" | "further-round";

export type TrayCounted = { 
/**
 * Spent slips in the tray.
 */
tray: number, 
/**
 * Paper ballots.
 */
paper: number, 
/**
 * What they state where that differs from the box; empty for nothing.
 */
statement: string, };

export type TwoPersons = { 
/**
 * The PIN of the operator who is signed in.
 */
operatorPin: string, 
/**
 * The scrutineer's name.
 */
scrutineer: string, 
/**
 * The scrutineer's PIN.
 */
scrutineerPin: string, };

export type Undo = { 
/**
 * What `undo` would take back.
 */
what: UndoWhat | null, 
/**
 * Why nothing can be taken back.
 */
reason: Problem | null, };

export type UndoCheckIn = { 
/**
 * The delegate's number.
 */
number: DelegateNumber, };

export type UndoWhat = "delegates" | "candidates" | "rules" | "check-in";

export type VoidCause = "quorum-missing" | "more-collected-than-issued" | "by-decision";

export type VoidReasonCount = { 
/**
 * The reason's code.
 */
reason: string, 
/**
 * How many ballots.
 */
ballots: number, };

export type WhichRound = { 
/**
 * Its number; none for the latest.
 */
round: RoundNumber | null, };

export type WhichWindow = { 
/**
 * The window.
 */
window: SideWindow, };

export type WhyMisfit = "used" | "unused" | "exchanged" | "annulled" | "unknown";

export type WithTwo = { 
/**
 * Who.
 */
by: TwoPersons, };

export type WriteClosedBox = { 
/**
 * The folder; empty for the session's own.
 */
folder: string, 
/**
 * Who.
 */
by: TwoPersons, };

export type Written = { 
/**
 * The files, with their folder.
 */
paths: Array<string>, };

export type ZoneColour = "red" | "blue" | "yellow" | "green" | "orange" | "purple" | "brown" | "grey";

export type ZoneName = { 
/**
 * The number, from 1.
 */
number: number, 
/**
 * The name of its colour, worded in the catalogue under `colour`.
 */
colour: ZoneColour, };

export type ZoneSlips = { 
/**
 * The zone.
 */
zone: ZoneName, 
/**
 * How many slips were made for it.
 */
slips: number, };

export interface SecretariatCommands {
    status: { request: Nothing; answer: Status };
    home: { request: Nothing; answer: Home };
    create_session: { request: NewSession; answer: Session };
    create_sample: { request: NewSample; answer: Session };
    open_session: { request: OpenSession; answer: Session };
    sign_in_names: { request: SessionId; answer: SignInNames };
    import_session: { request: RestoreSession; answer: Home };
    inspect_backup: { request: BackupFile; answer: BackupFound };
    restore_session: { request: RestoreSession; answer: Home };
    check_record: { request: RecordFile; answer: RecordChecked };
    find_in_record: { request: FindInRecord; answer: FoundInRecord };
    set_language: { request: SetLanguage; answer: Nothing };
    pick_path: { request: PickPath; answer: PickedPath };
    holder_parts: { request: Nothing; answer: HolderParts };
    read_invitation: { request: StickFile; answer: InvitationFound };
    join_key_ceremony: { request: JoinKeyCeremony; answer: PartWritten };
    open_part: { request: OpenPart; answer: HolderParts };
    close_part: { request: Nothing; answer: HolderParts };
    read_holders: { request: StickFile; answer: HoldersFound };
    confirm_holders: { request: HeardFile; answer: PartWritten };
    share_part: { request: TakeFile; answer: PartWritten };
    finish_part: { request: TakeFile; answer: PartWritten };
    read_closed_box: { request: StickFile; answer: BoxFound };
    count_closed_box: { request: HeardFile; answer: PartWritten };
    write_part_file: { request: PartFolder; answer: PartWritten };
    erase_part: { request: Nothing; answer: HolderParts };
    close_session: { request: Nothing; answer: Home };
    lock: { request: Nothing; answer: Session };
    unlock: { request: Pin; answer: Session };
    progress: { request: Nothing; answer: Progress };
    cancel: { request: Nothing; answer: Nothing };
    change_profile: { request: ChangeProfile; answer: Session };
    add_operator: { request: NewOperator; answer: LogView };
    undo: { request: Nothing; answer: Session };
    session: { request: Nothing; answer: Session };
    change_pin: { request: ChangePin; answer: Nothing };
    keep_challenges: { request: KeepChallenges; answer: Session };
    show_window: { request: WhichWindow; answer: Session };
    close_window: { request: WhichWindow; answer: Session };
    delegates: { request: Nothing; answer: DelegateList };
    candidates: { request: Nothing; answer: CandidateList };
    preview_import: { request: PreviewImport; answer: ImportPreview };
    correct_cell: { request: CorrectCell; answer: ImportPreview };
    correct_column: { request: CorrectColumn; answer: ImportPreview };
    fill_down: { request: FillDown; answer: ImportPreview };
    leave_out_row: { request: LeaveOutRow; answer: ImportPreview };
    choose_sheet: { request: ChooseSheet; answer: ImportPreview };
    choose_title_row: { request: ChooseTitleRow; answer: ImportPreview };
    choose_column: { request: ChooseColumn; answer: ImportPreview };
    answer_import: { request: AnswerImport; answer: ImportPreview };
    forget_list_choices: { request: Nothing; answer: Nothing };
    import_list: { request: Nothing; answer: Session };
    discard_import: { request: Nothing; answer: Nothing };
    save_form: { request: SaveForm; answer: Written };
    save_delegate: { request: SaveDelegate; answer: DelegateList };
    remove_delegate: { request: RemoveDelegate; answer: DelegateList };
    save_candidate: { request: SaveCandidate; answer: CandidateList };
    remove_candidate: { request: RemoveCandidate; answer: CandidateList };
    move_candidate: { request: MoveCandidate; answer: CandidateList };
    rules: { request: Nothing; answer: RulesView };
    explain_rules: { request: RulesRequest; answer: RulesMeaning };
    set_rules: { request: RulesRequest; answer: Session };
    adoption: { request: Nothing; answer: Adoption };
    adopt: { request: Adopt; answer: Session };
    ceremony: { request: Nothing; answer: CeremonyView };
    begin_ceremony: { request: BeginCeremony; answer: CeremonyView };
    set_card_pin: { request: CardPin; answer: CeremonyView };
    uncover_card: { request: CardPin; answer: CeremonyView };
    cover_card: { request: Nothing; answer: CeremonyView };
    key_card: { request: ShowCard; answer: KeyCardView };
    print_card: { request: PrintCard; answer: CeremonyView };
    save_card: { request: SaveCard; answer: Written };
    confirm_key_card: { request: ConfirmKeyCard; answer: CeremonyView };
    abandon_ceremony: { request: Nothing; answer: CeremonyView };
    print_slips: { request: PrintSlips; answer: CeremonyView };
    save_slips: { request: SaveSlips; answer: Written };
    seal: { request: Seal; answer: Session };
    key_ceremony: { request: Nothing; answer: KeyCeremonyView };
    invite_holders: { request: Nothing; answer: KeyCeremonyView };
    set_holder_pin: { request: CardPin; answer: KeyCeremonyView };
    write_key_file: { request: SaveTo; answer: Written };
    take_key_file: { request: StickFile; answer: KeyCeremonyView };
    make_keys: { request: WithTwo; answer: Session };
    give_up_keys: { request: EndRound; answer: Session };
    attendance: { request: Nothing; answer: Attendance };
    open_check_in: { request: Nothing; answer: Session };
    check_in: { request: CheckIn; answer: Attendance };
    undo_check_in: { request: UndoCheckIn; answer: Attendance };
    exchange_slip: { request: ExchangeSlip; answer: Attendance };
    readiness: { request: Nothing; answer: Readiness };
    void_for_quorum: { request: WithTwo; answer: Session };
    open_poll: { request: WithTwo; answer: Session };
    suspend_poll: { request: WithTwo; answer: Session };
    resume_poll: { request: ResumePoll; answer: Session };
    piles: { request: Nothing; answer: PilesView };
    scan_slip: { request: ScanSlip; answer: PilesView };
    take_misfits_out: { request: Nothing; answer: PilesView };
    restart_piles: { request: Nothing; answer: PilesView };
    annul_slip: { request: AnnulSlip; answer: PilesView };
    close_poll: { request: ClosePoll; answer: Session };
    end_round: { request: EndRound; answer: Session };
    unlock_kiosk: { request: Nothing; answer: Session };
    paper_view: { request: Nothing; answer: PaperBallotsView };
    begin_batch: { request: BeginBatch; answer: PaperBallotsView };
    begin_second_reading: { request: SecondReader; answer: PaperBallotsView };
    enter_sheet: { request: EnterSheet; answer: PaperBallotsView };
    finish_reading: { request: Nothing; answer: PaperBallotsView };
    resolve_difference: { request: ResolveDifference; answer: PaperBallotsView };
    enter_batch: { request: WithTwo; answer: BatchEntered };
    discard_batch: { request: Nothing; answer: PaperBallotsView };
    kiosks: { request: Nothing; answer: KiosksView };
    read_kiosk_request: { request: StickFile; answer: RequestFound };
    provision_kiosk: { request: ProvisionKiosk; answer: Written };
    merge_kiosk_box: { request: MergeKioskBox; answer: BoxMerged };
    recover_kiosk: { request: RecoverKiosk; answer: BoxMerged };
    declare_kiosk_lost: { request: DeclareKioskLost; answer: Session };
    decide_dispute: { request: DecideDispute; answer: Session };
    count_view: { request: Nothing; answer: CountView };
    present_card: { request: PresentCard; answer: CountView };
    withdraw_cards: { request: Nothing; answer: CountView };
    write_closed_box: { request: WriteClosedBox; answer: Written };
    take_opening: { request: StickFile; answer: CountView };
    count: { request: WithTwo; answer: Session };
    result: { request: WhichRound; answer: ResultView };
    draw_lots: { request: DrawLots; answer: Session };
    confirm_result: { request: ConfirmResult; answer: Session };
    announce: { request: Nothing; answer: Session };
    destroy_cards: { request: DestroyCards; answer: Session };
    begin_next: { request: Nothing; answer: Session };
    end_rounds: { request: EndRound; answer: Session };
    documents: { request: Nothing; answer: Documents };
    document: { request: DocumentId; answer: DocumentMade };
    document_page: { request: DocumentPage; answer: PagePicture };
    print_document: { request: PrintDocument; answer: Nothing };
    print_test_page: { request: PrintTo; answer: Nothing };
    save_document: { request: SaveDocument; answer: Written };
    sign_document: { request: SignDocument; answer: Written };
    set_texts: { request: TextsForm; answer: Documents };
    log: { request: Nothing; answer: LogView };
    back_up: { request: Nothing; answer: Session };
    set_backup_folder: { request: SetBackupFolder; answer: Session };
    export_record: { request: SaveTo; answer: Written };
    save_station_key: { request: SaveStationKey; answer: Written };
    rehearse: { request: Rehearse; answer: Session };
    this_kiosk: { request: Nothing; answer: ThisKiosk };
    ask_provision: { request: AskProvision; answer: ProvisionAsked };
    read_provision: { request: StickFile; answer: ProvisionFound };
    load_provision: { request: LoadProvision; answer: Session };
    close_kiosk: { request: CloseKiosk; answer: Session };
    write_box: { request: SaveTo; answer: Written };
}

export interface KioskCommands {
    kiosk_status: { request: Nothing; answer: KioskStatus };
    kiosk_admit: { request: Admit; answer: Admission };
    kiosk_mark: { request: SetMark; answer: Marked };
    kiosk_digits: { request: SetDigits; answer: Review };
    kiosk_review: { request: Nothing; answer: Review };
    kiosk_cast: { request: Cast; answer: Receipt };
    kiosk_challenge: { request: Nothing; answer: Challenged };
    kiosk_clear: { request: Nothing; answer: KioskStatus };
    kiosk_unlock: { request: OperatorPin; answer: KioskStatus };
    kiosk_leave: { request: OperatorPin; answer: Nothing };
}

export interface ScreenCommands {
    screen_view: { request: Nothing; answer: ScreenView };
}

