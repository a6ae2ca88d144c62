--- A new person or other name, by a few questions: what it is, and its name in the other language. What would be written
--- is shown before it is.
local M = {}

local ask = require("onomast.ask")
local edit = require("onomast.edit")
local onomast = require("onomast")

local LANGUAGES = { { "ru", "Russian" }, { "tr", "Turkish" }, { "en", "English" } }

-- In which a name is asked for; what the others write is proposed by the server.
local ASKED = { ru = "Russian", tr = "Turkish" }

local function choose(prompt, rows, answer)
  vim.ui.select(rows, { prompt = prompt, format_item = function(row) return row[2] end, kind = "onomast.add" }, function(row)
    if row then answer(row[1]) end
  end)
end

local function type_in(prompt, default, answer)
  vim.ui.input({ prompt = prompt, default = default }, function(text)
    text = vim.trim(text or "")
    if text ~= "" then answer(text) end
  end)
end

local function ask_type(answer)
  local rows = vim.tbl_map(function(type) return { type, type } end, require("onomast.entities").TYPES)
  table.sort(rows, function(one, other) return one[1] == "person" and other[1] ~= "person" end)
  choose("What is it?", rows, function(type)
    if type ~= "person" then return answer(type) end
    choose("A man or a woman?", { { "masculine", "a man" }, { "feminine", "a woman" } }, function(gender)
      answer(type, gender)
    end)
  end)
end

--- What would be written, and whether it should be.
local function confirm(made, client, open)
  local lines = { made.id }
  for _, spelling in ipairs(made.spellings) do
    table.insert(lines, ("%s: %s"):format(spelling.language, spelling.texts[1]))
  end
  table.insert(lines, "forms: " .. table.concat(made.forms, ", "))
  choose(table.concat(lines, "\n"), { { true, "add it" }, { false, "leave it" } }, function(wanted)
    if not wanted then return end
    if not made.edit then return onomast.say(made.refused, vim.log.levels.ERROR) end
    edit.make(made.edit, client, open)
    onomast.say(("%s was added"):format(made.id))
  end)
end

--- `:Onomast add [NAME]`
function M.add(words)
  local open = edit.open_buffers()
  local name = #words > 0 and table.concat(words, " ") or vim.fn.expand("<cword>")
  local function propose(said)
    ask.command("newEntity", said, function(first)
      if not first then return onomast.say("that is no name that can be added", vim.log.levels.WARN) end
      local forms = vim.tbl_map(function(one) return { one.text, one.text } end, first.nominatives)
      -- What was taken from the text as it stands there may be any form of the name.
      if said.text == name and not said.spellings and (#forms > 1 or forms[1][1] ~= name) then
        return choose("The name, as in a dictionary: ", forms, function(form)
          said.text, said.spellings = form, {}
          propose(said)
        end)
      end
      said.spellings = {}
      local others = vim.tbl_filter(function(spelling)
        return ASKED[spelling.language] and spelling.language ~= said.language
      end, first.spellings)
      local function next_language(number)
        local spelling = others[number]
        if not spelling then
          return ask.command("newEntity", said, function(made, client) confirm(made, client, open) end)
        end
        type_in(("In %s: "):format(ASKED[spelling.language]), spelling.texts[1], function(text)
          table.insert(said.spellings, { language = spelling.language, text = text })
          next_language(number + 1)
        end)
      end
      next_language(1)
    end)
  end
  type_in("The name, as in a dictionary: ", name, function(text)
    choose("In which language is it spelled so?", LANGUAGES, function(language)
      ask_type(function(type, gender)
        propose({ text = text, language = language, type = type, gender = gender })
      end)
    end)
  end)
end

return M
