//! Today: one glance says whether to exercise, and one press starts (decision 34).

use leptos::prelude::*;

use super::parts::Page;
use super::parts::{
    Button, ButtonLink, Look, Poses, TodayCard, TodayFigure, TodayLinks, WarningBox, WeekView,
};
use super::store::Store;
use crate::browser::dates;
use crate::browser::offline::OfflineState;
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::guide::plan::{FIRST_MINUTES, USUAL_MINUTES};
use crate::domain::record::history::EntryId;
use crate::domain::record::schedule::{self, Status, Week};
use crate::domain::routine::Exercise;
use crate::domain::time::WallTime;
use crate::text::{common, exercises, today};

/// What Today says; the first that applies (decision 25).
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A session runs in another tab.
    Elsewhere,
    /// A session runs, paused, in this tab.
    Running(Exercise),
    /// A session was left unfinished.
    Unfinished {
        after: Option<Exercise>,
        from: Option<Exercise>,
        stopped: WallTime,
    },
    /// What the schedule says, with the newest session.
    Schedule(Status, Option<EntryId>),
}

impl State {
    fn of(app: &App) -> Self {
        if let Some(live) = &app.live {
            return Self::Running(live.session.step().exercise);
        }
        if app.elsewhere {
            return Self::Elsewhere;
        }
        if let Some(unfinished) = app.offered() {
            return Self::Unfinished {
                after: unfinished.session.last_done(),
                from: unfinished.session.exercise(),
                stopped: unfinished.stopped,
            };
        }
        Self::Schedule(app.schedule(), app.entries.first().map(|entry| entry.id))
    }
}

/// Everything that Today says, as one value.
#[derive(Clone, PartialEq)]
struct Said {
    state: State,
    week: Week,
    /// How long a session takes, once the app can tell.
    minutes: Option<u32>,
    saving: bool,
    new_version: bool,
    late: bool,
    figure: Option<String>,
}

impl Said {
    fn now(store: Store, late: bool) -> Self {
        let offline = store.with_engine(|engine| engine.devices().offline);
        let minutes = store.with_engine(|engine| engine.session_minutes());
        let figure = store.with_engine(|engine| engine.figure());
        store.read(|app| Self {
            state: State::of(app),
            week: schedule::week(&app.entries, app.today(), dates::first_weekday()),
            minutes,
            saving: app.saving,
            // Never while a session waits to be carried on.
            new_version: offline == Some(OfflineState::NewVersion) && app.live.is_none(),
            late,
            figure: figure.flatten(),
        })
    }
}

/// The start page.
#[component]
pub fn Today(
    /// The app.
    store: Store,
    /// The picture that the shell has shown.
    figure: String,
    /// Whether the rest of the app could not be fetched, so far.
    late: RwSignal<bool>,
    /// What the rest of the app adds, once it has come.
    #[prop(into)]
    more: ViewFn,
) -> AnyView {
    let said = Memo::new(move |_| {
        store.track();
        Said::now(store, late.get())
    });
    // The links stay, with what is pressed, when what is said changes.
    let poses: Poses = Box::new(move || {
        said.track();
        store
            .with_engine(|engine| engine.poses())
            .unwrap_or_default()
    });
    view! {
        <Page title=today::TITLE brand=true>
            {fresh_part(move || show(store, said.get(), &figure, &more))}
            <div class="today__side flow">
                {fresh_part(move || view! { <WeekView week=said.get().week /> }.into_any())}
                <TodayLinks poses />
            </div>
        </Page>
    }
    .into_any()
}

/// One type for all: so the download has the code for it once.
fn fresh_part(show: impl Fn() -> AnyView + Send + 'static) -> Box<dyn Fn() -> AnyView + Send> {
    Box::new(show)
}

fn show(store: Store, said: Said, shell_figure: &str, more: &ViewFn) -> AnyView {
    let warning = (!said.saving).then(|| view! { <WarningBox words=today::NOT_SAVING /> });
    let svg = said.figure.unwrap_or_else(|| shell_figure.to_owned());
    // Until the app can tell, the routine's own length stands there.
    let usual = match said.state {
        State::Schedule(Status::FirstRun, _) => FIRST_MINUTES,
        _ => USUAL_MINUTES,
    };
    view! {
        <TodayFigure svg />
        {warning}
        {said.late.then(late_box)}
        {said.new_version.then(|| new_version(store))}
        {card(store, said.state, said.minutes.unwrap_or(usual))}
        {said.minutes.is_some().then(|| more.run())}
    }
    .into_any()
}

