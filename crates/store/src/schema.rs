//! The layout of the database, step by step. A step is never changed once people have it; a new one is added.

/// Says in a file's header that it is ours: "knot".
pub(crate) const APPLICATION: u32 = 0x6b6e_6f74;

/// What leads from each layout to the next. Every table is keyed by vault first.
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
];

/// The layout this program writes.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}
