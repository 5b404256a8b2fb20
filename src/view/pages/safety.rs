//! The questions before the first session, one a page, and "Get set up" (decision 35).

use leptos::prelude::*;

use super::settings::{self, VoiceChoice};
use crate::domain::app::Event;
use crate::domain::app::route::Route;
use crate::domain::record::safety::{Answer, Damage, Floor, SafetyPage};
use crate::text::safety;
use crate::view::parts::{Button, Look, Page};
use crate::view::store::Store;

/// One of the questions.
pub fn page(store: Store, page: SafetyPage) -> AnyView {
    let answer = move |answer| store.send(Event::Answer(answer));
    let play = move || settings::test_voice(store);
    let voice = VoiceChoice::of(store);
    view! { <SafetyQuestions page on_answer=answer on_play=play voice /> }.into_any()
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
) -> AnyView {
    match page {
        SafetyPage::GetSetUp => get_set_up(on_answer, on_play, voice),
        SafetyPage::StopIfItHurts => stop_if_it_hurts(on_answer),
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

/// Fact 5.
fn stop_if_it_hurts(on_answer: Callback<Answer>) -> AnyView {
    let [at_any_time, it_hurts, or_stop] = safety::PRESS_IT_HURTS;
    let understood = move || on_answer.run(Answer::Understood);
    view! {
        <Page title=safety::STOP back=back(SafetyPage::StopIfItHurts)>
            <p class="lead">{safety::DO_NOT_PUSH}</p>
            <p>{safety::OR_TENSION}</p>
            <p>{at_any_time} <b>{it_hurts}</b> {or_stop}</p>
            <Button words=safety::I_UNDERSTAND look=Look::Main on_press=understood />
        </Page>
    }
    .into_any()
}

/// Facts 12, 23 and 39, and a voice that can be heard.
fn get_set_up(
    on_answer: Callback<Answer>,
    on_play: Callback<()>,
    voice: Option<VoiceChoice>,
) -> AnyView {
    let not_heard = RwSignal::new(false);
    let ready = move || on_answer.run(Answer::Ready);
    let list = safety::SET_UP_LIST
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view();
    view! {
        <Page title=safety::GET_SET_UP back=back(SafetyPage::GetSetUp)>
            <ul class="bullets">{list}</ul>
            <p>{safety::PUT_THE_PHONE}</p>
            <h2>{safety::TEST_VOICE}</h2>
            <div class="stack">
                <Button words=safety::PLAY on_press=on_play />
                <Button words=safety::HEARD look=Look::Main on_press=ready />
                <Button words=safety::NOT_HEARD on_press=move || not_heard.set(true) />
            </div>
            <div role="status">
                {move || not_heard.get().then(|| sound_help(ready.into(), voice))}
            </div>
        </Page>
    }
    .into_any()
}

fn sound_help(on_ready: Callback<()>, voice: Option<VoiceChoice>) -> AnyView {
    let list = safety::NO_SOUND_LIST
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view();
    view! {
        <div class="flow">
            <ul class="bullets">{list}</ul>
            {voice.map(VoiceChoice::view)}
            <Button words=safety::WITHOUT_VOICE on_press=on_ready />
        </div>
    }
    .into_any()
}
