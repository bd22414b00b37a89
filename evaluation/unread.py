"""unread.py texts DATA          -> JSON Lines {id, text, date, title}: the articles of the measurement
   unread.py score DATA PRED     -> JSON: how good kinds, names, certainty and polarity are in articles that nobody read

DATA is the folder of the corpora, PRED.jsonl what `reportedly read --json` says of the texts, a line for each. The claims were cut
by an earlier reader and judged by annotators who did not see what the program made of them (`labels/README.md`).

found    A judged claim is compared with the claim of the best content overlap: at least .8 (Jaccard over characters), and of
         the source at least .5. All other figures are over those that are found.
kind, certainty, polarity   share right, over claims that are right; `kind_f1`: mean F1 of the kinds that occur five times.
name     share exact, over claims whose source has a name; `name_wrong`: another name, or one where there is none, over all.
fault    share of claims with any fault: another source, kind, name, certainty or polarity. who: the first three; sure: the rest.
grades   how many claims of each grade are right in words, source, kind and name.
denies   precision and recall of the stance "denies".
Intervals are 95%, by the bootstrap over articles (Efron 1979).
"""
import json
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "training"))
from labelled import Texts, document, lines  # noqa: E402

# as in the core's reading/grade.rs
GRADES = {"sure": 0.95, "likely": 0.75, "unsure": 0.0}
FIGURES = ("kind", "name", "name_wrong", "certainty", "polarity", "who", "sure", "fault")


def articles(data):
    """(set, article with its claims), in a fixed order."""
    by_id = defaultdict(list)
    for claim in lines(data / "labels/claims.jsonl"):
        by_id[claim["id"]].append(claim)
    unread = set((ROOT / "training/labels/unread.txt").read_text(encoding="utf-8").split("\n"))
    for a in lines(data / "labels/articles.jsonl"):
        away = a["corpus"] in ("bbc", "masakhane")
        if away or a["corpus_id"] in unread:
            for claim in by_id[a["id"]]:
                claim["name"] = a["text"][slice(*claim["name"])] if claim.get("name") else None
            yield a["corpus"] if away else "like those learned from", {**a, "id": f"labels/{a['id']}", "claims": by_id[a["id"]]}
    texts, ours = Texts(data), {d["id"]: d["text"] for d in lines(ROOT / "training/labels/written.jsonl")}
    for row in lines(ROOT / "evaluation/labels/ntrex.jsonl"):
        yield "ntrex", document(row, texts.get(row["id"]))
    for row in lines(ROOT / "training/labels/claims.jsonl"):
        if row["id"] in unread:
            own = row["id"] in ours
            yield "written" if own else "like those learned from", document(row, ours[row["id"]] if own else texts.get(row["id"]))


def covered(spans):
    spans = [spans] if isinstance(spans, dict) else spans or []
    return {i for s in spans for i in range(*((s["start"], s["end"]) if isinstance(s, dict) else s))}


def jaccard(a, b):
    return len(a & b) / max(1, len(a | b))


def bare(name):
    return " ".join(re.sub(r"[’']", "", name).lower().split()) if name else None


def compared(article, claims):
    """(judged claim, the program's) of those that are found."""
    mine = [(covered(c["content"]), covered(c["source"]), c) for c in claims]
    for judged in article["claims"]:
        content, source = covered(judged["content"]), covered(judged["source"])
        best = max(mine, key=lambda m: (jaccard(m[0], content), jaccard(m[1], source)), default=None)
        near = best and jaccard(best[0], content) >= 0.8
        if near and (jaccard(best[1], source) >= 0.5 or not source and not best[1]):
            yield judged, best[2]


def is_wrong(truth, given):
    """Another's name, or one for nobody; a part of the right one is not wrong."""
    truth, given = bare(truth), bare(given)
    return bool(given) and (not truth or truth not in given and given not in truth)


