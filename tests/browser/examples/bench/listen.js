// Listens to what goes to the speaker: when each tone begins, on the page's clock.
(() => {
  let ear = null;
  let heardTo = 0;
  let soundedAt = -1;
  let tapped = 0;
  const onsets = [];
  const connect = AudioNode.prototype.connect;
  const listen = () => {
    const { context } = ear;
    // The ear keeps the last samples up to now: three quarters of a second, more than a busy page
    // lets pass between two looks.
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    const end = context.currentTime;
    samples.forEach((sample, index) => {
      const at = end - (samples.length - index) / context.sampleRate;
      if (at <= heardTo || Math.abs(sample) < 0.002) return;
      // A tone begins after 60 ms of silence; within one, every wave passes through nothing.
      if (at - soundedAt > 0.06) onsets.push(at);
      soundedAt = at;
    });
    heardTo = end;
  };
  AudioNode.prototype.connect = function (to, ...more) {
    if (to === this.context.destination && !ear) {
      ear = new AnalyserNode(this.context, { fftSize: 32768 });
      connect.call(this, ear);
      setInterval(listen, 200);
    }
    return connect.call(this, to, ...more);
  };
  document.addEventListener('click', () => { tapped = performance.now(); }, true);
  window.listened = () => {
    const { context } = ear;
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    return {
      tapped,
      onsets: onsets.map((at) => performanceTime + (at - contextTime) * 1000),
      base: context.baseLatency,
      output: context.outputLatency ?? 0,
    };
  };
})();
