"""A folder of brat standoff files (Stenetorp et al. 2012) -> documents.

NAME.txt is the text, NAME.ann its annotation. Entities are named source, cue and content (capitals don't matter,
spans may be discontinuous). What belongs together is said by relations of any name between a cue and its source or
content (or a source and a content, where there is no cue), or by events whose trigger is the cue.
"""
from pathlib import Path

ROLES = ("source", "cue", "content")


def folder(path):
    """One document per .ann file, in the order of their names."""
    files = sorted(Path(path).glob("*.ann"))
    if not files:
        raise SystemExit(f"{path}: no .ann file in this folder")
    return [document(ann) for ann in files]


def document(ann):
    text = ann.with_suffix(".txt")
    if not text.exists():
        raise SystemExit(f"{ann}: {text.name} is missing beside it")
    entities, links = {}, []
    for number, line in enumerate(ann.read_text(encoding="utf-8").splitlines(), 1):
        try:
            read_line(line, entities, links)
        except (ValueError, IndexError):
            raise SystemExit(f"{ann}:{number}: not brat standoff: {line!r}") from None
    return {"id": ann.stem, "text": text.read_text(encoding="utf-8"), "attributions": attributions(entities, links)}


def read_line(line, entities, links):
    kind = line[:1]
    if kind == "T":
        name, where, _ = (line + "\t").split("\t", 2)
        label, spans = where.split(" ", 1)
        if label.lower() in ROLES:
            entities[name] = label.lower(), [[int(x) for x in span.split()] for span in spans.split(";")]
    elif kind == "R":
        links.append([part.split(":")[1] for part in line.split("\t")[1].split()[1:]])
    elif kind == "E":
        names = [part.split(":")[1] for part in line.split("\t")[1].split()]
        links.extend([names[0], other] for other in names[1:])


def attributions(entities, links):
    """One per cue; one per source where a content belongs to it without a cue."""
    heads = {name: {role: [] for role in ROLES} for name, (role, _) in entities.items() if role == "cue"}
    for a, b in links:
        pair = sorted((n for n in (a, b) if n in entities), key=lambda n: entities[n][0] != "cue")
        if len(pair) < 2:
            continue
        head, other = pair
        if entities[head][0] != "cue":  # without a cue the source leads
            head, other = sorted(pair, key=lambda n: entities[n][0] != "source")
        heads.setdefault(head, {role: [] for role in ROLES})[entities[other][0]] += entities[other][1]
    for head, roles in heads.items():
        roles[entities[head][0]] += entities[head][1]
    return [roles for roles in heads.values() if roles["content"]]
