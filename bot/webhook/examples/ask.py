"""Asks a question. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] ask.py"""
import json
import os
import urllib.request

url = os.environ.get("ALINTI_URL", "http://127.0.0.1:8080")
headers = {"Content-Type": "application/json"}
if "ALINTI_TOKEN" in os.environ:
    headers["Authorization"] = "Bearer " + os.environ["ALINTI_TOKEN"]
body = json.dumps({"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"}).encode()
with urllib.request.urlopen(urllib.request.Request(url + "/v1/ask", body, headers)) as reply:
    answer = json.load(reply)
if not answer["answered"]:
    print(answer["text"])  # why not, in words
for quote in answer.get("quotes", []):
    print(f"«{quote['text']}» ({quote['source']['file']}, bytes {quote['start']}–{quote['end']})")
