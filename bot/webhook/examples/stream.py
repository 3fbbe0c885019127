"""Shows an answer as it comes. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] stream.py"""
import json
import os
import urllib.request

url = os.environ.get("ALINTI_URL", "http://127.0.0.1:8080")
headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
if "ALINTI_TOKEN" in os.environ:
    headers["Authorization"] = "Bearer " + os.environ["ALINTI_TOKEN"]
body = json.dumps({"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"}).encode()
event = ""
with urllib.request.urlopen(urllib.request.Request(url + "/v1/ask", body, headers)) as reply:
    for line in reply:  # lines that begin with a colon keep the connection alive
        key, _, value = line.decode().rstrip("\n").partition(": ")
        if key == "event":
            event = value
        elif key == "data":
            data = json.loads(value)
            print(event, [q["text"] for q in data["quotes"]] if event == "quotes" else data.get("text", data))
