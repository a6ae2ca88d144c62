--- The entities of a text: to choose one, or all of them in the quickfix list.
local M = {}

local ask = require("onomast.ask")
local onomast = require("onomast")
local places = require("onomast.places")

M.TYPES = { "event", "group", "organization", "other", "person", "place", "publication", "ship", "treaty" }

--- Its other main names behind the title, each once: Ankara has the same in two languages.
local function row(entity)
  local others, said = {}, { [entity.title] = true }
  for _, name in ipairs(entity.names) do
    if not said[name.text] then table.insert(others, name.text) end
    said[name.text] = true
  end
  return vim.trim(("%s ×%d  (%s)  %s"):format(entity.title, entity.count, entity.type, table.concat(others, " · ")))
end

--- First mentions as rows of the quickfix list, from which one jumps.
local function to_quickfix(listed, entities, encoding)
  local buffer = vim.uri_to_bufnr(listed.uri)
  local rows = vim.tbl_map(function(entity)
    local start = entity.first.start
    local column = places.column(buffer, start, encoding)
    return { bufnr = buffer, lnum = start.line + 1, col = column + 1, text = row(entity) }
  end, entities)
  vim.fn.setqflist({}, " ", { title = "Onomast: names of this text", items = rows })
  vim.cmd("botright copen")
end

--- Whether a choice among so many would scroll off the screen, as Neovim's own does; one of another plugin would not.
local function is_too_long(entities)
  local is_own = debug.getinfo(vim.ui.select, "S").source:find("vim/ui.lua", 1, true)
  return is_own and #entities > vim.o.lines - 4
end

--- `:Onomast entities [TYPE…]`; with a bang, and where there are too many to choose from, in the quickfix list.
function M.list(call)
  ask.command("entities", {}, function(listed, client)
    local entities = vim.tbl_filter(function(entity)
      return #call.words == 0 or vim.list_contains(call.words, entity.type)
    end, listed and listed.entities or {})
    if #entities == 0 then return onomast.say("no names in this text", vim.log.levels.WARN) end
    if call.bang or is_too_long(entities) then return to_quickfix(listed, entities, client.offset_encoding) end
    vim.ui.select(entities, { prompt = "Names of this text", format_item = row, kind = "onomast.entity" }, function(chosen)
      if not chosen then return end
      places.jump({ uri = listed.uri, range = chosen.first }, client.offset_encoding)
    end)
  end)
end

return M
