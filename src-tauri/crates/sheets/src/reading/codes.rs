//! The closed sets of what can be said about a list, each with its stable code.

use crate::FileProblem;
use messages::{CodeTable, coded_errors, one_of_coded_errors};

/// Declares codes that are worded elsewhere.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident, $facts:expr, { $( $(#[$vmeta:meta])* $variant:ident = $code:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$vmeta])* $variant ),*
        }

        impl $name {
            /// The codes with the names of their facts, for the catalogue.
            pub const CODES: CodeTable = &[ $( ($code, $facts) ),* ];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),* }
            }
        }
    };
}

codes! {
    /// How a value was changed on its way in.
    ChangeCode, &["count", "rows"], {
        /// Spaces at the ends, or within a name, which only pad it.
        Padding = "list.padding",
        /// Characters that can't be seen.
        Invisible = "list.invisible",
        /// A line break within a text of one line.
        LineBreak = "list.line-break",
        /// The dot of a name, in the form that is prescribed (U+00B7).
        MiddleDot = "list.middle-dot",
        /// A radical (U+2F00…) that looks like a character.
        Radical = "list.radical",
        /// Full-width digits, letters or signs.
        FullWidth = "list.full-width",
        /// `="001"`, by which a CSV keeps zeros.
        EqualsQuoted = "list.equals-quoted",
        /// `1.0` for a number that counts.
        DecimalNumber = "list.decimal-number",
        /// A number as its format shows it.
        NumberFormat = "list.number-format",
        /// What binary arithmetic left behind.
        Rounded = "list.rounded",
        /// The value that the file holds for a formula.
        Formula = "list.formula",
        /// An amount in another unit than its column's.
        Unit = "list.unit",
        /// The unit of amounts, from a line above the titles.
        UnitLine = "list.unit-line",
        /// A sign such as — or / for nothing.
        EmptyMark = "list.empty-mark",
        /// A day in another form than 2026-12-31.
        DateForm = "list.date-form",
        /// A value of a merged cell, for each of its rows.
        FilledDown = "list.filled-down",
        /// A word for yes or no.
        YesNoWord = "list.yes-no-word",
        /// A remark beside a person's name, such as (女).
        Remark = "list.remark",
        /// A number that the program gave.
        Numbered = "list.numbered",
        /// Another spelling of what entries belong to.
        Spelling = "list.spelling",
    }
}

codes! {
    /// Why a row is no entry.
    LeftOutCode, &["count", "rows"], {
        /// It is above the titles.
        AboveTitles = "list.above-titles",
        /// The titles once more.
        RepeatedTitles = "list.repeated-titles",
        /// A sum.
        TotalRow = "list.total-row",
        /// A heading, which its entries belong to.
        HeadingRow = "list.heading-row",
        /// A note.
        NoteRow = "list.note-row",
        /// Nothing but a prepared number.
        EmptyRow = "list.empty-row",
        /// A count or a page where names are.
        NoName = "list.no-name",
        /// A stray sign.
        StrayCell = "list.stray-cell",
        /// An example of the form.
        ExampleRow = "list.example-row",
        /// Hidden, and left out by an answer.
        Hidden = "list.hidden-row",
        /// Struck through, and left out by an answer.
        Struck = "list.struck-row",
        /// Left out by a person.
        ByPerson = "list.by-person",
    }
}

