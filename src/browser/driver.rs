//! The one dispatch: an event and the time go into the app, and its effects are carried out.

mod awake;
mod heard;
mod listen;
mod stored;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo_timers::callback::{Interval, Timeout};

use super::announcer::Announcer;
use super::front::{self, Engine, Parts};
use super::install::Install;
use super::media_keys::MediaKeys;
use super::offline::{Offline, OfflineState};
use super::presses::Presses;
use super::speech::{Speech, SpeechState};
use super::storage::{self, Storage};
use super::tone::{SoundState, Tones};
use super::wake_lock::{WakeLock, WakeLockState};
use super::{clock, page};
use crate::domain::app::route::Route;
use crate::domain::app::{App, Effect, Event, Moment};
use crate::domain::figure;
use crate::domain::guide::cue::APART_MS;
use crate::domain::guide::session::{self, Why};
use crate::domain::routine::Exercise;
use crate::domain::time::Instant;
use crate::text::cues;

/// The element that screen readers listen to.
pub const STATUS_ID: &str = "status";

/// While a session runs the clock is looked at least this often.
const LOOK_MS: u32 = 200;

/// The app with the devices that it runs on.
pub struct Driver {
    app: Rc<RefCell<App>>,
    waiting: RefCell<VecDeque<Event>>,
    busy: Cell<bool>,
    seen: Cell<Moment>,
    /// Tones are booked up to here.
    booked: Cell<Instant>,
    tones: Tones,
    speech: Speech,
    /// Whether what was said last is read aloud from a page.
    reading: Cell<bool>,
    /// Whether it belongs to the page, and ends with it.
    of_page: Cell<bool>,
    presses: Presses,
    /// What the devices were told of the settings: volume of the tones, voice.
    followed: RefCell<Option<(u8, Option<String>)>>,
    wake_lock: WakeLock,
    offline: Offline,
    media_keys: MediaKeys,
    install: Install,
    badge: Cell<Option<bool>>,
    announcer: Announcer,
    storage: Storage,
    look: RefCell<Option<Timeout>>,
    /// Whether a session has waited for long, and the time until then.
    resting: Cell<bool>,
    idle: RefCell<Option<Timeout>>,
    rest: RefCell<Option<Timeout>>,
    lease: RefCell<Option<Interval>>,
    elsewhere: RefCell<Option<Timeout>>,
    retry: RefCell<Option<Interval>>,
    older: RefCell<Option<Timeout>>,
    on_change: Rc<dyn Fn()>,
}

/// What the devices report, for the screen to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// Whether tones can be heard.
    pub sound: SoundState,
    /// Whether the app can speak.
    pub speech: SpeechState,
    /// Whether a page is being read aloud.
    pub reading: bool,
    /// Whether the screen stays on.
    pub wake_lock: WakeLockState,
    /// How far the offline copy is.
    pub offline: OfflineState,
    /// Whether the browser would ask to install.
    pub can_install: bool,
}

impl Engine for Driver {
    fn take(self: Rc<Self>, event: Event) {
        self.send(event);
    }

    fn look(self: Rc<Self>) {
        self.catch_up();
        self.send(Event::Tick);
    }

    fn devices(&self) -> Devices {
        Devices {
            // What rests in a long pause wakes with the press that ends it.
            sound: if self.resting.get() {
                SoundState::Running
            } else {
                self.tones.state()
            },
            speech: self.speech.state(),
            reading: self.reading.get() && !self.speech.is_idle(),
            wake_lock: self.wake_lock.state(),
            offline: self.offline.state(),
            can_install: self.install.is_offered(),
        }
    }

    fn session_minutes(&self) -> u32 {
        self.with(App::session_minutes)
    }

    fn name_page(&self, name: &str) {
        self.announcer.name_page(name);
    }

    fn figure(&self) -> Option<String> {
        self.with(|app| figure::of_today(app.settings.build))
    }

    fn poses(&self) -> String {
        let build = self.with(|app| app.settings.build);
        Exercise::ALL
            .map(|exercise| figure::glance(exercise, build))
            .concat()
    }

    fn use_new_version(&self) {
        let app = Rc::clone(&self.app);
        // Never in the middle of a session.
        self.offline
            .use_new_version(move || app.try_borrow().is_ok_and(|app| app.live.is_none()));
    }

    fn driver(self: Rc<Self>) -> Rc<Driver> {
        self
    }
}

impl Driver {
    /// Starts the app, which has been read, at the page's address.
    pub async fn start(parts: Parts) -> Rc<Self> {
        let Parts { app, on_change } = parts;
        let (storage, loaded) = Storage::open().await;
        let moment = front::now();
        let mut opened = App::open(loaded.into(), moment);
        let effects = opened.start(cues::speech_ms, moment);
        *app.borrow_mut() = opened;
        let driver = Rc::new_cyclic(|weak: &Weak<Self>| {
            let changed = |weak: &Weak<Self>| {
                let weak = weak.clone();
                move || {
                    if let Some(driver) = weak.upgrade() {
                        (driver.on_change)();
                    }
                }
            };
            let (speech_changed, lock_changed) = (changed(weak), changed(weak));
            let (offline_changed, offer_changed) = (changed(weak), changed(weak));
            let sound_weak = weak.clone();
            Self {
                app,
                waiting: RefCell::default(),
                busy: Cell::new(false),
                seen: Cell::new(moment),
                booked: Cell::default(),
                tones: Tones::new(move |state| {
                    if let Some(driver) = sound_weak.upgrade() {
                        driver.sound_changed(state);
                    }
                }),
                speech: Speech::new(move |_| speech_changed()),
                reading: Cell::default(),
                of_page: Cell::default(),
                presses: Presses::watch(),
                followed: RefCell::default(),
                wake_lock: WakeLock::new(move |_| lock_changed()),
                offline: Offline::new(move |_| offline_changed()),
                media_keys: awake::media_keys(weak),
                install: Install::new(move |_| offer_changed()),
                badge: Cell::default(),
                announcer: Announcer::new(STATUS_ID),
                storage,
                look: RefCell::default(),
                resting: Cell::default(),
                idle: RefCell::default(),
                rest: RefCell::default(),
                lease: RefCell::default(),
                elsewhere: RefCell::default(),
                retry: RefCell::default(),
                older: RefCell::default(),
                on_change,
            }
        });
        for effect in effects {
            driver.perform(effect);
        }
        driver.follow_settings();
        driver.watch_storage();
        driver.listen();
        driver.see_others();
        driver.send(Event::Visit(Route::parse(&page::hash())));
        driver.read_older();
        driver.tell_saved(driver.with(|app| app.saving));
        driver
    }

