//! How to put the app on the home screen: this device first, the others below.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::text::article::Section;
use crate::text::install;
use crate::view::parts::{Article, Button, Look, Page};

/// The kinds of browser that install in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// Chrome and its relatives on Android.
    Android,
    /// An iPhone or iPad.
    Iphone,
    /// Safari on a Mac.
    Mac,
    /// Firefox, which cannot install.
    Firefox,
}

/// One section a platform, the detected one first.
#[component]
pub fn InstallPage(
    /// What was detected; `None` lists all in their usual order.
    #[prop(optional)]
    platform: Option<Platform>,
    /// Shows the browser's own prompt, where there is one.
    #[prop(optional, into)]
    on_install: Option<Callback<()>>,
) -> AnyView {
    let button = on_install.map(|on_press| {
        view! { <Button words=install::INSTALL look=Look::Main on_press=on_press /> }
    });
    view! {
        <Page title=install::TITLE back=Route::Help>
            <p class="lead">{install::WHY}</p>
            {button}
            <Article sections=in_order(platform) />
            <Article sections=install::TIPS />
        </Page>
    }
    .into_any()
}

fn in_order(platform: Option<Platform>) -> &'static [Section] {
    static ANDROID_FIRST: [Section; 4] = [
        install::ANDROID,
        install::IPHONE,
        install::MAC,
        install::FIREFOX,
    ];
    static IPHONE_FIRST: [Section; 4] = [
        install::IPHONE,
        install::ANDROID,
        install::MAC,
        install::FIREFOX,
    ];
    static MAC_FIRST: [Section; 4] = [
        install::MAC,
        install::IPHONE,
        install::ANDROID,
        install::FIREFOX,
    ];
    static FIREFOX_FIRST: [Section; 4] = [
        install::FIREFOX,
        install::ANDROID,
        install::IPHONE,
        install::MAC,
    ];
    match platform {
        None | Some(Platform::Android) => &ANDROID_FIRST,
        Some(Platform::Iphone) => &IPHONE_FIRST,
        Some(Platform::Mac) => &MAC_FIRST,
        Some(Platform::Firefox) => &FIREFOX_FIRST,
    }
}
