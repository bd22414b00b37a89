"""The reader: a MiniLM encoder, seven tags per word and two pointers, read off after several of its layers.

Tags are BIO over source, cue and content. One pointer leads from each content word to the first word of
its cue, the other from the first word of a cue to the first word of its source; both may point at nothing.
The encoder is MiniLM (Wang et al. 2020), post-norm BERT (Devlin et al. 2019), six layers of 384. Each exit
has heads of its own (deep supervision, Lee et al. 2015), so that one file of weights serves two speeds.
Tags follow each other by a learned matrix, a linear-chain CRF (Lafferty et al. 2001).
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
SHAPES, QUOTES, STARTS = 7, 4, 2
EXITS = (3, 4, 6)
FORBIDDEN = -1e4
WIDTH, LAYERS, HEADS, INNER, POINTER, BUCKETS = 384, 6, 12, 1536, 128, 27


def bucket(distance):
    """Relative position in words, exact to 8, then by powers of two: 0..26, 13 is "here"."""
    d = distance.abs()
    far = 9 + torch.floor(torch.log2(d.clamp(min=9).float() / 8)).long().clamp(max=4)
    return 13 + torch.where(d <= 8, d, far) * distance.sign()


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = (t.view(b, n, HEADS, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # dropout here would cost a third of the speed
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Pointer(nn.Module):
    """Scaled dot product of 128-d projections, a learned bias by distance, and a key for "nothing"."""

    def __init__(self):
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, POINTER), nn.Linear(WIDTH, POINTER)
        self.bias = nn.Parameter(torch.zeros(BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(POINTER))

    def forward(self, h, word_mask, buckets):
        q, k = self.query(h), self.key(h)
        score = q @ k.transpose(1, 2) / math.sqrt(POINTER) + self.bias[buckets]
        score = score.masked_fill(~word_mask[:, None, :], -1e4)
        return torch.cat([score, (q @ self.nothing / math.sqrt(POINTER))[..., None]], -1)


class Heads(nn.Module):
    """What is read off one exit: tag scores, then both pointers."""

    def __init__(self):
        super().__init__()
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.to_cue, self.to_source = Pointer(), Pointer()

    def forward(self, h, word_mask, buckets):
        return self.tag(h), self.to_cue(h, word_mask, buckets), self.to_source(h, word_mask, buckets)


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
        total = at[:, 0]
        for t in range(1, at.shape[1]):
            after = torch.logsumexp(total[:, :, None] + follows, 1) + at[:, t]
            total = torch.where(mask[:, t, None], after, total)
        return (torch.logsumexp(total, 1)[mask[:, 0]].sum() - (path * mask).sum()) / mask.sum().clamp(min=1)


class Reader(nn.Module):
    def __init__(self, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(positions, WIDTH)
        self.shapes, self.quotes, self.starts = (nn.Embedding(n, WIDTH) for n in (SHAPES, QUOTES, STARTS))
        for extra in (self.shapes, self.quotes, self.starts):
            nn.init.zeros_(extra.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.exits = nn.ModuleDict({str(e): Heads() for e in EXITS})
        self.chain = Chain()
        self.drop = nn.Dropout(dropout)
        self.words.weight.requires_grad = False

    def forward(self, batch):
        """batch: pieces, shapes, quotes, starts, mask [b, n]; firsts [b, w] (piece of each word), word_mask.

        One (tags, cues, sources) for each exit.
        """
        n = batch["pieces"].shape[1]
        x = self.words(batch["pieces"]) + self.positions.weight[:n] + self.shapes(batch["shapes"])
        x = self.drop(self.norm(x + self.quotes(batch["quotes"]) + self.starts(batch["starts"])))
        mask = batch["mask"][:, None, None, :]
        firsts = batch["firsts"][..., None].expand(-1, -1, WIDTH)
        w = torch.arange(firsts.shape[1])
        buckets, out = bucket(w[None, :] - w[:, None]), []
        for i, layer in enumerate(self.layers):
            x = layer(x, mask)
            if i + 1 in EXITS:
                out.append(self.exits[str(i + 1)](self.drop(x.gather(1, firsts)), batch["word_mask"], buckets))
        return out


def load_pretrained(reader, state):
    """Takes over a BERT-style checkpoint (names without the `bert.` prefix)."""
    e = "embeddings."
    reader.words.weight.data.copy_(state[e + "word_embeddings.weight"])
    reader.positions.weight.data.copy_(state[e + "position_embeddings.weight"] + state[e + "token_type_embeddings.weight"][0])
    reader.norm.load_state_dict({k: state[f"{e}LayerNorm.{k}"] for k in ("weight", "bias")})
    for i, layer in enumerate(reader.layers):
        p = f"encoder.layer.{i}."
        for k in ("weight", "bias"):
            layer.qkv.get_parameter(k).data.copy_(torch.cat([state[f"{p}attention.self.{r}.{k}"] for r in ("query", "key", "value")]))
            for mine, theirs in (("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense"),
                                 ("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
                getattr(layer, mine).get_parameter(k).data.copy_(state[f"{p}{theirs}.{k}"])
