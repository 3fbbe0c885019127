"""The standardwebhooks package signs requests. usage: sign_client.py BASE_URL SECRET"""
import datetime
import json
import sys
import urllib.error
import urllib.request
import uuid
from standardwebhooks.webhooks import Webhook

base, secret = sys.argv[1:]


def ask(key, body, ident, at):
    signature = Webhook(key).sign(ident, at, body)
    request = urllib.request.Request(base + "/v1/ask", body.encode(), {
        "Content-Type": "application/json", "webhook-id": ident,
        "webhook-timestamp": str(int(at.timestamp())), "webhook-signature": signature})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as e:
        return e.code, json.load(e)


now = datetime.datetime.now(datetime.timezone.utc)
body = json.dumps({"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
ident = "msg_" + uuid.uuid4().hex
status, answer = ask(secret, body, ident, now)
assert status == 200 and "13 bin asker" in answer["text"], answer
assert ask(secret, body, ident, now)[1] == answer, "a repeat got another answer"
assert ask(secret, body + " ", ident, now)[0] == 409
assert ask("whsec_" + "A" * 44, body, ident + "2", now)[0] == 401
assert ask(secret, body, ident + "3", now - datetime.timedelta(minutes=6))[1]["type"] == "/problems/stale-signature"
print("standardwebhooks (PyPI) signs: ok")
