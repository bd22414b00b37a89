"""labels.py LABELS_DIR PRED.jsonl DEV.jsonl OPINION_DIR -> JSON: who is the source, how sure, in whose voice.

Compares what `reportedly read --json` says (PRED.jsonl, one article a line) with the labels made by hand in
LABELS_DIR (kind, certainty, names, voice .jsonl). DEV.jsonl gives text and publisher of the corpus articles;
OPINION_DIR/NN.txt is the text of the id "opinion/NN". Offsets are code points, the end not included.

matched    A labelled claim is compared with the predicted claim of the best content overlap. It must be at
           least .5 (Jaccard over tokens), and so must that of the source; a label without a source needs the
           content only. All figures but voice are over matched items; read the share beside them.
kind       precision, recall, F1 for each kind, their mean over the kinds that occur (macro_f1), and confusion
           as {labelled: {predicted: count}}.
certainty, polarity   the same. denials.recall: matched denials that came out as denied; denials.affirmed: as
           affirmed; the strict recall counts unmatched denials as missed. by_sample: claims drawn at random,
           and those that were sought because they deny or hedge.
names      precision: right / names given, also where the label says that there is none; recall: right /
           labels with a name. Right: the words of one name are a run of words of the other, case folded.
voice      by words of the labelled segments: accuracy, precision, recall, F1 for each voice; author_mode
           where label and prediction are both the author's. A word in no predicted segment is wrong.
outlets    error rates (1 - accuracy; of names 1 - precision) with the number of items.
"""
import json
import os
import re
import sys
from collections import Counter

TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w+")
TRIM = re.compile(r"[\s\"'`´‘-„«».,;:!?…–—-]")
NONE = "none"


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def pairs(spans):
    """[(start, end)] of one span or many, as objects or pairs; null and absent are empty."""
    spans = [spans] if isinstance(spans, dict) else spans or []
    return [(s["start"], s["end"]) if isinstance(s, dict) else tuple(s) for s in spans]


def tokens(text, spans):
    """The starts of the tokens inside the spans, without marks that say nothing."""
    return {s + m.start() for s, e in pairs(spans) for m in TOKEN.finditer(text[s:e])
            if not TRIM.fullmatch(m.group())}


def jaccard(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


def best(text, label, claims):
    """The predicted claim that a labelled one is compared with, or None."""
    content, source = tokens(text, label["content"]), tokens(text, label["source"])
    found = []
    for i, claim in enumerate(claims):
        c = jaccard(content, tokens(text, claim.get("content")))
        s = jaccard(source, tokens(text, claim.get("source")))
        if c >= 0.5 and (s >= 0.5 or not source):
            found.append((c, s, -i))
    return claims[-max(found)[2]] if found else None


def ratio(a, b):
    return round(a / b, 4) if b else None


def classes(seen, every=()):
    """Per class precision, recall and F1 of (labelled, predicted) pairs, the mean F1, and the confusion."""
    gold, pred = Counter(g for g, _ in seen), Counter(p for _, p in seen)
    hit = Counter(g for g, p in seen if g == p)
    table = {}
    for k in sorted(set(gold) | set(every)):
        f1 = 2 * hit[k] / (gold[k] + pred[k]) if gold[k] + pred[k] else 0.0
        p, r = ratio(hit[k], pred[k]), ratio(hit[k], gold[k])
        table[k] = {"p": p, "r": r, "f1": round(f1, 4), "n": gold[k]}
    confusion = {}
    for (g, p), n in sorted(Counter(seen).items()):
        confusion.setdefault(g, {})[p] = n
    f1s = [row["f1"] for row in table.values() if row["n"]]
    return {"accuracy": ratio(sum(hit.values()), len(seen)), "macro_f1": ratio(sum(f1s), len(f1s)),
            "classes": table, "confusion": confusion}


def same_name(a, b):
    """Whether the words of one are a run of words in the other, case folded."""
    short, long = sorted((WORD.findall(x.casefold()) for x in (a, b)), key=len)
    return bool(short) and any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1))


class Articles:
    """Texts, outlets and predictions by id; a prediction over another text is refused."""

    def __init__(self, pred, dev, opinion):
        self.text = {d["id"]: d["text"] for d in dev}
        self.outlet = {d["id"]: d.get("publisher") or "other" for d in dev}
        for name in sorted(os.listdir(opinion)):
            if name.endswith(".txt"):
                with open(os.path.join(opinion, name), encoding="utf-8", newline="") as f:
                    self.text[f"opinion/{name[:-4]}"] = f.read()
                self.outlet[f"opinion/{name[:-4]}"] = "opinion"
        self.pred = {p["doc_id"]: p for p in pred}
        for key, p in self.pred.items():
            if key in self.text and p.get("text", self.text[key]) != self.text[key]:
                sys.exit(f"{key}: the predicted text is not the labelled one, so offsets cannot be compared")

    def match(self, label):
        return best(self.text[label["id"]], label, self.pred.get(label["id"], {}).get("claims") or [])


