-- wrk -s wrk.lua URL -- TOKEN-FILE BODY-FILE...: posts the bodies in turn; the last line of the output is JSON.

local requests, turn = {}, 0

local function content(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

function init(args)
  local headers = {
    ["content-type"] = "application/json",
    ["authorization"] = "Bearer " .. content(args[1]),
  }
  for index = 2, #args do
    requests[#requests + 1] = wrk.format("POST", nil, headers, content(args[index]))
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "duration_us": %d, "p50_us": %d, "p99_us": %d, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
