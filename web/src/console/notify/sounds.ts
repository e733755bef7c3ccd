import type { SoundName } from "./notifier";

interface Note {
  pitch: number;
  at: number;
  lasts: number;
}

const tunes: Readonly<Record<SoundName, readonly Note[]>> = {
  request: [
    { pitch: 659, at: 0, lasts: 0.18 },
    { pitch: 880, at: 0.2, lasts: 0.18 },
    { pitch: 659, at: 0.4, lasts: 0.18 },
    { pitch: 880, at: 0.6, lasts: 0.3 },
  ],
  message: [{ pitch: 784, at: 0, lasts: 0.16 }],
  mention: [
    { pitch: 988, at: 0, lasts: 0.1 },
    { pitch: 1319, at: 0.13, lasts: 0.2 },
  ],
};

const LOUDNESS = 0.12;
const SOFTENS = 0.02;

/** Small sounds made on the spot. Browsers stay silent until somebody has touched the page. */
export class Sounds {
  private context: AudioContext | undefined;

  play(name: SoundName): void {
    if (navigator.userActivation?.hasBeenActive === false) return;
    this.context ??= new AudioContext();
    const { context } = this;
    void context.resume().then(() => tunes[name].forEach((note) => sing(context, note)));
  }

  stop(): void {
    void this.context?.close();
    this.context = undefined;
  }
}

function sing(context: AudioContext, { pitch, at, lasts }: Note): void {
  const begins = context.currentTime + at;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, begins);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, begins + SOFTENS);
  loudness.gain.linearRampToValueAtTime(0, begins + lasts);
  tone.connect(loudness).connect(context.destination);
  tone.start(begins);
  tone.stop(begins + lasts);
}
