//! A piece of the page as a plain value: what shall stand there.

use super::On;
use screens::Kind;
use std::mem::Discriminant;

/// An element, or words in one.
pub(super) enum Node {
    Element(Element),
    Words(String),
}

/// An element with everything in it.
pub(crate) struct Element {
    pub(super) key: Key,
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<Node>,
    pub(super) on: Option<On>,
}

/// What makes an element the same one before and after a change, together with its tag. Most have none: among their
/// siblings they are told apart by tag and order.
#[derive(Default, PartialEq)]
pub(super) struct Key {
    path: String,
    kind: Option<Discriminant<Kind>>,
}

/// An empty element.
pub(crate) fn element(tag: &'static str) -> Element {
    Element { key: Key::default(), tag, attributes: Vec::new(), children: Vec::new(), on: None }
}

/// Elements that hold one text each.
pub(super) fn each(tag: &'static str, words: &[String]) -> Vec<Element> {
    words.iter().map(|words| element(tag).says(words)).collect()
}

impl Element {
    pub(crate) fn class(self, class: &str) -> Element {
        self.with("class", class)
    }

    /// With an attribute. `value` is what stands in a field, `checked` also whether a box is ticked.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Element {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// With an attribute that says something by being there.
    pub(super) fn marked(self, name: &'static str, on: bool) -> Element {
        if on { self.with(name, "") } else { self }
    }

    pub(crate) fn says(mut self, words: &str) -> Element {
        self.children.push(Node::Words(words.to_owned()));
        self
    }

    pub(crate) fn child(mut self, child: Element) -> Element {
        self.children.push(Node::Element(child));
        self
    }

    pub(crate) fn children(mut self, children: Vec<Element>) -> Element {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    pub(super) fn maybe(self, child: Option<Element>) -> Element {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    pub(crate) fn on(mut self, on: On) -> Element {
        self.on = Some(on);
        self
    }

    pub(super) fn keyed(mut self, path: String, kind: Option<Discriminant<Kind>>) -> Element {
        self.key = Key { path, kind };
        self
    }
}

impl Node {
    /// Can one become the other in place?
    pub(super) fn is_same(&self, other: &Node) -> bool {
        match (self, other) {
            (Node::Words(_), Node::Words(_)) => true,
            (Node::Element(one), Node::Element(other)) => one.tag == other.tag && one.key == other.key,
            _ => false,
        }
    }
}
