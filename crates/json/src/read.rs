//! Reads.

use crate::Json;

/// Lists and objects within one another, at most.
const DEEPEST: usize = 127;

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The byte that should not be there; the length of the text if it ends too early.
    pub at: usize,
}

/// Reads a text that is one value.
///
/// # Errors
/// Where it stops being one.
pub fn read(text: &str) -> Result<Json, Wrong> {
    let mut reader = Reader::new(text);
    let value = reader.value()?;
    if reader.rest().is_some() { Err(reader.wrong()) } else { Ok(value) }
}

/// Goes through a text, value by value.
pub struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// At the beginning of a text.
    pub fn new(text: &'t str) -> Reader<'t> {
        Reader { text, at: 0 }
    }

    /// The byte that comes next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next byte that is no space, if there is one; it comes next.
    pub fn rest(&mut self) -> Option<u8> {
        while matches!(self.next(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.next()
    }

    /// The next byte that is no space; it comes next.
    ///
    /// # Errors
    /// If the text ends.
    pub fn peek(&mut self) -> Result<u8, Wrong> {
        self.rest().ok_or_else(|| self.wrong())
    }

    /// Goes past this byte, and the spaces before it.
    ///
    /// # Errors
    /// If there is another.
    pub fn skip(&mut self, wanted: u8) -> Result<(), Wrong> {
        if self.peek()? != wanted {
            return Err(self.wrong());
        }
        self.at += 1;
        Ok(())
    }

    /// Goes past a comma (true), or the end of what this closes.
    ///
    /// # Errors
    /// If there is neither.
    pub fn another(&mut self, close: u8) -> Result<bool, Wrong> {
        let next = self.peek()?;
        if next != b',' && next != close {
            return Err(self.wrong());
        }
        self.at += 1;
        Ok(next == b',')
    }

    /// The next value.
    ///
    /// # Errors
    /// If there is none.
    pub fn value(&mut self) -> Result<Json, Wrong> {
        self.within(0)
    }

    /// This is not JSON from here on.
    pub fn wrong(&self) -> Wrong {
        Wrong { at: self.at }
    }

    fn within(&mut self, deep: usize) -> Result<Json, Wrong> {
        match self.peek()? {
            b'{' | b'[' if deep == DEEPEST => Err(self.wrong()),
            b'{' => self.object(deep + 1),
            b'[' => self.list(deep + 1),
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
                let first = self.next();
                let found = words.into_iter().find(|(word, _)| word.bytes().next() == first);
                let (word, value) = found.ok_or_else(|| self.wrong())?;
                word.bytes().try_for_each(|byte| self.exactly(byte))?;
                Ok(value)
            }
        }
    }

    fn object(&mut self, deep: usize) -> Result<Json, Wrong> {
        let mut fields = Vec::new();
        self.at += 1;
        if self.peek()? == b'}' {
            self.at += 1;
            return Ok(Json::Object(fields));
        }
        loop {
            if self.peek()? != b'"' {
                return Err(self.wrong());
            }
            let name = self.string()?;
            self.skip(b':')?;
            fields.push((name, self.within(deep)?));
            if !self.another(b'}')? {
                return Ok(Json::Object(fields));
            }
        }
    }

    fn list(&mut self, deep: usize) -> Result<Json, Wrong> {
        let mut rows = Vec::new();
        self.at += 1;
        if self.peek()? == b']' {
            self.at += 1;
            return Ok(Json::List(rows));
        }
        loop {
            rows.push(self.within(deep)?);
            if !self.another(b']')? {
                return Ok(Json::List(rows));
            }
        }
    }

    fn number(&mut self) -> Result<Json, Wrong> {
        let begin = self.at;
        if self.next() == Some(b'-') {
            self.at += 1;
        }
        // no number begins with a zero but zero
        if self.next() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        let whole = self.since(begin);
        let mut is_whole = whole != "-0";
        if self.next() == Some(b'.') {
            is_whole = false;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.next() {
            is_whole = false;
            self.at += 1;
            if let Some(b'+' | b'-') = self.next() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(if is_whole { whole.parse().map_or(Json::Number, Json::Whole) } else { Json::Number })
    }

    /// What was read from a byte on. What cannot panic takes two kilobytes less of a phone's load.
    fn since(&self, begin: usize) -> &'t str {
        self.text.get(begin..self.at).unwrap_or_default()
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), Wrong> {
        let begin = self.at;
        while self.next().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == begin { Err(self.wrong()) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<String, Wrong> {
        let mut string = String::new();
        self.at += 1;
        loop {
            let begin = self.at;
            while self.next().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | ..b' ')) {
                self.at += 1;
            }
            string.push_str(self.since(begin));
            match self.next() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                _ => return Err(self.wrong()),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Wrong> {
        let letter = match self.next() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.by_number();
            }
            _ => return Err(self.wrong()),
        };
        self.at += 1;
        Ok(letter)
    }

    /// A letter by its number in UTF-16; one beyond 16 bits is written as two.
    fn by_number(&mut self) -> Result<char, Wrong> {
        let mut number = self.hex()?;
        if let 0xD800..0xDC00 = number {
            self.exactly(b'\\')?;
            self.exactly(b'u')?;
            let low = self.hex()?;
            // what is no second half makes a number that is no letter
            number = low
                .checked_sub(0xDC00)
                .filter(|low| *low < 0x400)
                .map_or(u32::MAX, |low| 0x1_0000 + ((number - 0xD800) << 10) + low);
        }
        char::from_u32(number).ok_or_else(|| self.wrong())
    }

    fn hex(&mut self) -> Result<u32, Wrong> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = self.next().and_then(|byte| char::from(byte).to_digit(16)).ok_or_else(|| self.wrong())?;
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }

    fn exactly(&mut self, byte: u8) -> Result<(), Wrong> {
        if self.next() != Some(byte) {
            return Err(self.wrong());
        }
        self.at += 1;
        Ok(())
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
