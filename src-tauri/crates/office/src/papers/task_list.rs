//! The adopted projects by the unit that answers for each (任务分解表).

use super::{
    decided::adopted,
    matter::Matter,
    row::{Bytes, Form, OfSession, Row, Scope},
    session::{Documents, Wanted},
    status::of_decision,
};
use documents::{TaskList, UnitTasks};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "task-list",
    stem: "task-list",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Decision],
    scope: Scope::Session(OfSession { status: of_decision, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let mut units: Vec<UnitTasks<'_>> = Vec::new();
    for project in adopted(session) {
        match units.iter_mut().find(|tasks| tasks.unit == project.responsible_unit) {
            Some(tasks) => tasks.projects.push(project),
            None => {
                units.push(UnitTasks { unit: project.responsible_unit.clone(), projects: vec![project] });
            }
        }
    }
    let heading = session.heading(wanted, &first.contest().rules);
    Ok(Some(documents::task_list(session.output(wanted), &TaskList { heading, units })?))
}
