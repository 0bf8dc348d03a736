//! Which modules name which: the arrows among the modules of a crate's root, and among those of each folder.

use super::source::{Crate, Place};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Two modules of one folder, or the folder's own file, which has the name of none; the first names something in the second.
pub type Arrow = (String, String);

/// The arrows of each folder, by its place, each with the files that draw it.
pub type Arrows = BTreeMap<Place, BTreeMap<Arrow, BTreeSet<String>>>;

/// The folder's own file among its modules.
const OWN_FILE: &str = "mod.rs";

/// All arrows of a crate.
pub fn arrows(krate: &Crate) -> Arrows {
    let mut arrows = Arrows::new();
    for (from, module) in &krate.modules {
        // A folder's file that passes on what its modules define needs nothing of them.
        for named in module.names.iter().filter(|named| !named.is_passed_on) {
            let to = krate.home(&named.path);
            let common = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
            let end = |place: &Place| place.get(common).map_or(OWN_FILE, |name| name).to_owned();
            let arrow = (end(from), end(&to));
            if arrow.0 != arrow.1 {
                let folder = arrows.entry(from[..common].to_vec()).or_default();
                folder.entry(arrow).or_default().insert(from.join("::"));
            }
        }
    }
    arrows
}

/// The shortest circle of a folder: modules each of which names the next, and the last the first.
pub fn circle<'a>(arrows: &[&'a Arrow]) -> Option<Vec<&'a str>> {
    let circles = arrows.iter().filter_map(|(from, to)| way(arrows, to, from));
    circles.min_by_key(Vec::len)
}

/// The shortest way from one module to another along the arrows, with both.
fn way<'a>(arrows: &[&'a Arrow], from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut ways = VecDeque::from([vec![from]]);
    let mut reached = BTreeSet::from([from]);
    while let Some(way) = ways.pop_front() {
        let last = way[way.len() - 1];
        if last == to {
            return Some(way);
        }
        for (_, next) in arrows.iter().filter(|(from, _)| from == last) {
            if reached.insert(next) {
                ways.push_back([&way[..], &[next]].concat());
            }
        }
    }
    None
}
