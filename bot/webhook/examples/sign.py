"""Asks with a signature in place of the token. usage: ALINTI_SECRET=whsec_… [ALINTI_URL=…] sign.py

Needs: pip install standardwebhooks
"""
import datetime
import json
import os
import urllib.request
import uuid

from standardwebhooks.webhooks import Webhook

url = os.environ.get("ALINTI_URL", "http://127.0.0.1:8080")
body = json.dumps({"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
ident, now = "msg_" + uuid.uuid4().hex, datetime.datetime.now(datetime.timezone.utc)
request = urllib.request.Request(url + "/v1/ask", body.encode(), {
    "Content-Type": "application/json",
    "webhook-id": ident,  # the same again gets the same answer, not a second one
    "webhook-timestamp": str(int(now.timestamp())),
    "webhook-signature": Webhook(os.environ["ALINTI_SECRET"]).sign(ident, now, body),
})
with urllib.request.urlopen(request) as reply:
    print(json.load(reply)["text"])
