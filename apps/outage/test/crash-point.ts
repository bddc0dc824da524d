/** What the test tells the process that it starts: after which step to die. */
export const crashAtVariable = 'CRASH_AFTER';
