//! Reads what the devices wrote down, and what the reviewed transcripts say that it should be.

use anyhow::{Context, Result, ensure};
use browser_tests::Person;
/// A scenario with the devices of a preload script.
pub(crate) use browser_tests::with_preload as with;
use serde_json::{Value, json};

use crate::steps::{end_from_the_pause, start_first_session, work_until};

/// The transcript of `tests/transcript.rs` for the default settings.
pub(crate) const BY_VOICE: &str =
    include_str!("../../../snapshots/transcript__the_whole_routine_at_normal_pace.snap");
/// The same where the person's own screen reader speaks.
pub(crate) const BY_READER: &str =
    include_str!("../../../snapshots/transcript__the_whole_routine_for_a_screen_reader.snap");

/// What is said in a first session where the voice takes a third more time.
pub(crate) const BY_SLOW_VOICE: &str =
    include_str!("../../../snapshots/transcript__a_slow_voice_gets_its_room.snap");

/// Words with their time in milliseconds.
pub(crate) type Timed = (f64, String);

/// From a first visit to the second session: the first one waits longer (decision 22).
pub(crate) async fn start_second_session(person: &mut Person) -> Result<()> {
    make_first_session(person).await?;
    person.open("#/").await?;
    person.tap("Start session").await?;
    person.see_title("Quad Sway").await
}

/// A first session of one rep, four days ago.
pub(crate) async fn make_first_session(person: &mut Person) -> Result<()> {
    start_first_session(person).await?;
    work_until(person, "1 of 25 sways").await?;
    end_from_the_pause(person).await?;
    person.see_title("Done for today.").await?;
    person.come_back_after_days(4).await
}

/// What the transcript has of one kind: `shows`, `tone`, `says`, `reader`.
pub(crate) fn written(transcript: &str, kind: &str) -> Vec<Timed> {
    let lines = transcript.lines().filter_map(|line| {
        let (time, rest) = line.trim_start().split_once(' ')?;
        let words = rest.strip_prefix(kind)?.trim();
        let (minutes, seconds) = time.split_once(':')?;
        let seconds = minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?;
        Some((seconds * 1_000.0, words.to_owned()))
    });
    lines.collect()
}

/// The answer of the page about what was heard.
pub(crate) async fn ask(person: &mut Person, script: &str) -> Result<Value> {
    person.ask(script, Value::Null).await
}

/// The utterances that the voice was given and did not lose, silent ones left out.
pub(crate) async fn said(person: &mut Person) -> Result<Vec<Timed>> {
    let script = "return heard.said.filter((one) => one.text.trim() && !one.dropped) \
        .map((one) => [one.at, one.text])";
    timed(&ask(person, script).await?)
}

/// What was said since there were so many utterances.
pub(crate) async fn said_since(person: &mut Person, count: usize) -> Result<Vec<String>> {
    let all = said(person).await?;
    Ok(all.into_iter().skip(count).map(|(_, text)| text).collect())
}

/// What a screen reader was told.
pub(crate) async fn told(person: &mut Person) -> Result<Vec<Timed>> {
    let script = "return heard.told.filter((one) => one.text).map((one) => [one.at, one.text])";
    timed(&ask(person, script).await?)
}

/// The big number, each time it changed.
pub(crate) async fn shown(person: &mut Person) -> Result<Vec<Timed>> {
    timed(
        &ask(
            person,
            "return heard.shown.map((one) => [one.at, one.text])",
        )
        .await?,
    )
}

/// The notes that could be heard: their time and their pitch.
pub(crate) async fn notes(person: &mut Person) -> Result<Vec<(f64, f64)>> {
    let script = "return heard.tones.filter((one) => one.until > one.at + 20) \
        .map((one) => [one.at, one.from])";
    let answer = ask(person, script).await?;
    let list = answer.as_array().context("no list")?;
    let pair = |one: &Value| Some((one[0].as_f64()?, one[1].as_f64()?));
    let mut notes: Vec<_> = list.iter().filter_map(pair).collect();
    notes.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(notes)
}

/// The time of the page's clock.
pub(crate) async fn now(person: &mut Person) -> Result<f64> {
    let now = ask(person, "return performance.now()").await?;
    now.as_f64().context("no time")
}

/// When the session on the page began: its first number stood there.
pub(crate) async fn start(person: &mut Person) -> Result<f64> {
    let first = ask(person, "return heard.shown[0].at").await?;
    first.as_f64().context("nothing was shown")
}

/// Picks one choice of Settings: names like "Off" stand there more than once.
pub(crate) async fn choose(person: &mut Person, legend: &str, choice: &str) -> Result<()> {
    let there = format!(
        "[...document.querySelectorAll('fieldset legend')]\
            .some((one) => one.innerText.trim() === {})",
        json!(legend)
    );
    person.wait_for(&there).await?;
    let script = "testClock.takeTime(); const [legend, choice] = arguments[0]; \
        const field = [...document.querySelectorAll('fieldset')] \
            .find((one) => one.querySelector('legend').innerText.trim() === legend); \
        [...field.querySelectorAll('label')] \
            .find((one) => one.innerText.trim() === choice).click()";
    person.ask(script, json!([legend, choice])).await.map(drop)
}

/// How the devices behave from now on.
pub(crate) async fn set(person: &mut Person, what: &str, value: Value) -> Result<()> {
    let script = "device[arguments[0][0]] = arguments[0][1]";
    person.ask(script, json!([what, value])).await.map(drop)
}

/// Every one of `heard` is the next of `written` and at most `late_ms` late; where nothing may be
/// left out, none of them is missing.
pub(crate) fn compare(heard: &[Timed], written: &[Timed], late_ms: f64, whole: bool) -> Result<()> {
    let mut rest = written.iter();
    for (at, words) in heard {
        let (due, _) = rest
            .find(|(due, text)| text == words && (*due - 1.0..*due + 100.0 + late_ms).contains(at))
            .with_context(|| format!("“{words}” at {at} ms is late, twice or not in its place"))?;
        ensure!(due <= at, "“{words}” comes too soon");
    }
    if whole {
        let (heard, written) = (heard.len(), written.len());
        ensure!(heard == written, "{heard} of {written} were heard");
    }
    Ok(())
}

fn timed(list: &Value) -> Result<Vec<Timed>> {
    let pair = |one: &Value| Some((one[0].as_f64()?, one[1].as_str()?.to_owned()));
    let list = list.as_array().context("no list")?;
    Ok(list.iter().filter_map(pair).collect())
}
