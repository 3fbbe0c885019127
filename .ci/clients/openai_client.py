"""The openai package asks, streams and lists models. usage: openai_client.py BASE_URL"""
import sys
from openai import BadRequestError, OpenAI

client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="none")
question = [{"role": "user", "content": "Kuzey Kore Rusya'ya kaç asker gönderdi?"}]

assert "alinti" in [m.id for m in client.models.list()]
whole = client.chat.completions.create(model="alinti", messages=question)
text = whole.choices[0].message.content
assert "13 bin asker" in text, text
note = whole.choices[0].message.annotations[0].url_citation
quote = whole.model_extra["alinti"]["quotes"][0]
assert text[note.start_index:note.end_index] == quote["text"], (note, text)

parts, last = [], None
for chunk in client.chat.completions.create(model="alinti", messages=question, stream=True,
                                            stream_options={"include_usage": True}):
    if chunk.choices:
        parts.append(chunk.choices[0].delta.content or "")
        last = chunk.choices[0].finish_reason
assert "".join(parts) == text and last == "stop", parts
try:
    client.chat.completions.create(model="alinti", messages=[{"role": "user", "content": " "}])
    raise SystemExit("an empty question was answered")
except BadRequestError as e:
    assert e.param == "messages", e
print("openai (PyPI): ok")
