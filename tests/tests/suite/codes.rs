//! Every code that a crate declares is registered with the catalogue, and none is declared that nothing ever says.

#![expect(clippy::expect_used, reason = "a test fails by panicking, in its helpers too")]

use crate::modules::{
    crates, root,
    source::files,
    sources,
    tokens::{Token, tokens},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// The macros that declare codes, as a declaration begins on a line of its own.
const DECLARATIONS: &[&str] = &["\ncoded_errors! {", "\ncodes! {"];
/// Where a declaration ends.
const END: &str = "\n}\n";

/// Codes of plain sentences, which no error declares: the titles of checks, the minutes, what is said of an import.
const SENTENCES: &[&str] = &["verify.", "minutes.", "import."];

/// An enum and one of its variants.
type Variant = (String, String);

/// The texts of the program's sources.
fn texts() -> Vec<String> {
    let folders = crates().into_iter().map(|name| sources(&name)).chain([root().join("src-tauri/src")]);
    folders.flat_map(|folder| files(&folder)).map(|(_, text)| text).collect()
}

/// A text's declarations of codes, and the rest of it without its tests.
fn parted(text: &str) -> (Vec<&str>, String) {
    let text = text.split_once("\n#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code);
    let (mut declared, mut code) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, begun)) =
        DECLARATIONS.iter().filter_map(|begin| rest.split_once(begin)).min_by_key(|(before, _)| before.len())
    {
        code.push_str(before);
        let end = begun.find(END).expect("the end of a declaration");
        declared.push(&begun[..end]);
        // From the line break on, which may begin the next declaration.
        rest = &begun[end + END.len() - 1..];
    }
    (declared, code + rest)
}

/// The variants that a declaration names, by their codes.
fn variants(declaration: &str) -> BTreeMap<String, Variant> {
    let lines = declaration.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    // `pub enum Name { … }`, or `Name, facts, { … }`.
    let (head, body) = code.split_once('{').expect("variants in braces");
    let head = head.split_once("enum ").map_or(head, |(_, name)| name);
    let name = head.split(',').next().unwrap_or(head);
    // Before each text in quotation marks is its variant.
    let parts: Vec<&str> = body.split('"').collect();
    let variants = parts.chunks_exact(2).map(|part| {
        let variant = tokens(part[0]).into_iter().find_map(|token| match token {
            Token::Word(word) => Some(word),
            Token::Join | Token::Sign(_) => None,
        });
        (part[1].to_owned(), (name.trim().to_owned(), variant.expect("a variant")))
    });
    variants.collect()
}

/// The variants that a source makes: `Enum::Variant` where it isn't a pattern, `Self` being the enum of the `impl`.
fn made(code: &str) -> BTreeSet<Variant> {
    let tokens = tokens(code);
    let mut of_impl = "";
    let mut made = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at..] {
            [Token::Word(word), after @ ..] if word == "impl" && begins_item(&tokens[..at]) => {
                of_impl = name_before_brace(after);
            }
            [Token::Word(word), Token::Sign('!'), Token::Sign('('), ..] if word == "matches" => {
                at += 2 + length_in_brackets(&tokens[at + 2..], '(', ')');
                continue;
            }
            [Token::Word(name), Token::Join, Token::Word(variant), after @ ..] if !is_pattern(after) => {
                let name = if name == "Self" { of_impl } else { name };
                made.insert((name.to_owned(), variant.clone()));
            }
            _ => {}
        }
        at += 1;
    }
    made
}

/// Whether an item begins after these tokens; elsewhere `impl` is part of a type.
fn begins_item(before: &[Token]) -> bool {
    matches!(before.last(), None | Some(Token::Sign('}' | ';' | ']')))
}

/// The last name before the brace that opens a block: the type of an `impl`.
fn name_before_brace(tokens: &[Token]) -> &str {
    let head = tokens.iter().take_while(|token| **token != Token::Sign('{'));
    let names = head.filter_map(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        Token::Join | Token::Sign(_) => None,
    });
    names.last().unwrap_or_default()
}

/// How many tokens there are up to the bracket that closes the one at the beginning.
fn length_in_brackets(tokens: &[Token], open: char, close: char) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign(sign) if *sign == open => depth += 1,
            Token::Sign(sign) if *sign == close => depth -= 1,
            Token::Sign(_) | Token::Word(_) | Token::Join => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Whether what follows a variant's name makes it a pattern: fields that end with `..`, or `=>`, `|`, `if` or `=` after the
