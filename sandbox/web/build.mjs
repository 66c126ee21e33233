// Builds the sandbox's pages and scripts into a folder: node sandbox/web/build.mjs [target/site/sandbox]
import { build } from 'esbuild';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? 'target/site/sandbox');
const require = createRequire(import.meta.url);

const bundle = (entry, outfile, options = {}) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    logLevel: 'warning',
    ...options,
  });

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(join(here, 'embed'), join(out, 'embed'), { recursive: true });
for (const page of ['phone', 'panel']) {
  for (const file of ['index.html', `${page}.css`]) await cp(join(here, page, file), join(out, page, file));
  await bundle(join(here, page, `${page}.js`), join(out, page, `${page}.js`));
}
await cp(require.resolve('jquery/dist/jquery.min.js'), join(out, 'embed/jquery.min.js'));
await cp(join(here, 'phone/icon.svg'), join(out, 'phone/icon.svg'));
// this JsSIP was written for node's globals
await bundle(require.resolve('jssip3210'), join(out, 'embed/jssip-3.2.10.js'), {
  globalName: 'JsSIP',
  define: { global: 'window' },
});
