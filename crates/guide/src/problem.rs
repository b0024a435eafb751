//! What is wrong with a guide, and where.

use std::fmt;

/// One thing wrong in a file of the guide, shown as a compiler would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file, `/`-separated, relative to the guide unless [`Problems::under`] was used.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What may help; empty if nothing is known to.
    pub hint: String,
    /// The line it stands in; empty if the whole file is meant.
    pub excerpt: String,
    /// How many characters of the line are meant, at least 1.
    pub width: usize,
}

/// Everything found wrong with a guide. Only errors keep it from being used.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Problems {
    /// What must be put right.
    pub errors: Vec<Problem>,
    /// What should be looked at.
    pub warnings: Vec<Problem>,
}

impl Problems {
    /// Neither an error nor a warning?
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty()
    }

    /// The same problems with `dir/` before each file, so that a terminal can open it.
    #[must_use]
    pub fn under(mut self, dir: &str) -> Self {
        let dir = dir.trim_end_matches('/');
        for problem in self.errors.iter_mut().chain(&mut self.warnings) {
            problem.file = format!("{dir}/{}", problem.file);
        }
        self
    }
}

impl Problem {
    fn write(&self, f: &mut fmt::Formatter<'_>, severity: &str) -> fmt::Result {
        writeln!(f, "{severity}: {}", self.message)?;
        let margin = " ".repeat(self.line.to_string().len());
        if self.excerpt.is_empty() {
            write!(f, "{margin}--> {}", self.file)?;
        } else {
            writeln!(f, "{margin}--> {}:{}:{}", self.file, self.line, self.column)?;
            // A tab is one column here and must stay as wide in the line below.
            let shown = self.excerpt.replace('\t', " ");
            let indent = " ".repeat(self.column.saturating_sub(1));
            writeln!(f, "{margin} |\n{} | {shown}", self.line)?;
            write!(f, "{margin} | {indent}{}", "^".repeat(self.width.max(1)))?;
        }
        if !self.hint.is_empty() {
            write!(f, "\n{margin} = help: {}", self.hint)?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "error")
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.errors {
            problem.write(f, "error")?;
            f.write_str("\n\n")?;
        }
        for problem in &self.warnings {
            problem.write(f, "warning")?;
            f.write_str("\n\n")?;
        }
        write!(f, "{}, {}", count(self.errors.len(), "error"), count(self.warnings.len(), "warning"))
    }
}

fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
