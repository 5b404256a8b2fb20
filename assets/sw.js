// The service worker: keeps one whole version of the app on the device and serves only that.
//
// - Install fetches every file past the HTTP cache, checks its SHA-256, and keeps nothing unless
//   all are right: the cache is wholly one version or not there.
// - App files come from that cache. The network never answers for one, so two versions never mix;
//   a file the browser has lost is fetched again only if it is, byte for byte, this version's.
// - A new version waits until every page is closed, or until a page says
//   { type: "use-new-version" }: never by itself, in the middle of a session.
// - Only the app's own addresses are answered, only its own caches deleted: several apps may live
//   under one origin.
//
// The build fills in VERSION (a hash over this template and FILES) and FILES (path, SHA-256, type).
"use strict";

const VERSION = "{version}";
const FILES = "{files}";

/** A server that sends nothing for so long is taken to be gone. */
const STALL_MS = 20_000;

const SCOPE = self.registration.scope;
const CACHE_PREFIX = `spry-knees:${new URL(SCOPE).pathname}:`;
const CACHE_NAME = CACHE_PREFIX + VERSION;
const FILE_BY_URL = new Map(FILES.map((file) => [new URL(file.path, SCOPE).href, file]));
const PAGE_URLS = [SCOPE, new URL("index.html", SCOPE).href];

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(deleteOldVersions()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "use-new-version") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const file = fileFor(event.request);
  if (file) event.respondWith(serve(file));
});

async function install() {
  const abort = new AbortController();
  try {
    const responses = await Promise.all(
      FILES.map(async (file) => [file.path, await fetchChecked(file, abort)]),
    );
    const cache = await caches.open(CACHE_NAME);
    for (const [path, response] of responses) await cache.put(new URL(path, SCOPE), response);
  } catch (error) {
    abort.abort();
    await caches.delete(CACHE_NAME);
    throw error;
  }
}

async function deleteOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The app's file that a request is for, if it is for one. */
function fileFor(request) {
  if (request.method !== "GET") return undefined;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  // Only the app's own page, not every address below it: another app may live in a sub-folder.
  return FILE_BY_URL.get(PAGE_URLS.includes(url.href) ? SCOPE : url.href);
}

async function serve(file) {
  const cache = await caches.open(CACHE_NAME);
  const kept = await cache.match(new URL(file.path, SCOPE));
  if (kept) return kept;
  try {
    const found = await fetchChecked(file, new AbortController());
    await cache.put(new URL(file.path, SCOPE), found.clone()).catch(() => {});
    return found;
  } catch {
    return Response.error();
  }
}

/** Fetches a file and throws unless its bytes are exactly those that were built. */
async function fetchChecked(file, abort) {
  const bytes = await fetchWhole(new URL(file.path, SCOPE), abort);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== file.sha256) throw new Error(`${file.path} is not the file that was built`);
  // Made anew: a redirect or a wrong type of the server must not be kept with the bytes.
  return new Response(bytes, { headers: { "Content-Type": file.type } });
}

async function fetchWhole(url, abort) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), STALL_MS);
  };
  try {
    wait();
    const response = await fetch(url, { cache: "no-store", signal: abort.signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const chunks = [];
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      wait();
    }
    return await new Blob(chunks).arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}
