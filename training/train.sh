#!/usr/bin/env bash
# From corpora to weights: ./train.sh CORPORA RAW_NEWS.jsonl   (RAW_NEWS: a line {"id","text"} an article)
set -euo pipefail
cd "$(dirname "$0")"
corpora=$1 raw=$2
export NODE=${NODE:-../node_modules/.bin/node} KMP_BLOCKTIME=0
mkdir -p .cache
$NODE export-tokens.ts --plain < "$raw" > .cache/plain.txt
python train_vectors.py .cache/plain.txt .cache/vectors.npz
awk 'NR%3==0' "$raw" | $NODE export-tokens.ts > .cache/raw-shards.jsonl
python pretrain.py .cache/raw-shards.jsonl .cache/vectors.npz .cache/encoder.pt --minutes 22
python corpora.py "$corpora" .cache
python train.py .cache .cache/encoder.pt .cache/reader.pt --steps 5000 --every 1000
python export_onnx.py .cache/reader.pt ../models/reader
