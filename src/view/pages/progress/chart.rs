//! Bars as inline SVG, made from the numbers.
//!
//! Widths are percentages and letters have the page's own size: the chart fits 320 px, paper and
//! large letters alike, which a scaled drawing could not.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::record::progress::{Bar, SHOWN, Series};
use crate::domain::routine::dose::Dose;
use crate::text::progress as words;

/// Where the bars stand, in percent of the height: above it they grow, below it stand the dates.
const GROUND: u32 = 76;
/// The height of the source's own number, in percent.
const FULL: u32 = 62;

/// The bars of one exercise and side, oldest on the left.
pub(super) fn bars(series: &Series, name: &str) -> impl IntoView + use<> {
    let numbers: Vec<u8> = series.bars.iter().map(|bar| bar.done).collect();
    let label = words::chart(name, &numbers);
    let most = u32::from(Dose::of_source(series.exercise).number());
    let column = 100 / u32::try_from(SHOWN).unwrap_or(8);
    let bars: Vec<_> = series
        .bars
        .iter()
        .zip(0..)
        .map(|(bar, index)| column_of(bar, index * column, column, most))
        .collect();
    view! {
        <svg class="chart" role="img" aria-label=label>
            <line class="chart__ground" x1="0" x2="100%" y1=percent(GROUND) y2=percent(GROUND)></line>
            {bars}
        </svg>
        <p class="muted">{words::TARGET_LINE}</p>
    }
}

fn column_of(bar: &Bar, left: u32, width: u32, most: u32) -> impl IntoView + use<> {
    let height = |number: u8| (u32::from(number) * FULL).div_ceil(most).min(FULL);
    let top = GROUND - height(bar.done);
    let target = percent(GROUND - height(bar.target));
    let middle = percent(left + width / 2);
    let (_, _, of_month) = bar.day.ymd();
    view! {
        <rect
            class="chart__bar"
            x=percent(left + 1)
            y=percent(top)
            width=percent(width - 2)
            height=percent(height(bar.done))
        ></rect>
        <line
            class="chart__target"
            x1=percent(left)
            x2=percent(left + width)
            y1=target.clone()
            y2=target
        ></line>
        <text class="chart__number" x=middle.clone() y=percent(top) dy="-0.3em">{bar.done}</text>
        <text class="chart__day" x=middle.clone() y=percent(GROUND) dy="1.3em">{of_month}</text>
        <text class="chart__day" x=middle y=percent(GROUND) dy="2.5em">
            {dates::month_short(bar.day)}
        </text>
    }
}

fn percent(number: u32) -> String {
    let mut text = number.to_string();
    text.push('%');
    text
}
