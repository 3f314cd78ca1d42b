"""Trains the reader on all corpora at once, from a pre-trained encoder; keeps the best weights on dev.

    python train.py DATA_FOLDER ENCODER.pt OUT.pt --steps 7000 [--resume]

A step takes one batch of one kind of corpus, drawn by `SHARES`. Early stopping by the mean of dev figures.
"""

import argparse
import json
import os
import pickle
import time

import numpy as np
import torch

from batches import batched, classes_of, examples, padded
from heads import Reader, Teachers
from losses import DROP, attribution_loss, role_scores, run_encoder, syntax_loss, tag_loss, teacher_loss
from measure import measure
from reference import Distances, documents, endless_documents, reference_figures, reference_loss
from shards import Vocabulary

SHARES = {"polnear": 0.34, "syntax": 0.38, "names": 0.2, "reference": 0.08}
DEV = {"polnear": 84, "syntax": 318, "names": 30}  # documents of dev that are measured while training
RATE, WARM, AVERAGED = 1.5e-3, 150, 0.2
TEACHING = 0.25  # weight of what CoreNLP says beside the gold of PolNeAR


def load(folder, name):
    with open(f"{folder}/{name}.pickle", "rb") as file:
        return pickle.load(file)


def endless(made, generator):
    while True:
        yield from batched(made, generator)


def reference_documents(folder, train, vocabulary, classes):
    """GUM three times, GAP twice, a part of PolNeAR: so much of each in a round."""
    gum = documents([shard for shard in train["syntax"] if shard["mentions"]], vocabulary, classes)
    return 3 * gum + 2 * documents(load(folder, "gap-train"), vocabulary, classes) + documents(train["polnear"][::2], vocabulary, classes)


def rate_of(step, steps):
    """Warm-up, then a cosine down to a twentieth; what comes after `steps` is averaged at a fifth of the full rate."""
    if step > steps:
        return AVERAGED * RATE
    return RATE * min(1, step / WARM) * max(0.05, 0.5 * (1 + np.cos(np.pi * step / steps)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("encoder")
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--average", type=int, default=0, help="so many last steps at a constant rate; their weights are averaged")
    parser.add_argument("--only", choices=list(SHARES), help="train on one kind of corpus alone (for the model card)")
    parser.add_argument("--resume", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    order, hide = np.random.default_rng(given.seed), torch.Generator().manual_seed(given.seed)
    known = torch.load(given.encoder, weights_only=False)
    vocabulary = Vocabulary(known["words"])
    train = {name: load(given.data, f"{name}-train") for name in DEV}
    classes = {"upos": classes_of(train["syntax"], "upos"), "lemma": classes_of(train["syntax"], "lemma", 4),
               "relation": classes_of(train["syntax"], "relation", 2), "names": classes_of(train["names"], "names")}
    classes["upos"].sort()
    taught = {key: classes_of(train["polnear"], key) for key in ("penn", "ner", "stanford")}
    model = Reader(len(known["words"]) + 2, {key: len(values) for key, values in classes.items()})
    model.encoder.load_state_dict(known["encoder"])
    teachers, distances = Teachers({key: len(values) for key, values in taught.items()}), Distances()
    aside = torch.nn.ModuleList([teachers, distances])
    every = {**classes, **taught}
    dev = {name: examples(load(given.data, f"{name}-dev")[:DEV[name]], vocabulary, classes) for name in DEV}
    asked = documents(load(given.data, "gap-dev"), vocabulary, classes)
    streams = {name: endless(examples(shards, vocabulary, every), order) for name, shards in train.items()}
    streams["reference"] = endless_documents(reference_documents(given.data, train, vocabulary, classes), order)
    parameters = [*model.parameters(), *aside.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=RATE, betas=(0.9, 0.98))
    averaged = torch.optim.swa_utils.AveragedModel(model)
    start, best = 0, 0.0
    if given.resume and os.path.exists(given.out + ".last"):
        state = torch.load(given.out + ".last", weights_only=False)
        model.load_state_dict(state["model"])
        aside.load_state_dict(state["aside"])
        optimizer.load_state_dict(state["optimizer"])
        start, best = state["step"], state["best"]
    began, sums = time.time(), {name: [] for name in SHARES}
    for step in range(start + 1, given.steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate_of(step, given.steps - given.average)
        name = given.only or order.choice(list(SHARES), p=list(SHARES.values()))
        group = next(streams[name])
        chunks = [chunk for document in group for chunk in document["chunks"]] if name == "reference" else group
        model.train()
        with torch.autocast("cpu", torch.bfloat16):
            low, high = run_encoder(model, chunks, hide, DROP)
            low, high = torch.dropout(low, DROP, True), torch.dropout(high, DROP, True)
            if name == "syntax":
                loss = syntax_loss(model, low, high, group)
            elif name == "names":
                loss = tag_loss(model.names(high), padded(group, "names", -100))
            elif name == "reference":
                loss = reference_loss(model, distances, high, group)
            else:
                loss = attribution_loss(model, high, group) + TEACHING * teacher_loss(teachers, low, high, group)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        sums[name].append(loss.item())
        if step > given.steps - given.average:
            averaged.update_parameters(model)
        if step % 100 == 0:
            print(step, f"{time.time() - began:.0f} s", {n: round(float(np.mean(v[-40:] or [0])), 3) for n, v in sums.items()}, flush=True)
        if step % given.every == 0 or step == given.steps:
            judged = averaged.module if step > given.steps - given.average else model
            judged.eval()
            with torch.no_grad():
                figures = {**measure(judged, dev, run_encoder, role_scores, classes), **reference_figures(judged, distances, asked, run_encoder)}
            mean = float(np.mean([figures[k] for k in ("content", "content", "cue", "source", "las", "las", "names", "gap")]))
            print(step, json.dumps({k: round(v, 4) for k, v in figures.items()}), f"mean {mean:.4f}", flush=True)
            whole = {"model": judged.state_dict(), "words": [str(w) for w in known["words"]], "classes": classes, "figures": figures, "step": step}
            if mean > best:
                best = mean
                torch.save(whole, given.out)
            torch.save({**whole, "model": model.state_dict(), "aside": aside.state_dict(), "optimizer": optimizer.state_dict(), "best": best}, given.out + ".last")


if __name__ == "__main__":
    main()