/// fields and closing brackets.
fn is_pattern(after: &[Token]) -> bool {
    let length = match after.first() {
        Some(Token::Sign('{')) => length_in_brackets(after, '{', '}'),
        _ => 0,
    };
    let (fields, after) = after.split_at(length);
    if fields.ends_with(&[Token::Sign('.'), Token::Sign('.'), Token::Sign('}')]) {
        return true;
    }
    let next: Vec<&Token> = after.iter().skip_while(|token| **token == Token::Sign(')')).take(2).collect();
    match next[..] {
        [Token::Sign('='), second] => *second != Token::Sign('='),
        [Token::Sign('|'), _] => true,
        [Token::Word(word), _] => word == "if",
        _ => false,
    }
}

#[test]
fn every_declared_code_is_registered_and_every_registered_one_declared() {
    let text =
        fs::read_to_string(root().join("ui/src/shared/messages.generated.json")).expect("the catalogue");
    // A test of `desk` holds this file to the codes that are registered, and to the words of the program.
    let worded: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&text).expect("the catalogue");
    let words: BTreeSet<&str> =
        office::codes::ALL_WORDS.iter().copied().flatten().map(|(word, _)| *word).collect();
    let is_error =
        |code: &&str| !words.contains(code) && !SENTENCES.iter().any(|sentence| code.starts_with(sentence));
    let registered: BTreeSet<&str> = worded["en"].keys().map(String::as_str).filter(is_error).collect();
    let texts = texts();
    let declared: BTreeMap<String, Variant> =
        texts.iter().flat_map(|text| parted(text).0).flat_map(variants).collect();
    assert!(declared.len() > 300, "few codes were found: {}", declared.len());
    assert_eq!(declared.keys().map(String::as_str).collect::<BTreeSet<_>>(), registered);
}

#[test]
fn every_declared_code_is_said_somewhere() {
    let texts = texts();
    let made: BTreeSet<Variant> = texts.iter().flat_map(|text| made(&parted(text).1)).collect();
    let declared = texts.iter().flat_map(|text| parted(text).0).flat_map(variants);
    let never: Vec<String> =
        declared.filter(|(_, variant)| !made.contains(variant)).map(|(code, _)| code).collect();
    assert!(never.is_empty(), "declared, and never said: {never:?}");
}

#[test]
fn a_variant_is_made_where_it_is_no_pattern() {
    let is_made = |code: &str| made(code).contains(&("Error".to_owned(), "One".to_owned()));
    for code in [
        "return Err(Error::One);",
        "Err(crate::errors::Error::One { number: 1, name })",
        "Error::One { number } => Err(Error::One { number })",
        "impl Error { fn one() -> Self { Self::One { number: 1 } } }",
        "impl From<Other> for Error { fn from(_: Other) -> Self { Self::One } }",
    ] {
        assert!(is_made(code), "{code}");
    }
    for code in [
        "match error { Error::One => 1, Error::Two | Error::One => 2 }",
        "match found { Err(Error::One { number, .. }) if number > 1 => 1, Ok(Error::One) => 2 }",
        "if let Error::One = error {} let Error::One { number } = error else { return };",
        "matches!(found, Err(Error::One))",
        "impl Other { fn one() -> Self { Self::One } }",
        "impl Other { fn one(it: impl Into<Error>) -> Self { Self::One } }",
        "// Error::One\nlet text = \"Error::One\";",
    ] {
        assert!(!is_made(code), "{code}");
    }
}

#[test]
fn a_declaration_is_read_with_its_codes() {
    let text = "use a;\n\ncoded_errors! {\n    /// Says \"no\".\n    pub enum Error {\n        /// One.\n        \
        One { number: u32, name: &'static str } = \"an.one\",\n        Two = \"an.two\",\n    }\n}\n\nfn rest() {}\n\
        \n#[cfg(test)]\nmod tests {\n}\n";
    let (declared, rest) = parted(text);
    assert!(rest.contains("fn rest") && !rest.contains("Two") && !rest.contains("mod tests"), "{rest}");
    let found: Vec<(String, Variant)> = declared.into_iter().flat_map(variants).collect();
    let variant = |name: &str| ("Error".to_owned(), name.to_owned());
    assert_eq!(found, [("an.one".to_owned(), variant("One")), ("an.two".to_owned(), variant("Two"))]);
}
