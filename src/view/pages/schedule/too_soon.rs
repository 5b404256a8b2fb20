//! The gentle override: starting on a rest day is a person's own choice, said once and not counted
//! against anybody (decision 45).

use leptos::prelude::*;

use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::text::schedule as words;
use crate::view::parts::{Button, ButtonLink, Look, Page, fresh_text};
use crate::view::store::Store;

/// The page, on the way into a session on a rest day.
pub fn page(store: Store) -> AnyView {
    let anyway = move |()| store.send(Event::StartAnyway);
    let days = store.watch(App::too_soon).into();
    view! { <TooSoonPage days on_anyway=Callback::new(anyway) /> }.into_any()
}

/// "It has been 2 days." with the way to rest and the way to start.
#[component]
pub fn TooSoonPage(
    /// Days since the last session.
    days: Signal<Option<i32>>,
    /// Starts a session.
    on_anyway: Callback<()>,
) -> AnyView {
    view! {
        <Page title=words::OVERRIDE_TITLE back=Route::Today>
        <p class="lead">{fresh_text(move || days.get().map_or_else(String::new, words::it_has_been))}</p>
        <p>{words::OVERRIDE_WHY}</p>
        <div class="stack">
            <ButtonLink words=words::REST look=Look::Main to=Route::Today />
            <Button words=words::ANYWAY on_press=on_anyway />
        </div>
        </Page>
    }
    .into_any()
}
