--- Lists of names and decisions that an edit has changed in a buffer which no window shows. They are written at once, since the
--- server reads decisions from disk, and a reader who sees no such buffer would not think of writing it.
---
--- Neovim makes the edits of `gra` and `grn` itself and tells nobody, so the buffers are watched. What the reader has changed
--- in one of them and has not written yet stays unwritten.
local M = {}

local function is_seen(buffer)
  return #vim.fn.win_findbuf(buffer) > 0
end

local function write(buffer)
  if not vim.api.nvim_buf_is_loaded(buffer) or not vim.bo[buffer].modified or is_seen(buffer) then return end
  -- A file that the edit has made is newer than its buffer, about which Neovim would ask.
  vim.api.nvim_buf_call(buffer, function() vim.cmd("silent write!") end)
end

local function watch(buffer)
  local has_own_changes, is_waiting = false, false
  vim.api.nvim_create_autocmd("BufWritePost", { buffer = buffer, callback = function() has_own_changes = false end })
  vim.api.nvim_buf_attach(buffer, false, {
    on_lines = function()
      has_own_changes = has_own_changes or is_seen(buffer)
      if has_own_changes or is_waiting then return end
      is_waiting = true
      vim.schedule(function()
        is_waiting = false
        write(buffer)
      end)
    end,
  })
end

--- Watches from now on.
function M.write_at_once()
  vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
    group = vim.api.nvim_create_augroup("onomast.unseen", {}),
    pattern = { "*.gazetteer.json", "*/gazetteer/*.json", "onomast.decisions.jsonl" },
    callback = function(event) watch(event.buf) end,
  })
end

return M
