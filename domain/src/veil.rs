//! The veil: what leaves the server for a member who may not see numbers whole.
//!
//! It is held before a value of any type while that is serialised, and masks every [`Number`] in it, and every text
//! that is one as somebody wrote it ([`as_written`](crate::phone::as_written)), however deep. Which pages there are and what they ask for does not matter: a new answer is masked because its
//! numbers are of these types, and not because somebody thought of it.

use crate::phone::{Number, WRITTEN, is_sealed, sealed};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Value;

/// What a seal says of a whole number, so that the server knows it again.
pub type Seal<'a> = &'a dyn Fn(&str) -> String;

/// A value with every number in it masked.
///
/// # Errors
/// Where it is none that JSON has.
pub fn veiled<T: Serialize>(value: &T, seal: Seal<'_>) -> serde_json::Result<Value> {
    Veiled { value, seal }.serialize(serde_json::value::Serializer)
}

/// A value behind the veil.
struct Veiled<'a, T: ?Sized> {
    value: &'a T,
    seal: Seal<'a>,
}

impl<T: Serialize + ?Sized> Serialize for Veiled<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Veil::before(to, self.seal))
    }
}

/// Writes to another serializer, numbers masked.
struct Veil<'a, S> {
    to: S,
    seal: Seal<'a>,
    /// Whether the next text is a number.
    number: bool,
}

impl<'a, S> Veil<'a, S> {
    fn before(to: S, seal: Seal<'a>) -> Self {
        Self { to, seal, number: false }
    }
}

/// Hands simple values on as they are.
macro_rules! hands_on {
    ($($name:ident($kind:ty)),* $(,)?) => {
        $(fn $name(self, value: $kind) -> Result<Self::Ok, Self::Error> { self.to.$name(value) })*
    };
}

impl<'a, S: Serializer> Serializer for Veil<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Veil<'a, S::SerializeSeq>;
    type SerializeTuple = Veil<'a, S::SerializeTuple>;
    type SerializeTupleStruct = Veil<'a, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Veil<'a, S::SerializeTupleVariant>;
    type SerializeMap = Veil<'a, S::SerializeMap>;
    type SerializeStruct = Veil<'a, S::SerializeStruct>;
    type SerializeStructVariant = Veil<'a, S::SerializeStructVariant>;

    hands_on! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_i128(i128), serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64),
        serialize_u128(u128), serialize_f32(f32), serialize_f64(f64), serialize_char(char),
        serialize_bytes(&[u8]), serialize_unit_struct(&'static str),
    }

    fn serialize_str(self, text: &str) -> Result<S::Ok, S::Error> {
        if self.number && !is_sealed(text) && text.contains(char::is_numeric) {
            return self.to.serialize_str(&sealed(text, &(self.seal)(text)));
        }
        self.to.serialize_str(text)
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_some(&Veiled { value, seal: self.seal })
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit()
    }

    fn serialize_unit_variant(self, name: &'static str, at: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit_variant(name, at, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        if [Number::NAME, WRITTEN].contains(&name) {
            return value.serialize(Veil { number: true, ..self });
        }
        self.to.serialize_newtype_struct(name, &Veiled { value, seal: self.seal })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_variant(name, at, variant, &Veiled { value, seal: self.seal })
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(Veil::before(self.to.serialize_seq(len)?, self.seal))
    }

    fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(Veil::before(self.to.serialize_tuple(len)?, self.seal))
    }

    fn serialize_tuple_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeTupleStruct, S::Error> {
        Ok(Veil::before(self.to.serialize_tuple_struct(name, len)?, self.seal))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(Veil::before(self.to.serialize_tuple_variant(name, at, variant, len)?, self.seal))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(Veil::before(self.to.serialize_map(len)?, self.seal))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        Ok(Veil::before(self.to.serialize_struct(name, len)?, self.seal))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(Veil::before(self.to.serialize_struct_variant(name, at, variant, len)?, self.seal))
    }
}

