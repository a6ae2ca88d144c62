--- How mentions look. The colour of a kind of name is that of a group which every colour scheme has; its letters have a shape besides,
--- since a colour alone says nothing to many readers, and in some schemes those groups have none. All are defaults: a colour
--- scheme, or the reader, may set each otherwise.
local M = {}

--- The group of the colour, and the shape, by type. What has one shape has one colour.
local kinds = {
  person = { "Identifier", { bold = true } },
  place = { "String", { underline = true } },
  organization = { "Special", { bold = true, underline = true } },
  group = { "Special", { bold = true, underline = true } },
  event = { "Special", { italic = true, underline = true } },
  treaty = { "Special", { italic = true, underline = true } },
  ship = { "String", { italic = true } },
  publication = { "String", { italic = true } },
  other = { "Identifier", { bold = true, italic = true } },
}

local AMBIGUOUS = { bold = true, italic = true, underdotted = true }

local function shape_of(type)
  return "@onomast." .. type
end

--- The colour follows the scheme by itself, being a link; so the shape has a group of its own, laid over it.
local function define()
  for type, kind in pairs(kinds) do
    vim.api.nvim_set_hl(0, "@lsp.type." .. type, { link = kind[1], default = true })
    vim.api.nvim_set_hl(0, shape_of(type), vim.tbl_extend("error", { default = true }, kind[2]))
  end
  vim.api.nvim_set_hl(0, shape_of("ambiguous"), vim.tbl_extend("error", { default = true }, AMBIGUOUS))
end

local function shape(event)
  local token, client = event.data.token, vim.lsp.get_client_by_id(event.data.client_id)
  if not client or client.name ~= require("onomast").NAME then return end
  local type = token.modifiers.ambiguous and "ambiguous" or token.type
  vim.lsp.semantic_tokens.highlight_token(token, event.buf, event.data.client_id, shape_of(type))
end

--- Looks for all mentions from now on. A colour scheme begins with clearing all groups.
function M.define()
  define()
  local group = vim.api.nvim_create_augroup("onomast.highlights", {})
  vim.api.nvim_create_autocmd("ColorScheme", { group = group, callback = define })
  vim.api.nvim_create_autocmd("LspTokenUpdate", { group = group, callback = shape })
end

return M
