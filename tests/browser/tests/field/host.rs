//! What a host may do to an installed app: the copy on the device can be used all the while.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Fault, Outcome, Person, Release, in_every_engine};
use serde_json::Value;

use super::{app_runs, expect_errors, in_real_time, is_kept, works_offline};

/// What a person does who empties the browser's cache storage by hand.
const EMPTY: &str = "return caches.keys() \
    .then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => true)";

macro_rules! in_chromium_and_firefox {
    ($($scenario:ident),+ $(,)?) => {
        $(mod $scenario {
            use browser_tests::{Engine, Outcome};

            #[test]
            fn in_chromium() -> Outcome {
                super::$scenario(Engine::Chromium)
            }

            #[test]
            fn in_firefox() -> Outcome {
                super::$scenario(Engine::Firefox)
            }
        })+
    };
}
pub(super) use in_chromium_and_firefox;

in_chromium_and_firefox!(
    failed_install_of_the_same_version_takes_nothing_away,
    failed_install_after_a_roll_back_takes_nothing_away,
    emptied_cache_heals,
    emptied_cache_heals_with_a_newer_version,
    lost_file_is_fetched_again,
);

/// The host changes sw.js by a byte, and each file in turn is cut.
fn failed_install_of_the_same_version_takes_nothing_away(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        person.host_puts_up(None)?;
        is_kept(person).await?;
        let files = person.files()?;
        for file in [&files[0], &files[files.len() / 2], &files[files.len() - 1]] {
            person.host_fails_at(file, Some(Fault::Cut));
            person.host_adds("sw.js", "// Of the host.\n")?;
            ensure!(
                looks_and_nothing_comes(person).await?,
                "it installed without {file}"
            );
            works_offline(person).await?;
        }
        Ok(())
    })
}

/// A newer version waits; the host goes back to the older one, which is still in use.
fn failed_install_after_a_roll_back_takes_nothing_away(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        is_kept(person).await?;
        person.host_puts_up(Some(Release::new(1)))?;
        person.look_for_new_version().await?;
        person.see("A new version is ready.").await?;
        person.host_puts_up(None)?;
        let files = person.files()?;
        person.host_fails_at(&files[0], Some(Fault::Cut));
        ensure!(
            looks_and_nothing_comes(person).await?,
            "it installed without {}",
            files[0]
        );
        works_offline(person).await
    })
}

/// Looks for a new version; whether none is installed in the end.
async fn looks_and_nothing_comes(person: &mut Person) -> Result<bool> {
    let script = "return navigator.serviceWorker.getRegistration().then(async (registration) => { \
        const before = registration.waiting; \
        await registration.update().catch(() => {}); \
        const { installing } = registration; \
        while (installing && !['installed', 'activating', 'activated', 'redundant'].includes(installing.state)) \
            await new Promise((done) => { installing.onstatechange = done; }); \
        return registration.waiting === before && installing?.state !== 'activated'; })";
    Ok(person.ask(script, Value::Null).await? == true)
}

fn emptied_cache_heals(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        is_kept(person).await?;
        person.ask(EMPTY, Value::Null).await?;
        person.open("#/").await?;
        app_runs(person).await?;
        all_is_kept(person).await?;
        works_offline(person).await
    })
}

/// The bytes of the version in use can no longer be had anywhere.
fn emptied_cache_heals_with_a_newer_version(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        is_kept(person).await?;
        person.host_puts_up(Some(Release::new(1)))?;
        person.ask(EMPTY, Value::Null).await?;
        person.open("#/").await?;
        app_runs(person).await?;
        ensure!(person.release().await? == 1, "it is not the new version");
        person.look_for_new_version().await?;
        all_is_kept(person).await?;
        works_offline(person).await?;
        ensure!(person.release().await? == 1, "it is not the new version");
        Ok(())
    })
}

fn lost_file_is_fetched_again(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        is_kept(person).await?;
        let lose = "return caches.keys().then(([name]) => caches.open(name)) \
            .then((cache) => cache.delete('./licences.txt'))";
        ensure!(
            person.ask(lose, Value::Null).await? == true,
            "it is not kept"
        );
        person.reload().await?;
        all_is_kept(person).await
    })
}

/// Waits until one cache has every file of the site.
async fn all_is_kept(person: &mut Person) -> Result<()> {
    let count = person.files()?.len();
    let kept = format!(
        "(await Promise.all((await caches.keys()).map(async (name) => \
         (await (await caches.open(name)).keys()).length))).includes({count})"
    );
    person.wait_for(&kept).await
}

in_every_engine!(first_install_is_kept);

fn first_install_is_kept(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        is_kept(person).await?;
        works_offline(person).await
    })
}
