"""From phonemes to mouth shapes: the curves the network learns.

Vowel targets are derived from height, backness and rounding (the IPA chart); consonant targets
from place and manner. Neighbouring phonemes are blended by dominance functions (Cohen and Massaro
1993): each pulls towards its own shape with a strength that decays exponentially in time.
"""

import unicodedata

import numpy as np

CHANNELS = ("open", "width", "round", "close", "labiodental", "tongue")

# Inner-lip opening by vowel height, close to open.
_HEIGHT_OPEN = {
    "close": 0.22,
    "near-close": 0.33,
    "close-mid": 0.46,
    "mid": 0.44,
    "open-mid": 0.66,
    "near-open": 0.85,
    "open": 1.0,
}
_BACKNESS_SPREAD = {"front": 0.65, "central": 0.1, "back": -0.05}
_VOWELS = {
    "i": ("close", "front", 0),
    "y": ("close", "front", 1),
    "ɨ": ("close", "central", 0),
    "ʉ": ("close", "central", 1),
    "ɯ": ("close", "back", 0),
    "u": ("close", "back", 1),
    "ɪ": ("near-close", "front", 0),
    "ʏ": ("near-close", "front", 1),
    "ʊ": ("near-close", "back", 1),
    "ᵻ": ("near-close", "central", 0),
    "e": ("close-mid", "front", 0),
    "ø": ("close-mid", "front", 1),
    "ɘ": ("close-mid", "central", 0),
    "ɵ": ("close-mid", "central", 1),
    "ɤ": ("close-mid", "back", 0),
    "o": ("close-mid", "back", 1),
    "ə": ("mid", "central", 0),
    "ɚ": ("mid", "central", 0),
    "ɛ": ("open-mid", "front", 0),
    "œ": ("open-mid", "front", 1),
    "ɜ": ("open-mid", "central", 0),
    "ɝ": ("open-mid", "central", 0),
    "ɞ": ("open-mid", "central", 1),
    "ʌ": ("open-mid", "back", 0),
    "ɔ": ("open-mid", "back", 1),
    "æ": ("near-open", "front", 0),
    "ɐ": ("near-open", "central", 0),
    "a": ("open", "front", 0),
    "ɑ": ("open", "back", 0),
    "ɒ": ("open", "back", 1),
}

# Places of articulation: open, width, round, dominance, close, labiodental, tongue.
_PLACES = {
    "bilabial": (0.0, 0.0, 0.0, 2.0, 1.0, 0.0, 0.0),
    "bilabial-fricative": (0.06, 0.0, 0.1, 1.6, 0.6, 0.0, 0.0),
    "labiodental": (0.1, 0.1, 0.0, 1.8, 0.0, 1.0, 0.0),
    "labiodental-approximant": (0.13, 0.05, 0.0, 1.4, 0.0, 0.7, 0.0),
    "labial-velar": (0.15, -0.75, 0.95, 1.6, 0.0, 0.0, 0.0),
    "dental": (0.22, 0.15, 0.0, 1.1, 0.0, 0.0, 1.0),
    "alveolar-stop": (0.2, 0.15, 0.0, 1.0, 0.0, 0.0, 1.0),
    "alveolar-nasal": (0.25, 0.15, 0.0, 0.9, 0.0, 0.0, 1.0),
    "lateral": (0.3, 0.1, 0.0, 0.8, 0.0, 0.0, 1.0),
    "rhotic": (0.28, -0.25, 0.3, 0.9, 0.0, 0.0, 0.35),
    "trill": (0.3, 0.05, 0.0, 0.8, 0.0, 0.0, 0.7),
    "sibilant": (0.12, 0.35, 0.0, 1.4, 0.0, 0.0, 0.4),
    "postalveolar": (0.16, -0.4, 0.55, 1.5, 0.0, 0.0, 0.2),
    "alveolo-palatal": (0.15, 0.1, 0.15, 1.4, 0.0, 0.0, 0.2),
    "palatal": (0.24, 0.45, 0.0, 0.9, 0.0, 0.0, 0.2),
    "velar": (0.34, 0.0, 0.0, 0.6, 0.0, 0.0, 0.0),
    "uvular": (0.38, 0.0, 0.0, 0.6, 0.0, 0.0, 0.0),
    "glottal": (0.4, 0.0, 0.0, 0.2, 0.0, 0.0, 0.0),
}
_CONSONANTS = {
    "bilabial": "p b m ʙ",
    "bilabial-fricative": "ɸ β",
    "labiodental": "f v ɱ",
    "labiodental-approximant": "ʋ",
    "labial-velar": "w ɥ ʍ",
    "dental": "θ ð",
    "alveolar-stop": "t d ʈ ɖ",
    "alveolar-nasal": "n ɳ",
    "lateral": "l ɫ ɭ ɬ",
    "rhotic": "ɹ ɻ",
    "trill": "r ɾ ɽ",
    "sibilant": "s z",
    "postalveolar": "ʃ ʒ ʂ ʐ",
    "alveolo-palatal": "ɕ ʑ",
    "palatal": "j ç ʝ ɲ ʎ c ɟ",
    "velar": "k ɡ g x ɣ ŋ ɰ",
    "uvular": "q ɢ χ ʁ ʀ ɴ",
    "glottal": "h ɦ ʔ",
}
_VOWEL_DOMINANCE = 0.5
_CLOSED = (0.0, 0.0, 0.0)
# A pause shorter than this is a stop closure or a link between words: the lips do not care.
_SHORTEST_PAUSE_S = 0.06
_LONG_PAUSE_S = 0.15


