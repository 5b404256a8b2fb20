//! The pieces of JSON text. Any text at all gives a piece or [`Malformed`], never a panic.

use super::Malformed;

/// How deep lists and objects may nest: far deeper than stored types, far shallower than the stack.
const DEPTH_MAX: u8 = 32;

pub struct Reader<'t> {
    text: &'t str,
    /// Where the next byte is; always between two characters when a method returns `Ok`.
    at: usize,
    depth: u8,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_done(&mut self) -> bool {
        self.peek() == 0 && self.at == self.text.len()
    }

    /// How far the place is, in percent.
    pub(crate) fn percent(&self) -> u8 {
        u8::try_from(self.at / (self.text.len() / 100).max(1)).map_or(100, |part| part.min(100))
    }

    /// The byte at the place, 0 at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is not white space, 0 at the end.
    pub(super) fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.byte()
    }

    /// Steps over this byte, which is never 0.
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.peek() != byte {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(())
    }

    pub(super) fn word(&mut self, word: &str) -> Result<(), Malformed> {
        self.peek();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        if !rest.starts_with(word.as_bytes()) {
            return Err(Malformed);
        }
        self.at += word.len();
        Ok(())
    }

    pub(super) fn whole(&mut self) -> Result<i64, Malformed> {
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let start = self.at;
        let mut number: i64 = 0;
        while self.byte().is_ascii_digit() {
            let digit = i64::from(self.byte() - b'0');
            number = number
                .checked_mul(10)
                .and_then(|tens| {
                    if negative {
                        tens.checked_sub(digit)
                    } else {
                        tens.checked_add(digit)
                    }
                })
                .ok_or(Malformed)?;
            self.at += 1;
        }
        let padded = self.at > start + 1 && self.text.as_bytes()[start] == b'0';
        if self.at == start || padded || matches!(self.byte(), b'.' | b'e' | b'E') {
            return Err(Malformed);
        }
        Ok(number)
    }

    pub(crate) fn string(&mut self) -> Result<String, Malformed> {
        self.expect(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).ok_or(Malformed)?);
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(string);
                }
                b'\\' => string.push(self.escaped()?),
                _ => return Err(Malformed),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Malformed> {
        self.at += 1;
        let byte = self.byte();
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let unit = self.hex()?;
                // A character beyond 16 bits is written as two escapes, a high half and a low half.
                let code = if (0xd800..0xdc00).contains(&unit) {
                    self.word_here("\\u")?;
                    let low = self.hex()?.wrapping_sub(0xdc00);
                    if low > 0x3ff {
                        return Err(Malformed);
                    }
                    0x10000 + ((unit - 0xd800) << 10) + low
                } else {
                    unit
                };
                char::from_u32(code).ok_or(Malformed)?
            }
            _ => return Err(Malformed),
        })
    }

    fn word_here(&mut self, word: &str) -> Result<(), Malformed> {
        if matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            return Err(Malformed);
        }
        self.word(word)
    }

    fn hex(&mut self) -> Result<u32, Malformed> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(Malformed)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Malformed);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| Malformed)
    }

    pub(super) fn null(&mut self) -> Result<(), Malformed> {
        self.word("null")
    }

    /// Steps into a list or an object, lets `inside` read it, and steps out.
    pub(super) fn nested<T>(
        &mut self,
        open: u8,
        close: u8,
        inside: impl FnOnce(&mut Self) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        self.expect(open)?;
        if self.depth == DEPTH_MAX {
            return Err(Malformed);
        }
        self.depth += 1;
        let value = inside(self)?;
        self.depth -= 1;
        self.expect(close)?;
        Ok(value)
    }

    /// Whether another item follows: steps over the comma before every item but the first.
    pub(crate) fn more(&mut self, first: &mut bool, close: u8) -> Result<bool, Malformed> {
        if self.peek() == close {
            return Ok(false);
        }
        if !*first {
            self.expect(b',')?;
        }
        *first = false;
        Ok(true)
    }

    /// The text of the value that it steps over.
    pub(super) fn skipped(&mut self) -> Result<&'t str, Malformed> {
        self.peek();
        let start = self.at;
        self.skip()?;
        self.text.get(start..self.at).ok_or(Malformed)
    }

    /// Steps over a value of any kind: a field that a later version added.
    pub(crate) fn skip(&mut self) -> Result<(), Malformed> {
        match self.peek() {
            b'{' => self.nested(b'{', b'}', |reader| {
                let mut first = true;
                while reader.more(&mut first, b'}')? {
                    reader.string()?;
                    reader.expect(b':')?;
                    reader.skip()?;
                }
                Ok(())
            }),
            b'[' => self.nested(b'[', b']', |reader| {
                let mut first = true;
                while reader.more(&mut first, b']')? {
                    reader.skip()?;
                }
                Ok(())
            }),
            b'"' => self.string().map(drop),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.null(),
            b'-' | b'0'..=b'9' => {
                while matches!(self.byte(), b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') {
                    self.at += 1;
                }
                Ok(())
            }
            _ => Err(Malformed),
        }
    }
}
