//! Reads what `postcard` wrote where nothing can go wrong: the bytes are those that were packed, as length and checksum say.
//!
//! The error is a type without values, so the compiler leaves out every path that would let go of half a guide, which is
//! most of what reading costs a phone to load. Bytes of another shape are read as nothing at all, and noticed at the end.

use serde::de::value::U32Deserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use std::fmt;

/// The value in these bytes; none if they hold another shape.
pub(crate) fn read<'de, T: Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader { rest: bytes, odd: false };
    let value = match T::deserialize(&mut reader) {
        Ok(value) => value,
        Err(never) => match never {},
    };
    (!reader.odd && reader.rest.is_empty()).then_some(value)
}

struct Reader<'b> {
    rest: &'b [u8],
    /// Was something there that nobody packs?
    odd: bool,
}

impl Reader<'_> {
    /// The next bytes; none if there are not so many.
    fn take(&mut self, many: usize) -> &[u8] {
        match self.rest.split_at_checked(many) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                self.odd = true;
                &[]
            }
        }
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// A whole number: seven bits a byte, the lowest first.
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return number;
            }
        }
        self.odd = true;
        0
    }

    /// How many follow: each takes a byte at least.
    fn many(&mut self) -> usize {
        let many = self.number() as usize;
        if many > self.rest.len() {
            self.odd = true;
            return 0;
        }
        many
    }

    /// A number with its sign in the lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

macro_rules! plain {
    ($($name:ident, $visit:ident: |$reader:ident| $read:expr;)*) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            let $reader = self;
            visitor.$visit($read)
        })*
    };
}

/// What no shape of the guide has.
macro_rules! none {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
            never()
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    plain! {
        deserialize_bool, visit_bool: |reader| reader.byte() == 1;
        deserialize_u8, visit_u8: |reader| reader.byte();
        deserialize_u16, visit_u16: |reader| reader.number() as u16;
        deserialize_u32, visit_u32: |reader| reader.number() as u32;
        deserialize_u64, visit_u64: |reader| reader.number();
        deserialize_i8, visit_i8: |reader| reader.byte().cast_signed();
        deserialize_i16, visit_i16: |reader| reader.signed() as i16;
        deserialize_i32, visit_i32: |reader| reader.signed() as i32;
        deserialize_i64, visit_i64: |reader| reader.signed();
        deserialize_f64, visit_f64: |reader| f64::from_le_bytes(reader.take(8).try_into().unwrap_or_default());
    }

    none! {
        deserialize_any deserialize_f32 deserialize_char deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let many = self.many();
        let text = str::from_utf8(self.take(many)).ok();
        let known = text.is_some();
        let value = visitor.visit_str(text.unwrap_or_default());
        self.odd |= !known;
        value
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 1 { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.many();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.many();
        visitor.visit_map(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let mut variant = self.number() as usize;
        if variant >= variants.len() {
            self.odd = true;
            variant = 0;
        }
        visitor.visit_enum(Choice { reader: self, variant: variant as u32 })
    }
}

/// What a struct or a tuple has: always one more.
struct Fields<'r, 'b>(&'r mut Reader<'b>);

impl<'de> SeqAccess<'de> for Fields<'_, '_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// What a list or a map has.
struct Items<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: usize,
}

impl Items<'_, '_> {
    fn another(&mut self) -> bool {
        let another = self.left > 0;
        self.left = self.left.saturating_sub(1);
        another
    }
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.another() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Never> {
        if self.another() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }
}

/// One of several.
struct Choice<'r, 'b> {
    reader: &'r mut Reader<'b>,
    variant: u32,
}

impl<'de, 'r, 'b> EnumAccess<'de> for Choice<'r, 'b> {
    type Error = Never;
    type Variant = &'r mut Reader<'b>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Never> {
        let variant: U32Deserializer<Never> = self.variant.into_deserializer();
        Ok((seed.deserialize(variant)?, self.reader))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'_> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
}

/// No error: there is none of it.
#[derive(Debug)]
enum Never {}

/// Nobody comes here with what was packed: a variant is one of those there are, and a list has no wrong length.
fn never() -> ! {
    unreachable!()
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Never {
        never()
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Never {
        never()
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Never {
        never()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Never {
        never()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Never {
        never()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Never {
        never()
    }

    fn missing_field(_: &'static str) -> Never {
        never()
    }

    fn duplicate_field(_: &'static str) -> Never {
        never()
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Thing {
        name: String,
        numbers: [i32; 2],
        share: f64,
        kind: Kind,
        maybe: Option<u16>,
        sides: Vec<Kind>,
        map: BTreeMap<String, bool>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        Named(String),
        Pair(u8, i64),
        Fields { far: u64 },
    }

    fn thing() -> Thing {
        Thing {
            name: "größer".to_owned(),
            numbers: [-300, i32::MAX],
            share: 0.1,
            kind: Kind::Fields { far: u64::MAX },
            maybe: Some(40_000),
            sides: vec![Kind::Plain, Kind::Named(String::new()), Kind::Pair(255, i64::MIN)],
            map: [("a".to_owned(), true), ("b".to_owned(), false)].into(),
        }
    }

    #[test]
    fn what_postcard_wrote_is_read() {
        let packed = postcard::to_allocvec(&thing()).unwrap();
        assert_eq!(read(&packed), Some(thing()));
    }

    #[test]
    fn what_is_cut_off_longer_or_of_another_shape_is_nothing() {
        let packed = postcard::to_allocvec(&thing()).unwrap();
        for end in 0..packed.len() {
            assert_eq!(read::<Thing>(&packed[..end]), None, "{end} bytes");
        }
        assert_eq!(read::<Thing>(&[&packed[..], &[0]].concat()), None);
        for (bytes, what) in [(&[9, 0][..], "no such variant"), (&[1, 1, 255], "no text"), (&[255; 20], "no number")] {
            assert_eq!(read::<Kind>(bytes), None, "{what}");
        }
    }
}
