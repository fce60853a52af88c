"""The viseme encoder in torch; native-models/models/viseme/graph.ts builds the same graph."""

import torch
from torch import nn

from log_mel import COARSE_BANDS, FEATURE_MIN

STACKED_FRAMES = 4
CHANNELS = 120
DILATIONS = (1, 2, 4, 1)
OUTPUTS = 6
# Frames of 25 Hz that an output looks at on each side: two convolutions and the blocks.
REACH_FRAMES = 2 + sum(DILATIONS)
NORM_EPSILON = 1e-5


class ChannelNorm(nn.Module):
    """Layer norm over the channels of one frame: no frame depends on how the film is cut."""

    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):  # [B, C, T]
        centred = x - x.mean(1, keepdim=True)
        scaled = centred * torch.rsqrt((centred**2).mean(1, keepdim=True) + NORM_EPSILON)
        return scaled * self.weight[:, None] + self.bias[:, None]


class Block(nn.Module):
    def __init__(self, channels, dilation, dropout):
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.spread = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.mix = nn.Conv1d(channels, channels, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return x + self.mix(self.dropout(nn.functional.gelu(self.spread(self.norm(x)))))


class VisemeEncoder(nn.Module):
    """[B, 4 * T, 20] features at 100 Hz -> [B, T, 6] mouth shapes at 25 Hz.

    Output frame t sees feature frames 4 t - 2 .. 4 t + 1 and REACH_FRAMES stacks around them.
    """

    def __init__(self, dropout=0.15):
        super().__init__()
        stacked = STACKED_FRAMES * COARSE_BANDS
        self.enter = nn.Conv1d(stacked, CHANNELS, 3, padding=1)
        self.deepen = nn.Conv1d(CHANNELS, CHANNELS, 3, padding=1)
        self.blocks = nn.ModuleList(Block(CHANNELS, dilation, dropout) for dilation in DILATIONS)
        self.leave = nn.Conv1d(CHANNELS, OUTPUTS, 1)

    def forward(self, features):
        batch, frames, bands = features.shape
        x = features.reshape(batch, frames // STACKED_FRAMES, STACKED_FRAMES * bands)
        x = x.transpose(1, 2)
        x = nn.functional.gelu(self.enter(x))
        x = nn.functional.gelu(self.deepen(x))
        for block in self.blocks:
            x = block(x)
        return self.leave(x).transpose(1, 2)


def run_on_whole(network, features):
    """Features [T100, 20] of a whole voice -> [T25, 6]; silence beyond both ends."""
    outputs = (len(features) + 3) // STACKED_FRAMES
    before = REACH_FRAMES * STACKED_FRAMES + 2
    after = (outputs + REACH_FRAMES) * STACKED_FRAMES - 2 - len(features)
    padded = nn.functional.pad(torch.as_tensor(features), (0, 0, before, after), value=FEATURE_MIN)
    with torch.no_grad():
        shapes = network(padded[None])[0]
    return shapes[REACH_FRAMES : REACH_FRAMES + outputs].numpy()
