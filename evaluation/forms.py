"""Every exported form, read by a library of that format, beside the records that it was made of. See forms.sh."""
import json
import os
import subprocess
import sys
import tempfile
import warnings
from datetime import date
from pathlib import Path

import bibtexparser
import conllu
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from followthemoney import model
from icalendar import Calendar
from prov.model import ProvDocument
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from rdflib import Graph, Namespace
from shapely.geometry import box, shape

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "training"))
import brat  # noqa: E402  our own reader of other people's brat files

# what a format might trip over
PAGE = """<!doctype html><html lang="en"><head><title>Salt &amp; sand_castles {50%} #1 ~ a\\b</title>
<meta name="author" content="Tom de Vries and Ada Brook"><meta property="og:site_name" content="The Quay &amp; Post">
<meta property="article:published_time" content="2031-03-14T23:30:00-05:00">
<link rel="canonical" href="https://quay.example/a_b?x=%7B1%7D&amp;y=2"></head><body><article>
<h1>Salt &amp; sand_castles {50%} #1 ~ a\\b</h1><p>By Tom de Vries and Ada Brook</p>
<p>“🙂 The tide waits,” said Mara Hale, “for nobody.” The harbour board denied that it had asked for a 50% delay.</p>
<p>“We will see,” he said. Two officials, who asked not to be named, said the report had been put aside.</p>
<p>“It held through the winter, and nobody asked us how.</p><p>“It will hold again,” Mayor Adela Finch said.</p></article></body></html>"""

# what happened on a day, in a town that is on the map
CRASH = """<!doctype html><html lang="en"><head><title>Three hurt as bus hits wall; driver, 40, questioned, a\\b 🙂</title>
<meta property="og:site_name" content="The Quay &amp; Post"><meta property="article:published_time" content="2031-03-15T08:00:00-05:00">
<link rel="canonical" href="https://quay.example/crash?a=1,2;3"></head><body><article>
<h1>Three hurt as bus hits wall; driver, 40, questioned, a\\b 🙂</h1>
<p>DAYTON, Ohio — Three people were injured when a city bus hit a wall in Dayton, Ohio, on Friday, police said.</p>
<p>“Nobody was killed,” said Mara Hale, a spokeswoman for the fire department. The bus left the road near the old mill.</p></article></body></html>"""


def main(program, folder):
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "crash.html").write_text(CRASH, encoding="utf-8")
    inputs = [folder / "page.html", folder / "crash.html", *sorted((ROOT / "examples").glob("*.[hjt]*"))]

    def read(form, to=None):
        out = ["-o", to] if to else []
        command = [program, "read", "--quiet", "--as", form, *out, *inputs]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    records = [json.loads(line) for line in read("json").splitlines()]
    assert len(records) == 6 and sum(len(r["claims"]) for r in records) > 40
    read("brat", folder / "brat")
    read("conll", folder / "conll")
    checks = [
        ("csl-json", lambda: csl(records, json.loads(read("csl-json")))),
        ("bibtex", lambda: bibtex(records, read("bibtex"))),
        ("ftm", lambda: ftm(records, read("ftm"))),
        ("prov", lambda: prov(records, read("prov"))),
        ("icalendar", lambda: calendar(records, read("icalendar"))),
        ("geojson", lambda: points(records, json.loads(read("geojson")))),
        ("brat", lambda: standoff(records, folder / "brat")),
        ("conll", lambda: columns(records, folder / "conll")),
    ]
    failed = 0
    for name, check in checks:
        try:
            print(f"ok      {name}: {check()}")
        except Exception as e:  # noqa: BLE001  whatever a library says of our files is a finding
            failed += 1
            print(f"FAILED  {name}: {type(e).__name__}: {e}")
    return failed


def day(stated):
    return [int(part) for part in stated[:10].split("-")] if stated else None


def csl(records, items):
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # a variable that CSL does not have
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        references = CitationStylesBibliography(style, source, formatter.plain)
    for record, item in zip(records, items, strict=True):
        assert item.get("title") == record["title"] and item.get("container-title") == record["outlet"]
        assert item.get("issued", {}).get("date-parts", [None])[0] == day(record["published_at"])
        references.register(Citation([CitationItem(item["id"])]))
    shown = [str(line) for line in references.bibliography()]
    assert any("Vries" in line and "2031" in line for line in shown), shown
    return f"{len(shown)} references"