def compare(articles, labels, field, outlets, every=()):
    """The report of one labelled field of the claims."""
    seen, samples = [], {}
    for label in labels:
        claim = articles.match(label)
        if claim is None:
            continue
        pair = (label[field], claim.get("source_kind" if field == "kind" else field) or NONE)
        seen.append(pair)
        samples.setdefault(label.get("sample", "random"), []).append(pair)
        add(outlets, articles.outlet[label["id"]], field, pair[0] != pair[1])
    return {"labelled": len(labels), "matched": len(seen), **classes(seen, every),
            "by_sample": {s: {"n": len(x), "accuracy": ratio(sum(g == p for g, p in x), len(x))}
                          for s, x in sorted(samples.items())}}


def denials(articles, labels):
    denied = [label for label in labels if label["polarity"] == "denied"]
    found = Counter(c.get("polarity") or NONE for c in map(articles.match, denied) if c is not None)
    n = sum(found.values())
    return {"labelled": len(denied), "matched": n, "recall": ratio(found["denied"], n),
            "strict_recall": ratio(found["denied"], len(denied)), "affirmed": found["affirmed"]}


def names(articles, labels, outlets):
    count = Counter(labelled=len(labels))
    for label in labels:
        claim = articles.match(label)
        if claim is None:
            continue
        given, span = claim.get("source_name") or "", label["name"]
        want = articles.text[label["id"]][span[0]:span[1]] if span else ""
        right = same_name(given, want)
        count.update(matched=1, given=bool(given), named=bool(want), right=right,
                     invented=bool(given) and not want)
        if given:
            add(outlets, articles.outlet[label["id"]], "names", not right)
    shown = {k: count[k] for k in ("labelled", "matched", "given", "named", "right", "invented")}
    right = count["right"]
    return {**shown, "precision": ratio(right, count["given"]), "recall": ratio(right, count["named"])}


def voice(articles, labels, outlets):
    seen, modes, segments = [], [], {}
    for label in labels:
        key, text = label["id"], articles.text[label["id"]]
        if key not in segments:
            segments[key] = articles.pred.get(key, {}).get("segments") or []
        for word in WORD.finditer(text, label["start"], label["end"]):
            over = next((s for s in segments[key] if s["start"] <= word.start() < s["end"]), {})
            said = over.get("voice") or NONE
            seen.append((label["voice"], said))
            add(outlets, articles.outlet[key], "voice", label["voice"] != said)
            if label["voice"] == said == "author":
                modes.append((label["author_mode"], over.get("author_mode") or NONE))
    return {"segments": len(labels), "words": len(seen), **classes(seen), "author_mode": classes(modes)}


def add(outlets, outlet, field, wrong):
    row = outlets.setdefault(outlet, {}).setdefault(field, [0, 0])
    row[0] += wrong
    row[1] += 1


def report(articles, labels):
    outlets = {}
    out = {
        "articles": {"labelled": len({x["id"] for rows in labels.values() for x in rows}),
                     "predicted": len(set(articles.pred) & set(articles.text))},
        "kind": compare(articles, labels["kind"], "kind", outlets),
        "certainty": compare(articles, labels["certainty"], "certainty", outlets),
        "polarity": compare(articles, labels["certainty"], "polarity", outlets),
        "denials": denials(articles, labels["certainty"]),
        "names": names(articles, labels["names"], outlets),
        "voice": voice(articles, labels["voice"], outlets),
    }
    out["outlets"] = {o: {f: {"error": ratio(*row), "n": row[1]} for f, row in fields.items()}
                      for o, fields in sorted(outlets.items())}
    return out


def main(argv):
    if len(argv) != 5:
        sys.exit(__doc__)
    folder, pred, dev, opinion = argv[1:]
    labels = {n: lines(os.path.join(folder, f"{n}.jsonl")) for n in ("kind", "certainty", "names", "voice")}
    articles = Articles(lines(pred), lines(dev), opinion)
    unknown = sorted({x["id"] for rows in labels.values() for x in rows} - set(articles.text))
    if unknown:
        sys.exit(f"no text for the labelled id {unknown[0]!r}: is it in {dev} or {opinion}?")
    print(json.dumps(report(articles, labels), indent=1))


if __name__ == "__main__":
    main(sys.argv)
