// The service worker: keeps one whole version of the app on the device and serves only that.
//
// - Install fetches every file past the HTTP cache, checks its SHA-256, and keeps nothing unless
//   all are right: the cache is wholly one version or not there. What was kept before, perhaps by a
//   worker of the same version that serves from it, stays as it was.
// - App files come from that cache. The network never answers for one, so two versions never mix;
//   a file the browser has lost is fetched again only if it is, byte for byte, this version's. Only a
//   page that can be had in no other way comes from the network as it is: all that it names is of its
//   own version, because the names tell what is in the files.
// - A new version waits until every page is closed, or until a page says
//   { type: "use-new-version" }: never by itself, in the middle of a session. Where nothing of
//   another version is left there is nothing to wait for.
// - What a page of another version still asks for is served from that version's cache, which stays
//   as long as such a page may be open.
// - The host's headers are kept with the files: some of them protect the page.
// - Only the app's own addresses are answered, only its own caches deleted: several apps may live
//   under one origin.
//
// The build fills in VERSION (a hash over this template and FILES) and FILES (path, SHA-256, type).
"use strict";

const VERSION = "{version}";
const FILES = "{files}";

include("fetch-whole.js");

const SCOPE = self.registration.scope;
const CACHE_PREFIX = `spry-knees:${new URL(SCOPE).pathname}:`;
const CACHE_NAME = CACHE_PREFIX + VERSION;
const FILE_BY_URL = new Map(FILES.map((file) => [new URL(file.path, SCOPE).href, file]));
const PAGE_URLS = [SCOPE, new URL("index.html", SCOPE).href];

/** The app's code, of whichever version: its names tell what is in it. */
const CODE_URL = new URL("spry-knees-", SCOPE).href;

/** What speaks of one transfer, not of the file, or would act anew each time the file is served. */
const NOT_KEPT = [
  "clear-site-data", "connection", "content-disposition", "content-encoding", "content-length",
  "content-range", "keep-alive", "link", "location", "refresh", "trailer", "transfer-encoding", "vary",
];

self.addEventListener("install", (event) => event.waitUntil(install()));
// The one window is that which asked for this version, and loads anew.
self.addEventListener("activate", (event) => {
  event.waitUntil(deleteOtherVersions((windows) => windows.length < 2));
});
self.addEventListener("message", (event) => {
  if (event.data?.type === "use-new-version") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  // Only the app's own page, not every address below it: another app may live in a sub-folder.
  const isPage = PAGE_URLS.includes(url.href);
  const file = FILE_BY_URL.get(isPage ? SCOPE : url.href);
  if (file) {
    const response = serve(file, request);
    event.respondWith(response);
    const tidied = () => tidy(event.resultingClientId);
    if (isPage) event.waitUntil(response.then(tidied).catch(() => {}));
  } else if (url.href.startsWith(CODE_URL)) {
    event.respondWith(serveOtherVersion(url, request));
  }
});

async function install() {
  const wasThere = await caches.has(CACHE_NAME);
  const abort = new AbortController();
  try {
    const responses = await Promise.all(
      FILES.map(async (file) => [file.path, await fetchChecked(file, abort)]),
    );
    const cache = await caches.open(CACHE_NAME);
    for (const [path, response] of responses) await cache.put(new URL(path, SCOPE), response);
  } catch (error) {
    abort.abort();
    if (!wasThere) await caches.delete(CACHE_NAME);
    throw error;
  }
  const pages = await Promise.all((await otherCaches()).map((name) => kept(SCOPE, name)));
  if (!pages.some(Boolean)) self.skipWaiting();
}

/** Deletes the other versions, if none is on its way and no open window can need one. */
async function deleteOtherVersions(needNone) {
  const { installing, waiting } = self.registration;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (installing || waiting || !needNone(windows)) return;
  await Promise.all((await otherCaches()).map((name) => caches.delete(name)));
}

async function otherCaches() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME);
}

/** What a cache has for an address. One that is not there is not made, one that fails has nothing. */
function kept(url, cacheName) {
  return caches.match(url, { cacheName }).catch(() => undefined);
}

async function serve(file, request) {
  const url = new URL(file.path, SCOPE);
  const found = await kept(url, CACHE_NAME);
  if (found) return found;
  try {
    const response = await fetchChecked(file);
    await keep(url, response.clone()).catch(() => {});
    return response;
  } catch {
    // Not this version's: a page of its own then, or nothing.
    return request.mode === "navigate" ? fetch(request) : Response.error();
  }
}

async function serveOtherVersion(url, request) {
  for (const name of await otherCaches().catch(() => [])) {
    const found = await kept(url, name);
    if (found) return found;
  }
  return fetch(request);
}

/** Fetches what the browser has lost, and deletes what no window can need any more. */
async function tidy(newWindow) {
  await deleteOtherVersions((windows) => windows.every(({ id }) => id === newWindow));
  const cache = await caches.open(CACHE_NAME);
  if ((await cache.keys()).length === FILES.length) return;
  for (const file of FILES) {
    const url = new URL(file.path, SCOPE);
    if (!(await cache.match(url))) await cache.put(url, await fetchChecked(file));
  }
}

async function keep(url, response) {
  await (await caches.open(CACHE_NAME)).put(url, response);
}

/** Fetches a file and throws unless its bytes are exactly those that were built. */
async function fetchChecked(file, abort) {
  const { response, bytes } = await fetchWhole(new URL(file.path, SCOPE), { cache: "no-store" }, abort);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== file.sha256) throw new Error(`${file.path} is not the file that was built`);
  // Made anew: a redirect or a wrong type of the server must not be kept with the bytes.
  const headers = new Headers(response.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  headers.set("Content-Type", file.type);
  return new Response(bytes, { headers });
}
