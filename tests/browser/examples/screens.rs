//! Pictures of the main screens, for people to look at: `cargo run -p browser-tests --example
//! screens`. They go into target/screens/, one folder for each window.

use std::{fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result};
use browser_tests::{FIRST_TAPS, Outcome, Person, Setup};
use xtask::process::root;

const LONG: Duration = Duration::from_mins(4);

fn main() -> Outcome {
    take("360x740-light", (360, 740), false)?;
    take("360x740-dark", (360, 740), true)?;
    take("320x568-light", (320, 568), false)?;
    take("1024x700-light", (1024, 700), false)
}

/// One window's pictures.
struct Album {
    dir: PathBuf,
    count: u32,
}

impl Album {
    async fn keep(&mut self, person: &mut Person, name: &str) -> Result<()> {
        self.count += 1;
        let file = format!("{:02}-{name}.png", self.count);
        person.picture(&self.dir.join(file)).await
    }
}

fn take(name: &str, window: (u32, u32), dark: bool) -> Outcome {
    let setup = Setup {
        window,
        dark,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        let dir = root().join("target/screens").join(name);
        fs::create_dir_all(&dir).context("cannot make the folder")?;
        let mut album = Album { dir, count: 0 };
        before(person, &mut album).await?;
        session(person, &mut album).await?;
        after(person, &mut album).await
    })
}

async fn before(person: &mut Person, album: &mut Album) -> Result<()> {
    for (hash, name) in [
        ("#/", "today-first-run"),
        ("#/routine", "routine"),
        ("#/exercise/quad-sway", "exercise"),
        ("#/settings", "settings"),
    ] {
        person.open(hash).await?;
        album.keep(person, name).await?;
    }
    person.open("#/start").await?;
    album.keep(person, "question").await?;
    let [_, answers @ .., start] = FIRST_TAPS;
    for answer in answers {
        person.tap(answer).await?;
    }
    person.see_title("Get set up").await?;
    album.keep(person, "get-set-up").await?;
    person.tap(start).await
}

async fn session(person: &mut Person, album: &mut Album) -> Result<()> {
    person.pass(Duration::from_secs(4)).await?;
    album.keep(person, "lead-in").await?;
    person.tap("Start now").await?;
    person.pass_until("12 of 25 sways", LONG).await?;
    album.keep(person, "working").await?;
    person.tap("Pause").await?;
    album.keep(person, "paused").await?;
    person.tap("Resume").await?;
    person.pass_until("Switch sides", LONG).await?;
    album.keep(person, "switch").await?;
    person.tap("Start now").await?;
    person.pass_until("Next: Quad Pull", LONG).await?;
    person.tap("Start now").await?;
    person.pass_until("2 of 5 breaths", LONG).await?;
    album.keep(person, "breath").await?;
    person.pass_until("Switch sides", LONG).await?;
    person.tap("Start now").await?;
    person.pass_until("Was one side tighter?", LONG).await?;
    album.keep(person, "tighter").await?;
    person.tap("Both the same").await?;
    person.see_title("Next: Knee Bounces").await?;
    album.keep(person, "next").await?;
    person.tap("Start now").await?;
    person.pass_until("8 of 25 bounces", LONG).await?;
    album.keep(person, "bounces").await?;
    person.tap("It hurts").await?;
    person.see_title("Stopped").await?;
    album.keep(person, "stopped").await?;
    person.tap("I’m ready for the next exercise").await?;
    person.tap("Start now").await?;
    person.pass_until("0:32 goal 1 minute", LONG).await?;
    album.keep(person, "hold").await?;
    person.tap("Pause").await?;
    person.tap("End session").await?;
    album.keep(person, "end-here").await?;
    person.tap("End and save").await
}

async fn after(person: &mut Person, album: &mut Album) -> Result<()> {
    person.see_title("Done for today.").await?;
    album.keep(person, "finish").await?;
    person.open("#/").await?;
    album.keep(person, "today-done").await?;
    person.open("#/history").await?;
    album.keep(person, "history").await?;
    person.come_back_after_days(2).await?;
    person.open("#/").await?;
    album.keep(person, "today-rest-day").await?;
    person.open("#/schedule").await?;
    album.keep(person, "schedule").await?;
    person.come_back_after_days(2).await?;
    person.open("#/").await?;
    album.keep(person, "today-due").await
}
