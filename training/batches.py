"""Training windows -> batches of arrays, made ahead by other processes."""
import random
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

import numpy as np

from examples import IGNORED, windows
from people import LABELS

WINDOW = 254


def collate(items):
    """Pads to the longest, pieces to a multiple of eight as graphics cards like it; "nothing" becomes the padded number of words. With `soft`, what teachers say, if any of them says something."""
    n, w = -8 * (-max(len(i["pieces"]) for i in items) // 8), max(len(i["firsts"]) for i in items)

    def pad(rows, size, value):
        out = np.full((len(rows), size), value, bool if isinstance(value, bool) else np.int64)
        for k, row in enumerate(rows):
            out[k, :len(row)] = row
        return out

    out = {k: pad([i[k] for i in items], n, 0) for k in ("pieces", "shapes", "quotes", "starts")}
    out["mask"] = pad([[True] * len(i["pieces"]) for i in items], n, False)
    out["firsts"] = pad([i["firsts"] for i in items], w, 0)
    out["word_mask"] = pad([[True] * len(i["firsts"]) for i in items], w, False)
    out["tags"] = pad([i["tags"] for i in items], w, IGNORED)
    for k in ("cue_of", "source_of"):
        out[k] = pad([[w if t == len(i["firsts"]) else t for t in i[k]] for i in items], w, IGNORED)
    taught = [(b, i["soft"], len(i["firsts"])) for b, i in enumerate(items) if i["soft"]]
    if taught:
        out["soft"] = {"tags": _soft_tags(taught), **{k: _soft_pointers(taught, k, w) for k in ("cue_of", "source_of")}}
    out["people"] = _people([i["people"] for i in items], w)
    return out


def _people(items, w):
    """Tags of names; (window, word) of each mention that stands for another and whether a word is one that it may stand for, the last
    one being nobody; words of each claim's source, cue and content as shares of one, and its labels."""
    names = np.full((len(items), w), IGNORED)
    for b, item in enumerate(items):
        names[b, :len(item["names"])] = item["names"]
    links = [(b, word, targets) for b, item in enumerate(items) for word, targets in item["links"]]
    claims = [(b, parts, labels) for b, item in enumerate(items) for parts, labels in item["claims"]]
    may = np.zeros((len(links), w + 1), bool)
    for k, (_, _, targets) in enumerate(links):
        may[k, targets or [w]] = True
    means, firsts = np.zeros((len(claims), 3, w), np.float32), np.zeros((len(claims), 3, w), np.float32)
    for k, (_, parts, _) in enumerate(claims):
        for p, words in enumerate(parts):
            if words:
                means[k, p, words] = 1 / len(words)
                firsts[k, p, words[0]] = 1
    return {
        "names": names,
        "links": (np.array([b for b, _, _ in links], np.int64), np.array([word for _, word, _ in links], np.int64), may),
        "claims": (np.array([b for b, _, _ in claims], np.int64), means, firsts, np.array([labels for *_, labels in claims], np.int64).reshape(-1, len(LABELS))),
    }


def _soft_tags(taught):
    """(window, word, probabilities) of every word that a teacher has read."""
    window = np.concatenate([np.full(n, b) for b, _, n in taught])
    return window, np.concatenate([np.arange(n) for _, _, n in taught]), np.concatenate([s["tags"] for _, s, _ in taught])


def _soft_pointers(taught, name, nothing):
    """(window, word, target, probability), one row for each target."""
    rows = []
    for b, soft, n in taught:
        targets, p = soft[name]
        word, k = np.nonzero(p)
        target = targets[word, k]
        rows.append((np.full(len(word), b), word, np.where(target == n, nothing, target), p[word, k]))
    return tuple(np.concatenate(column) for column in zip(*rows))


def batches_of(docs, unlabelled, sample, size, word_pieces, rng):
    """Windows of like length together, in random order; of several annotators of a document, one at random."""
    some = rng.sample(unlabelled, min(sample, len(unlabelled)))
    items = windows([rng.choice(d) for d in docs] + some, WINDOW, rng, word_pieces)
    rng.shuffle(items)
    items.sort(key=lambda i: len(i["pieces"]) // 32)
    out = [items[i:i + size] for i in range(0, len(items), size)]
    rng.shuffle(out)
    return [collate(items) for items in out]


def ahead(make, seeds, workers):
    """`make(random)` for each seed in order; only as many are waiting as there are workers."""
    seeds = iter(seeds)
    with ProcessPoolExecutor(workers, mp_context=get_context("fork"), initializer=_keep, initargs=(make,)) as pool:
        waiting = deque(pool.submit(_made, s) for s in islice(seeds, workers))
        while waiting:
            out = waiting.popleft().result()
            waiting.extend(pool.submit(_made, s) for s in islice(seeds, 1))
            yield out


def _keep(make):
    global _make
    _make = make


def _made(seed):
    return _make(random.Random(seed))
