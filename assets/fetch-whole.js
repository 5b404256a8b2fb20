// Fetches a file whole. The build puts this into start.js and into sw.js.

/** A server that sends nothing for so long is taken to be gone. */
const STALL_MS = 15_000;

/** The file's bytes, with the answer that brought them. Throws where there is no such file, or no end of it. */
const fetchWhole = async (url, options = {}, abort = new AbortController()) => {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), STALL_MS);
  };
  try {
    wait();
    const response = await fetch(url, { ...options, signal: abort.signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const chunks = [];
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      wait();
    }
    return { response, bytes: await new Blob(chunks).arrayBuffer() };
  } finally {
    clearTimeout(timer);
  }
};