def faults(judged, found):
    who = judged["ok"] != "right" or judged["kind"] != found["source_kind"] or bare(judged["name"]) != bare(found["source_name"])
    sure = judged["ok"] == "right" and (judged["certainty"], judged["polarity"]) != (found["certainty"], found["polarity"])
    return who, sure


def share(hits):
    hits = list(hits)
    return sum(hits) / max(1, len(hits))


def figures(pairs):
    right = [(j, f) for j, f in pairs if j["ok"] == "right"]
    claims = [faults(j, f) for j, f in pairs if j["ok"] in ("right", "wrong_source")]
    return {
        "kind": share(j["kind"] == f["source_kind"] for j, f in right),
        "name": share(bare(j["name"]) == bare(f["source_name"]) for j, f in right if j["name"]),
        "name_wrong": share(is_wrong(j["name"], f["source_name"]) for j, f in right),
        "certainty": share(j["certainty"] == f["certainty"] for j, f in right),
        "polarity": share(j["polarity"] == f["polarity"] for j, f in right),
        "who": share(who for who, _ in claims),
        "sure": share(sure for _, sure in claims),
        "fault": share(who or sure for who, sure in claims),
    }


def mean_f1(pairs):
    truth, given, both = Counter(a for a, _ in pairs), Counter(b for _, b in pairs), Counter(a for a, b in pairs if a == b)
    return share(2 * both[k] / (truth[k] + given[k]) for k in truth if truth[k] >= 5)


def grades(pairs):
    """Of each grade of confidence how many claims are right in words, source, kind and name, and its share of all that are."""
    fully = [(j["ok"] == "right" and not faults(j, f)[0], f["confidence"]) for j, f in pairs]
    out, below = {}, 1.01
    for name, least in GRADES.items():
        here = [right for right, confidence in fully if least <= confidence < below]
        out[name] = {"n": len(here), "right": round(share(here), 4), "share": round(sum(here) / max(1, sum(r for r, _ in fully)), 4)}
        below = least
    return out


def measured(by_article):
    pairs = [p for some in by_article for p in some]
    out = {"articles": len(by_article), "claims": len(pairs), **figures(pairs)}
    right = [(j, f) for j, f in pairs if j["ok"] == "right"]
    out["kind_f1"] = mean_f1([(j["kind"], f["source_kind"]) for j, f in right])
    out["none"] = share(j["ok"] == "no_claim" for j, _ in pairs)
    out["grades"] = grades(pairs)
    denies = [(j["stance"] == "denies", f["stance"] == "denies") for j, f in right]
    out["denies"] = {"p": share(a for a, b in denies if b), "r": share(b for a, b in denies if a), "n": sum(a for a, _ in denies)}
    rng, drawn = random.Random(1), []
    for _ in range(400):
        drawn.append(figures([p for some in rng.choices(by_article, k=len(by_article)) for p in some]))
    between = lambda k: [sorted(d[k] for d in drawn)[i] for i in (9, 389)]
    out["interval"] = {k: [round(x, 4) for x in between(k)] for k in FIGURES}
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in out.items()}


def main():
    what, data = sys.argv[1], Path(sys.argv[2])
    if what == "texts":
        for _, a in articles(data):
            print(json.dumps({k: a[k] for k in ("id", "text", "date", "title") if a.get(k)}))
        return
    read = {d["doc_id"]: d for d in lines(sys.argv[3])}
    sets = defaultdict(list)
    for name, article in articles(data):
        sets[name].append(list(compared(article, read[article["id"]]["claims"])))
    judged = sum(len(a["claims"]) for _, a in articles(data))
    out = {name: measured(some) for name, some in sorted(sets.items())}
    away = [a for name in ("bbc", "masakhane", "ntrex") for a in sets[name]]
    out["corpora never learned from"] = measured(away)
    out["judged"] = judged
    print(json.dumps(out))


if __name__ == "__main__":
    main()
