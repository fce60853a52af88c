"""Writes test/golden/viseme.json: what the training code computes for a made-up sound.

    /usr/bin/python3 native-models/training/viseme/make_golden.py

Run it after every training; the TypeScript tests compare themselves with it.
"""

import json
import os

import numpy as np

from evaluate_clip import encode, load_network
from log_mel import SAMPLE_RATE, coarse, log_mel, normalise, speech_reference

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
SECONDS = 3
KEPT_FRAMES = range(0, SECONDS * 100 + 1, 30)


def made_up_sound():
    """A buzz of 20 harmonics with moving loudness, noise, and silence at both ends."""
    count = SECONDS * SAMPLE_RATE
    time = np.arange(count) / SAMPLE_RATE
    buzz = sum(
        np.sin(2 * np.pi * 130 * k * time) / (1 + abs(k - 5 - 4 * np.sin(5 * time)))
        for k in range(1, 21)
    )
    noise = np.empty(count)
    state = 1
    for i in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        noise[i] = state / 2**31 - 1
    loudness = np.maximum(0, np.sin(7 * time)) * (time > 0.3) * (time < 2.6)
    return (0.1 * loudness * buzz + 0.01 * noise * (time > 0.2) * (time < 2.8)).astype(np.float32)


def main():
    samples = made_up_sound().astype(np.float64)
    mel, level = log_mel(samples)
    bands = coarse(mel)
    reference = speech_reference(bands, level)
    features = normalise(bands, reference)
    weights = os.path.join(REPOSITORY, "resources", "weights", "viseme", "viseme.safetensors")
    shapes = encode(load_network(weights), samples)
    golden = {
        "frames": list(KEPT_FRAMES),
        "bands": [[round(float(x), 6) for x in bands[frame]] for frame in KEPT_FRAMES],
        "levels": [round(float(level[frame]), 6) for frame in KEPT_FRAMES],
        "reference": [round(float(x), 6) for x in reference],
        "features": [[round(float(x), 6) for x in features[frame]] for frame in KEPT_FRAMES],
        "shapes": [[round(float(x), 5) for x in row] for row in shapes],
    }
    with open(os.path.join(REPOSITORY, "test", "golden", "viseme.json"), "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    main()
