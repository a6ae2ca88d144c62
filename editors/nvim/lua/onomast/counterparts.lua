--- The same name in another language: where it stands in the other text, or how it is spelled.
local M = {}

local ask = require("onomast.ask")
local onomast = require("onomast")
local places = require("onomast.places")

local function file(uri)
  return vim.fn.fnamemodify(vim.uri_to_fname(uri), ":~:.")
end

--- A row for each place; for a counterpart that stands nowhere, one without.
local function rows(answer, language)
  local all = {}
  for _, counterpart in ipairs(answer.counterparts) do
    if not language or counterpart.language == language then
      local name = ("%s: %s"):format(counterpart.language, counterpart.form or counterpart.text)
      for _, location in ipairs(counterpart.places) do
        table.insert(all, { text = ("%s  %s:%d"):format(name, file(location.uri), location.range.start.line + 1), location = location })
      end
      if #counterpart.places == 0 then table.insert(all, { text = name, name = counterpart.form or counterpart.text }) end
    end
  end
  return all
end

--- `:Onomast counterpart [LANGUAGE]`: goes where it stands; one that stands nowhere is put into the unnamed register.
function M.go(call)
  ask.command("counterparts", {}, function(answer, client)
    local all = answer and rows(answer, call.words[1]) or {}
    local function take(chosen)
      if not chosen then return end
      if chosen.location then return places.jump(chosen.location, client.offset_encoding) end
      vim.fn.setreg('"', chosen.name)
      onomast.say(chosen.text .. "  (p puts it)")
    end
    if #all == 0 then return onomast.say("no counterpart is known", vim.log.levels.WARN) end
    if #all == 1 then return take(all[1]) end
    vim.ui.select(all, { prompt = "In another language", format_item = function(row) return row.text end }, take)
  end)
end

return M
