--- Mappings: `<Plug>` for all commands, and keys for them where nothing else has taken those keys.
local M = {}

local plugs = {
  { "next", "Onomast next", "Next mention of who stands here" },
  { "previous", "Onomast previous", "Previous mention of who stands here" },
  { "next-name", "Onomast! next", "Next name" },
  { "previous-name", "Onomast! previous", "Previous name" },
  { "counterpart", "Onomast counterpart", "The same name in another language" },
  { "entities", "Onomast entities", "Names of this text" },
  { "show", "Onomast show", "The page of who stands here" },
  { "explain", "Onomast explain", "Why this is a name, or none" },
  { "replace", "Onomast replace", "Another spelling" },
  { "add", "Onomast add", "A new person or other name" },
  { "decide", "Onomast decide", "Say who is meant, or that this is no name" },
}

local keys = {
  ["]n"] = "next",
  ["[n"] = "previous",
  ["]N"] = "next-name",
  ["[N"] = "previous-name",
  ["<LocalLeader>nc"] = "counterpart",
  ["<LocalLeader>ne"] = "entities",
  ["<LocalLeader>ns"] = "show",
  ["<LocalLeader>nx"] = "explain",
  ["<LocalLeader>nr"] = "replace",
  ["<LocalLeader>na"] = "add",
  ["<LocalLeader>nd"] = "decide",
}

-- What Neovim itself has from 0.11 on. In 0.10 they are `gr` with a letter, which puts that letter into the text.
local later = {
  grn = "rename",
  gra = "code_action",
  grr = "references",
  gri = "implementation",
  gO = "document_symbol",
}

--- Defines `<Plug>(onomast-next)` and so on.
function M.define()
  for _, plug in ipairs(plugs) do
    local name, command, description = unpack(plug)
    vim.keymap.set("n", ("<Plug>(onomast-%s)"):format(name), ("<Cmd>%s<CR>"):format(command), { desc = description })
  end
end

local function map_later(buffer)
  for lhs, name in pairs(later) do
    if vim.fn.mapcheck(lhs, "n") == "" then
      local modes = name == "code_action" and { "n", "x" } or "n"
      vim.keymap.set(modes, lhs, function() vim.lsp.buf[name]() end, { buffer = buffer, desc = "vim.lsp.buf." .. name .. "()" })
    end
  end
end

--- Gives a buffer its keys. One that is taken, and a `<Plug>` that has a key already, stay as they are.
function M.map(buffer)
  if vim.fn.has("nvim-0.11") == 0 then map_later(buffer) end
  for lhs, name in pairs(keys) do
    local plug = ("<Plug>(onomast-%s)"):format(name)
    local is_free = vim.fn.mapcheck(vim.fn.substitute(lhs, "<LocalLeader>", vim.g.maplocalleader or "\\", ""), "n") == ""
    if is_free and vim.fn.hasmapto(plug, "n") == 0 then
      vim.keymap.set("n", lhs, plug, { buffer = buffer, remap = true, desc = "Onomast: " .. name })
    end
  end
end

return M
