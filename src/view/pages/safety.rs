//! The questions before the first session, one a page, and "Get set up" (decision 35).

use leptos::prelude::*;

use super::settings::{self, VoiceChoice};
use crate::domain::app::Event;
use crate::domain::app::route::Route;
use crate::domain::record::safety::{Answer, Damage, Floor, SafetyPage, Wanted};
use crate::text::{common, routine, safety};
use crate::view::parts::{Button, Look, Page, fresh_text};
use crate::view::store::Store;

/// One of the questions.
pub fn page(store: Store, page: SafetyPage) -> AnyView {
    let answer = move |answer| store.send(Event::Answer(answer));
    let play = move || settings::test_voice(store);
    let voice = VoiceChoice::of(store);
    let start = store.read(|app| match app.safety.wanted {
        Some(Wanted::Session) => Start::Session(app.session_minutes()),
        Some(Wanted::Practice(_)) => Start::Practice,
        None => Start::Nothing,
    });
    view! { <SafetyQuestions page on_answer=answer on_play=play voice start /> }.into_any()
}

/// What the last press starts.
#[derive(Clone, Copy, Default)]
pub enum Start {
    /// A session of so many minutes.
    Session(u32),
    /// One exercise alone.
    Practice,
    /// The questions were only asked again.
    #[default]
    Nothing,
}

/// One page of the questions. A change of page is another `SafetyQuestions`.
#[component]
pub fn SafetyQuestions(
    /// Which page.
    page: SafetyPage,
    /// Takes every answer.
    #[prop(into)]
    on_answer: Callback<Answer>,
    /// Says the test words aloud.
    #[prop(into)]
    on_play: Callback<()>,
    /// The voices to choose from, where there is a device.
    #[prop(optional)]
    voice: Option<VoiceChoice>,
    /// What they come before.
    #[prop(optional)]
    start: Start,
) -> AnyView {
    match page {
        SafetyPage::GetSetUp => get_set_up(on_answer, start),
        SafetyPage::StopIfItHurts => stop_if_it_hurts(on_answer, on_play, voice),
        _ => question(page, on_answer),
    }
}

/// A title, why it is asked, and the answers, the main one (if there is one) first.
struct Words {
    title: &'static str,
    heading: Option<&'static str>,
    why: &'static str,
    answers: &'static [(&'static str, Look, Answer)],
}

fn question(page: SafetyPage, on_answer: Callback<Answer>) -> AnyView {
    let words = words(page);
    let answers = words
        .answers
        .iter()
        .map(|(words, look, answer)| {
            let press = move || on_answer.run(*answer);
            view! { <Button words=*words look=*look on_press=press /> }
        })
        .collect_view();
    view! {
        <Page title=words.title back=back(page)>
            {number(page)}
            {words.heading.is_none().then(|| view! { <p class="lead">{words.why}</p> })}
            <div class="stack">{answers}</div>
            {words
                .heading
                .map(|heading| {
                    view! {
                        <h2>{heading}</h2>
                        <p>{words.why}</p>
                    }
                })}
        </Page>
    }
    .into_any()
}

const fn words(page: SafetyPage) -> Words {
    use Look::{Main, Plain};
    match page {
        SafetyPage::Damage => Words {
            title: safety::DAMAGE,
            heading: Some(safety::WHY_WE_ASK),
            why: safety::DAMAGE_WHY,
            answers: &[
                (safety::YES, Plain, Answer::Damage(Damage::Yes)),
                (safety::NO, Plain, Answer::Damage(Damage::No)),
                (safety::NOT_SURE, Plain, Answer::Damage(Damage::Unsure)),
            ],
        },
        SafetyPage::AskAboutDamage => Words {
            title: safety::TALK_FIRST,
            heading: None,
            why: safety::TALK_FIRST_WHY,
            answers: &[
                (safety::ASK_FIRST, Main, Answer::AskFirst),
                (safety::THEY_SAID_OK, Plain, Answer::TheySaidOk),
                (safety::JUST_LOOK, Plain, Answer::JustLook),
            ],
        },
        SafetyPage::Doctor => Words {
            title: safety::DOCTOR,
            heading: Some(safety::WHY_WE_ASK),
            why: safety::DOCTOR_WHY,
            answers: &[
                (safety::YES, Plain, Answer::AskedDoctor(true)),
                (safety::NOT_YET, Plain, Answer::AskedDoctor(false)),
            ],
        },
        SafetyPage::AskDoctor => Words {
            title: safety::CHECK_FIRST,
            heading: None,
            why: safety::CHECK_FIRST_WHY,
            answers: &[
                (safety::ASK_FIRST, Main, Answer::AskFirst),
                (safety::MY_CHOICE, Plain, Answer::MyChoice),
            ],
        },
        SafetyPage::Floor | SafetyPage::StopIfItHurts | SafetyPage::GetSetUp => Words {
            title: safety::FLOOR,
            heading: Some(safety::WHY_WE_ASK),
            why: safety::FLOOR_WHY,
            answers: &[
                (safety::YES, Plain, Answer::Floor(Floor::Alone)),
                (safety::WITH_HELP, Plain, Answer::Floor(Floor::WithHelp)),
                (safety::NO, Plain, Answer::Floor(Floor::No)),
            ],
        },
    }
}

