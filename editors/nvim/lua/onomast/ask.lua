--- Asks the server what goes beyond the protocol of language servers; docs/protocol.md describes it.
local M = {}

local onomast = require("onomast")

-- The form in which these functions are called changed with 0.11.
local function request(client, method, params, answer, buffer)
  if vim.fn.has("nvim-0.11") == 1 then return client:request(method, params, answer, buffer) end
  return client.request(method, params, answer, buffer)
end

local function request_sync(client, method, params, patience, buffer)
  if vim.fn.has("nvim-0.11") == 1 then return client:request_sync(method, params, patience, buffer) end
  return client.request_sync(method, params, patience, buffer)
end

--- The client of the current buffer; without one the reader is told.
function M.client()
  local client = onomast.client()
  if not client then onomast.say("no server is at work in this buffer; see :checkhealth onomast", vim.log.levels.WARN) end
  return client
end

--- Any request about the place of the cursor. `answer` gets the result, which may be nil, and the client.
function M.request(method, more, answer)
  local client = M.client()
  if not client then return end
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, client.offset_encoding), more or {})
  request(client, method, params, function(failure, result)
    if failure then return onomast.say(failure.message, vim.log.levels.ERROR) end
    answer(result ~= vim.NIL and result or nil, client)
  end, vim.api.nvim_get_current_buf())
end

--- A result as Lua has it, in which what JSON calls null is not there. Neovim hands it on as vim.NIL, which counts as true.
local function without_null(value)
  if value == vim.NIL then return nil end
  if type(value) == "table" then
    for key, member in pairs(value) do
      value[key] = without_null(member)
    end
  end
  return value
end

local function arguments(command, client, more)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  return {
    command = "onomast.server." .. command,
    arguments = { vim.tbl_extend("force", params, more or {}) },
  }
end

--- A command of the server about the place of the cursor.
function M.command(command, more, answer)
  local client = M.client()
  if not client then return end
  M.request("workspace/executeCommand", arguments(command, client, more), function(result)
    answer(without_null(result), client)
  end)
end

--- The same at once, for the completion of commands; nil where it takes too long.
function M.now(command, more)
  local client = onomast.client()
  if not client then return end
  local answered = request_sync(client, "workspace/executeCommand", arguments(command, client, more), 500, 0)
  return answered and without_null(answered.result)
end

--- Resolves a code action that has not all of its edit yet.
function M.resolve(action, client, answer)
  if action.edit or action.command then return answer(action) end
  request(client, "codeAction/resolve", action, function(failure, resolved)
    if failure then return onomast.say(failure.message, vim.log.levels.ERROR) end
    answer(resolved)
  end, vim.api.nvim_get_current_buf())
end

return M
