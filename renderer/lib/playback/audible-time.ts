// What comes out of the loudspeaker now, on the clock of the audio context.

export interface AudioClock {
  readonly currentTime: number;
  readonly outputLatency: number;
  readonly baseLatency: number;
  getOutputTimestamp(): { readonly contextTime?: number; readonly performanceTime?: number };
}

/** The two ways to know the time may differ by this much before the finer one is not believed. */
const TRUSTED_SECONDS = 0.15;

/**
 * The output timestamp is exact and runs smoothly; the clock minus its latency steps with the
 * buffers of the system, but is there from the first moment on.
 * @param nowMs of performance.now()
 */
export function audibleSeconds(clock: AudioClock, nowMs: number): number {
  const latency = Math.max(clock.outputLatency || 0, clock.baseLatency || 0);
  const coarse = Math.max(0, clock.currentTime - latency);
  const { contextTime = 0, performanceTime = 0 } = clock.getOutputTimestamp();
  if (contextTime <= 0 || performanceTime <= 0) return coarse;
  const fine = contextTime + Math.max(0, nowMs - performanceTime) / 1000;
  if (Math.abs(fine - coarse) > TRUSTED_SECONDS) return coarse;
  return Math.min(fine, clock.currentTime);
}
