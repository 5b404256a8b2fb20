//! The player: one page, phases inside it, controls that never move (decision 38).

pub mod controls;
pub mod course;
pub mod dial;
pub mod picture;

use leptos::prelude::*;

use controls::{ControlBar, legs};
use course::CourseLine;
use dial::Dial;
use picture::PlayerPicture;

use super::stop::{EndChoice, EndPage, StoppedChoice, StoppedPage};
use crate::browser::dates;
use crate::browser::page;
use crate::browser::presses::MAIN_PRESS;
use crate::browser::speech::SpeechState;
use crate::browser::tone::SoundState;
use crate::browser::wake_lock::WakeLockState;
use crate::domain::app::{App, Event};
use crate::domain::guide::cue::Opening;
use crate::domain::guide::session::{self, Controls, Key, Notice, Screen, Stage};
use crate::domain::record::progress::Log;
use crate::domain::record::settings::Speaker;
use crate::text::{exercises, help, player, routine, today};
use crate::view::parts::{fresh, fresh_text};
use crate::view::store::Store;

/// The page of the running session.
pub fn page(store: Store) -> AnyView {
    let screen = store.watch(|app| {
        app.live
            .as_ref()
            .map(|live| live.session.screen(app.moment.now))
    });
    let page = Memo::new(move |_| {
        screen
            .get()
            .map_or(Page::Running, |screen| Page::of(&screen))
    });
    let show = move || {
        fresh(match page.get() {
            Page::Running => match screen.get_untracked() {
                Some(first) => {
                    // A moment without a session, on the way to another page, shows the last one.
                    let screen = Memo::new(move |last: Option<&Screen>| {
                        screen.get().unwrap_or_else(|| *last.unwrap_or(&first))
                    });
                    view! { <Running store screen /> }.into_any()
                }
                None => ().into_any(),
            },
            Page::AskingEnd => asking_end(store),
            Page::Stopped { done, target } => stopped(store, done, target),
        })
    };
    show.into_any()
}

/// What fills the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Running,
    AskingEnd,
    Stopped { done: u8, target: u8 },
}

impl Page {
    fn of(screen: &Screen) -> Self {
        match screen.stage {
            Stage::AskingEnd => Self::AskingEnd,
            Stage::Hurt { step, done } => Self::Stopped {
                done,
                target: step.target.number(),
            },
            _ => Self::Running,
        }
    }
}

#[component]
fn Running(store: Store, screen: Memo<Screen>) -> AnyView {
    let phase = Memo::new(move |_| match screen.get().stage {
        Stage::Paused(_) => "paused",
        Stage::Working => "working",
        Stage::Tighter => "question",
        _ => "waiting",
    });
    let by_hand = move || (screen.get().controls == Controls::ByHand).then_some("by-hand");
    let title = move || title(&screen.get());
    let figure = move || match phase.get() {
        "question" => legs(store),
        _ => view! { <PlayerPicture store screen /> }.into_any(),
    };
    let tap = move || store.send(Event::Key(Key::Tap));
    focus_when_there(MAIN_PRESS);
    view! {
        <main class="player" data-phase=phase data-counting=by_hand>
            <header class="player__top">
                <CourseLine screen />
                <h1 id="title" tabindex="-1">{fresh_text(title)}</h1>
            </header>
            <div class="player__figure" on:click=move |_| tap()>
                {figure}
            </div>
            <section class="player__progress" aria-label=player::PROGRESS>
                <Notices store screen />
                <Dial screen inch=store.watch(|app| dates::inch(app.settings.inch)) on_tap=tap />
            </section>
            <ControlBar store screen />
        </main>
    }
    .into_any()
}

