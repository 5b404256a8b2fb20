//! How the reader writes dates: the app speaks English, and follows the place that the browser's
//! language names.

use crate::domain::day::Weekday;
use crate::domain::record::settings::Inch;

/// The language tag for dates: English, as it is written where the reader lives. A language without
/// a region is read as one of the many places that write the day before the month.
pub fn dates(browser: &str) -> String {
    let language = browser.split('-').next().unwrap_or_default();
    match (language, region(browser)) {
        (_, Some(region)) => format!("en-{region}"),
        ("en", None) => "en-US".to_owned(),
        (_, None) => "en-GB".to_owned(),
    }
}

/// The day on which weeks begin in calendars: Sunday or Saturday where CLDR 45 says so, in the regions
/// in which this app is likely to be opened, else Monday. Not every browser can be asked.
pub fn first_weekday(browser: &str) -> Weekday {
    const SATURDAY: &[&str] = &["AE", "DZ", "EG", "IQ", "IR", "JO", "KW", "QA", "SY"];
    const SUNDAY: &[&str] = &[
        "BR", "CA", "CO", "GT", "HK", "ID", "IL", "IN", "JM", "JP", "KE", "KR", "MX", "PE", "PH",
        "PK", "PR", "PT", "SA", "SG", "TH", "TT", "TW", "US", "VE", "ZA",
    ];
    let tag = dates(browser);
    match region(&tag) {
        Some(region) if SUNDAY.contains(&region) => Weekday::Sunday,
        Some(region) if SATURDAY.contains(&region) => Weekday::Saturday,
        _ => Weekday::Monday,
    }
}

/// How an inch is written: alone where CLDR 45 measures in feet and inches, with centimetres where
/// people use both, else in centimetres.
pub fn inch(browser: &str) -> Inch {
    let tag = dates(browser);
    match region(&tag) {
        Some("US" | "PR" | "LR" | "MM") => Inch::Inches,
        Some("GB" | "CA" | "IE") => Inch::Both,
        _ => Inch::Centimetres,
    }
}

/// "GB" of "en-GB" and "TW" of "zh-Hant-TW".
fn region(tag: &str) -> Option<&str> {
    let is_region =
        |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    tag.split('-').skip(1).find(is_region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_english_as_it_is_written_where_the_reader_lives() {
        for (browser, expected) in [
            ("en-US", "en-US"),
            ("en", "en-US"),
            ("en-GB", "en-GB"),
            ("de-AT", "en-AT"),
            ("fr", "en-GB"),
            ("zh-Hant-TW", "en-TW"),
            ("es-419", "en-GB"),
            ("", "en-GB"),
        ] {
            assert_eq!(dates(browser), expected, "{browser}");
        }
    }

    #[test]
    fn an_inch_is_written_as_people_measure_where_the_reader_lives() {
        for (browser, expected) in [
            ("en-US", Inch::Inches),
            ("en", Inch::Inches),
            ("en-GB", Inch::Both),
            ("en-AU", Inch::Centimetres),
            ("de-AT", Inch::Centimetres),
        ] {
            assert_eq!(inch(browser), expected, "{browser}");
        }
    }

    #[test]
    fn weeks_begin_where_the_reader_expects_it() {
        for (browser, expected) in [
            ("en-US", Weekday::Sunday),
            ("en", Weekday::Sunday),
            ("en-GB", Weekday::Monday),
            ("de", Weekday::Monday),
            ("ar-EG", Weekday::Saturday),
        ] {
            assert_eq!(first_weekday(browser), expected, "{browser}");
        }
    }
}
