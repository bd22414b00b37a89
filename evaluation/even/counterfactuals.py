"""counterfactuals.py REPORTEDLY SWAPS.toml FILE... -> JSON: which claims stay when something that must not matter is changed.

FILEs are JSONL of {id, text}, or cases (`.md`), whose marks are taken out. For each swap the articles that it
changes are read before and after; a claim is kept if source, cue and content are the same words still (offsets
are carried over the changed places). Counterfactual evaluation of this kind: Kusner et al. 2017; Garg et al. 2019.
"""
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from bisect import bisect_right
from collections import Counter

MARK = re.compile(r"\\(.)|\[(?:source|cue|content) [\d,]+: |(\])")
INSERTION = re.compile(r"(?<=\w), ((?:who|which|whose|where|a|an|the|now|then|once) [^,.;:\"\u201c\u201d\n]{3,60}), (?=\w)")


def articles(path):
    text = open(path, encoding="utf-8").read()
    if not path.endswith(".md"):
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    passages = (p.split("\n", 1)[1].strip() for p in text.split("\n## ")[1:] if "\n" in p)
    return [{"id": f"{path}:{n}", "text": MARK.sub(lambda m: m[1] or "", p)} for n, p in enumerate(passages)]


def edits(swap, text):
    """[(start, end, new words)] in text order."""
    form = swap.get("form")
    if form == "straight":
        return [(m.start(), m.end(), "\"" if m[0] in "\u201c\u201d" else "'") for m in re.finditer("[\u201c\u201d\u2018\u2019]", text)]
    if form == "curly":
        return [(m.start(), m.end(), "\u201c" if re.match(r"(^|.*[\s(\[\u2014-])$", text[max(0, m.start() - 1):m.start()], re.S) else "\u201d") for m in re.finditer('"', text)]
    if form == "dashes":
        return [e for m in INSERTION.finditer(text) for e in ((m.start(), m.start() + 2, " \u2014 "), (m.end() - 2, m.end(), " \u2014 "))]
    if form == "headline":
        line = re.match(r"\s*[^\n]*", text)
        return [(0, line.end(), line[0].upper())] if "\n" in text and len(line[0]) == len(line[0].upper()) else []
    if form == "small":
        return [(m.start(), m.end(), m[0].lower()) for m in re.finditer(r"[A-Z]", text)]
    table = {a.lower(): b for a, b in swap.get("words", [])}
    for a, b in swap.get("pairs", []):
        table[a.lower()], table[b.lower()] = b, a
    capital = {a for pair in swap.get("pairs", []) + swap.get("words", []) for a in pair if a[0].isupper()}
    words = re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")(?!\w)", re.I)
    out = []
    for m in words.finditer(text):
        new = table[m[0].lower()]
        if m[0][0].islower() and any(c.lower() == m[0].lower() for c in capital):
            continue  # "bush" is no name
        out.append((m.start(), m.end(), new[0].upper() + new[1:] if m[0][0].isupper() else new))
    return out


def changed(text, edits):
    """The new text, and where each place of the old one went."""
    out, at, shift, places, shifts = [], 0, 0, [0], [0]
    for start, end, new in edits:
        out += [text[at:start], new]
        at, shift = end, shift + len(new) - (end - start)
        places.append(end), shifts.append(shift)
    out.append(text[at:])
    return "".join(out), lambda p: p + shifts[bisect_right(places, p) - 1]


def read(program, docs):
    """id -> claims as tuples of spans."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps(d) + "\n" for d in docs)
        f.flush()
        out = subprocess.run([program, "read", "--quiet", "--json", "--from", "jsonl", f.name], capture_output=True, text=True, check=True).stdout
    spans = lambda s: tuple((x["start"], x["end"]) for x in (s or []))
    claim = lambda c: (spans(c["source"]), spans([c["cue"]] if c["cue"] else []), spans(c["content"]))
    return {d["doc_id"]: [claim(c) for c in d["claims"]] for d in map(json.loads, out.splitlines())}


def main(program, swaps, *paths):
    docs = {a["id"]: a["text"] for path in paths for a in articles(path)}
    plain = [{"id": i, "text": t} for i, t in docs.items()]
    before = read(program, plain)
    rows = []
    for swap in tomllib.load(open(swaps, "rb"))["swap"]:
        made = {i: changed(t, e) for i, t in docs.items() if (e := edits(swap, t))}
        after = read(program, [{"id": i, "text": t} for i, (t, _) in made.items()])
        claims = kept = contents = 0
        for i, (_, place) in made.items():
            carried = [tuple(tuple((place(s), place(e)) for s, e in role) for role in c) for c in before[i]]
            found = Counter(after[i])
            claims += len(carried)
            kept += sum((Counter(carried) & found).values())
            contents += sum((Counter(c[2] for c in carried) & Counter(c[2] for c in after[i])).values())
        rows.append({"swap": swap["name"], "articles": len(made), "claims": claims, "kept": round(kept / max(claims, 1), 4), "content_kept": round(contents / max(claims, 1), 4)})
    total, same = sum(r["claims"] for r in rows), sum(r["claims"] * r["kept"] for r in rows)
    print(json.dumps({"kept": round(same / max(total, 1), 4), "claims": total, "swaps": rows}))


if __name__ == "__main__":
    main(*sys.argv[1:])
