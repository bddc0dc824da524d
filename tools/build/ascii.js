const { readFile, writeFile } = require('node:fs/promises');
const { resolve } = require('node:path');

const notAscii = /[^\0-\x7f]/g;

/**
 * Bundles are ASCII. With one character beyond Latin-1 V8 keeps the whole text with two bytes a character: 5 MiB of every process. esbuild
 * escapes such characters everywhere but in patterns (and String.raw, which nobody uses with them), where the same escapes stand for them.
 */
exports.ascii = {
  name: 'ascii',
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(async ({ metafile }) => {
      const files = Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.js'));
      await Promise.all(files.map((file) => escape(resolve(file))));
    });
  },
};

async function escape(file) {
  const code = await readFile(file, 'utf8');
  const escaped = code.replace(notAscii, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== code) await writeFile(file, escaped);
}
