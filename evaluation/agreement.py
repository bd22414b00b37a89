"""agreement.py FIRST SECOND -> JSON: how far two annotators agree.

FIRST and SECOND are folders with kind, certainty, names and voice .jsonl. The second may hold a part of the
items of the first; a file that it lacks is skipped. Two rows are the same item if id and offsets are equal.
agreement is the share of items with the same label. kappa is Cohen's (1960, "A coefficient of agreement for
nominal scales"): the agreement beyond that of chance, with each label as frequent as each annotator gives it.
A name agrees if both say null or the two places overlap; kappa is left out there, since names are no scale.
A label that is still "?" in the second is no answer: the item is skipped.
"""
import json
import os
import sys
from collections import Counter

FIELDS = {"kind": ["kind"], "certainty": ["certainty", "polarity"], "voice": ["voice", "author_mode"]}


def items(path):
    """{the item: its row} of one file."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        rows = [json.loads(line) for line in f if line.strip()]
    places = ("id", "source", "cue", "content", "start", "end")
    return {json.dumps([row.get(k) for k in places]): row for row in rows if "?" not in row.values()}


def kappa(seen):
    """Cohen's kappa of (first, second) labels; None where chance alone would agree always."""
    n = len(seen)
    first, second = Counter(a for a, _ in seen), Counter(b for _, b in seen)
    chance = sum(first[k] * second[k] for k in first) / n ** 2
    return round((sum(a == b for a, b in seen) / n - chance) / (1 - chance), 4) if chance < 1 else None


def scale(seen):
    apart = Counter(f"{a} / {b}" for a, b in seen if a != b)
    return {"n": len(seen), "agreement": round(sum(a == b for a, b in seen) / len(seen), 4) if seen else None,
            "kappa": kappa(seen) if seen else None, "apart": dict(apart.most_common())}


def same_place(a, b):
    return a is b is None or (a is not None and b is not None and max(a[0], b[0]) < min(a[1], b[1]))


def agreement(first, second):
    """The report for two {name: {item: row}}."""
    out = {}
    for name in ("kind", "certainty", "names", "voice"):
        both = [(row, second[name][key]) for key, row in first[name].items() if key in second[name]]
        unknown = len(second[name]) - len(both)
        if unknown:
            out[f"{name}_not_in_first"] = unknown
        if name == "names" and both:
            right = sum(same_place(a["name"], b["name"]) for a, b in both)
            out[name] = {"n": len(both), "agreement": round(right / len(both), 4)}
        elif both:
            for field in FIELDS[name]:
                seen = [(a[field], b[field]) for a, b in both if field != "author_mode"
                        or a["voice"] == b["voice"] == "author"]
                out[field] = scale(seen)
    return out


def main(argv):
    if len(argv) != 3:
        sys.exit(__doc__)
    folders = [{n: items(os.path.join(p, f"{n}.jsonl")) for n in (*FIELDS, "names")} for p in argv[1:]]
    if not any(folders[1].values()):
        sys.exit(f"{argv[2]}: no kind, certainty, names or voice .jsonl with rows here")
    print(json.dumps(agreement(*folders), indent=1))


if __name__ == "__main__":
    main(sys.argv)
