//! A set's result as a short list: `["quad-sway","right",18,25]`.
//!
//! A browser gives a page about 5 million characters, and 50 years of sessions have 40,000 sets.
//! As objects they would fill it; as lists they take half. The attempt and the counting follow
//! where they are not the usual ones.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::record::history::{Attempt, Counted, SetResult};
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::{Breaths, Dose, Reps, Seconds};

impl Serialize for SetResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&self.exercise)?;
        list.serialize_element(&self.side)?;
        list.serialize_element(&self.done)?;
        list.serialize_element(&self.target.number())?;
        if self.attempt != Attempt::default() || self.counted != Counted::default() {
            list.serialize_element(&self.attempt)?;
        }
        if self.counted != Counted::default() {
            list.serialize_element(&self.counted)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for SetResult {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(List)
    }
}

struct List;

impl<'de> Visitor<'de> for List {
    type Value = SetResult;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("exercise, side, done, target")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<SetResult, A::Error> {
        fn must<T, E: Error>(item: Option<T>) -> Result<T, E> {
            item.ok_or_else(|| E::custom("too short"))
        }
        let exercise = must(list.next_element()?)?;
        let result = SetResult {
            exercise,
            side: must(list.next_element()?)?,
            done: must(list.next_element()?)?,
            target: must(dose(exercise, must(list.next_element()?)?))?,
            attempt: list.next_element()?.unwrap_or_default(),
            counted: list.next_element()?.unwrap_or_default(),
        };
        // What a later version may add.
        while list.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        if result.is_possible() {
            Ok(result)
        } else {
            Err(A::Error::custom("impossible"))
        }
    }
}

/// This number of what the exercise counts, if it can be asked for.
fn dose(exercise: Exercise, number: u8) -> Option<Dose> {
    Some(match Dose::of_source(exercise) {
        Dose::Reps(_) => Dose::Reps(Reps::new(number)?),
        Dose::Breaths(_) => Dose::Breaths(Breaths::new(number)?),
        Dose::Hold(_) => Dose::Hold(Seconds::new(number)?),
    })
}
