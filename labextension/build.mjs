// Makes the bundle of what `tsc` has made, and writes down of which sources it is.
// The test tests/course/jupyter/test_labextension.py reads that.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const HERE = new URL('.', import.meta.url);
const { jupyterlab } = JSON.parse(readFileSync(new URL('package.json', HERE)));
const BUNDLE = new URL(`${jupyterlab.outputDir}/`, HERE);
const SKIPPED = ['node_modules/', 'lib/'];

/** A hash over the names and the bytes of all files below a folder. */
function hash(folder, skipped) {
  const digest = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('//', '/'))
    .map(name => name.slice(folder.pathname.length))
    .filter(name => !skipped.some(each => name.startsWith(each)));
  for (const name of names.sort()) {
    const bytes = readFileSync(new URL(name, folder));
    digest.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest('hex');
}

execFileSync(
  process.execPath,
  ['node_modules/@jupyterlab/builder/lib/build-labextension.js', '--core-path', 'core', '.'],
  { cwd: HERE, stdio: 'inherit' }
);
const built = { sources: hash(HERE, SKIPPED), bundle: hash(BUNDLE, ['built.json']) };
writeFileSync(new URL('built.json', BUNDLE), `${JSON.stringify(built, null, 2)}\n`);
