--- Shows a text of the server: a page in a window of its own.
local M = {}

--- Opens a page, in place of the last one. `filetype` is "markdown" or "".
function M.show(title, text, filetype)
  local name = "onomast://" .. title
  local buffer = vim.fn.bufnr("^" .. vim.fn.escape(name, "\\[]*?^$.~ ") .. "$")
  if buffer < 0 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, name)
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), "\n"))
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].bufhidden = "wipe"
  local window = vim.fn.bufwinid(buffer)
  if window < 0 then
    vim.cmd("botright split")
    window = vim.api.nvim_get_current_win()
    vim.api.nvim_win_set_buf(window, buffer)
  end
  vim.api.nvim_set_current_win(window)
  vim.wo[window].wrap, vim.wo[window].linebreak, vim.wo[window].conceallevel = true, true, 2
  vim.bo[buffer].filetype = filetype
  vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, desc = "Close this page" })
end

return M
