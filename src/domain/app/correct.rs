//! Changes to what is stored: results, feelings, settings.

use super::{App, Effect};
use crate::domain::history::{Entry, EntryId};
use crate::domain::routine::Exercise;
use crate::domain::settings::Settings;

impl App {
    pub(super) fn change(&mut self, settings: Settings, effects: &mut Vec<Effect>) {
        if settings != self.settings {
            self.settings = settings;
            self.settings_before = None;
            effects.push(Effect::SaveSettings);
        }
    }

    pub(super) fn toggle_skip(&mut self, exercise: Exercise) {
        let today = self.today();
        let (day, changed) = &mut self.skip_today;
        if *day != today {
            // What was chosen for another day is over.
            *day = today;
            changed.clear();
        }
        if changed.contains(&exercise) {
            changed.retain(|kept| *kept != exercise);
        } else {
            changed.push(exercise);
        }
    }

    pub(super) fn correct(
        &mut self,
        id: EntryId,
        index: usize,
        steps: i8,
        effects: &mut Vec<Effect>,
    ) {
        self.edit(id, effects, |entry| {
            if let Some(result) = entry.results.get_mut(index) {
                result.correct(steps);
            }
        });
    }

    /// Changes an entry and saves it, if that made a difference.
    pub(super) fn edit(
        &mut self,
        id: EntryId,
        effects: &mut Vec<Effect>,
        change: impl FnOnce(&mut Entry),
    ) {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) else {
            return;
        };
        let before = entry.clone();
        change(entry);
        if *entry != before {
            effects.push(Effect::SaveEntry(Box::new(entry.clone())));
        }
    }

    pub(super) fn delete(&mut self, id: EntryId, effects: &mut Vec<Effect>) {
        self.entries.retain(|entry| entry.id != id);
        effects.push(Effect::DeleteEntry(id));
    }
}