codes! {
    /// What a person is asked.
    QuestionCode, &["count", "rows", "about"], {
        /// Which of several sheets.
        SeveralSheets = "list.several-sheets",
        /// Whether hidden rows belong to the list.
        HiddenRows = "list.hidden-rows",
        /// Whether rows that are struck through belong to the list.
        StruckRows = "list.struck-rows",
        /// Whether what is written once holds for the rows below.
        FillDown = "list.fill-down",
        /// Whether entries without numbers are numbered.
        NumbersMissing = "list.numbers-missing",
        /// Whether numbers that begin again in each group are counted through.
        NumbersRestart = "list.numbers-restart",
        /// Whether two entries of a name in one group are two.
        NameTwice = "list.name-twice",
        /// Whether several spellings are one group.
        GroupSpelling = "list.group-spelling",
        /// Whether names with digits are names.
        DigitsInName = "list.digits-in-name",
        /// Whether a space within a name belongs there.
        SpaceInName = "list.space-in-name",
        /// Whether characters that can't be seen are removed from within a value.
        InvisibleInside = "list.invisible-inside",
        /// Whether an amount that is said to be rough is taken.
        ApproximateAmount = "list.approximate-amount",
        /// Which end of a range is taken.
        AmountRange = "list.amount-range",
        /// Which unit amounts are in, where nothing says so.
        AmountUnit = "list.amount-unit",
        /// Whether a column whose title isn't known, but whose values look like groups, is that of groups.
        GroupColumn = "list.group-column",
        /// What a word means, yes or no.
        UnknownWord = "list.unknown-word",
        /// What an empty cell means beside marks for yes.
        BlankMarks = "list.blank-marks",
        /// Whether a group's heading, which names another count than there are, is complete.
        CountDiffers = "list.count-differs",
    }
}

coded_errors! {
    /// What is wrong with a cell, a title, a row or a list.
    pub enum CellProblem {
        /// A required cell is empty.
        Missing = "list.missing",
        /// The number is in an earlier row already.
        DuplicateNumber { first_row: u32 } = "list.duplicate-number",
        /// Not an amount such as `1,234.56`.
        NotAnAmount = "list.not-an-amount",
        /// An amount below zero.
        Negative = "list.negative",
        /// An amount finer than a fen.
        TooFine = "list.too-fine",
        /// An amount beyond what the program takes.
        TooMuch = "list.too-much",
        /// More characters than the column takes.
        TooLong { length: usize, limit: usize } = "list.too-long",
        /// A number of which a spreadsheet has kept 15 digits only.
        DigitsLost = "list.digits-lost",
        /// A formula whose value the file doesn't hold.
        NoValue = "list.formula-without-value",
        /// A value that is merged over several entries and can't be each one's.
        Merged { area: String } = "list.merged",
        /// An error of the spreadsheet, such as `#N/A`.
        SpreadsheetError = "list.spreadsheet-error",
        /// A date where a text belongs; spreadsheets make dates of numbers such as 1-2.
        DateNotText = "list.date-not-text",
        /// A number that is shown in a way that isn't known here.
        FormatUnknown = "list.format-unknown",
        /// A character that can't be seen or printed.
        Character { code_point: String } = "list.character",
        /// A sign in the place of a character that was lost; with the character where it is known.
        StandIn { known: String } = "list.stand-in",
        /// Neither a day nor words that say by when.
        NotADate { accepted: String } = "list.not-a-date",
        /// A field whose quotation marks don't fit.
        BrokenQuotes = "list.broken-quotes",
        /// The column of names is not there; the finding is at the row of titles.
        MissingColumn { title: String } = "list.missing-column",
        /// A second column of the same meaning.
        DuplicateColumn { first: String } = "list.duplicate-column",
        /// Values below an empty title.
        UntitledColumn = "list.untitled-column",
        /// A row of a CSV with fewer or more fields than the row of titles.
        Ragged { expected: usize, found: usize } = "list.ragged",
        /// Something is beyond the last row or column that is taken.
        BeyondLimit { rows: u32, columns: u32 } = "list.beyond-limit",
        /// No row with the titles of such a list.
        NoTitles { expected: String } = "list.no-titles",
        /// Titles, and not one entry below them.
        NoEntries = "list.no-entries",
        /// No sheet of the name that was chosen.
        NoSuchSheet { sheets: String } = "list.no-such-sheet",
        /// Refused by an answer.
        Refused = "list.refused",
        /// Not a mark.
        NotAMark { accepted: String } = "list.not-a-mark",
        /// Not a round's number, from 1.
        NotARound = "list.not-a-round",
    }
}

one_of_coded_errors! {
    /// What is wrong: the file as a whole, or something in it.
    pub enum Problem {
        /// The file.
        File(FileProblem),
        /// Something in it.
        Cell(CellProblem),
    }
}
