//! The parts that pages are made of. They take words and callbacks, never the app's state.

#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod article;
mod button;
mod fresh;
mod page;
mod paper;
mod steps;
mod today;

pub use article::Article;
pub use button::{Button, ButtonLink, Look};
pub use fresh::{escaped, fresh, fresh_html, fresh_text};
pub use page::Page;
pub use paper::{CareBox, Tag, WarningBox};
pub use steps::{Picture, Steps};
pub use today::{FIGURE_ID, Poses, StartLink, TodayCard, TodayFigure, TodayLinks, WeekView};
