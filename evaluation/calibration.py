"""calibration.py SCORER GOLD.jsonl PRED.jsonl -> JSON: is a confidence of .8 right eight times in ten?

Right means a lenient hit of the attribution scorer. The claims are sorted by confidence and cut into ten
bins of equal count; the expected calibration error (Naeini et al. 2015) is the mean distance between
confidence and share right, weighted by count. The Brier score (1950) is the mean squared distance per claim.
`curve` is precision and recall of the surest claims, at every twentieth of them; `recall_at_90` is the largest
recall at which nine in ten are right.
"""
import importlib.util
import json
import sys

BINS, POINTS = 10, 20


def judged(scorer, gold, pred):
    """(confidence, whether it is right) of every claim."""
    out = []
    for doc_id, answer in pred.items():
        doc = scorer.Doc(gold[doc_id]["text"])
        sides = ([scorer.Attribution(doc, raw) for raw in scorer.attributions(d)] for d in (gold[doc_id], answer))
        truth, claims = ([a for a in side if a.norm["content"]] for side in sides)
        hits = {id(p) for _, p in scorer.match(truth, claims, scorer.HITS["lenient"])}
        rows = [raw for raw in answer["attributions"] if scorer.normalise(doc.text, raw["content"])]
        out += [(raw["confidence"] or 0.0, id(claim) in hits) for raw, claim in zip(rows, claims)]
    return sorted(out)


def curve(rows, wanted):
    """From the surest claim on: (least confidence, precision, recall) at each of them."""
    out, hits = [], 0
    for n, (confidence, right) in enumerate(reversed(rows), 1):
        hits += right
        out.append((confidence, hits / n, hits / max(wanted, 1)))
    return out


def main(scorer_path, gold, pred):
    spec = importlib.util.spec_from_file_location("attribution_scorer", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(scorer)
    gold = scorer.read(gold)
    rows = judged(scorer, gold, scorer.read(pred))
    n = len(rows)
    wanted = sum(bool(scorer.normalise(d["text"], a["content"])) for d in gold.values() for a in scorer.attributions(d))
    points = curve(rows, wanted)
    sure = round(max((r for _, p, r in points if p >= 0.9), default=0), 4)
    shown = [[round(v, 4) for v in points[min(n, n * i // POINTS or 1) - 1]] for i in range(1, POINTS + 1)] if n else []
    bins = [rows[n * i // BINS:n * (i + 1) // BINS] for i in range(BINS)]
    mean = lambda values: round(sum(values) / len(values), 4)
    table = [{"claims": len(b), "confidence": mean([c for c, _ in b]), "right": mean([r for _, r in b])} for b in bins if b]
    error = sum(b["claims"] * abs(b["confidence"] - b["right"]) for b in table) / max(n, 1)
    brier = sum((c - r) ** 2 for c, r in rows) / max(n, 1)
    print(json.dumps({"expected_error": round(error, 4), "brier": round(brier, 4), "bins": table, "recall_at_90": sure, "curve": shown}))


if __name__ == "__main__":
    main(*sys.argv[1:])
