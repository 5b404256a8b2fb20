//! Changes to what is stored: results, feelings, settings.

use super::{App, Effect};
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::record::settings::{Settings, SkipToday};
use crate::domain::routine::Exercise;

impl App {
    pub(super) fn change(&mut self, settings: Settings, effects: &mut Vec<Effect>) {
        if settings != self.settings {
            let same_voice = settings.voice == self.settings.voice;
            self.settings = settings;
            if !same_voice {
                self.settings.voice_takes_percent = 100;
            }
            self.settings_before = None;
            self.settings_changed(effects);
        }
    }

    pub(super) fn reset_settings(&mut self, effects: &mut Vec<Effect>) {
        self.settings_before = Some(Box::new(self.settings.clone()));
        self.settings = Settings::default();
        self.settings_changed(effects);
    }

    pub(super) fn undo_reset(&mut self, effects: &mut Vec<Effect>) {
        if let Some(before) = self.settings_before.take() {
            self.settings = *before;
            self.settings_changed(effects);
        }
    }

    /// The lengths of sentences follow. Less than a tenth is noise.
    pub(super) fn voice_took(&mut self, percent: u16, effects: &mut Vec<Effect>) {
        let range = Settings::VOICE_TAKES;
        let takes = &mut self.settings.voice_takes_percent;
        let percent = percent.clamp(*range.start(), *range.end());
        if percent.abs_diff(*takes) >= 10 {
            *takes = percent;
            self.settings_changed(effects);
        }
    }

    /// A session that stands still goes on with what was chosen meanwhile.
    pub(super) fn settings_changed(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::SaveSettings);
        self.adapt_session();
    }

    pub(super) fn adapt_session(&mut self) {
        let speech = self.speech();
        if let Some(live) = &mut self.live {
            live.session.adapt(&self.settings, speech);
        }
    }

    /// A choice for today is kept with the settings; as with them, the next one ends Undo.
    pub(super) fn toggle_skip(&mut self, exercise: Exercise, effects: &mut Vec<Effect>) {
        let today = self.today();
        self.settings.skip_today.toggle(exercise, today);
        self.settings_before = None;
        effects.push(Effect::SaveSettings);
    }

    /// The session for which something was left out is finished.
    pub(super) fn forget_skips(&mut self, effects: &mut Vec<Effect>) {
        if self.settings.skip_today.changed != 0 {
            self.settings.skip_today = SkipToday::default();
            effects.push(Effect::SaveSettings);
        }
    }

    pub(super) fn correct(
        &mut self,
        id: EntryId,
        index: usize,
        steps: i8,
        effects: &mut Vec<Effect>,
    ) {
        // Numbers that a person put right are not taken back.
        self.ended = self.ended.take().filter(|ended| ended.id() != id);
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
        let deleted = self.entries.extract_if(.., |entry| entry.id == id);
        self.deleted.extend(deleted);
        effects.push(Effect::DeleteEntry(id));
    }

    pub(super) fn put_back(&mut self, id: EntryId, effects: &mut Vec<Effect>) {
        let deleted = self.deleted.iter().find(|entry| entry.id == id).cloned();
        if let Some(entry) = deleted {
            self.keep(entry.clone());
            effects.push(Effect::SaveEntry(Box::new(entry)));
        }
    }
}