/// What stands until the next action, and what the devices could not do.
#[component]
fn Notices(store: Store, screen: Memo<Screen>) -> AnyView {
    let saving = store.watch(|app| app.saving);
    let devices = store.devices();
    let notice = Memo::new(move |_| screen.get().notice);
    let undo = move || {
        let words = match notice.get()? {
            Notice::Skipped(exercise, _) => player::skipped(exercises::name(exercise)),
            Notice::WentBack(exercise, _) => player::went_back(exercises::name(exercise)),
            Notice::Ended { side, done } => player::did(done, side),
            Notice::OtherSide { .. } => return None,
        };
        Some(view! {
            <p class="player__notice">
                {fresh_text(move || words.clone())}" "
                <button class="link" on:click=move |_| store.tell(session::Event::Undo)>
                    {player::UNDO}
                </button>
            </p>
        })
    };
    let other_side = move || match notice.get() {
        Some(Notice::OtherSide { side, done }) => {
            let words = move || player::did(done, side);
            Some(view! { <p class="player__notice">{fresh_text(words)}</p> })
        }
        _ => None,
    };
    let app_speaks = store.watch(|app| app.settings.speaker == Speaker::App);
    let no_sound = Memo::new(move |_| {
        let devices = devices.get();
        let mute = app_speaks.get() && devices.speech == SpeechState::Blocked;
        mute || devices.sound == SoundState::Suspended
    });
    let lead_in = Memo::new(move |_| {
        let screen = screen.get();
        matches!(screen.stage, Stage::LeadIn(_)).then_some(screen.step.exercise)
    });
    let hurt_before = move || {
        let exercise = lead_in.get()?;
        let hurt = store.read(|app| Log::of(&app.entries).hurt_last_time(exercise));
        hurt.then(|| view! { <p class="player__notice">{routine::HURT_LAST_TIME}</p> })
    };
    let unlock = move |_| {
        store.with_driver(|driver| driver.unlock());
    };
    // One at a time, or none of them could be seen; tips for the whole session stand while waiting.
    let starts = Memo::new(move |_| screen.get().stage == Stage::LeadIn(Opening::First));
    let no_voice = Memo::new(move |_| {
        let missing = app_speaks.get() && devices.get().speech.is_missing();
        missing && starts.get() && !no_sound.get()
    });
    let dark = Memo::new(move |_| {
        let dark = match devices.get().wake_lock {
            WakeLockState::Refused => true,
            WakeLockState::Unsupported => lead_in.get().is_some(),
            WakeLockState::Off | WakeLockState::Held => false,
        };
        dark && !no_voice.get() && !no_sound.get() && notice.get().is_none()
    });
    // The sheet of a pause leaves room for one line.
    let words_of_dark = move || match screen.get().stage {
        Stage::Paused(_) => player::SCREEN_DARK,
        _ => help::SCREEN_DARK,
    };
    view! {
        <div class="player__notices">
        {move || no_sound.get().then(|| view! {
            <button class="button" on:click=unlock>
                {player::SOUND_ON}
            </button>
        })}
        {undo}
        {hurt_before}
        {other_side}
        <div role="alert">
            {move || (!saving.get()).then(|| view! { <p class="player__notice">{today::NOT_SAVING}</p> })}
            {move || dark.get().then(|| view! { <p class="player__notice">{fresh_text(words_of_dark)}</p> })}
        </div>
        {move || no_voice.get().then(|| view! {
            <p class="player__notice player__notice--tip">{help::NO_VOICE}</p>
        })}
        </div>
    }
    .into_any()
}

fn title(screen: &Screen) -> String {
    let name = exercises::name(screen.step.exercise);
    match screen.stage {
        Stage::LeadIn(Opening::Switch) => player::SWITCH_SIDES.to_owned(),
        Stage::LeadIn(Opening::Next) => player::next(name),
        Stage::Tighter => player::TIGHTER.to_owned(),
        _ => name.to_owned(),
    }
}

fn asking_end(store: Store) -> AnyView {
    focus_when_there("title");
    let choose = move |choice| match choice {
        EndChoice::KeepGoing => store.tell(session::Event::KeepGoing),
        EndChoice::Save => store.tell(session::Event::End),
        EndChoice::ThrowAway => store.send(Event::ThrowAway),
    };
    let practice = store.read(|app| {
        app.live
            .as_ref()
            .is_some_and(|live| live.session.is_practice())
    });
    view! { <EndPage practice=practice on_choice=choose /> }.into_any()
}

fn stopped(store: Store, done: u8, target: u8) -> AnyView {
    focus_when_there("title");
    let choose = move |choice| {
        store.tell(match choice {
            StoppedChoice::Next => session::Event::NextAfterPain,
            StoppedChoice::Gentler => session::Event::TryGentler,
            StoppedChoice::End => session::Event::End,
        });
    };
    let place = move |place| store.tell(session::Event::HurtPlace(place));
    let again = store.read(App::hurt_again);
    view! { <StoppedPage done=(done, target) again on_choice=choose on_place=place /> }.into_any()
}

/// Moves the focus once what it goes to is on the page.
fn focus_when_there(id: &'static str) {
    Effect::new(move |_| {
        page::scroll_to_top();
        page::focus_by_id(id);
    });
}
