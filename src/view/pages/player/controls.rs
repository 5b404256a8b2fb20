//! The buttons. One bar stays mounted: its main button keeps the focus while its words change.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::browser::presses::MAIN_PRESS;
use crate::domain::app::route::{Part, Route};
use crate::domain::figure::Picture;
use crate::domain::guide::session::{self, Controls as Kind, Screen, Stage, Why};
use crate::domain::record::history::Tighter;
use crate::domain::routine::{Exercise, Side};
use crate::text::{cues, exercises, player};
use crate::view::parts::fresh_text;
use crate::view::store::Store;

/// What a button says, and what it does.
#[derive(Clone, Copy, PartialEq)]
struct Press {
    words: &'static str,
    does: Does,
}

#[derive(Clone, Copy, PartialEq)]
enum Does {
    Tell(session::Event),
    Open(Route),
}

impl Press {
    const fn tell(words: &'static str, event: session::Event) -> Self {
        Self {
            words,
            does: Does::Tell(event),
        }
    }

    fn act(self, store: Store) {
        match self.does {
            Does::Tell(event) => store.tell(event),
            Does::Open(route) => page::set_hash(&route.hash()),
        }
    }
}

/// The bar of buttons, or the sheet of a pause.
#[component]
pub fn ControlBar(
    /// The app.
    store: Store,
    /// The moment that is shown.
    screen: Memo<Screen>,
) -> AnyView {
    let main = Memo::new(move |_| main_press(&screen.get()));
    let others = Memo::new(move |_| other_presses(&screen.get()));
    // The same words mean another set.
    let set = move || {
        let step = screen.get().step;
        [
            step.exercise.slug(),
            exercises::letter(step.side).unwrap_or_default(),
        ]
        .concat()
    };
    let paused = move || matches!(screen.get().stage, Stage::Paused(_));
    let class = move || {
        if paused() {
            "player__controls sheet"
        } else {
            "player__controls"
        }
    };
    let label = move || {
        if paused() {
            player::PAUSED
        } else {
            player::CONTROLS
        }
    };
    view! {
        <nav class=class aria-label=label>
            <p class="sheet__why" hidden=move || !paused()>
                {fresh_text(move || why(screen.get().stage))}
            </p>
            <button
                id=MAIN_PRESS
                class="button button--main"
                data-for=set
                on:click=move |_| main.get_untracked().act(store)
            >
                {fresh_text(move || main.get().words)}
            </button>
            <For each=move || others.get() key=|press| press.words let:press>
                <button class="button" on:click=move |_| press.act(store)>
                    {press.words}
                </button>
            </For>
            <button
                class="button button--danger"
                on:click=move |_| store.tell(session::Event::Hurt)
            >
                {player::IT_HURTS}
            </button>
        </nav>
    }
    .into_any()
}

fn main_press(screen: &Screen) -> Press {
    if matches!(screen.stage, Stage::Paused(_)) {
        return Press::tell(player::RESUME, session::Event::Resume);
    }
    match screen.controls {
        Kind::Waiting => Press::tell(player::START_NOW, session::Event::StartNow),
        Kind::ByHand => Press::tell(player::COUNT, session::Event::Count),
        Kind::Tighter => Press::tell(player::BOTH_SAME, session::Event::Tighter(Tighter::Same)),
        Kind::Paced | Kind::None => Press::tell(player::PAUSE, session::Event::Pause(Why::Asked)),
    }
}

fn other_presses(screen: &Screen) -> Vec<Press> {
    let pause = Press::tell(player::PAUSE, session::Event::Pause(Why::Asked));
    let enough = Press::tell(player::ENOUGH, session::Event::Enough);
    if matches!(screen.stage, Stage::Paused(_)) {
        return vec![
            Press::tell(player::RESTART_SET, session::Event::RestartSet),
            Press::tell(player::PREVIOUS, session::Event::Back),
            Press::tell(player::SKIP, session::Event::Skip),
            Press {
                words: player::CHANGE_VOICE,
                does: Does::Open(Route::Setting(Part::ChangeVoice)),
            },
            Press::tell(player::END_SESSION, session::Event::AskEnd),
        ];
    }
    match screen.controls {
        Kind::Waiting | Kind::Tighter => {
            vec![Press::tell(
                player::WAIT_FOR_ME,
                session::Event::Pause(Why::WaitForMe),
            )]
        }
        Kind::ByHand => vec![pause, enough],
        Kind::Paced | Kind::None => vec![enough],
    }
}

const fn why(stage: Stage) -> &'static str {
    match stage {
        Stage::Paused(why) => cues::why_paused(why),
        _ => player::PAUSED,
    }
}

/// In place of the figure while it is asked which side was tighter: the two legs to choose from.
pub fn legs(store: Store) -> AnyView {
    let build = store.read(|app| app.settings.build);
    let leg = |(side, press): (Side, Press)| {
        let picture = Picture {
            build,
            marks: false,
            ..Picture::new(Exercise::QuadPull, side)
        };
        let choose = move |event: MouseEvent| {
            // The figure, in whose place it stands, would take it as a tap and pause.
            event.stop_propagation();
            press.act(store);
        };
        view! {
            <button class="button leg" on:click=choose>
                <span aria-hidden="true" inner_html=picture.svg()></span>
                {press.words}
            </button>
        }
    };
    let again = |words, side| Press::tell(words, session::Event::Tighter(side));
    [
        (Side::Left, again(player::LEFT_AGAIN, Tighter::Left)),
        (Side::Right, again(player::RIGHT_AGAIN, Tighter::Right)),
    ]
    .map(leg)
    .into_any()
}
