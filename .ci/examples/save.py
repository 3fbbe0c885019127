"""Saves deliveries as they came: N.headers (id, time, signatures, a line each) and N.body. usage: save.py PORT FOLDER"""
import http.server
import pathlib
import sys

folder = pathlib.Path(sys.argv[2])


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        n = len(list(folder.glob("*.headers")))
        (folder / f"{n}.body").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        (folder / f"{n}.headers").write_text("".join(self.headers["webhook-" + k] + "\n" for k in ("id", "timestamp", "signature")))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args):
        pass


http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
