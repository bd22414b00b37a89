"""The reader: an encoder, seven tags per word and two pointers, read off after several of its layers.

Tags are BIO over source, cue and content. One pointer leads from each content word to the first word of
its cue, the other from the first word of a cue to the first word of its source; both may point at nothing.
The encoder is post-norm BERT (Devlin et al. 2019): MiniLM (Wang et al. 2020) for the reader that is published,
MPNet (Song et al. 2020), with a bias by distance, for its teachers. Each exit has heads of its own (deep
supervision, Lee et al. 2015), so that one file of weights serves two speeds.
Tags follow each other by a learned matrix, a linear-chain CRF (Lafferty et al. 2001).
"""
import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from people import LABELS, NAME_TAGS, PARTS

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
SHAPES, QUOTES, STARTS = 7, 4, 2
FORBIDDEN = -1e4
VOCABULARY, POSITIONS, POINTER, BUCKETS = 30522, 512, 128, 27
SAME, VIEW, INNER = 64, 64, 128


@dataclass(frozen=True)
class Size:
    width: int
    layers: int
    inner: int
    exits: tuple
    heads: int = 12
    eps: float = 1e-12
    # buckets of the bias by distance in attention; 0: none
    distances: int = 0


SIZES = {"minilm": Size(384, 6, 1536, (4, 6)), "mpnet": Size(768, 12, 3072, (12,), eps=1e-5, distances=32)}


def fast(device):
    """A context in which `device` multiplies in bfloat16, if it can: a processor that must emulate it takes 25 times as long."""
    able = torch.cpu.get_capabilities() if device.type == "cpu" else {"bf16": True}
    return torch.autocast(device.type, torch.bfloat16, enabled=any(on for name, on in able.items() if "bf16" in name))


def bucket(distance):
    """Relative position in words, exact to 8, then by powers of two: 0..26, 13 is "here"."""
    d = distance.abs()
    far = 9 + torch.floor(torch.log2(d.clamp(min=9).float() / 8)).long().clamp(max=4)
    return 13 + torch.where(d <= 8, d, far) * distance.sign()


def attention(q, k, v, bias):
    """Scaled dot product. On processors PyTorch's fused one costs a quarter of all time, most of it backwards."""
    if q.is_cuda:
        return F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    return ((q / math.sqrt(q.shape[-1])) @ k.transpose(-1, -2) + bias).softmax(-1).to(v.dtype) @ v


