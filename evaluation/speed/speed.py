"""Measures words per CPU-second of `reportedly read` and of a spaCy parse of the same texts, in one run.

CPU seconds are those of the process, user and system, on one thread; what a short article takes (nearly all of it
start and loading of the model) is taken off. Words are what stands between white space. The runs take turns, so
that a busy machine hurts all alike; a ratio is taken within a round. Figures go to standard output as JSON.
"""
import argparse
import html
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ONE_THREAD = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")}
ROUNDS = 3
LENGTHS = {1_000: 3, 10_000: 3, 100_000: 1}
SHORT = """The bridge at Orlen will be closed for repairs until the autumn, the town council of Orlen said on Monday.

"Nobody has looked after it for thirty years," said Mira Dahl, who runs the ferry. She wants the council to pay \
for a second boat while the work lasts.

The council has not answered her letter. Its engineer, Tomas Vey, said that the repairs would take nine months."""


def words(text):
    return len(text.split())


def run(command):
    """(CPU seconds, peak MiB, what it wrote)."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, env={**os.environ, **ONE_THREAD})
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{' '.join(map(str, command[:4]))} ended with {child.returncode}")
        out.seek(0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read().decode("utf-8")


def page(text):
    """A plain page; the first paragraph is its headline."""
    title, *body = [html.escape(p.strip(), quote=False) for p in text.split("\n\n") if p.strip()]
    body = "\n".join(f"<p>{p}</p>" for p in body or [title])
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>\n")


class Input:
    """The same texts as JSON lines and as pages."""

    def __init__(self, folder, texts):
        folder.mkdir(parents=True, exist_ok=True)
        self.words, self.jsonl = sum(map(words, texts)), folder / "articles.jsonl"
        rows = (json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
        self.jsonl.write_text("".join(rows), encoding="utf-8")
        self.pages = [folder / f"{i}.html" for i in range(len(texts))]
        for path, text in zip(self.pages, texts):
            path.write_text(page(text), encoding="utf-8")


class Contestant:
    def __init__(self, name, command, short):
        self.name, self.command, self.peak, self.rates, self.read = name, command, 0, [], 0
        starts = [run(command(short))[0] for _ in range(ROUNDS)]
        self.start, self.short = min(starts), short

    def seconds(self, given):
        """CPU seconds beyond the short article's, and the words that were read."""
        used, peak, out = run(self.command(given))
        self.peak = max(self.peak, peak)
        docs = [json.loads(line) for line in out.splitlines()]
        read = sum(words(d["text"]) for d in docs) if "text" in docs[0] else given.words
        return max(used - self.start, 1e-9), read

    def round(self, given):
        used, self.read = self.seconds(given)
        self.rates.append((self.read - self.short.words) / used)

    def report(self):
        return {"words_per_cpu_s": round(statistics.median(self.rates)), "rounds": [round(r) for r in self.rates],
                "words_read": self.read, "start_cpu_s": round(self.start, 3), "peak_mib": round(self.peak)}


def ratio(ours, theirs):
    each = sorted(a / b for a, b in zip(ours.rates, theirs.rates))
    return {"median": round(statistics.median(each), 3), "least": round(each[0], 3), "most": round(each[-1], 3)}


def growth(contestant, article, work):
    """CPU seconds per 1,000 words of one article repeated to several lengths."""
    out = {}
    for length, rounds in LENGTHS.items():
        given = Input(work / f"long-{length}", ["\n\n".join([article] * (length // words(article) + 1))])
        used = [contestant.seconds(given) for _ in range(rounds)]
        seconds, read = min(used)
        out[str(length)] = {"words_read": read, "cpu_s": round(seconds, 3), "cpu_s_per_1000_words": round(1000 * seconds / max(read, 1), 4)}
    return out


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return "unknown"


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("reportedly", "articles", "work"):
        p.add_argument(f"--{name}", type=Path, required=True)
    args = p.parse_args()
    with open(args.articles, encoding="utf-8") as f:
        texts = [json.loads(line)["text"] for line in f]
    given, short = Input(args.work / "articles", texts), Input(args.work / "short", [SHORT])
    read = [args.reportedly, "read", "--json", "--jobs", "1"]
    spacy = [sys.executable, HERE / "parse.py"]
    all_of_it = Contestant("spacy", lambda i: [*spacy, i.jsonl], short)
    parse = Contestant("spacy_without_names", lambda i: [*spacy, i.jsonl, "ner"], short)
    lines = Contestant("reportedly_jsonl", lambda i: [*read, "--from", "jsonl", i.jsonl], short)
    pages = Contestant("reportedly_html", lambda i: [*read, *i.pages], short)
    accurate = Contestant("reportedly_accurate", lambda i: [*read, "--model", "accurate", *i.pages], short)
    contestants = [all_of_it, parse, lines, pages, accurate]
    for _ in range(ROUNDS):
        for contestant in contestants:
            contestant.round(given)
    ratios = {f"{ours.name}/{theirs.name}": ratio(ours, theirs) for ours in (pages, accurate, lines) for theirs in (all_of_it, parse)}
    middle = sorted(texts, key=words)[len(texts) // 2]
    print(json.dumps({
        "processor": processor(), "articles": len(texts), "words": given.words,
        **{c.name: c.report() for c in contestants}, "ratio": ratios,
        "growth": {c.name: growth(c, middle, args.work) for c in (lines, pages)},
    }, indent=1))


if __name__ == "__main__":
    main()
