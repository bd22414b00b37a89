"""GUM's documents -> names and links (see people.py).

A name is the capitalised run around the head of a mention, if the head is a proper noun: titles before it are left out, as annotators of
the other articles were told. A link is a pronoun, or a definite noun, that stands for a person or a body.
"""
import re
from collections import defaultdict

TITLES = set("president mr mrs ms dr sir lord lady king queen prince princess professor prof senator sen rep governor gov captain general gen "
             "minister justice judge secretary chancellor pope saint st".split())
CONNECTING = {"of", "the", "for", "and", "&", "de", "la", "-", "'s", "del", "van", "von", "al", "el"}
# what is no name for us, or of which GUM does not say what it is, is not learned
TYPES = {"person": "person", "organization": "organization", "place": "place", "event": "event", "animal": "other", "plant": "other",
         "object": "unsure", "abstract": "unsure", "substance": "unsure"}
DEFINITE = re.compile(r"(the|this|that|these|his|her|their|its) ")


class Parsed:
    """Tokens of a document, counted through."""

    def __init__(self, doc):
        self.text, self.tokens = doc["text"], doc["tokens"]
        self.first, sentence, begins = [], 0, 0
        for i, token in enumerate(self.tokens):
            while sentence < len(doc["sentences"]) - 1 and token[0] >= doc["sentences"][sentence][1]:
                sentence, begins = sentence + 1, i
            self.first.append(begins)

    def word(self, i):
        return self.text[self.tokens[i][0]:self.tokens[i][1]]

    def tag(self, i):
        return self.tokens[i][2]

    def head_of(self, i, j):
        """The token of `i..=j` that depends on one outside."""
        for k in range(i, j + 1):
            head = self.tokens[k][3]
            if not head or not i <= self.first[k] + head - 1 <= j:
                return k
        return i

    def in_a_name(self, i):
        relation = self.tokens[i][4]
        capital = self.word(i)[0].isupper() and i != self.first[i]
        return (self.tag(i) == "PROPN" or self.tag(i) == "NUM" and relation in ("flat", "compound")
                or self.tag(i) in ("ADJ", "NOUN", "VERB") and relation in ("amod", "compound") and capital)

    def name_around(self, head, i, j):
        """The first and last token of the name."""
        a = b = head
        connects = lambda k: self.word(k).lower() in CONNECTING
        while a > i and (self.in_a_name(a - 1) or connects(a - 1) and a - 2 >= i and self.in_a_name(a - 2)):
            a -= 1 if self.in_a_name(a - 1) else 2
        while b < j and (self.in_a_name(b + 1) or connects(b + 1) and b + 2 <= j and self.in_a_name(b + 2)):
            b += 1 if self.in_a_name(b + 1) else 2
        title = lambda k: self.word(k).lower().strip(".") in TITLES
        while a < b and (title(a) or self.tag(a) == "ADJ" and a + 1 < b and title(a + 1)):
            a += 1
        return a, b


def gum(docs):
    for doc in docs:
        parsed = Parsed(doc)
        starts, ends = ({t[side]: i for i, t in enumerate(doc["tokens"])} for side in (0, 1))
        names, hints, links = [], [], []
        for m in doc["mentions"]:
            i, j = starts.get(m["start"]), ends.get(m["end"])
            if i is None or j is None or m["type"] not in TYPES:
                continue
            head = parsed.head_of(i, j)
            where = {"start": m["start"], "end": m["end"], "entity": m["entity"]}
            if parsed.tag(head) == "PROPN":
                a, b = parsed.name_around(head, i, j)
                names.append({"start": doc["tokens"][a][0], "end": doc["tokens"][b][1], "type": TYPES[m["type"]], "entity": m["entity"]})
            if parsed.tag(head) != "PRON" and m["type"] in ("person", "organization", "place"):
                hints.append(where)
            definite = parsed.tag(head) == "NOUN" and DEFINITE.match(doc["text"][m["start"]:m["end"]].lower())
            if m["type"] in ("person", "organization") and (parsed.tag(head) == "PRON" and i == j or definite):
                links.append(where)
        by_entity = defaultdict(list)
        for hint in hints:
            by_entity[hint["entity"]].append(hint)
        others = lambda link: any((h["start"], h["end"]) != (link["start"], link["end"]) for h in by_entity[link["entity"]])
        links = [link if others(link) else {**link, "entity": None} for link in links]
        # decide.py learns from a link as from a claim of which only the source is known
        named = {n["entity"]: doc["text"][n["start"]:n["end"]] for n in sorted(names, key=lambda n: n["end"] - n["start"])}
        asked = [{"source": [[k["start"], k["end"]]], "cue": [], "content": [], "ok": "right", "entity": k["entity"], "name": named.get(k["entity"])} for k in links]
        yield {"id": doc["id"], "text": doc["text"], "names": names, "hints": hints, "claims": asked}
