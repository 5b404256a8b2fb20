//! Both clocks (decision 8).

use js_sys::Date;

use crate::domain::time::{Instant, WallTime};

/// Now on the monotonic clock; it stands still while most devices sleep.
pub fn now() -> Instant {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is never open for 2^64 ms, and the cast saturates"
    )]
    Instant::from_ms(now_ms() as u64)
}

/// Now on the wall clock, with the offset that is in force here and now.
pub fn wall() -> WallTime {
    let date = Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "both fit, and the cast saturates"
    )]
    WallTime::nearest(date.get_time() as i64, -date.get_timezone_offset() as i16)
}

/// The next local midnight in milliseconds since 1970 UTC, or when the day begins where a clock
/// change leaves midnight out.
pub fn midnight_ms() -> i64 {
    let now = Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        reason = "days and months are small, and the cast saturates"
    )]
    {
        let (month, day) = (now.get_month() as i32, now.get_date() as i32);
        let midnight = Date::new_with_year_month_day(now.get_full_year(), month, day + 1);
        midnight.get_time() as i64
    }
}

/// Now on the monotonic clock with its fraction of a millisecond.
pub fn now_ms() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}
