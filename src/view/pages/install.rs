//! How to put the app on the home screen: this device first, the others below.

use leptos::prelude::*;

use crate::browser::install as browser;
use crate::device::platform::Platform;
use crate::domain::app::route::Route;
use crate::text::article::Section;
use crate::text::install;
use crate::view::parts::{Article, Button, Look, Page};
use crate::view::store::Store;

static WAYS: [Section; 4] = [
    install::ANDROID,
    install::IPHONE,
    install::MAC,
    install::FIREFOX,
];

/// The page, with what this device has.
pub fn page(store: Store) -> AnyView {
    let devices = store.devices();
    let ask = move || {
        store.with_driver(|driver| driver.ask_to_install());
    };
    view! {
        <InstallPage
            platform=browser::platform()
            installed=browser::is_installed()
            offered=Signal::derive(move || devices.get().can_install)
            on_install=ask
        />
    }
    .into_any()
}

/// One section a platform, the detected one first.
#[component]
pub fn InstallPage(
    /// What was detected.
    platform: Platform,
    /// Whether the app runs from the home screen.
    installed: bool,
    /// Whether the browser has a prompt of its own.
    #[prop(into)]
    offered: Signal<bool>,
    /// Shows it.
    #[prop(into)]
    on_install: Callback<()>,
) -> AnyView {
    let here = match platform {
        Platform::Chromium => 0,
        Platform::AppleMobile => 1,
        Platform::MacSafari => 2,
        Platform::Firefox => 3,
    };
    let (before, from_here) = WAYS.split_at(here);
    let (here, after) = from_here.split_at(1);
    let button = move || {
        offered.get().then(|| {
            view! { <Button words=install::INSTALL look=Look::Main on_press=on_install /> }
        })
    };
    view! {
        <Page title=install::TITLE back=Route::More>
            <p class="lead">{install::WHY}</p>
            {installed.then(|| view! { <p class="box box--calm">{install::INSTALLED}</p> })}
            {button}
            <Article sections=here />
            <Article sections=before />
            <Article sections=after />
            <Article sections=install::TIPS />
        </Page>
    }
    .into_any()
}
