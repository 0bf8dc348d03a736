//! 主持词.

mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::chair_script;
pub use content::{BrokenOff, ChairScript, FurtherRound, Lots, ScriptEnd, Voided};

use crate::common::{roles::roles, sentences::side_by_side};
use messages::Language;

/// A line of the script, in the document's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// Read out.
    Say(String),
    /// Not read out: what is done, or when what follows is said.
    Direction(String),
    /// Read out as one of a list.
    Item(String),
}

/// What the chair says at one step, below its numbered title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub title: String,
    pub lines: Vec<Line>,
}

/// The script's title.
pub(crate) fn title(script: &ChairScript<'_>) -> String {
    let year = script.heading.year;
    match script.heading.language {
        Language::Chinese => zh::title(year),
        Language::English => en::title(year),
    }
}

/// The steps of this round in their order.
pub(crate) fn steps(script: &ChairScript<'_>) -> Vec<Step> {
    let language = script.heading.language;
    let steps = (1_u32..).zip(say::steps(script)).map(|(number, step)| Step {
        title: match language {
            Language::Chinese => format!("{}{}", zh::number(number), zh::step_title(step.title)),
            Language::English => format!("{}{}", en::number(number), en::step_title(step.title)),
        },
        lines: step.lines.iter().map(|said| line(script, said)).collect(),
    });
    steps.collect()
}

fn line(script: &ChairScript<'_>, line: &say::Line<'_>) -> Line {
    let language = script.heading.language;
    let names = roles(language, script.heading.body);
    let worded = |sentence: &say::Sentence<'_>| match language {
        Language::Chinese => zh::sentence(sentence, &names),
        Language::English => en::sentence(sentence, &names),
    };
    match line {
        say::Line::Say(sentences) => {
            let sentences: Vec<String> = sentences.iter().map(worded).collect();
            Line::Say(side_by_side(&sentences, language))
        }
        say::Line::Direction(sentence) => Line::Direction(worded(sentence)),
        say::Line::Item(sentence) => Line::Item(worded(sentence)),
    }
}
