"""Words and word pieces, exactly as `crates/reportedly-model/src/pieces.rs` makes them.

A word is a run of letters, digits and combining marks, or one other visible character. Pieces are
WordPiece (Wu et al. 2016) over BERT's uncased vocabulary. `fixture.py` holds the two together.
"""
import unicodedata
from bisect import bisect_right

OPENING, CLOSING, STRAIGHT = "\u201c\u201e\u00ab", "\u201d\u00bb", '"'
INVISIBLE = set("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)


def is_word_char(c):
    return c.isalnum() or unicodedata.category(c) in ("Mn", "Mc")


def words(text):
    """Half-open spans of the words, in code points."""
    out, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if c.isspace() or c in INVISIBLE or unicodedata.category(c) == "Cc":
            i += 1
        elif is_word_char(c):
            start = i
            while i < n and is_word_char(text[i]):
                i += 1
            out.append((start, i))
        else:
            out.append((i, i + 1))
            i += 1
    return out


def shape(word):
    """0 no letter, 1 lower, 2 Title, 3 UPPER, 4 miXed, 5 digit first, 6 a single capital."""
    if word[0].isnumeric():
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 1
    if len(letters) == 1:
        return 6
    if all(upper):
        return 3
    return 2 if upper[0] and not any(upper[1:]) else 4


def quote_states(text, spans):
    """One of OUTSIDE, INSIDE, OPENS, CLOSES per word; every line starts outside."""
    out, inside, before = [], False, 0
    for start, end in spans:
        if "\n" in text[before:start]:
            inside = False
        before, c = end, text[start]
        if c in OPENING or (c == STRAIGHT and not inside):
            inside = True
            out.append(OPENS)
        elif c in CLOSING or c == STRAIGHT:
            inside = False
            out.append(CLOSES)
        else:
            out.append(INSIDE if inside else OUTSIDE)
    return out


def line_starts(text, spans):
    """1 where a word is the first of its line, else 0."""
    return [int(i == 0 or "\n" in text[spans[i - 1][1]:s]) for i, (s, _) in enumerate(spans)]


class WordPieces:
    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last = (self.ids[t] for t in ("[UNK]", "[CLS]", "[SEP]"))
        self.known = {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = self._split(word)
        return self.known[word]

    def _split(self, word):
        if len(word) > 100:
            return [self.unknown]
        folded = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        out, start = [], 0
        while start < len(folded):
            for end in range(len(folded), start, -1):
                piece = self.ids.get(("##" if start else "") + folded[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            out.append(piece)
            start = end
        return out or [self.unknown]


def words_in(spans, start, end):
    """Range of indices of the words that overlap [start, end)."""
    ends = [e for _, e in spans]
    i = bisect_right(ends, start)
    j = i
    while j < len(spans) and spans[j][0] < end:
        j += 1
    return range(i, j)
