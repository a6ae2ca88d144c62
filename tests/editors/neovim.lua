-- nvim --headless --clean -l neovim.lua SERVER REPOSITORY    in a folder that has a copy of tests/corpus
-- Prints what it sees; an assertion that fails ends Neovim with an exit code other than 0.
local server = assert(arg[1], "no server given")
local repository = assert(arg[2], "no repository given")
local expected = vim.json.decode(table.concat(vim.fn.readfile(repository .. "/tests/editors/expected.json"), "\n"))

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

-- From the entry back to the texts: where others of the project have been read by now, Neovim makes a list.
local function check_way_back(article)
  local entry = vim.api.nvim_get_current_buf()
  await("the server at the entry", function() return client_of(entry) ~= nil end)
  vim.fn.setqflist({})
  vim.lsp.buf.definition()
  local function listed() return vim.iter(vim.fn.getqflist()):any(function(row) return row.bufnr == article end) end
  await("the way back", function() return vim.api.nvim_get_current_buf() == article or listed() end)
  say("  from there back to %d texts", math.max(1, #vim.fn.getqflist()))
  vim.cmd.cclose()
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

-- Whoever begins without a name and says what kind of text it is has the server as soon as the text has a name.
local function check_new_text()
  vim.cmd.enew()
  vim.bo.filetype = "markdown"
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { "Чечерину ответили." })
  vim.cmd("silent write " .. vim.fn.fnameescape(vim.fn.tempname() .. ".md"))
  await("the server at a text that has got a name", function() return (client_of(buffer) or {}).initialized end)
  await("findings", function() return #vim.diagnostic.get(buffer) > 0 end)
end

-- Runs a command of ours, and waits for what it does.
local function onomast(command, what, come_to_pass)
  vim.cmd(command)
  await(what, come_to_pass)
end

-- What was put before the reader to choose from. The first row that has one of the words to look for is chosen, else the first.
local offered
local looked_for = {}
-- How often the server has asked where names are to be marked. It is to ask once, of the reader of all these texts.
local asked_where = 0
vim.ui.select = function(items, options, choose)
  local rows = vim.tbl_map(options.format_item, items)
  if rows[1] == "Only in projects" then
    asked_where = asked_where + 1
    return choose(items[2])
  end
  offered = rows
  for _, word in ipairs(looked_for) do
    for number, row in ipairs(offered) do
      if row:find(word, 1, true) then return choose(items[number]) end
    end
  end
  choose(items[1])
end

-- What is asked is answered with what is proposed.
vim.ui.input = function(options, answer)
  answer(options.default)
end

local function page()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function check_commands(article)
  local buffer = open(article.file)
  await("the server", function() return (client_of(buffer) or {}).initialized end)
  go_to("Чичериным")
  local line = vim.fn.line(".")
  local echo, said = vim.api.nvim_echo, nil
  vim.api.nvim_echo = function(chunks) said = chunks[1][1] end
  onomast("Onomast next", "the next mention", function() return vim.fn.line(".") > line and said end)
  vim.api.nvim_echo = echo
  contains(said, expected.walk.called, "what is said of the next mention")
  assert(vim.fn.expand("<cWORD>"):find("Чичерин", 1, true), "the next mention is of another one")
  onomast("Onomast previous", "the mention before", function() return vim.fn.line(".") == line end)
  onomast("normal ]n", "the next mention by its key", function() return vim.fn.line(".") > line end)
  vim.fn.cursor(1, 1)
  onomast("Onomast! next", "the next name", function() return vim.fn.col(".") > 1 end)

  onomast("Onomast! entities", "a list of names", function() return #vim.fn.getqflist() > 10 end)
  say("  names: %s", vim.fn.getqflist()[1].text)
  vim.cmd.cclose()
  onomast("Onomast entities place", "a choice of places", function() return offered end)
  for _, row in ipairs(offered) do contains(row, "(place)", "the choice of places") end

  vim.api.nvim_set_current_buf(buffer)
  go_to("Чичериным")
  onomast("Onomast show", "a page", function() return vim.bo.filetype == "markdown" and vim.bo.buftype ~= "" end)
  contains(page(), "Çiçerin", "the page")
  vim.cmd.close()
  onomast("Onomast explain", "an explanation", function() return page():find("Чичериным", 1, true) and vim.bo.buftype ~= "" end)
  vim.cmd.close()
  onomast("Onomast status", "what is in force", function() return vim.bo.buftype ~= "" end)
  contains(page(), "built in", "the status")
  vim.cmd.close()
  offered = nil
  go_to("Чичериным")
  onomast("Onomast counterpart tr", "a counterpart", function()
    return offered or vim.api.nvim_get_current_buf() ~= buffer or vim.fn.getreg('"') ~= ""
  end)
  offered = nil
  vim.api.nvim_set_current_buf(buffer)
  go_to("Чичериным")
  onomast("Onomast counterpart", "a choice of counterparts", function() return offered end)
  say("  counterparts: %s", table.concat(offered, "; "))
  -- Of some there is no form.
  for _, row in ipairs(offered) do assert(not row:find("vim.NIL", 1, true), row) end
  contains(table.concat(offered, "; "), "fr: Tchitcherine", "the choice of counterparts")

  assert(vim.deep_equal(vim.fn.getcompletion("Onomast ne", "cmdline"), { "next" }), "completion of subcommands")
  assert(vim.list_contains(vim.fn.getcompletion("Onomast entities pla", "cmdline"), "place"), "completion of types")
  vim.api.nvim_set_current_buf(buffer)
  assert(vim.list_contains(vim.fn.getcompletion("Onomast show person/georgy", "cmdline"), "person/georgy-chicherin"),
    "completion of entities")
end

-- A tick a row, and what has none stays as it is.
local function check_preview()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder)
  local path = folder .. "/a.txt"
  vim.fn.writefile({ "Ангора и Ангора", "«Ангора»" }, path)
  local uri = vim.uri_from_fname(path)
  local function edit(line, first, annotation)
    local range = { start = { line = line, character = first }, ["end"] = { line = line, character = first + 6 } }
    return { range = range, newText = "Анкара", annotationId = annotation }
  end
  -- As Neovim decodes `null`.
  local no_version = vim.fn.has("nvim-0.11") == 1 and vim.NIL or nil
  local change = {
    changeAnnotations = { quoted = { label = "quotation", needsConfirmation = true } },
    documentChanges = {
      { textDocument = { uri = uri, version = no_version }, edits = { edit(0, 0), edit(0, 9), edit(1, 1, "quoted") } },
    },
  }
  require("onomast.preview").show(change, { offset_encoding = "utf-16" }, "replace", require("onomast.edit").open_buffers())
  local function rows() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end
  say("  preview:\n    %s", table.concat(rows(), "\n    "))
  contains(rows()[1], "[x]", "a row of narration")
  contains(rows()[1], "[Ангора → Анкара]", "a row of narration")
  contains(rows()[3], "[ ]", "a row of quotation")
  contains(rows()[3], "quotation", "a row of quotation")
  vim.fn.cursor(1, 1)
  vim.api.nvim_feedkeys(vim.keycode("<Space>"), "tx", false)
  contains(rows()[1], "[ ]", "the row without its tick")
  vim.api.nvim_feedkeys("a", "tx", false)
  local changed = vim.api.nvim_buf_get_lines(vim.uri_to_bufnr(uri), 0, -1, false)
  assert(vim.deep_equal(changed, { "Ангора и Анкара", "«Ангора»" }), vim.inspect(changed))
  vim.cmd.buffer({ vim.uri_to_bufnr(uri), bang = true })
end

local function lines_of(file)
  return table.concat(vim.fn.readfile(file), "\n")
end

-- What the README says under "An article, step by step", with the keys of this editor's page.
local function check_lesson(lesson)
  local buffer = open(lesson.file)
  await("the server", function() return (client_of(buffer) or {}).initialized end)
  local silence, person, replace = lesson.silence, lesson.person, lesson.replace
  local function is_underlined(word)
    return vim.iter(vim.diagnostic.get(buffer)):any(function(finding)
      return vim.api.nvim_buf_get_text(buffer, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})[1] == word
    end)
  end
  await("a finding", function() return is_underlined(silence.word) end)
  go_to(silence.word)
  looked_for = { silence.action }
  onomast("normal \\nd", "silence", function() return not is_underlined(silence.word) end)
  say("  offered: %s", table.concat(offered, "; "))
  contains(lines_of("onomast.decisions.jsonl"), silence.word, "the decisions")

  go_to(person.word)
  looked_for = { person.languageInEnglish, "add it" }
  onomast("normal \\na", "a new entry", function() return vim.fn.filereadable("names.gazetteer.json") == 1 end)
  for _, part in ipairs({ person.text, person.other.text }) do contains(lines_of("names.gazetteer.json"), part, "the list") end
  local function is_known()
    local listed = require("onomast.ask").now("entities")
    return listed and vim.iter(listed.entities):any(function(entity) return entity.id == person.id end)
  end
  await("the new name", is_known)
  check_hover(person.known)

  -- Of a name with one spelling there is no other to offer, so one is asked for.
  local asked
  local input = vim.ui.input
  vim.ui.input = function(options) asked = options.default end
  go_to(person.known.word)
  onomast("Onomast replace", "a question", function() return asked end)
  vim.ui.input = input
  contains(asked, person.text, "what is asked")

  go_to(replace.word)
  onomast("Onomast replace " .. replace.text, "a preview", function() return vim.bo.buftype == "quickfix" end)
  vim.api.nvim_feedkeys("a", "tx", false)
  vim.cmd.buffer({ buffer, bang = true })
  local changed = page()
  for _, part in ipairs(replace.becomes) do contains(changed, part, "the text") end
  for _, part in ipairs(replace.stays) do contains(changed, part, "the text") end
  say("  replaced:\n%s", changed)
  vim.cmd("silent undo")
  return buffer
end

-- Neovim's own list of actions: a decision is written at once, though nobody sees its file.
local function check_decision(commands)
  local buffer = open(commands.file)
  await("the server", function() return (client_of(buffer) or {}).initialized end)
  local word = commands.notAName
  go_to(word)
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title:find("This is no name", 1, true) end })
  await("the decision on disk", function()
    return vim.fn.filereadable("onomast.decisions.jsonl") == 1 and lines_of("onomast.decisions.jsonl"):find(word, 1, true)
  end)
  await("what follows from it", function()
    local asked = require("onomast.ask").now("explain")
    return asked and #asked.candidates == 0
  end)
  assert(vim.fn.bufwinid("onomast.decisions.jsonl") < 0, "the decisions are shown")
