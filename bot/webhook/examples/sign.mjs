// Asks with a signature in place of the token. usage: ALINTI_SECRET=whsec_… [ALINTI_URL=…] node sign.mjs
// Needs: npm install standardwebhooks
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";

const url = process.env.ALINTI_URL ?? "http://127.0.0.1:8080";
const body = JSON.stringify({ question: "Kuzey Kore Rusya'ya kaç asker gönderdi?" });
const id = `msg_${randomUUID()}`, now = new Date();
const reply = await fetch(`${url}/v1/ask`, {
  method: "POST", body, headers: {
    "Content-Type": "application/json",
    "webhook-id": id, // the same again gets the same answer, not a second one
    "webhook-timestamp": String(Math.floor(now / 1000)),
    "webhook-signature": new Webhook(process.env.ALINTI_SECRET).sign(id, now, body),
  },
});
const answer = await reply.json();
if (!reply.ok) throw new Error(answer.detail);
console.log(answer.text);
