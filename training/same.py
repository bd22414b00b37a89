"""Whether two articles tell of one incident: how rare words are, and how much each sign counts.

    python same.py words --data DATA
    reportedly read --from jsonl --json incidents.jsonl > read.jsonl     (and the same of ECB+)
    cargo run --release -p reportedly-records --example stories -- --pairs read.jsonl > pairs.jsonl
    python same.py fit --data DATA --pairs pairs.jsonl --undated undated.jsonl --ecb ecb.jsonl

`words` counts in how many articles each word stands (PolNeAR's training part, GUM, half of the read half of the incidents) and
writes `weights/rarity.bin`: numbers of words, no words. `fit` is logistic regression on pairs of articles of the other half of
the read half, once with and once without their days, and of odd topics of ECB+; pairs that are two incidents count once more as
if both had been on one day in one town. The other halves only measure (`evaluation/stories.py`); articles that `labels/kept.txt`
names are left out.
"""
import argparse
import hashlib
import json
import math
import struct
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "evaluation"))
from stories import is_read  # noqa: E402

WEIGHTS = Path(__file__).parent.parent / "crates/reportedly-core/weights"
SEED, MASK = 0x517CC1B727220A95, (1 << 64) - 1
# a word of fewer articles is as rare as one of none
LEAST_ARTICLES = 3


def is_counted(incident):
    """Whether the words of a read incident are counted; the weights are learned from the others, whose names are as new as later ones."""
    return is_read(incident) and hashlib.sha256(f"fold {incident}".encode()).digest()[0] % 4 < 2


def is_learned(incident):
    return is_read(incident) and not is_counted(incident)


def numbers(text):
    """The words of a text as `reportedly_core::reuse::keys` numbers them."""
    out, value, inside = [], SEED, False
    for c in text:
        if c.isalnum() or ord(c) > 127 and unicodedata.combining(c):
            for part in unicodedata.normalize("NFD", c.lower()):
                part = ord(part.lower()) if ord(part) < 128 else ord(part)
                value = (((value << 5 | value >> 59) & MASK) ^ part) * SEED & MASK
            inside = True
        elif inside:
            out.append(max(value >> 32, 1))
            value, inside = SEED, False
    return out + [max(value >> 32, 1)] if inside else out


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def known_articles(data):
    kept = {line.rstrip("\n").split("\t")[-1] for line in open(data / "labels/kept.txt", encoding="utf-8")}
    sets = [("polnear/train.jsonl", lambda d: True), ("gum/train.jsonl", lambda d: True),
            ("incidents/articles.jsonl", lambda d: is_counted(d["incident"]))]
    for name, wanted in sets:
        yield from (d for d in lines(data / name) if d["id"] not in kept and wanted(d))


def words(args):
    counts, articles = Counter(), 0
    for article in known_articles(args.data):
        counts.update(set(numbers(f"{article.get('title') or ''} {article['text']}")))
        articles += 1
    rows = sorted((word, n) for word, n in counts.items() if n >= LEAST_ARTICLES)
    rare = [max(0.0, 1 - math.log1p(n) / math.log1p(articles)) for _, n in rows]
    entries = [struct.pack("<IB", word, round(255 * r)) for (word, _), r in zip(rows, rare)]
    (WEIGHTS / "rarity.bin").write_bytes(b"".join(entries))
    print(f"{len(entries)} words of {articles} articles")


def regression(x, y, weight, ridge=1.0):
    """Newton's method; each column is scaled, so that all are held alike."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    x = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    hold = np.eye(x.shape[1]) * ridge
    hold[-1, -1] = 1e-6
    found = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        step = np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + hold, x.T @ (weight * (p - y)) + hold @ found)
        found -= step
    plain = found[:-1] / scale
    return np.append(plain, found[-1] - (plain * mean).sum())


# of the signs that can only speak for one thing the way they speak; one that would speak the other way does not count
FOR = {"words", "lead", "rare_words", "people", "surnames", "names", "same_day", "next_day", "same_place", "place_named", "same_killed",
       "same_age", "same_kind"}
AGAINST = {"apart", "days_apart", "after", "other_place", "other_region", "place_not_named", "other_injured", "other_age", "other_kind"}
# what is the same of any two incidents of one day in one town
ELSEWHERE = {name: 0.0 for name in ("apart", "undated", "next_day", "days_apart", "after", "other_place", "other_region", "place_named",
                                    "place_not_named", "same_outlet")} | {"same_day": 1.0, "same_place": 1.0}


def in_one_town(evidence, names):
    """The evidence of two articles as if their incidents had been on one day in one town."""
    return [ELSEWHERE.get(name, value) for name, value in zip(names, evidence)]


def right_way(x, y, w, names):
    """The weights of the signs that speak the way they can, by name."""
    keep = list(range(len(names)))
    while True:
        found = regression(x[:, keep], y, w)
        wrong = [i for i, weight in zip(keep, found) if names[i] in FOR and weight < 0 or names[i] in AGAINST and weight > 0]
        if not wrong:
            return dict(zip([names[i] for i in keep] + ["constant"], found))
        keep = [i for i in keep if i not in wrong]


def examples(args):
    """(evidence, same, weight) of the pairs that may be learned from, and the names of the signs."""
    x, y, w, names = [], [], [], None
    of = {d["id"]: d["incident"] for d in lines(args.data / "incidents/articles.jsonl")}
    ecb = {d["id"]: (d["incident"], int(d["topic"])) for d in lines(args.data / "ecbplus/train.jsonl")}
    for path, weight in ((args.pairs, 1.0), (args.undated, args.undated_weight), (args.ecb, args.ecb_weight)):
        for row in lines(path) if path else []:
            if "signs" in row:
                names = row["signs"]
                continue
            a, b = row["a"], row["b"]
            if path == args.ecb:
                is_known, same = ecb[a][1] % 2 and ecb[b][1] % 2, ecb[a][0] == ecb[b][0]
            else:
                is_known, same = is_learned(of[a]) and is_learned(of[b]), of[a] == of[b]
            if is_known:
                x.append(row["evidence"])
                y.append(float(same))
                w.append(weight)
            if is_known and not same and path == args.pairs:
                x.append(in_one_town(row["evidence"], names))
                y.append(0.0)
                w.append(args.town_weight)
    return np.array(x), np.array(y), np.array(w), names


def fit(args):
    x, y, w, names = examples(args)
    keep = [i for i, name in enumerate(names) if name not in args.without]
    weights = {name: 0.0 for name in names} | right_way(x[:, keep], y, w, [names[i] for i in keep])
    text = "".join(f"{name}\t{weights[name]:.4f}\n" for name in sorted(weights))
    Path(args.out).write_text(text)
    print(f"{len(y)} pairs, {int(y.sum())} of one incident")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["words", "fit"])
    p.add_argument("--data", type=Path, required=True)
    for name in ("pairs", "undated", "ecb"):
        p.add_argument(f"--{name}")
    p.add_argument("--undated-weight", type=float, default=0.3)
    p.add_argument("--ecb-weight", type=float, default=1.0)
    p.add_argument("--town-weight", type=float, default=0.03)
    p.add_argument("--without", nargs="*", default=[], help="signs that do not count")
    p.add_argument("--out", default=WEIGHTS / "same.txt")
    args = p.parse_args()
    {"words": words, "fit": fit}[args.what](args)


if __name__ == "__main__":
    main()
