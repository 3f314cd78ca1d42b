"""Pre-trains the encoder on raw news: every sixth word is masked and must be told from the words around it.

    python pretrain.py SHARDS.jsonl VECTORS.npz OUT.pt --minutes 25

Loss: softmax over the 16,000 commonest words, tied to the word table. Checkpoints every five minutes; --resume goes on.
"""

import argparse
import os
import time

import numpy as np
import torch
from torch import nn

from encoder import HIDDEN, Encoder
from shards import Vocabulary, chunks_of, features_of, read_shards

WORDS, TARGETS, BATCH, MASKED = 40_000, 16_000, 4096, 0.18


def batches(path, vocabulary, generator):
    """Feature arrays [batch, tokens, 7] with their lengths, chunks of like length together."""
    pool = []
    for shard in read_shards(path):
        features = features_of(shard, vocabulary)
        pool += [features[a:b] for a, b in chunks_of(shard) if b - a >= 8]
        if sum(map(len, pool[-1:])) and len(pool) > 6000:
            yield from cut(pool, generator)
            pool = []
    yield from cut(pool, generator)


def cut(pool, generator):
    pool.sort(key=len)
    made, at = [], 0
    while at < len(pool):
        size = max(1, BATCH // len(pool[min(at + 8, len(pool) - 1)]))
        group = pool[at : at + size]
        at += size
        padded = np.zeros((len(group), len(group[-1]), 7), dtype=np.int64)
        for n, chunk in enumerate(group):
            padded[n, : len(chunk)] = chunk
        made.append((padded, [len(c) for c in group]))
    generator.shuffle(made)
    return made


def mask_words(features, generator):
    """Hides words with their affixes and shape; returns the words to tell (−100 elsewhere)."""
    word = features[:, :, 0]
    hidden = (torch.rand(word.shape, generator=generator) < MASKED) & (word > 1)
    told = torch.where(hidden & (word < TARGETS), word, -100)
    features = features.clone()
    features[:, :, 0][hidden] = 1
    for n in range(4):
        features[:, :, 1 + n][hidden] = n * 8192
    features[:, :, 5][hidden] = 28
    return features, told


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shards")
    parser.add_argument("vectors")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--resume", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    known = np.load(given.vectors)
    vocabulary = Vocabulary(known["words"][:WORDS])
    encoder = Encoder(WORDS + 2)
    with torch.no_grad():
        encoder.word.weight[2:] = torch.tensor(known["vectors"][:WORDS].astype(np.float32)) * 0.5
        encoder.word.weight[1] = 0
    project, bias = nn.Linear(2 * HIDDEN, 100), nn.Parameter(torch.zeros(TARGETS))
    parameters = [*encoder.parameters(), *project.parameters(), bias]
    optimizer = torch.optim.Adam(parameters, lr=2e-3, betas=(0.9, 0.98))
    if given.resume and os.path.exists(given.out):
        encoder.load_state_dict(torch.load(given.out, weights_only=False)["encoder"])
    mask, order = torch.Generator().manual_seed(1), np.random.default_rng(1)
    began = saved = time.time()
    total, losses, seen = given.minutes * 60, [], 0
    for padded, lengths in batches(given.shards, vocabulary, order):
        spent = time.time() - began
        if spent > total:
            break
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min(1, spent / 60 + 0.05) * max(0.03, 1 - spent / total)
        features, told = mask_words(torch.from_numpy(padded), mask)
        with torch.autocast("cpu", torch.bfloat16):
            low, high = encoder(features[:, :, 0], features[:, :, 1:5], features[:, :, 5], features[:, :, 6], torch.tensor(lengths), 0.05)
            at = told > 0
            scores = project(high[at]) @ encoder.word.weight[:TARGETS].T + bias
        loss = nn.functional.cross_entropy(scores.float(), told[at])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(loss.item())
        seen += sum(lengths)
        if len(losses) % 100 == 0:
            print(f"{spent:.0f} s, {seen} tokens, {seen / (spent + 1):.0f}/s, loss {np.mean(losses[-100:]):.3f}", flush=True)
        if time.time() - saved > 300:
            saved = time.time()
            torch.save({"encoder": encoder.state_dict(), "words": vocabulary.words}, given.out)
    torch.save({"encoder": encoder.state_dict(), "words": vocabulary.words}, given.out)


if __name__ == "__main__":
    main()
