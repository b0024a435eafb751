//! What stands on the page, made like what shall stand there.

use super::element::{Element, Node};
use super::{On, hear};
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether it is open is the person's, from its first drawing on.
const ONCE: &str = "open";

/// A piece of the page, and what it was made from; its children are kept apart.
struct Drawn {
    from: Node,
    page: web_sys::Node,
    children: Vec<Drawn>,
}

/// The whole of it.
struct Screen {
    root: web_sys::Node,
    drawn: Vec<Drawn>,
}

thread_local! {
    static SCREEN: RefCell<Option<Screen>> = const { RefCell::new(None) };
}

/// Shows this in `#app`, and nothing else.
pub(crate) fn show(elements: Vec<Element>) {
    SCREEN.with_borrow_mut(|screen| {
        if screen.is_none() {
            *screen = empty();
        }
        if let Some(Screen { root, drawn }) = screen {
            become_like(root, drawn, elements.into_iter().map(Node::Element).collect(), false);
        }
    });
}

/// What the innermost element around a place of the page does. Nothing while the page is being drawn: what is taken away
/// may still complain.
pub(super) fn on(place: &web_sys::Node) -> Option<On> {
    SCREEN.with(|screen| {
        let screen = screen.try_borrow().ok()?;
        let (mut found, mut list) = (None, &screen.as_ref()?.drawn);
        while let Some(drawn) = list.iter().find(|drawn| drawn.page.contains(Some(place))) {
            if let Node::Element(Element { on: Some(on), .. }) = &drawn.from {
                found = Some(on);
            }
            list = &drawn.children;
        }
        found.cloned()
    })
}

/// Takes away what a person reads before the app has started.
fn empty() -> Option<Screen> {
    let root = document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    hear::begin(&root);
    Some(Screen { root: root.into(), drawn: Vec::new() })
}

/// Makes the children of an element like `next`.
fn become_like(parent: &web_sys::Node, drawn: &mut Vec<Drawn>, next: Vec<Node>, in_svg: bool) {
    let was: Vec<&Node> = drawn.iter().map(|drawn| &drawn.from).collect();
    let origins = origins(&was, &next);
    let mut old: Vec<Option<Drawn>> = std::mem::take(drawn).into_iter().map(Some).collect();
    for at in (0..old.len()).filter(|at| !origins.contains(&Some(*at))) {
        let _ = old[at].take().map(|gone| parent.remove_child(&gone.page));
    }
    for (node, origin) in next.into_iter().zip(origins) {
        let first = old.iter().position(Option::is_some);
        let kept = origin.and_then(|at| old[at].take());
        let stays = kept.is_some() && origin == first;
        let Some(now) = kept.or_else(|| made(&node, in_svg)).map(|now| now.patched(node, in_svg)) else { continue };
        if !stays {
            let before = first.and_then(|at| old[at].as_ref()).map(|next| &next.page);
            let _ = parent.insert_before(&now.page, before);
        }
        drawn.push(now);
    }
}

/// From which old child each new one goes on: the first of its key and tag that nobody has taken.
fn origins(was: &[&Node], next: &[Node]) -> Vec<Option<usize>> {
    let mut free = vec![true; was.len()];
    let origin = |node: &Node| {
        let found = (0..was.len()).find(|&at| free[at] && was[at].is_same(node))?;
        free[found] = false;
        Some(found)
    };
    next.iter().map(origin).collect()
}

/// Something new, still without its attributes and what is in it.
fn made(node: &Node, in_svg: bool) -> Option<Drawn> {
    let document = document()?;
    let (page, from) = match node {
        Node::Words(_) => (document.create_text_node("").into(), Node::Words(String::new())),
        Node::Element(Element { tag, .. }) => {
            let made = if in_svg || *tag == "svg" {
                document.create_element_ns(Some(SVG), tag)
            } else {
                document.create_element(tag)
            };
            (made.ok()?.into(), Node::Element(super::element(tag)))
        }
    };
    Some(Drawn { from, page, children: Vec::new() })
}

impl Drawn {
    /// Made like another of the same key and tag.
    fn patched(mut self, mut next: Node, in_svg: bool) -> Drawn {
        match (&self.from, &mut next) {
            (Node::Words(was), Node::Words(next)) if was != next => self.page.set_node_value(Some(next)),
            (Node::Element(was), Node::Element(next)) => {
                attributes(self.page.unchecked_ref(), &was.attributes, &next.attributes);
                let children = std::mem::take(&mut next.children);
                become_like(&self.page, &mut self.children, children, in_svg || next.tag == "svg");
            }
            _ => {}
        }
        self.from = next;
        self
    }
}

type Attributes = [(&'static str, String)];

fn attributes(page: &web_sys::Element, was: &Attributes, next: &Attributes) {
    let at = |list: &Attributes, name| list.iter().position(|(known, _)| *known == name);
    for (name, value) in next {
        match at(was, *name).map(|at| &was[at].1) {
            Some(before) if before == value || *name == ONCE => {}
            _ => put(page, name, Some(value)),
        }
    }
    for (name, _) in was {
        if at(next, *name).is_none() && *name != ONCE {
            put(page, name, None);
        }
    }
}

fn put(page: &web_sys::Element, name: &str, value: Option<&str>) {
    let property = |of: &JsValue, name: &str, value: JsValue| drop(Reflect::set(of, &name.into(), &value));
    match name {
        "value" => return property(page, name, value.into()),
        // as an attribute, the page's policy refuses it
        "style" => {
            let style = Reflect::get(page, &name.into()).unwrap_or_default();
            return property(&style, "cssText", value.into());
        }
        "checked" => property(page, name, value.is_some().into()),
        _ => {}
    }
    let _ = match value {
        Some(value) => page.set_attribute(name, value),
        None => page.remove_attribute(name),
    };
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

#[cfg(test)]
mod tests {
    use super::super::element;
    use super::{Node, origins};

    fn nodes(said: &str) -> Vec<Node> {
        let node = |word: &str| match word.split_once('#') {
            Some((_, key)) => Node::Element(element("div").keyed(key.to_owned(), None)),
            None if word == "p" => Node::Element(element("p")),
            None => Node::Words(word.to_owned()),
        };
        said.split_whitespace().map(node).collect()
    }

    #[test]
    fn what_has_the_same_key_goes_on_wherever_it_stands_and_the_rest_in_order() {
        for (was, next, want) in [
            ("div#a div#b", "div#a div#b", vec![Some(0), Some(1)]),
            ("div#a div#b", "div#b div#c div#a", vec![Some(1), None, Some(0)]),
            ("p p div#a", "p div#a", vec![Some(0), Some(2)]),
            ("p div#a", "p p div#a", vec![Some(0), None, Some(1)]),
            ("words p", "p words", vec![Some(1), Some(0)]),
            ("", "p", vec![None]),
        ] {
            let was = nodes(was);
            assert_eq!(origins(&was.iter().collect::<Vec<_>>(), &nodes(next)), want);
        }
    }
}
