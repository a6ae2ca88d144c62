--- Starts the Onomast server for texts and gazetteers. For Neovim 0.10 and later, without any plugin.
---
--- Put this file into `lua/` of your configuration (`~/.config/nvim/lua/onomast.lua`), and into `init.lua`:
---
---     require("onomast").setup({ cmd = { "/path/to/onomast", "lsp", "--stdio" } })
---
--- `setup` takes what `vim.lsp.ClientConfig` takes. `cmd` may be left out where `onomast` is in PATH.
local M = {}

--- The built-in gazetteer, which the server writes into the cache when a definition lies in it.
local function is_builtin(path)
  return path:find("/onomast/builtin%-[^/]+/[^/]+%.json$") ~= nil
end

local function is_gazetteer(path)
  return path:find("%.gazetteer%.json$") or path:find("/gazetteer/[^/]+%.json$") or is_builtin(path)
end

--- The folder that the server gets as its workspace: the nearest with a project file, or the work tree. The built-in
--- gazetteer belongs to whoever asked for it.
local function root(buffer)
  local function marks(name)
    return name == "onomast.toml" or name == ".git" or name:find("%.gazetteer%.json$") ~= nil
  end
  local client = vim.lsp.get_clients({ name = "onomast" })[1]
  if client and is_builtin(vim.api.nvim_buf_get_name(buffer)) then return client.config.root_dir end
  return vim.fs.root(buffer, marks) or vim.fs.dirname(vim.api.nvim_buf_get_name(buffer))
end

--- All texts, but of the many JSON files only gazetteers; and only what is a file.
local function wanted(buffer)
  local path = vim.fs.normalize(vim.api.nvim_buf_get_name(buffer))
  return path ~= "" and vim.bo[buffer].buftype == "" and (vim.bo[buffer].filetype ~= "json" or is_gazetteer(path))
end

function M.setup(options)
  local config = vim.tbl_extend("force", {
    name = "onomast",
    cmd = { "onomast", "lsp", "--stdio" },
    filetypes = { "text", "markdown", "xml", "html", "tex", "plaintex", "bib", "json" },
    -- The protocol has its own name for what Neovim calls "text".
    get_language_id = function(_, filetype) return filetype == "text" and "plaintext" or filetype end,
  }, options or {})

  if vim.fn.executable(config.cmd[1]) == 0 then
    local what = "Build it with `cargo build --release` and give its path (target/release/onomast) to setup as `cmd`."
    vim.notify(("Onomast: the server %q was not found. %s"):format(config.cmd[1], what), vim.log.levels.ERROR)
    return
  end

  if vim.fn.has("nvim-0.11") == 1 then
    config.root_dir = config.root_dir or function(buffer, start)
      if wanted(buffer) then start(root(buffer)) end
    end
    vim.lsp.config("onomast", config)
    vim.lsp.enable("onomast")
    return
  end
  -- 0.10 takes a byte for a UTF-16 column and so moves every position in the second half of a Cyrillic line to its end.
  -- It offers UTF-16 only, but understands a server that counts bytes.
  config.capabilities = vim.tbl_deep_extend("keep", config.capabilities or {}, {
    general = { positionEncodings = { "utf-8", "utf-16" } },
  }, vim.lsp.protocol.make_client_capabilities())
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("onomast", {}),
    pattern = config.filetypes,
    callback = function(event)
      if not wanted(event.buf) then return end
      local started = vim.tbl_extend("keep", { root_dir = config.root_dir or root(event.buf) }, config)
      vim.lsp.start(started, { bufnr = event.buf })
    end,
  })
  vim.cmd("silent! doautoall <nomodeline> onomast FileType") -- for what is open already
end

return M
