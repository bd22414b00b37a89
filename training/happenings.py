"""Trains the three small networks that say what happened: which words name an event, of which class and tense (TimeML 1.2.1);
which words tell of an incident, of which kind, and whether it is the main one; and which words state a fact of the main incident
(when, where, who, to whom, how many, why, what charge).

They read the encoder's last layer, the word itself, and how far into the article it stands; the encoder was trained before and
stays as it is.
"""
import argparse
import json
import random
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F

import incidents
from base import vocabulary
from batches import collate
from examples import Document
from export import linear
from network import fast
from pieces import WordPieces
from published import load
from train import on_device

ROOT = Path(__file__).parent.parent
CLASSES = ("OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
TENSES = ("PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE")
SLOTS = ("when", "where", "who", "whom", "killed", "injured", "arrested", "cause", "charge")
KINDS = [line.split("\t")[0] for line in (ROOT / "crates/reportedly-core/src/incident/kinds.txt").read_text().splitlines()]
# outputs, width, drop-out, passes
TASKS = {
    "events": (1 + len(CLASSES) + len(TENSES) + 2, 128, 0.1, 8),
    "facts": (2 * len(SLOTS), 256, 0.3, 10),
    "tells": (1 + len(KINDS) + 1, 128, 0.3, 6),
}
WINDOW, BATCH, RATE, CUTS = 254, 1024, 2e-3, 2
# word embeddings are smaller than what the layers give by this much; what tells the place of a word in the article is about as large
LOUDER, PLACES, HERE = 8.0, 16, 2.0
# polarity in AQUAINT is not what the words say
NO_POLARITY = "APW", "NYT", "XIE"


class Happenings(nn.Module):
    def __init__(self, inputs, task):
        super().__init__()
        outputs, inner, drop, _ = TASKS[task]
        self.inner, self.out, self.drop = nn.Linear(inputs, inner), nn.Linear(inner, outputs), nn.Dropout(drop)

    def forward(self, x):
        return self.out(self.drop(F.gelu(self.inner(self.drop(x)))))


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def words_of(document, thing):
    return [w for w, (start, end) in enumerate(document.spans) if start < thing["end"] and thing["start"] < end]


def event_targets(texts, events, word_pieces):
    """(document, for each word: class (0 for none), tense, negative or not (-1 where nobody knows), modal or not). `events`: lines
    {id, events: [{start, end, class, tense, polarity, modality}]}."""
    texts = {t["id"]: t for t in texts}
    for row in events:
        document = Document({"id": row["id"], "text": texts[row["id"]]["text"]}, word_pieces)
        target = torch.zeros(len(document.spans), 4, dtype=torch.long)
        known = not row["id"].startswith(NO_POLARITY)
        for event in row["events"]:
            event = {"tense": "NONE", "polarity": "POS", "modality": None, **event}
            tense = TENSES.index(event["tense"]) if event["tense"] in TENSES else len(TENSES) - 1
            negative = int(event["polarity"] == "NEG") if known else -1
            modal = int((event["modality"] or "none").lower() not in ("none", "to", "until", "delete", "close"))
            target[words_of(document, event)[:1]] = torch.tensor([1 + CLASSES.index(event["class"]), tense, negative, modal])
        yield document, target


def fact_targets(articles, word_pieces):
    """(document, for each word and slot whether it states it, then whether it begins it). `articles`: see `incidents.py`."""
    for article in articles:
        document = Document({"id": article["id"], "text": article["text"]}, word_pieces)
        target = torch.zeros(len(document.spans), 2 * len(SLOTS))
        for fact in article["facts"]:
            words, slot = words_of(document, fact), SLOTS.index(fact["slot"])
            target[words, slot] = 1
            target[words[:1], len(SLOTS) + slot] = 1
        yield document, target


def telling_targets(articles, word_pieces):
    """(document, for each word: the kind of the incident that it tells of (0 for none), whether that is the main one)."""
    for article in articles:
        if article["words"] is None:
            continue
        document = Document({"id": article["id"], "text": article["text"]}, word_pieces)
        target = torch.zeros(len(document.spans), 2, dtype=torch.long)
        for told in article["words"]:
            target[words_of(document, told)] = torch.tensor([1 + KINDS.index(told["kind"]), int(told["main"])])
        yield document, target


def loss_of(task, score, wanted):
    if task == "facts":
        return F.binary_cross_entropy_with_logits(score, wanted)
    told, some = F.cross_entropy(score[:, :-1] if task == "tells" else score[:, :8], wanted[:, 0]), wanted[:, 0] > 0
    score, wanted = score[some], wanted[some]
    if task == "tells":
        return told + 0.05 * F.binary_cross_entropy_with_logits(score[:, -1], wanted[:, 1].float())
    known = wanted[:, 2] >= 0
    more = F.cross_entropy(score[:, 8:15], wanted[:, 1])
    more = more + F.binary_cross_entropy_with_logits(score[:, 16], wanted[:, 3].float())
    if known.any():
        more = more + F.binary_cross_entropy_with_logits(score[known, 15], wanted[known, 2].float())
    return told + 0.1 * more


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
                place = (torch.arange(start, end) + 1.0).log2().floor().long().clamp(max=11)
                place = F.one_hot(place, PLACES) * HERE
                for exit, hidden in layers.items():
                    rows[exit].append(torch.cat([hidden[j, :n].float(), word, place], -1).half())
                places += [(d, w) for w in range(start, end)]
    return {exit: torch.cat(r) for exit, r in rows.items()}, places


def fit(rows, targets, task):
    passes, network = TASKS[task][3], Happenings(rows.shape[1], task)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.02)
    steps = passes * (len(rows) // BATCH + 1) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(passes):
        for some in torch.randperm(len(rows)).split(BATCH):
            loss = loss_of(task, network(rows[some].float()), targets[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--weights", required=True, help="reader.safetensors, read and written")
    p.add_argument("--data", required=True, type=Path, help="the folder of the corpora")
    a = p.parse_args()
    torch.manual_seed(1)
    word_pieces, (reader, _) = WordPieces(vocabulary()), load(a.weights, torch.device("cpu"))
    reader.eval()
    time, articles = a.data / "time", list(incidents.learned(a.data))
    texts = lines(time / "timebank.jsonl") + lines(time / "aquaint.jsonl")
    out = load_file(a.weights)
    pairs = {
        "facts": fact_targets(articles, word_pieces),
        "tells": telling_targets(articles, word_pieces),
        "events": event_targets(texts, lines(time / "events.jsonl"), word_pieces),
    }
    for task, documents in pairs.items():
        rows, wanted = seen_of(reader, documents)
        for exit, x in rows.items():
            network = fit(x, wanted, task)
            for part in ("inner", "out"):
                linear(f"exits.{exit}.{task}.{part}", [getattr(network, part)], out)
            print(task, exit, len(x), flush=True)
    save_file({k: v.detach() for k, v in out.items()}, a.weights)


def seen_of(reader, pairs):
    """What the networks read of all words of some documents, and what is wanted there."""
    documents, targets = zip(*pairs)
    rows, places = seen(reader, documents, random.Random(5))
    return rows, torch.stack([targets[d][w] for d, w in places])


if __name__ == "__main__":
    main()
