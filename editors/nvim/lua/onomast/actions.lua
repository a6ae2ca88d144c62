--- Code actions of our server: one is chosen, and what it would change is shown before it is done.
local M = {}

local ask = require("onomast.ask")
local onomast = require("onomast")

--- An edit of several places is shown first, with what is to be said of it; a single one is done, and undone by `u`.
local function carry_out(edit, client, title, more)
  local preview = require("onomast.preview")
  local open = require("onomast.edit").open_buffers()
  local rows = preview.rows(edit)
  if #rows == 0 then return onomast.say(more or "nothing to change") end
  if #rows == 1 and not edit.changeAnnotations then return require("onomast.edit").make(edit, client, open) end
  preview.show(edit, client, title, open, more)
end

local function perform(action, client)
  ask.resolve(action, client, function(resolved)
    if resolved.edit then carry_out(resolved.edit, client, resolved.title) end
    local command = type(resolved.command) == "table" and resolved.command or resolved.command and resolved
    if command then
      ask.request("workspace/executeCommand", { command = command.command, arguments = command.arguments }, function() end)
    end
  end)
end

local function nothing()
  onomast.say("nothing to offer here", vim.log.levels.WARN)
end

--- Offers the actions of these kinds at the cursor; where there are none, does something else.
function M.choose(kinds, otherwise)
  local client = ask.client()
  if not client then return end
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  local params = {
    range = { start = position, ["end"] = position },
    context = { diagnostics = {}, only = kinds, triggerKind = 1 },
  }
  ask.request("textDocument/codeAction", params, function(actions)
    if not actions or #actions == 0 then return (otherwise or nothing)() end
    local options = { prompt = "Onomast", kind = "codeaction", format_item = function(action) return action.title end }
    vim.ui.select(actions, options, function(chosen)
      if chosen then perform(chosen, client) end
    end)
  end)
end

--- Asks for another spelling of the name at the cursor, from the one that is there.
local function ask_for_spelling()
  ask.request("textDocument/prepareRename", {}, function(prepared)
    if not prepared then return nothing() end
    vim.ui.input({ prompt = "Another spelling: ", default = prepared.placeholder }, function(text)
      if text and text ~= "" then M.replace({ text }) end
    end)
  end)
end

--- Offers other spellings for the name at the cursor, and asks for one where none is known; with words, these in the
--- narration of the whole project.
function M.replace(words)
  if #words == 0 then return M.choose({ "refactor" }, ask_for_spelling) end
  ask.command("replace", { text = table.concat(words, " ") }, function(replacing, client)
    if not replacing then
      return onomast.say("not here: that is another name, or it is not sure whose name this is", vim.log.levels.WARN)
    end
    carry_out(replacing.edit, client, ("%s → %s"):format(replacing.from, replacing.to), replacing.summary)
  end)
end

--- Another spelling in the whole project and in the gazetteer, shown before it is done.
function M.rename(name)
  local function go(new)
    if not new or new == "" then return end
    ask.request("textDocument/rename", { newName = new }, function(edit, client)
      if not edit then return onomast.say("no name stands here", vim.log.levels.WARN) end
      carry_out(edit, client, "rename to " .. new)
    end)
  end
  if name then return go(name) end
  ask.request("textDocument/prepareRename", {}, function(prepared)
    if not prepared then return onomast.say("no name to rename stands here", vim.log.levels.WARN) end
    vim.ui.input({ prompt = "New spelling: ", default = prepared.placeholder or vim.fn.expand("<cword>") }, go)
  end)
end

return M
