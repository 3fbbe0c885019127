// Asks a question. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] node ask.mjs
const url = process.env.ALINTI_URL ?? "http://127.0.0.1:8080";
const headers = { "Content-Type": "application/json" };
if (process.env.ALINTI_TOKEN) headers.Authorization = `Bearer ${process.env.ALINTI_TOKEN}`;

const reply = await fetch(`${url}/v1/ask`, {
  method: "POST", headers, body: JSON.stringify({ question: "Kuzey Kore Rusya'ya kaç asker gönderdi?" }),
});
const answer = await reply.json();
if (!reply.ok) throw new Error(answer.detail);
if (!answer.answered) console.log(answer.text); // why not, in words
for (const quote of answer.quotes ?? [])
  console.log(`«${quote.text}» (${quote.source.file}, bytes ${quote.start}–${quote.end})`);
