//! What is stored may be sound JSON under a right checksum and still say what cannot be: 200 sways, a
//! set that the plan does not have. A type whose values can be wrong in such a way refuses them as
//! it is read; so whatever is readable ([`kind::read`](crate::domain::record::saved::kind::read)) holds together, and what does not is
//! kept aside like any text that cannot be read.

/// Makes a type's `Deserialize` refuse what its `is_possible` does not let pass. The type derives the
/// rest with `#[serde(remote = "Self")]`, which leaves the two traits to this macro.
macro_rules! refuse_the_impossible {
    ($type:ty) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // The derived function, not this one.
                <$type>::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                let value = <$type>::deserialize(reader)?;
                if value.is_possible() {
                    Ok(value)
                } else {
                    Err(::serde::de::Error::custom("impossible"))
                }
            }
        }
    };
}

pub(in crate::domain) use refuse_the_impossible;
