// Receives answers and verifies them. usage: ALINTI_SECRET=whsec_… [PORT=8090] node verify.mjs
// Needs: npm install standardwebhooks
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.ALINTI_SECRET);

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const { data } = webhook.verify(Buffer.concat(chunks), request.headers);
    // A delivery may come more than once: data.job tells a repeat.
    console.log(data.job, data.answer?.text ?? data.problem.detail);
    response.writeHead(204).end(); // any other 2xx will do; whatever else makes alinti send it again
  } catch {
    response.writeHead(401).end();
  }
}).listen(process.env.PORT ?? 8090, "127.0.0.1");
