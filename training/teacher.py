"""What trained readers say of documents on average, for another to learn from (distillation, Hinton et al. 2015)."""
import zlib

import numpy as np
import torch

from batches import WINDOW, collate
from network import fast

SHARED, KEPT, BATCH = 80, 6, 32
# tags from which a pointer leads away
POINTING = {"cue_of": (5, 6), "source_of": (3,)}


def fold(text, parts):
    """Which part of the annotated documents one with this text belongs to."""
    return zlib.crc32(text.encode()) % parts


def teach_all(teachers, docs, unlabelled):
    """Sets `soft` of all documents. `teachers`: (reader, (part, parts) that it has not seen, or None).

    An annotated document is judged by the teachers that never saw its annotation, as unknown texts are (cross-fitting);
    by all of them where each has seen it.
    """
    groups = {}
    for same in docs:
        fresh = tuple(k for k, (_, unseen) in enumerate(teachers) if unseen and fold(same[0].text, unseen[1]) == unseen[0])
        groups.setdefault(fresh or tuple(range(len(teachers))), []).append(same[0])
    groups.setdefault(tuple(range(len(teachers))), []).extend(unlabelled)
    for numbers, some in groups.items():
        teach([teachers[k][0] for k in numbers], some)
    for same in docs:
        for other in same[1:]:
            other.soft = same[0].soft


@torch.no_grad()
def teach(readers, docs):
    """Sets `soft`: probabilities of tags [words, tags], and of both pointers the likeliest targets and their probabilities.

    Targets are words of the document, -1 is nothing.
    """
    for reader in readers:
        reader.eval()
    device = readers[0].words.weight.device
    parts = [(d, start, own, w) for d in docs for start, own, w in _windows(d)]
    parts.sort(key=lambda p: len(p[3]["pieces"]))
    for d in docs:
        n = len(d.spans)
        nowhere = lambda: (np.full((n, KEPT), -1), np.zeros((n, KEPT), np.float32))
        d.soft = {"tags": np.zeros((n, 7), np.float32), "cue_of": nowhere(), "source_of": nowhere()}
    for i in range(0, len(parts), BATCH):
        some = parts[i:i + BATCH]
        batch = {k: torch.from_numpy(v).to(device) for k, v in collate([{**p[3], "soft": None} for p in some]).items() if k != "people"}
        with fast(device):
            said = [reader(batch)[-1][:3] for reader in readers]
        tags, *pointers = (torch.stack([score.float().softmax(-1) for score in same]).mean(0) for same in zip(*said))
        best = [p.topk(min(KEPT, p.shape[-1])) for p in pointers]
        nothing = pointers[0].shape[-1] - 1
        _write(some, tags.cpu().numpy(), [(b.indices.cpu().numpy(), b.values.cpu().numpy()) for b in best], nothing)


def _write(parts, tags, pointers, nothing):
    for b, (d, start, own, _) in enumerate(parts):
        words, here = slice(own.start, own.stop), slice(own.start - start, own.stop - start)
        d.soft["tags"][words] = tags[b, here]
        roles, gold = tags[b, here].argmax(-1), np.array(d.tags[words])
        for (name, these), (targets, p) in zip(POINTING.items(), pointers):
            points = np.isin(roles, these) | np.isin(gold, these)
            t, k = targets[b, here], targets.shape[-1]
            d.soft[name][0][words, :k] = np.where(t == nothing, -1, t + start)
            d.soft[name][1][words, :k] = p[b, here] * points[:, None]


def _windows(d):
    """(start, words that are scored there, window): each word once, with context on both sides."""
    n, start, own = len(d.spans), 0, 0
    while own < n:
        window, end = d.window(start, WINDOW)
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
