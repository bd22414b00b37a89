"""Trains the two small networks that say what happened: which words name an event and of which class (TimeML 1.2.1), and
which words state a fact of the main incident (when, where, who, to whom, how many, why, what charge).

They read the encoder's last layer and the word itself; the encoder was trained before and stays as it is.
"""
import argparse
import json
import random

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F

from base import vocabulary
from batches import collate
from examples import Document
from export import linear
from network import fast
from pieces import WordPieces
from published import load
from train import on_device

CLASSES = ("OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
SLOTS = ("when", "where", "who", "whom", "killed", "injured", "arrested", "cause", "charge")
# outputs, drop-out, passes
TASKS = {"events": (1 + len(CLASSES), 0.1, 8), "facts": (2 * len(SLOTS), 0.3, 10)}
WINDOW, INNER, BATCH, RATE, CUTS = 254, 128, 1024, 2e-3, 3
# word embeddings are smaller than what the layers give by this much
LOUDER = 8.0


class Happenings(nn.Module):
    def __init__(self, width, outputs, drop):
        super().__init__()
        self.inner, self.out, self.drop = nn.Linear(2 * width, INNER), nn.Linear(INNER, outputs), nn.Dropout(drop)

    def forward(self, x):
        return self.out(self.drop(F.gelu(self.inner(self.drop(x)))))


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def words_of(document, thing):
    return [w for w, (start, end) in enumerate(document.spans) if start < thing["end"] and thing["start"] < end]


def event_targets(texts, events, word_pieces):
    """(document, a class for each word, 0 for none). `events`: lines {id, events: [{start, end, class}]}."""
    texts = {t["id"]: t for t in texts}
    for row in events:
        document = Document({"id": row["id"], "text": texts[row["id"]]["text"]}, word_pieces)
        target = torch.zeros(len(document.spans), dtype=torch.long)
        for event in row["events"]:
            target[words_of(document, event)[:1]] = 1 + CLASSES.index(event["class"])
        yield document, target


def fact_targets(articles, facts, word_pieces):
    """(document, for each word and slot whether it states it, then whether it begins it). `facts`: lines {article, slot, start, end}."""
    for article in articles:
        document = Document({"id": article["id"], "text": article["text"]}, word_pieces)
        target = torch.zeros(len(document.spans), 2 * len(SLOTS))
        for fact in facts:
            if fact["article"] == article["id"] and fact.get("start") is not None:
                words, slot = words_of(document, fact), SLOTS.index(fact["slot"])
                target[words, slot] = 1
                target[words[:1], len(SLOTS) + slot] = 1
        yield document, target


def windows(document, first):
    at, size = 0, first
    while at < len(document.spans):
        window, end = document.window(at, size)
        if end > at:
            yield at, end, window
        at, size = max(end, at + 1), WINDOW


def seen(reader, documents, rng):
    """What the networks read of each word, at each exit: rows, and (document, word) of each; every document cut in several ways."""
    cut = [(d, *w) for _ in range(CUTS) for d, document in enumerate(documents) for w in windows(document, rng.randrange(100, WINDOW + 1))]
    cut.sort(key=lambda c: -len(c[3]["pieces"]))
    rows, places = {exit: [] for exit in reader.size.exits}, []
    with torch.no_grad():
        for k in range(0, len(cut), 16):
            some = cut[k:k + 16]
            batch = on_device(collate([c[3] for c in some]))
            with fast(batch["pieces"].device):
                layers = reader.layers_of(batch)
            for j, (d, start, end, window) in enumerate(some):
                n, firsts = end - start, torch.tensor(window["firsts"])
                word = reader.words.weight[torch.tensor(window["pieces"])[firsts]] * LOUDER
                for exit, hidden in layers.items():
                    rows[exit].append(torch.cat([hidden[j, :n].float(), word], -1).half())
                places += [(d, w) for w in range(start, end)]
    return {exit: torch.cat(r) for exit, r in rows.items()}, places


def fit(rows, targets, task):
    outputs, drop, passes = TASKS[task]
    network = Happenings(rows.shape[1] // 2, outputs, drop)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.02)
    steps = passes * (len(rows) // BATCH + 1) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(passes):
        for some in torch.randperm(len(rows)).split(BATCH):
            score = network(rows[some].float())
            if task == "events":
                loss = F.cross_entropy(score, targets[some])
            else:
                loss = F.binary_cross_entropy_with_logits(score, targets[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--weights", required=True, help="reader.safetensors, read and written")
    p.add_argument("--texts", nargs="+", required=True, help="lines {id, text} of the articles with events")
    p.add_argument("--events", required=True)
    p.add_argument("--articles", required=True, help="lines {id, text} of the articles with facts")
    p.add_argument("--facts", required=True)
    a = p.parse_args()
    torch.manual_seed(1)
    word_pieces, (reader, _) = WordPieces(vocabulary()), load(a.weights, torch.device("cpu"))
    reader.eval()
    data = {
        "events": event_targets([t for path in a.texts for t in lines(path)], lines(a.events), word_pieces),
        "facts": fact_targets(lines(a.articles), [f for f in lines(a.facts) if "slot" in f], word_pieces),
    }
    out = load_file(a.weights)
    for task, pairs in data.items():
        documents, targets = zip(*pairs)
        rows, places = seen(reader, documents, random.Random(5))
        wanted = torch.stack([targets[d][w] for d, w in places])
        for exit, x in rows.items():
            network = fit(x, wanted, task)
            for part in ("inner", "out"):
                linear(f"exits.{exit}.{task}.{part}", [getattr(network, part)], out)
            print(task, exit, len(x), flush=True)
    save_file({k: v.detach() for k, v in out.items()}, a.weights)


if __name__ == "__main__":
    main()
