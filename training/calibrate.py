"""Fits the confidence of a claim: the probability that it is a lenient hit (content and source Jaccard >= .5).

    reportedly read --from jsonl --json --explain --min-confidence 0 dev.jsonl > read.jsonl
    python calibrate.py --read read.jsonl --gold dev.jsonl --scorer attribution.py --weights reader.safetensors --exit 6

Logistic regression (Platt 1999) on the log odds of the four scores that `decode.rs` explains. Writes the
constants into the weights, for one exit, and prints the expected calibration error in ten equal-count bins,
cross-validated over documents so that no document judges itself.
"""
import argparse
import importlib.util
import json
import re

import numpy as np
from safetensors.numpy import load_file, save_file

NUMBERS = re.compile(r"content ([\d.]+), its borders ([\d.]+), its cue ([\d.]+), the cue's source ([\d.]+)")


def scorer(path):
    spec = importlib.util.spec_from_file_location("attribution", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claims(read_path, gold_path, score):
    """(features, hit, document) of every claim that the trained reader gave."""
    read = {d["doc_id"]: d for d in map(json.loads, open(read_path, encoding="utf-8"))}
    rows = []
    for number, (doc_id, gold) in enumerate(score.read(gold_path).items()):
        doc = score.Doc(gold["text"])
        of = lambda spans: [[p["start"], p["end"]] for p in spans]
        mine = []
        for c in read[doc_id]["claims"]:
            found = NUMBERS.search(" ".join(c["reasons"]))
            if found and not c["within"]:
                a = score.Attribution(doc, {"source": of(c["source"]), "cue": of([c["cue"]] if c["cue"] else []), "content": of(c["content"])})
                a.features = features([float(x) for x in found.groups()], not c["source"])
                mine.append(a)
        theirs = [a for a in (score.Attribution(doc, x) for x in score.attributions(gold)) if a.norm["content"]]
        hits = {id(p) for _, p in score.match(theirs, mine, score.HITS["lenient"])}
        rows += [(a.features, id(a) in hits, number) for a in mine]
    return rows


def features(scores, nobody):
    kept = (min(max(s, 0.005), 0.995) for s in scores)
    return [1.0, *(np.log(s / (1 - s)) for s in kept), float(nobody)]


def fit(x, y, ridge=1.0, steps=50):
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        h = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        w -= np.linalg.solve(h, x.T @ (p - y) + ridge * w)
    return w


def write(weights, path, exit):
    tensors = load_file(path)
    tensors[f"exits.{exit}.calibration"] = weights.astype(np.float32)
    save_file(tensors, path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("read", "gold", "scorer", "weights"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--exit", type=int, required=True)
    args = p.parse_args()
    rows = claims(args.read, args.gold, scorer(args.scorer))
    if len(rows) < 10:
        raise SystemExit(f"{args.read}: {len(rows)} claims are too few to fit the confidence to; the reader has learned too little")
    x, y, d = np.array([r[0] for r in rows]), np.array([r[1] for r in rows], float), np.array([r[2] for r in rows])
    p = np.zeros(len(y))
    for fold in range(6):
        w = fit(x[d % 6 != fold], y[d % 6 != fold])
        p[d % 6 == fold] = 1 / (1 + np.exp(-x[d % 6 == fold] @ w))
    order = np.argsort(p)
    error = sum(abs(p[b].mean() - y[b].mean()) * len(b) for b in np.array_split(order, 10)) / len(y)
    best = order[::-1]
    precision = np.cumsum(y[best]) / np.arange(1, len(y) + 1)
    at = np.nonzero(precision >= 0.9)[0]
    write(fit(x, y), args.weights, args.exit)
    print(f"{len(y)} claims; expected calibration error {error:.4f}; at precision .90: {at[-1] + 1 if len(at) else 0} claims, least confidence {p[best][at[-1]] if len(at) else 1:.3f}")


if __name__ == "__main__":
    main()
