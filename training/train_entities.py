"""Trains the two scorers of entities on the decisions that export-references.ts gives, and chooses their thresholds on dev.

    python train_entities.py DECISIONS.jsonl OUT_FOLDER

“speaker” decides whom “he” means where he makes a statement, “other” all the rest: news weighs more in the one, GAP in the other. Each
is one hidden layer over the evidence, softmax over the candidates and “none of them”, and learns what several larger ones (seeds 1, 2, …;
early stopping on dev) say together: their mean errs less, and one is as quick as before.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

HIDDEN, ASKED, EPOCHS, RATE, DROP, TEACHERS = 64, 8, 36, 3e-3, 0.3, 4
WEIGHTS = {
    "speaker": {"gap": 1.0, "gum": 0.7, "newswcl50": 1.0, "polnear": 0.3, "swapped": 0.6},
    "other": {"gap": 3.0, "gum": 0.7, "newswcl50": 1.0, "polnear": 0.1, "swapped": 0.05},
}
# The encoder has seen these texts while it learned, GAP's for just this, so its likeness is too sure of them: noise keeps the scorers from
# trusting it blindly.
LIKENESS = slice(8, 10)
NOISE = {"gap": 0.8}
OTHER_NOISE = 0.4
SETS = list(WEIGHTS["other"])


class Scorer(torch.nn.Module):
    def __init__(self, size):
        super().__init__()
        self.hidden, self.out, self.none = torch.nn.Linear(size, HIDDEN), torch.nn.Linear(HIDDEN, 1, bias=False), torch.nn.Linear(ASKED, 1)

    def forward(self, rows, counts, drop=0.0):
        """Scores [decisions, 1 + candidates]; the first is “none”. `rows` holds those of all decisions, `counts` how many each has."""
        seen = functional.dropout(torch.relu(self.hidden(rows)), drop)
        there = torch.arange(int(counts.max()))[None, :] < counts[:, None]
        scores = torch.full(there.shape, -1e4).masked_scatter(there, self.out(seen)[:, 0])
        return torch.cat([self.none(rows[counts.cumsum(0) - counts][:, :ASKED]), scores], 1)


def load(path):
    """Decisions between two or more. Every tenth forty of the swapped ones, which stand in the order of their texts, is dev."""
    with open(path, encoding="utf-8") as lines:
        decisions = [json.loads(line) for line in lines]
    swapped = [d for d in decisions if d["set"] == "swapped" and len(d["rows"]) > 1]
    for n, d in enumerate(swapped):
        d["split"] = "dev" if n // 40 % 10 == 0 else "train"
    return [d for d in decisions if d["set"] != "swapped"] + swapped


def tensors(decisions):
    """Rows of all decisions one after the other, how many each has, and which are right [decisions, 1 + candidates]; the first is “none”."""
    counts = torch.tensor([len(d["rows"]) for d in decisions])
    rows = torch.from_numpy(np.concatenate([np.array(d["rows"], dtype=np.float32) for d in decisions]))
    right = torch.zeros(len(decisions), int(counts.max()) + 1, dtype=torch.bool)
    for n, d in enumerate(decisions):
        right[n, 1 : 1 + len(d["right"])] = torch.tensor(d["right"], dtype=torch.bool)
        right[n, 0] = not any(d["right"])
    return rows, counts, right


def of_sets(decisions, values, fallback=0.0):
    return torch.tensor([values.get(d["set"], fallback) for d in decisions])


def loss_of(scores, right, weight):
    loss = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
    return (loss * weight).sum() / weight.sum()


def batches(parts, noise):
    """The parts of 256 decisions at a time, in random order, with noise on their likeness."""
    rows, counts, right, weight = parts
    first = counts.cumsum(0) - counts
    for chosen in torch.randperm(len(counts)).split(256):
        some = counts[chosen]
        place = torch.repeat_interleave(first[chosen] - (some.cumsum(0) - some), some) + torch.arange(int(some.sum()))
        of_batch = rows[place]
        told = of_batch[:, LIKENESS]
        shift = torch.repeat_interleave(noise[chosen], some)[:, None] * torch.randn_like(told) * (told != 0)
        of_batch = torch.cat([of_batch[:, : LIKENESS.start], told + shift, of_batch[:, LIKENESS.stop :]], 1)
        yield of_batch, some, right[chosen][:, : int(some.max()) + 1], weight[chosen]


def teach(seed, parts, noise, held):
    """One of the teachers: its weights at the epoch that is best on dev."""
    torch.manual_seed(seed)
    model = Scorer(parts[0].shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-3)
    best, kept = 1e9, None
    for _ in range(EPOCHS):
        for rows, counts, right, weight in batches(parts, noise):
            optimizer.zero_grad()
            loss_of(model(rows, counts, DROP), right, weight).backward()
            optimizer.step()
        with torch.no_grad():
            now = loss_of(model(held[0], held[1]), held[2], held[3]).item()
        if now < best:
            best, kept = now, {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(kept)
    print(f"seed {seed}: dev loss {best:.4f}", flush=True)
    return model


def learn(teachers, parts, noise):
    """The scorer that is kept: it learns the teachers' mean, with a falling rate."""
    torch.manual_seed(99)
    model = Scorer(parts[0].shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-4)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS) + 1e-5
        for rows, counts, _, weight in batches(parts, torch.full_like(noise, OTHER_NOISE)):
            with torch.no_grad():
                wanted = torch.softmax(sum(one(rows, counts) for one in teachers) / len(teachers), 1)
            weight = weight.clamp(min=0.3)
            loss = -((wanted * torch.log_softmax(model(rows, counts), 1)).sum(1) * weight).sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


