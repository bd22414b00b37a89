#!/usr/bin/env bash
# Reads what `reportedly` exports with the libraries of those formats (forms.py). Needs Python 3.10 with venv, and pip;
# keeps its tools under target. REPORTEDLY names another binary.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
tools=$target/forms
packages=('bibtexparser~=2.0' 'pylatexenc~=2.10' 'citeproc-py~=0.11' 'conllu~=6.0' 'followthemoney~=4.11' 'prov~=3.2' 'rdflib~=7.6' 'icalendar~=6.3' 'shapely~=2.1')
if ! { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"; }; then
    echo "SKIPPED: the check of exported forms needs Python 3.10 with venv, and pip"
    exit 0
fi
REPORTEDLY=${REPORTEDLY:-$target/release/reportedly} exec "$tools/bin/python" evaluation/forms.py
