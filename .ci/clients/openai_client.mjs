// The openai package asks and streams. usage: node openai_client.mjs BASE_URL
import assert from "node:assert";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: process.argv[2] + "/v1", apiKey: "none" });
const messages = [{ role: "user", content: "Kuzey Kore Rusya'ya kaç asker gönderdi?" }];
const whole = await client.chat.completions.create({ model: "alinti", messages });
const text = whole.choices[0].message.content;
assert(text.includes("13 bin asker"), text);
const note = whole.choices[0].message.annotations[0].url_citation;
assert.equal([...text].slice(note.start_index, note.end_index).join(""), whole.alinti.quotes[0].text);
let streamed = "";
for await (const chunk of await client.chat.completions.create({ model: "alinti", messages, stream: true }))
  streamed += chunk.choices[0]?.delta?.content ?? "";
assert.equal(streamed, text);
console.log("openai (npm): ok");
