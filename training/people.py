"""Documents whose names, links and claims were labelled, as training sees them.

A line is {id, text, names: [{start, end, type, entity}], hints: [{start, end, entity}], claims: [{source, cue, content, ok, kind,
certainty, polarity, stance, entity}]}; offsets are code points, and every part may be missing. `names` are all proper names of the
text (missing: nobody looked for them); hints are further places where an entity is mentioned by other words than a pronoun. The
`entity` of a claim is whoever its source means, null for one without a name. A claim of which only the source is known (a pronoun of
GUM's) has no `kind`. Two mentions with the same `entity` mean the same one.
"""
from bisect import bisect_right

TYPES = ["person", "organization", "outlet", "place", "work", "event", "other"]
NAME_TAGS = ["O"] + [f"{at}-{t}" for t in TYPES for at in "BI"]
LABELS = {
    "kind": ["person", "organization", "outlet", "document", "unnamed", "collective", "author", "unstated"],
    "certainty": ["certain", "probable", "possible", "underspecified"],
    "polarity": ["affirmed", "denied", "underspecified"],
    "stance": ["asserts", "denies", "asks", "wants", "accuses", "praises", "none"],
    "ok": ["right", "wrong_source", "wrong_cut", "no_claim"],
}
PARTS = ("source", "cue", "content")
IGNORED = -100


class Finder:
    """The words of a text that overlap a span."""

    def __init__(self, spans):
        self.starts, self.ends = [s for s, _ in spans], [e for _, e in spans]

    def words(self, start, end):
        i = j = bisect_right(self.ends, start)
        while j < len(self.starts) and self.starts[j] < end:
            j += 1
        return range(i, j)


class People:
    """Targets of one document, by words."""

    def __init__(self, doc, spans):
        find = Finder(spans)
        self.tags = [0 if "names" in doc else IGNORED] * len(spans)
        first = {}
        for name in sorted(doc.get("names", []), key=lambda n: n["start"] - n["end"]):
            words = find.words(name["start"], name["end"])
            if any(self.tags[w] > 0 for w in words) or not len(words):
                continue  # the longest of two that overlap
            known = name["type"] in TYPES
            for i, w in enumerate(words):
                self.tags[w] = 1 + 2 * TYPES.index(name["type"]) + (i > 0) if known else IGNORED
            first.setdefault(name["entity"], []).append(words[0])
        for hint in doc.get("hints", []):
            words = find.words(hint["start"], hint["end"])
            if len(words):
                first.setdefault(hint["entity"], []).append(words[0])
        self.links, self.claims = [], []
        mentions = []
        for claim in doc.get("claims", []):
            parts = [[w for s, e in sorted(claim.get(part) or []) for w in find.words(s, e)] for part in PARTS]
            if "kind" in claim or claim.get("ok") != "right":
                self.claims.append((parts, [labels.index(claim[k]) if claim.get(k) in labels else IGNORED for k, labels in LABELS.items()]))
            if parts[0] and claim.get("ok") == "right" and "entity" in claim:
                mentions.append((parts[0], claim["entity"]))
        for words, entity in mentions:
            if len(words):
                self.links.append((words[0], first.get(entity, []) if entity is not None else []))

    def window(self, start, end):
        """What lies within words `start..end`, counted from `start`."""
        inside = lambda w: start <= w < end
        links = []
        for word, targets in self.links:
            here = [t - start for t in targets if inside(t)]
            # one that is named only elsewhere says nothing here
            if inside(word) and (here or not targets):
                links.append((word - start, here))
        claims = []
        for parts, labels in self.claims:
            source, cue, content = parts
            if all(map(inside, source + cue)) and sum(map(inside, content)) * 2 > len(content):
                claims.append(([[w - start for w in part if inside(w)] for part in parts], labels))
        return {"names": self.tags[start:end], "links": links, "claims": claims}
