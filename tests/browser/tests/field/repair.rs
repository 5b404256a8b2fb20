//! A version that does not start gives way to the next.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, Release, Works};

use super::host::in_chromium_and_firefox;
use super::{app_runs, expect_errors, in_real_time, is_kept, works_offline};

const BROKEN: [Works; 3] = [Works::ScriptThrows, Works::Traps, Works::StarterIsBroken];

/// As in assets/rescue.js.
const MOST_RELOADS: u32 = 3;

in_chromium_and_firefox!(
    version_that_fails_gives_way_to_its_repair,
    version_that_fails_is_not_loaded_again_and_again,
);

fn version_that_fails_gives_way_to_its_repair(engine: Engine) -> Outcome {
    for works in BROKEN {
        in_real_time(engine).run(async |person: &mut Person| {
            eprintln!("{works:?}");
            use_broken(person, works).await?;
            person.host_puts_up(Some(Release::new(2)))?;
            person.open_early("#/").await?;
            person
                .wait_for("document.documentElement?.dataset.release === '2'")
                .await?;
            app_runs(person).await?;
            works_offline(person).await
        })?;
    }
    Ok(())
}

/// Also where the host changes its worker at every look.
fn version_that_fails_is_not_loaded_again_and_again(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        use_broken(person, Works::Traps).await?;
        person.host_adds("sw.js", "// Of the host.\n")?;
        person.open_early("#/").await?;
        // It may have loaded itself anew in between.
        let settled = "navigator.serviceWorker.controller?.state === 'activated' \
            && !(await navigator.serviceWorker.getRegistration()).installing";
        let mut looks = 0;
        while person.wait_for(settled).await.is_err() {
            looks += 1;
            ensure!(looks < MOST_RELOADS, "it loads itself again and again");
        }
        ensure!(person.release().await? == 1, "there is no other");
        person.see("The guided session did not load.").await
    })
}

/// The broken version was installed and is used.
async fn use_broken(person: &mut Person, works: Works) -> Result<()> {
    expect_errors(person);
    is_kept(person).await?;
    person.host_puts_up(Some(Release { number: 1, works }))?;
    person.look_for_new_version().await?;
    person.tap("Use it now").await?;
    person
        .wait_for("document.documentElement?.dataset.release === '1'")
        .await?;
    person.see("The guided session did not load.").await
}
