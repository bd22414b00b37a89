"""Trains a reader: one that will be published, or a teacher of it. See README.md beside this file.

Method: tags and pointers are learned together by cross entropy (as in Dozat & Manning 2017 for arcs);
AdamW (Loshchilov & Hutter 2019), linear warm-up and decay. The word embeddings stay as they were.
With `--teacher`, what earlier readers say is learned as well (born-again networks, Furlanello et
al. 2018), also on texts that nobody annotated (`--unlabelled`).
"""
import argparse
import hashlib
import os
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from base import pretrained, vocabulary
from batches import ahead, batches_of
from examples import IGNORED, Document, documents
from network import FORBIDDEN, SIZES, Reader, fast
from pieces import WordPieces
from published import knows_people, load
from teacher import fold, teach_all

# of names, links and claims, in the loss
PEOPLE = (1.0, 0.4, 0.25)
# heads that were learned after the others
LATER = ("names", "same", "claims")
# words of an unlabelled article that are read
BEGINNING = 1000
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def on_device(batch):
    if isinstance(batch, dict):
        return {k: on_device(v) for k, v in batch.items()}
    if isinstance(batch, tuple):
        return tuple(map(on_device, batch))
    return torch.from_numpy(batch).to(DEVICE)


def cross_entropy(score, gold):
    """Zero where nothing has a target."""
    total = F.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (gold != IGNORED).sum().clamp(min=1)


def soft_tags(score, window, word, p):
    """Cross entropy with the teachers' tags."""
    return F.cross_entropy(score[window, word], p)


def soft_pointer(score, window, word, target, p):
    """Cross entropy with what the teachers point to; the last target is nothing."""
    return -(score.log_softmax(-1)[window, word, target] * p).sum() / p.sum().clamp(min=1)


def people_loss(names, same, claims, people):
    """Names, links and claims. A link may lead to any of several words: the sum of their probabilities counts (Lee et al. 2017)."""
    window, word, may = people["links"]
    scores = same.float()[window, word]
    linked = -(scores.log_softmax(-1).masked_fill(~may, FORBIDDEN)).logsumexp(-1).sum() / max(1, len(window))
    labels = people["claims"][3]
    judged = sum(cross_entropy(score.float()[None], gold[None]) for score, gold in zip(claims, labels.T))
    return [cross_entropy(names.float(), people["names"]), linked, judged]


def loss_of(reader, batch, trust):
    """The loss, and its parts by gold at the last exit: tags, cues, sources, names, links, claims. `trust`: the teachers' share of it."""
    with fast(DEVICE):
        exits = reader(batch)
    starts, soft = batch["starts"].gather(1, batch["firsts"]).bool(), batch.get("soft")
    total, parts = 0.0, None
    for depth, scores in zip(reader.size.exits, exits):
        tags, cues, sources = (score.float() for score in scores[:3])
        tagged = (cross_entropy(tags, batch["tags"]) + reader.chain(tags, batch["tags"], starts)) / 2
        parts = [tagged, cross_entropy(cues, batch["cue_of"]), cross_entropy(sources, batch["source_of"])]
        loss = sum(parts)
        if soft:
            taught = soft_tags(tags, *soft["tags"]) + soft_pointer(cues, *soft["cue_of"]) + soft_pointer(sources, *soft["source_of"])
            loss = (1 - trust) * loss + trust * taught
        people = people_loss(*scores[3:], batch["people"])
        parts += people
        total = total + loss + sum(weight * part for weight, part in zip(PEOPLE, people))
    return total, torch.stack([part.detach() for part in parts])


def optimizer(reader, args, steps):
    later = lambda name: any(f".{head}." in name for head in LATER)
    is_fast = lambda name: name.startswith(("exits", "chain")) and (later(name) or not args.gentle)
    slow = [p for n, p in reader.named_parameters() if p.requires_grad and not is_fast(n)]
    fast = [p for n, p in reader.named_parameters() if is_fast(n)]
    opt = torch.optim.AdamW([{"params": slow, "lr": args.rate}, {"params": fast, "lr": args.heads * args.rate}], weight_decay=0.01, fused=True)
    warm = max(1, steps // 16)
    return opt, torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm))))


def origin(args):
    """Digest of everything that a state comes from, so that none is taken for another's."""
    out = hashlib.sha256()
    for name, value in sorted(vars(args).items()):
        if name not in ("state", "threads", "workers"):
            out.update(f"{name} {value}".encode())
    for path in map(Path, args.data + args.unlabelled + args.teacher + (args.begin or [])[:2]):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                out.update(file.read_bytes())
    return out.hexdigest()


def earlier(args):
    """The state of an earlier run of the same, stopped or finished; `None` where there is none."""
    if not Path(args.state).exists():
        return None
    state = torch.load(args.state, map_location="cpu")
    if state.get("origin") != args.origin:
        raise SystemExit(f"{args.state} comes from other data or options: delete it, or name another with --state")
    return state


def finished(args):
    state = earlier(args)
    return state is not None and state["epoch"] >= args.epochs


