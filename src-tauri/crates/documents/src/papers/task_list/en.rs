//! The task list in English.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    title: |year| format!("Tasks by Unit for the Livelihood Projects of {year}"),
    number: "No.",
    name: "Project",
    content: "What will\nbe done",
    sources: "Funding\nsource",
    unit: |unit, projects| match projects {
        1 => format!("{unit} (1 project)"),
        projects => format!("{unit} ({projects} projects)"),
    },
    no_unit: "Responsible unit still to be named",
    unit_sum: "Subtotal",
    sum: "Total",
    amounts_missing: "Note: some projects state no amount; the totals are of the amounts that are stated.",
};