end

-- A fix that keeps the ending; and a renaming over two texts and the list of names.
local function check_changes(lesson, fix, rename)
  local fixed = open(fix.file)
  await("findings", function() return #vim.diagnostic.get(fixed) > 0 end)
  go_to(fix.word)
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
  await("the fix", function() return page():find(fix.becomes, 1, true) end)
  vim.cmd("silent undo")

  local other = vim.fn.getcwd() .. "/" .. rename.other.file
  vim.fn.writefile({ rename.other.text }, other)
  local buffer = open(lesson.file)
  await("the other text", function()
    local listed = require("onomast.ask").now("entities") or { entities = {} }
    return vim.iter(listed.entities):any(function(entity)
      return entity.id == lesson.person.id and type(entity.project) == "table" and entity.project.documents == 2
    end)
  end)
  go_to(rename.word)
  onomast("Onomast rename " .. rename.to, "a preview", function() return vim.bo.buftype == "quickfix" end)
  say("  renaming:\n    %s", page():gsub("\n", "\n    "))
  vim.api.nvim_feedkeys("a", "tx", false)
  vim.cmd.buffer({ buffer, bang = true })
  contains(page(), rename.becomes, "the text in front")
  contains(lines_of(other), rename.other.becomes, "the text that is not open")
  contains(lines_of("names.gazetteer.json"), rename.to, "the list of names")
end

-- Another server in the same buffer is heard where ours says nothing.
local function check_beside_another(article)
  local buffer = open(article.file)
  local function answer(method)
    if method == "initialize" then return { capabilities = { hoverProvider = true } } end
    if method == "textDocument/hover" then return { contents = "said by another" } end
  end
  local id = vim.lsp.start({
    name = "another",
    cmd = function(dispatchers)
      local has_ended = false
      local function exit()
        has_ended = true
        dispatchers.on_exit(0, 0)
      end
      return {
        request = function(method, _, callback)
          callback(nil, answer(method))
          return true, 1
        end,
        notify = function(method)
          if method == "exit" then exit() end
          return true
        end,
        is_closing = function() return has_ended end,
        terminate = exit,
      }
    end,
  }, { bufnr = buffer })
  local function both() return #vim.lsp.get_clients({ bufnr = buffer }) == 2 end
  await("both servers", both)
  go_to("Черновик")
  vim.lsp.buf.hover()
  await("a card of another", function() return (floating_text() or ""):find("said by another", 1, true) end)
  local card, window = floating_text()
  assert(not card:find("Onomast"), card)
  vim.api.nvim_win_close(window, true)
  vim.lsp.buf_detach_client(buffer, id)
end

local function check_health()
  vim.cmd.checkhealth("onomast")
  contains(page(), "running in", "the report on health")
  assert(not page():find("ERROR"), page())
  vim.cmd.bdelete()
end

-- The help has every subcommand and every mapping, and finds them; a mapping has its key in a text.
local function check_help(article)
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder .. "/doc", "p")
  vim.uv.fs_copyfile(repository .. "/editors/nvim/doc/onomast.txt", folder .. "/doc/onomast.txt")
  vim.cmd.helptags(folder .. "/doc")
  vim.opt.runtimepath:append(folder)
  vim.cmd.help("onomast")
  local help = page()
  vim.cmd.close()
  for _, subcommand in ipairs(vim.fn.getcompletion("Onomast ", "cmdline")) do
    vim.cmd.help(":Onomast-" .. subcommand)
    contains(vim.api.nvim_get_current_line(), "*:Onomast-" .. subcommand .. "*", "the help")
    vim.cmd.close()
  end
  vim.cmd.buffer({ vim.fn.bufadd(article.file), bang = true })
  local keys = 0
  for key, plug in help:gmatch("\n\t(%S+)%s+(<Plug>%(onomast%-%S+%))%s+`:Onomast") do
    assert(vim.fn.maparg(plug, "n") ~= "", plug .. " is no mapping")
    local set = vim.fn.maparg(key:gsub("<LocalLeader>", "\\"), "n")
    assert(set == plug, ("%s is %q and not %s"):format(key, set, plug))
    keys = keys + 1
  end
  -- Neovim 0.10 has none of its own: without ours, `gra` puts an a into the text.
  for _, key in ipairs({ "grn", "gra", "grr", "gri", "gO" }) do
    assert(next(vim.fn.maparg(key, "n", false, true)), key .. " is no mapping")
  end
  local plugs = vim.tbl_filter(function(map) return map.lhs:find("<Plug>(onomast-", 1, true) end, vim.api.nvim_get_keymap("n"))
  assert(keys == #plugs and keys > 0, ("%d mappings, %d in the help"):format(#plugs, keys))
  say("  %d mappings with their keys", keys)
  vim.cmd("Onomast log")
  assert(vim.api.nvim_buf_get_name(0):find("lsp.log", 1, true), "the log is " .. vim.api.nvim_buf_get_name(0))
  vim.cmd.tabclose()
end

-- The buffers of the old server get the new one. What Neovim asks the old one while it ends is no error to be shown.
local function check_restart(article)
  local buffer = open(article.file)
  local before = client_of(buffer).id
  vim.schedule(function()
    assert(client_of(buffer).id == before, "the old server is gone")
    vim.lsp.buf.document_highlight()
  end)
  vim.cmd("Onomast restart")
  await("a new server", function()
    local client = client_of(buffer)
    return client and client.id ~= before and client.initialized
  end)
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
vim.opt.runtimepath:prepend(repository .. "/editors/nvim")
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
check_commands(expected.articles[1])
check_preview()
check_lesson(expected.lesson)
check_decision(expected.commands)
check_changes(expected.lesson, expected.changes.fix, expected.lesson.rename)
check_beside_another(expected.articles[1])
check_health()
check_help(expected.articles[1])
check_json()
check_new_text()
check_restart(expected.articles[1])
assert(asked_where == 1, ("asked %d times where names are to be marked"):format(asked_where))

-- Those included that are still being started.
await("the end of all servers", function()
  for _, client in ipairs(vim.lsp.get_clients()) do
    if not client.is_stopped(client) then client.stop(vim.fn.has("nvim-0.11") == 1 and client or nil) end
  end
  return #vim.lsp.get_clients({ _uninitialized = true }) == 0
end)
vim.cmd.qall({ bang = true })
