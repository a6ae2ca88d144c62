--- Starts the Onomast server for texts and gazetteers, and gives commands and keys to what it knows. For Neovim 0.10 and
--- later, without any other plugin. `:help onomast` says how to use it.
---
--- Nothing needs to be called: `plugin/onomast.lua` does it. Who wants it otherwise calls `setup` in `init.lua`, or sets
--- `vim.g.onomast` to the same table.
local M = {}

--- The name of the client, and of everything else that has to be called something.
M.NAME = "onomast"

--- What `vim.lsp.ClientConfig` takes, and besides `keys`: `false` for no mappings.
local defaults = {
  name = M.NAME,
  cmd = { "onomast", "lsp", "--stdio" },
  filetypes = { "text", "markdown", "xml", "html", "tex", "plaintex", "bib", "json" },
  -- The protocol has its own name for what Neovim calls "text".
  get_language_id = function(_, filetype) return filetype == "text" and "plaintext" or filetype end,
  keys = true,
}

--- What is in force.
M.options = defaults

--- Whether `setup` has been called, by the user or by `plugin/onomast.lua`.
M.is_set_up = false

function M.setup(options)
  M.options = vim.tbl_extend("force", defaults, options or {})
  M.is_set_up = true
  require("onomast.highlights").define()
  require("onomast.start").start(M.options)
end

--- The client of a buffer, or nil.
function M.client(buffer)
  return vim.lsp.get_clients({ bufnr = buffer or 0, name = M.NAME })[1]
end

--- As much of a text as fits into the line of messages, behind which Neovim would wait for Enter.
function M.fitting(text)
  local room = vim.v.echospace
  local line = text:gsub("%s*\n%s*", " ")
  if vim.fn.strdisplaywidth(line) <= room then return line end
  local length = vim.fn.strchars(line)
  repeat length = length - 1 until vim.fn.strdisplaywidth(vim.fn.strcharpart(line, 0, length)) < room or length == 0
  return vim.fn.strcharpart(line, 0, length) .. "…"
end

--- Says something to the reader, in a line: the most important first.
function M.say(text, level)
  vim.notify(M.fitting("Onomast: " .. text), level or vim.log.levels.INFO)
end

return M
