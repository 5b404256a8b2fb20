//! What can be chosen for all of it: at once, kept, and put back (decisions 35 and 43).

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person, scenario};
use serde_json::Value;

use super::heard::{ask, choose, said_since, start_second_session, told, with};
use crate::steps::{LONG, seconds, start_first_session, work_until};

/// What the menu of the settings shows as chosen.
async fn chosen(person: &mut Person) -> Result<Value> {
    ask(
        person,
        "return document.querySelector('main nav').innerText",
    )
    .await
}

#[test]
fn everything_goes_back_to_normal_and_can_be_undone() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings").await?;
        let normal = chosen(person).await?;
        for (page, change) in [
            ("voice", "Every 5"),
            ("session", "Twice as long"),
            ("session", "Only when I say"),
            ("voice", "Speed, more"),
            ("letters", "Dark"),
        ] {
            person.go_to(&format!("#/settings/{page}")).await?;
            person.tap(change).await?;
        }
        person.go_to("#/settings").await?;
        person.see("The app. Every 5.").await?;
        let changed = chosen(person).await?;
        ensure!(changed != normal);
        person.reload().await?;
        ensure!(chosen(person).await? == changed, "the choice is not kept");
        person.tap("Reset all settings").await?;
        person.see("All settings are reset.").await?;
        ensure!(chosen(person).await? == normal);
        person.tap("Undo").await?;
        ensure!(chosen(person).await? == changed);
        person.sees_not("All settings are reset.").await?;
        person.tap("Reset all settings").await?;
        person.reload().await?;
        ensure!(chosen(person).await? == normal, "the reset is not kept");
        Ok(())
    })
}

#[test]
fn every_change_is_confirmed_to_a_screen_reader() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/voice").await?;
        person.tap("Key moments").await?;
        person.pass(seconds(1)).await?;
        let words: Vec<_> = told(person)
            .await?
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        ensure!(words == ["Saved."], "{words:?}");
        Ok(())
    })
}

#[test]
fn waits_are_once_twice_and_three_times_as_long() -> Outcome {
    scenario(async |person: &mut Person| {
        // The quiet grows, the words and the load do not. The switch is seen after the 3 seconds in
        // which to settle.
        for (choice, first, second) in [
            ("Normal", "28 seconds", "17 seconds"),
            ("Twice as long", "33 seconds", "20 seconds"),
            ("Three times as long", "38 seconds", "23 seconds"),
        ] {
            person.open("#/settings/session").await?;
            choose(person, "Waiting times", choice).await?;
            if choice == "Normal" {
                start_second_session(person).await?;
            } else {
                person.open("#/").await?;
                person.go_to("#/start").await?;
            }
            person.see_title("Quad Sway").await?;
            person.see(first).await?;
            work_until(person, "1 of 25 sways").await?;
            person.tap("That’s enough").await?;
            person.pass_until("Switch sides", LONG).await?;
            person.see(second).await?;
            person.tap("Wait for me").await?;
            person.tap("End session").await?;
            person.tap("Throw this session away").await?;
            person.tap("Yes, throw it away").await?;
            person.see_title("Today").await?;
        }
        Ok(())
    })
}

#[test]
fn only_when_i_say_nothing_starts_by_itself() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/session").await?;
        person.tap("Only when I say").await?;
        start_first_session(person).await?;
        let all = [
            "Quad Sway",
            "Switch sides",
            "Next: Quad Pull",
            "Switch sides",
        ];
        for (index, title) in all.into_iter().enumerate() {
            person.see_title(title).await?;
            person.pass(LONG).await?;
            person.see("Start when you are ready.").await?;
            let unit = if index < 2 {
                "1 of 25 sways"
            } else {
                "2 of 5 breaths"
            };
            work_until(person, unit).await?;
            person.tap("That’s enough").await?;
            person.pass(seconds(5)).await?;
        }
        // Not even the question times out.
        person.pass(LONG).await?;
        person.see_title("Was one side tighter?").await?;
        let words = said_since(person, 0).await?;
        ensure!(
            !words.iter().any(|words| words.contains("we go on")),
            "{words:?}"
        );
        person.tap("Left again").await?;
        person.pass(LONG).await?;
        person.see("Start when you are ready.").await
    })
}

#[test]
fn change_voice_leads_from_the_pause_to_settings_and_back() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.tap("Pause").await?;
        person.tap("Change voice").await?;
        person.see_title("Change voice").await?;
        let list = "const list = document.querySelector('#voice'); list.value = '2'; \
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        ask(person, list).await?;
        person.go_to("#/settings/session").await?;
        person.tap("Only when I say").await?;
        person.tap("Pace and targets").await?;
        person.tap("Quad Sway").await?;
        person.tap("Target, less").await?;
        person.tap("Back").await?;
        person.see("3 of 24 sways").await?;
        person.tap("Resume").await?;
        person.pass_until("4 of 24 sways", seconds(20)).await?;
        let voice = ask(person, "return heard.said.at(-1).voice").await?;
        ensure!(voice == "Samantha", "{voice}");
        // What is chosen holds for the sets that follow.
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        person.see("Start when you are ready.").await
    })
}

#[test]
fn getting_set_up_tests_the_voice_and_helps_when_it_is_not_heard() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/safety/stop-if-it-hurts").await?;
        person.see_title("Stop if it hurts.").await?;
        person.tap("Play the voice").await?;
        person.pass(seconds(1)).await?;
        let first = ask(person, "return heard.said.at(-1)").await?;
        ensure!(
            first["text"] == "Hello." || first["voice"] == "Daniel",
            "{first}"
        );
        ensure!(ask(person, "return heard.tones.length").await? == 1);
        person.tap("I did not hear it").await?;
        person.see("Turn the volume up.").await?;
        person
            .see("On an iPhone, check the silent switch on its side.")
            .await?;
        let list = "const list = document.querySelector('#voice'); list.value = '2'; \
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        ask(person, list).await?;
        person.tap("Play it again").await?;
        person.pass(seconds(4)).await?;
        let again = ask(person, "return heard.said.at(-1).voice").await?;
        ensure!(again == "Samantha", "{again}");
        person.see_button("I understand. No voice for me").await
    })
}

#[test]
fn getting_set_up_says_that_there_is_no_voice() -> Outcome {
    with(
        devices!("device.voices = [];"),
        async |person: &mut Person| {
            person.open("#/safety/stop-if-it-hurts").await?;
            person.pass(seconds(4)).await?;
            person.tap("I did not hear it").await?;
            person
            .see("This device has no offline English voice. You will hear tones and see the words.")
            .await
        },
    )
}
