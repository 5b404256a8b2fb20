// The translation of a browser or of an extension, into capitals. It takes its turn with every text
// that comes onto the page, from the first on, and does with it what its kind does.
((kind) => {
  const own = new WeakSet();
  const turns = new MessageChannel();
  const late = [];
  turns.port1.onmessage = () => late.shift()();
  const ways = {
    // As in Chrome: another element in the place of the text.
    elements: (text, words) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      inner.append(words);
      own.add(inner.firstChild);
      text.replaceWith(outer);
    },
    // The same with the words that were there when it asked, once the answer has come.
    late: (text, words) => {
      late.push(() => ways.elements(text, words));
      turns.port2.postMessage(0);
    },
    texts: (text, words) => {
      const other = new Text(words);
      own.add(other);
      text.replaceWith(other);
    },
    // Into the same text.
    words: (text, words) => {
      text.data = words;
    },
  };
  const translate = (part) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.currentNode; text; text = texts.nextNode()) {
      if (text.nodeType === Node.TEXT_NODE) found.push(text);
    }
    for (const text of found) {
      const words = text.data.toUpperCase();
      const foreign = text.parentElement?.closest('script, style, svg');
      if (!own.has(text) && !foreign && words !== text.data) ways[kind](text, words);
    }
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      for (const part of type === 'childList' ? addedNodes : [target]) {
        if (part.isConnected) translate(part);
      }
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
})