def _vowel_target(height, backness, rounded):
    is_open = _HEIGHT_OPEN[height]
    if not rounded:
        return (is_open, _BACKNESS_SPREAD[backness] * (1.2 - is_open), 0.0)
    rounding = 1.0 - 0.65 * is_open
    return (is_open * 0.85, -0.85 * rounding, rounding)


VOWEL_TARGETS = {ipa: _vowel_target(*place) for ipa, place in _VOWELS.items()}
CONSONANT_TARGETS = {
    ipa: _PLACES[place] for place, symbols in _CONSONANTS.items() for ipa in symbols.split()
}


def _segments(phonemes, seconds):
    """Splits diphthongs and affricates: yields (ipa or '' for a pause, start, end)."""
    for index, (start, name) in enumerate(phonemes):
        end = phonemes[index + 1][0] if index + 1 < len(phonemes) else seconds
        if name.startswith("(") or end <= start:
            continue
        if name == "":
            if end - start >= _SHORTEST_PAUSE_S:
                yield "", start, end
            continue
        # Accents that espeak writes into one character are not another vowel.
        plain = unicodedata.normalize("NFD", name).replace("ε", "ɛ")
        symbols = [s for s in plain if s in VOWEL_TARGETS or s in CONSONANT_TARGETS]
        edges = np.linspace(start, end, len(symbols) + 1)
        for symbol, low, high in zip(symbols, edges[:-1], edges[1:]):
            yield symbol, low, high


def mouth_curves(phonemes, seconds, rate=100):
    """Phonemes [(start_seconds, ipa)] -> float64 [seconds * rate, 6] in the order of CHANNELS."""
    times = np.arange(int(seconds * rate) + 1) / rate
    pull = np.zeros((len(times), 3))
    strength = np.full((len(times), 1), 1e-3)
    contacts = np.zeros((len(times), 3))
    for symbol, start, end in _segments(phonemes, seconds):
        middle, half = (start + end) / 2, (end - start) / 2
        distance = np.maximum(np.abs(times - middle) - half * 0.5, 0)
        contact = None
        if symbol == "":
            target, dominance, reach = _CLOSED, 1.2 if end - start > _LONG_PAUSE_S else 0.5, 0.06
        elif symbol in VOWEL_TARGETS:
            target, dominance, reach = VOWEL_TARGETS[symbol], _VOWEL_DOMINANCE, 0.055 + 0.2 * half
        else:
            shape = CONSONANT_TARGETS[symbol]
            target, dominance, contact = shape[:3], shape[3], shape[4:]
            reach = 0.035 if contact[0] else 0.045
        weight = dominance * np.exp(-distance / reach)[:, None]
        pull += weight * np.array(target)
        strength += weight
        if contact is not None and any(contact):
            shape = np.exp(-((np.maximum(np.abs(times - middle) - half * 0.6, 0) / 0.03) ** 2))
            contacts = np.maximum(contacts, shape[:, None] * np.array(contact))
    curves = np.concatenate([pull / strength, contacts], 1)
    # Lips that touch cannot be open.
    curves[:, 0] *= 1 - 0.95 * np.clip(contacts[:, 0], 0, 1)
    kernel = np.hanning(11)[1:-1]
    kernel /= kernel.sum()
    half_width = len(kernel) // 2
    for channel in range(curves.shape[1]):
        padded = np.pad(curves[:, channel], half_width, "edge")
        curves[:, channel] = np.convolve(padded, kernel, "valid")
    return curves
