//! Prints the app's first screen as HTML, rendered natively from the components the browser runs.
#![expect(
    clippy::print_stdout,
    reason = "the HTML on standard output is what this program is for"
)]

fn main() {
    print!("{}", spry_knees::view::shell_html());
}
