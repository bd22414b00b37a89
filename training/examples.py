"""Annotated documents -> training windows.

A document is {id, text, layers: [{attributions: [{source, cue, content: [[start, end], ...]}]}]}
(or `attributions` at the top); offsets are code points. Passages with marks in the text
(`[source 1: Hale] [cue 1: said] [content 1: ...]`, the notation of `cases/`) are read too, and folders of brat files.
"""
import json
import os
import re
from dataclasses import dataclass, field

import numpy as np

import brat
from network import TAGS
from people import NAME_TAGS, People
from pieces import line_starts, quote_states, shape, words, words_in

ROLES = ("content", "source", "cue")  # later ones win where roles overlap
NOWHERE, IGNORED = -1, -100
MARK = re.compile(r"\\(.)|\[(source|cue|content) (\d+(?:,\d+)*): |(\])", re.S)


def documents(path):
    if os.path.isdir(path):
        return brat.folder(path)
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


def names(strings, shapes, starts):
    """Words that look like names here (their number -> the word): a capital within a sentence, never without one."""
    small = {s for s, k in zip(strings, shapes) if k == 1}
    middle = {s for i, s in enumerate(strings) if shapes[i] == 2 and i and not starts[i] and strings[i - 1][-1].isalnum()}
    known = {s for s in middle if s.lower() not in small and len(s) > 2}
    return {w: s for w, s in enumerate(strings) if s in known}


# men and women change places
GENDERS = (("he", "she"), ("him", "her"), ("his", "her"), ("himself", "herself"), ("mr", "ms"), ("man", "woman"), ("men", "women"), ("spokesman", "spokeswoman"),
           ("chairman", "chairwoman"), ("congressman", "congresswoman"), ("father", "mother"), ("son", "daughter"), ("husband", "wife"), ("brother", "sister"),
           ("boy", "girl"), ("king", "queen"), ("actor", "actress"))
OPENS_INSERTION = {"who", "which", "whose", "where", "a", "an", "the", "now", "then", "once"}


@dataclass
class Change:
    """How a document is altered for one epoch: what must not matter to the reader."""
    plain: bool = False  # curly quotation marks made straight
    shape: int = 0  # every letter small (1) or capital (3)
    names: dict = field(default_factory=dict)  # each name becomes another one, everywhere
    words: dict = field(default_factory=dict)  # word -> pieces instead of its own
    dashes: list = field(default_factory=list)  # pieces for the commas of an insertion

    @staticmethod
    def random(rng, doc, pool, word_pieces):
        genders = {}
        if rng.random() < 0.25:
            pairs = rng.sample(GENDERS, len(GENDERS))
            genders = {a: word_pieces.of(b) for man, woman in pairs for a, b in ((man, woman), (woman, man))}
        return Change(
            plain=rng.random() < 0.4,
            shape=rng.choices((0, 1, 3), (0.83, 0.14, 0.03))[0],
            names=other_names(doc, pool, rng) if rng.random() < 0.2 else {},
            words=genders,
            dashes=word_pieces.of("\u2014") if rng.random() < 0.1 else [],
        )

    def pieces(self, doc):
        out = doc.plain_pieces if self.plain else doc.pieces
        if self.names or self.words:
            out = [self.names.get(doc.names.get(w)) or self.words.get(doc.small[w]) or p for w, p in enumerate(out)]
        if self.dashes:
            out = [self.dashes if w in doc.insertions else p for w, p in enumerate(out)]
        return out


def other_names(doc, pool, rng):
    """Each word of a name -> the pieces of another one; where people said of what each is the name, of one of the same type."""
    tags = {}
    for w, s in doc.names.items():
        tags.setdefault(s, doc.people.tags[w])
    return {s: rng.choice(pool[tag] if tag in pool else pool[IGNORED]) for s, tag in sorted(tags.items()) if tag}


def pools(docs):
    """Pieces of words of names, by their tag; those of documents without labelled names under IGNORED, and all again there."""
    out = {}
    for d in docs:
        for w in list(d.names)[:8]:
            for tag in {d.people.tags[w], IGNORED}:
                out.setdefault(tag, []).append(d.pieces[w])
    return out


