// What a person finds on the page: the words that can be seen, and what can be pressed.
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
// Without the region that only screen readers hear.
const shown = () => oneLine(
  [...document.body.children].filter((part) => part.id !== 'status').map((part) => part.innerText ?? '').join(' '),
);
const shows = (words) => {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(shown());
};
const isVisible = (element) => element.getClientRects().length > 0
  && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const pressable = (name) => [...document.querySelectorAll('a[href], button, summary, label')]
  .filter((element) => isVisible(element)
    && oneLine(element.getAttribute('aria-label') ?? element.innerText) === name);
// What IndexedDB holds, by its keys.
const answer = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
// WebKit leaves some openings without an answer: then it is asked again.
const openMirror = async () => {
  for (;;) {
    const request = indexedDB.open('spry-knees');
    const late = new Promise((done) => (window.testClock?.realStart ?? setTimeout).call(window, done, 5_000));
    const base = await Promise.race([answer(request), late]);
    if (base) return base;
    request.onsuccess = () => request.result.close();
  }
};
const mirrored = async () => {
  window.testMirror ??= openMirror();
  const records = (await window.testMirror).transaction('records').objectStore('records');
  const [names, texts] = await Promise.all([answer(records.getAllKeys()), answer(records.getAll())]);
  return Object.fromEntries(names.map((name, index) => [name, texts[index]]));
};
