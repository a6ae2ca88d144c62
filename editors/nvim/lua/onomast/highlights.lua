--- Colours of mentions, for colour schemes that do not know our types. What they say is also said without colour: by
--- the card of a name, and for the modifiers by the shape of the letters.
local M = {}

local links = {
  ["@lsp.type.person"] = "Identifier",
  ["@lsp.type.place"] = "Type",
  ["@lsp.type.organization"] = "Constant",
  ["@lsp.type.event"] = "Special",
  ["@lsp.type.treaty"] = "Special",
  ["@lsp.type.ship"] = "String",
  ["@lsp.type.publication"] = "String",
  ["@lsp.type.group"] = "PreProc",
  ["@lsp.type.other"] = "Identifier",
}

function M.define()
  for group, link in pairs(links) do
    vim.api.nvim_set_hl(0, group, { link = link, default = true })
  end
  vim.api.nvim_set_hl(0, "@lsp.mod.nonPreferred", { italic = true, default = true })
  vim.api.nvim_set_hl(0, "@lsp.mod.ambiguous", { underdotted = true, default = true })
end

return M