/// The rest of the app is not there: nothing but Today can be shown.
fn late_box() -> AnyView {
    view! {
        <div class="box flow">
            <p>{today::NOT_WHOLE}</p>
            <a class="button" href="./">
                {common::RELOAD}
            </a>
        </div>
    }
    .into_any()
}

fn new_version(store: Store) -> AnyView {
    let change = move |_| {
        store.with_engine(|engine| engine.use_new_version());
    };
    view! {
        <p class="box box--calm">
            {today::NEW_VERSION}" "
            <button class="link" on:click=change>
                {today::USE_IT_NOW}
            </button>
        </p>
    }
    .into_any()
}

fn card(store: Store, state: State, minutes: u32) -> AnyView {
    match state {
        State::Elsewhere => view! {
            <TodayCard title=today::CARRY_ON words=today::ELSEWHERE>
                <Button
                    words=today::CARRY_ON_HERE
                    look=Look::Main
                    on_press=move || store.send(Event::CarryOn)
                />
            </TodayCard>
        }
        .into_any(),
        State::Running(exercise) => view! {
            <TodayCard title=today::CARRY_ON words=today::PAUSED_HERE>
                <ButtonLink
                    words=today::carry_on_from(exercises::name(exercise))
                    look=Look::Main
                    to=Route::Session
                />
            </TodayCard>
        }
        .into_any(),
        State::Unfinished {
            after,
            from,
            stopped,
        } => unfinished(store, after, from, stopped),
        State::Schedule(status, newest) => scheduled(status, newest, minutes),
    }
}

fn unfinished(
    store: Store,
    after: Option<Exercise>,
    from: Option<Exercise>,
    stopped: WallTime,
) -> AnyView {
    let time = dates::time_of_day(stopped.minute_of_day());
    let words = today::stopped(after.map(exercises::name), &time);
    let carry_on = today::carry_on_from(from.map_or("", exercises::name));
    view! {
        <TodayCard title=today::CARRY_ON words>
            <Button words=carry_on look=Look::Main on_press=move || store.send(Event::CarryOn) />
            <Button words=today::START_AGAIN on_press=move || store.send(Event::StartAgain) />
            <Button words=today::FINISH_AND_SAVE on_press=move || store.send(Event::FinishAndSave) />
        </TodayCard>
    }
    .into_any()
}

fn scheduled(status: Status, newest: Option<EntryId>, minutes: u32) -> AnyView {
    let start = |words| view! { <ButtonLink words look=Look::Main to=Route::Start /> };
    match status {
        Status::FirstRun => view! {
            <TodayCard
                title=today::WELCOME
                words=today::how_long(minutes)
                note=[today::NOT_ALONE, " ", today::YOU_NEED].concat()
            >
                {start(today::GET_STARTED)}
            </TodayCard>
        }
        .into_any(),
        Status::Due { last, rest_days } => view! {
            <TodayCard
                title=today::READY
                words=today::last_session(&dates::long(last), rest_days)
                note=today::about(minutes)
            >
                {start(today::START_SESSION)}
            </TodayCard>
        }
        .into_any(),
        Status::Late { days, .. } => view! {
            <TodayCard
                title=today::GOOD_TO_SEE_YOU
                words=[&today::days_ago(days), " ", today::WHEN_YOU_LIKE].concat()
                note=today::about(minutes)
            >
                {start(today::START_SESSION)}
            </TodayCard>
        }
        .into_any(),
        Status::ClockSetBack { .. } => view! {
            <TodayCard title=today::READY words=today::CLOCK_BACK>
                {start(today::START_SESSION)}
            </TodayCard>
        }
        .into_any(),
        Status::RestDay { next, .. } => view! {
            <TodayCard
                title=today::REST_DAY
                words=[&today::next_session(&dates::long(next)), " ", today::REST_WHY].concat()
            >
                <ButtonLink words=today::SEE_WHEN look=Look::Main to=Route::Schedule />
                <ButtonLink words=today::ANYWAY to=Route::Start />
            </TodayCard>
        }
        .into_any(),
        Status::DoneToday { next } => view! {
            <TodayCard title=today::DONE_TODAY words=today::next_session(&dates::long(next))>
                <ButtonLink words=today::ADD_REMINDER look=Look::Main to=Route::Schedule />
                {newest.map(|id| view! {
                    <ButtonLink words=today::SEE_NUMBERS to=Route::Entry(id) />
                })}
            </TodayCard>
        }
        .into_any(),
    }
}
