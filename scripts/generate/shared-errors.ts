/** What ajv calls the function of a definition. A definition that holds itself is called through a wrapper. */
const callee = '((?:validate|wrapper)\\d+(?:\\.validate)?)';
const error = String.raw`\{(instancePath(?::[^{}]*?)?),schemaPath:"[^"]*",(keyword:"\w+",params:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}(?:,propertyName:\w+)?)\}`;

/** @see withSharedErrors */
const replacements: readonly (readonly [RegExp, string])[] = [
  [
    /function (validate\d+)\(data,\{instancePath="",parentData,parentDataProperty,rootData=data\}=\{\}\)\{(?:let vErrors=null,errors=0;)?/g,
    'function $1(data,instancePath,found){',
  ],
  [/(?:return |,)validate\d+\.errors=vErrors,errors===0\}/g, '}'],
  [
    new RegExp(
      String.raw`${callee}\((\w+(?:\.\w+|\[\w+\])?),\{instancePath:?([^{}]*?),parentData(?::[^{}]+?)?,parentDataProperty(?::[^{}]+?)?,rootData\}\)\|\|\(vErrors=vErrors===null\?\1\.errors:vErrors\.concat\(\1\.errors\),errors=vErrors\.length\)`,
      'g',
    ),
    '$1($2,$3,found)',
  ],
  // The value of a reference is where the reference is.
  [/,,found\)/g, ',instancePath,found)'],
  [
    new RegExp(String.raw`let (err\d+)=${error};vErrors===null\?vErrors=\[\1\]:vErrors\.push\(\1\),errors\+\+`, 'g'),
    'found.push({$2,$3})',
  ],
  [/\blet (_errs\d+)=errors;/g, 'let $1=found.length;'],
  [/\b(_errs\d+)===errors\b/g, '$1===found.length'],
];

/**
 * Has the functions that ajv writes put what they find into one list that is passed along. As ajv writes them, each makes
 * a list of its own, and every caller joins it to its own; with what they tell each other of the value around, which no
 * keyword of the format asks for, that is half of the code.
 *
 * @param code of validators, with its white space taken out
 */
export function withSharedErrors(code: string): string {
  const shared = replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), code);
  const left = /.{0,60}\b(?:vErrors|errors|rootData|parentData|schemaPath)\b.{0,60}/.exec(shared);
  if (left) throw new Error(`ajv writes something that is not known here: ${left[0]}`);
  return shared;
}
