//! Reading what is written in just one way: JSON whose bytes follow from its content, and numbers in hex and base64.

use crate::Problem;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// Reads a value, and checks that writing it again produces the same bytes: no member twice, none unknown, no spaces, each
/// number and text in its one form.
pub fn read<T: DeserializeOwned + Serialize>(what: &str, bytes: &[u8]) -> Result<T, Problem> {
    let value: T = parse(what, bytes)?;
    let again = serde_json::to_vec(&value).map_err(|error| Problem::unreadable(what, error))?;
    if again == bytes { Ok(value) } else { Err(Problem::Rewritten { what: what.to_owned() }) }
}

/// Reads a value, however it is written.
pub fn parse<T: DeserializeOwned>(what: &str, bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| Problem::unreadable(what, error))
}

/// Bytes written in hex with small letters.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?;
    }
    Some(bytes)
}

/// Whether a text is bytes written in hex with small letters.
pub fn is_hex(text: &str) -> bool {
    text.len().is_multiple_of(2) && text.bytes().all(|character| digit(character).is_some())
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

/// Members by name, of which none may be there twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Members<V>(pub BTreeMap<String, V>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Members<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor(PhantomData))
    }
}

struct MembersVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for MembersVisitor<V> {
    type Value = Members<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object without a member twice")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<V>, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, value)) = map.next_entry::<String, V>()? {
            if members.insert(name.clone(), value).is_some() {
                return Err(serde::de::Error::custom(format_args!("{name} twice")));
            }
        }
        Ok(Members(members))
    }
}

/// Reads a value that is written as an object: a list of its members' values would be taken for it as well.
pub fn object<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Reads a value if it is of this kind, and none if it is of another: of a member that no check asks for.
pub fn if_any<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

/// The same of an object.
pub fn if_object<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(Some(value).filter(serde_json::Value::is_object).and_then(|value| serde_json::from_value(value).ok()))
}

/// The same of a list of objects.
pub fn if_objects<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let are_objects = |items: &Vec<serde_json::Value>| items.iter().all(serde_json::Value::is_object);
    let value = Some(value).filter(|value| value.as_array().is_some_and(are_objects));
    Ok(value.and_then(|value| serde_json::from_value(value).ok()))
}

/// Reads an object, however it is written. Not even where nobody looks at it has any object a member twice, or is a
/// number less than none, larger than 64 bits hold, or no whole one.
pub fn parse_once<T: DeserializeOwned>(what: &str, bytes: &[u8]) -> Result<T, Problem> {
    let _: Members<Once> = parse(what, bytes)?;
    parse(what, bytes)
}

/// Any value without a member twice, whose numbers are u64.
struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OnceVisitor)
    }
}

struct OnceVisitor;

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without a member twice, whose numbers are whole")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_str<E>(self, _: &str) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Once, A::Error> {
        while items.next_element::<Once>()?.is_some() {}
        Ok(Once)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Once, A::Error> {
        MembersVisitor::<Once>(PhantomData).visit_map(map).map(|_| Once)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Pair {
        first: u32,
        second: Members<u32>,
    }

    #[test]
    fn there_is_one_way_to_write_a_value() {
        let one = br#"{"first":1,"second":{"a":1,"b":2}}"#;
        assert_eq!(read::<Pair>("x", one).unwrap().second.0.len(), 2);
        for other in [
            r#"{"second":{"a":1,"b":2},"first":1}"#,
            r#"{"first":1,"second":{"b":2,"a":1}}"#,
            r#"{"first":1, "second":{"a":1,"b":2}}"#,
            r#"{"first":1,"second":{"a":1,"b":2}} "#,
            r#"{"first":1,"second":{"\u0061":1,"b":2}}"#,
        ] {
            assert_eq!(
                read::<Pair>("x", other.as_bytes()),
                Err(Problem::Rewritten { what: "x".into() }),
                "{other}"
            );
        }
        for none in [
            "",
            "{",
            r#"{"first":1}"#,
            r#"{"first":1,"first":1,"second":{}}"#,
            r#"{"first":1,"second":{"a":1,"a":1}}"#,
            r#"{"first":1,"second":{},"third":0}"#,
            r#"{"first":-1,"second":{}}"#,
            r#"{"first":1.0,"second":{}}"#,
            r#"{"first":4294967296,"second":{}}"#,
            r#"{"first":1,"second":{}}{}"#,
        ] {
            assert!(matches!(read::<Pair>("x", none.as_bytes()), Err(Problem::Unreadable { .. })), "{none}");
        }
        assert!(read::<Pair>("x", &[0xff]).is_err());
    }

    fn once(text: &str) -> Result<serde_json::Value, Problem> {
        parse_once("x", text.as_bytes())
    }

    #[test]
    fn no_object_has_a_member_twice_at_any_depth() {
        assert!(once(r#" {"d":"a", "a":[{"b":null,"c":true}]}"#).is_ok());
        assert!(once(r#"{"a":[{"b":1,"b":1}]}"#).is_err());
        assert!(once(r#"{"a":[{"b":1,"\u0062":1}]}"#).is_err());
        assert!(once(r#"[{"a":1}]"#).is_err());
        assert!(once(r#"{"a":"\ud800"}"#).is_err());
    }

    #[test]
    fn numbers_of_an_entry_are_whole() {
        for number in ["0", "1", "18446744073709551615"] {
            assert!(once(&format!(r#"{{"a":[{number}]}}"#)).is_ok(), "{number}");
        }
        for number in ["1.5", "1.0", "1e2", "-1", "-0", "+1", "01", "18446744073709551616"] {
            assert!(once(&format!(r#"{{"a":[{number}]}}"#)).is_err(), "{number}");
        }
    }

    /// The object itself is the first of 127.
    #[test]
    fn an_entry_is_nested_so_deep_and_no_deeper() {
        let nested = |lists| once(&format!(r#"{{"a":{}{}}}"#, "[".repeat(lists), "]".repeat(lists)));
        assert!(nested(126).is_ok());
        assert!(nested(127).is_err());
        assert!(once(&format!(r#"{{"a":{}"#, "[".repeat(100_000))).is_err());
    }

    #[test]
    fn an_object_is_no_list_of_its_members() {
        let pair = |text: &str| object::<Pair, _>(&mut serde_json::Deserializer::from_str(text)).is_ok();
        assert!(pair(r#"{"first":1,"second":{}}"#));
        assert!(!pair("[1,{}]"));
    }

    #[test]
    fn hex_has_one_form() {
        assert_eq!(from_hex::<2>("0aff"), Some([10, 255]));
        for none in ["0aFF", "0af", "0afff", "0ag0", "", "０a"] {
            assert_eq!(from_hex::<2>(none), None, "{none}");
        }
    }
}
