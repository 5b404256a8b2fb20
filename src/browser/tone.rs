//! Tones by Web Audio, booked ahead on the audio clock.
//!
//! What the page's timers do cannot make a booked tone late. What an iPhone needs: the context is
//! made inside a tap, the audio session says "playback" so that the silent switch does not mute it,
//! and after a call or a lock the context is `interrupted`, not `suspended`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode};

use super::listener::Listener;
use super::{clock, promise};
use crate::device::audio_clock::{AudioClock, Look};
use crate::domain::guide::cue::{Note, Tone};
use crate::domain::time::Instant;

/// Whether tones can be heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SoundState {
    /// This browser has no Web Audio.
    #[default]
    Absent,
    /// Sound needs a tap first, see [`Tones::unlock`].
    Suspended,
    /// Something else took the sound: a call, an alarm, the lock screen.
    Interrupted,
    /// Tones sound.
    Running,
}

/// A tone that was due longer ago than this is dropped.
const TOO_LATE_MS: u32 = 50;
/// Waking the hardware takes no longer than this.
const SOON_MS: u32 = 1_000;

/// The device that plays tones.
pub struct Tones(Rc<Device>);

struct Device {
    graph: RefCell<Option<Graph>>,
    absent: Cell<bool>,
    volume_percent: Cell<u8>,
    told: Cell<Option<SoundState>>,
    soon: Cell<Option<(Tone, Instant)>>,
    on_state: Box<dyn Fn(SoundState)>,
}

impl Tones {
    /// A device that is silent until [`Tones::unlock`]; `on_state` hears of every change.
    pub fn new(on_state: impl Fn(SoundState) + 'static) -> Self {
        Self(Rc::new(Device {
            graph: RefCell::default(),
            absent: Cell::new(false),
            volume_percent: Cell::new(100),
            told: Cell::default(),
            soon: Cell::default(),
            on_state: Box::new(on_state),
        }))
    }

    /// Makes or wakes the sound. To be called inside every tap of a session, as only a tap may.
    /// With `keep_music` other apps go on playing; an iPhone's silent switch then mutes the tones.
    pub fn unlock(&self, keep_music: bool) {
        set_audio_session(keep_music);
        if self.0.graph.borrow().is_none() {
            self.0.make();
        }
        if self.state() != SoundState::Running
            && let Some(graph) = &*self.0.graph.borrow()
        {
            promise::ignore(graph.context.resume());
        }
    }

    /// Whether tones can be heard now.
    pub fn state(&self) -> SoundState {
        self.0.state()
    }

    /// Sets the volume of all tones, 0 to 100.
    pub fn set_volume(&self, percent: u8) {
        self.0.volume_percent.set(percent);
        if let Some(graph) = &*self.0.graph.borrow() {
            graph.set_volume(percent);
        }
    }

    /// Books a tone to be heard at `at`, best a moment ahead. Nothing is booked while there is
    /// no sound, or more than 50 ms too late: a cue that comes late is a wrong cue.
    pub fn book(&self, tone: Tone, at: Instant) {
        if clock::now().since(at) <= TOO_LATE_MS {
            self.0.book(tone, at);
        }
    }

    /// Sounds a tone in answer to the tap that wakes the sound, as soon as it is awake.
    pub fn play_soon(&self, tone: Tone) {
        if self.state() == SoundState::Running {
            self.0.book(tone, clock::now());
        } else {
            self.0.soon.set(Some((tone, clock::now())));
        }
    }

    /// Ends what sounds and forgets what is booked.
    pub fn hush(&self) {
        self.0.hush();
    }

    /// Lets the hardware sleep, for when a session is over.
    pub fn rest(&self) {
        self.hush();
        if let Some(graph) = &*self.0.graph.borrow() {
            promise::ignore(graph.context.suspend());
        }
    }
}

impl Device {
    fn make(self: &Rc<Self>) {
        let device = Rc::downgrade(self);
        let on_change = move |_| {
            if let Some(device) = device.upgrade() {
                device.changed();
            }
        };
        match Graph::new(self.volume_percent.get(), on_change) {
            Ok(graph) => *self.graph.borrow_mut() = Some(graph),
            Err(_) => self.absent.set(true),
        }
        self.changed();
    }

    fn changed(&self) {
        let state = self.state();
        if state != SoundState::Running {
            // Else all that was booked would sound at once, and late, when the sound comes back.
            self.hush();
        } else if let Some((tone, since)) = self.soon.take()
            && clock::now().since(since) < SOON_MS
        {
            self.book(tone, clock::now());
        }
        if self.told.replace(Some(state)) != Some(state) {
            (self.on_state)(state);
        }
    }

    fn state(&self) -> SoundState {
        match self
            .graph
            .borrow()
            .as_ref()
            .map(|graph| graph.context.state())
        {
            None if self.absent.get() => SoundState::Absent,
            None | Some(AudioContextState::Suspended) => SoundState::Suspended,
            Some(AudioContextState::Running) => SoundState::Running,
            Some(_) => SoundState::Interrupted,
        }
    }

    fn book(&self, tone: Tone, at: Instant) {
        if self.state() == SoundState::Running
            && let Some(graph) = &mut *self.graph.borrow_mut()
        {
            // A browser that refuses a node leaves words and voice: nothing to be done about it.
            let _ = graph.book(tone, at);
        }
    }

    fn hush(&self) {
        if let Some(graph) = &mut *self.graph.borrow_mut() {
            let _ = graph.hush();
        }
    }
}

