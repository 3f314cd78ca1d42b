"""Writes the trained reader as three int8 ONNX graphs with what reading needs to know beside them.

    python export_onnx.py WEIGHTS.pt OUT_FOLDER

encoder.onnx, once an article: [tokens of a chunk, chunks] features → tags, arc scores, projections.
relations.onnx, for chosen heads; roles.onnx, for chosen cues.
All are written node by node, so that the graph is ours to read: tables as int8 rows with a scale each; LSTMs and matrix
products quantised dynamically by onnxruntime, weights in 7 bits (reduce_range: the same sums on processors with and without VNNI).
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from features import AFFIX_BUCKETS, affixes_of, form_of, normalize_word
from heads import ARC, LABEL, NEAR, REFERENCE, ROLE, ROLES
from measure import forbid
from shards import CHUNK, Vocabulary, features_of

OPSET, VERSION = 17, 2


class Graph:
    """A growing list of nodes and constants."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, value, name=None):
        self.count += 1
        name = name or f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind, inputs, outputs=1, name=None, **attributes):
        self.count += 1
        made = [name] if name else [f"{kind.lower()}{self.count}_{n}" for n in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, made, name=f"{kind}_{self.count}", **attributes))
        return made[0] if outputs == 1 else made

    def linear(self, value, layer, name=None):
        product = self.node("MatMul", [value, self.constant(layer.weight.detach().numpy().T.astype(np.float32))])
        return self.node("Add", [product, self.constant(layer.bias.detach().numpy().astype(np.float32))], name=name)

    def table(self, rows, weight):
        """A looked-up table in int8, a scale for each row."""
        weight = weight.detach().numpy().astype(np.float32)
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8) / 127
        small = np.round(weight / scale).astype(np.int8)
        found = self.node("Cast", [self.node("Gather", [self.constant(small), rows])], to=TensorProto.FLOAT)
        return self.node("Mul", [found, self.node("Gather", [self.constant(scale), rows])])

    def model(self, inputs, outputs):
        graph = helper.make_graph(self.nodes, "readout", inputs, [helper.make_tensor_value_info(n, t, shape) for n, t, shape in outputs], self.constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)


def reorder(value):
    """PyTorch keeps an LSTM's gates as i, f, g, o; ONNX as i, o, f, g."""
    i, f, g, o = np.split(value.detach().numpy().astype(np.float32), 4)
    return np.concatenate([i, o, f, g])


def lstm(graph, value, lengths, layer, hidden):
    def both(name):
        return np.stack([reorder(getattr(part, name)) for part in (layer.ahead, layer.back)])

    bias = np.concatenate([both("bias_ih_l0"), both("bias_hh_l0")], 1)
    out = graph.node("LSTM", [value, graph.constant(both("weight_ih_l0")), graph.constant(both("weight_hh_l0")), graph.constant(bias), lengths],
                     hidden_size=hidden, direction="bidirectional")
    out = graph.node("Transpose", [out], perm=[0, 2, 1, 3])  # [tokens, 2, chunks, hidden] → [tokens, chunks, 2, hidden]
    return graph.node("Reshape", [out, graph.constant(np.array([0, 0, 2 * hidden], dtype=np.int64))])


def ints(name, shape):
    return helper.make_tensor_value_info(name, TensorProto.INT32, shape)


