//! Bars as inline SVG, made from the numbers.
//!
//! Widths are percentages and letters have the page's own size: the chart fits 320 px, paper and
//! large letters alike, which a scaled drawing could not.

use std::fmt::Write;

use leptos::prelude::*;

use super::Column;
use crate::browser::dates;
use crate::domain::record::progress::{SHOWN, Series};
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::Dose;
use crate::text::progress as words;
use crate::view::pages::history::set_name;

/// Where the bars stand, in percent of the height: above it they grow, below it stand the dates.
const GROUND: usize = 76;
/// The height of the source's own number, in percent.
const FULL: usize = 62;

/// The bars of an exercise, oldest on the left, right and left side by side. The goal is drawn first,
/// so that no number is struck through.
pub(super) fn bars(
    exercise: Exercise,
    all: &[Series],
    columns: &[Column],
) -> impl IntoView + use<> {
    let told = |series: &Series| {
        let numbers: Vec<u8> = series.bars.iter().map(|bar| bar.done).collect();
        words::series(&set_name(series.exercise, series.side), &numbers)
    };
    let label = words::chart(&all.iter().map(told).collect::<Vec<_>>());
    let most = usize::from(Dose::of_source(exercise).number());
    let height = |number: u8| (usize::from(number) * FULL).div_ceil(most).min(FULL);
    let (mut goals, mut svg) = (String::new(), String::new());
    let width = 100 / SHOWN;
    for (column, left) in columns.iter().zip((0..).step_by(width)) {
        let own = (width - 1) / column.sides.len();
        for (index, bar) in column.sides.iter().enumerate() {
            let Some(bar) = bar else { continue };
            let (tall, at) = (height(bar.done), left + index * own);
            let (top, middle) = (GROUND - tall, at * 2 + own);
            let goal = GROUND - height(bar.target);
            // Writing into a string cannot fail.
            let _ = write!(
                goals,
                "<line class=\"chart__target\" x1=\"{at}%\" x2=\"{}%\" y1=\"{goal}%\" y2=\"{goal}%\"/>",
                at + own
            );
            let _ = write!(
                svg,
                "<rect class=\"chart__bar\" data-side=\"{index}\" x=\"{at}.2%\" y=\"{top}%\" \
                 width=\"{}.6%\" height=\"{tall}%\"/><text class=\"chart__number\" x=\"{}.{}%\" \
                 y=\"{top}%\" dy=\"-0.3em\">{}</text>",
                own - 1,
                middle / 2,
                middle % 2 * 5,
                bar.done
            );
        }
        let (_, _, of_month) = column.day.ymd();
        let middle = left + width / 2;
        let _ = write!(
            svg,
            "<text class=\"chart__day\" x=\"{middle}%\" y=\"{GROUND}%\" dy=\"1.3em\">{of_month}</text>\
             <text class=\"chart__day\" x=\"{middle}%\" y=\"{GROUND}%\" dy=\"2.5em\">{}</text>",
            dates::month_short(column.day)
        );
    }
    let ground = ["<line class=\"chart__ground\" x1=\"0\" x2=\"100%\" y1=\"76%\" y2=\"76%\"/>"];
    let svg = [&goals, &svg, ground[0]].concat();
    let legend = (all.len() > 1).then(|| {
        view! {
            <p class="legend">
                <span>{words::RIGHT}</span>
                <span data-side="1">{words::LEFT}</span>
            </p>
        }
    });
    view! {
        {legend}
        <svg class="chart" role="img" aria-label=label inner_html=svg></svg>
        <p class="muted">{words::TARGET_LINE}</p>
    }
}

/// The last sessions as a line for each side, to be seen beside its last number.
pub(super) fn spark(all: &[Series]) -> String {
    let mut svg = String::from("<svg viewBox=\"0 0 70 24\" aria-hidden=\"true\">");
    for series in all {
        let most = usize::from(Dose::of_source(series.exercise).number());
        svg.push_str("<polyline points=\"");
        for (index, bar) in series.bars.iter().enumerate() {
            let y = 22 - (usize::from(bar.done) * 20).div_ceil(most).min(20);
            let _ = write!(svg, "{},{y} ", index * 10);
        }
        // One session alone is a point.
        svg.push_str("\"/>");
    }
    svg.push_str("</svg>");
    svg
}
