"""Trains the reader on all corpora at once, from a pre-trained encoder; keeps the best weights on dev.

    python train.py DATA_FOLDER ENCODER.pt OUT.pt --steps 5000 [--resume]

A step takes one batch of one corpus: attributions 42 %, syntax 44 %, names 14 %. Early stopping by the mean of dev figures.
"""

import argparse
import json
import os
import pickle
import time

import numpy as np
import torch
from torch.nn import functional

from batches import batched, classes_of, examples, lengths_of, padded
from heads import Reader, distance_bin
from measure import measure
from shards import Vocabulary

SHARES = {"polnear": 0.42, "syntax": 0.44, "names": 0.14}
DEV = {"polnear": 84, "syntax": 318, "names": 30}  # documents of dev that are measured while training
RATE, WARM, DROP, UNKNOWN, AVERAGED = 1.5e-3, 150, 0.3, 0.08, 0.2


def load(folder, name):
    with open(f"{folder}/{name}.pickle", "rb") as file:
        return pickle.load(file)


def endless(made, generator):
    while True:
        yield from batched(made, generator)


def hide_words(features, generator):
    """Some words become unknown, names more often, so that affixes and context must do (nearly every article of PolNeAR
    names the same two people)."""
    form = features[:, :, 5] // 4
    rate = torch.where((form == 1) | (form == 2), 3 * UNKNOWN, UNKNOWN)
    hidden = (torch.rand(features.shape[:2], generator=generator) < rate) & (features[:, :, 0] > 1)
    features[:, :, 0] = torch.where(hidden, 1, features[:, :, 0])
    return features


def run_encoder(model, group, generator=None, drop=0.0):
    features = padded(group, "features", 0)
    if generator is not None:
        features = hide_words(features, generator)
    return model.encoder(features[:, :, 0], features[:, :, 1:5], features[:, :, 5], features[:, :, 6], lengths_of(group), drop)


def rate_of(step, steps):
    """Warm-up, then a cosine down to a twentieth; what comes after `steps` is averaged at a fifth of the full rate."""
    if step > steps:
        return AVERAGED * RATE
    return RATE * min(1, step / WARM) * max(0.05, 0.5 * (1 + np.cos(np.pi * step / steps)))


def tag_loss(scores, gold, weight=None):
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), weight=weight, ignore_index=-100)


def syntax_loss(model, low, high, group):
    heads = padded(group, "head", -100)
    sentence, length = padded(group, "sentence", -1), heads.shape[1]
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones(len(group), length, 1, dtype=torch.bool), same & ~torch.eye(length, dtype=torch.bool)], 2)
    arcs = model.arcs(high, DROP).float().masked_fill(~allowed, -1e4)
    labels = model.labels(high, heads.clamp(min=0), DROP)
    relations = torch.where(heads >= 0, padded(group, "relation", -100), -100)
    return (tag_loss(model.upos(low), padded(group, "upos", -100)) + 0.5 * tag_loss(model.lemma(low), padded(group, "lemma", -100))
            + tag_loss(arcs, heads) + tag_loss(labels, relations))


def role_batch(model, high, group):
    """Every gold cue of the group with its chunk: scores, gold, mask; None without cues."""
    at = [(n, role) for n, e in enumerate(group) for role in e["roles"]]
    if not at:
        return None
    rows = torch.tensor([n for n, _ in at])
    longest, lengths = high.shape[1], lengths_of(group)[rows]
    place = torch.arange(longest)[None, :]
    first, last = torch.tensor([r[0] for _, r in at])[:, None], torch.tensor([r[1] for _, r in at])[:, None]
    gold = torch.zeros(len(at), longest, dtype=torch.int64)
    for n, (_, (_, _, roles)) in enumerate(at):
        gold[n, : len(roles)] = torch.from_numpy(roles)
    mask = place < lengths[:, None]
    return role_scores(model, high, rows, first, last, padded(group, "sentence", -1), mask, 0.2), gold, mask


