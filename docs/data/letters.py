#!/usr/bin/env python3
"""Builds retrieval/english/data/letters.bin: how far three letters in a row lean to English rather than Turkish.

Logistic regression, one weight for each three letters of ^word$, over SCOWL's English words and Zemberek's Turkish ones,
folded; both languages weigh the same in all, a common word up to thirteen times as much as a rare one. The table is
27 * 27 * 27 signed bytes (the word's edge, then a to z), in units of 1/25. Needs numpy and scipy.
"""
import re
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sources import ROOT, english_words, fold, turkish_words

SCALE, RIDGE = 25, 1.0
LEVEL = {10: 4, 20: 2, 35: 1, 40: .5, 50: .5}


def letters(word):
    x = [0] + [ord(c) - 96 for c in word] + [0]
    return [(x[i] * 27 + x[i + 1]) * 27 + x[i + 2] for i in range(len(x) - 2)]


def main():
    english = {w: LEVEL[level] for w, level in english_words().items()}
    turkish = {}
    for w, share in sorted(turkish_words().items(), key=lambda x: (-x[1], x[0]))[:120000]:
        if re.fullmatch('[a-z]{2,}', f := fold(w)):
            turkish[f] = max(turkish.get(f, 0), min(4, max(.3, 1.2 * (share + 6.5))))
    rows, cols, sign, weight = [], [], [], []
    for s, words in ((1, english), (-1, turkish)):
        total = sum(words.values())
        for w in sorted(words):
            cols += (k := letters(w))
            rows += [len(sign)] * len(k)
            sign.append(s)
            weight.append(50000 * words[w] / total)
    a = csr_matrix((np.ones(len(rows)), (rows, cols)), (len(sign), 27 ** 3))
    sign, weight = np.array(sign), np.array(weight)

    def loss(t):
        m = sign * (a @ t)
        return (weight * np.logaddexp(0, -m)).sum() + RIDGE / 2 * (t @ t), a.T @ (-weight * sign / (1 + np.exp(m))) + RIDGE * t

    fit = minimize(loss, np.zeros(27 ** 3), jac=True, method='L-BFGS-B', options={'maxiter': 150}).x
    table = np.clip(np.round(fit * SCALE), -127, 127).astype(np.int8)
    (ROOT / 'retrieval/english/data/letters.bin').write_bytes(table.tobytes())
    right = sign * (a @ table.astype(float)) > 0
    print(f'words told apart: English {right[sign > 0].mean():.3f}, Turkish {right[sign < 0].mean():.3f}')


main()
