"""The articles in which the facts of the main incident are labelled, with their texts.

`labels/incidents.jsonl` holds what annotators said, by offsets in code points alone; the texts come from the corpora, or from
`labels/written.jsonl`. A fifth, by the hash of the id, is never learned from and nobody looked at: it only measures.
"""
import hashlib
import json
from pathlib import Path

LABELS = Path(__file__).parent / "labels"
CORPORA = {"incidents": ["incidents/articles"], "polnear": ["polnear/train"], "gum": ["gum/train"], "time": ["time/timebank", "time/aquaint"],
           "ecbplus": ["ecbplus/train"]}


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def is_unread(identity):
    return int(hashlib.sha256(("u" + identity).encode()).hexdigest(), 16) % 5 == 0


def labelled(data):
    """-> [{id, text, date, title, main, facts: [{slot, start, end, value, carrier, presented}], words: [{start, end, kind, main}]}];
    `carrier` is writer, unnamed, nobody, or the place of the name."""
    texts = {("written", t["id"].partition("/")[2]): [t] for t in lines(LABELS / "written.jsonl")}
    for corpus, files in CORPORA.items():
        for row in (row for file in files for row in lines(Path(data) / f"{file}.jsonl")):
            texts.setdefault((corpus, row["id"]), []).append(row)
    for row in lines(LABELS / "incidents.jsonl"):
        corpus, _, identity = row["id"].partition("/")
        text = next(t for t in texts[corpus, identity] if len(t["text"]) == row["chars"])
        yield {**row, "text": text["text"], "title": text.get("title"), "date": text.get("date") or text.get("dct")}


def learned(data):
    """All labelled articles but the fifth that only measures, and those of the shared folder `facts`."""
    yield from (a for a in labelled(data) if not is_unread(a["id"]))
    facts = [f for f in lines(Path(data) / "facts/facts.jsonl") if f.get("start") is not None]
    for article in lines(Path(data) / "facts/articles.jsonl"):
        yield {**article, "facts": [f for f in facts if f["article"] == article["id"]], "words": None}
