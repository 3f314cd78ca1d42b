"""Trains the scorer of entities on the decisions that export-references.ts gives, and chooses its thresholds on dev.

    python train_entities.py DECISIONS.jsonl OUT_FOLDER

One hidden layer over the evidence, softmax over the candidates and “none of them”. Seed 1; early stopping on dev (GAP validation,
GUM dev, NewsWCL50 event 0, PolNeAR dev with CoreNLP's chains at little weight).
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import torch

HIDDEN, ASKED, EPOCHS, RATE = 32, 8, 50, 3e-3
WEIGHTS = {"gap": 3.0, "gum": 0.7, "newswcl50": 1.0, "polnear": 0.1}
# The encoder has seen these texts while it learned, so its likeness is too sure of them: noise keeps the scorer from trusting it blindly.
LIKENESS, NOISE = slice(8, 10), 0.3
SEED = 1


class Scorer(torch.nn.Module):
    def __init__(self, size):
        super().__init__()
        self.hidden, self.out, self.none = torch.nn.Linear(size, HIDDEN), torch.nn.Linear(HIDDEN, 1, bias=False), torch.nn.Linear(ASKED, 1)

    def forward(self, rows, there):
        """Scores [decisions, 1 + candidates]; the first is “none”."""
        scores = self.out(torch.relu(self.hidden(rows)))[:, :, 0].masked_fill(~there, -1e4)
        return torch.cat([self.none(rows[:, 0, :ASKED]), scores], 1)


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tensors(decisions):
    most = max(len(d["rows"]) for d in decisions)
    rows = np.zeros((len(decisions), most, len(decisions[0]["rows"][0])), dtype=np.float32)
    there, right = np.zeros((len(decisions), most), dtype=bool), np.zeros((len(decisions), most + 1), dtype=bool)
    for n, d in enumerate(decisions):
        rows[n, : len(d["rows"])], there[n, : len(d["rows"])] = d["rows"], True
        right[n, 1 : 1 + len(d["right"])] = np.array(d["right"], dtype=bool)
        right[n, 0] = not any(d["right"])
    weight = torch.tensor([WEIGHTS[d["set"]] for d in decisions])
    return torch.from_numpy(rows), torch.from_numpy(there), torch.from_numpy(right), weight


def loss_of(model, rows, there, right, weight):
    scores = model(rows, there)
    loss = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
    return (loss * weight).sum() / weight.sum()


def train(decisions, dev):
    torch.manual_seed(SEED)
    parts, held = tensors(decisions), tensors(dev)
    model = Scorer(parts[0].shape[2])
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-3)
    best, kept = 1e9, None
    for epoch in range(EPOCHS):
        order = torch.randperm(len(decisions))
        for at in range(0, len(order), 256):
            chosen = order[at : at + 256]
            rows, *rest = (p[chosen] for p in parts)
            told = rows[:, :, LIKENESS]
            rows = torch.cat([rows[:, :, : LIKENESS.start], told + NOISE * torch.randn_like(told) * (told != 0), rows[:, :, LIKENESS.stop :]], 2)
            loss = loss_of(model, rows, *rest)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            now = loss_of(model, *held).item()
        if now < best:
            best, kept = now, {k: v.clone() for k, v in model.state_dict().items()}
        if epoch % 10 == 9:
            print(f"epoch {epoch + 1}: dev loss {now:.4f}, best {best:.4f}", flush=True)
    model.load_state_dict(kept)
    return model


def table(model, dev):
    """By set and form, over thresholds: decided, right of the decided; the threshold with the best F1 of each form."""
    rows, there, right, _ = tensors(dev)
    with torch.no_grad():
        chance = torch.softmax(model(rows, there), 1)
    best, at = chance[:, 1:].max(1)
    ok = right[:, 1:].gather(1, at[:, None])[:, 0]
    has = ~right[:, 0]
    chosen = {}
    for form in (True, False):
        is_form = torch.tensor([d["isPronoun"] == form for d in dev])
        for name in WEIGHTS:
            of = is_form & torch.tensor([d["set"] == name for d in dev])
            if of.any():
                told = of & (best >= 0.5)
                print(name, "pronouns" if form else "descriptions", int(of.sum()), f"decided {told.sum() / of.sum():.3f} right {(ok & told).sum() / max(1, told.sum()):.3f}")
        def f1(limit):
            told = is_form & (best >= limit)
            hits = (ok & told).sum().item()
            return 2 * hits / max(1, told.sum().item() + (has & is_form).sum().item())
        chosen[form] = max((limit / 100 for limit in range(30, 90, 2)), key=f1)
        print("threshold", chosen[form], "F1", round(f1(chosen[form]), 4))
    return chosen


def main():
    path, out = sys.argv[1], Path(sys.argv[2])
    decisions = load(path)
    by = {split: [d for d in decisions if d["split"] == split] for split in ("train", "dev")}
    print({split: len(of) for split, of in by.items()})
    model = train(by["train"], by["dev"])
    chosen = table(model, by["dev"])
    names = re.findall(r"^  \['(\w+)',", (Path(__file__).parent / "../src/entities/evidence.ts").read_text(encoding="utf-8"), re.M)
    lists = {k: np.round(v.numpy().astype(float), 4).tolist() for k, v in model.state_dict().items()}
    written = {
        "name": "entities", "version": 1, "evidence": names, "hidden": lists["hidden.weight"], "bias": lists["hidden.bias"], "out": lists["out.weight"][0],
        "none": lists["none.weight"][0], "noneBias": lists["none.bias"][0], "pronounFrom": chosen[True], "descriptionFrom": chosen[False],
    }
    out.mkdir(parents=True, exist_ok=True)
    (out / "model.json").write_text(json.dumps(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