def train(name, by):
    parts, held = ((*tensors(by[split]), of_sets(by[split], WEIGHTS[name])) for split in ("train", "dev"))
    noise = of_sets(by["train"], NOISE, OTHER_NOISE)
    return learn([teach(seed, parts, noise, held) for seed in range(1, TEACHERS + 1)], parts, noise)


def judge(model, name, dev):
    """Prints by set how many are decided and right of those; the threshold with the best F1."""
    rows, counts, right = tensors(dev)
    with torch.no_grad():
        chance = torch.softmax(model(rows, counts), 1)
    best, at = chance[:, 1:].max(1)
    ok, has = right[:, 1:].gather(1, at[:, None])[:, 0], ~right[:, 0]
    for key in SETS:
        of = torch.tensor([d["set"] == key for d in dev])
        told = of & (best >= 0.4)
        if of.any():
            print(f"{name}: {key} {int(of.sum())}, decided {told.sum() / of.sum():.3f}, right {(ok & told).sum() / max(1, told.sum()):.3f}")

    def f1(limit):
        told = best >= limit
        return 2 * (ok & told).sum().item() / max(1, told.sum().item() + has.sum().item())

    return max((limit / 100 for limit in range(30, 90, 2)), key=f1)


def written(model):
    lists = {k: np.round(v.numpy().astype(float), 4).tolist() for k, v in model.state_dict().items()}
    hidden = np.array(lists["hidden.weight"]).T.tolist()
    return {"hidden": hidden, "bias": lists["hidden.bias"], "out": lists["out.weight"][0], "none": lists["none.weight"][0], "noneBias": lists["none.bias"][0]}


def main():
    path, out = sys.argv[1], Path(sys.argv[2])
    decisions = load(path)
    names = re.findall(r"^  \['(\w+)',", (Path(__file__).parent / "../src/entities/evidence.ts").read_text(encoding="utf-8"), re.M)
    source = names.index("isSource")
    by = {split: [d for d in decisions if d["split"] == split] for split in ("train", "dev")}
    print({split: len(of) for split, of in by.items()})
    models = {name: train(name, by) for name in WEIGHTS}
    speaks = [d["isPronoun"] and d["rows"][0][source] == 1 for d in by["dev"]]
    asked = {
        "speaker": [d for d, is_speaker in zip(by["dev"], speaks) if is_speaker],
        "pronoun": [d for d, is_speaker in zip(by["dev"], speaks) if d["isPronoun"] and not is_speaker],
        "description": [d for d in by["dev"] if not d["isPronoun"]],
    }
    from_ = {f"{name}From": judge(models["speaker" if name == "speaker" else "other"], name, dev) for name, dev in asked.items()}
    from_["speakerFrom"] = 0.5  # likelier than not: a wrong speaker costs more than an unknown one
    print(from_)
    nets = {name: written(model) for name, model in models.items()}
    out.mkdir(parents=True, exist_ok=True)
    (out / "model.json").write_text(json.dumps({"name": "entities", "version": 1, "evidence": names, **nets, **from_}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
