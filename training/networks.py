"""The two networks of the reader of who says what, as they are trained: adapters on E5 layers, a cue head, a linker.

The layers of multilingual-e5-small are frozen; each of their matrices gets an adapter of low rank (Hu et al., "LoRA",
ICLR 2022), and their norms are trained. Input are words, not word pieces: the mean of the pieces' vectors.
"""

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, EPSILON = 384, 12, 1e-12
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
CUE_TAGS, LINK_TAGS = 3, 5
FEATURE, STATE, HIDDEN = 24, 160, 96
STEPS = 33  # of distance from the cue
MASKED = -1e4


class Adapted(nn.Module):
    """A frozen matrix with an adapter of low rank."""

    def __init__(self, weight: np.ndarray, bias: np.ndarray, rank: int) -> None:
        super().__init__()
        self.register_buffer("w", torch.tensor(weight), persistent=False)
        self.register_buffer("b", torch.tensor(bias), persistent=False)
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.w, self.b) + functional.linear(functional.linear(x, self.A), self.B)

    def merged(self) -> Tensor:
        """The matrix with its adapter added."""
        return self.w + self.B @ self.A


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, weights: dict[str, np.ndarray], number: int, rank: int) -> None:
        super().__init__()
        for name in MATRICES:
            key = f"l{number}.{name}"
            setattr(self, name, Adapted(weights[f"{key}.w"], weights[f"{key}.b"], rank))
        self.aln = norm(weights, f"l{number}.aln")
        self.oln = norm(weights, f"l{number}.oln")

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, _ = x.shape
        shape = (count, length, HEADS, WIDTH // HEADS)
        q, k, v = (part(x).view(shape).transpose(1, 2) for part in (self.q, self.k, self.v))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.aln(x + self.ao(seen.transpose(1, 2).reshape(count, length, WIDTH)))
        return self.oln(x + self.fo(functional.gelu(self.fi(x))))


class Networks(nn.Module):
    """Encoder with the cue head, and linker."""

    def __init__(self, weights: dict[str, np.ndarray], layers: int, rank: int) -> None:
        super().__init__()
        self.register_buffer("pos", torch.tensor(weights["emb.pos"]))
        self.register_buffer("type0", torch.tensor(weights["emb.type"][0]))
        self.ln = norm(weights, "emb.ln")
        self.layers = nn.ModuleList(Layer(weights, number, rank) for number in range(layers))
        self.shape, self.quote, self.space = (nn.Embedding(n, FEATURE) for n in (12, 2, 4))
        self.infeat = nn.Linear(FEATURE, WIDTH)
        nn.init.zeros_(self.infeat.weight)
        nn.init.zeros_(self.infeat.bias)
        self.mix, self.drop = nn.Linear(WIDTH + FEATURE, STATE), nn.Dropout(0.1)
        self.cue, self.flat = nn.Linear(STATE, CUE_TAGS), nn.Linear(STATE, LINK_TAGS)
        self.rel, self.key = nn.Embedding(STEPS, STATE), nn.Linear(STATE, STATE)
        self.gru = nn.GRU(STATE, HIDDEN, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * HIDDEN, LINK_TAGS)

    def encode(self, vectors: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """States of words (windows × words × STATE) from their vectors, features (3 × windows × words) and mask."""
        told = self.shape(features[0]) + self.quote(features[1]) + self.space(features[2])
        x = self.ln(vectors + self.infeat(functional.gelu(told)) + self.pos[: vectors.shape[1]] + self.type0)
        bar = torch.zeros(mask.shape).masked_fill(~mask, MASKED)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bar)
        return self.drop(functional.gelu(self.mix(torch.cat([x, told], -1))))

    def link(self, states: Tensor, marks: Tensor, away: Tensor, lengths: Tensor) -> Tensor:
        """Scores of the five tags for each word of the window of each cue."""
        cue = (states * marks[..., None]).sum(1) / marks.sum(1, keepdim=True)
        x = functional.gelu(states + self.rel(away) + self.key(cue)[:, None])
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        seen, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=states.shape[1])
        return self.out(self.drop(seen))


def norm(weights: dict[str, np.ndarray], name: str) -> nn.LayerNorm:
    """A layer norm with the encoder's weights."""
    made = nn.LayerNorm(WIDTH, eps=EPSILON)
    made.weight.data = torch.tensor(weights[f"{name}.w"])
    made.bias.data = torch.tensor(weights[f"{name}.b"])
    return made
