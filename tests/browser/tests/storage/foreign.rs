//! Texts of others, cut off, damaged, of another kind, of a later version: each is kept byte for
//! byte, said, and never written over.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, in_every_engine};
use serde_json::{Value, json};

use super::{count, is_safe, with};
use crate::steps::{choose_to_count, count_by_hand, end_from_the_pause};

in_every_engine!(
    what_cannot_be_read_is_kept_byte_for_byte,
    session_that_cannot_be_is_kept_and_the_mirror_has_the_true_one,
);

/// Puts the texts where the app looks for its own, and remembers them.
const PUT: &str = "const half = String.fromCharCode(0xd83d); \
    const record = (body) => '{\"format\":1,\"check\":\"00000000\",\"revision\":3,' \
        + '\"saved\":{\"utc_ms\":1780304400000,\"offset_min\":60},\"body\":' + body + '}'; \
    const sound = localStorage['spry-knees/settings']; \
    const texts = ['', 'null', '42', '[1,2,3]', '{}', '{\"theme\":\"dark\"}', '<!doctype html>', \
        'half of a pair: ' + half, 'x'.repeat(100000), sound, sound.slice(0, -7), \
        sound.replace('by-hand', 'by-hend'), record('null'), record('{\"id\":1}'), \
        sound.replace('\"format\":1', '\"format\":99'), '\\u0000\\u2028\\r\\n\\ufeff']; \
    const put = {}; \
    texts.forEach((text, index) => put['spry-knees/entry/' + (1780000000000 + index)] = text); \
    put['spry-knees/running'] = '{\"step\":4,\"reps\":12}'; \
    put['spry-knees/safety'] = '[\"yes\"]'; \
    put['spry-knees/settings'] = sound.replace('\"format\":1', '\"format\":2'); \
    put['spry-knees/from-a-later-version'] = '{\"new\":true}'; \
    for (const [name, text] of Object.entries(put)) localStorage.setItem(name, text); \
    sessionStorage.setItem('put', JSON.stringify(put)); \
    return Object.keys(put).length";

/// Which of them are not there any more, exactly as they were.
const LOST: &str = "const put = JSON.parse(sessionStorage.getItem('put')); \
    const held = Object.entries({ ...localStorage }); \
    return Object.entries(put).filter(([name, text]) => !held.some(([key, there]) => \
        there === text && (key === name || key.startsWith('spry-knees/quarantine/') \
            && key.endsWith('/' + name)))).map(([name]) => name)";

fn what_cannot_be_read_is_kept_byte_for_byte(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        choose_to_count(person).await?;
        let count_of_texts = person.ask(PUT, Value::Null).await?;
        person.reload().await?;
        nothing_is_lost(person).await?;
        person.go_to("#/data").await?;
        let said = format!("{count_of_texts} entries could not be read.");
        person.see(&said).await?;
        // Each of these keys is written now.
        count_by_hand(person).await?;
        count(person, 0, 2).await?;
        end_from_the_pause(person).await?;
        nothing_is_lost(person).await?;
        for _ in 0..2 {
            person.reload().await?;
        }
        nothing_is_lost(person).await?;
        person.open("#/data").await?;
        person.see(&said).await?;
        person.go_to("#/history").await?;
        person
            .see("Some saved sessions could not be read. Nothing was thrown away.")
            .await
    })
}

async fn nothing_is_lost(person: &mut Person) -> Result<()> {
    let lost = person.ask(LOST, Value::Null).await?;
    ensure!(lost == json!([]), "lost: {lost}");
    Ok(())
}

/// The running session with a set that the plan does not have, under a right checksum.
const SPOIL: &str = "const sound = localStorage['spry-knees/running']; \
    const rest = sound.slice(31).replace('\"step_index\":0', '\"step_index\":99'); \
    let sum = 0x811c9dc5; \
    for (const byte of new TextEncoder().encode(rest)) sum = Math.imul(sum ^ byte, 0x01000193); \
    const check = (sum >>> 0).toString(16).padStart(8, '0'); \
    const put = { 'spry-knees/running': sound.slice(0, 21) + check + '\",' + rest }; \
    localStorage.setItem('spry-knees/running', put['spry-knees/running']); \
    sessionStorage.setItem('put', JSON.stringify(put))";

fn session_that_cannot_be_is_kept_and_the_mirror_has_the_true_one(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 2).await?;
        is_safe(person, 2).await?;
        person.ask(SPOIL, Value::Null).await?;
        person.reload().await?;
        person.see("2 of 25 sways").await?;
        nothing_is_lost(person).await?;
        person.go_to("#/data").await?;
        person.see("1 entry could not be read.").await
    })
}
