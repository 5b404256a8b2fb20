//! The finished site in a real browser. A scenario a test; how they run: see the crate.

mod access;
mod coming_back;
mod coming_back_careful;
mod faults;
mod field;
mod figure;
mod figure_drawn;
mod files;
mod first_run;
mod frame;
mod hands_free;
mod history;
mod impatient;
mod layout;
mod on_its_side;
mod open_page;
mod pages;
mod paper;
mod parts;
mod player;
mod player_fits;
mod reminder;
mod routine;
mod steps;
mod storage;
mod translated;