def insertions(strings, starts):
    """The commas around "..., who ..., ..." within a line."""
    found, at = set(), 0
    while at < len(strings) - 2:
        if strings[at] == "," and strings[at + 1] in OPENS_INSERTION:
            end = next((k for k in range(at + 2, min(at + 14, len(strings))) if starts[k] or not strings[k][0].isalnum()), None)
            if end and strings[end] == "," and not starts[end]:
                found |= {at, end}
                at = end
        at += 1
    return found


class Document:
    """Words with features and targets: tag, cue of each content word, source of each cue's first word.

    A document without `layers` or `attributions` has no targets of its own; `soft` is what teachers say of it (see teacher.py).
    """

    def __init__(self, doc, word_pieces, layer=0):
        text = doc["text"]
        self.text, self.soft = text, None
        self.spans = words(text)
        self.pieces = [word_pieces.of(text[s:e]) for s, e in self.spans]
        self.shapes = [shape(text[s:e]) for s, e in self.spans]
        self.quotes = {False: quote_states(text, self.spans)}
        plain = straighten(text)
        self.quotes[True] = quote_states(plain, self.spans)
        self.plain_pieces = [word_pieces.of(plain[s:e]) for s, e in self.spans]
        self.starts = line_starts(text, self.spans)
        self.borders = word_pieces.first, word_pieces.last
        strings = [text[s:e] for s, e in self.spans]
        self.small = [s.lower() for s in strings]
        self.names, self.insertions = names(strings, self.shapes, self.starts), insertions(strings, self.starts)
        n = len(self.spans)
        self.cue_of, self.source_of = [IGNORED] * n, [IGNORED] * n
        layers = doc.get("layers") or ([doc] if "attributions" in doc else [])
        self.tags = [0 if layers else IGNORED] * n
        for a in sorted(layers[layer]["attributions"] if layers else [], key=lambda a: min((s for s, _ in a["content"]), default=0)):
            self._add(a)
        self._begin_anew()
        self.people = People(doc, self.spans)

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

    def _begin_anew(self):
        """A segment begins anew after another role's word and on a new line, as in decoding."""
        for w, tag in enumerate(self.tags):
            inside = tag > 0 and tag % 2 == 0
            if inside and (self.starts[w] or w == 0 or self.tags[w - 1] not in (tag, tag - 1)):
                self.tags[w] = tag - 1

    def window(self, start, size, change=Change(), pieces=None):
        """Features and targets of the words from `start` on that fit into `size` pieces."""
        pieces = pieces or self.pieces
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
            out["shapes"] += [change.shape if change.shape and self.shapes[w] in (1, 2, 3, 4, 6) else self.shapes[w]] * k
            out["quotes"] += [self.quotes[change.plain][w]] * k
            out["starts"] += [self.starts[w]] * k
        for k in ("shapes", "quotes", "starts"):
            out[k].append(0)
        out["pieces"].append(self.borders[1])
        out["tags"] = self.tags[start:end]
        n = end - start
        out["cue_of"] = [self._local(t, start, end, n) if self.tags[start + i] >= 5 else IGNORED for i, t in enumerate(self.cue_of[start:end])]
        out["source_of"] = [self._local(t, start, end, n) if self.tags[start + i] == 3 else IGNORED for i, t in enumerate(self.source_of[start:end])]
        out["soft"] = self.soft and self._soft(start, end)
        out["people"] = self.people.window(start, end)
        return out, end

    def _soft(self, start, end):
        """What the teachers say of these words; what they point to outside the window counts as nothing."""
        def pointers(targets, p):
            t = targets[start:end]
            return np.where((t >= start) & (t < end), t - start, end - start), p[start:end]
        return {"tags": self.soft["tags"][start:end], "cue_of": pointers(*self.soft["cue_of"]), "source_of": pointers(*self.soft["source_of"])}

    def _local(self, target, start, end, nothing):
        """Targets outside the window count as nothing: that is what can be seen from here."""
        return target if target == IGNORED else target - start if start <= target < end else nothing


def windows(docs, size, rng, word_pieces):
    """Every word once, cut at a random offset per document, altered at random."""
    out = []
    pool = pools(docs)
    for d in docs:
        n, at = len(d.spans), 0
        change = Change.random(rng, d, pool, word_pieces)
        pieces = change.pieces(d)
        first = rng.randrange(size // 2, size + 1)
        while at < n:
            w, end = d.window(at, first, change, pieces)
            if end == at:
                end += 1
            else:
                out.append(w)
            at, first = end, size
    return out
