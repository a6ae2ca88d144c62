--- A change of many places in the quickfix list, a tick a row: `<Space>` changes the tick, `a` does what is ticked, `q`
--- does nothing. A change that the server wants confirmed begins without its tick.
local M = {}

local onomast = require("onomast")
local places = require("onomast.places")

--- What is shown at the moment: the edit, the client, the rows by their number in the list, and the buffers that were open.
local shown

--- Each text edit of a workspace edit, with its document: { document, edit, ticked, group }. Files that are made or
--- renamed are no rows; they go with the edits.
function M.rows(edit)
  local rows = {}
  local annotations = edit.changeAnnotations or {}
  local function add(document, one)
    local annotation = annotations[one.annotationId] or {}
    table.insert(rows, { document = document, edit = one, ticked = not annotation.needsConfirmation, group = annotation.label })
  end
  for _, change in ipairs(edit.documentChanges or {}) do
    for _, one in ipairs(change.edits or {}) do add(change.textDocument, one) end
  end
  if not edit.documentChanges then
    for uri, edits in pairs(edit.changes or {}) do
      for _, one in ipairs(edits) do add({ uri = uri }, one) end
    end
  end
  return rows
end

--- So many letters of what goes and of what comes are shown: an entry of a new list is long.
local MOST = 60

local function shortened(text)
  local line = vim.trim(text:gsub("%s*\n%s*", " "))
  return vim.fn.strchars(line) > MOST and vim.fn.strcharpart(line, 0, MOST) .. "…" or line
end

--- The line as it will be, with what goes in brackets before what comes.
local function item(row, encoding)
  local buffer = vim.uri_to_bufnr(row.document.uri)
  local from, to = row.edit.range.start, row.edit.range["end"]
  local column, last = places.column(buffer, from, encoding), places.column(buffer, to, encoding)
  local old = shortened(table.concat(vim.api.nvim_buf_get_text(buffer, from.line, column, to.line, last, {}), "\n"))
  local line = vim.api.nvim_buf_get_lines(buffer, from.line, from.line + 1, false)[1] or ""
  local new = shortened(row.edit.newText)
  local before, after = line:sub(1, column), to.line == from.line and line:sub(last + 1) or ""
  row.text = ("%s[%s → %s]%s"):format(vim.fn.strcharpart(before, math.max(0, vim.fn.strchars(before) - 30)), old, new,
    vim.fn.strcharpart(after, 0, 30))
  return { bufnr = buffer, lnum = from.line + 1, col = column + 1, text = row.text }
end

--- How rows look: `quickfixtextfunc`.
function M.draw(range)
  local lines = {}
  for number = range.start_idx, range.end_idx do
    local row = shown.rows[number]
    local file = vim.fn.fnamemodify(vim.uri_to_fname(row.document.uri), ":~:.")
    local group = row.group and ("  (%s)"):format(row.group) or ""
    table.insert(lines, ("[%s] %s:%d  %s%s"):format(row.ticked and "x" or " ", file, row.edit.range.start.line + 1, row.text, group))
  end
  return lines
end

local function redraw()
  local line = vim.fn.line(".")
  local list = vim.fn.getqflist({ id = shown.list, items = 0 })
  vim.fn.setqflist({}, "r", { id = shown.list, items = list.items, quickfixtextfunc = "v:lua.require'onomast.preview'.draw" })
  vim.fn.cursor(line, 1)
end

--- Changes the tick of the row under the cursor, or of all rows that are selected.
function M.toggle(first, last)
  for number = first, last do
    shown.rows[number].ticked = not shown.rows[number].ticked
  end
  redraw()
end

--- The edit with the ticked rows alone.
function M.ticked(edit, rows)
  local ticked = {}
  for _, row in ipairs(rows) do ticked[row.edit] = row.ticked end
  local function keep(edits) return vim.tbl_filter(function(one) return ticked[one] end, edits) end
  local kept = { changeAnnotations = edit.changeAnnotations }
  if edit.documentChanges then
    kept.documentChanges = {}
    for _, change in ipairs(edit.documentChanges) do
      local edits = change.edits and keep(change.edits)
      if not edits then
        table.insert(kept.documentChanges, change)
      elseif #edits > 0 then
        table.insert(kept.documentChanges, { textDocument = change.textDocument, edits = edits })
      end
    end
  else
    kept.changes = vim.tbl_map(keep, edit.changes)
  end
  return kept
end

local keys = {
  { "n", "<Space>", function() M.toggle(vim.fn.line("."), vim.fn.line(".")) end, "Tick or untick this place" },
  { "x", "<Space>", function()
    local first, last = vim.fn.line("v"), vim.fn.line(".")
    vim.cmd.normal({ vim.keycode("<Esc>"), bang = true })
    M.toggle(math.min(first, last), math.max(first, last))
  end, "Tick or untick these places" },
  { "n", "a", function() M.apply() end, "Change what is ticked" },
  { "n", "q", function()
    M.leave()
    onomast.say("nothing changed")
  end, "Change nothing" },
}

local function take_keys()
  for _, key in ipairs(keys) do pcall(vim.keymap.del, key[1], key[2], { buffer = shown.window_buffer }) end
end

--- The keys of the list. All quickfix lists share one buffer, so before another list the keys go.
local function give_keys()
  shown.window_buffer = vim.api.nvim_get_current_buf()
  for _, key in ipairs(keys) do
    local mode, lhs, run, description = unpack(key)
    vim.keymap.set(mode, lhs, function()
      if vim.fn.getqflist({ id = 0 }).id == shown.list then return run() end
      take_keys()
      vim.api.nvim_feedkeys(vim.keycode(lhs), "m", false)
    end, { buffer = true, nowait = true, desc = description })
  end
end

--- Does nothing, and closes the list.
function M.leave()
  take_keys()
  vim.cmd.cclose()
end

--- Does what is ticked, and closes the list.
function M.apply()
  local count = #vim.tbl_filter(function(row) return row.ticked end, shown.rows)
  local edit = M.ticked(shown.edit, shown.rows)
  M.leave()
  if count > 0 then require("onomast.edit").make(edit, shown.client, shown.open) end
  onomast.say(("%d of %d places changed"):format(count, #shown.rows))
end

--- Shows an edit. `open` are the buffers that were open before; `more` is said of it, whole in the title of the list and above all of
--- what the list does not show.
function M.show(edit, client, title, open, more)
  shown = { edit = edit, client = client, rows = M.rows(edit), open = open }
  local items = vim.tbl_map(function(row) return item(row, client.offset_encoding) end, shown.rows)
  local help = title .. "   <Space> tick  a apply  q leave" .. (more and "   " .. more or "")
  vim.fn.setqflist({}, " ", {
    title = help, items = items, quickfixtextfunc = "v:lua.require'onomast.preview'.draw",
  })
  shown.list = vim.fn.getqflist({ id = 0 }).id
  vim.cmd("botright copen")
  give_keys()
  if more then onomast.say(more) end
end

return M
