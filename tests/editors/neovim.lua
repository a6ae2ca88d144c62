-- nvim --headless --clean -l tests/editors/neovim.lua SERVER    in the repository's root
-- Prints what it sees; an assertion that fails ends Neovim with an exit code other than 0.
local server = assert(arg[1], "no server given")
local expected = vim.json.decode(table.concat(vim.fn.readfile("tests/editors/expected.json"), "\n"))

-- print() would go to stderr.
local function say(...)
  io.stdout:write(string.format(...), "\n")
end

-- Lets Neovim work until something has come to pass.
local function await(what, come_to_pass)
  assert(vim.wait(20000, come_to_pass, 10), "waited in vain for " .. what)
end

local function contains(text, part, where)
  assert(text:find(part, 1, true), ("%s: %q is not in %q"):format(where, part, text))
end

local function client_of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = "onomast" })[1]
end

local function open(path)
  vim.cmd.edit(vim.fn.fnameescape(path))
  return vim.api.nvim_get_current_buf()
end

-- { code = { text, … } } of all findings, printed on the way. Columns have become bytes of the buffer by now, so the
-- text shows that the encoding was understood.
local function findings(buffer)
  local found = {}
  for _, finding in ipairs(vim.diagnostic.get(buffer)) do
    local text = vim.api.nvim_buf_get_text(
      buffer, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})[1]
    say("  %d:%d %s %q: %s", finding.lnum + 1, finding.col + 1, finding.code, text, finding.message)
    assert(finding.source == "onomast", "a finding of " .. tostring(finding.source))
    found[finding.code] = found[finding.code] or {}
    table.insert(found[finding.code], text)
  end
  return found
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n"), window
    end
  end
end

-- Puts the cursor on the second letter of a word, where a reader might have it.
local function go_to(word)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. word, "c") > 0, word .. " does not stand in the text")
  vim.cmd.normal({ "l", bang = true })
end

local function check_hover(question)
  go_to(question.word)
  vim.lsp.buf.hover()
  await("a card of " .. question.word, function() return floating_text() ~= nil end)
  local card, window = floating_text()
  say("  card of %s:\n    %s", question.word, card:gsub("\n", "\n    "))
  for _, part in ipairs(question.card) do
    contains(card, part, "the card of " .. question.word)
  end
  vim.api.nvim_win_close(window, true)
end

local function check_definition(question, article)
  go_to(question.word)
  vim.lsp.buf.definition()
  await("the definition of " .. question.word, function() return vim.api.nvim_get_current_buf() ~= article end)
  local line = vim.api.nvim_get_current_line()
  say("  definition of %s: %s:%d: %s", question.word, vim.fs.basename(vim.api.nvim_buf_get_name(0)),
    vim.fn.line("."), vim.trim(line))
  contains(line, question.definition, "the definition of " .. question.word)
end

-- From the entry back to the text, while only one text is open.
local function check_way_back(article)
  local entry = vim.api.nvim_get_current_buf()
  await("the server at the entry", function() return client_of(entry) ~= nil end)
  vim.lsp.buf.definition()
  await("the way back", function() return vim.api.nvim_get_current_buf() == article end)
  say("  from there back to line %d: %s", vim.fn.line("."), vim.api.nvim_get_current_line())
end

local function check_article(article)
  local buffer = open(article.file)
  say("%s", article.file)
  await("the server", function() return (client_of(buffer) or {}).initialized end)
  await("findings", function() return #vim.diagnostic.get(buffer) > 0 end)
  say("  encoding %s, root %s", client_of(buffer).offset_encoding, client_of(buffer).config.root_dir)
  local found = findings(buffer)
  for code, texts in pairs(article.findings) do
    for _, text in ipairs(texts) do
      assert(vim.list_contains(found[code] or {}, text), ("no %s at %q"):format(code, text))
    end
  end
  for _, question in ipairs(article.questions) do
    check_hover(question)
    check_definition(question, buffer)
    if article == expected.articles[1] then check_way_back(buffer) end
    vim.cmd.buffer({ buffer, bang = true })
  end
  return buffer
end

-- A finding comes and goes with the letters that are typed.
local function check_typing(buffer)
  local typing = expected.typing
  local function found()
    return vim.list_contains(vim.tbl_map(function(finding) return finding.lnum end, vim.diagnostic.get(buffer)), 0)
  end
  assert(not found(), "the first line has a finding before anything was typed")
  vim.fn.cursor(1, 1)
  vim.api.nvim_feedkeys(vim.keycode("O" .. typing.text .. "<CR><Esc>"), "tx", false)
  await("a finding in " .. typing.text, found)
  vim.cmd("silent undo")
  await("its end", function() return not found() end)
  say("  typed and undone: %s", typing.text)
end

-- Of JSON files the server gets gazetteers only.
local function check_json()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder)
  local other, gazetteer = folder .. "/package.json", folder .. "/my.gazetteer.json"
  vim.fn.writefile({ "{}" }, other)
  vim.fn.writefile({ '{ "onomast": 1, "entities": [] }' }, gazetteer)
  local buffer = open(gazetteer)
  await("the server at a gazetteer", function() return client_of(buffer) ~= nil end)
  assert(client_of(open(other)) == nil, "the server was given a JSON file that is no gazetteer")
end

local function check_missing_server()
  local shown
  local notify = vim.notify
  vim.notify = function(message) shown = message end
  require("onomast").setup({ cmd = { "/no/such/onomast" } })
  assert(not shown, "there is a message before there is a text")
  open(expected.articles[1].file)
  vim.cmd.bdelete()
  vim.notify = notify
  contains(shown or "", "/no/such/onomast", "the message about a missing server")
end

vim.o.swapfile, vim.o.showmode, vim.o.report = false, false, 9999
vim.cmd("filetype on") -- which --clean -l leaves off
vim.opt.runtimepath:prepend(vim.fn.getcwd() .. "/editors/nvim")
say("Neovim %s", tostring(vim.version()))

check_missing_server()
-- As from a user's configuration; the plugin itself is read behind it.
require("onomast").setup({ cmd = { server, "lsp", "--stdio" } })
vim.cmd.runtime("plugin/onomast.lua")
local buffer
for _, article in ipairs(expected.articles) do
  buffer = check_article(article)
end
check_typing(buffer)
check_json()

for _, client in ipairs(vim.lsp.get_clients()) do
  client.stop(vim.fn.has("nvim-0.11") == 1 and client or nil)
end
await("the server's end", function() return #vim.lsp.get_clients() == 0 end)
vim.cmd.qall({ bang = true })