def floats(name, shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def encoder_graph(model):
    g, e = Graph(), model.encoder
    hidden = e.first.ahead.hidden_size
    affix = g.node("ReduceSum", [g.table("affix", e.affix.weight), g.constant(np.array([2], dtype=np.int64))], keepdims=0)
    seen = g.node("Concat", [g.table("word", e.word.weight), affix, g.table("shape", e.shape.weight), g.table("quote", e.quote.weight)], axis=-1)
    low = lstm(g, seen, "lengths", e.first, hidden)
    high = lstm(g, low, "lengths", e.second, hidden)
    for name, layer in (("upos", model.upos), ("lemma", model.lemma)):
        best = g.node("ArgMax", [g.linear(low, layer)], axis=-1, keepdims=0)
        g.node("Cast", [best], name=name, to=TensorProto.INT32)
    g.node("Softmax", [g.linear(high, model.names)], name="names", axis=-1)
    g.node("Softmax", [g.linear(high, model.cue)], name="cue", axis=-1)
    flat = g.node("Transpose", [high], perm=[1, 0, 2])
    syntax = model.syntax
    head = g.node("Relu", [g.linear(flat, syntax.arc_head)])
    child = g.node("Relu", [g.linear(flat, syntax.arc_child)])
    arc = syntax.arc.detach().numpy().astype(np.float32)
    child = g.node("Add", [g.node("MatMul", [child, g.constant(arc[:-1])]), g.constant(arc[-1])])
    g.node("MatMul", [child, g.node("Transpose", [head], perm=[0, 2, 1])], name="arcs")
    root = g.constant(syntax.root.detach().numpy().astype(np.float32)[:, None])
    g.node("MatMul", [child, root], name="root")
    g.linear(high, syntax.label_head, name="label_head")
    g.linear(high, syntax.label_child, name="label_child")
    g.linear(high, model.role_token, name="role_token")
    g.linear(high, model.role_cue, name="role_cue")
    g.linear(high, model.anaphor, name="anaphor")
    g.linear(high, model.antecedent, name="antecedent")
    outputs = [("upos", TensorProto.INT32, ["t", "b"]), ("lemma", TensorProto.INT32, ["t", "b"])]
    widths = {"names": model.names.out_features, "cue": 3, "label_head": LABEL, "label_child": LABEL, "role_token": ROLE, "role_cue": ROLE, "anaphor": REFERENCE, "antecedent": REFERENCE}
    outputs += [(n, TensorProto.FLOAT, ["t", "b", width]) for n, width in widths.items()]
    outputs += [("arcs", TensorProto.FLOAT, ["b", "t", "t"]), ("root", TensorProto.FLOAT, ["b", "t", 1])]
    inputs = [ints("word", ["t", "b"]), ints("affix", ["t", "b", 4]), ints("shape", ["t", "b"]), ints("quote", ["t", "b"]), ints("lengths", ["b"])]
    return g.model(inputs, outputs)


def relations_graph(model):
    """head, child [tokens, LABEL] → relation [tokens]."""
    g = Graph()
    both = g.node("Relu", [g.node("Add", ["head", "child"])])
    g.node("Cast", [g.node("ArgMax", [g.linear(both, model.syntax.label)], axis=-1, keepdims=0)], name="relation", to=TensorProto.INT32)
    return g.model([floats("head", ["n", LABEL]), floats("child", ["n", LABEL])], [("relation", TensorProto.INT32, ["n"])])


def roles_graph(model):
    """token [cues, tokens, ROLE], cue [cues, 1, ROLE], distance and side [cues, tokens], mask [cues, tokens, 1] → roles [cues, tokens, 5]."""
    g = Graph()
    seen = g.node("Add", [g.node("Add", ["token", "cue"]), g.node("Gather", [g.constant(model.role_distance.weight.detach().numpy().astype(np.float32)), "distance"])])
    seen = g.node("Add", [seen, g.node("Gather", [g.constant(model.role_sentence.weight.detach().numpy().astype(np.float32)), "side"])])
    seen = g.node("Mul", [g.node("Relu", [seen]), "mask"])
    conv = model.role_seen
    padded = g.node("Pad", [seen, g.constant(np.array([0, 2, 0, 0, 2, 0], dtype=np.int64)), g.constant(np.array(0, dtype=np.float32))])
    # the convolution as five shifted matrix products: these are quantised, a Conv1d would not be
    weight, total = conv.weight.detach().numpy().astype(np.float32), None
    for shift in range(5):
        end = shift - 4 if shift < 4 else np.iinfo(np.int64).max
        part = g.node("Slice", [padded, *(g.constant(np.array([v], dtype=np.int64)) for v in (shift, end, 1))])
        part = g.node("MatMul", [part, g.constant(weight[:, :, shift].T)])
        total = part if total is None else g.node("Add", [total, part])
    seen = g.node("Relu", [g.node("Add", [total, g.constant(conv.bias.detach().numpy().astype(np.float32))])])
    g.linear(seen, model.role_out, name="roles")
    inputs = [floats("token", ["k", "w", ROLE]), floats("cue", ["k", 1, ROLE]), ints("distance", ["k", "w"]), ints("side", ["k", "w"]), floats("mask", ["k", "w", 1])]
    return g.model(inputs, [("roles", TensorProto.FLOAT, ["k", "w", len(ROLES)])])


PARITY = ["The harbour minister , Edda Vale , said on Tuesday that the ferry would sail again before winter .".split(),
          "According to the Belmoran Council , fishermen oppose the new quota and have refused to sign it .".split()]


def parity_numbers(model, vocabulary):
    """What PyTorch makes of two sentences in full precision: src/reader/parity.test.ts holds Node's int8 to these."""
    words = [w for sentence in PARITY for w in sentence]
    starts = np.cumsum([0] + [len(w) + 1 for w in words])[:-1]
    bounds = [0, len(PARITY[0]), len(words)]
    shard = {"words": words, "start": starts.tolist(), "end": [s + len(w) for s, w in zip(starts.tolist(), words)], "sentences": bounds, "quote": [0] * len(words)}
    features = torch.from_numpy(features_of(shard, vocabulary).astype(np.int64))[None]
    with torch.no_grad():
        low, high = model.encoder(features[:, :, 0], features[:, :, 1:5], features[:, :, 5], features[:, :, 6], torch.tensor([len(words)]))
        cue = torch.softmax(model.cue(high), -1)[0]
        return {"sentences": PARITY, "upos": model.upos(low)[0].argmax(-1).tolist(), "lemma": model.lemma(low)[0].argmax(-1).tolist(),
                "cue": [round(v, 5) for v in cue.flatten().tolist()],
                "names": [round(v, 5) for v in torch.softmax(model.names(high), -1)[0].flatten().tolist()]}


def main():
    from heads import Reader

    weights, out = sys.argv[1], Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(weights, weights_only=False)
    classes, words = saved["classes"], saved["words"]
    model = Reader(len(words) + 2, {key: len(values) for key, values in classes.items()})
    model.load_state_dict(saved["model"])
    model.eval()
    sizes = {}
    for name, graph in (("encoder", encoder_graph(model)), ("relations", relations_graph(model)), ("roles", roles_graph(model))):
        path = out / f"{name}.onnx"
        onnx.checker.check_model(graph)
        onnx.save(graph, str(path) + ".full")
        operators = ["MatMul", "LSTM"]
        quantize_dynamic(str(path) + ".full", str(path), weight_type=QuantType.QInt8, op_types_to_quantize=operators, reduce_range=True, per_channel=False)
        Path(str(path) + ".full").unlink()
        sizes[name] = path.stat().st_size
    following, first = forbid(model.role_next.detach().float().numpy(), model.role_first.detach().float().numpy())
    (out / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    files = {p: hashlib.sha256((out / p).read_bytes()).hexdigest() for p in ("encoder.onnx", "relations.onnx", "roles.onnx", "words.txt")}
    model_json = {
        "name": "reader", "version": VERSION, "features": {"affixBuckets": AFFIX_BUCKETS, "chunk": CHUNK, "near": NEAR},
        "sizes": {"label": LABEL, "role": ROLE, "arc": ARC, "reference": REFERENCE}, "classes": classes, "roles": list(ROLES),
        "roleNext": np.round(following, 4).tolist(), "roleFirst": np.round(first, 4).tolist(),
        "labelRoot": np.round(model.syntax.label_root.detach().numpy().astype(float), 6).tolist(), "files": files,
        "check": [[w, normalize_word(w), form_of(w), *affixes_of(normalize_word(w))] for w in ("Ministers", "don’t", "“", "1,200", "U.S.", "Çelik", "mid-90s")],
        "figures": {k: round(v, 4) for k, v in saved["figures"].items()},
    }
    parity = parity_numbers(model, Vocabulary(words))
    (out / "parity.json").write_text(json.dumps(parity) + "\n", encoding="utf-8")
    (out / "model.json").write_text(json.dumps(model_json, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(sizes, {k: round(v, 3) for k, v in saved["figures"].items()})


if __name__ == "__main__":
    main()