    /// Takes an event. One that comes while another is being dealt with waits for its turn.
    pub fn send(self: &Rc<Self>, event: Event) {
        self.waiting.borrow_mut().push_back(event);
        if self.busy.replace(true) {
            return;
        }
        self.notice_gap();
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(event) = next else { break };
            if matches!(event, Event::Visit(route) if self.with(|app| app.route != route)) {
                self.fall_silent();
            }
            let moment = self.look_at_clocks();
            let effects = self.app.borrow_mut().update(event, moment);
            for effect in effects {
                self.perform(effect);
            }
        }
        self.busy.set(false);
        self.follow_settings();
        self.keep_awake();
        self.hold_lease();
        self.book_tones();
        self.look_again();
        self.show_badge();
        (self.on_change)();
        self.learn_speed();
    }

    /// Reads the app as it stands.
    pub fn with<T>(&self, read: impl FnOnce(&App) -> T) -> T {
        read(&self.app.borrow())
    }

    /// Shows the browser's question whether to install, in the tap that asks for it.
    pub fn ask_to_install(&self) {
        self.install.ask();
    }

    /// The storage, for backup and restore.
    pub const fn storage(&self) -> &Storage {
        &self.storage
    }

    /// Carries out one effect: the only place that does.
    fn perform(self: &Rc<Self>, effect: Effect) {
        let saved = match effect {
            Effect::Session(session::Effect::Say { spoken, due }) => return self.say(spoken, due),
            Effect::Session(session::Effect::Sound(tone)) => {
                return self.tones.book(tone, clock::now());
            }
            Effect::Session(session::Effect::Announce(status)) => {
                return self.announcer.announce(&cues::status(status), APART_MS);
            }
            Effect::Session(session::Effect::Hush) => {
                self.tones.hush();
                self.booked.set(Instant::default());
                self.announcer.give_up();
                return self.speech.cancel();
            }
            // The app keeps these two to itself.
            Effect::Session(session::Effect::Save | session::Effect::Finished) => return,
            Effect::Go(route) => {
                page::set_hash(&route.hash());
                return self.waiting.borrow_mut().push_back(Event::Visit(route));
            }
            Effect::Replace(route) => {
                page::replace_hash(route.hash().trim_start_matches('#'));
                return self.waiting.borrow_mut().push_back(Event::Visit(route));
            }
            Effect::AskToKeep => return storage::ask_to_keep(),
            Effect::SaveRunning(unfinished) => self.storage.save_running(unfinished.as_deref()),
            Effect::SaveEntry(entry) => self.storage.save_entry(&entry),
            Effect::DeleteEntry(id) => self.storage.delete_entry(id),
            Effect::SaveSettings => self
                .storage
                .save_settings(&self.with(|app| app.settings.clone())),
            Effect::SaveSafety => self.storage.save_safety(&self.with(|app| app.safety)),
        };
        self.tell_saved(saved.is_ok());
    }

    /// The devices follow the settings, whoever changed them.
    fn follow_settings(&self) {
        let wanted = self.with(|app| (app.settings.tone_volume, app.settings.voice.clone()));
        if self.followed.borrow().as_ref() != Some(&wanted) {
            self.tones.set_volume(wanted.0);
            self.speech.choose(wanted.1.clone());
            self.followed.replace(Some(wanted));
        }
    }

    fn look_at_clocks(&self) -> Moment {
        let moment = front::now();
        self.seen.set(moment);
        moment
    }

    /// Nobody could hear what was due while the device slept: the session pauses where it was last
    /// seen. The monotonic clock may or may not have run on meanwhile.
    fn notice_gap(&self) {
        if !self.with(|app| {
            app.live
                .as_ref()
                .is_some_and(|live| live.session.is_running())
        }) {
            return;
        }
        let seen = self.seen.get();
        if front::now().may_have_slept_since(seen) {
            let why = if page::is_visible() {
                Why::Slept
            } else {
                Why::Hidden
            };
            let away = session::Event::Away {
                last_seen: seen.now,
                why,
            };
            self.waiting.borrow_mut().push_front(Event::Session(away));
        }
    }

    /// The next look at the clock, when something changes or a tone wants booking. The timer lives
    /// exactly as long as a session runs.
    fn look_again(self: &Rc<Self>) {
        let now = clock::now();
        let next = self.with(|app| {
            app.live
                .as_ref()
                .and_then(|live| live.session.next_change(now))
        });
        let look = next.map(|next| {
            let weak = Rc::downgrade(self);
            // One more, because timers may fire a fraction of a millisecond early.
            Timeout::new(next.since(now).min(LOOK_MS) + 1, move || {
                if let Some(driver) = weak.upgrade() {
                    driver.send(Event::Tick);
                }
            })
        });
        drop(self.look.replace(look));
    }
}