class Layer(nn.Module):
    def __init__(self, size, dropout):
        super().__init__()
        width, self.heads = size.width, size.heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, size.inner), nn.Linear(size.inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=size.eps), nn.LayerNorm(width, eps=size.eps)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, bias):
        b, n, width = x.shape
        q, k, v = (t.view(b, n, self.heads, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        a = attention(q, k, v, bias)  # dropout here would cost a third of the speed
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Distances(nn.Module):
    """MPNet's bias of attention by distance: the buckets of T5 (Raffel et al. 2020), exact to 8, then by logarithm to 128."""

    def __init__(self, size):
        super().__init__()
        self.bias = nn.Embedding(size.distances, size.heads)
        self.half = size.distances // 2

    def forward(self, n, device):
        at = torch.arange(n, device=device)
        d = at[:, None] - at[None, :]
        exact = self.half // 2
        far = exact + (torch.log(d.abs().clamp(min=1) / exact) / math.log(128 / exact) * (self.half - exact)).long()
        near = torch.where(d.abs() < exact, d.abs(), far.clamp(max=self.half - 1))
        return self.bias(near + (d < 0) * self.half).permute(2, 0, 1)[None]


class Pointer(nn.Module):
    """Scaled dot product of 128-d projections, a learned bias by distance, and a key for "nothing"."""

    def __init__(self, width, size=POINTER):
        super().__init__()
        self.query, self.key = nn.Linear(width, size), nn.Linear(width, size)
        self.bias = nn.Parameter(torch.zeros(BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(size))

    def forward(self, h, word_mask, buckets):
        q, k = self.query(h), self.key(h)
        size = math.sqrt(q.shape[-1])
        score = q @ k.transpose(1, 2) / size + self.bias[buckets]
        score = score.masked_fill(~word_mask[:, None, :], -1e4)
        return torch.cat([score, (q @ self.nothing / size)[..., None]], -1)


class Claims(nn.Module):
    """What is said of a claim as a whole, read from its source, cue and content: of each the mean of its words and the first one."""

    def __init__(self, width):
        super().__init__()
        self.view = nn.Linear(width, len(PARTS) * VIEW)
        self.inner = nn.Linear(2 * len(PARTS) * VIEW, INNER)
        self.out = nn.Linear(INNER, sum(map(len, LABELS.values())))
        self.drop = nn.Dropout(0.2)

    def forward(self, h, window, means, firsts):
        views = self.view(h)[window].view(*means.shape[::2], len(PARTS), VIEW)
        pooled = torch.cat([torch.einsum("cpw,cwpv->cpv", share, views) for share in (means.to(views.dtype), firsts.to(views.dtype))], -1)
        x = F.gelu(self.inner(self.drop(pooled.flatten(1))))
        return self.out(self.drop(x)).split([len(labels) for labels in LABELS.values()], -1)


class Heads(nn.Module):
    """What is read off one exit: tag scores, both pointers; tags of names, and who stands for whom; then `Claims`."""

    def __init__(self, width):
        super().__init__()
        self.tag = nn.Linear(width, len(TAGS))
        self.to_cue, self.to_source = Pointer(width), Pointer(width)
        self.names, self.same = nn.Linear(width, len(NAME_TAGS)), Pointer(width, SAME)
        self.claims = Claims(width)

    def forward(self, h, word_mask, buckets, claims):
        out = self.tag(h), self.to_cue(h, word_mask, buckets), self.to_source(h, word_mask, buckets)
        if claims is None:
            return out
        return *out, self.names(h), self.same(h, word_mask, buckets), self.claims(h, *claims[:3])


class Chain(nn.Module):
    """Scores of one tag after another. "Inside" follows only its own role, and never begins a line."""

    def __init__(self):
        super().__init__()
        n = len(TAGS)
        self.follows = nn.Parameter(torch.zeros(n, n))
        inside = torch.tensor([t > 0 and t % 2 == 0 for t in range(n)])
        same = torch.tensor([[b in (a, a - 1) for a in range(n)] for b in range(n)])
        self.register_buffer("inside", inside, persistent=False)
        self.register_buffer("allowed", ~inside[None, :] | same, persistent=False)

    def forward(self, scores, gold, starts):
        """Mean negative log likelihood per word. scores [b, w, tags]; gold [b, w], below 0 after the end; starts [b, w]."""
        mask, tags = gold >= 0, gold.clamp(min=0)
        follows = self.follows.masked_fill(~self.allowed, FORBIDDEN)
        at = scores + (starts[..., None] & self.inside).float() * FORBIDDEN
        at = torch.cat([scores[:, :1], at[:, 1:]], 1)  # a window may begin inside
        path = at.gather(2, tags[..., None])[..., 0]
        path = torch.cat([path[:, :1], path[:, 1:] + follows[tags[:, :-1], tags[:, 1:]]], 1)
        steps = follows + at[:, 1:, None, :]
        nothing = torch.where(torch.eye(len(TAGS), dtype=torch.bool, device=at.device), 0.0, FORBIDDEN)
        steps = torch.where(mask[:, 1:, None, None], steps, nothing)
        total = torch.logsumexp(at[:, 0, :, None] + product(steps, nothing), (1, 2))
        return (total[mask[:, 0]].sum() - (path * mask).sum()) / mask.sum().clamp(min=1)


def product(steps, nothing):
    """Product of matrices [b, w, n, n] over w in the logarithmic semiring, by halves."""
    if not steps.shape[1]:
        return nothing.expand(len(steps), -1, -1)
    while steps.shape[1] != 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, nothing.expand(len(steps), 1, -1, -1)], 1)
        left, right = steps[:, ::2], steps[:, 1::2]
        steps = torch.logsumexp(left[..., None] + right[..., None, :, :], -2)
    return steps[:, 0]


class Reader(nn.Module):
    def __init__(self, size=SIZES["minilm"], dropout=0.1):
        super().__init__()
        self.size, width = size, size.width
        self.words, self.positions = nn.Embedding(VOCABULARY, width), nn.Embedding(POSITIONS, width)
        self.shapes, self.quotes, self.starts = (nn.Embedding(n, width) for n in (SHAPES, QUOTES, STARTS))
        for extra in (self.shapes, self.quotes, self.starts):
            nn.init.zeros_(extra.weight)
        self.norm = nn.LayerNorm(width, eps=size.eps)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.distances = Distances(size) if size.distances else None
        self.exits = nn.ModuleDict({str(e): Heads(width) for e in size.exits})
        self.chain = Chain()
        self.drop = nn.Dropout(dropout)
        self.words.weight.requires_grad = False

    def layers_of(self, batch):
        """batch: pieces, shapes, quotes, starts, mask [b, n]; firsts [b, w] (piece of each word).

        What the layer of each exit gives for each word.
        """
        n = batch["pieces"].shape[1]
        x = self.words(batch["pieces"]) + self.positions.weight[:n] + self.shapes(batch["shapes"])
        x = self.drop(self.norm(x + self.quotes(batch["quotes"]) + self.starts(batch["starts"])))
        near = self.distances(n, x.device) if self.distances else 0.0
        bias = torch.where(batch["mask"][:, None, None, :], near, FORBIDDEN)
        if torch.is_autocast_enabled(x.device.type):
            bias = bias.to(torch.get_autocast_dtype(x.device.type))
        firsts, out = batch["firsts"][..., None].expand(-1, -1, self.size.width), {}
        for i, layer in enumerate(self.layers):
            x = layer(x, bias)
            if i + 1 in self.size.exits:
                out[i + 1] = x.gather(1, firsts)
        return out

    def forward(self, batch):
        """batch: as for `layers_of`, and word_mask. One (tags, cues, sources) for each exit."""
        w = torch.arange(batch["firsts"].shape[1], device=batch["firsts"].device)
        buckets = bucket(w[None, :] - w[:, None])
        claims = batch["people"]["claims"] if "people" in batch else None
        return [
            self.exits[str(exit)](self.drop(x), batch["word_mask"], buckets, claims)
            for exit, x in self.layers_of(batch).items()
        ]
