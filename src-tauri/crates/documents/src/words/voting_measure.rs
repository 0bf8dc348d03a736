//! The voting measure's words (票决办法).

mod chinese;
mod english;
#[cfg(test)]
mod tests;

use crate::VotingMeasure;
use messages::Language;
use procedure::rules::{Rules, Warning};

/// The paragraphs of an article; none where the rules leave it nothing to say.
pub(crate) type Article = fn(&VotingMeasure<'_>) -> Vec<String>;

/// One language's words of the measure.
pub(crate) struct MeasureWords {
    pub title: fn(i32) -> String,
    /// Below the title: which session passed it, and when (题注), in two parts for a line each where one line is too short.
    pub passed: fn(&VotingMeasure<'_>) -> [String; 2],
    /// An article's number with what parts it from the text.
    pub number: fn(usize) -> String,
    pub articles: Articles,
    /// Above the warnings.
    pub notes: &'static str,
    pub note: fn(&Warning, &Rules) -> String,
}

/// The articles, in their order.
pub(crate) struct Articles {
    /// Why, and on what basis.
    pub purpose: Article,
    pub voters: Article,
    /// Candidates, seats, margin.
    pub seats: Article,
    pub quorum: Article,
    /// Scrutineers and tellers.
    pub scrutineers: Article,
    /// Secret ballot by slips, at kiosks and on paper.
    pub secret_ballot: Article,
    pub one_ballot: Article,
    pub marking: Article,
    pub paper: Article,
    pub validity: Article,
    /// The box, the key cards, the close.
    pub poll: Article,
    pub account: Article,
    pub majority: Article,
    /// Order of adoption and cut.
    pub cut: Article,
    pub tie: Article,
    pub too_few: Article,
    pub further_rounds: Article,
    /// Report, signatures, announcement.
    pub result: Article,
    pub order: Article,
    pub definitions: Article,
    pub force: Article,
}

impl Articles {
    const fn all(&self) -> [Article; 21] {
        [
            self.purpose,
            self.voters,
            self.seats,
            self.quorum,
            self.scrutineers,
            self.secret_ballot,
            self.one_ballot,
            self.marking,
            self.paper,
            self.validity,
            self.poll,
            self.account,
            self.majority,
            self.cut,
            self.tie,
            self.too_few,
            self.further_rounds,
            self.result,
            self.order,
            self.definitions,
            self.force,
        ]
    }
}

impl MeasureWords {
    /// The articles of this measure, each with its number before its first paragraph.
    pub fn numbered(&self, measure: &VotingMeasure<'_>) -> Vec<Vec<String>> {
        let articles = self.articles.all().into_iter().map(|article| article(measure));
        articles
            .filter(|paragraphs| !paragraphs.is_empty())
            .enumerate()
            .map(|(index, mut paragraphs)| {
                if let Some(first) = paragraphs.first_mut() {
                    first.insert_str(0, &(self.number)(index + 1));
                }
                paragraphs
            })
            .collect()
    }
}

/// The words in this language.
pub(crate) fn voting_measure(language: Language) -> &'static MeasureWords {
    match language {
        Language::Chinese => &chinese::WORDS,
        Language::English => &english::WORDS,
    }
}
