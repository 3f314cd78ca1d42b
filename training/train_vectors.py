"""Word vectors from raw news: skip-gram, 100 dimensions, three epochs, seed 1. Minutes on two cores.

    python train_vectors.py SENTENCES.txt OUT.npz

SENTENCES.txt: the normalised words of a sentence a line (export-tokens.ts --plain). OUT: `words` by falling count, `vectors` float16.
"""

import sys

import numpy as np
from gensim.models import Word2Vec

sentences, out = sys.argv[1:]
model = Word2Vec(corpus_file=sentences, vector_size=100, window=4, sg=1, negative=6, min_count=8, sample=2e-4, epochs=3, workers=2, seed=1)
words = model.wv.index_to_key
np.savez(out, words=np.array(words), vectors=model.wv.vectors.astype(np.float16), counts=np.array([model.wv.get_vecattr(w, "count") for w in words]))
print(len(words), "words;", [w for w, _ in model.wv.most_similar("insisted", topn=8)])
