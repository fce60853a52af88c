"""Synthetic speech with mouth curves, made in shards that are each reproducible from the seed."""

import multiprocessing
import os
import random as chance

import numpy as np

from augment import record, vary_loudness
from espeak import Espeak
from log_mel import SAMPLE_RATE, coarse, log_mel, speech_reference
from mouth_targets import mouth_curves
from sentences import draw_sentence

UTTERANCES_PER_SHARD = 250
LONGEST_S = 8.0
# Voice variants of espeak-ng: formant shifts, breathiness, Klatt synthesis, whisper.
_HELD_OUT_VARIANTS = ["f4", "m7", "klatt3", "belinda", "benjamin", "Henrique", "grandma", "sandro"]
_TRAIN_VARIANTS = [
    "", "", "f1", "f2", "f3", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m8", "klatt", "klatt2",
    "klatt4", "klatt6", "Alex", "Alicia", "Andrea", "Andy", "Annie", "antonio", "aunty", "boris",
    "caleb", "david", "Denis", "Diogo", "ed", "Gene", "gustave", "Hugo", "iven", "Jacky", "john",
    "Lee", "linda", "marcelo", "Marco", "max", "Michael", "michel", "miguel", "Mike", "Nguyen",
    "norbert", "pablo", "paul", "pedro", "quincy", "rob", "robert", "shelby", "steph", "steph2",
    "steph3", "travis", "victor", "zac", "anika", "whisper", "whisperf", "grandpa",
]


def _utterance(espeak, draw, random, variants):
    """One utterance or None: (log-mel minus reference [T, 80] float16, curves [T, 6] float16)."""
    language, text = draw_sentence(draw)
    variant = draw.choice(variants)
    spoken = espeak.speak(
        text,
        language + ("+" + variant if variant else ""),
        draw.uniform(120, 270),
        draw.uniform(15, 90),
        draw.uniform(20, 99),
        draw.randrange(2**31),
    )
    if spoken is None or len(spoken[0]) < espeak.sample_rate * 0.8:
        return None
    samples, phonemes = spoken
    samples = samples[: int(LONGEST_S * espeak.sample_rate)]
    # Playing faster or slower moves pitch and formants together: other bodies.
    speed = draw.uniform(0.84, 1.2) if draw.random() < 0.4 else 1.0
    count = int(len(samples) / espeak.sample_rate / speed * SAMPLE_RATE)
    samples = np.interp(np.arange(count) * (len(samples) / count), np.arange(len(samples)), samples)
    lead_s, tail_s = draw.uniform(0.0, 1.2), draw.uniform(0.1, 0.8)
    samples = np.concatenate(
        [np.zeros(int(lead_s * SAMPLE_RATE)), samples, np.zeros(int(tail_s * SAMPLE_RATE))]
    )
    seconds = len(samples) / SAMPLE_RATE
    spoken_until = lead_s + count / SAMPLE_RATE
    timed = [(0.0, "")] + [(start / speed + lead_s, name) for start, name in phonemes]
    timed = [event for event in timed if event[0] < spoken_until] + [(spoken_until, "")]
    curves = mouth_curves(timed, seconds)
    samples = samples / (np.abs(samples).max() + 1e-6)
    if draw.random() < 0.7:
        samples, curves = vary_loudness(random, samples, curves)
    mel, level = log_mel(record(random, samples))
    # The reference of the 80 bands averages to that of the 20, so the warp can come in between.
    relative = mel - np.repeat(speech_reference(coarse(mel), level), 4)
    length = min(len(relative), len(curves))
    return relative[:length].astype(np.float16), curves[:length].astype(np.float16)


def _make_shard(job):
    seed, index, held_out, path = job
    draw = chance.Random(f"{seed} {index} text")
    random = np.random.default_rng([seed, index])
    espeak = Espeak()
    variants = _HELD_OUT_VARIANTS if held_out else _TRAIN_VARIANTS
    made = []
    while len(made) < UTTERANCES_PER_SHARD:
        utterance = _utterance(espeak, draw, random, variants)
        if utterance is not None:
            made.append(utterance)
    partial = path + ".partial.npz"
    np.savez(
        partial,
        relative=np.concatenate([relative for relative, _ in made]),
        curves=np.concatenate([curves for _, curves in made]),
        lengths=np.array([len(relative) for relative, _ in made]),
    )
    os.replace(partial, path)


def make_shards(folder, seed, count, workers):
    """Makes what is missing of `count` training shards and one held-out shard (index 0)."""
    os.makedirs(folder, exist_ok=True)
    jobs = [
        (seed, index, index == 0, os.path.join(folder, f"speech-{seed}-{index:03d}.npz"))
        for index in range(count + 1)
    ]
    missing = [job for job in jobs if not os.path.exists(job[3])]
    # A fresh process per shard: the synthesiser keeps state, which must not reach the next shard.
    with multiprocessing.get_context("spawn").Pool(workers, maxtasksperchild=1) as pool:
        for _ in pool.imap_unordered(_make_shard, missing):
            pass
    return [path for _, _, _, path in jobs]


class Speech:
    """Utterances of some shards, joined in memory."""

    def __init__(self, paths):
        shards = [np.load(path) for path in paths]
        self.relative = np.concatenate([shard["relative"] for shard in shards])
        self.curves = np.concatenate([shard["curves"] for shard in shards])
        lengths = np.concatenate([shard["lengths"] for shard in shards])
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.lengths = lengths

    def __len__(self):
        return len(self.lengths)

    def utterance(self, index):
        rows = slice(self.starts[index], self.starts[index] + self.lengths[index])
        return self.relative[rows].astype(np.float32), self.curves[rows].astype(np.float32)

    @property
    def minutes(self):
        return float(self.lengths.sum()) / 6000
