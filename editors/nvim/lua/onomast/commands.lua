--- `:Onomast SUBCOMMAND …`: one row a subcommand. Each asks the server and shows what it says.
local M = {}

local ask = require("onomast.ask")
local onomast = require("onomast")
local places = require("onomast.places")

local function no_name()
  onomast.say("no name stands here", vim.log.levels.WARN)
end

local function step(command, call)
  local left = call.count
  local function once()
    ask.command(command, { any = call.bang }, function(to, client)
      if not to then
        -- Off a name there is nobody to follow: to the next name, whosever it is.
        return call.bang and no_name() or step(command, { bang = true, count = left, words = {} })
      end
      places.jump(to, client.offset_encoding)
      left = left - 1
      if left > 0 then return once() end
      local round = to.wrapped and "  (round the end)" or ""
      vim.api.nvim_echo({ { onomast.fitting(("%s  %d/%d%s"):format(to.title, to.index, to.count, round)) } }, false, {})
    end)
  end
  once()
end

local function show_text(command, title)
  return function()
    ask.command(command, {}, function(answer)
      if not answer then return no_name() end
      require("onomast.page").show(title, answer.text, "")
    end)
  end
end

local function show_entity(call)
  ask.command("showEntity", { entity = call.words[1] }, function(page)
    if not page then return no_name() end
    require("onomast.page").show(page.title, page.markdown, "markdown")
  end)
end

--- The ids of the entities of this text, for completion.
local function entity_ids()
  local listed = ask.now("entities")
  return vim.tbl_map(function(entity) return entity.id end, listed and listed.entities or {})
end

local subcommands = {
  entities = {
    run = function(call) require("onomast.entities").list(call) end,
    complete = function() return require("onomast.entities").TYPES end,
  },
  next = { run = function(call) step("nextMention", call) end },
  previous = { run = function(call) step("previousMention", call) end },
  counterpart = {
    run = function(call) require("onomast.counterparts").go(call) end,
    complete = function() return { "en", "ru", "tr" } end,
  },
  show = { run = show_entity, complete = entity_ids },
  explain = { run = show_text("explain", "explain") },
  status = { run = show_text("status", "status") },
  replace = { run = function(call) require("onomast.actions").replace(call.words) end },
  add = { run = function(call) require("onomast.add").add(call.words) end },
  decide = { run = function() require("onomast.actions").choose({ "quickfix" }) end },
  rename = { run = function(call) require("onomast.actions").rename(#call.words > 0 and table.concat(call.words, " ") or nil) end },
  log = { run = function() vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.get_log_path())) end },
  restart = { run = function() require("onomast.start").restart() end },
}

--- What the user command calls.
function M.run(call)
  local subcommand = subcommands[call.fargs[1]]
  if not subcommand then
    return onomast.say(("no subcommand %q; see :help onomast-commands"):format(call.fargs[1]), vim.log.levels.ERROR)
  end
  subcommand.run({ bang = call.bang, count = call.count, words = vim.list_slice(call.fargs, 2) })
end

--- What may follow in a command line that has been begun.
function M.complete(begun, line)
  local name = line:match("^.-Onomast!?%s+(%S+)%s")
  local words = vim.tbl_keys(subcommands)
  if name then
    local complete = (subcommands[name] or {}).complete
    words = complete and complete() or {}
  end
  local fitting = vim.tbl_filter(function(word) return vim.startswith(word, begun) end, words)
  table.sort(fitting)
  return fitting
end

return M
