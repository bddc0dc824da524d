const notAscii = /[^\0-\x7f]/g;

/**
 * Bundles are ASCII. With one character beyond Latin-1 V8 keeps the whole text with two bytes a character: 5 MiB of every process. esbuild
 * escapes such characters everywhere but in patterns (and String.raw, which nobody uses with them), where the same escapes stand for them.
 */
exports.ascii = (code) =>
  code.replace(notAscii, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
