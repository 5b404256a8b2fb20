//! From a value to text: no spaces, fields in the order of the type.

use serde::ser::{self, Serialize};

use super::Malformed;

/// The value as JSON.
///
/// # Errors
/// Where the value has something that stored types never have: fractions, bytes, keys that are
/// not strings.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Malformed> {
    let mut writer = Writer {
        text: String::new(),
    };
    value.serialize(&mut writer)?;
    Ok(writer.text)
}

struct Writer {
    text: String,
}

impl Writer {
    fn string(&mut self, string: &str) {
        self.text.push('"');
        for character in string.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                control if control < ' ' => {
                    let byte = control as u8;
                    self.text.push_str("\\u00");
                    for nibble in [byte >> 4, byte & 15] {
                        self.text
                            .push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
                    }
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }

    fn number(&mut self, number: u64) {
        if number > 9 {
            self.number(number / 10);
        }
        self.text.push(char::from(b'0' + (number % 10) as u8));
    }

    /// `{"name":` — the variants of an enum that hold something are objects of one field.
    fn variant(&mut self, name: &str) {
        self.text.push('{');
        self.string(name);
        self.text.push(':');
    }
}

/// A list or an object that is being written.
struct Nest<'w> {
    writer: &'w mut Writer,
    first: bool,
    close: &'static str,
}

impl<'w> Nest<'w> {
    fn open(writer: &'w mut Writer, open: char, close: &'static str) -> Self {
        writer.text.push(open);
        Self {
            writer,
            first: true,
            close,
        }
    }

    fn comma(&mut self) {
        if !self.first {
            self.writer.text.push(',');
        }
        self.first = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Malformed> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Malformed> {
        self.comma();
        self.writer.string(name);
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    #[expect(clippy::unnecessary_wraps, reason = "serde asks for a result")]
    fn close(self) -> Result<(), Malformed> {
        self.writer.text.push_str(self.close);
        Ok(())
    }
}

/// The kinds of whole numbers, each written as the widest.
macro_rules! whole {
    ($($method:ident $type:ty),+) => {
        $(fn $method(self, number: $type) -> Result<(), Malformed> {
            self.serialize_i64(i64::from(number))
        })+
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Malformed;
    type SerializeSeq = Nest<'w>;
    type SerializeTuple = Nest<'w>;
    type SerializeTupleStruct = Nest<'w>;
    type SerializeTupleVariant = Nest<'w>;
    type SerializeMap = Nest<'w>;
    type SerializeStruct = Nest<'w>;
    type SerializeStructVariant = Nest<'w>;

    whole!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32);
    whole!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32);

    fn serialize_i64(self, number: i64) -> Result<(), Malformed> {
        if number < 0 {
            self.text.push('-');
        }
        self.number(number.unsigned_abs());
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Malformed> {
        self.number(number);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), Malformed> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Malformed> {
        Err(Malformed)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Malformed> {
        Err(Malformed)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Malformed> {
        Err(Malformed)
    }

    fn serialize_char(self, character: char) -> Result<(), Malformed> {
        self.string(character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, string: &str) -> Result<(), Malformed> {
        self.string(string);
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Malformed> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Malformed> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Malformed> {
        value.serialize(self)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Malformed> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &str, _: u32, name: &'static str) -> Result<(), Malformed> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Malformed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Malformed> {
        self.variant(name);
        value.serialize(&mut *self)?;
        self.text.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Nest<'w>, Malformed> {
        Ok(Nest::open(self, '[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Nest<'w>, Malformed> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Nest<'w>, Malformed> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Nest<'w>, Malformed> {
        self.variant(name);
        Ok(Nest::open(self, '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Nest<'w>, Malformed> {
        Ok(Nest::open(self, '{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Nest<'w>, Malformed> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Nest<'w>, Malformed> {
        self.variant(name);
        Ok(Nest::open(self, '{', "}}"))
    }
}

/// The traits for lists differ only in the name of their method.
macro_rules! list {
    ($($nest:ident $method:ident),+) => {
        $(impl ser::$nest for Nest<'_> {
            type Ok = ();
            type Error = Malformed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Malformed> {
                self.item(value)
            }

            fn end(self) -> Result<(), Malformed> {
                self.close()
            }
        })+
    };
}

/// So do the traits for objects whose names are known.
macro_rules! object {
    ($($nest:ident),+) => {
        $(impl ser::$nest for Nest<'_> {
            type Ok = ();
            type Error = Malformed;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Malformed> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Malformed> {
                self.close()
            }
        })+
    };
}

list!(SerializeSeq serialize_element, SerializeTuple serialize_element);
list!(SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);
object!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Nest<'_> {
    type Ok = ();
    type Error = Malformed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Malformed> {
        self.comma();
        let start = self.writer.text.len();
        key.serialize(&mut *self.writer)?;
        // Only a string makes a key, and only a string begins with a quotation mark.
        if self.writer.text[start..].starts_with('"') {
            Ok(())
        } else {
            Err(Malformed)
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Malformed> {
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Malformed> {
        self.close()
    }
}
