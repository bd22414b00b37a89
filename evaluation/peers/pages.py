"""pages.py GOLD.jsonl FOLDER: body text by trafilatura (Barbaresi 2021) of FOLDER/ID.html, as {id, text} lines."""
import json
import sys
from pathlib import Path

import trafilatura

for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    doc_id = json.loads(line)["id"]
    markup = Path(sys.argv[2], f"{doc_id}.html").read_bytes().decode("utf-8", "replace")
    print(json.dumps({"id": doc_id, "text": trafilatura.extract(markup, include_comments=False) or ""}))
