"""Measures a weight file on a real clip: a report for the model card, never a training signal.

    /usr/bin/python3 evaluate_clip.py WEIGHTS LANDMARKS.json PERSON=VOICE.wav:START..END ...

LANDMARKS.json: {"fps": 24, "people": {name: [frame][478][x, y, z]}}, re-detected on 2x crops.
"""

import json
import subprocess
import sys

import numpy as np
import torch

from log_mel import SAMPLE_RATE, coarse, log_mel, normalise, speech_reference
from network import VisemeEncoder, run_on_whole
from safetensors_file import read_safetensors

OUTPUT_RATE = 25
INNER_LIPS, EYE_CORNERS, FOREHEAD_NOSE = (13, 14), (33, 263), (168, 2)


def load_voice(path):
    command = ["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-ac", "1"]
    command += ["-ar", str(SAMPLE_RATE), "-f", "f32le", "-"]
    raw = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return np.frombuffer(raw, "<f4")


def load_network(path):
    network = VisemeEncoder()
    stored = read_safetensors(path)
    network.load_state_dict({name: torch.tensor(value) for name, value in stored.items()})
    return network.eval()


def encode(network, samples):
    """16 kHz mono -> mouth shapes [T, 6] at 25 Hz."""
    mel, level = log_mel(samples)
    bands = coarse(mel)
    features = normalise(bands, speech_reference(bands, level))
    return run_on_whole(network, features.astype(np.float32))


def lip_opening(landmarks):
    """Distance of the inner lips over face size, per frame // [T, 478, 3] -> [T]"""

    def distance(pair):
        return np.linalg.norm(landmarks[:, pair[0]] - landmarks[:, pair[1]], axis=-1)

    return distance(INNER_LIPS) / ((distance(EYE_CORNERS) + 1.6 * distance(FOREHEAD_NOSE)) / 2)


def _correlation(a, b):
    return float(np.corrcoef(a, b)[0, 1])


def measure(network, clip, voices):
    """`voices`: person -> (path, start_s, end_s). Returns person -> figures."""
    rate = clip["fps"]
    openings = {name: lip_opening(np.array(frames)) for name, frames in clip["people"].items()}
    report = {}
    for name, (path, start, end) in voices.items():
        shapes = encode(network, load_voice(path))
        times = np.arange(len(openings[name])) / rate
        predicted = np.interp(times, np.arange(len(shapes)) / OUTPUT_RATE, shapes[:, 0])
        speaking = (times >= start) & (times < end) & (times < len(shapes) / OUTPUT_RATE)
        own = openings[name][speaking]
        shifted = [
            _correlation(np.roll(predicted[speaking], shift), own)
            for shift in range(12, int(speaking.sum()) - 12)
        ]
        report[name] = {
            "open": round(_correlation(predicted[speaking], own), 3),
            "shiftedP95": round(float(np.percentile(shifted, 95)), 3),
            "wholeClip": round(_correlation(predicted, openings[name]), 3),
            "others": {
                other: round(_correlation(predicted, opening), 3)
                for other, opening in openings.items()
                if other != name
            },
        }
    return report


def main():
    weights, landmarks, *pairs = sys.argv[1:]
    with open(landmarks) as file:
        clip = json.load(file)
    voices = {}
    for pair in pairs:
        name, rest = pair.split("=", 1)
        path, interval = rest.rsplit(":", 1)
        start, end = interval.split("..")
        voices[name] = (path, float(start), float(end or "inf"))
    report = measure(load_network(weights), clip, voices)
    report["mean"] = round(float(np.mean([figures["open"] for figures in report.values()])), 3)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
