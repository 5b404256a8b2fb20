use crate::steps::{seconds, start_first_session, work_until};
use browser_tests::{Outcome, Person, Setup};
#[test]
fn pics() -> Outcome {
    for (w, h) in [(320, 568), (360, 740)] {
        let setup = Setup {
            window: (w, h),
            preload: devices!(
                "device.voices=[]; device.screenMayGoDark=true; device.soundBlocked=true;"
            ),
            ..Setup::default()
        };
        setup.run(async |person: &mut Person| {
            start_first_session(person).await?;
            person.pass(seconds(12)).await?;
            person
                .picture(std::path::Path::new(&format!("/tmp/wt5-{w}-lead.png")))
                .await?;
            work_until(person, "2 of 25 sways").await?;
            person
                .picture(std::path::Path::new(&format!("/tmp/wt5-{w}-work.png")))
                .await?;
            person.tap("Pause").await?;
            person
                .picture(std::path::Path::new(&format!("/tmp/wt5-{w}-pause.png")))
                .await?;
            Ok(())
        })?;
    }
    let setup = Setup {
        window: (360, 740),
        preload: devices!(),
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/safety/get-set-up").await?;
        person.tap("I did not hear it").await?;
        person
            .picture(std::path::Path::new("/tmp/wt5-setup.png"))
            .await?;
        Ok(())
    })
}
