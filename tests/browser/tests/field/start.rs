//! A first visit on which the app's code does not come.

use anyhow::Result;
use browser_tests::{Code, Fault, Outcome, Person, Setup};
use serde_json::Value;

use super::{WHOLE, app_runs, can_only_be_read, expect_errors};
use crate::steps::seconds;

const DID_NOT_LOAD: &str = "The guided session did not load.";
const NOT_WHOLE: &str = "The app did not load fully.";

#[test]
fn without_its_script_it_says_so_and_tries_again() -> Outcome {
    says_so_and_tries_again(Code::Script)
}

#[test]
fn without_its_webassembly_it_says_so_and_tries_again() -> Outcome {
    says_so_and_tries_again(Code::First)
}

/// (A quick build has no rest.)
#[test]
fn without_its_rest_it_says_so_and_tries_again() -> Outcome {
    says_so_and_tries_again(Code::Rest)
}

fn says_so_and_tries_again(code: Code) -> Outcome {
    for fault in Fault::ALL {
        let setup = Setup {
            early: true,
            ..Setup::default()
        };
        setup.run(async |person: &mut Person| {
            eprintln!("{code:?} {fault:?}");
            expect_errors(person);
            person.host_fails(code, Some(fault))?;
            person.open_early("#/").await?;
            let words = if code == Code::Rest {
                person.see_today_run().await?;
                NOT_WHOLE
            } else {
                DID_NOT_LOAD
            };
            if matches!(fault, Fault::Hangs | Fault::Stalls) {
                person.pass(seconds(14)).await?;
                person.sees_not(words).await?;
                person.pass(seconds(1)).await?;
            }
            person.see(words).await?;
            person.see_button("Reload").await?;
            if code != Code::Rest {
                can_only_be_read(person).await?;
            }
            person.host_fails(code, None)?;
            if matches!(fault, Fault::Hangs | Fault::Stalls) {
                stall_ends(person).await?;
            }
            person.pass(seconds(2)).await?;
            app_runs(person).await
        })?;
    }
    Ok(())
}

/// What began to come while time passed is given up 15 s after that, and not 15 s after the start.
async fn stall_ends(person: &mut Person) -> Result<()> {
    let whole = ["return ", WHOLE].concat();
    for _ in 0..30 {
        person.pass(seconds(1)).await?;
        if person.ask(&whole, Value::Null).await? == true {
            break;
        }
    }
    Ok(())
}

#[test]
fn reload_starts_it_once_the_host_is_well() -> Outcome {
    let setup = Setup {
        early: true,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        expect_errors(person);
        person.host_fails(Code::First, Some(Fault::Page))?;
        person.open_early("#/settings").await?;
        person.see(DID_NOT_LOAD).await?;
        person.host_fails(Code::First, None)?;
        person.tap("Reload").await?;
        app_runs(person).await
    })
}
