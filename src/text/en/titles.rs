//! What the tab and the screen reader call each page.

use super::{about, common, exercises, finish, help, history, install, player, progress, routine, safety, schedule, settings, today};
use crate::domain::app::route::Route;

/// The page's own name, then the app's.
pub fn document(route: Route) -> String {
    [name(route), " – ", common::APP].concat()
}

fn name(route: Route) -> &'static str {
    match route {
        Route::Today => today::TITLE,
        Route::Start => schedule::OVERRIDE_TITLE,
        Route::Safety(_) => safety::TITLE,
        Route::Routine => routine::TITLE,
        Route::Exercise(exercise) => exercises::name(exercise),
        Route::Session => player::TITLE,
        Route::Done => finish::TITLE,
        Route::History | Route::Entry(_) => history::TITLE,
        Route::Progress => progress::TITLE,
        Route::More => today::MORE,
        Route::Settings | Route::Setting(_) => settings::TITLE,
        Route::Data => super::data::TITLE,
        Route::Erase => super::data::ERASE,
        Route::Schedule => schedule::TITLE,
        Route::Install => install::TITLE,
        Route::About => about::TITLE,
        Route::Help => help::TITLE,
        Route::Print => routine::PRINT,
        Route::Doctor => progress::DOCTOR,
        Route::NotFound => common::NOT_FOUND,
    }
}
