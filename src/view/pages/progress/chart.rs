//! Bars as inline SVG, made from the numbers.
//!
//! Widths are percentages and letters have the page's own size: the chart fits 320 px, paper and
//! large letters alike, which a scaled drawing could not.

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
            let (at_text, goal_text, top_text) = (percent(at), percent(goal), percent(top));
            let (end, tall, own_text) = (percent(at + own), percent(tall), percent(own - 1));
            goals.push_str(&element(
                "line",
                "chart__target",
                &[
                    ("x1", &at_text),
                    ("x2", &end),
                    ("y1", &goal_text),
                    ("y2", &goal_text),
                ],
                "",
            ));
            svg.push_str(&element(
                "rect",
                "chart__bar",
                &[
                    ("data-side", &index.to_string()),
                    ("x", &at_text),
                    ("y", &top_text),
                    ("width", &own_text),
                    ("height", &tall),
                ],
                "",
            ));
            let middle = [&(middle / 2).to_string(), [".0%", ".5%"][middle % 2]].concat();
            svg.push_str(&element(
                "text",
                "chart__number",
                &[("x", &middle), ("y", &top_text), ("dy", "-0.3em")],
                &bar.done.to_string(),
            ));
        }
        svg.push_str(&day_below(column, left + width / 2));
    }
    let ends = [("x1", "0"), ("x2", "100%"), ("y1", "76%"), ("y2", "76%")];
    let svg = [goals, svg, element("line", "chart__ground", &ends, "")].concat();
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

fn day_below(column: &Column, middle: usize) -> String {
    let middle = percent(middle);
    let (_, _, of_month) = column.day.ymd();
    let month = dates::month_short(column.day);
    let line = |words: &str, down: &str| {
        let place = [("x", &*middle), ("y", "76%"), ("dy", down)];
        element("text", "chart__day", &place, words)
    };
    [line(&of_month.to_string(), "1.3em"), line(&month, "2.5em")].concat()
}

/// The last sessions as a line for each side, to be seen beside its last number.
pub(super) fn spark(all: &[Series]) -> String {
    let mut svg = String::from("<svg viewBox=\"0 0 70 24\" aria-hidden=\"true\">");
    for series in all {
        let most = usize::from(Dose::of_source(series.exercise).number());
        svg.push_str("<polyline points=\"");
        for (index, bar) in series.bars.iter().enumerate() {
            let y = 22 - (usize::from(bar.done) * 20).div_ceil(most).min(20);
            svg.push_str(&[&(index * 10).to_string(), ",", &y.to_string(), " "].concat());
        }
        svg.push_str("\"/>");
    }
    svg.push_str("</svg>");
    svg
}

/// An element of a drawing; nothing in it needs to be escaped.
fn element(name: &str, class: &str, attributes: &[(&str, &str)], words: &str) -> String {
    let mut html = ["<", name, " class=\"", class].concat();
    for (name, value) in attributes {
        html.push_str(&["\" ", name, "=\"", value].concat());
    }
    html.push_str(&["\">", words, "</", name, ">"].concat());
    html
}

fn percent(number: usize) -> String {
    [&number.to_string(), "%"].concat()
}
