//! The pages' addresses: what stands behind the `#` (decision 26).

use crate::domain::record::history::EntryId;
use crate::domain::record::safety::SafetyPage;
use crate::domain::routine::Exercise;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Today.
    #[default]
    Today,
    /// The way into a session: it decides what comes first.
    Start,
    /// One of the safety questions.
    Safety(SafetyPage),
    /// The list of exercises.
    Routine,
    /// One exercise.
    Exercise(Exercise),
    /// The player.
    Session,
    /// The end of a session.
    Done,
    /// What was done before.
    History,
    /// One session of the history.
    Entry(EntryId),
    /// Bars over the last sessions.
    Progress,
    /// What is seldom needed: settings, help, data, install, about.
    More,
    /// The menu of the settings.
    Settings,
    /// One row of it.
    Setting(Part),
    /// Backup and restore.
    Data,
    /// Erasing everything.
    Erase,
    /// The next session.
    Schedule,
    /// How to install.
    Install,
    /// About.
    About,
    /// Help.
    Help,
    /// The routine on paper.
    Print,
    /// One page for the doctor.
    Doctor,
    /// No page has that address.
    NotFound,
}

/// A part of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Voice,
    Session,
    Letters,
    Pictures,
    /// Of the voice what is wanted in a pause.
    ChangeVoice,
}

const PLAIN: [(&str, Route); 23] = [
    ("", Route::Today),
    ("start", Route::Start),
    ("safety", Route::Safety(SafetyPage::Damage)),
    ("routine", Route::Routine),
    ("session", Route::Session),
    ("done", Route::Done),
    ("history", Route::History),
    ("progress", Route::Progress),
    ("more", Route::More),
    ("settings", Route::Settings),
    ("settings/voice", Route::Setting(Part::Voice)),
    ("settings/session", Route::Setting(Part::Session)),
    ("settings/letters", Route::Setting(Part::Letters)),
    ("settings/pictures", Route::Setting(Part::Pictures)),
    ("settings/change-voice", Route::Setting(Part::ChangeVoice)),
    ("data", Route::Data),
    ("erase", Route::Erase),
    ("schedule", Route::Schedule),
    ("install", Route::Install),
    ("about", Route::About),
    ("help", Route::Help),
    ("print", Route::Print),
    ("doctor", Route::Doctor),
];

impl Route {
    /// The page of a hash, with or without its `#`. An unknown one is [`Route::NotFound`].
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if let Some((_, route)) = PLAIN.iter().find(|(name, _)| *name == path) {
            return *route;
        }
        let parsed = match path.split_once('/') {
            Some(("exercise", slug)) => Exercise::from_slug(slug).map(Self::Exercise),
            Some(("safety", slug)) => SafetyPage::from_slug(slug).map(Self::Safety),
            Some(("history", id)) => id.parse().ok().map(|id| Self::Entry(EntryId(id))),
            _ => None,
        };
        parsed.unwrap_or(Self::NotFound)
    }

    /// Its hash, for instance `#/exercise/quad-sway`.
    pub fn hash(self) -> String {
        match self {
            Self::Exercise(exercise) => ["#/exercise/", exercise.slug()].concat(),
            Self::Safety(page) => ["#/safety/", page.slug()]
                .concat()
                .trim_end_matches('/')
                .to_owned(),
            Self::Entry(id) => ["#/history/", &id.0.to_string()].concat(),
            _ => {
                let name = PLAIN
                    .iter()
                    .find(|(_, route)| *route == self)
                    .map_or("", |(name, _)| *name);
                ["#/", name].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_under_its_address() {
        let plain = PLAIN.iter().map(|(_, route)| *route);
        let exercises = Exercise::ALL.into_iter().map(Route::Exercise);
        let safety = SafetyPage::ALL.into_iter().map(Route::Safety);
        let entry = [Route::Entry(EntryId(1_780_000_000_000))];
        for route in plain.chain(exercises).chain(safety).chain(entry) {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_not_found() {
        for hash in [
            "#/squats",
            "#/exercise/",
            "#/exercise/squats",
            "#/history/x",
            "#!",
            "#/safety/x",
        ] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
        for hash in ["", "#", "#/", "#//"] {
            assert_eq!(Route::parse(hash), Route::Today, "{hash}");
        }
    }
}
