//! What the files of a crate say of its modules: which there are, what each defines, and what each names of the others.

use super::tokens::{Token, tokens};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A module, or something in one, by the names that lead there from the crate's root.
pub type Place = Vec<String>;

/// Words before the name of what is defined.
const DEFINING: &[&str] = &["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules"];

/// A path that a module names.
#[derive(Debug)]
pub struct Named {
    pub path: Place,
    /// The name of an import in its module, `*` for all; none for a path in the middle of code.
    known_as: Option<String>,
    /// Whether it is imported for others, as in `pub use`.
    pub is_passed_on: bool,
    /// Whether it begins with `crate`, `self` or `super`.
    is_rooted: bool,
}

#[derive(Debug, Default)]
pub struct Module {
    defines: BTreeSet<String>,
    pub names: Vec<Named>,
}

/// The modules of a crate without those of its tests.
#[derive(Debug, Default)]
pub struct Crate {
    pub modules: BTreeMap<Place, Module>,
}

impl Crate {
    /// Reads all files of a crate's `src`.
    pub fn read(sources: &Path) -> Self {
        Self::of(&files(sources))
    }

    /// The modules of these files.
    pub fn of(files: &[(Place, String)]) -> Self {
        let mut read = Self::default();
        let mut tests = Vec::new();
        for (place, text) in files {
            let tokens = tokens(text);
            let mut reader =
                Reader { tokens: &tokens, at: 0, place, module: Module::default(), tests: &mut tests };
            reader.read();
            read.modules.insert(place.clone(), reader.module);
        }
        read.modules.retain(|place, _| !tests.iter().any(|test| place.starts_with(test)));
        read.forget_other_crates();
        read
    }

    /// A path that begins with a plain name is into a module of that name here, or into another crate.
    fn forget_other_crates(&mut self) {
        let places: BTreeSet<Place> = self.modules.keys().cloned().collect();
        for (place, module) in &mut self.modules {
            module.names.retain(|named| {
                let child = named.path.get(..=place.len()).filter(|_| named.path.starts_with(place));
                named.is_rooted || child.is_some_and(|child| places.contains(child))
            });
        }
    }

    /// The module in which a path ends, however often its name is passed on.
    pub fn home(&self, path: &[String]) -> Place {
        self.home_after(path, 0)
    }

    fn home_after(&self, path: &[String], steps: usize) -> Place {
        /// What is passed on so often is passed on in a circle.
        const MOST: usize = 20;
        let length = (0..=path.len()).rev().find(|length| self.modules.contains_key(&path[..*length]));
        let (place, rest) = path.split_at(length.unwrap_or(0));
        let (Some(name), Some(module)) = (rest.first(), self.modules.get(place)) else {
            return place.to_vec();
        };
        if steps < MOST && !module.defines.contains(name) {
            let imports = |known_as: &'static str| {
                let known_as = if known_as.is_empty() { name.as_str() } else { known_as };
                module.names.iter().filter(move |named| named.known_as.as_deref() == Some(known_as))
            };
            if let Some(import) = imports("").next() {
                return self.home_after(&[&import.path[..], &rest[1..]].concat(), steps + 1);
            }
            // Of modules whose every name is imported, the one that has this name.
            for import in imports("*").filter(|import| import.path != place) {
                let home = self.home_after(&[&import.path[..], rest].concat(), steps + 1);
                if self.modules.get(&home).is_some_and(|module| module.defines.contains(name)) {
                    return home;
                }
            }
        }
        place.to_vec()
    }
}

/// The texts of all files of a crate's `src`, each with its module.
pub fn files(sources: &Path) -> Vec<(Place, String)> {
    let mut files = Vec::new();
    collect(sources, &Place::new(), &mut files);
    files
}

fn collect(folder: &Path, place: &Place, files: &mut Vec<(Place, String)>) {
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in ASCII");
        let inner = [&place[..], &[stem.to_owned()]].concat();
        if path.is_dir() {
            collect(&path, &inner, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let module = if ["mod", "lib", "main"].contains(&stem) { place.clone() } else { inner };
            files.push((module, fs::read_to_string(&path).expect("a source file")));
        }
    }
}

