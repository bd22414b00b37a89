"""The published weights -> a network to go on from: `export.py` the other way round."""
import torch
from safetensors.torch import load_file

from export import POSITIONS
from network import SIZES, Reader

# in the order in which their outputs stand; the later ones are missing in weights that were trained for claims alone
HEADS = ("tag", "to_cue.query", "to_cue.key", "to_source.query", "to_source.key")
PEOPLE = ("names", "same.query", "same.key", "claims.view")


def knows_people(path):
    """Whether a state or published weights have heads for names and claims as a whole that were learned."""
    if str(path).endswith(".safetensors"):
        return any(name.endswith("same.bias") for name in load_file(path))
    return torch.load(path, map_location="cpu").get("people", False)


def load_published(reader, path):
    """Takes over `reader.safetensors`."""
    t, whole = load_file(path), knows_people(path)
    state = reader.state_dict()

    def linear(name, layers):
        weight, at = t[name + ".q"].float() * t[name + ".scale"][:, None], 0
        for layer in layers:
            n = len(state[layer + ".bias"])
            state[layer + ".weight"], state[layer + ".bias"] = weight[at:at + n], t[name + ".bias"][at:at + n]
            at += n

    state["words.weight"] = t["words.q"].float() * t["words.scale"][:, None]
    state["positions.weight"][:POSITIONS] = t["positions"]
    for name in ("shapes", "quotes", "starts"):
        state[name + ".weight"] = t[name]
    for name in state:
        if "norm" in name:
            state[name] = t[name]
    for i in range(len(reader.layers)):
        for name in ("qkv", "out", "up", "down"):
            linear(f"layers.{i}.{name}", [f"layers.{i}.{name}"])
    state["chain.follows"] = t["follows"]
    for exit in (f"exits.{depth}" for depth in reader.exits):
        linear(f"{exit}.heads", [f"{exit}.{name}" for name in (HEADS + PEOPLE if whole else HEADS)])
        pointers = ("to_cue", "to_source", "same") if whole else ("to_cue", "to_source")
        for name in (f"{pointer}.{part}" for pointer in pointers for part in ("bias", "nothing")):
            state[f"{exit}.{name}"] = t[f"{exit}.{name}"]
    reader.load_state_dict(state)


def load(path, device):
    """A reader from a state of `train.py` or published weights; and the part of the annotated documents it has not seen, if any."""
    if str(path).endswith(".safetensors"):
        reader, unseen = Reader(), None
        load_published(reader, path)
    else:
        state = torch.load(path, map_location="cpu")
        reader, unseen = Reader(SIZES[state["encoder"]]), state["unseen"]
        reader.load_state_dict(state["reader"])
    return reader.to(device), unseen
