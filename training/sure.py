"""Fits the confidence in all that is given of a claim: the probability that content, source, its kind and its name are right.

    unread.py texts DATA | reportedly read --from jsonl --json --explain > read.jsonl
    python sure.py --read read.jsonl --data DATA --weights reader.safetensors --exit 6

Logistic regression (Platt 1999) on the log odds of what `--explain` says it is sure of, over claims of articles that nothing was
learned from (`labels/unread.txt`). Writes the constants into the weights, for one exit. Prints how many are right by how sure it is:
cross-validated over those articles, and for corpora that were never learned from.
"""
import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from calibrate import features, fit

sys.path.insert(0, str(Path(__file__).parent.parent / "evaluation"))
from unread import articles, bare, compared, lines  # noqa: E402

NUMBERS = re.compile(r"sure of: words ([\d.]+), claim ([\d.]+), kind ([\d.]+), who ([\d.]+)")
GRADES = (0.95, 0.75, 0.0)


def is_right(judged, given):
    return judged["ok"] == "right" and judged["kind"] == given["source_kind"] and bare(judged["name"]) == bare(given["source_name"])


def rows_of(read_path, data):
    """(features, right, article) of every judged claim that is found, by set of articles."""
    read, out = {d["doc_id"]: d for d in lines(read_path)}, defaultdict(list)
    for number, (name, article) in enumerate(articles(data)):
        for judged, given in compared(article, read[article["id"]]["claims"]):
            found = NUMBERS.search(" ".join(given["reasons"]))
            if found:
                out[name].append((features([float(x) for x in found.groups()], not given["source"]), is_right(judged, given), number))
    return out


def arrays(rows):
    return (np.array(column, float) for column in zip(*rows))


def report(name, p, y):
    parts, above = [], 1.01
    for least in GRADES:
        here = (p >= least) & (p < above)
        parts.append(f"from {least}: {y[here].mean() if here.any() else 0:.3f} right of {here.sum()}")
        above = least
    print(f"{name}: {'; '.join(parts)}; of all right {((p >= GRADES[0]) * y).sum() / y.sum():.3f} are in the first")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("read", "data", "weights"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--exit", type=int, required=True)
    args = p.parse_args()
    rows = rows_of(args.read, Path(args.data))
    x, y, d = arrays(rows["like those learned from"] + rows["written"])
    held = np.zeros(len(y))
    for fold in range(6):
        held[d % 6 == fold] = 1 / (1 + np.exp(-x[d % 6 == fold] @ fit(x[d % 6 != fold], y[d % 6 != fold])))
    report("like those learned from, cross-validated", held, y)
    weights = fit(x, y)
    x, y, _ = arrays([row for name in ("bbc", "masakhane", "ntrex") for row in rows[name]])
    report("corpora never learned from", 1 / (1 + np.exp(-x @ weights)), y)
    tensors = load_file(args.weights)
    tensors[f"exits.{args.exit}.sure"] = weights.astype(np.float32)
    save_file(tensors, args.weights)


if __name__ == "__main__":
    main()
