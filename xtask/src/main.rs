//! The build and test driver.

fn main() {}
