npx esbuild .ratio.ts --bundle --platform=node --format=cjs --main-fields=module,main --outfile=.ratio.out.cjs --log-level=error --preserve-symlinks && node .ratio.out.cjs
