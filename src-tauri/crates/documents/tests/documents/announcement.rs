//! The announcement's number and categories.

use crate::{
    form::name_of,
    samples::{self, LANGUAGES},
    text::assert_golden,
    tools::{Pdf, fonts},
};
use procedure::count::Seats;

#[test]
fn with_number_categories_and_empty_seats_it_reads_as_expected() {
    for language in LANGUAGES {
        let mut announcement = samples::announcement(language);
        announcement.number = "第3号".into();
        announcement.seats = Seats(11);
        for (index, project) in announcement.adopted.iter_mut().enumerate() {
            project.category = ["城市建设", "乡村振兴"][index % 2].into();
        }
        let name = format!("announcement-categories-{}", name_of(language));
        let bytes = documents::announcement(fonts(), &announcement).unwrap();
        assert_golden(&name, &Pdf::new(&format!("text-{name}"), &bytes).text());
    }
}
