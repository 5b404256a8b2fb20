//! One picture as a list of painted outlines, in a buffer that is used again for the next one.

use super::outline;

/// What an outline is painted as; the colours are the style sheet's.
#[allow(missing_docs, reason = "the names say what is painted")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Floor,
    Mat,
    Wall,
    PropFront,
    PropSide,
    Shadow,
    /// All of the person, below the rest: its edge is the line round them.
    Line,
    LegNear,
    LegFar,
    /// The leg that works.
    LegWork,
    Hips,
    Top,
    SleeveNear,
    SleeveFar,
    SkinNear,
    SkinFar,
    ShoeNear,
    ShoeFar,
    Sole,
    Face,
    Neck,
    Ear,
    Eye,
    /// Nose and smile.
    Smile,
    Hair,
    /// A light casing below lines that cross the figure.
    Case,
    Guide,
    Arrow,
    ArrowHead,
    Badge,
    BadgeLetter,
    Lens,
    LensRing,
}

impl Paint {
    /// The class in `figure.css`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Floor => "pr-floor",
            Self::Mat => "pr-mat",
            Self::Wall => "pr-wall",
            Self::PropFront => "pr-front",
            Self::PropSide => "pr-side",
            Self::Shadow => "fig-shadow",
            Self::Line => "fig-line",
            Self::LegNear => "fig-leg-near",
            Self::LegFar => "fig-leg-far",
            Self::LegWork => "fig-leg-work",
            Self::Hips => "fig-hips",
            Self::Top => "fig-top",
            Self::SleeveNear => "fig-sleeve-near",
            Self::SleeveFar => "fig-sleeve-far",
            Self::SkinNear => "fig-skin-near",
            Self::SkinFar => "fig-skin-far",
            Self::ShoeNear => "fig-shoe-near",
            Self::ShoeFar => "fig-shoe-far",
            Self::Sole => "fig-sole",
            Self::Face => "fig-face",
            Self::Neck => "fig-neck",
            Self::Ear => "fig-ear",
            Self::Eye => "fig-eye",
            Self::Smile => "fig-smile",
            Self::Hair => "fig-hair",
            Self::Case => "fig-case",
            Self::Guide => "fig-guide",
            Self::Arrow => "fig-arrow",
            Self::ArrowHead => "fig-arrow-head",
            Self::Badge => "fig-badge",
            Self::BadgeLetter => "fig-badge-letter",
            Self::Lens => "fig-lens",
            Self::LensRing => "fig-lens-ring",
        }
    }
}

/// One outline: `<path class d>`.
#[derive(Debug)]
pub struct Part {
    /// What it is painted as.
    pub paint: Paint,
    /// SVG path data, in drawing units (1 unit = 1 cm), y down.
    pub path: String,
    depth: f32,
}

/// A picture: outlines from back to front. Its strings are cleared, never dropped, so that a
/// moving picture stops allocating after its first frames.
#[derive(Debug, Default)]
pub struct Frame {
    view_box: [f32; 4],
    parts: Vec<Part>,
    used: usize,
}

impl Frame {
    /// The outlines in the order in which they are painted.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts[..self.used]
    }

    /// The value of the `viewBox` attribute. Where a scene has no view from further off, it is the same for every motion of one exercise and side.
    #[must_use]
    pub fn view_box(&self) -> String {
        let mut text = String::new();
        outline::push_list(&mut text, &self.view_box);
        text
    }

    /// Whether the other picture has the same view box.
    #[must_use]
    #[expect(
        clippy::float_cmp,
        reason = "what does not change is the same to the bit"
    )]
    pub fn is_seen_like(&self, other: &Self) -> bool {
        self.view_box == other.view_box
    }

    /// The outlines as the inside of an SVG element.
    #[must_use]
    pub fn markup(&self) -> String {
        let mut markup = String::new();
        for part in self.parts() {
            for piece in [
                "<path class=\"",
                part.paint.class(),
                "\" d=\"",
                &part.path,
                "\"/>",
            ] {
                markup.push_str(piece);
            }
        }
        markup
    }

    /// Forgets the last picture and keeps its memory.
    pub(super) fn clear(&mut self, view_box: [f32; 4]) {
        self.view_box = view_box;
        self.used = 0;
    }

    /// A new outline on top of the others; its path is empty.
    pub(super) fn part(&mut self, paint: Paint) -> &mut String {
        self.part_at(paint, 0.0)
    }

    /// A new outline that [`Frame::sort_since`] puts in its place.
    pub(super) fn part_at(&mut self, paint: Paint, depth: f32) -> &mut String {
        if self.used == self.parts.len() {
            let path = String::new();
            self.parts.push(Part { paint, path, depth });
        }
        let part = &mut self.parts[self.used];
        self.used += 1;
        part.paint = paint;
        part.depth = depth;
        part.path.clear();
        &mut part.path
    }

    /// Gives the outline at `line` all those after it that reach its edge.
    pub(super) fn gather(&mut self, line: usize) {
        let (before, after) = self.parts[..self.used].split_at_mut(line + 1);
        if let Some(line) = before.last_mut() {
            let inside = [Paint::Eye, Paint::Ear, Paint::Sole];
            for part in after.iter().filter(|part| !inside.contains(&part.paint)) {
                line.path.push_str(&part.path);
            }
        }
    }

    /// How many outlines there are so far.
    pub(super) fn mark(&self) -> usize {
        self.used
    }

    /// Brings the outlines added since `mark` into painter's order, far to near; equals stay as
    /// they are. Insertion sort: the few dozen outlines are nearly in order.
    pub(super) fn sort_since(&mut self, mark: usize) {
        for end in mark + 1..self.used {
            let mut index = end;
            while index > mark && self.parts[index].depth < self.parts[index - 1].depth {
                self.parts.swap(index, index - 1);
                index -= 1;
            }
        }
    }
}
