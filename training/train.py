"""Trains the reader and writes `crates/reportedly-model/weights/`. One command, see README.md beside this file.

Method: tags and pointers are learned together by cross entropy (as in Dozat & Manning 2017 for arcs);
AdamW (Loshchilov & Hutter 2019), linear warm-up and decay. The word embeddings stay as they were.
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

WINDOW, BATCH = 254, 8


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


def loss_of(reader, batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, cues, sources = reader(batch)
    part = lambda score, gold: F.cross_entropy(score.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED) if (gold != IGNORED).any() else score.sum() * 0.0
    return part(tags, batch["tags"]), part(cues, batch["cue_of"]), part(sources, batch["source_of"])


def batches_of(docs, rng):
    """Windows of like length together, in random order."""
    items = windows(docs, WINDOW, rng)
    rng.shuffle(items)
    items.sort(key=lambda i: len(i["pieces"]) // 32)
    out = [items[i:i + BATCH] for i in range(0, len(items), BATCH)]
    rng.shuffle(out)
    return out


def train(args, docs, reader):
    slow = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith(("tag", "to_"))]
    fast = [p for n, p in reader.named_parameters() if n.startswith(("tag", "to_"))]
    opt = torch.optim.AdamW([{"params": slow, "lr": args.rate}, {"params": fast, "lr": 1e-3}], weight_decay=0.01)
    per_epoch = len(batches_of(docs, random.Random(0)))
    total = int(per_epoch * args.epochs)
    warm = max(1, total // 16)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm))))
    first, saved = 0, Path(args.state)
    if saved.exists():
        state = torch.load(saved)
        reader.load_state_dict(state["reader"]), opt.load_state_dict(state["opt"]), sched.load_state_dict(state["sched"])
        first = state["epoch"]
        print(f"goes on after epoch {first}", flush=True)
    for epoch in range(first, args.epochs):
        random.seed(args.seed + epoch), torch.manual_seed(args.seed + epoch)
        reader.train()
        begun, sums, seen = time.time(), [0.0] * 3, 0
        for step, items in enumerate(batches_of(docs, random.Random(args.seed + epoch))):
            parts = loss_of(reader, collate(items))
            opt.zero_grad()
            sum(parts).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            opt.step(), sched.step()
            sums = [a + b.item() for a, b in zip(sums, parts)]
            seen += sum(len(i["pieces"]) for i in items)
            if step % 50 == 49:
                means = " ".join(f"{s / (step + 1):.4f}" for s in sums)
                print(f"epoch {epoch + 1} step {step + 1}/{per_epoch} tags, cues, sources {means}; {seen / (time.time() - begun):.0f} pieces/s", flush=True)
        torch.save({"reader": reader.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, f"{saved}.part")
        os.replace(f"{saved}.part", saved)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", nargs="+", required=True, help="JSONL of annotated documents, or .md passages with marks")
    p.add_argument("--state", required=True, help="where the state is kept, to go on after a stop")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    word_pieces = WordPieces(vocabulary())
    docs = [Document(d, word_pieces) for path in args.data for d in documents(path)]
    print(f"{len(docs)} documents, {sum(map(len, (x for d in docs for x in d.pieces)))} pieces", flush=True)
    reader = Reader()
    load_pretrained(reader, pretrained())
    train(args, docs, reader)


if __name__ == "__main__":
    main()
