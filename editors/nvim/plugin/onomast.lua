-- Runs when Neovim has read the user's own configuration: defines the command and the mappings, which load the rest when
-- they are used, and starts the server for the texts that are opened.
if vim.g.loaded_onomast or vim.fn.has("nvim-0.10") == 0 then return end
vim.g.loaded_onomast = true

vim.api.nvim_create_user_command("Onomast", function(call) require("onomast.commands").run(call) end, {
  nargs = "+",
  bang = true,
  count = 1,
  complete = function(begun, line) return require("onomast.commands").complete(begun, line) end,
  desc = "Names in this text: see :help onomast",
})
require("onomast.keys").define()

local onomast = require("onomast")
if not onomast.is_set_up then onomast.setup(vim.g.onomast) end
