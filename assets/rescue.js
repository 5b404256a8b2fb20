// Says in the shell why the app does not start, and puts the next version in the place of one that
// fails. The build writes this into index.html, before start.js, with its hash in the page's policy.
// It is no module and keeps to the words of old browsers, because it must run where start.js cannot.
// It exposes one thing: `rescue`.
var rescue = (function () {
  // What has not come after so long is taken to hang, although it may still come.
  var PATIENCE_MS = 15000;
  // A page that reloads itself does so only so often: the next version may fail as well.
  var MOST_RELOADS = 3;
  var RELOADS = "spry-knees/reloads";
  // A module with a table of references: what the app needs and the browsers of before 2021 lack.
  var REFERENCES = [0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0];

  var root = document.documentElement;
  var isFollowing = false;
  var exposed = { hasBegun: false, trouble: trouble(), fail: fail, repair: repair, useNewVersion: useNewVersion };

  // Why the app cannot run here at all, if so.
  function trouble() {
    // A page that frames the app could lay its own words over the app's buttons.
    if (window.top !== window.self) return "framed";
    if (typeof WebAssembly !== "object") return "no-wasm";
    return WebAssembly.validate(new Uint8Array(REFERENCES)) ? "" : "old";
  }

  // The shell has words for each trouble. The style sheet shows them, and hides what would do nothing.
  function say(trouble) {
    root.setAttribute("data-app", "failed");
    root.setAttribute("data-trouble", trouble);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showPictures);
    else showPictures();
  }

  // They stand where only a browser without scripts looks, so that a visit in which all is well does
  // not load them.
  function showPictures() {
    var hidden = document.querySelectorAll(".printed noscript");
    for (var index = 0; index < hidden.length; index++) hidden[index].outerHTML = hidden[index].textContent;
  }

  function fail(trouble) {
    say(trouble);
    repair();
  }

  function isWhole() {
    return root.getAttribute("data-app") === "whole";
  }

  // Looks for a version that can start, and uses it as soon as it is here.
  function repair() {
    if (!navigator.serviceWorker) return;
    navigator.serviceWorker.getRegistration().then(function (registration) {
      if (!registration) return;
      if (!isFollowing) {
        isFollowing = true;
        useNewVersion(registration, function () {
          return !isWhole();
        });
      }
      return registration.update();
    }).then(null, function () {});
  }

  // Uses the newest version that waits or comes, as long as it is wanted, and loads the page anew.
  function useNewVersion(registration, isWanted) {
    var isOver = false;
    function follow(worker) {
      if (!worker) return;
      function look() {
        if (isOver) return;
        isOver = worker.state === "activated";
        if (!isWanted()) return;
        if (worker.state === "installed") worker.postMessage({ type: "use-new-version" });
        if (isOver) reload();
      }
      worker.addEventListener("statechange", look);
      look();
    }
    registration.addEventListener("updatefound", function () {
      follow(registration.installing);
    });
    follow(registration.installing);
    follow(registration.waiting);
  }

  function reload() {
    if (!isWhole()) {
      try {
        var reloads = Number(sessionStorage.getItem(RELOADS)) + 1;
        if (reloads > MOST_RELOADS) return;
        sessionStorage.setItem(RELOADS, reloads);
      } catch (error) {
        return;
      }
    }
    location.reload();
  }

  // A fault in the app itself, while it starts.
  function listen(event) {
    var error = event.error || event.reason;
    if (!isWhole() && error instanceof WebAssembly.RuntimeError) fail("failed");
  }

  if (exposed.trouble) {
    say(exposed.trouble);
  } else {
    addEventListener("error", listen);
    addEventListener("unhandledrejection", listen);
    // By then start.js has begun, unless the browser knows no modules, or something blocks it.
    document.addEventListener("DOMContentLoaded", function () {
      if (!exposed.hasBegun) fail("noModule" in HTMLScriptElement.prototype ? "stuck" : "old");
    });
    setTimeout(function () {
      if (document.querySelector(".trouble")) fail(root.getAttribute("data-trouble") || "failed");
    }, PATIENCE_MS);
  }
  return exposed;
})();
