//! The headers with which a host protects the page.

use anyhow::ensure;
use browser_tests::{Engine, Outcome, Person};
use serde_json::Value;

use super::{in_real_time, is_kept};

const PROTECTION: [(&str, &str); 6] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "geolocation=()"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Vary", "*"),
];

#[test]
fn headers_of_the_host_are_kept_in_chromium() -> Outcome {
    are_kept(Engine::Chromium)
}

#[test]
fn headers_of_the_host_are_kept_in_firefox() -> Outcome {
    are_kept(Engine::Firefox)
}

fn are_kept(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        // Firefox keeps no service worker whose script is sent with `Vary: *`.
        let sent = if engine == Engine::Firefox { 5 } else { 6 };
        person.host_sends(&PROTECTION[..sent]);
        is_kept(person).await?;
        person.lose_network();
        person.reload().await?;
        for (name, value) in &PROTECTION[..5] {
            let script =
                format!("return fetch('./').then(({{ headers }}) => headers.get('{name}'))");
            let sent = person.ask(&script, Value::Null).await?;
            ensure!(sent == *value, "{name}: {sent}");
        }
        let script = "return fetch('./').then(({ headers }) => headers.get('Content-Type'))";
        let kind = person.ask(script, Value::Null).await?;
        ensure!(kind == "text/html; charset=utf-8", "{kind}");
        Ok(())
    })
}