/// Reads one file.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    place: &'a Place,
    module: Module,
    /// Modules of tests in files of their own.
    tests: &'a mut Vec<Place>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(token) = self.tokens.get(self.at) {
            let Token::Word(word) = token else {
                self.at += 1;
                continue;
            };
            let (before, after) = (self.at.checked_sub(1), self.at + 1);
            match &**word {
                "mod" if self.is_for_tests() => self.skip_tests(),
                "mod" => {
                    let is_inside = self.tokens.get(self.at + 2) == Some(&Token::Sign('{'));
                    assert!(!is_inside, "the module {} of {:?}: into a file", self.word(1), self.place);
                    self.at += 1;
                }
                "use" => {
                    let passed_on = before.and_then(|before| self.tokens.get(before));
                    let passed_on = passed_on.is_some_and(|it| it.is_word("pub") || *it == Token::Sign(')'));
                    self.at += 1;
                    self.read_imports(&Place::new(), passed_on);
                }
                "crate" | "self" | "super" if self.tokens.get(after) == Some(&Token::Join) => {
                    self.read_path();
                }
                word if DEFINING.contains(&word) => {
                    let name = self.word(if word == "macro_rules" { 2 } else { 1 });
                    self.module.defines.insert(name);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// The word so many tokens ahead; none where there is something else.
    fn word(&self, ahead: usize) -> String {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Word(word)) => word.clone(),
            _ => String::new(),
        }
    }

    fn takes(&mut self, token: &Token) -> bool {
        let there = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(there);
        there
    }

    /// Whether `#[cfg(test)]` is before this token.
    fn is_for_tests(&self) -> bool {
        let before = self.at.checked_sub(5).map_or(&[][..], |from| &self.tokens[from..self.at]);
        matches!(before, [cfg, Token::Sign('('), test, Token::Sign(')'), Token::Sign(']')]
            if cfg.is_word("cfg") && test.is_word("test"))
    }

    /// Skips the tests in this file, or notes the file that they are in.
    fn skip_tests(&mut self) {
        let name = self.word(1);
        self.at += 2;
        if !self.takes(&Token::Sign('{')) {
            self.tests.push([&self.place[..], &[name]].concat());
            return;
        }
        let mut depth = 1;
        while depth > 0 {
            match self.tokens.get(self.at) {
                Some(Token::Sign('{')) => depth += 1,
                Some(Token::Sign('}')) => depth -= 1,
                Some(_) => {}
                None => return,
            }
            self.at += 1;
        }
    }

    /// A path in the middle of code: as far as names go.
    fn read_path(&mut self) {
        let mut path = Place::new();
        loop {
            path.push(self.word(0));
            self.at += 1;
            if !(self.takes(&Token::Join) && matches!(self.tokens.get(self.at), Some(Token::Word(_)))) {
                break;
            }
        }
        self.add(&path, None, false);
    }

    /// What stands between `use` and `;`, or a part of it between braces and commas.
    fn read_imports(&mut self, before: &Place, is_passed_on: bool) {
        let mut path = before.clone();
        loop {
            if self.takes(&Token::Sign('{')) {
                while !self.takes(&Token::Sign('}')) && self.at < self.tokens.len() {
                    self.read_imports(&path, is_passed_on);
                    self.takes(&Token::Sign(','));
                }
                return;
            }
            if self.takes(&Token::Sign('*')) {
                return self.add(&path, Some("*".to_owned()), is_passed_on);
            }
            let name = self.word(0);
            self.at += 1;
            // `a::{self}` is `a`.
            if name != "self" || path.is_empty() {
                path.push(name);
            }
            if !self.takes(&Token::Join) {
                break;
            }
        }
        let mut known_as = path.last().cloned();
        if self.word(0) == "as" {
            known_as = Some(self.word(1));
            self.at += 2;
        }
        self.add(&path, known_as, is_passed_on);
    }

    /// Adds a path as it is written: from the crate's root, from here, from above, or from a module or crate of that name.
    fn add(&mut self, written: &[String], known_as: Option<String>, is_passed_on: bool) {
        let mut from = self.place.clone();
        let mut rest = written;
        let mut is_rooted = false;
        while let Some((first, after)) = rest.split_first() {
            match &**first {
                "crate" => from.clear(),
                "super" => drop(from.pop()),
                "self" => {}
                _ => break,
            }
            is_rooted = true;
            rest = after;
        }
        let path = [&from[..], rest].concat();
        self.module.names.push(Named { path, known_as, is_passed_on, is_rooted });
    }
}
