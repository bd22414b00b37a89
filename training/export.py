"""Writes the trained reader as the program embeds it: `reader.safetensors`, `vocabulary.txt`.

Matrices are 7-bit integers with one scale per output (no 8-bit product can then saturate on processors
without VNNI), embeddings of words 8-bit with one scale per word; all else stays float.
"""
import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from base import vocabulary
from network import Reader
from people import LABELS

POSITIONS = 256
# of the two networks that decide: how much each is told, and how wide they are inside
WHO, CLAIM, DECIDING = 64, 460, 8
# constants of the confidence where there were no weights before; calibrate.py fits them
UNFITTED = [-2.7, 0.5, 0.1, 0.2, 0.3, -0.6]
# the same of the confidence in all that is given: as sure as the words
AS_THE_WORDS = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]


def quantized(name, weight, bits, out):
    top = 2 ** (bits - 1) - 1
    scale = weight.abs().amax(1).clamp(min=1e-8) / top
    out[name + ".q"] = torch.round(weight / scale[:, None]).clamp(-top, top).to(torch.int8).contiguous()
    out[name + ".scale"] = scale.contiguous()


def linear(name, layers, out):
    quantized(name, torch.cat([l.weight for l in layers]), 7, out)
    out[name + ".bias"] = torch.cat([l.bias for l in layers]).contiguous()


def deciders(at, before):
    """The two networks that decide: those of before, or empty ones until `decide.py` has trained them."""
    out = {}
    for name, told, outputs in (("who", WHO, 1), ("claim", CLAIM, sum(map(len, LABELS.values())))):
        for layer, shape in (("inner", (DECIDING, told)), ("out", (outputs, DECIDING))):
            for part, empty in (("weight", torch.zeros(shape)), ("bias", torch.zeros(shape[0]))):
                tensor = f"{at}.{name}.{layer}.{part}"
                out[tensor] = before.get(tensor, empty)
    return out


def tensors(reader, before, people):
    """`before`: the weights that these replace; their constants of the confidence stay until others are fitted. `people`: whether the
    heads for names and claims as a whole were learned; heads that were not would overrule the rules with noise."""
    out = {}
    quantized("words", reader.words.weight, 8, out)
    out["positions"] = reader.positions.weight[:POSITIONS].clone()
    for name in ("shapes", "quotes", "starts"):
        out[name] = getattr(reader, name).weight
    norm = lambda name, n: out.update({name + ".weight": n.weight, name + ".bias": n.bias})
    norm("norm", reader.norm)
    for i, layer in enumerate(reader.layers):
        for name in ("qkv", "out", "up", "down"):
            linear(f"layers.{i}.{name}", [getattr(layer, name)], out)
        norm(f"layers.{i}.norm1", layer.norm1), norm(f"layers.{i}.norm2", layer.norm2)
    out["follows"] = reader.chain.follows
    for depth, exit in reader.exits.items():
        at = f"exits.{depth}"
        p, q = exit.to_cue, exit.to_source
        heads, pointers = [exit.tag, p.query, p.key, q.query, q.key], {"to_cue": p, "to_source": q}
        if people:
            heads += [exit.names, exit.same.query, exit.same.key, exit.claims.view]
            pointers["same"] = exit.same
            out.update(deciders(at, before))
            out[f"{at}.sure"] = before.get(f"{at}.sure", torch.tensor(AS_THE_WORDS))
        linear(f"{at}.heads", heads, out)
        for name, pointer in pointers.items():
            out[f"{at}.{name}.bias"], out[f"{at}.{name}.nothing"] = pointer.bias, pointer.nothing
        out[f"{at}.calibration"] = before.get(f"{at}.calibration", torch.tensor(UNFITTED))
    return {k: v.detach() for k, v in out.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--state", required=True)
    p.add_argument("--out", required=True)
    args = p.parse_args()
    reader, state = Reader(), torch.load(args.state, map_location="cpu")
    reader.load_state_dict(state["reader"])
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    weights = out / "reader.safetensors"
    save_file(tensors(reader, load_file(weights) if weights.exists() else {}, state["people"]), weights)
    (out / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
