//! What was decided: announcement, resolution, task list.

use super::{Clerk, Document, seats};
use crate::{errors::OfficeError, model::Level};
use chrono::NaiveDate;
use documents::{AdoptedProject, Announcement, Resolution, Standing, TaskList, UnitTasks};
use procedure::{
    candidate::Candidate,
    round::{Counted, Round},
    rules::{Division, Order},
};

impl Clerk<'_> {
    /// The announcement of what all rounds adopted (公告).
    pub(super) fn announcement(
        &self,
        document: Document,
        standing: Standing,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let rules = &first.contest().rules;
        let text = self.profile.text();
        let announcement = Announcement {
            heading: self.heading(document, rules, standing),
            number: text.texts.announcement_number.clone(),
            presidium: self.presidium(),
            date: self.announced_on(),
            seats: seats(rules),
            rounds: self.rounds_held(),
            adopted: self.adopted_projects(),
        };
        Ok(Some(documents::announcement(self.fonts, &announcement)?))
    }

    /// The resolution (决议).
    pub(super) fn resolution(
        &self,
        document: Document,
        standing: Standing,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let rules = &first.contest().rules;
        let text = self.profile.text();
        let resolution = Resolution {
            heading: self.heading(document, rules, standing),
            township: text.level == Level::Township,
            number: text.texts.resolution_number.clone(),
            date: self.announced_on(),
            signer: text.texts.resolution_signer.clone(),
            preamble: text.texts.resolution_preamble.clone(),
            seats: seats(rules),
            rounds: self.rounds_held(),
            adopted: self.adopted_projects(),
        };
        Ok(Some(documents::resolution(self.fonts, &resolution)?))
    }

    /// The presidium as it signs: by its full name (GB/T 9704, 7.3.5.2), where the session names only what it is.
    fn presidium(&self) -> String {
        let text = self.profile.text();
        match text.presidium.as_str() {
            "大会主席团" => format!("{}{}主席团", text.congress, text.session),
            "The Presidium" => format!("Presidium of the {}, {}", text.congress, text.session),
            name => name.to_owned(),
        }
    }

    /// The adopted projects by the unit that answers for each (任务分解表).
    pub(super) fn task_list(
        &self,
        document: Document,
        standing: Standing,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let mut units: Vec<UnitTasks<'_>> = Vec::new();
        for project in self.adopted() {
            match units.iter_mut().find(|tasks| tasks.unit == project.responsible_unit) {
                Some(tasks) => tasks.projects.push(project),
                None => {
                    units.push(UnitTasks { unit: project.responsible_unit.clone(), projects: vec![project] });
                }
            }
        }
        let heading = self.heading(document, &first.contest().rules, standing);
        Ok(Some(documents::task_list(self.fonts, &TaskList { heading, units })?))
    }

    /// Those that the rounds adopted so far, in the order of publication.
    pub(super) fn adopted(&self) -> Vec<&Candidate> {
        let mut adopted: Vec<&Candidate> = self.counted().flat_map(adopted_in).collect();
        let whole = self.rounds.first().map(Round::contest);
        if let Some(contest) = whole.filter(|contest| contest.rules.order == Order::List) {
            let place = |project: &Candidate| {
                contest.list.candidates().iter().position(|candidate| candidate.number == project.number)
            };
            adopted.sort_by_cached_key(|project| place(project));
        }
        adopted
    }

    fn adopted_projects(&self) -> Vec<AdoptedProject> {
        let by_category = self
            .rounds
            .first()
            .is_some_and(|round| matches!(round.contest().rules.division(), Division::Categories(_)));
        self.adopted().into_iter().map(|candidate| adopted_project(candidate, by_category)).collect()
    }

    /// The counts that decide: signed ones.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Counted> {
        self.rounds.iter().filter_map(|round| match round {
            Round::Confirmed(confirmed) => Some(&confirmed.counted),
            Round::Announced(announced) => Some(&announced.counted),
            _ => None,
        })
    }

    fn rounds_held(&self) -> u32 {
        u32::try_from(self.counted().count()).unwrap_or(u32::MAX)
    }

    fn announced_on(&self) -> Option<NaiveDate> {
        match self.rounds.last() {
            Some(Round::Announced(announced)) => Some(announced.announced_on),
            _ => None,
        }
    }
}

/// Whom a round adopted, by votes and then by lot.
pub(super) fn adopted_in(counted: &Counted) -> Vec<&Candidate> {
    let drawn = counted.decision.drawn();
    let numbers = counted.decision.adopted.iter().chain(&drawn);
    numbers.filter_map(|number| counted.contest().list.find(number)).collect()
}

pub(super) fn adopted_project(candidate: &Candidate, by_category: bool) -> AdoptedProject {
    AdoptedProject {
        number: candidate.number.clone(),
        name: candidate.name.clone(),
        category: if by_category { candidate.category.clone() } else { String::new() },
    }
}
