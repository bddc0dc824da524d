// Loaded into each measured process before anything of its own: tells, when asked, what the process has used so far. JavaScript,
// since stripping types would be measured, too.
process.on('message', (asked) => {
  if (asked !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const handles = process.getActiveResourcesInfo().length;
  process.send({ usage: { cpu: user + system, memory: process.memoryUsage.rss(), handles } });
});
