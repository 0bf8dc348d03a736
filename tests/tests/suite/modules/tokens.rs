//! Rust's text as words and signs, without comments and literals: as much of the language as paths need.

/// A piece of a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// `::`
    Join,
    /// Any other sign.
    Sign(char),
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(found) if found == word)
    }
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source };
    let mut tokens = Vec::new();
    while let Some(first) = reader.rest.chars().next() {
        if reader.skips_comment_or_literal() {
            continue;
        }
        if is_of_word(first) {
            tokens.push(Token::Word(reader.word()));
        } else if reader.rest.starts_with("::") {
            tokens.push(Token::Join);
            reader.skip(2);
        } else {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(first));
            }
            reader.skip(first.len_utf8());
        }
    }
    tokens
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Skips up to and with the next `end`, or everything.
    fn skip_past(&mut self, end: &str) {
        let place = self.rest.find(end).map_or(self.rest.len(), |place| place + end.len());
        self.skip(place);
    }

    fn word(&mut self) -> String {
        let end = self.rest.find(|character| !is_of_word(character)).unwrap_or(self.rest.len());
        let word = self.rest[..end].to_owned();
        self.skip(end);
        word
    }

    /// Whether a comment, a text or a character begins here; it is skipped.
    fn skips_comment_or_literal(&mut self) -> bool {
        if self.rest.starts_with("//") {
            self.skip_past("\n");
        } else if self.rest.starts_with("/*") {
            self.skip_past("*/");
        } else if let Some(hashes) = self.raw_text() {
            self.skip_past("\"");
            self.skip_past(&format!("\"{}", "#".repeat(hashes)));
        } else if self.rest.starts_with('"') {
            self.skip_text();
        } else if let Some(length) = self.character() {
            self.skip(length);
        } else {
            return false;
        }
        true
    }

    /// The number of hashes of a raw text that begins here: `r"`, `r#"`, `br"` and so on.
    fn raw_text(&self) -> Option<usize> {
        let begun = self.rest.strip_prefix('b').unwrap_or(self.rest).strip_prefix('r')?;
        let text = begun.trim_start_matches('#');
        text.starts_with('"').then_some(begun.len() - text.len())
    }

    fn skip_text(&mut self) {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, character)| {
            let ends = *character == '"' && !escaped;
            escaped = *character == '\\' && !escaped;
            ends
        });
        self.skip(end.map_or(self.rest.len(), |(place, _)| place + 1));
    }

    /// The length of a literal character; a lifetime such as `'a` has no second quotation mark.
    fn character(&self) -> Option<usize> {
        let inside = self.rest.strip_prefix('\'')?;
        if let Some(escaped) = inside.strip_prefix('\\') {
            // The character after the backslash may be a quotation mark itself.
            let first = escaped.chars().next()?.len_utf8();
            return escaped[first..].find('\'').map(|end| 2 + first + end + 1);
        }
        let first = inside.chars().next()?.len_utf8();
        inside[first..].starts_with('\'').then_some(1 + first + 1)
    }
}

#[test]
fn comments_and_literals_are_no_words() {
    let word = |text: &str| Token::Word(text.to_owned());
    let source = r##"a::b // crate::c
        'x' '\'' '\u{41}' "crate::d \" e" r#"crate::"f"#  &'static /* g */ h"##;
    let expected =
        [word("a"), Token::Join, word("b"), Token::Sign('&'), Token::Sign('\''), word("static"), word("h")];
    assert_eq!(tokens(source), expected);
}
