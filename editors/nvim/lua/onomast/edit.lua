--- Makes an edit of the server.
local M = {}

--- The buffers that the reader is at work in: in a window, or changed. What an edit changes besides is written at once, since
--- the server reads that from disk.
function M.open_buffers()
  local open = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local loaded = vim.api.nvim_buf_is_loaded(buffer)
    open[buffer] = loaded and (vim.bo[buffer].modified or #vim.fn.win_findbuf(buffer) > 0) or nil
  end
  return open
end

local function buffers_of(edit)
  local uris = vim.tbl_keys(edit.changes or {})
  for _, change in ipairs(edit.documentChanges or {}) do
    table.insert(uris, change.textDocument and change.textDocument.uri)
  end
  return vim.tbl_map(vim.uri_to_bufnr, uris)
end

--- Makes an edit. `open` are the buffers that were open before anything of it was shown.
function M.make(edit, client, open)
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  for _, buffer in ipairs(buffers_of(edit)) do
    if not open[buffer] and vim.bo[buffer].modified then
      -- A file that the edit has made is newer than its buffer, about which Neovim would ask.
      vim.api.nvim_buf_call(buffer, function() vim.cmd("silent write!") end)
    end
  end
end

return M
