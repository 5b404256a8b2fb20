//! English, as it is written in Britain.
//!
//! For a reading age of 9 to 11: everyday words, and no sentence over 20 words.

/// Lets the constants of a file stand without comments: each one is its own words.
macro_rules! words {
    ($($name:ident),+ $(,)?) => {
        $(
            #[allow(missing_docs, reason = "a constant that holds words says what it is")]
            pub mod $name;
        )+
    };
}

words!(
    about, common, cues, data, exercises, figure, finish, help, history, install, lead_in, player,
    progress, routine, safety, schedule, settings, stop, titles, today,
);
