"""What trained readers say of documents on average, for another to learn from (distillation, Hinton et al. 2015)."""
import torch

from network import EXITS

SIZE, SHARED, KEPT = 254, 80, 6


@torch.no_grad()
def teach(readers, docs, collate):
    """Sets `soft` of each document: probabilities of tags, and the likeliest targets of both pointers."""
    for reader in readers:
        reader.eval()
    parts = [(d, start, own, w) for d in docs for start, own, w in _windows(d)]
    parts.sort(key=lambda p: len(p[3]["pieces"]))
    for d in docs:
        n = len(d.spans)
        d.soft = {"tags": [None] * n, "cue_of": [((), ())] * n, "source_of": [((), ())] * n}
    for i in range(0, len(parts), 16):
        some = parts[i:i + 16]
        batch = collate([p[3] for p in some])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = [reader(batch)[EXITS.index(max(EXITS))] for reader in readers]
        tags, cues, sources = (torch.stack([score.float().softmax(-1) for score in same]).mean(0) for same in zip(*said))
        for b, (d, start, own, _) in enumerate(some):
            roles = tags[b].argmax(-1).tolist()
            for w in own:
                at = w - start
                d.soft["tags"][w] = tags[b, at].tolist()
                for name, p, these in (("cue_of", cues, (5, 6)), ("source_of", sources, (3,))):
                    if roles[at] in these or d.tags[w] in these:
                        best = p[b, at].topk(min(KEPT, p.shape[-1]))
                        ids = [start + k if k < p.shape[-1] - 1 else -1 for k in best.indices.tolist()]
                        d.soft[name][w] = ids, best.values.tolist()


def _windows(d):
    """(start, words that are scored there, window): each word once, with context on both sides."""
    n, start, own = len(d.spans), 0, 0
    while own < n:
        window, end = d.window(start, SIZE)
        if end == start:
            end = start + 1
        last = n if end >= n else max(own + 1, end - _words_back(d, end, SHARED // 2))
        if window["firsts"]:
            yield start, range(own, min(last, end)), window
        own = last
        start = max(start + 1, own - _words_back(d, own, SHARED // 2))


def _words_back(d, end, pieces):
    """How many words before `end` have that many pieces."""
    total, k = 0, 0
    while end - k > 0 and total < pieces:
        total += len(d.pieces[end - k - 1])
        k += 1
    return k