/// The parts of what has several, each behind the veil.
macro_rules! part_by_part {
    ($($kind:ident . $part:ident),* $(,)?) => {
        $(impl<S: $kind> $kind for Veil<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $part<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
                self.to.$part(&Veiled { value, seal: self.seal })
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

part_by_part! {
    SerializeSeq.serialize_element, SerializeTuple.serialize_element, SerializeTupleStruct.serialize_field,
    SerializeTupleVariant.serialize_field,
}

/// The same of what has names for its parts.
macro_rules! field_by_field {
    ($($kind:ident),*) => {
        $(impl<S: $kind> $kind for Veil<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
                self.to.serialize_field(key, &Veiled { value, seal: self.seal })
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

field_by_field!(SerializeStruct, SerializeStructVariant);

impl<S: SerializeMap> SerializeMap for Veil<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.to.serialize_key(&Veiled { value: key, seal: self.seal })
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.to.serialize_value(&Veiled { value, seal: self.seal })
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.to.end()
    }
}

#[cfg(test)]
mod tests {
    use super::veiled;
    use crate::calls::{Fact, Reported, What};
    use crate::ids::{CallId, FactId, SourceId};
    use crate::phone::{Number, as_written, parse};
    use crate::times::Millis;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use serde_json::Value;
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Written(#[serde(serialize_with = "as_written")] String);

    /// Every shape that an answer has.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        one: Number,
        maybe: Option<Number>,
        many: Vec<Written>,
        pair: (Number, i64),
        named: BTreeMap<String, Number>,
        said: Said,
        tagged: Tagged,
        tree: Option<Box<Everything>>,
        text: String,
        unit: (),
        real: f64,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Said {
        Nothing,
        Number(Number),
        Two(Number, Written),
        Named { number: Number },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Of {
            #[serde(serialize_with = "as_written")]
            raw: String,
        },
        None,
    }

    fn number(text: &str) -> Number {
        parse(text).unwrap().number
    }

    fn everything(text: &str, said: Said, tree: Option<Box<Everything>>) -> Everything {
        Everything {
            one: number(text),
            maybe: Some(number(text)),
            many: vec![Written(text.into()), Written("anonymous".into())],
            pair: (number(text), 901_234_567),
            named: BTreeMap::from([("of".to_owned(), number(text))]),
            said,
            tagged: Tagged::Of { raw: text.into() },
            tree,
            text: "free".to_owned(),
            unit: (),
            real: 0.25,
        }
    }

    /// A seal that says nothing.
    fn behind<T: Serialize>(value: &T) -> Value {
        veiled(value, &|_| "seal".to_owned()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_number_comes_through_however_deep(middle in "[0-9]{7}", variant in 0..4) {
            let text = format!("09{middle}7");
            let said = |variant| match variant {
                0 => Said::Nothing,
                1 => Said::Number(number(&text)),
                2 => Said::Two(number(&text), Written(text.clone())),
                _ => Said::Named { number: number(&text) },
            };
            let tree = everything(&text, said(variant), Some(Box::new(everything(&text, said(3 - variant), None))));
            let told = behind(&tree).to_string().replace("901234567", "");
            prop_assert!(!told.contains(&text[1..]), "{told}");
            let read: Everything = serde_json::from_value(behind(&tree)).unwrap();
            prop_assert!(read.one.is_masked());
            prop_assert_eq!(&read.text, "free");
            prop_assert_eq!(&read.many[1].0, "anonymous");
        }
    }

    #[test]
    fn without_the_veil_it_is_as_it_was() {
        let tree = everything("0901234567", Said::Nothing, None);
        assert_eq!(serde_json::to_value(&tree).unwrap()["one"], "+84901234567");
        let none = Everything { tagged: Tagged::None, ..tree };
        let again = behind(&serde_json::from_value::<Everything>(behind(&none)).unwrap());
        assert_eq!(again, behind(&none), "nothing is masked twice");
        assert_eq!(again["one"], "~090•••••67~seal");
    }

    #[test]
    fn facts_are_veiled_too() {
        let what = What::Offered { number: "0901234567".into(), hotline: Some("842471000001".into()), queue: None };
        let fact = Fact { id: FactId::new("1"), source: SourceId::new("s"), at: Millis(1), what };
        let told = behind(&Reported { call: CallId::new("c"), facts: vec![fact] }).to_string();
        assert!(!told.contains("901234567") && told.contains("842471000001"), "{told}");
    }
}
