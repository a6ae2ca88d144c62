--- For which buffers the server is started, in which folder, and how.
local M = {}

local onomast = require("onomast")

--- The built-in gazetteer, which the server writes into the cache when a definition lies in it.
local function is_builtin(path)
  return path:find("/onomast/builtin%-[^/]+/[^/]+%.json$") ~= nil
end

local function is_gazetteer(path)
  return path:find("%.gazetteer%.json$") or path:find("/gazetteer/[^/]+%.json$") or is_builtin(path)
end

--- Folders by file, as once chosen: a server that is started again gets the files of the old one.
local roots = {}

--- The folder that the server gets as its workspace: the nearest with a project file, or the work tree, but none above the
--- home folder. The built-in gazetteer belongs to whoever asked for it.
local function root(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  local function marks(name)
    return name == "onomast.toml" or name == ".git" or name:find("%.gazetteer%.json$") ~= nil
  end
  if not roots[path] then
    local client = is_builtin(path) and vim.lsp.get_clients({ name = onomast.NAME })[1]
    local folder = vim.fs.dirname(path)
    local stop = vim.fs.dirname(vim.fs.normalize("~"))
    local mark = vim.fs.find(marks, { path = folder, upward = true, stop = stop })[1]
    roots[path] = client and client.config.root_dir or mark and vim.fs.dirname(mark) or folder
  end
  return roots[path]
end

--- All texts, but of the many JSON files only gazetteers; and only what is a file.
local function wanted(buffer)
  local path = vim.fs.normalize(vim.api.nvim_buf_get_name(buffer))
  return path ~= "" and vim.bo[buffer].buftype == "" and (vim.bo[buffer].filetype ~= "json" or is_gazetteer(path))
end

--- The group of all autocommands by which texts are noticed.
local group

local function is_installed(cmd)
  return type(cmd) == "function" or vim.fn.executable(cmd[1]) == 1
end

--- Where there is no server the reader is told once, with the first text that wants it.
local function complain(config)
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.filetypes,
    callback = function(event)
      if not wanted(event.buf) then return end
      onomast.say(("no server %q; see :checkhealth onomast"):format(config.cmd[1]), vim.log.levels.ERROR)
      return true -- once
    end,
  })
end

--- Neovim makes files and reads versions in an edit of several documents, but does not say so, and would be offered neither
--- decisions nor new names.
local function able(config, more)
  return vim.tbl_deep_extend("keep", config.capabilities or {}, more or {}, {
    workspace = { workspaceEdit = { documentChanges = true } },
  }, vim.lsp.protocol.make_client_capabilities())
end

--- Told that findings have changed, Neovim 0.12 asks a server that offers findings of closed texts (where the settings want
--- them) for those alone, and the open texts keep what they had. So it is not to know of that, and is sent them.
local function ask_for_open_texts(client)
  local findings = client.server_capabilities.diagnosticProvider
  if findings then findings.workspaceDiagnostics = false end
end

--- From 0.11 Neovim starts servers itself.
local function start_by_config(config)
  config.root_dir = config.root_dir or function(buffer, start)
    if wanted(buffer) then start(root(buffer)) end
  end
  config.capabilities = able(config)
  local others = type(config.on_init) == "table" and config.on_init or { config.on_init }
  config.on_init = vim.list_extend({ ask_for_open_texts }, others)
  vim.lsp.config(onomast.NAME, config)
  vim.lsp.enable(onomast.NAME)
end

--- 0.10 takes a byte for a UTF-16 column and so moves every position in the second half of a Cyrillic line to its end.
--- It offers UTF-16 only, but understands a server that counts bytes.
local function start_by_hand(config)
  config.capabilities = able(config, { general = { positionEncodings = { "utf-8", "utf-16" } } })
  -- It would ask for findings with every change of the text, but not when the server says that something else has changed (a
  -- decision, a list of names); so they are to be sent.
  config.capabilities.textDocument.diagnostic = nil
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.filetypes,
    callback = function(event)
      if not wanted(event.buf) then return end
      local started = vim.tbl_extend("keep", { root_dir = config.root_dir or root(event.buf) }, config)
      vim.lsp.start(started, { bufnr = event.buf })
    end,
  })
  vim.cmd("silent! doautoall <nomodeline> onomast.start FileType") -- for what is open already
end

--- Starts the server for a buffer as if its kind had just been found.
local function notice(buffer)
  local starting = vim.fn.has("nvim-0.11") == 1 and "nvim.lsp.enable" or group
  vim.api.nvim_exec_autocmds("FileType", { group = starting, buffer = buffer, modeline = false })
end

--- A buffer may get its name behind its kind (`:set filetype=markdown`, then `:w notes.md`): of the kind nothing is said then, and
--- of the name by `:w` neither.
local function notice_names(config)
  vim.api.nvim_create_autocmd({ "BufFilePost", "BufWritePost" }, {
    group = group,
    callback = function(event)
      local is_ours = vim.list_contains(config.filetypes, vim.bo[event.buf].filetype)
      if is_ours and not onomast.client(event.buf) then notice(event.buf) end
    end,
  })
end

--- Starts the server where it is wanted, now and from now on.
function M.start(options)
  local config = vim.tbl_extend("force", {}, options)
  config.keys = nil
  group = vim.api.nvim_create_augroup("onomast.start", {}) -- without what an earlier call has put into it
  if not is_installed(config.cmd) then return complain(config) end
  require("onomast.unseen").write_at_once()
  vim.api.nvim_create_autocmd("LspAttach", {
    group = vim.api.nvim_create_augroup("onomast.attach", {}),
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if options.keys and client and client.name == onomast.NAME then require("onomast.keys").map(event.buf) end
    end,
  })
  if vim.fn.has("nvim-0.11") == 1 then start_by_config(config) else start_by_hand(config) end
  notice_names(config)
end

--- What Neovim asks a server that is being ended is refused, as the protocol says, and nobody wants to read of it.
--- Neovim asks by itself: findings above all, whenever a server has new ones.
local function pass_over_refusals(client)
  setmetatable(client.handlers, {
    __index = function(_, method)
      local handle = vim.lsp.handlers[method]
      return handle and function(failure, ...)
        if not failure then return handle(failure, ...) end
      end
    end,
  })
end

--- Ends the server and starts it for the same buffers again.
function M.restart()
  local buffers = {}
  for _, client in ipairs(vim.lsp.get_clients({ name = onomast.NAME })) do
    vim.list_extend(buffers, vim.tbl_keys(client.attached_buffers))
    pass_over_refusals(client)
    client.stop(vim.fn.has("nvim-0.11") == 1 and client or nil)
  end
  local function is_over() return #vim.lsp.get_clients({ name = onomast.NAME }) == 0 end
  if not vim.wait(5000, is_over, 20) then return onomast.say("the server does not end", vim.log.levels.ERROR) end
  vim.iter(buffers):filter(vim.api.nvim_buf_is_valid):each(notice)
end

return M
