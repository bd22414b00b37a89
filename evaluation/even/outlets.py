"""outlets.py SCORER GOLD.jsonl PRED.jsonl -> JSON: do outlets differ by more than chance?

The spread is the best outlet's lenient F1 less the worst one's. `p` is the share of 5,000 random assignments of the
same articles to outlets with a spread at least as large (a permutation test, Fisher 1935); `interval` holds the
middle 95% of spreads when the articles of each outlet are drawn anew (bootstrap, Efron 1979).
"""
import importlib.util
import json
import random
import sys

TIMES = 5000


def f1(rows):
    hits, gold, pred = (sum(r[i] for r in rows) for i in range(3))
    return 2 * hits / max(gold + pred, 1)


def spread(outlets):
    scores = [f1(rows) for rows in outlets]
    return max(scores) - min(scores)


def main(scorer_path, gold_path, pred_path):
    spec = importlib.util.spec_from_file_location("attribution_scorer", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(scorer)
    pred, by_outlet = scorer.read(pred_path), {}
    for doc_id, doc in scorer.read(gold_path).items():
        words = scorer.Doc(doc["text"])
        sides = ([scorer.Attribution(words, raw) for raw in scorer.attributions(d)] for d in (doc, pred[doc_id]))
        gold, mine = ([a for a in side if a.norm["content"]] for side in sides)
        row = len(scorer.match(gold, mine, scorer.HITS["lenient"])), len(gold), len(mine)
        by_outlet.setdefault(doc["publisher"], []).append(row)
    outlets, rng = list(by_outlet.values()), random.Random(0)
    seen = spread(outlets)
    rows, larger = [r for o in outlets for r in o], 0
    for _ in range(TIMES):
        rng.shuffle(rows)
        at, drawn = 0, []
        for o in outlets:
            drawn.append(rows[at:at + len(o)])
            at += len(o)
        larger += spread(drawn) >= seen
    anew = sorted(spread([[rng.choice(o) for _ in o] for o in outlets]) for _ in range(1000))
    print(json.dumps({"spread": round(seen, 4), "interval": [round(anew[25], 4), round(anew[974], 4)], "p": round((larger + 1) / (TIMES + 1), 4)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