def role_scores(model, high, rows, first, last, sentence, mask, drop=0.0):
    place = torch.arange(high.shape[1])[None, :]
    inside = ((place >= first) & (place < last)).to(high.dtype)
    cue = model.role_cue((inside[:, :, None] * high[rows]).sum(1) / inside.sum(1, keepdim=True))
    distance = torch.where(place < first, place - first, torch.where(place >= last, place - last + 1, 0))
    here = sentence[rows].gather(1, first)
    side = (sentence[rows] - here).clamp(-1, 1) + 1
    return model.roles(model.role_token(high)[rows], cue, distance_bin(distance), side, mask, drop)


def attribution_loss(model, high, group, outside=0.15):
    """Cues inside somebody's content are not annotated: there “no cue” counts for little."""
    cue = padded(group, "cue", -100)
    scores = model.cue(high).float()
    loss = tag_loss(scores, torch.where(cue >= 0, cue, -100))
    inner = cue == -1
    if inner.any():
        loss = loss + outside * functional.cross_entropy(scores[inner], torch.zeros(int(inner.sum()), dtype=torch.int64))
    role = role_batch(model, high, group)
    if role is None:
        return 2 * loss
    scores, gold, mask = role
    return 3 * loss + 0.25 * model.role_loss(scores, gold, mask)


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
    torch.set_num_threads(2)
    order, hide = np.random.default_rng(given.seed), torch.Generator().manual_seed(given.seed)
    known = torch.load(given.encoder, weights_only=False)
    vocabulary = Vocabulary(known["words"])
    train = {name: load(given.data, f"{name}-train") for name in SHARES}
    classes = {"upos": classes_of(train["syntax"], "upos"), "lemma": classes_of(train["syntax"], "lemma", 4),
               "relation": classes_of(train["syntax"], "relation", 2), "names": classes_of(train["names"], "names")}
    classes["upos"].sort()
    model = Reader(len(known["words"]) + 2, {key: len(values) for key, values in classes.items()})
    model.encoder.load_state_dict(known["encoder"])
    dev = {name: examples(load(given.data, f"{name}-dev")[:DEV[name]], vocabulary, classes) for name in SHARES}
    streams = {name: endless(examples(shards, vocabulary, classes), order) for name, shards in train.items()}
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.98))
    averaged = torch.optim.swa_utils.AveragedModel(model)
    start, best = 0, 0.0
    if given.resume and os.path.exists(given.out + ".last"):
        state = torch.load(given.out + ".last", weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        start, best = state["step"], state["best"]
    began, sums = time.time(), {name: [] for name in SHARES}
    for step in range(start + 1, given.steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate_of(step, given.steps - given.average)
        name = given.only or order.choice(list(SHARES), p=list(SHARES.values()))
        group = next(streams[name])
        model.train()
        with torch.autocast("cpu", torch.bfloat16):
            low, high = run_encoder(model, group, hide, DROP)
            low, high = torch.dropout(low, DROP, True), torch.dropout(high, DROP, True)
            if name == "syntax":
                loss = syntax_loss(model, low, high, group)
            elif name == "names":
                loss = tag_loss(model.names(high), padded(group, "names", -100))
            else:
                loss = attribution_loss(model, high, group)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
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
                figures = measure(judged, dev, run_encoder, role_scores, classes)
            mean = float(np.mean([figures[k] for k in ("content", "content", "cue", "source", "las", "names")]))
            print(step, json.dumps({k: round(v, 4) for k, v in figures.items()}), f"mean {mean:.4f}", flush=True)
            whole = {"model": judged.state_dict(), "words": [str(w) for w in known["words"]], "classes": classes, "figures": figures, "step": step}
            if mean > best:
                best = mean
                torch.save(whole, given.out)
            torch.save({**whole, "model": model.state_dict(), "optimizer": optimizer.state_dict(), "best": best}, given.out + ".last")


if __name__ == "__main__":
    main()
