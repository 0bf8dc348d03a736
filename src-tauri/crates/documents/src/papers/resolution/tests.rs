//! Who supervises, by the body that votes, its name and its level.

use super::after;
use crate::{Body, Heading, Resolution, Standing};
use messages::Language;
use procedure::count::Seats;

/// The last paragraph of a resolution, which says who supervises.
fn supervision(language: Language, congress: &str, township: bool) -> String {
    let heading = Heading {
        congress: congress.into(),
        session: "第三次会议".into(),
        year: 2026,
        language,
        body: Body::Congress,
        standing: Standing::Official,
        training: false,
        record_hash: None,
    };
    let resolution = Resolution {
        heading,
        township,
        number: String::new(),
        date: None,
        signer: String::new(),
        preamble: String::new(),
        seats: Seats(1),
        rounds: 1,
        adopted: Vec::new(),
    };
    let [_, supervision] = after(&resolution);
    supervision
}

#[test]
fn a_township_is_supervised_by_its_presidium() {
    for (name, township, expected) in [
        ("桃源镇人民代表大会", false, "镇人民代表大会主席团应当"),
        ("桃源苏木人民代表大会", true, "本级人民代表大会主席团应当"),
        ("桃源县人民代表大会", false, "县人民代表大会常务委员会应当"),
    ] {
        let text = supervision(Language::Chinese, name, township);
        assert!(text.starts_with(expected), "{name}: {text}");
    }
    let (presidium, committee) = (
        "The presidium of the people's congress shall",
        "The standing committee of the people's congress shall",
    );
    for (name, township, expected) in [
        ("People's Congress of Taoyuan Town", false, presidium),
        ("People's Congress of Taoyuan", true, presidium),
        ("桃源镇人民代表大会", false, presidium),
        ("People's Congress of Townsend County", false, committee),
        ("桃源县人民代表大会", false, committee),
    ] {
        let text = supervision(Language::English, name, township);
        assert!(text.starts_with(expected), "{name}: {text}");
    }
}
