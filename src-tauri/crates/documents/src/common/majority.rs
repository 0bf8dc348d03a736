//! The majority that a report names.

use super::{en, roles::roles, zh};
use messages::Language;
use procedure::rules::Rules;

/// The majority with which a candidate passes, as a report says it: a sentence without its stop.
#[must_use]
pub fn majority_demanded(rules: &Rules, language: Language) -> String {
    let base = roles(language, rules.body).base(rules.majority.of, language);
    let share = rules.majority.proportion;
    match language {
        Language::Chinese => zh::majority_demanded(share, base),
        Language::English => en::majority_demanded(share, base),
    }
}
