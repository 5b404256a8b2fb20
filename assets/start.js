// Starts the app. The build writes this into index.html with the names of the built files filled in
// and its hash in the page's policy. A module has a scope of its own; it exposes one thing: the
// browser's offer to install, which comes once, perhaps before the app can listen.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.installOffer = event;
}, { once: true });
const shell = [...document.body.childNodes];
// A function, because a module must not await here: where its page is left in the middle of that,
// WebKit goes round in the wait for ever, and the tab hangs.
const start = async () => {
  try {
    const { default: init } = await import("{js}");
    await init({ module_or_path: "{wasm}" });
  } catch (error) {
    // The words of the shell can be read without the app: put back what a half-finished start removed.
    document.body.replaceChildren(...shell);
    document.documentElement.dataset.app = "failed";
    console.error(error);
  }
  // Here, and not in the app, so that a broken app can still be replaced by its next version.
  if ("{worker}") {
    navigator.serviceWorker?.register("{worker}", { updateViaCache: "none" }).catch(console.warn);
  }
};
start();
