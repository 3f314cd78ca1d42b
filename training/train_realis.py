"""Trains the scorer of realis (models/events/realis.json) on the factuality corpora: UW, MEANTIME and UDS-IH2.

    node export-realis.ts CORPORA > realis.jsonl       # rated words and their features, by the code that reads articles
    python train_realis.py realis.jsonl MODEL.json

A logistic regression over sparse features, only on words where the rules of reading assume rather than read a cue (`ASSUMED`). The three
corpora rate on three scales: each has its own line between “happened” and not, words near it are left out. Seed 7, L-BFGS, seconds on one core.
"""

import json
import sys
from collections import Counter

import torch

ASSUMED = {"plain", "purpose", "intended", "progressive", "time"}
DECAY = 1.0
FROM = 5  # words in which a feature must stand
# Below the first number a word has not happened, from the second on it has. What is planned or doubted is rated around 1 in UW and
# MEANTIME, and below 0 in UDS.
LINES = {"uw": (1.6, 2.2), "meantime": (1.6, 2.2), "uds": (0.5, 0.5)}


def target_of(row):
    low, high = LINES[row["set"]]
    return 1.0 if row["label"] >= high else 0.0 if row["label"] < low else None


def matrix(rows, index):
    at = [(n, index[feature]) for n, row in enumerate(rows) for feature in row["features"] if feature in index]
    return torch.sparse_coo_tensor(torch.tensor(at).T, torch.ones(len(at)), (len(rows), len(index))).coalesce()


def fit(rows):
    counts = Counter(feature for row in rows for feature in row["features"])
    names = sorted(feature for feature, count in counts.items() if count >= FROM)
    x = matrix(rows, {name: n for n, name in enumerate(names)})
    y = torch.tensor([target_of(row) for row in rows])
    scale = torch.tensor([[float(row["set"] == name) for name in LINES] for row in rows])
    w, b, s = torch.zeros(len(names), 1, requires_grad=True), torch.zeros(1, requires_grad=True), torch.zeros(len(LINES), 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([w, b, s], max_iter=120, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        # what is left of the scales goes into `s`, which reading does not know
        scores = (torch.sparse.mm(x, w) + b + scale @ s).squeeze(1)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, y, reduction="sum") + DECAY * (w * w).sum() + 0.01 * (s * s).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    weights = {name: round(100 * float(value)) for name, value in zip(names, w.detach().squeeze(1))}
    return {"version": 1, "bias": round(100 * b.item()), "weights": {name: value for name, value in weights.items() if abs(value) >= 3}}


def measure(model, rows):
    """Of the plain words of each corpus that have not happened, how many the scorer doubts; and of those that have."""
    for name in LINES:
        doubted = Counter()
        for row in rows:
            if row["set"] == name and row["rule"] == "plain" and target_of(row) is not None:
                score = model["bias"] + sum(model["weights"].get(feature, 0) for feature in row["features"])
                doubted[target_of(row), score < 0] += 1
        told = " ".join(f"{doubted[y, True]}/{doubted[y, True] + doubted[y, False]}" for y in (0.0, 1.0))
        print(f"{name}: doubted of not happened, of happened: {told}", file=sys.stderr)


def main():
    torch.manual_seed(7)
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["rule"] in ASSUMED]
    dev = {row["text"] for row in rows if row["split"] == "dev"}
    model = fit([row for row in rows if row["split"] == "train" and row["text"] not in dev and target_of(row) is not None])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(model, file, ensure_ascii=False, separators=(",", ":"))
    measure(model, [row for row in rows if row["split"] == "dev"])


if __name__ == "__main__":
    main()
