-- Arguments: how many requests to send at once; where they differ, a file of request targets; then, milliseconds a connection
-- waits between two requests.
function init(arguments)
   local batch = tonumber(arguments[1])
   local pause = tonumber(arguments[3])
   if pause then
      -- Each waits somewhat more or less, lest all ask at once.
      delay = function() return math.random(0, math.floor(2 * pause)) end
   end
   if arguments[2] then
      local requests, next = {}, 0
      for target in io.lines(arguments[2]) do
         requests[#requests + 1] = wrk.format("GET", target)
      end
      request = function()
         next = next % #requests + 1
         return requests[next]
      end
   elseif batch > 1 then
      local requests = string.rep(wrk.format("GET"), batch)
      request = function() return requests end
   end
end

function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format(
      'RESULT {"rate": %.1f, "p50": %.3f, "p99": %.3f, "status": %d, "socket": %d, "requests": %d}\n',
      summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
      errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.requests))
end
