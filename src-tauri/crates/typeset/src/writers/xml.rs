//! XML files: elements with their attributes and what they hold.

use quick_xml::escape::escape;

/// An element of an XML file.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An element without attributes that holds nothing.
    pub const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Vec::new() }
    }

    /// The same with an attribute more.
    #[expect(clippy::needless_pass_by_value, reason = "texts and numbers are handed over as they are")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The same with an element more in it.
    pub fn holding(self, element: Self) -> Self {
        self.holding_all([element])
    }

    /// The same with these elements more in it.
    pub fn holding_all(mut self, elements: impl IntoIterator<Item = Self>) -> Self {
        self.content.extend(elements.into_iter().map(Node::Element));
        self
    }

    /// The same with a text more in it.
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.content.push(Node::Text(text.into()));
        self
    }

    /// The file whose root this is.
    pub fn into_file(self) -> Vec<u8> {
        let mut xml = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.to_owned();
        xml.push('\n');
        self.write(&mut xml);
        xml.into_bytes()
    }

    fn write(&self, xml: &mut String) {
        xml.push('<');
        xml.push_str(self.name);
        for (name, value) in &self.attributes {
            for part in [" ", name, "=\"", &escape(value.as_str()), "\""] {
                xml.push_str(part);
            }
        }
        if self.content.is_empty() {
            xml.push_str("/>");
            return;
        }
        xml.push('>');
        for node in &self.content {
            match node {
                Node::Element(element) => element.write(xml),
                Node::Text(text) => xml.push_str(&escape(text.as_str())),
            }
        }
        for part in ["</", self.name, ">"] {
            xml.push_str(part);
        }
    }
}
