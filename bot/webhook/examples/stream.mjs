// Shows an answer as it comes. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] node stream.mjs
const url = process.env.ALINTI_URL ?? "http://127.0.0.1:8080";
const headers = { "Content-Type": "application/json", Accept: "text/event-stream" };
if (process.env.ALINTI_TOKEN) headers.Authorization = `Bearer ${process.env.ALINTI_TOKEN}`;

const reply = await fetch(`${url}/v1/ask`, {
  method: "POST", headers, body: JSON.stringify({ question: "Kuzey Kore Rusya'ya kaç asker gönderdi?" }),
});
if (!reply.ok) throw new Error((await reply.json()).detail);
let text = "";
for await (const chunk of reply.body.pipeThrough(new TextDecoderStream())) {
  text += chunk;
  for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
    const [, event, json] = text.slice(0, end).match(/^event: (.*)\ndata: (.*)$/) ?? [];
    if (!event) continue; // a comment, which keeps the connection alive
    const data = JSON.parse(json);
    console.log(event, event === "quotes" ? data.quotes.map((q) => q.text) : data.text ?? data);
  }
}