def train(args, make, reader):
    """`make(random)`: the batches of an epoch."""
    per_epoch = len(make(random.Random(0)))
    opt, sched = optimizer(reader, args, per_epoch * args.epochs)
    first, saved = 0, Path(args.state)
    if (state := earlier(args)) is not None:
        reader.load_state_dict(state["reader"]), opt.load_state_dict(state["opt"]), sched.load_state_dict(state["sched"])
        first = state["epoch"]
        print(f"goes on after epoch {first}", flush=True)
    epochs = range(first, args.epochs)
    for epoch, batches in zip(epochs, ahead(make, [args.seed + epoch for epoch in epochs], args.workers)):
        torch.manual_seed(args.seed + epoch)
        reader.train()
        begun, sums, seen = time.time(), torch.zeros(6, device=DEVICE), 0
        for step, batch in enumerate(batches):
            seen += int(batch["mask"].sum())
            loss, parts = loss_of(reader, on_device(batch), args.trust)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            opt.step(), sched.step()
            sums += parts
            if step % 50 == 49 or step + 1 == len(batches):
                means = " ".join(f"{s / (step + 1):.4f}" for s in sums.tolist())
                print(f"epoch {epoch + 1} step {step + 1}/{per_epoch} tags, cues, sources, names, links, claims {means}; {seen / (time.time() - begun):.0f} pieces/s", flush=True)
        last = {} if epoch + 1 == args.epochs else {"opt": opt.state_dict(), "sched": sched.state_dict()}
        torch.save({"reader": reader.state_dict(), "epoch": epoch + 1, "encoder": args.encoder, "unseen": args.without, "people": args.people, "origin": args.origin, **last}, f"{saved}.part")
        os.replace(f"{saved}.part", saved)


def mean(state, other, share):
    """The mean of two readers' weights (Wortsman et al. 2022); heads that only the first has learned stay its own."""
    mine, theirs = (load(path, DEVICE)[0].state_dict() for path in (state, other))
    own = lambda name: any(f".{head}." in name for head in LATER) and not knows_people(other)
    return {name: w if own(name) else float(share) * w + (1 - float(share)) * theirs[name] for name, w in mine.items()}


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", nargs="+", required=True, help="JSONL of annotated documents, folders of brat files, or .md passages with marks")
    p.add_argument("--unlabelled", nargs="*", default=[], help="JSONL of texts, for what a teacher says of them")
    p.add_argument("--people", action="store_true", help="the heads for names and claims as a whole are learned: export them")
    p.add_argument("--kept", help="lines of corpus, tab, id: documents that are kept apart to measure, and are left out")
    p.add_argument("--sample", type=int, default=250, help="unlabelled texts in an epoch")
    p.add_argument("--state", required=True, help="where the state is kept, to go on after a stop")
    p.add_argument("--encoder", choices=SIZES, default="minilm")
    p.add_argument("--without", type=int, nargs=2, metavar=("PART", "PARTS"), help="leave out this part of the annotated documents")
    p.add_argument("--teacher", nargs="+", default=[], help="states of earlier runs or published weights, to learn from")
    p.add_argument("--trust", type=float, default=0.5, help="the teachers' share of the loss")
    p.add_argument("--from-teacher", action="store_true", help="go on from the first teacher's weights instead of the pretrained encoder")
    p.add_argument("--begin", nargs=3, metavar=("STATE", "OTHER", "SHARE"), help="begin with the mean of a state, by this share, and other weights")
    p.add_argument("--gentle", action="store_true", help="only the heads for names and claims as a whole learn faster than the encoder")
    p.add_argument("--share", type=float, default=1.0, help="how much of the annotated documents an epoch has, drawn anew each time")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--batch", type=int, default=8, help="windows at a time")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--heads", type=float, default=5, help="how many times faster than the encoder the heads learn")
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--workers", type=int, default=1, help="processes that make windows")
    args = p.parse_args()
    args.origin = origin(args)
    return args


def main():
    args = arguments()
    if args.from_teacher and not args.teacher:
        raise SystemExit("--from-teacher needs --teacher")
    if finished(args):
        print(f"{args.state} has had its {args.epochs} epochs of the same already")
        return
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    word_pieces = WordPieces(vocabulary())
    kept = {line.rstrip("\n").split("\t")[-1] for line in open(args.kept, encoding="utf-8")} if args.kept else set()
    read = lambda path: (d for d in documents(path) if d.get("id") not in kept)
    annotated = [d for path in args.data for d in read(path) if not args.without or fold(d["text"], args.without[1]) != args.without[0]]
    docs = [[Document(d, word_pieces, k) for k in range(len(d.get("layers") or [d]))] for d in annotated]
    texts = {d["text"]: d for path in args.unlabelled for d in read(path)} if args.teacher else {}
    some = random.Random(args.seed).sample(sorted(texts), min(len(texts), args.sample * args.epochs))
    unlabelled = [Document({"id": texts[t]["id"], "text": " ".join(t.split(" ")[:BEGINNING])}, word_pieces) for t in some]
    print(f"{len(docs)} documents, {sum(map(len, (x for d in docs for x in d[0].pieces)))} pieces; {len(unlabelled)} texts", flush=True)
    reader = Reader(SIZES[args.encoder])
    pretrained(reader, args.encoder)
    reader.to(DEVICE)
    if args.teacher:
        begun = time.time()
        teach_all([load(path, DEVICE) for path in args.teacher], docs, unlabelled)
        print(f"the teachers have read all in {time.time() - begun:.0f} s", flush=True)
    if args.from_teacher:
        reader.load_state_dict(load(args.teacher[0], DEVICE)[0].state_dict())
        args.people |= knows_people(args.teacher[0])
    if args.begin:
        reader.load_state_dict(mean(*args.begin))
    some = lambda rng: rng.sample(docs, round(args.share * len(docs)))
    train(args, lambda rng: batches_of(some(rng), unlabelled, args.sample, args.batch, word_pieces, rng), reader)


if __name__ == "__main__":
    main()
