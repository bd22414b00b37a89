"""Writes `crates/reportedly-model/fixtures/words.json`: what training sees of some odd texts.

A test of the program compares it with what the program sees, so that the two never drift apart.
"""
import json
from pathlib import Path

from base import vocabulary
from pieces import WordPieces, line_starts, quote_states, shape, words

ROOT = Path(__file__).parent.parent
ODD = [
    "\u201cWe wait,\u201d said Zo\u00eb O\u2019Hara-Lind, 42, of \u00c5rdal.\r\n\r\nIt\u2019s 3rd-rate; A. McKay (NATO) knew.",
    'He said "no" \u2014 and "left the quote open.\nNext line: "fine".',
    "\u00abTrop tard\u00bb, dit-elle. \u201eZu sp\u00e4t\u201c? 10,000 \u20ac \u2026 caf\u00e9\u0301 \U0001f525\U0001f469\u200d\U0001f467 end",
    "\u0627\u0644\u0633\u064e\u0644\u0627\u0645 \u4e2d\u6587 \u0434\u043e\u043c soft\u00adhyphen zero\u200bwidth no_under_score " + "x" * 120,
    "\u00bd of \u00b2 and \u2163 I/O e-mail@example.org #tag $5bn 50% \t tab",
]


def main():
    known = WordPieces(vocabulary())
    out = []
    for text in ODD + [(ROOT / "examples/opinion.txt").read_text(encoding="utf-8")]:
        spans = words(text)
        of = [text[s:e] for s, e in spans]
        out.append({"text": text, "words": of, "pieces": [known.of(w) for w in of], "shapes": [shape(w) for w in of],
                    "quotes": quote_states(text, spans), "starts": line_starts(text, spans)})
    path = ROOT / "crates/reportedly-model/fixtures/words.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
