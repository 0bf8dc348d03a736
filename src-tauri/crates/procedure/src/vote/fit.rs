//! Whether rules and a list suit each other, and what a ballot on that list asks.

use crate::{
    ballot::{BallotForm, Block, Marks, MarksError},
    candidate::CandidateList,
    count::Seats,
    rules::{CategoryBreach, Division, MarksTaken, Rules, Selection, Warning, below_the_law},
    slate::{ListPart, Slate, SlateError},
};

impl Rules {
    /// Returns what the congress must be warned of before it adopts these rules with this list.
    ///
    /// Fails if the list doesn't fit the rules, or has fewer candidates than the margin demands.
    pub fn check(&self, list: &CandidateList) -> Result<Vec<Warning>, SlateError> {
        let slate = Slate::of(self, list)?;
        let by_category = matches!(self.division(), Division::Categories(_));
        if by_category
            && self.selection == Selection::Exactly
            && self.category_breach == CategoryBreach::Category
        {
            return Err(SlateError::BreachOfExactly);
        }
        for part in slate.parts() {
            self.check_margin(part)?;
        }
        Ok(self.warnings(&slate))
    }

    /// A part needs its seats and as many candidates more as the margin demands of them (差额).
    fn check_margin(&self, part: &ListPart) -> Result<(), SlateError> {
        let Seats(seats) = part.seats;
        let needed = seats.saturating_add(self.margin.least_at_least(seats));
        let found = part.members.len();
        if needed as usize > found {
            return Err(SlateError::MarginMissed { category: part.category_name(), needed, found });
        }
        Ok(())
    }

    /// What the law or practice says against these rules for this list.
    #[must_use]
    pub fn warnings(&self, slate: &Slate) -> Vec<Warning> {
        let mut warnings = below_the_law(self);
        for part in slate.parts() {
            if part.seats.as_usize() == part.members.len() {
                warnings.push(Warning::EqualNumbers { category: part.category_name(), seats: part.seats });
            }
        }
        warnings
    }

    /// What a ballot on this list asks.
    pub fn ballot_form(&self, list: &CandidateList) -> Result<BallotForm, SlateError> {
        let slate = Slate::of(self, list)?;
        let block = |part: &ListPart| Block { candidates: part.members.clone(), limit: part.limit };
        Ok(BallotForm {
            candidates: list.candidates().len(),
            oppose: self.marks == MarksTaken::ApproveOpposeAbstain,
            selection: self.selection,
            blocks: slate.parts().iter().map(block).collect(),
        })
    }

    /// Returns what counts of the marks on a paper ballot, fails if the ballot is void.
    ///
    /// An opposition that isn't asked for is an abstention. Too many or too few approvals void the ballot, or only the
    /// category in which they are, as the rules choose.
    pub fn paper_marks(&self, form: &BallotForm, marks: &Marks) -> Result<Marks, MarksError> {
        let marks = form.without_unasked_oppositions(marks);
        match form.check(&marks) {
            Ok(()) => Ok(marks),
            Err(MarksError::TooMany { .. } | MarksError::TooFew { .. }) if self.voids_a_category_alone() => {
                Ok(form.without_breached_blocks(&marks))
            }
            Err(error) => Err(error),
        }
    }

    fn voids_a_category_alone(&self) -> bool {
        match (self.category_breach, self.division()) {
            (CategoryBreach::Category, Division::Categories(_)) => true,
            (CategoryBreach::Category, Division::Whole { .. }) | (CategoryBreach::Ballot, _) => false,
        }
    }
}
