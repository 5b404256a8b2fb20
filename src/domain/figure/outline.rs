//! Outlines as SVG path data: convex hulls of circles from exact tangents and true arcs, written
//! with one decimal. Nothing is sampled, so a limb costs a few numbers instead of a polygon.

/// A circle on the screen, in drawing units (1 unit = 1 cm).
#[derive(Clone, Copy, Debug)]
pub(super) struct Circle {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) r: f32,
}

/// Where a hull begins. No outline of the figure runs exactly at right angles to it, so that
/// the first and the last tangent are never the same one.
const START: [f32; 2] = [0.813_733, 0.581_239];

/// The most circles that one hull is made of.
const MOST: usize = 9;

/// Where a hull leaves one circle and meets the next: the unit normal of their common tangent.
#[derive(Clone, Copy)]
struct Tangent {
    to: usize,
    normal: [f32; 2],
    /// The normal's [`pseudo_angle`].
    turn: f32,
}

/// Adds the convex hull of `circles`, clockwise on the screen.
pub(super) fn hull(path: &mut String, circles: &[Circle]) {
    let mut at = foremost(circles);
    let mut edges = [(
        at,
        Tangent {
            to: at,
            normal: START,
            turn: 0.0,
        },
    ); MOST * 2];
    let mut count = 0;
    let mut turn = 0.0;
    while count < edges.len() {
        let Some(next) = next_tangent(circles, at, turn) else {
            break;
        };
        edges[count] = (at, next);
        (count, at, turn) = (count + 1, next.to, next.turn);
    }
    if count == 0 {
        if let Some(circle) = circles.get(at) {
            ellipse(path, circle.x, circle.y, circle.r, circle.r);
        }
        return;
    }
    let mut before = edges[count - 1].1;
    for (index, &(circle, edge)) in edges[..count].iter().enumerate() {
        let circle = circles[circle];
        let letter = if index == 0 { 'M' } else { 'L' };
        command(path, letter, &touch(circle, before.normal));
        let turned = edge.turn - before.turn;
        let large = if turned < 0.0 { turned + 4.0 } else { turned } > 2.0;
        arc(path, circle.r, large, touch(circle, edge.normal));
        before = edge;
    }
    path.push('Z');
}

/// Adds one hull for each pair of neighbours: a limb with a changing girth.
pub(super) fn chain(path: &mut String, circles: &[Circle]) {
    for pair in circles.windows(2) {
        hull(path, pair);
    }
}

/// Adds an ellipse round (x, y).
pub(super) fn ellipse(path: &mut String, x: f32, y: f32, rx: f32, ry: f32) {
    command(path, 'M', &[x - rx, y]);
    command(path, 'A', &[rx, ry, 0.0, 1.0, 1.0, x + rx, y]);
    command(path, 'A', &[rx, ry, 0.0, 1.0, 1.0, x - rx, y]);
    path.push('Z');
}

/// Adds straight lines through `points`.
pub(super) fn polyline(path: &mut String, points: &[[f32; 2]]) {
    for (index, point) in points.iter().enumerate() {
        command(path, if index == 0 { 'M' } else { 'L' }, point);
    }
}

/// Adds a clockwise arc of a circle, from the current point to `end`.
pub(super) fn arc(path: &mut String, r: f32, large: bool, end: [f32; 2]) {
    let large = f32::from(u8::from(large));
    command(path, 'A', &[r, r, 0.0, large, 1.0, end[0], end[1]]);
}

/// Adds one path command; numbers keep one decimal.
pub(super) fn command(path: &mut String, letter: char, numbers: &[f32]) {
    path.push(letter);
    for (index, &number) in numbers.iter().enumerate() {
        let tenths = tenths(number);
        if index > 0 && tenths >= 0 {
            path.push(' ');
        }
        push_tenths(path, tenths);
    }
}

/// Writes numbers for a `viewBox`.
pub(super) fn push_list(text: &mut String, numbers: &[f32]) {
    for (index, &number) in numbers.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        push_tenths(text, tenths(number));
    }
}

/// The circle that reaches furthest towards [`START`].
fn foremost(circles: &[Circle]) -> usize {
    let reach = |circle: &Circle| circle.x * START[0] + circle.y * START[1] + circle.r;
    let mut best = 0;
    for (index, circle) in circles.iter().enumerate() {
        if reach(circle) > reach(&circles[best]) {
            best = index;
        }
    }
    best
}

/// The first common tangent met when a line rolls clockwise round circle `at`, starting at `turn`.
fn next_tangent(circles: &[Circle], at: usize, turn: f32) -> Option<Tangent> {
    /// Circles that touch one line within this turn count as touching it together.
    const TOGETHER: f32 = 1e-4;
    let from = circles[at];
    let mut best: Option<(Tangent, f32)> = None;
    for (to, circle) in circles.iter().enumerate() {
        let (dx, dy) = (circle.x - from.x, circle.y - from.y);
        let distance = (dx * dx + dy * dy).sqrt();
        let narrowing = from.r - circle.r;
        if to == at || distance <= narrowing.abs() + 1e-3 {
            continue;
        }
        let (ux, uy) = (dx / distance, dy / distance);
        let cos = narrowing / distance;
        let sin = (1.0 - cos * cos).sqrt();
        let normal = [ux * cos + uy * sin, uy * cos - ux * sin];
        let angle = pseudo_angle(normal);
        if angle < turn - TOGETHER {
            continue;
        }
        let sooner = best.is_none_or(|(tangent, reach)| {
            angle < tangent.turn - TOGETHER || (angle < tangent.turn + TOGETHER && distance > reach)
        });
        if sooner {
            let turn = angle.max(turn);
            best = Some((Tangent { to, normal, turn }, distance));
        }
    }
    best.map(|(tangent, _)| tangent)
}

