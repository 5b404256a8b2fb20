//! Mounts the app.

fn main() {
    spry_knees::view::start();
}
