//! Prints what the page shows without WebAssembly, drawn natively by the components the browser runs:
//! the first screen as HTML, or with the word `pictures` the picture of every exercise as SVG.
#![expect(
    clippy::print_stdout,
    reason = "the text on standard output is what this program is for"
)]

fn main() {
    let text = if std::env::args().any(|word| word == "pictures") {
        spry_knees::view::shell::pictures()
    } else {
        spry_knees::view::shell_html()
    };
    print!("{text}");
}
