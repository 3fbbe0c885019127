// Reads the pairs that TestMarkdownVectors wrote and fails unless a parser of
// Discord's Markdown reads each as plain text, in a quote as a block quote of
// text that may be bold, and the text is the one that was meant.
import { readFileSync } from 'node:fs';
import markdown from 'discord-markdown-parser';

const plain = new Set(['text', 'br', 'emoji', 'twemoji']);
const bold = new Set([...plain, 'strong', 'blockQuote']);

// said is the text of a tree; kinds it may not have are noted.
function said(nodes, allowed, found) {
  let out = '';
  for (const node of [nodes].flat()) {
    if (typeof node === 'string') {
      out += node;
      continue;
    }
    if (!allowed.has(node.type)) found.add(node.type);
    out += node.content !== undefined ? said(node.content, allowed, found) : (node.surrogate ?? node.name ?? '');
  }
  return out;
}

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let different = 0;
for (const v of vectors) {
  for (const [kind, source, allowed] of [['text', v.Escaped, plain], ['quote', v.Quote, bold]]) {
    const tree = markdown.parse(source, 'extended');
    const found = new Set();
    const got = said(tree, allowed, found);
    const isQuote = kind === 'text' || (tree.length === 1 && tree[0].type === 'blockQuote');
    if (got !== v.Text || found.size > 0 || !isQuote) {
      if (different++ < 20) console.error(`${kind} ${JSON.stringify(source)} reads ${JSON.stringify(got)}${[...found].map((f) => ' with ' + f)}, meant ${JSON.stringify(v.Text)}`);
    }
  }
}
console.log(`${vectors.length} texts, escaped and as quotes: ${different} read differently by discord-markdown-parser`);
process.exit(different === 0 && vectors.length > 2000 ? 0 : 1);
