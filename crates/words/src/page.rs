//! A page of text in order, for a terminal, a screen or paper to lay out.

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Title of the page.
    Title(String),
    /// How far to trust it; stands under the title.
    Banner(String),
    /// Get help now: must be seen, without colour too.
    Alert(String),
    /// Heading of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Points in no order.
    Items(Vec<Item>),
    /// Steps in order.
    Steps(Vec<Item>),
    /// Short label and what it says: "For", "Against".
    Labelled(Vec<(String, String)>),
    /// What belongs together under a line of its own, such as a tie.
    Bracket(String, Vec<Block>),
}

/// A point or step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// Smaller: why, or how.
    pub note: Option<String>,
    /// The contract's name for it, where people edit files; screens leave it out.
    pub id: Option<String>,
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Item { text, ..Item::default() }
    }
}

impl From<&str> for Item {
    fn from(text: &str) -> Self {
        Item::from(text.to_owned())
    }
}

impl Item {
    /// The same with a smaller line below.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Item { note: Some(note.into()), ..self }
    }
    /// The same with the contract's name for it.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Item { id: Some(id.into()), ..self }
    }
}

impl Page {
    pub(crate) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }
    pub(crate) fn heading(&mut self, text: impl Into<String>) {
        self.push(Block::Heading(text.into()));
    }
    pub(crate) fn text(&mut self, text: impl Into<String>) {
        self.push(Block::Text(text.into()));
    }
    pub(crate) fn items<I: Into<Item>>(&mut self, items: impl IntoIterator<Item = I>) {
        self.push(Block::Items(items.into_iter().map(Into::into).collect()));
    }
    pub(crate) fn steps<I: Into<Item>>(&mut self, items: impl IntoIterator<Item = I>) {
        self.push(Block::Steps(items.into_iter().map(Into::into).collect()));
    }
}
