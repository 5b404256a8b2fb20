//! Renders every page natively and reads what is on it. The HTML stays in the target folder, so
//! that it can be looked at with the style sheets.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails where a page is missing or cannot be written"
)]

use leptos::prelude::*;
use spry_knees::device::platform::Platform;
use spry_knees::domain::record::safety::SafetyPage;
use spry_knees::domain::record::settings::{Order, Settings};
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::routine::{Exercise, Fact};
use spry_knees::text::facts::{Place, where_taught};
use spry_knees::text::{common, exercises, routine, safety, stop, today};
use spry_knees::view::pages::exercise::ExercisePage;
use spry_knees::view::pages::install::InstallPage;
use spry_knees::view::pages::paper::PrintPage;
use spry_knees::view::pages::read;
use spry_knees::view::pages::routine::RoutinePage;
use spry_knees::view::pages::safety::SafetyQuestions;
use spry_knees::view::pages::stop::{EndPage, StoppedPage};
use spry_knees::view::shell_html;

#[test]
fn every_page_has_one_title_that_can_take_the_focus() {
    for (name, html) in all_pages() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(html.contains(r#"<h1 id="title" tabindex="-1">"#), "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
    }
}

#[test]
fn no_page_asks_for_anything_from_elsewhere_or_carries_its_own_style() {
    for (name, html) in all_pages() {
        for never in ["http:", "https:", " style=", "<script", "<!>"] {
            assert!(!html.contains(never), "{name} contains {never}");
        }
    }
}

#[test]
fn help_stands_at_the_bottom_of_every_page_but_its_own() {
    for (name, html) in all_pages() {
        let helps = html.contains(r##"<a href="#/help">Help</a>"##);
        assert_eq!(helps, name != "help", "{name}");
    }
}

#[test]
fn an_exercise_page_shows_every_step_and_the_caution() {
    for exercise in Exercise::ALL {
        see_exercise(&exercise_page(exercise), exercise);
    }
}

#[test]
fn the_shell_can_be_read_without_script() {
    let html = plain(&shell_html());
    assert!(html.contains(r##"href="#/start""##));
    for words in [
        today::START,
        today::NOT_ALONE,
        routine::PRINT_DOCTOR,
        common::NO_SCRIPT,
    ] {
        see(&html, words);
    }
    for exercise in Exercise::ALL {
        see_exercise(&html, exercise);
    }
}

#[test]
fn the_routine_names_all_six_with_their_amounts() {
    let html = page("routine");
    for exercise in Exercise::ALL {
        let amount = exercises::amount(exercise, Dose::of_source(exercise));
        see(&html, exercises::name(exercise));
        see(&html, &routine::capital(&amount));
        see(&html, exercises::words(exercise).does);
    }
}

#[test]
fn the_chosen_order_is_said_and_shown_in_the_list_and_on_paper() {
    let together = || Settings {
        order: Order::FloorTogether,
        ..Settings::default()
    };
    let pages = [
        (
            render(|| view! { <RoutinePage settings=together() /> }.into_any()),
            "<b class=\"exercise-card__name\">",
        ),
        (
            render(|| view! { <PrintPage settings=together() on_print=|| () /> }.into_any()),
            "<h3>",
        ),
    ];
    for (html, before_name) in pages {
        see(&html, "in this order: 1, 2, 4, 3, 5, 6.");
        assert!(!html.contains(routine::IN_ORDER));
        let numbers: Vec<_> = html
            .split(before_name)
            .skip(1)
            .filter_map(|rest| rest.split('.').next())
            .collect();
        assert_eq!(numbers, ["1", "2", "4", "3", "5", "6"]);
    }
}

#[test]
fn what_a_fact_is_said_to_teach_is_on_its_page() {
    for fact in Fact::all() {
        for place in where_taught(fact) {
            if let Place::Page(name, sentence) = place {
                see(&page(name), sentence);
            }
        }
    }
}

#[test]
fn the_buttons_of_safety_and_stop_say_what_was_agreed() {
    for (name, buttons) in [
        (
            "safety-damage",
            &[safety::YES, safety::NO, safety::NOT_SURE][..],
        ),
        (
            "stopped",
            &[stop::READY_FOR_NEXT, stop::TRY_AGAIN, stop::END_TODAY],
        ),
        (
            "end",
            &[stop::KEEP_GOING, stop::END_AND_SAVE, stop::THROW_AWAY],
        ),
    ] {
        for button in buttons {
            see(&page(name), &[">", button, "</span></button>"].concat());
        }
    }
}

fn see_exercise(html: &str, exercise: Exercise) {
    let words = exercises::words(exercise);
    see(html, words.does);
    see(html, words.caution);
    for step in words.steps {
        see(html, step.get(Settings::default().inch));
    }
    let variety = words.variety.map(|line| line.get(Settings::default().inch));
    for line in variety.iter().chain(&words.after) {
        see(html, line);
    }
}

#[track_caller]
fn see(html: &str, words: &str) {
    assert!(html.contains(words), "not there: {words}\nin: {html}");
}

fn page(name: &str) -> String {
    let found = all_pages().into_iter().find(|(each, _)| each == name);
    found.unwrap_or_else(|| panic!("no page {name}")).1
}

fn exercise_page(exercise: Exercise) -> String {
    page(&["exercise-", exercise.slug()].concat())
}

fn all_pages() -> Vec<(String, String)> {
    let mut pages = vec![("today".to_owned(), plain(&shell_html()))];
    let mut add = |name: &str, view: fn() -> AnyView| {
        pages.push((name.to_owned(), render(view)));
    };
    add("about", read::about);
    add("help", read::help);
    add("not-found", read::not_found);
    add("install", || {
        view! {
            <InstallPage
                platform=Platform::AppleMobile
                installed=false
                offered=true
                on_install=|| ()
            />
        }
        .into_any()
    });
    add("routine", || {
        view! { <RoutinePage settings=Settings::default() /> }.into_any()
    });
    add("print", || {
        view! { <PrintPage settings=Settings::default() on_print=|| () /> }.into_any()
    });
    add("stopped", || {
        view! { <StoppedPage done=(12, 25) on_choice=|_| () on_place=|_| () /> }.into_any()
    });
    add("end", || view! { <EndPage on_choice=|_| () /> }.into_any());
    for page in SafetyPage::ALL {
        let slug = if page.slug().is_empty() {
            "damage"
        } else {
            page.slug()
        };
        let name = ["safety-", slug].concat();
        pages.push((name, render(move || safety_page(page))));
    }
    for exercise in Exercise::ALL {
        let name = ["exercise-", exercise.slug()].concat();
        pages.push((name, render(move || one_exercise(exercise))));
    }
    for (name, html) in &pages {
        let file = [env!("CARGO_TARGET_TMPDIR"), "/page-", name, ".html"].concat();
        std::fs::write(file, html).unwrap();
    }
    pages
}

fn safety_page(page: SafetyPage) -> AnyView {
    view! { <SafetyQuestions page=page on_answer=|_| () on_play=|| () /> }.into_any()
}

fn one_exercise(exercise: Exercise) -> AnyView {
    let settings = Settings::default();
    view! {
        <ExercisePage
            exercise=exercise
            settings=settings
            caution=(exercise == Exercise::QuadSway).then_some(routine::HURT_LAST_TIME)
            on_practise=|| ()
            on_skip=|| ()
        />
    }
    .into_any()
}

fn render(view: impl FnOnce() -> AnyView) -> String {
    plain(&Owner::new().with(|| view().to_html()))
}

/// Without the marks that Leptos leaves between pieces of text.
fn plain(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}