def bibtex(records, text):
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, library.failed_blocks
    known = get_default_latex_context_db()
    braces = [MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")]  # LaTeX's own, not in that list
    known.add_context_category("braces", prepend=True, macros=braces)
    plain = LatexNodes2Text(latex_context=known).latex_to_text
    assert len({e.key for e in library.entries}) == len(records)
    for entry, record in zip(library.entries, records, strict=True):
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        assert plain(fields["title"]) == record["title"], fields
        assert plain(fields.get("journal", "")) == (record["outlet"] or "")
        authors = [" ".join(reversed(a.split(", "))) for a in fields.get("author", "").split(" and ") if a]
        assert authors == (record["byline"] or []), authors
        assert fields.get("date", "") == (record["published_at"] or "")[:10]
        assert fields.get("url") == (record["canonical_url"] or record["url"])
    return f"{len(records)} entries"


def ftm(records, text):
    entities = [json.loads(line) for line in text.splitlines()]
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(schemata) == len(entities), "an id stands twice"
    for entity in entities:
        schema = schemata[entity["id"]]
        schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None, f"{schema.name} has no {name}"
            for value in values:
                assert prop.type.validate(value), f"{name}: {value!r}"
                if prop.range:
                    assert schemata[value].is_a(prop.range), f"{name} of {schema.name} leads to {schemata[value].name}"
        assert set(schema.required) <= set(entity["properties"]), entity
    told = sum(schema.name in ("Documentation", "Note") for schema in schemata.values())
    assert told == sum(len(r["claims"]) for r in records)
    people = [e["properties"]["name"][0] for e in entities if e["schema"] == "Person"]
    assert "Mara Hale" in people and not {"he", "He", "I"} & set(people), people
    denials = [v for e in entities for v in e["properties"].get("description", []) + e["properties"].get("summary", []) if "50% delay" in v]
    assert denials and all("denied" in line for line in denials), denials
    return f"{len(entities)} entities, {told} claims"


def prov(records, text):
    PROV = Namespace("http://www.w3.org/ns/prov#")
    statements = claims = 0
    for line, record in zip(text.splitlines(), records, strict=True):
        graph = Graph().parse(data=line, format="json-ld")
        statements += len(graph)
        found = [s for s, o in graph.subject_objects(PROV.value)]
        assert len(found) == len(record["claims"])
        claims += len(found)
        quoted = sum(c["mode"] == "direct" for c in record["claims"])
        assert len(list(graph.subject_objects(PROV.wasQuotedFrom))) == quoted
        named = sum(bool(c["source_name"]) for c in record["claims"])
        said = len(list(graph.subject_objects(PROV.wasAttributedTo))) + len(list(graph.subject_objects(PROV.hadPrimarySource)))
        assert 0 < said <= named if named else said == 0
        document = ProvDocument.deserialize(content=graph.serialize(format="turtle"), format="rdf", rdf_format="turtle")
        assert document.get_records()
    return f"{statements} statements, {claims} claims"


def calendar(records, text):
    cal = Calendar.from_ical(text)
    told = [(r, i) for r in records for i in r["incidents"] if i["when"] and i["when"]["earliest"] == i["when"]["latest"]]
    events = cal.walk("VEVENT")
    assert told and len({str(e["UID"]) for e in events}) == len(events) == len(told)
    for event, (record, incident) in zip(events, told, strict=True):
        assert not event.errors, event.errors
        assert event.decoded("DTSTART") == date.fromisoformat(incident["when"]["earliest"])
        assert str(event["URL"]) == (record["canonical_url"] or record["url"])
        about = str(event["DESCRIPTION"])
        assert record["title"] in about and all(f["span"]["text"].split()[0] in about for f in incident["facts"])
        assert str(event["SUMMARY"]).split()[0] in ("Said", "Alleged", "Denied", "Expected", "Left", "Mentioned"), event["SUMMARY"]
        where = incident["where"]
        assert ("GEO" in event) == bool(where and where["lat"] is not None)
        if "GEO" in event:
            assert (event["GEO"].latitude, event["GEO"].longitude) == (where["lat"], where["lon"])
    return f"{len(events)} events"


def points(records, collection):
    told = [i for r in records for i in r["incidents"] if i["where"] and i["where"]["lat"] is not None]
    assert collection["type"] == "FeatureCollection" and told and len(collection["features"]) == len(told)
    for feature, incident in zip(collection["features"], told, strict=True):
        point = shape(feature["geometry"])
        assert (point.x, point.y) == (incident["where"]["lon"], incident["where"]["lat"])
        assert feature["properties"]["incident_id"] == incident["incident_id"]
    ohio = box(-85, 38, -80, 42)
    assert any(shape(feature["geometry"]).within(ohio) for feature in collection["features"])
    return f"{len(told)} points"


def visible(spans):
    """Code points, whatever the pieces are."""
    return sorted({i for start, end in spans for i in range(start, end)})


def standoff(records, folder):
    documents = {d["id"]: d for d in brat.folder(folder)}
    count = 0
    for record in records:
        document = documents[record["doc_id"]]
        assert document["text"] == record["text"]
        blank = {i for i, c in enumerate(record["text"]) if c.isspace()}
        there = [tuple(tuple(i for i in visible(a[role]) if i not in blank) for role in brat.ROLES) for a in document["attributions"]]
        for claim in record["claims"]:
            places = {"source": claim["source"], "cue": [claim["cue"]] if claim["cue"] else [], "content": claim["content"]}
            own = tuple(tuple(i for i in visible([(p["start"], p["end"]) for p in places[role]]) if i not in blank) for role in brat.ROLES)
            if claim["cue"] or claim["source"]:  # that reader knows no content that nothing is tied to
                there.remove(own)
                count += 1
        assert not there, there
    return f"{count} claims"


def columns(records, folder):
    count = 0
    for record in records:
        file = (folder / f"{record['doc_id']}.conllup").read_text(encoding="utf-8")
        tokens = [token for sentence in conllu.parse(file) for token in sentence]
        assert "".join(t["form"] for t in tokens) == "".join(record["text"].split())
        for number, claim in enumerate(record["claims"], 1):
            marked = [t for t in tokens if t[f"reportedly:claim{number}"].endswith("-content")]
            assert (int(marked[0]["start"]), int(marked[-1]["end"])) == (claim["content"][0]["start"], claim["content"][-1]["end"])
            begun = sum(t[f"reportedly:claim{number}"] == "B-content" for t in marked)
            assert begun == len(claim["content"])
            count += 1
    return f"{count} claims"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(1 if main(os.environ["REPORTEDLY"], Path(folder)) else 0)
