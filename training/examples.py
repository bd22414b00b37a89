"""Annotated documents -> training windows.

A document is {id, text, layers: [{attributions: [{source, cue, content: [[start, end], ...]}]}]}
(or `attributions` at the top); offsets are code points. Passages with marks in the text
(`[source 1: Hale] [cue 1: said] [content 1: ...]`, the notation of `cases/`) are read too.
"""
import json
import random
import re

from pieces import line_starts, quote_states, shape, words, words_in
from network import TAGS

ROLES = ("content", "source", "cue")  # later ones win where roles overlap
NOWHERE, IGNORED = -1, -100
MARK = re.compile(r"\\(.)|\[(source|cue|content) (\d+(?:,\d+)*): |(\])", re.S)


def documents(path):
    with open(path, encoding="utf-8") as f:
        if str(path).endswith(".md"):
            return [d for n, line in enumerate(f) if "[content" in line or re.search(r"\w", line) and not line.startswith("#")
                    for d in [marked(line.strip(), f"{path}:{n + 1}")]]
        return [json.loads(line) for line in f if line.strip()]


def marked(line, where):
    text, open_marks, found, at = "", [], {}, 0
    for m in MARK.finditer(line):
        text += line[at:m.start()]
        at = m.end()
        if m[1]:
            text += m[1]
        elif m[2]:
            open_marks.append((m[2], m[3].split(","), len(text)))
        elif open_marks:
            role, numbers, start = open_marks.pop()
            for n in numbers:
                found.setdefault(n, {r: [] for r in ROLES})[role].append([start, len(text)])
        else:
            text += "]"
    if open_marks:
        raise SystemExit(f"{where}: a mark is not closed: add ']'")
    return {"id": where, "text": text + line[at:], "attributions": list(found.values())}


def straighten(text):
    return text.translate(str.maketrans("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", "\"\"\"\"\"''"))


class Document:
    """Words with features and targets: tag, cue of each content word, source of each cue's first word."""

    def __init__(self, doc, word_pieces):
        text = doc["text"]
        self.id = doc["id"]
        self.spans = words(text)
        self.pieces = [word_pieces.of(text[s:e]) for s, e in self.spans]
        self.shapes = [shape(text[s:e]) for s, e in self.spans]
        self.quotes = {False: quote_states(text, self.spans)}
        plain = straighten(text)
        self.quotes[True] = quote_states(plain, self.spans)
        self.plain_pieces = [word_pieces.of(plain[s:e]) for s, e in self.spans]
        self.starts = line_starts(text, self.spans)
        self.borders = word_pieces.first, word_pieces.last
        n = len(self.spans)
        self.tags, self.cue_of, self.source_of = [0] * n, [IGNORED] * n, [IGNORED] * n
        layers = doc.get("layers")
        for a in sorted((layers[0] if layers else doc)["attributions"], key=lambda a: min((s for s, _ in a["content"]), default=0)):
            self._add(a)

    def _add(self, attribution):
        ranges = {r: [words_in(self.spans, s, e) for s, e in sorted(attribution.get(r) or [])] for r in ROLES}
        for role in ROLES:
            for r in ranges[role]:
                for i, w in enumerate(r):
                    if role == "content" and self.tags[w]:  # a source or cue inside it keeps its tag
                        continue
                    self.tags[w] = TAGS.index(("I-" if i else "B-") + role)
        first = lambda role: next((r[0] for r in ranges[role] if len(r)), NOWHERE)
        cue, source = first("cue"), first("source")
        for r in ranges["content"]:
            for w in r:
                self.cue_of[w] = cue
        if cue != NOWHERE:
            self.source_of[cue] = source

    def window(self, start, size, plain, shapeless):
        """Features and targets of the words from `start` on that fit into `size` pieces."""
        pieces = self.plain_pieces if plain else self.pieces
        end, total = start, 0
        while end < len(pieces) and total + len(pieces[end]) <= size:
            total += len(pieces[end])
            end += 1
        out = {k: [0] for k in ("shapes", "quotes", "starts")}
        out["pieces"], out["firsts"] = [self.borders[0]], []
        for w in range(start, end):
            out["firsts"].append(len(out["pieces"]))
            k = len(pieces[w])
            out["pieces"] += pieces[w]
            out["shapes"] += [1 if shapeless and self.shapes[w] in (2, 3, 4, 6) else self.shapes[w]] * k
            out["quotes"] += [self.quotes[plain][w]] * k
            out["starts"] += [self.starts[w]] * k
        for k in ("shapes", "quotes", "starts"):
            out[k].append(0)
        out["pieces"].append(self.borders[1])
        out["tags"] = self.tags[start:end]
        n = end - start
        out["cue_of"] = [self._local(t, start, end, n) if self.tags[start + i] >= 5 else IGNORED for i, t in enumerate(self.cue_of[start:end])]
        out["source_of"] = [self._local(t, start, end, n) if self.tags[start + i] == 3 else IGNORED for i, t in enumerate(self.source_of[start:end])]
        return out, end

    def _local(self, target, start, end, nothing):
        """Targets outside the window count as nothing: that is what can be seen from here."""
        return target if target == IGNORED else target - start if start <= target < end else nothing


def windows(docs, size, rng, augment=True):
    """Every word once, cut at a random offset per document."""
    out = []
    for d in docs:
        n, at = len(d.spans), 0
        plain, shapeless = augment and rng.random() < 0.3, augment and rng.random() < 0.05
        first = rng.randrange(size // 2, size + 1) if augment else size
        while at < n:
            w, end = d.window(at, first, plain, shapeless)
            if end == at:
                end += 1
            else:
                out.append(w)
            at, first = end, size
    return out
