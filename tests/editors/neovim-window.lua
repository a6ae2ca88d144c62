-- nvim --headless --clean -l neovim-window.lua SERVER REPOSITORY NVIM    in a folder that has lesson.md and kinds.md
-- Starts NVIM with a window as readers have it, 80 columns wide, and looks at what only a window shows: how names look, and whether
-- Neovim waits for Enter behind a message.
local server, repository, nvim = assert(arg[1]), assert(arg[2]), assert(arg[3])
local expected = vim.json.decode(table.concat(vim.fn.readfile(repository .. "/tests/editors/expected.json"), "\n"))

-- The colours are the scheme's own: Neovim's palest is a cyan of 4.4 on its light page.
local READABLE = 4.4

local function say(...)
  io.stdout:write(string.format(...), "\n")
end

local window = vim.fn.jobstart({ nvim, "--embed", "--clean", "-n" }, { rpc = true })
assert(window > 0, nvim .. " does not start")
vim.rpcrequest(window, "nvim_ui_attach", 80, 24, { rgb = true })

-- Runs Lua in the window.
local function run(lua, ...)
  return vim.rpcrequest(window, "nvim_exec_lua", lua, { ... })
end

local function await(what, come_to_pass)
  assert(vim.wait(20000, come_to_pass, 20), "waited in vain for " .. what)
end

local function mode()
  return vim.rpcrequest(window, "nvim_get_mode")
end

local function open(file)
  run("vim.cmd.edit(...)", file)
  await("the server at " .. file, function()
    return run("return (vim.lsp.get_clients({ bufnr = 0, name = 'onomast' })[1] or {}).initialized") == true
  end)
end

-- The word's colour and shape, as all that lies over it makes it; and the colours of the page.
local LOOK = [[
  local word, background = ...
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. word, "c") > 0, word)
  vim.cmd.redraw()
  local shape, colour = {}, nil
  for _, mark in ipairs(vim.inspect_pos(0, nil, nil, { syntax = false, treesitter = false, extmarks = false }).semantic_tokens) do
    local look = vim.api.nvim_get_hl(0, { name = mark.opts.hl_group, link = false })
    shape.bold = shape.bold or look.bold
    shape.italic = shape.italic or look.italic
    shape.underlined = shape.underlined or look.underline or look.underdotted
    colour = look.fg or colour
  end
  local page = vim.api.nvim_get_hl(0, { name = "Normal", link = false })
  local signs = vim.tbl_filter(function(sign) return shape[sign] end, { "bold", "italic", "underlined" })
  return { signs = table.concat(signs, " "), colour = colour or -1, page = page.bg, plain = page.fg }
]]

-- As WCAG reckons it.
local function luminance(colour)
  local function part(shift)
    local value = bit.band(bit.rshift(colour, shift), 255) / 255
    return value <= 0.04045 and value / 12.92 or ((value + 0.055) / 1.055) ^ 2.4
  end
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
end

local function contrast(one, other)
  local dark, light = luminance(one), luminance(other)
  if dark > light then dark, light = light, dark end
  return (light + 0.05) / (dark + 0.05)
end

local function check_looks(background)
  run("vim.o.background = ...", background)
  local colours = {}
  for word, signs in pairs(expected.themes.signs) do
    local look
    await(("the look of %s: %s"):format(word, signs), function()
      look = run(LOOK, word)
      return look.signs == signs
    end)
    local readable = math.floor(contrast(look.colour, look.page) * 10 + 0.5) / 10
    say("  %s: %s %.1f %s", background, word, readable, look.signs)
    assert(look.colour >= 0 and look.colour ~= look.plain, word .. " has the colour of any other word")
    assert(readable >= READABLE, ("%s has a contrast of %.1f"):format(word, readable))
    -- A name that may mean several has the colour of its kind.
    local alone = signs ~= "bold italic underlined"
    assert(not alone or (colours[signs] or look.colour) == look.colour, word .. " differs by its colour alone")
    if alone then colours[signs] = look.colour end
  end
  local several = vim.iter(pairs(colours)):fold({}, function(all, _, colour) all[colour] = true return all end)
  assert(vim.tbl_count(several) >= 3, "kinds have too few colours")
end

-- A reader's own colours and shapes are left alone.
local function check_own_looks()
  run([[vim.cmd("highlight @onomast.place gui=bold cterm=bold | highlight link @lsp.type.place WarningMsg")
    require("onomast.highlights").define()]])
  local word = "Самсуне"
  await("a look of the reader's own", function() return run(LOOK, word).signs == "bold" end)
  local own = run("return vim.api.nvim_get_hl(0, { name = 'WarningMsg', link = false }).fg")
  assert(run(LOOK, word).colour == own, "a colour of the reader's own is changed")
end

-- The summary of a replacement is longer than the line for messages: what fits is shown, all of it is the title of the list.
local function check_replacement(lesson)
  open(lesson.file)
  run("local word = ... vim.fn.cursor(1, 1) vim.fn.search(word)", lesson.replace.word)
  run("vim.cmd.Onomast({ 'replace', ... })", lesson.replace.text)
  await("the list of changes", function() return mode().blocking or run("return vim.bo.buftype") == "quickfix" end)
  vim.rpcrequest(window, "nvim_input", "j")
  await("a window that takes keys", function() return not mode().blocking and run("return vim.fn.line('.')") == 2 end)
  local said = run("return vim.fn.execute('messages')")
  local title = run("return vim.fn.getqflist({ title = 0 }).title")
  say("  said: %s\n  title: %s", vim.trim(said), title)
  assert(said:find("…", 1, true), "nothing was too long: " .. said)
  local whole = title:match("q leave%s+(.+)$")
  assert(whole and #whole > #said:match("[^\n]*…"), "the title does not say it all: " .. title)
end

run([[
  local repository, server = ...
  vim.opt.runtimepath:prepend(repository .. "/editors/nvim")
  vim.o.termguicolors = true
  -- The server asks where names are to be marked: in every text.
  vim.ui.select = function(items, _, choose) choose(items[2]) end
  require("onomast").setup({ cmd = { server, "lsp", "--stdio" } })
  vim.cmd.runtime("plugin/onomast.lua")
]], repository, server)
open(expected.themes.file)
check_looks("dark")
check_looks("light")
check_own_looks()
check_replacement(expected.lesson)
vim.rpcnotify(window, "nvim_command", "qall!")
assert(vim.fn.jobwait({ window }, 10000)[1] == 0, "the window does not close")
