// Loaded into each measured process before anything of its own: tells, when asked, what the process has used so far. JavaScript,
// since stripping types would be measured, too.
const { setFlagsFromString } = process.getBuiltinModule('node:v8');
const { runInNewContext } = process.getBuiltinModule('node:vm');

process.on('message', (asked) => {
  if (asked === 'usage') process.send({ usage: usage() });
  if (asked === 'kept') process.send({ kept: kept() });
});

function usage() {
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, memory: process.memoryUsage.rss() };
}

/** After a full collection: what is resident is also what V8 has room for. */
function kept() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return { memory: heapUsed + external, handles: process.getActiveResourcesInfo().length };
}
