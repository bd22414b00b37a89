"""stories.py SET DATA -> JSON Lines {id, incident, title, date, url, text}: the articles of a set, each once.

SET is `read` or `unread`, a half of the incidents (drawn by the digest of their ids; nobody looked at the articles of the
unread half, and nothing is learned from them), or `odd` or `even`, the topics of ECB+ (of the even ones the same holds)."""
import hashlib
import json
import sys
from pathlib import Path


def is_read(incident):
    """Whether an incident is of the half that may be learned from and looked at."""
    return hashlib.sha256(f"story {incident}".encode()).digest()[0] % 2 == 0


WANTED = {"read": lambda d: is_read(d["incident"]), "unread": lambda d: not is_read(d["incident"]),
          "odd": lambda d: int(d["topic"]) % 2 == 1, "even": lambda d: int(d["topic"]) % 2 == 0}


def main():
    name, data = sys.argv[1], Path(sys.argv[2])
    corpus = "ecbplus/train.jsonl" if name in ("odd", "even") else "incidents/articles.jsonl"
    seen = set()
    with open(data / corpus, encoding="utf-8") as file:
        for article in map(json.loads, file):
            # an article that is filed under two incidents belongs to the first
            if article["id"] not in seen:
                seen.add(article["id"])
                if WANTED[name](article):
                    print(json.dumps({k: article[k] for k in ("id", "incident", "title", "date", "url", "text") if article.get(k)}))


if __name__ == "__main__":
    main()
