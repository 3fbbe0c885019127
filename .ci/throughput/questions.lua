-- wrk posts the lines of a file in turn and prints its figures on one line.
local bodies, i = {}, 0
function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  i = math.random(#bodies)
end
function request()
  i = i % #bodies + 1
  return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, bodies[i])
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %.0f %.3f %.3f %d %.0f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout,
    summary.bytes / math.max(1, summary.requests), summary.requests))
end
