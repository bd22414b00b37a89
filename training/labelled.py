"""Labelled articles -> documents that training reads (see people.py).

`labels/*.jsonl` hold what annotators said, by offsets alone; the texts come from the corpora that `evaluation/README.md` names,
or from `labels/written.jsonl`, which are our own. GUM's mentions, coreference and parses (Zeldes 2017) are turned into names and links.

    labelled.py DATA OUT       DATA is the folder of the corpora
"""
import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from gum import gum

LABELS = Path(__file__).parent / "labels"
# words of an article that were shown to annotators, and that are read here
LENGTH = 900
CORPORA = {"ecbplus": ["ecbplus/train"], "time": ["time/timebank", "time/aquaint"], "pages": ["pages/gold"],
           "polnear": ["polnear/train"], "incidents": ["incidents/articles"], "ntrex": ["languages/ntrex"], "gum": ["gum/train", "gum/dev"]}
# share-alike texts stay out of the weights
GENRES = {"news", "interview", "speech", "court", "academic", "textbook"}


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def undivided(text):
    """A text of ECB+, whose tokens are parted by spaces, as it may have been printed."""
    text = text.replace("``", '"').replace("''", '"')
    for pattern, instead in ((r"(\w) - (\w)", r"\1-\2"), (r"(\d): (\d)", r"\1:\2"), (r"(\d) / (\d)", r"\1/\2"), (r"\( ", "("), (r" \)", ")"),
                             (r"([.,]) \"", r'\1"'), (r"\"\s+([^\"\n]*?)\s*\"", r'"\1"'), (r"\$ (\d)", r"$\1")):
        text = re.sub(pattern, instead, text)
    return "\n\n".join(line for line in text.split("\n") if line.strip() and not line.startswith("http:"))


def beginning(text):
    out, words = [], 0
    for line in text.split("\n"):
        out.append(line)
        words += len(line.split())
        if words >= LENGTH:
            break
    return "\n".join(out)


def text_of(corpus, doc):
    if corpus == "ntrex":
        return doc["texts"]["en"]
    text = undivided(doc["text"]) if corpus == "ecbplus" else doc["text"].strip() if corpus == "time" else doc["text"]
    return beginning(text)


class Texts:
    """Texts by `corpus/id`, read when first asked for."""

    def __init__(self, data):
        self.data, self.known = Path(data), {}

    def get(self, name):
        corpus, _, identity = name.partition("/")
        corpus = corpus.partition("-")[0]
        if corpus not in self.known:
            docs = [d for file in CORPORA[corpus] for d in lines((self.data / file).with_suffix(".jsonl"))]
            self.known[corpus] = {d["id"]: text_of(corpus, d) for d in docs}
        return self.known[corpus][identity]


def document(row, text):
    """What annotators said of one article."""
    if len(text) != row["chars"]:
        raise SystemExit(f"{row['id']}: the text has {len(text)} characters, not {row['chars']}: another version of the corpus?")
    names = [dict(zip(("start", "end", "type", "entity"), name)) for name in row["names"]]
    fullest = {}
    for name in names:
        words = text[name["start"]:name["end"]]
        fullest[name["entity"]] = max(fullest.get(name["entity"], ""), words, key=len)
    claims = [{**claim, "name": fullest.get(claim["entity"])} if "entity" in claim else claim for claim in row["claims"]]
    return {"id": row["id"], "text": text, "names": names, "claims": claims}


def annotated(data):
    """All articles of `labels`, of real texts and of our own."""
    texts = Texts(data)
    written = {d["id"]: d["text"] for d in lines(LABELS / "written.jsonl")}
    for row in lines(LABELS / "claims.jsonl"):
        yield document(row, written[row["id"]] if row["id"] in written else texts.get(row["id"]))


def places_of(text, name, kind):
    """Where a name stands, a person's surname as well."""
    for form in {name, name.split()[-1]} if kind == "person" else {name}:
        for found in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", text):
            yield {"start": found.start(), "end": found.end(), "entity": name}


def shared(data, unread):
    """The labelled claims of the shared folder that may be trained on: nobody looked for all names there."""
    articles, claims = lines(data / "labels/articles.jsonl"), defaultdict(list)
    for claim in lines(data / "labels/claims.jsonl"):
        claims[claim["id"]].append(claim)
    for a in articles:
        if a["corpus"] in ("bbc", "masakhane") or a["corpus_id"] in unread:
            continue
        hints, out = [], []
        for claim in claims[a["id"]]:
            name = claim.get("name") and a["text"][claim["name"][0]:claim["name"][1]]
            if claim["ok"] != "no_claim":
                hints += places_of(a["text"], name, claim["kind"]) if name else []
                claim = {**claim, "entity": name, "name": name}
            out.append(claim)
        yield {"id": f"labels/{a['corpus_id']}", "text": a["text"], "hints": hints, "claims": out}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("data")
    p.add_argument("out")
    args = p.parse_args()
    data = Path(args.data)
    kept = {line.rstrip("\n").split("\t")[1] for line in open(data / "labels/kept.txt", encoding="utf-8") if not line.startswith("#")}
    unread = set((LABELS / "unread.txt").read_text(encoding="utf-8").split("\n"))
    docs = [d for d in annotated(data) if d["id"] not in unread]
    docs += shared(data, unread)
    docs += gum(d for d in lines(data / "gum/train.jsonl") if d["id"] not in kept and d["genre"] in GENRES)
    with open(args.out, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in docs)
    print(f"{len(docs)} labelled documents")


if __name__ == "__main__":
    main()
