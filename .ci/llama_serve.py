"""Serves a GGUF file with llama.cpp's own server on loopback until SIGTERM.

usage: llama_serve.py MODEL.gguf PORT [CONTEXT]
"""
import signal
import sys
import threading

import xllamacpp

p = xllamacpp.CommonParams()
p.model.path, p.port, p.hostnames = sys.argv[1], int(sys.argv[2]), ["127.0.0.1"]
p.n_ctx, p.n_parallel = int(sys.argv[3]) if len(sys.argv) > 3 else 4096, 1
p.cpuparams.n_threads = 1  # two threads spin on each other on a shared machine
p.ui, p.offline = False, True
server = xllamacpp.Server(p)
print("READY", server.listening_address, flush=True)
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())
stop.wait()
