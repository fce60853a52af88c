"""Speech with phoneme times from libespeak-ng, through its event interface.

Used for training only; the library is not shipped.
"""

import ctypes

import numpy as np

AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_PHONEME_EVENTS = 1
INITIALIZE_PHONEME_IPA = 2
EVENT_LIST_TERMINATED = 0
EVENT_PHONEME = 7
CHARS_UTF8 = 1
POSITION_CHARACTER = 1
PARAMETER_RATE, PARAMETER_PITCH, PARAMETER_RANGE = 1, 3, 4


class _Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h; `phoneme` is its `id.string`."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("phoneme", ctypes.c_char * 8),
    ]


_SYNTH_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """One synthesiser per process: the library keeps its state in globals."""

    def __init__(self):
        self._library = ctypes.CDLL("libespeak-ng.so.1")
        options = INITIALIZE_PHONEME_EVENTS | INITIALIZE_PHONEME_IPA
        self.sample_rate = self._library.espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS, 0, None, options
        )
        if self.sample_rate <= 0:
            raise RuntimeError("libespeak-ng does not start; is espeak-ng-data installed?")
        self._c_library = ctypes.CDLL(None)
        self._slices = []
        self._phonemes = []
        # The callback object must outlive every synthesis.
        self._callback = _SYNTH_CALLBACK(self._receive)
        self._library.espeak_SetSynthCallback(self._callback)

    def _receive(self, samples, count, events):
        if samples and count > 0:
            self._slices.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != EVENT_LIST_TERMINATED:
            event = events[index]
            if event.type == EVENT_PHONEME:
                name = bytes(event.phoneme).split(b"\0")[0].decode("utf8", "ignore")
                self._phonemes.append((event.sample / self.sample_rate, name))
            index += 1
        return 0

    def speak(self, text, voice, words_per_minute, pitch, pitch_range, noise_seed):
        """Returns (samples float32 in -1..1, [(start_seconds, ipa)]).

        None when the voice is unknown. An empty ipa string is a pause.
        """
        self._slices.clear()
        self._phonemes.clear()
        # The library draws its noise and jitter from rand(), seeded with the process id.
        self._c_library.srand(noise_seed)
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            return None
        for parameter, value in (
            (PARAMETER_RATE, words_per_minute),
            (PARAMETER_PITCH, pitch),
            (PARAMETER_RANGE, pitch_range),
        ):
            self._library.espeak_SetParameter(parameter, int(value), 0)
        encoded = text.encode("utf8") + b"\0"
        self._library.espeak_Synth(
            encoded, len(encoded), 0, POSITION_CHARACTER, 0, CHARS_UTF8, None, None
        )
        self._library.espeak_Synchronize()
        if not self._slices:
            return None
        return np.concatenate(self._slices).astype(np.float32) / 32768, list(self._phonemes)
