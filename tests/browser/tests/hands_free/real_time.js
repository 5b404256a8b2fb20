// The page's own clock again, in place of the tests' clock that stands still.
(() => {
  delete performance.now;
  window.Date = Object.getPrototypeOf(window.Date);
  const controllers = new Map();
  let lastId = 0;
  const stop = (id) => {
    controllers.get(id)?.abort();
    controllers.delete(id);
  };
  window.setTimeout = (callback, delay = 0, ...args) => {
    lastId += 1;
    const id = lastId;
    const controller = new AbortController();
    controllers.set(id, controller);
    const run = () => {
      controllers.delete(id);
      callback(...args);
    };
    scheduler.postTask(run, { delay: Math.max(0, delay), signal: controller.signal }).catch(() => {});
    return id;
  };
  window.setInterval = (callback, delay = 0, ...args) => {
    const id = window.setTimeout(function again() {
      const next = window.setTimeout(again, delay);
      controllers.set(id, controllers.get(next));
      callback(...args);
    }, delay);
    return id;
  };
  window.clearTimeout = stop;
  window.clearInterval = stop;
})();
