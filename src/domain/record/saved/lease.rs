//! Which tab the running session belongs to. Two tabs see the same store; only the one that holds
//! the lease runs the session, and another may take it over, of which the first hears at once.

use serde::{Deserialize, Serialize};

use crate::json;

/// A lease that was not renewed for so long, in milliseconds, is nobody's: its tab was closed or
/// killed. Renew it every second while the session runs; a hidden tab may be too slow, and it
/// pauses anyway.
pub const STALE_MS: i64 = 5_000;

/// Who runs the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// No tab, or one that is gone.
    Nobody,
    /// This tab.
    Me,
    /// Another tab.
    Other,
}

#[derive(Serialize, Deserialize)]
struct Lease {
    tab: u32,
    utc_ms: i64,
}

/// The lease of this tab as text, renewed now.
pub fn text(tab: u32, utc_ms: i64) -> String {
    json::to_string(&Lease { tab, utc_ms }).unwrap_or_default()
}

/// Who holds the lease with this text, seen from tab `me`. Anything unreadable is nobody's: it is
/// no data of anyone's, and the next holder writes over it.
pub fn holder(text: Option<&str>, me: u32, utc_ms: i64) -> Holder {
    match text.and_then(|text| json::from_str::<Lease>(text).ok()) {
        Some(lease) if lease.tab == me => Holder::Me,
        // The clock may have been set in either direction.
        Some(lease) if utc_ms.abs_diff(lease.utc_ms) < STALE_MS.unsigned_abs() => Holder::Other,
        _ => Holder::Nobody,
    }
}

/// Whether the lease with this text is, or was, another tab's.
pub fn is_others(text: Option<&str>, me: u32) -> bool {
    let lease = text.and_then(|text| json::from_str::<Lease>(text).ok());
    lease.is_some_and(|lease| lease.tab != me)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_held_until_it_is_stale_or_taken() {
        let mine = text(1, 10_000);
        assert_eq!(holder(Some(&mine), 1, 99_000), Holder::Me);
        assert_eq!(holder(Some(&mine), 2, 14_999), Holder::Other);
        assert_eq!(holder(Some(&mine), 2, 15_000), Holder::Nobody);
        assert_eq!(holder(Some(&mine), 2, i64::MIN), Holder::Nobody);
        assert!(is_others(Some(&mine), 2) && !is_others(Some(&mine), 1) && !is_others(None, 1));
        for unreadable in [
            None,
            Some(""),
            Some("{}"),
            Some("{\"tab\":-1,\"utc_ms\":0}"),
        ] {
            assert_eq!(holder(unreadable, 1, 0), Holder::Nobody);
        }
    }
}
