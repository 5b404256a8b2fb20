// Devices that write down what the app does with them, on the clock of the test: a voice that takes
// as long as the app reckons (times `takes`) and drops what comes right after `cancel()`, an audio clock that lies
// apart from the page's, a screen that may go dark, a headset, a buzzer. `device` tells how they
// behave, `heard` what happened; times are milliseconds of the page's clock.
window.device = {
  voices: [
    { name: 'Bells', lang: 'en-US', localService: true, default: false },
    { name: 'Google UK English Female', lang: 'en-GB', localService: false, default: true },
    { name: 'Anna', lang: 'de-DE', localService: true, default: false },
    { name: 'Daniel', lang: 'en-GB', localService: true, default: false },
    { name: 'Samantha', lang: 'en_US', localService: true, default: false },
  ],
  voicesComeAfterMs: 0,
  takes: 1,
  losesEnds: false,
  forgetsUtterances: false,
  speechBlocked: false,
  soundBlocked: false,
  screenMayGoDark: false,
  buzzes: true,
};
window.heard = {
  said: [], tones: [], told: [], shown: [], buzzed: [], screen: [], audioSession: [], mediaKeys: {},
};
(() => {
  const { device, heard } = window;
  // The engines are no part of the page: nothing holds their clock up.
  const later = window.setTimeout;
  const tapped = () => navigator.userActivation.isActive;
  const replace = (object, name, value) => Object.defineProperty(object, name, { value, configurable: true });

  class Utterance extends EventTarget {
    constructor(text) {
      super();
      Object.assign(this, { text, lang: '', voice: null, rate: 1, pitch: 1, volume: 1 });
    }
  }
  class Voice extends EventTarget {
    constructor() {
      super();
      Object.assign(this, { queue: [], current: null, cancelledAt: -1000, resume() {} });
      later(() => this.dispatchEvent(new Event('voiceschanged')), device.voicesComeAfterMs);
    }
    get speaking() { return this.current !== null; }
    get pending() { return this.queue.length > 0; }
    get paused() { return false; }
    pause() { throw new Error('on Android nothing is heard after pause()'); }
    getVoices() { return performance.now() >= device.voicesComeAfterMs ? device.voices : []; }
    speak(utterance) {
      const { text, lang, rate, volume, voice } = utterance;
      const entry = { text, lang, rate, volume, voice: voice?.name, at: performance.now(), end: null, cut: false };
      heard.said.push(entry);
      if (entry.at - this.cancelledAt < 50) entry.dropped = true;
      else if (device.speechBlocked) {
        const refusal = Object.assign(new Event('error'), { error: 'not-allowed' });
        later(() => utterance.dispatchEvent(refusal), 0);
      } else {
        // Some engines hold no utterance that the page has let go of.
        const held = device.forgetsUtterances ? new WeakRef(utterance) : { deref: () => utterance };
        this.queue.push({ held, entry });
        this.next();
      }
    }
    next() {
      if (this.current || !this.queue.length) return;
      const spoken = this.queue.shift();
      this.current = spoken;
      const { length } = spoken.entry.text.trim();
      later(() => {
        if (this.current !== spoken) return;
        this.current = null;
        spoken.entry.end = performance.now();
        if (!device.losesEnds) spoken.held.deref()?.dispatchEvent(new Event('end'));
        this.next();
      }, (length ? 440 + length * 60 : 0) * device.takes * 0.95 / spoken.entry.rate);
    }
    cancel() {
      if (this.current) Object.assign(this.current.entry, { cut: true, end: performance.now() });
      for (const { entry } of this.queue) entry.dropped = true;
      this.queue = [];
      this.current = null;
      this.cancelledAt = performance.now();
    }
  }
  replace(window, 'SpeechSynthesisUtterance', Utterance);
  replace(window, 'speechSynthesis', new Voice());

  class Param {
    constructor(value) { Object.assign(this, { value, points: [] }); }
    setValueAtTime(value, at) { this.points.push({ value, at }); return this; }
    linearRampToValueAtTime(value, at) { return this.setValueAtTime(value, at); }
    setTargetAtTime(value, at) { return this.setValueAtTime(value, at); }
  }
  class Sound extends EventTarget {
    constructor() {
      super();
      Object.assign(this, { state: 'suspended', destination: {}, startedAt: 0, stoodAt: 0 });
      window.sound = this;
      if (tapped() && !device.soundBlocked) this.turn('running');
    }
    // Half a second apart from the page's clock, and what is heard lags 40 ms.
    get currentTime() {
      return this.state === 'running' ? (performance.now() - this.startedAt) / 1000 + this.stoodAt : this.stoodAt;
    }
    getOutputTimestamp() { return { contextTime: this.currentTime - 0.04, performanceTime: performance.now() }; }
    heardAt(time) { return (time + 0.04 - this.stoodAt) * 1000 + this.startedAt; }
    turn(state) {
      if (state === this.state) return;
      if (state === 'running') this.startedAt = performance.now();
      else this.stoodAt = this.currentTime;
      this.state = state;
      later(() => this.dispatchEvent(new Event('statechange')), 0);
    }
    async resume() {
      if (!tapped() || device.soundBlocked) return new Promise(() => {});
      return this.turn('running');
    }
    async suspend() { this.turn('suspended'); }
    async close() { this.turn('closed'); }
    createGain() { return { gain: new Param(1), connect() {}, disconnect() {} }; }
    createOscillator() {
      const frequency = new Param(440);
      let entry;
      return {
        frequency,
        connect() {},
        disconnect() {},
        start: (at) => {
          const [from, to] = [frequency.points[0].value, frequency.points.at(-1).value];
          entry = { at: this.heardAt(at), from, to, bookedAt: performance.now() };
          heard.tones.push(entry);
        },
        // A tone that is stopped before it began is not heard.
        stop: (at) => { entry.until = this.heardAt(at); },
      };
    }
  }
  replace(window, 'AudioContext', Sound);

  class Lock extends EventTarget {
    async release() { this.drop(); }
    drop() {
      if (this.released) return;
      this.released = true;
      heard.screen.push('may go dark');
      this.dispatchEvent(new Event('release'));
    }
  }
  let lock = null;
  replace(navigator, 'wakeLock', {
    async request() {
      if (device.screenMayGoDark) {
        heard.screen.push('refused');
        throw new DOMException('Low battery', 'NotAllowedError');
      }
      heard.screen.push('stays on');
      lock = new Lock();
      return lock;
    },
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) lock?.drop(); });

  navigator.mediaSession.setActionHandler = (action, handler) => { heard.mediaKeys[action] = handler; };
  replace(navigator, 'audioSession', {
    set type(type) { heard.audioSession.push({ type, tapped: tapped() }); },
  });
  if (device.buzzes) replace(navigator, 'vibrate', (ms) => heard.buzzed.push({ ms, at: performance.now() }));

  // What the page shows and tells, each change with its time.
  const follow = (list, selector) => {
    const text = document.querySelector(selector)?.textContent.trim() ?? '';
    if (text !== (list.at(-1)?.text ?? '')) list.push({ text, at: performance.now() });
  };
  new MutationObserver(() => {
    follow(heard.told, '#status');
    follow(heard.shown, '.player__count');
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
