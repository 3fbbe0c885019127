"""Receives answers and verifies them. usage: ALINTI_SECRET=whsec_… [PORT=8090] verify.py

Needs: pip install standardwebhooks
"""
import http.server
import os

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["ALINTI_SECRET"])


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            data = webhook.verify(body, dict(self.headers))["data"]
        except WebhookVerificationError:
            return self.reply(401)
        # A delivery may come more than once: data["job"] tells a repeat.
        print(data["job"], data["answer"]["text"] if "answer" in data else data["problem"]["detail"], flush=True)
        self.reply(204)  # any other 2xx will do; whatever else makes alinti send it again

    def reply(self, status):
        self.send_response(status)
        self.end_headers()


http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 8090))), Receiver).serve_forever()
