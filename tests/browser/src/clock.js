// The clock of the page, for tests: Date, performance.now and the timers stand still until the
// test says how much time passes. Then the due timers run in the order of their time, each at its
// own time, and the browser gets a turn after each.
((wallMs) => {
  const turns = new MessageChannel();
  const waiting = [];
  turns.port1.onmessage = () => waiting.shift()();
  const turn = () => new Promise((done) => {
    waiting.push(done);
    turns.port2.postMessage(0);
  });

  let passedMs = 0;
  let lastId = 0;
  const timers = new Map();
  // WebKit's driver waits for a script by the page's own timers; a day may pass in one.
  const patienceMs = 120_000;
  const [realStart, realStop] = [window.setTimeout, window.clearTimeout];
  const start = (again) => (callback, delayMs, ...args) => {
    if (delayMs === patienceMs) return -realStart.call(window, callback, delayMs, ...args);
    const ms = Math.max(again ? 1 : 0, Number(delayMs) || 0);
    lastId += 1;
    timers.set(lastId, { at: passedMs + ms, again: again ? ms : null, run: () => callback(...args) });
    return lastId;
  };
  const stop = (id) => (id < 0 ? realStop.call(window, -id) : void timers.delete(id));
  window.setTimeout = start(false);
  window.setInterval = start(true);
  window.clearTimeout = stop;
  window.clearInterval = stop;

  const now = () => wallMs + Math.floor(passedMs);
  window.Date = class extends Date {
    constructor(...args) {
      super(...(args.length ? args : [now()]));
    }
    static now() {
      return now();
    }
  };
  performance.now = () => passedMs;
  // Events are dated by the same clock, and by the time that a person takes before each press.
  let takenMs = 0;
  const takeTime = () => void (takenMs += 1000);
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => passedMs + takenMs });

  const nextDue = (endMs) => {
    let next = null;
    for (const [id, timer] of timers) {
      if (timer.at <= endMs && (!next || timer.at < next.timer.at)) next = { id, timer };
    }
    return next;
  };
  const pass = async (ms, until) => {
    const startMs = passedMs;
    const endMs = startMs + ms;
    await turn();
    while (!until?.()) {
      const next = nextDue(endMs);
      passedMs = Math.max(passedMs, next ? next.timer.at : endMs);
      if (!next) break;
      if (next.timer.again === null) timers.delete(next.id);
      else next.timer.at += next.timer.again;
      next.timer.run();
      await turn();
    }
    return passedMs - startMs;
  };
  const setBy = (ms) => void (wallMs += ms);
  Object.defineProperty(window, 'testClock', { value: { pass, setBy, takeTime, realStart } });
})