/// Notes, then the bus that fades them all out, then the volume.
struct Graph {
    context: AudioContext,
    volume: GainNode,
    bus: GainNode,
    booked: Vec<Booked>,
    clock: AudioClock,
    _on_change: Listener,
}

struct Booked {
    oscillator: OscillatorNode,
    envelope: GainNode,
    end_s: f64,
}

impl Graph {
    fn new(
        volume_percent: u8,
        on_change: impl Fn(web_sys::Event) + 'static,
    ) -> Result<Self, JsValue> {
        let context = AudioContext::new()?;
        let volume = context.create_gain()?;
        volume.connect_with_audio_node(&context.destination())?;
        let bus = context.create_gain()?;
        bus.connect_with_audio_node(&volume)?;
        let graph = Self {
            _on_change: Listener::new(&context, "statechange", on_change),
            context,
            volume,
            bus,
            booked: Vec::new(),
            clock: AudioClock::default(),
        };
        graph.set_volume(volume_percent);
        Ok(graph)
    }

    fn set_volume(&self, percent: u8) {
        self.volume
            .gain()
            .set_value(f32::from(percent.min(100)) / 100.0);
    }

    fn book(&mut self, tone: Tone, at: Instant) -> Result<(), JsValue> {
        let now_s = self.context.current_time();
        self.release(now_s);
        self.look();
        let start_s = self.clock.seconds_at(at).unwrap_or(now_s).max(now_s);
        for note in tone.notes() {
            self.play(note, start_s + seconds(note.start_ms))?;
        }
        Ok(())
    }

    fn play(&mut self, note: Note, start_s: f64) -> Result<(), JsValue> {
        let end_s = start_s + seconds(note.length_ms);
        let envelope = self.context.create_gain()?;
        let gain = envelope.gain();
        gain.set_value_at_time(0.0, start_s)?;
        gain.linear_ramp_to_value_at_time(note.gain, start_s + seconds(Note::ATTACK_MS))?;
        gain.set_value_at_time(note.gain, end_s - seconds(note.fall_ms()))?;
        gain.linear_ramp_to_value_at_time(0.0, end_s)?;
        envelope.connect_with_audio_node(&self.bus)?;

        let oscillator = self.context.create_oscillator()?;
        let pitch = oscillator.frequency();
        pitch.set_value_at_time(note.from_hz, start_s)?;
        pitch.linear_ramp_to_value_at_time(note.to_hz, end_s)?;
        oscillator.connect_with_audio_node(&envelope)?;
        oscillator.start_with_when(start_s)?;
        oscillator.stop_with_when(end_s)?;
        self.booked.push(Booked {
            oscillator,
            envelope,
            end_s,
        });
        Ok(())
    }

    fn look(&mut self) {
        let now = Look {
            page_ms: clock::now_ms(),
            audio_s: self.context.current_time(),
        };
        self.clock.look(now, heard(&self.context));
    }

    /// Fades the bus within a few milliseconds, so that a tone that sounds does not click.
    fn hush(&mut self) -> Result<(), JsValue> {
        if self.booked.is_empty() {
            return Ok(());
        }
        let now_s = self.context.current_time();
        self.bus.gain().set_target_at_time(0.0, now_s, 0.005)?;
        for booked in self.booked.drain(..) {
            booked.oscillator.stop_with_when(now_s + 0.03)?;
        }
        self.bus = self.context.create_gain()?;
        self.bus.connect_with_audio_node(&self.volume)?;
        Ok(())
    }

    fn release(&mut self, now_s: f64) {
        self.booked.retain(|booked| {
            let sounds = booked.end_s > now_s;
            if !sounds {
                let _ = booked.envelope.disconnect();
            }
            sounds
        });
    }
}

impl Drop for Graph {
    fn drop(&mut self) {
        promise::ignore(self.context.close());
    }
}

fn seconds(ms: u32) -> f64 {
    f64::from(ms) / 1_000.0
}

fn set_audio_session(keep_music: bool) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let session = navigator.and_then(|navigator| {
        let navigator: &SessionNavigator = navigator.unchecked_ref();
        navigator.audio_session()
    });
    if let Some(session) = session {
        session.set_kind(if keep_music { "ambient" } else { "playback" });
    }
}

fn heard(context: &AudioContext) -> Option<Look> {
    let stamp = context.unchecked_ref::<StampedContext>().stamp().ok()?;
    Some(Look {
        page_ms: stamp.performance_time()?,
        audio_s: stamp.context_time()?,
    })
}

#[wasm_bindgen]
extern "C" {
    /// `navigator` of a browser with the Audio Session API (Safari 16.4).
    #[wasm_bindgen(extends = Object)]
    type SessionNavigator;
    #[wasm_bindgen(method, getter, js_name = audioSession)]
    fn audio_session(this: &SessionNavigator) -> Option<AudioSession>;

    type AudioSession;
    #[wasm_bindgen(method, setter, js_name = type)]
    fn set_kind(this: &AudioSession, kind: &str);

    #[wasm_bindgen(extends = Object)]
    type StampedContext;
    #[wasm_bindgen(method, catch, js_name = getOutputTimestamp)]
    fn stamp(this: &StampedContext) -> Result<Stamp, JsValue>;

    type Stamp;
    #[wasm_bindgen(method, getter, js_name = contextTime)]
    fn context_time(this: &Stamp) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = performanceTime)]
    fn performance_time(this: &Stamp) -> Option<f64>;
}
