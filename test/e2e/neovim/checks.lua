-- Drives Neovim as its user would, with the language server on a plan. Run by run.ts, which reads what this prints:
-- a line `ok TITLE` or `not ok TITLE: REASON` for each check. Works in Neovim 0.7 and newer.

local node, server, folder = os.getenv('CHECKS_NODE'), os.getenv('CHECKS_SERVER'), os.getenv('CHECKS_FOLDER')
local patience = 20000

local function say(line)
  io.stdout:write(line .. '\n')
  io.stdout:flush()
end

local function wait_for(what, condition)
  local found
  local happened = vim.wait(patience, function()
    found = condition()
    return found
  end, 50)
  if not happened then
    error('never so: ' .. what, 2)
  end
  return found
end

-- The client ---------------------------------------------------------------------------------------------------------

local ended
local config = {
  name = 'throughline',
  cmd = { node, server, 'lsp', '--stdio' },
  root_dir = folder,
  workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'plan' } },
  on_exit = function(code, signal)
    ended = { code = code, signal = signal }
  end,
}

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  vim.bo.filetype = 'yaml'
  return vim.api.nvim_get_current_buf()
end

-- Newer ones have another function for it.
local function start()
  if vim.lsp.start_client then
    return vim.lsp.start_client(config)
  end
  return vim.lsp.start(config, { attach = false })
end

local function ask(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, patience)
  local _, answer = next(answers or {})
  assert(answer, method .. ' was not answered')
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

-- The plan -----------------------------------------------------------------------------------------------------------

local project = open('checkout-rewrite.project.yaml')
local client_id = start()
assert(client_id, 'the server did not start')
local client = vim.lsp.get_client_by_id(client_id)

local function codes(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp
    table.insert(found, diagnostic.code or (lsp and lsp.code))
  end
  return found
end

local function position(line, column)
  return {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = line, character = column },
  }
end

-- Types text as keys, in a new line below a line (from 1).
local function type_below(line, text)
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('o' .. text .. '<Esc>', true, false, true), 'tx', false)
end

local checks = {
  {
    'attaches to a plan',
    function()
      assert(vim.lsp.buf_attach_client(project, client_id), 'the server is not attached')
      wait_for('the server is ready', function()
        client = vim.lsp.get_client_by_id(client_id)
        return client and client.initialized
      end)
      assert(client.server_capabilities.hoverProvider, 'no hover')
      assert(client.offset_encoding == 'utf-16', 'offsets in ' .. tostring(client.offset_encoding))
    end,
  },
  {
    'shows what is found in it',
    function()
      wait_for('missing-goal', function()
        return vim.tbl_contains(codes(project), 'missing-goal')
      end)
      local diagnostic = vim.diagnostic.get(project)[1]
      assert(diagnostic.lnum == 0 and diagnostic.col == 9, 'at ' .. diagnostic.lnum .. ':' .. diagnostic.col)
      assert(diagnostic.source == 'Throughline', diagnostic.source)
    end,
  },
  {
    'shows no more what has been put right, as it is typed',
    function()
      type_below(2, 'goal: faster-checkout')
      wait_for('nothing is found', function()
        return #vim.diagnostic.get(project) == 0
      end)
    end,
  },
  {
    'shows again what is undone',
    function()
      vim.cmd('silent undo')
      wait_for('missing-goal', function()
        return vim.tbl_contains(codes(project), 'missing-goal')
      end)
    end,
  },
  {
    'applies a quick fix',
    function()
      local diagnostic = vim.diagnostic.get(project)[1]
      local params = position(diagnostic.lnum, diagnostic.col)
      params.range = { start = params.position, ['end'] = params.position }
      params.context = { diagnostics = {} }
      local action = ask(project, 'textDocument/codeAction', params)[1]
      assert(action and action.edit, 'no action with an edit')
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      wait_for('nothing is found', function()
        return #vim.diagnostic.get(project) == 0
      end)
      local text = table.concat(vim.api.nvim_buf_get_lines(project, 0, -1, false), '\n')
      assert(text:find('goal: faster%-checkout'), text)
    end,
  },
  {
    'tells in a window what a goal is about',
    function()
      local line = vim.fn.search('^goal: faster')
      assert(line > 0, 'no goal in the text')
      vim.api.nvim_win_set_cursor(0, { line, 8 })
      vim.lsp.buf.hover()
      local window = wait_for('a window over the word', function()
        for _, one in ipairs(vim.api.nvim_list_wins()) do
          if vim.api.nvim_win_get_config(one).relative ~= '' then
            return one
          end
        end
      end)
      local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      local text = table.concat(lines, '\n')
      assert(text:find('Checkout in under a minute'), text)
      vim.api.nvim_win_close(window, true)
    end,
  },
  {
    'finds a word behind an emoji and letters of several bytes',
    function()
      local text = 'stakeholders: { press: { title: "🚀 für 🎉", person: bob } }'
      vim.api.nvim_buf_set_lines(project, -1, -1, false, { text })
      vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(project), text:find('bob') - 1 })
      local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
      local result = ask(project, 'textDocument/hover', params)
      assert(result and result.contents.value:find('Bob Lind'), vim.inspect(result))
    end,
  },
  {
    'reads other files of the plan as they are in the editor',
    function()
      local roadmap = open('checkout.roadmap.yaml')
      vim.lsp.buf_attach_client(roadmap, client_id)
      vim.cmd('silent %substitute/faster-checkout:/quick-checkout:/')
      wait_for('unknown-reference', function()
        return vim.tbl_contains(codes(project), 'unknown-reference')
      end)
      vim.cmd('silent undo')
      wait_for('no unknown-reference', function()
        return not vim.tbl_contains(codes(project), 'unknown-reference')
      end)
      vim.api.nvim_set_current_buf(project)
    end,
  },
  {
    'completes the id of a goal',
    function()
      assert(client.server_capabilities.completionProvider, 'the server completes nothing')
      local line = vim.fn.search('^goal: faster')
      vim.api.nvim_buf_set_lines(project, line - 1, line, false, { 'goal: fas' })
      local result = ask(project, 'textDocument/completion', position(line - 1, 9))
      local labels = vim.tbl_map(function(item)
        return item.label
      end, result.items or result)
      assert(vim.tbl_contains(labels, 'faster-checkout'), vim.inspect(labels))
    end,
  },
  {
    'ends the server',
    function()
      vim.lsp.stop_client(client_id)
      wait_for('the server has ended', function()
        return ended
      end)
      assert(ended.code == 0, vim.inspect(ended))
    end,
  },
}

for _, check in ipairs(checks) do
  local title, run = check[1], check[2]
  local ok, reason = pcall(run)
  if not ok then
    say('not ok ' .. title .. ': ' .. tostring(reason):gsub('\n', ' '))
    -- Each goes on where the one before has ended.
    break
  elseif reason then
    say('skipped ' .. title .. ': ' .. reason)
  else
    say('ok ' .. title)
  end
end
vim.cmd('qall!')
