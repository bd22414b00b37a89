"""Trains the reader and writes `crates/reportedly-model/weights/`. One command, see README.md beside this file.

Method: tags and pointers are learned together by cross entropy (as in Dozat & Manning 2017 for arcs);
AdamW (Loshchilov & Hutter 2019), linear warm-up and decay. The word embeddings stay as they were.
With `--teacher`, earlier states are learned from as well, half and half (born-again networks, Furlanello et
al. 2018), also on texts that nobody annotated (`--unlabelled`); training then starts from the first teacher's weights.
"""
import argparse
import json
import os
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from base import pretrained, vocabulary
from examples import IGNORED, Document, documents, windows
from network import Reader, load_pretrained
from pieces import WordPieces
from published import load
from teacher import teach

WINDOW, BATCH = 254, 8
# of an exit before the last one, in the loss
LOWER = 0.3
# words of an unlabelled article that are read; articles of them in an epoch
BEGINNING, SAMPLE = 1000, 250


def collate(items):
    """Pads to the longest; "nothing" becomes the padded number of words."""
    n, w = max(len(i["pieces"]) for i in items), max(len(i["firsts"]) for i in items)
    pad = lambda rows, size, value: torch.tensor([r + [value] * (size - len(r)) for r in rows])
    out = {k: pad([i[k] for i in items], n, 0) for k in ("pieces", "shapes", "quotes", "starts")}
    out["mask"] = pad([[True] * len(i["pieces"]) for i in items], n, False)
    out["firsts"] = pad([i["firsts"] for i in items], w, 0)
    out["word_mask"] = pad([[True] * len(i["firsts"]) for i in items], w, False)
    out["tags"] = pad([i["tags"] for i in items], w, IGNORED)
    for k in ("cue_of", "source_of"):
        out[k] = pad([[w if t == len(i["firsts"]) else t for t in i[k]] for i in items], w, IGNORED)
    return out


def cross_entropy(score, gold):
    """Zero where nothing has a target."""
    return F.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=IGNORED) if (gold != IGNORED).any() else score.sum() * 0.0


def soft_tags(score, items):
    """Cross entropy with the teacher's tags."""
    taught = [(b, i["soft"]["tags"]) for b, i in enumerate(items) if i["soft"]]
    if not taught:
        return score.sum() * 0.0
    scores = torch.cat([score[b, :len(t)] for b, t in taught])
    return F.cross_entropy(scores, torch.tensor([row for _, t in taught for row in t]))


def soft_pointer(score, items, name):
    """Cross entropy with what the teacher points to; the last target is nothing."""
    n = score.shape[-1] - 1
    rows = [(b, w, n if t == len(i["firsts"]) else t, p) for b, i in enumerate(items) if i["soft"] for w, t, p in i["soft"][name]]
    if not rows:
        return score.sum() * 0.0
    b, w, t, p = map(torch.tensor, zip(*rows))
    return -(score.log_softmax(-1)[b, w, t] * p).sum() / p.sum()


def loss_of(reader, items):
    batch = collate(items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        exits = reader(batch)
    total, parts = 0.0, None
    starts = batch["starts"].gather(1, batch["firsts"]).bool()
    taught = any(i["soft"] for i in items)
    exits = [[score.float() for score in scores] for scores in exits]
    last = exits[-1][0]
    for tags, cues, sources in exits:
        parts = [(cross_entropy(tags, batch["tags"]) + reader.chain(tags, batch["tags"], starts)) / 2, cross_entropy(cues, batch["cue_of"]), cross_entropy(sources, batch["source_of"])]
        loss = sum(parts)
        if taught:
            loss = (loss + soft_tags(tags, items) + soft_pointer(cues, items, "cue_of") + soft_pointer(sources, items, "source_of")) / 2
        total = total + loss * (1.0 if tags is last else LOWER)
    return total, parts


def batches_of(docs, unlabelled, word_pieces, rng):
    """Windows of like length together, in random order; of several annotators of a document, one at random."""
    some = rng.sample(unlabelled, min(SAMPLE, len(unlabelled)))
    items = windows([rng.choice(d) for d in docs] + some, WINDOW, rng, word_pieces)
    rng.shuffle(items)
    items.sort(key=lambda i: len(i["pieces"]) // 32)
    out = [items[i:i + BATCH] for i in range(0, len(items), BATCH)]
    rng.shuffle(out)
    return out


def optimizer(reader, args, steps):
    heads = ("exits", "chain")
    slow = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith(heads)]
    fast = [p for n, p in reader.named_parameters() if n.startswith(heads)]
    opt = torch.optim.AdamW([{"params": slow, "lr": args.rate}, {"params": fast, "lr": 5 * args.rate}], weight_decay=0.01)
    warm = max(1, steps // 16)
    return opt, torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm))))


