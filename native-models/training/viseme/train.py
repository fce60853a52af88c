"""Trains the viseme encoder: one command from nothing to resources/weights/viseme.

    /usr/bin/python3 native-models/training/viseme/train.py

Interrupted, it goes on from the last checkpoint. See README.md beside this file.
"""

import argparse
import copy
import json
import os
import time

import numpy as np
import torch

from augment import vary_features
from dataset import Speech, make_shards
from mouth_targets import CHANNELS as SHAPE_NAMES
from network import REACH_FRAMES, STACKED_FRAMES, VisemeEncoder
from safetensors_file import write_safetensors

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
# Mouths lead the sound: the shape shown at a frame is the one of the sound 40 ms later.
LEAD_FRAMES = 4
CROP_FRAMES = 75
BATCH = 16
PEAK_RATE = 2e-3
WARM_UP_STEPS = 100
EMA_DECAY = 0.998
SHAPE_WEIGHTS = torch.tensor([2.0, 1.0, 1.0, 1.5, 1.0, 0.7])
VELOCITY_WEIGHT = 0.5
CHECK_EVERY = 200
PATIENCE = 4
LEAST_GAIN = 0.001
HELD_OUT_CROPS = 400


def draw_crop(speech, random):
    """One augmented crop: (features [4 * (75 + 2 reach), 20], curves [75, 6])."""
    context = (CROP_FRAMES + 2 * REACH_FRAMES) * STACKED_FRAMES
    relative, curves = speech.utterance(random.integers(len(speech)))
    last = max(1, len(relative) - CROP_FRAMES * STACKED_FRAMES // 2)
    start = int(random.integers(-CROP_FRAMES, last)) // STACKED_FRAMES * STACKED_FRAMES
    first = start - REACH_FRAMES * STACKED_FRAMES - 2
    rows = np.arange(first, first + context)
    inside = (rows >= 0) & (rows < len(relative))
    # What lies beyond the ends is silence, as it is at inference.
    window = np.full((context, relative.shape[1]), -20.0, np.float32)
    window[inside] = relative[rows[inside]]
    wanted = start + LEAD_FRAMES + STACKED_FRAMES * np.arange(CROP_FRAMES)
    known = (wanted >= 0) & (wanted < len(curves))
    targets = np.zeros((CROP_FRAMES, curves.shape[1]), np.float32)
    targets[known] = curves[wanted[known]]
    return vary_features(random, window), targets


def draw_batch(speech, random, size):
    crops = [draw_crop(speech, random) for _ in range(size)]
    return (
        torch.tensor(np.stack([features for features, _ in crops])),
        torch.tensor(np.stack([targets for _, targets in crops])),
    )


def shape_loss(shapes, targets):
    error = shapes - targets
    velocity = error[:, 1:] - error[:, :-1]
    position_loss = ((error**2) * SHAPE_WEIGHTS).mean()
    return position_loss + VELOCITY_WEIGHT * ((velocity**2) * SHAPE_WEIGHTS).mean()


def predict(network, features):
    return network(features)[:, REACH_FRAMES:-REACH_FRAMES]


def score(network, held_out):
    """Correlation per mouth shape on held-out, hard-augmented crops."""
    network.eval()
    features, targets = held_out
    with torch.no_grad():
        shapes = predict(network, features).reshape(-1, len(SHAPE_NAMES)).numpy()
    wanted = targets.reshape(-1, len(SHAPE_NAMES)).numpy()
    return {
        name: round(float(np.corrcoef(shapes[:, i], wanted[:, i])[0, 1]), 4)
        for i, name in enumerate(SHAPE_NAMES)
    }


def save_weights(path, network, metadata):
    tensors = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    write_safetensors(path, tensors, metadata)


class Run:
    """Everything a checkpoint holds, so that a stopped run goes on as if it never stopped."""

    def __init__(self, seed):
        torch.manual_seed(seed)
        self.network = VisemeEncoder()
        self.average = copy.deepcopy(self.network)
        self.best = copy.deepcopy(self.network.state_dict())
        self.optimizer = torch.optim.AdamW(self.network.parameters(), PEAK_RATE, weight_decay=2e-2)
        self.random = np.random.default_rng([seed, 1])
        self.step, self.best_score, self.checks_without_gain, self.log = 0, -1.0, 0, []

    def state(self):
        return {
            "network": self.network.state_dict(), "average": self.average.state_dict(),
            "best": self.best, "optimizer": self.optimizer.state_dict(),
            "random": self.random.bit_generator.state, "torch": torch.get_rng_state(),
            "step": self.step, "best_score": self.best_score,
            "checks_without_gain": self.checks_without_gain, "log": self.log,
        }

    def restore(self, state):
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.random.bit_generator.state = state["random"]
        torch.set_rng_state(state["torch"])
        self.best, self.step, self.best_score = state["best"], state["step"], state["best_score"]
        self.checks_without_gain, self.log = state["checks_without_gain"], state["log"]

    def learn(self, speech, steps):
        """One optimiser step; `steps` is the length of the learning-rate schedule."""
        self.network.train()
        features, targets = draw_batch(speech, self.random, BATCH)
        loss = shape_loss(predict(self.network, features), targets)
        decay = 0.5 * (1 + np.cos(np.pi * min(1.0, self.step / steps)))
        for group in self.optimizer.param_groups:
            group["lr"] = PEAK_RATE * min(1.0, (self.step + 1) / WARM_UP_STEPS) * max(0.03, decay)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(EMA_DECAY, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mean, value in zip(self.average.parameters(), self.network.parameters()):
                mean.lerp_(value, 1 - keep)
        return float(loss.detach())

    def check(self, held_out, loss):
        scores = score(self.average, held_out)
        self.log.append({"step": self.step, "loss": round(loss, 4), **scores})
        if scores["open"] > self.best_score + LEAST_GAIN:
            self.best_score, self.checks_without_gain = scores["open"], 0
            self.best = copy.deepcopy(self.average.state_dict())
        else:
            self.checks_without_gain += 1
        return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shards", type=int, default=24, help="of 250 utterances, 17 minutes")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=1, help="processes that make speech")
    parser.add_argument("--work", default=os.path.join(REPOSITORY, "out", "training", "viseme"))
    parser.add_argument("--out", default=os.path.join(REPOSITORY, "resources", "weights", "viseme"))
    options = parser.parse_args()
    # More threads are slower on a shared machine: they spin at every barrier.
    torch.set_num_threads(1)

    paths = make_shards(options.work, options.seed, options.shards, options.workers)
    held_out_speech, speech = Speech(paths[:1]), Speech(paths[1:])
    held_out = draw_batch(held_out_speech, np.random.default_rng([options.seed, 2]), HELD_OUT_CROPS)
    minutes = f"{speech.minutes:.0f} min to learn from, {held_out_speech.minutes:.0f} min held out"
    print("speech:", minutes, flush=True)

    run = Run(options.seed)
    checkpoint = os.path.join(options.work, f"checkpoint-{options.seed}-{options.steps}.pt")
    if os.path.exists(checkpoint):
        run.restore(torch.load(checkpoint))
        print(f"going on from step {run.step}", flush=True)
    started = time.monotonic()
    while run.step < options.steps and run.checks_without_gain < PATIENCE:
        loss = run.learn(speech, options.steps)
        if run.step % CHECK_EVERY == 0:
            scores = run.check(held_out, loss)
            torch.save(run.state(), checkpoint + ".partial")
            os.replace(checkpoint + ".partial", checkpoint)
            seconds = time.monotonic() - started
            print(f"{seconds:.0f} s, step {run.step}, loss {loss:.4f}, {scores}", flush=True)

    network = VisemeEncoder()
    network.load_state_dict(run.best)
    os.makedirs(options.out, exist_ok=True)
    save_weights(
        os.path.join(options.out, "viseme.safetensors"),
        network,
        {"seed": str(options.seed), "steps": str(run.step)},
    )
    with open(os.path.join(options.out, "training-log.json"), "w") as file:
        file.write("[\n" + ",\n".join("  " + json.dumps(line) for line in run.log) + "\n]\n")
    parameters = sum(p.numel() for p in network.parameters())
    print("held out:", score(network, held_out), "parameters:", parameters)


if __name__ == "__main__":
    main()
