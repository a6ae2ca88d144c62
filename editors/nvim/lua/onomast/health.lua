--- `:checkhealth onomast`
local M = {}

local onomast = require("onomast")

local function check_server(cmd)
  if type(cmd) == "function" then return vim.health.ok("the server is a function") end
  local program = vim.fn.exepath(cmd[1])
  if program == "" then
    return vim.health.error(("the server %q was not found"):format(cmd[1]), {
      "Run `cargo install --path server` in the repository of Onomast, or",
      "put its path into init.lua: require('onomast').setup({ cmd = { '/path/to/onomast', 'lsp' } })",
    })
  end
  local answer = vim.system({ program, "--version" }, { text = true, timeout = 5000 }):wait()
  if answer.code == 0 then return vim.health.ok(("%s: %s"):format(program, vim.trim(answer.stdout))) end
  vim.health.error(("%s does not start: %s"):format(program, vim.trim(answer.stderr)))
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = onomast.NAME })
  if #clients == 0 then
    return vim.health.info("no server is running; it starts with the first text of: " .. table.concat(onomast.options.filetypes, ", "))
  end
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_count(client.attached_buffers)
    vim.health.ok(("running in %s, for %d buffers, in %s"):format(client.config.root_dir, buffers, client.offset_encoding))
  end
end

function M.check()
  vim.health.start("onomast")
  if vim.fn.has("nvim-0.10") == 0 then return vim.health.error("Neovim 0.10 or later is needed") end
  vim.health.ok("Neovim " .. tostring(vim.version()))
  check_server(onomast.options.cmd)
  check_clients()
end

return M
