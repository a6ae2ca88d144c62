--- Places of the protocol as places of Neovim, in which columns are bytes.
local M = {}

--- The byte column of a position, from 0. Loads the buffer if need be.
function M.column(buffer, position, encoding)
  vim.fn.bufload(buffer)
  local line = vim.api.nvim_buf_get_lines(buffer, position.line, position.line + 1, false)[1] or ""
  if encoding == "utf-8" then return math.min(position.character, #line) end
  if vim.fn.has("nvim-0.11") == 1 then return vim.str_byteindex(line, encoding, position.character, false) end
  local is_utf16 = encoding == "utf-16"
  local _, units = vim.str_utfindex(line)
  return vim.str_byteindex(line, math.min(position.character, units), is_utf16)
end

--- Goes to a location; the way back is in the jump list.
function M.jump(location, encoding)
  vim.cmd("normal! m'")
  local buffer = vim.uri_to_bufnr(location.uri)
  vim.bo[buffer].buflisted = true
  if buffer ~= vim.api.nvim_get_current_buf() then vim.cmd.buffer(buffer) end
  local start = location.range.start
  vim.api.nvim_win_set_cursor(0, { start.line + 1, M.column(buffer, start, encoding) })
  vim.cmd("normal! zv")
end

return M
