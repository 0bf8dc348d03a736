//! What all documents are arranged with: titles, paragraphs, who issues them.

use super::{
    foot,
    heading::Heading,
    labels::{Words, words},
};
use chrono::NaiveDate;
use messages::Language;
use procedure::{candidate::Candidate, number::RoundNumber};
use typeset::{
    About, Document, Fit, Styles,
    blocks::{Block, Day, Divided, Gap, Issuer, Keep, StyleName, Text, Title},
};

/// What all parts of a document need.
#[derive(Clone, Copy)]
pub(crate) struct Composer<'a> {
    pub heading: &'a Heading,
    pub words: &'static Words,
}

impl<'a> Composer<'a> {
    pub fn new(heading: &'a Heading) -> Self {
        Self { heading, words: words(heading.language) }
    }

    pub fn language(&self) -> Language {
        self.heading.language
    }

    pub fn session_name(&self) -> String {
        self.words.session_name(&self.heading.congress, &self.heading.session)
    }

    /// The session's name, the document's own title below it, and a further round's number below that.
    pub fn title(&self, name: &str, round: RoundNumber) -> Vec<Block> {
        let congress = format!("{}{}", self.heading.congress, self.words.name_separator);
        let belongs_to =
            Divided { whole: self.session_name(), parts: [congress, self.heading.session.clone()] };
        let addition =
            (round > RoundNumber::FIRST).then(|| (self.words.round_in_title)(round).trim().to_owned());
        vec![Block::Title(Title { belongs_to, name: name.to_owned(), addition }), Block::Gap(Gap::Lines(0.6))]
    }

    /// A paragraph of the body.
    pub fn paragraph(text: impl Into<String>) -> Block {
        Text::new(StyleName::Body, text).into()
    }

    /// The same on one page with what follows.
    pub fn paragraph_with_next(text: impl Into<String>) -> Block {
        Text::new(StyleName::Body, text).kept(Keep::WithNext).into()
    }

    /// A heading with what follows.
    pub fn heading(text: impl Into<String>) -> Block {
        Text::new(StyleName::Heading, text).kept(Keep::WithNext).into()
    }

    /// Who issues the document, and when; without a date there is a place to fill it in by hand.
    pub fn issuer(&self, name: &str, date: Option<NaiveDate>, is_sealed: bool) -> Block {
        let day = match date {
            Some(date) => Day::Printed((self.words.date)(date)),
            None => Day::Blank(self.words.date_parts),
        };
        Block::Issuer(Issuer { name: name.to_owned(), day, is_sealed })
    }

    /// What will be done, and below it the works that are voted on as one.
    pub fn content(&self, candidate: &Candidate) -> String {
        let first = Some(candidate.content.clone()).filter(|content| !content.is_empty());
        let works = Some(self.works(candidate)).filter(|works| !works.is_empty());
        first.into_iter().chain(works).collect::<Vec<_>>().join("\n")
    }

    /// The numbered works of a programme, each on a line.
    pub fn works(&self, candidate: &Candidate) -> String {
        let works = candidate.sub_items.iter().enumerate();
        let works = works.map(|(index, work)| (self.words.list.sub_item)(index + 1, work));
        works.collect::<Vec<_>>().join("\n")
    }

    /// A document with this title in its properties.
    pub fn document(&self, title: &str, styles: Styles, fit: Fit, blocks: Vec<Block>) -> Document {
        Document { about: self.about(title), furniture: foot::furniture(self.heading), styles, fit, blocks }
    }

    /// What a file of this title says of itself.
    pub fn about(&self, title: &str) -> About {
        About {
            title: format!("{}{}{title}", self.session_name(), self.words.name_separator),
            author: self.heading.congress.clone(),
            language: self.language(),
            figure: self.words.qr_code.to_owned(),
        }
    }

    /// A document's title with its round, where it is a further one.
    pub fn title_of_round(&self, title: &str, round: RoundNumber) -> String {
        if round > RoundNumber::FIRST {
            format!("{title}{}", (self.words.round_in_title)(round))
        } else {
            title.to_owned()
        }
    }
}

/// What of a paragraph stays on one page: one that announces what follows stays with it.
pub(crate) fn announces(text: &str) -> Keep {
    if text.ends_with(['：', ':']) { Keep::WithNext } else { Keep::Lines }
}