/// Grows with the angle between [`START`] and a unit vector, from 0 to 4, without a call to a
/// trigonometric function; opposite vectors are 2 apart.
fn pseudo_angle([x, y]: [f32; 2]) -> f32 {
    let along = x * START[0] + y * START[1];
    let across = y * START[0] - x * START[1];
    let share = across / (along.abs() + across.abs());
    if along < 0.0 {
        2.0 - share
    } else if share < 0.0 {
        4.0 + share
    } else {
        share
    }
}

fn touch(circle: Circle, [x, y]: [f32; 2]) -> [f32; 2] {
    [circle.x + circle.r * x, circle.y + circle.r * y]
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "drawings are a few hundred units wide"
)]
fn tenths(number: f32) -> i32 {
    (number * 10.0 + if number < 0.0 { -0.5 } else { 0.5 }) as i32
}

/// Fixed point by hand: the formatter for floats would cost more bytes than the rig.
fn push_tenths(text: &mut String, tenths: i32) {
    let mut digits = [0; 10];
    let mut rest = tenths.unsigned_abs();
    let fraction = rest % 10;
    rest /= 10;
    if tenths < 0 {
        text.push('-');
    }
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = rest % 10;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    for &digit in &digits[first..] {
        push_digit(text, digit);
    }
    if fraction > 0 {
        text.push('.');
        push_digit(text, fraction);
    }
}

fn push_digit(text: &mut String, digit: u32) {
    text.push(char::from_digit(digit, 10).unwrap_or('0'));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_of(circles: &[Circle]) -> String {
        let mut path = String::new();
        hull(&mut path, circles);
        path
    }

    fn circle(x: f32, y: f32, r: f32) -> Circle {
        Circle { x, y, r }
    }

    #[test]
    fn numbers_keep_one_decimal() {
        let mut text = String::new();
        push_list(&mut text, &[0.0, -0.04, 1.25, -12.34, 100.06, -0.1]);
        assert_eq!(text, "0 0 1.3 -12.3 100.1 -0.1");
    }

    #[test]
    fn one_circle_is_a_circle() {
        assert_eq!(
            path_of(&[circle(1.0, 2.0, 3.0)]),
            "M-2 2A3 3 0 1 1 4 2A3 3 0 1 1-2 2Z"
        );
    }

    #[test]
    fn a_circle_within_another_does_not_show() {
        assert_eq!(
            path_of(&[circle(0.0, 0.0, 5.0), circle(1.0, 1.0, 2.0)]),
            path_of(&[circle(0.0, 0.0, 5.0)])
        );
    }

    #[test]
    fn two_equal_circles_make_a_capsule() {
        assert_eq!(
            path_of(&[circle(0.0, 0.0, 2.0), circle(10.0, 0.0, 2.0)]),
            "M10-2A2 2 0 0 1 10 2L0 2A2 2 0 0 1 0-2Z"
        );
    }

    #[test]
    fn circles_in_a_row_do_not_break_the_outline() {
        let row = [
            circle(0.0, 0.0, 2.0),
            circle(5.0, 0.0, 2.0),
            circle(10.0, 0.0, 2.0),
        ];
        assert_eq!(path_of(&row), path_of(&[row[0], row[2]]));
    }

    proptest::proptest! {
        /// A line along each straight part has every circle on its inner side, and every circle
        /// that reaches further than the others somewhere is part of the outline.
        #[test]
        fn hulls_are_convex_and_hold_every_circle(
            circles in proptest::collection::vec((-60.0..60.0_f32, -60.0..60.0_f32, 1.0..20.0_f32), 1..8)
        ) {
            let circles: Vec<Circle> = circles.iter().map(|&(x, y, r)| circle(x, y, r)).collect();
            let mut turn = -1.0;
            let mut at = foremost(&circles);
            let first = at;
            let mut steps = 0;
            while let Some(edge) = next_tangent(&circles, at, f32::max(turn, 0.0)) {
                let reach = |c: &Circle| c.x * edge.normal[0] + c.y * edge.normal[1] + c.r;
                for circle in &circles {
                    proptest::prop_assert!(reach(circle) <= reach(&circles[at]) + 0.02);
                }
                proptest::prop_assert!((reach(&circles[edge.to]) - reach(&circles[at])).abs() < 0.02);
                proptest::prop_assert!(edge.turn >= turn);
                (at, turn, steps) = (edge.to, edge.turn, steps + 1);
                proptest::prop_assert!(steps <= MOST * 2);
            }
            proptest::prop_assert_eq!(at, first, "the outline is closed");
        }
    }
}