fn back(page: SafetyPage) -> Route {
    page.back().map_or(Route::Today, Route::Safety)
}

/// "2 of 4"
fn number(page: SafetyPage) -> AnyView {
    let number = page.number().map(safety::number_of);
    view! { <p class="muted">{number}</p> }.into_any()
}

/// Fact 5, and a voice that can be heard: one press says both.
fn stop_if_it_hurts(
    on_answer: Callback<Answer>,
    on_play: Callback<()>,
    voice: Option<VoiceChoice>,
) -> AnyView {
    let page = SafetyPage::StopIfItHurts;
    let [at_any_time, it_hurts, or_stop] = safety::PRESS_IT_HURTS;
    let (played, not_heard) = (RwSignal::new(false), RwSignal::new(false));
    let understood = move || on_answer.run(Answer::Understood);
    let play = move || {
        on_play.run(());
        played.set(true);
    };
    // One button whose words change, so that the focus stays.
    let main = move || {
        if played.get() {
            safety::HEARD
        } else {
            safety::PLAY
        }
    };
    let press = move |_| {
        if played.get_untracked() {
            understood();
        } else {
            play();
        }
    };
    let again = move || {
        played
            .get()
            .then(|| view! { <Button words=safety::PLAY_AGAIN on_press=play /> })
    };
    view! {
        <Page title=safety::STOP back=back(page)>
            {number(page)}
            <p class="lead">{safety::DO_NOT_PUSH}</p>
            <p>{safety::OR_TENSION}</p>
            <p>{at_any_time} <b>{it_hurts}</b> {or_stop}</p>
            <h2>{safety::TEST_VOICE}</h2>
            <div class="stack">
                <button type="button" class=Look::Main.class() on:click=press>
                    {fresh_text(main)}
                </button>
                {again}
                <Button words=safety::NOT_HEARD on_press=move || not_heard.set(true) />
            </div>
            <div role="status">
                {move || not_heard.get().then(|| sound_help(understood.into(), voice))}
            </div>
        </Page>
    }
    .into_any()
}

fn sound_help(on_ready: Callback<()>, voice: Option<VoiceChoice>) -> AnyView {
    view! {
        <div class="flow">
            {bullets(safety::NO_SOUND_LIST)}
            {voice.map(VoiceChoice::view)}
            <Button words=safety::WITHOUT_VOICE on_press=on_ready />
        </div>
    }
    .into_any()
}

/// Facts 12, 23 and 39. Nothing starts before the one button here.
fn get_set_up(on_answer: Callback<Answer>, start: Start) -> AnyView {
    let (words, minutes) = match start {
        Start::Session(minutes) => (safety::START_SESSION, Some(minutes)),
        Start::Practice => (safety::START_PRACTICE, None),
        Start::Nothing => (common::DONE, None),
    };
    let minutes = minutes.map(|minutes| view! { <p><b>{routine::about(minutes)}</b></p> });
    view! {
        <Page title=safety::GET_SET_UP back=back(SafetyPage::GetSetUp)>
            <div class="room" role="img" aria-label=safety::ROOM inner_html=ROOM></div>
            {bullets(safety::SET_UP_LIST)}
            {minutes}
            <Button words look=Look::Main on_press=move || on_answer.run(Answer::Ready) />
        </Page>
    }
    .into_any()
}

fn bullets(lines: &'static [&'static str]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{*line}</li> });
    view! { <ul class="bullets">{lines.collect_view()}</ul> }.into_any()
}

/// Wall and floor, a chair against the wall, the mat, and the phone that speaks on another chair.
const ROOM: &str = "<svg viewBox=\"0 0 240 76\"><path d=\"M4 0V73H240M16 14V73M16 44H44V73M224 \
                    14V73M224 44H196V73\"/><path class=\"room__ours\" d=\"M68 69H168M208 26V40M190 \
                    27q-6 6 0 12M181 22q-11 11 0 22\"/></svg>";