def train(args, docs, unlabelled, word_pieces, reader):
    per_epoch = len(batches_of(docs, unlabelled, word_pieces, random.Random(0)))
    opt, sched = optimizer(reader, args, int(per_epoch * args.epochs))
    first, saved = 0, Path(args.state)
    if saved.exists():
        state = torch.load(saved)
        reader.load_state_dict(state["reader"]), opt.load_state_dict(state["opt"]), sched.load_state_dict(state["sched"])
        first = state["epoch"]
        print(f"goes on after epoch {first}", flush=True)
    for epoch in range(first, args.epochs):
        torch.manual_seed(args.seed + epoch)
        reader.train()
        begun, sums, seen = time.time(), [0.0] * 3, 0
        for step, items in enumerate(batches_of(docs, unlabelled, word_pieces, random.Random(args.seed + epoch))):
            loss, parts = loss_of(reader, items)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            opt.step(), sched.step()
            sums = [a + b.item() for a, b in zip(sums, parts)]
            seen += sum(len(i["pieces"]) for i in items)
            if step % 50 == 49:
                means = " ".join(f"{s / (step + 1):.4f}" for s in sums)
                print(f"epoch {epoch + 1} step {step + 1}/{per_epoch} tags, cues, sources {means}; {seen / (time.time() - begun):.0f} pieces/s", flush=True)
        torch.save({"reader": reader.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, f"{saved}.part")
        os.replace(f"{saved}.part", saved)


def learned_before(reader, paths, docs, unlabelled):
    """Takes over the first teacher's weights, and what all of them say of all texts."""
    teachers = [Reader() for _ in paths[1:]]
    for other, path in zip([reader] + teachers, paths):
        load(other, path)
    begun = time.time()
    teach([reader] + teachers, [d for same in docs for d in same[:1]] + unlabelled, collate)
    for same in docs:
        for other in same[1:]:
            other.soft = same[0].soft
    print(f"the teachers have read all in {time.time() - begun:.0f} s", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", nargs="+", required=True, help="JSONL of annotated documents, folders of brat files, or .md passages with marks")
    p.add_argument("--unlabelled", nargs="*", default=[], help="JSONL of texts, for what a teacher says of them")
    p.add_argument("--state", required=True, help="where the state is kept, to go on after a stop")
    p.add_argument("--teacher", nargs="+", default=[], help="states of earlier runs or published weights, to learn from; training goes on from the first")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    word_pieces = WordPieces(vocabulary())
    docs = [[Document(d, word_pieces, k) for k in range(len(d.get("layers") or [d]))] for path in args.data for d in documents(path)]
    texts = {d["text"]: d for path in args.unlabelled for d in documents(path)} if args.teacher else {}
    some = random.Random(args.seed).sample(sorted(texts), min(len(texts), SAMPLE * args.epochs))
    unlabelled = [Document({"id": texts[t]["id"], "text": " ".join(t.split(" ")[:BEGINNING])}, word_pieces) for t in some]
    print(f"{len(docs)} documents, {sum(map(len, (x for d in docs for x in d[0].pieces)))} pieces; {len(unlabelled)} texts", flush=True)
    reader = Reader()
    load_pretrained(reader, pretrained())
    if args.teacher:
        learned_before(reader, args.teacher, docs, unlabelled)
    train(args, docs, unlabelled, word_pieces, reader)


if __name__ == "__main__":
    main()
