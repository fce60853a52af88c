"""The sound features of the viseme encoder. native-models/audio computes the same numbers."""

import numpy as np

SAMPLE_RATE = 16000
WINDOW = 400
HOP = 160
FFT_SIZE = 512
MEL_BANDS = 80
LOWEST_HZ, HIGHEST_HZ = 60.0, 7600.0
POWER_FLOOR = 1e-10
COARSE_BANDS = 20
# Gating in the manner of EBU R128: what is far below the voice's own level is not speech.
ABSOLUTE_GATE_DB = -70.0
RELATIVE_GATE_DB = -20.0
GATE_ROUNDS = 3
LEVEL_STEP_DB = 0.25
LEVEL_BINS = 512
LOWEST_LEVEL_DB = -100.0
FEATURE_SCALE = 2.5
FEATURE_MIN, FEATURE_MAX = -4.0, 3.0


def _hz_to_mel(hz):
    return 2595.0 * np.log10(1.0 + hz / 700.0)


def _mel_filters():
    """Triangles of equal width on the mel scale, sum over bins of power // [257, 80]"""
    edges = np.linspace(_hz_to_mel(LOWEST_HZ), _hz_to_mel(HIGHEST_HZ), MEL_BANDS + 2)
    bins = _hz_to_mel(np.arange(FFT_SIZE // 2 + 1) * SAMPLE_RATE / FFT_SIZE)
    rising = (bins[:, None] - edges[None, :-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[None, 2:] - bins[:, None]) / (edges[2:] - edges[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling))


_FILTERS = _mel_filters()
_WINDOW = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)


def log_mel(samples):
    """16 kHz mono -> (log-mel [T, 80], level in dBFS [T]) at 100 Hz; frame k is centred on k * 160.

    Zero beyond both ends. T = floor(samples / 160) + 1.
    """
    frames = len(samples) // HOP + 1
    padded = np.concatenate([np.zeros(WINDOW // 2), samples, np.zeros(WINDOW)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:frames]
    power = np.abs(np.fft.rfft(windows * _WINDOW, FFT_SIZE)) ** 2
    level = 10 * np.log10(np.maximum(np.mean(windows**2, axis=1), POWER_FLOOR))
    return np.log(np.maximum(power @ _FILTERS, POWER_FLOOR)), level


def speech_reference(mel, level):
    """The voice's own spectrum while it speaks: mean log-mel over the gated frames // [bands]"""
    bins = np.clip(((level - LOWEST_LEVEL_DB) / LEVEL_STEP_DB).astype(int), 0, LEVEL_BINS - 1)
    counts = np.bincount(bins, minlength=LEVEL_BINS).astype(float)
    powers = np.bincount(bins, 10 ** (level / 10), minlength=LEVEL_BINS)
    lower_edges = LOWEST_LEVEL_DB + LEVEL_STEP_DB * np.arange(LEVEL_BINS)
    gate = ABSOLUTE_GATE_DB
    for _ in range(GATE_ROUNDS):
        kept = lower_edges >= gate
        if counts[kept].sum() == 0:
            break
        mean_level = 10 * np.log10(powers[kept].sum() / counts[kept].sum())
        gate = max(ABSOLUTE_GATE_DB, mean_level + RELATIVE_GATE_DB)
    kept = lower_edges[bins] >= gate
    if not kept.any():
        # A full-scale tone: relative to it, whatever lies under the absolute gate is silence.
        return np.full(mel.shape[1], np.log((WINDOW / 4) ** 2))
    return mel[kept].mean(0)


def coarse(mel):
    """Mean of four neighbouring bands: too coarse to learn one synthesiser by heart // [T, 20]"""
    return mel.reshape(len(mel), COARSE_BANDS, -1).mean(2)


def normalise(coarse_mel, reference):
    """Relative to the voice's own spectrum, in units of 2.5 nats, clipped to -4..3 // [T, 20]"""
    return np.clip((coarse_mel - reference) / FEATURE_SCALE, FEATURE_MIN, FEATURE_MAX)
