// Starts the app. The build writes this into index.html, after rescue.js, with the names of the built
// files filled in and its hash in the page's policy. A module has a scope of its own; it exposes two
// things: the browser's offer to install, which comes once, perhaps before the app can listen, and
// the way to fetch the rest of the app.
include("fetch-whole.js");
rescue.hasBegun = true;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.installOffer = event;
}, { once: true });

/** After a failure the app is tried again, each time after twice as long, up to this. */
const LONGEST_WAIT_MS = 60_000;

const shell = [...document.body.childNodes];
const asked = new Set();
let attempts = 0;
let retry;

// What is asked for again came broken: not what the browser has kept of it.
window.fetchBytes = async (url) => {
  const cache = asked.has(String(url)) ? "reload" : "default";
  asked.add(String(url));
  return (await fetchWhole(url, { cache })).bytes;
};

const inTime = (promise) => Promise.race([promise, new Promise((_, fail) => {
  setTimeout(() => fail(new Error("the app's script does not come")), STALL_MS);
})]);

// A function, because a module must not await here: where its page is left in the middle of that,
// WebKit goes round in the wait for ever, and the tab hangs.
const start = async () => {
  clearTimeout(retry);
  retry = undefined;
  attempts += 1;
  try {
    // A browser never asks again for a module that failed, unless by another address.
    const again = attempts > 1 ? `?${attempts}` : "";
    const [{ default: init }, bytes] = await Promise.all([
      inTime(import(`{js}${again}`)),
      fetchBytes("{wasm}"),
    ]);
    await init({ module_or_path: bytes });
  } catch (error) {
    // The words of the shell can be read without the app: put back what a half-finished start removed.
    if (!shell[0].isConnected) document.body.replaceChildren(...shell);
    rescue.fail("failed");
    console.error(error);
    // What came whole and then broke would break again.
    if (!(error instanceof WebAssembly.RuntimeError)) {
      retry = setTimeout(start, Math.min(1000 * 2 ** attempts, LONGEST_WAIT_MS));
    }
  }
  // Here, and not in the app, so that a broken app can still be replaced by its next version.
  if ("{worker}" && attempts === 1) {
    navigator.serviceWorker?.register("{worker}", { updateViaCache: "none" }).catch(console.warn);
  }
};
addEventListener("online", () => {
  if (retry) start();
});
if (!rescue.trouble) start();
