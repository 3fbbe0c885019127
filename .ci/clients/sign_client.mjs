// The standardwebhooks package signs a request. usage: node sign_client.mjs BASE_URL SECRET
import assert from "node:assert";
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";

const [base, secret] = process.argv.slice(2);
const body = JSON.stringify({ question: "Kuzey Kore Rusya'ya kaç asker gönderdi?" });
const ask = (key, at) => {
  const id = "msg_" + randomUUID();
  return fetch(base + "/v1/ask", {
    method: "POST", body, headers: {
      "Content-Type": "application/json", "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at / 1000)),
      "webhook-signature": new Webhook(key).sign(id, new Date(at), body),
    },
  });
};
const right = await ask(secret, Date.now());
assert.equal(right.status, 200);
assert((await right.json()).text.includes("13 bin asker"));
assert.equal((await ask("whsec_" + "A".repeat(44), Date.now())).status, 401);
assert.equal((await ask(secret, Date.now() + 6 * 60_000)).status, 401);
console.log("standardwebhooks (npm) signs: ok");
