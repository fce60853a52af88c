"""Everything that makes synthetic speech vary the way rooms, microphones and people do."""

import numpy as np
from scipy.signal import fftconvolve

from log_mel import COARSE_BANDS, FEATURE_MAX, FEATURE_MIN, FEATURE_SCALE, MEL_BANDS, SAMPLE_RATE

# How much wider the mouth opens when a stretch of speech is louder (power of the loudness ratio).
_EMPHASIS_OPENING = 0.35


def vary_loudness(random, samples, curves):
    """A slow loudness contour; louder speech opens the mouth wider. Returns (samples, curves)."""
    knots = random.normal(0, 0.5, 8)
    contour = np.interp(np.arange(len(samples)), np.linspace(0, len(samples), 8), knots)
    curve_times = np.linspace(0, len(samples), len(curves))
    at_curve = np.interp(curve_times, np.arange(len(samples)), contour)
    wider = curves.copy()
    wider[:, 0] = np.clip(wider[:, 0] * np.exp(_EMPHASIS_OPENING * at_curve), 0, 1.3)
    return samples * np.exp(contour), wider


def _coloured_noise(random, count):
    spectrum = np.fft.rfft(random.normal(size=count))
    spectrum /= np.maximum(1, np.arange(len(spectrum))) ** random.uniform(0, 1)
    noise = np.fft.irfft(spectrum, count)
    return noise / (noise.std() + 1e-9)


def record(random, samples):
    """A room, a noise floor and a level: what a recording adds to clean synthetic speech."""
    if random.random() < 0.5:
        seconds = random.uniform(0.08, 0.5)
        count = int(seconds * SAMPLE_RATE)
        response = random.normal(size=count) * np.exp(-6.9 * np.arange(count) / count)
        response *= random.uniform(0.01, 0.06)
        response[0] = 1
        samples = fftconvolve(samples, response)[: len(samples)]
    samples = samples / (np.sqrt(np.mean(samples**2)) + 1e-9)
    level = 10 ** (random.uniform(-34, -14) / 20)
    noise = _coloured_noise(random, len(samples)) * 10 ** (-random.uniform(8, 60) / 20)
    return np.clip((samples + noise) * level, -1, 1)


def _warp_bands(random, mel):
    """Shifts formants: another vocal tract length, with a bend in the middle."""
    stretch = random.uniform(0.87, 1.13)
    bend = random.uniform(-3, 3)
    bands = np.arange(MEL_BANDS)
    source = bands * stretch + bend * np.sin(np.pi * bands / MEL_BANDS)
    source = np.clip(source, 0, MEL_BANDS - 1)
    low = np.minimum(source.astype(int), MEL_BANDS - 2)
    fraction = (source - low).astype(np.float32)
    return mel[:, low] * (1 - fraction) + mel[:, low + 1] * fraction


def vary_features(random, relative):
    """Hard augmentation of one training crop.

    `relative` is log-mel minus the voice's reference, in nats // [T, 80]. Returns [T, 20] features.
    """
    mel = _warp_bands(random, relative) if random.random() < 0.5 else relative
    features = mel.reshape(len(mel), COARSE_BANDS, -1).mean(2) / FEATURE_SCALE
    features = features * random.uniform(0.8, 1.2)
    knots = np.linspace(0, COARSE_BANDS - 1, 6)
    features = features + np.interp(np.arange(COARSE_BANDS), knots, random.normal(0, 0.6, 6))
    if random.random() < 0.5:
        # A higher noise floor than the recording had.
        floor = random.uniform(-3.0, -1.0)
        features = np.logaddexp(4 * features, 4 * floor) / 4
    features = features + random.normal(0, random.uniform(0, 0.25), features.shape)
    if random.random() < 0.5:
        first = random.integers(0, COARSE_BANDS - 1)
        features[:, first : first + random.integers(1, 5)] = random.normal()
    if random.random() < 0.2:
        start = random.integers(0, len(features) - 8)
        features[start : start + random.integers(2, 8)] = FEATURE_MIN
    return np.clip(features, FEATURE_MIN, FEATURE_MAX).astype(np.float32)
