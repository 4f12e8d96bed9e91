npx esbuild .prof3.ts --bundle --platform=node --format=cjs --main-fields=module,main --outfile=.prof3.out.cjs --log-level=error --preserve-symlinks && node .prof3.out.cjs
