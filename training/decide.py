"""Trains the two small networks that decide: who a source is among those named, and how a claim looks as a whole.

They learn from what the program tells them of labelled claims (`told.rs`, an example of `reportedly-model`), so that what is
learned is what will be asked. The encoder is trained before and stays as it is.
"""
import argparse
import json
import random

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F

from people import IGNORED, LABELS

PASSES, BATCH, RATE = 24, 64, 2e-3
SEEN = 384


class Decider(nn.Module):
    def __init__(self, told, inner, outputs, drop):
        super().__init__()
        self.inner, self.out, self.drop = nn.Linear(told, inner), nn.Linear(inner, outputs), nn.Dropout(drop)

    def forward(self, x):
        return self.out(self.drop(F.relu(self.inner(self.drop(x)))))


def bare(name):
    return " ".join(name.replace("\u2019", "'").removesuffix("'s").split()).lower()


def claims_of(told, labelled):
    """One row per labelled claim: numbers for each candidate, which of them is right, numbers for the claim, its labels."""
    numbers, at = np.fromfile(f"{told}.bin", np.float32), 0
    docs, rows = {}, []
    for path in labelled:
        with open(path, encoding="utf-8") as f:
            for line in f:
                doc = json.loads(line)
                docs[doc["id"]] = doc
    with open(f"{told}.jsonl", encoding="utf-8") as f:
        for line in f:
            head = json.loads(line)
            doc = docs.get(head["id"])
            forms = {}
            for name in doc.get("names", []) if doc else []:
                forms.setdefault(name["entity"], set()).add(bare(doc["text"][name["start"]:name["end"]]))
            for k in range(head["claims"]):
                one = json.loads(next(f))
                who = []
                for n in one["who"]:
                    who.append(numbers[at:at + n])
                    at += n
                judge = numbers[at:at + one["judge"]]
                at += one["judge"]
                if doc is None:
                    continue
                claim = doc["claims"][k]
                known = lambda key: "kind" in claim if key == "ok" and claim["ok"] == "right" else key == "ok" or claim["ok"] == "right"
                labels = [values.index(claim[key]) if claim.get(key) in values and known(key) else IGNORED for key, values in LABELS.items()]
                right = who_is_right(claim, forms, [head["cast"][i] for i in one["near"]]) if who else []
                rows.append((who, right, judge, labels, head["id"]))
    return rows


def who_is_right(claim, forms, candidates):
    """Positions of the right candidates; 0 is nobody. Empty where it cannot be known."""
    if claim["ok"] != "right" or "entity" not in claim and "name" not in claim:
        return []
    if claim.get("name") is None:
        return [0]
    full = bare(claim["name"])
    known = forms.get(claim.get("entity"), set()) | {full}
    mentions = [{bare(m) for m in mentions} | {bare(name)} for name, mentions in candidates]
    best = [i + 1 for i, m in enumerate(mentions) if full in m]
    return best or [i + 1 for i, m in enumerate(mentions) if known & m]


def who_batch(rows, width):
    n = max(len(r[0]) for r in rows)
    x, mask, gold = np.zeros((len(rows), n, width), np.float32), np.zeros((len(rows), n), bool), np.zeros((len(rows), n), bool)
    for b, (who, right, *_) in enumerate(rows):
        for i, told in enumerate(who):
            x[b, i, :len(told)] = told
        mask[b, :len(who)] = True
        gold[b, right] = True
    return map(torch.from_numpy, (x, mask, gold))


def who_loss(net, rows, width):
    x, mask, gold = who_batch(rows, width)
    p = net(x)[..., 0].masked_fill(~mask, -1e4).log_softmax(-1)
    return -p.masked_fill(~gold, -1e4).logsumexp(-1).mean(), (p.argmax(-1), gold)


def claim_loss(net, rows):
    out = net(torch.from_numpy(np.stack([r[2] for r in rows]))).split([len(v) for v in LABELS.values()], -1)
    gold = torch.tensor([r[3] for r in rows]).T
    return sum(F.cross_entropy(o, g, ignore_index=IGNORED, reduction="sum") / max(1, int((g != IGNORED).sum())) for o, g in zip(out, gold)), (out, gold)


def fit(net, rows, loss, rng, passes):
    opt = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    steps = passes * -(-len(rows) // BATCH)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, RATE, total_steps=steps)
    for _ in range(passes):
        rng.shuffle(rows)
        net.train()
        for i in range(0, len(rows), BATCH):
            opt.zero_grad()
            loss(net, rows[i:i + BATCH])[0].backward()
            opt.step(), sched.step()
    net.eval()


@torch.no_grad()
def report(who, claim, rows, width, name):
    named = [r for r in rows if r[1]]
    best, gold = who_loss(who, named, width)[1]
    right = gold.gather(1, best[:, None])[:, 0]
    somebody = ~gold[:, 0]
    out, labels = claim_loss(claim, [r for r in rows if max(r[3]) >= 0])[1]
    shares = [f"{key} {float((o.argmax(-1)[g != IGNORED] == g[g != IGNORED]).float().mean()):.3f}" for key, o, g in zip(LABELS, out, labels)]
    print(f"{name}: who {float(right[somebody].float().mean()):.3f} of {int(somebody.sum())}, nobody {float(right[~somebody].float().mean()):.3f}; {', '.join(shares)}", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--told", required=True)
    p.add_argument("--labelled", nargs="+", required=True)
    p.add_argument("--test", nargs="*", default=[], help="NAME=TOLD=LABELLED, measured and not learned")
    p.add_argument("--weights", required=True)
    p.add_argument("--exit", default="4")
    args = p.parse_args()
    torch.manual_seed(7)
    rng, rows = random.Random(7), claims_of(args.told, args.labelled)
    width = max(len(told) for r in rows for told in r[0])
    who, claim = Decider(width, 32, 1, 0.1), Decider(len(rows[0][2]), 64, sum(map(len, LABELS.values())), 0.4)
    fit(who, [r for r in rows if r[1]], lambda net, some: who_loss(net, some, width), rng, PASSES)
    fit(claim, [r for r in rows if max(r[3]) >= 0], claim_loss, rng, PASSES)
    report(who, claim, rows, width, f"learned, {len(rows)} claims")
    for test in args.test:
        name, told, labelled = test.split("=")
        report(who, claim, claims_of(told, [labelled]), width, name)
    weights = load_file(args.weights)
    for part, net in (("who", who), ("claim", claim)):
        for layer, linear in (("inner", net.inner), ("out", net.out)):
            at = f"exits.{args.exit}.{part}.{layer}"
            weights[f"{at}.weight"], weights[f"{at}.bias"] = linear.weight.detach().contiguous(), linear.bias.detach().contiguous()
    save_file(weights, args.weights)


if __name__ == "__main__":
    main()
