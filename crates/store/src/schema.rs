//! The layout of the database, step by step. A step is never changed once people have it; a new one is added.

/// Says in a file's header that it is ours: "knot".
pub(crate) const APPLICATION: u32 = 0x6b6e_6f74;

/// What leads from each layout to the next. Every table of records is keyed by vault first.
pub(crate) const STEPS: &[&str] = &[
    // 1
    "CREATE TABLE vault (
         vault BLOB NOT NULL PRIMARY KEY,
         begun_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE tombstone (
         vault BLOB NOT NULL PRIMARY KEY,
         at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE record (
         vault BLOB NOT NULL,
         device BLOB NOT NULL,
         number INTEGER NOT NULL CHECK (number > 0),
         id BLOB NOT NULL,
         at_ms INTEGER NOT NULL,
         sum INTEGER NOT NULL,
         payload BLOB NOT NULL,
         PRIMARY KEY (vault, device, number),
         UNIQUE (vault, id)
     ) STRICT;",
    // 2: the question board. Who asked can be reached by `address` alone, which no question names: a page is made of
    // `question`, and cannot show what is not in it.
    "CREATE TABLE question (
         id INTEGER PRIMARY KEY AUTOINCREMENT,
         form BLOB NOT NULL UNIQUE,
         asked_ms INTEGER NOT NULL,
         topic TEXT NOT NULL,
         name TEXT NOT NULL,
         text TEXT NOT NULL,
         answer TEXT,
         answered_ms INTEGER,
         changed_ms INTEGER,
         published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)),
         mailed_ms INTEGER,
         CHECK ((answer IS NULL) = (answered_ms IS NULL)),
         CHECK (published = 0 OR answer IS NOT NULL)
     ) STRICT;
     CREATE INDEX question_shown ON question (answered_ms DESC, id DESC) WHERE published = 1;
     CREATE INDEX question_topic ON question (topic, answered_ms DESC, id DESC) WHERE published = 1;
     CREATE TABLE address (
         question INTEGER PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
         email TEXT NOT NULL,
         kept_ms INTEGER NOT NULL
     ) STRICT;
     CREATE TABLE letter (
         question INTEGER PRIMARY KEY REFERENCES address (question) ON DELETE CASCADE,
         state TEXT NOT NULL CHECK (state IN ('waiting', 'handing', 'unsure', 'refused')),
         tries INTEGER NOT NULL DEFAULT 0,
         next_ms INTEGER NOT NULL
     ) STRICT;",
];

/// The first layout with a question board.
pub(crate) const BOARD: u32 = 2;

/// The layout this program writes.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}
