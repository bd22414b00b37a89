"""digest.py FILE -> its SHA-256, as a JSON string."""
import hashlib
import json
import sys

with open(sys.argv[1], "rb") as f:
    print(json.dumps(hashlib.sha256(f.read()).hexdigest()))
