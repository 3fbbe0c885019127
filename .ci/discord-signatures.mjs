// Reads the vectors that TestSignatureVectors wrote and fails unless
// discord-interactions agrees with the Go endpoint on every one.
import { readFileSync } from 'node:fs';
import { verifyKey } from 'discord-interactions';

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let accepted = 0;
let different = 0;
for (const [n, v] of vectors.entries()) {
  const theirs = await verifyKey(v.Body, v.Signature, v.Timestamp, v.Key);
  if (theirs !== v.Accepted) {
    different++;
    console.error(`request ${n}: discord-interactions says ${theirs}, the endpoint ${v.Accepted}`);
  }
  accepted += theirs ? 1 : 0;
}
console.log(`${vectors.length} requests, ${accepted} accepted by both, ${different} judged differently`);
process.exit(different === 0 && vectors.length === 1000 ? 0 : 1);
