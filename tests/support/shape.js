/**
 * Holds a value against a declaration in TypeScript: the types that the package ships say what its results must be.
 *
 * It knows what `src/wasm/types.d.ts` uses: interfaces, aliases, unions, arrays, tuples with and without labels, objects,
 * literals, and the words string, number, boolean, null and undefined.
 */

/**
 * @typedef {{ optional: boolean, type: Type }} Field
 * @typedef {{ kind: 'name', name: string } | { kind: 'literal', value: string } | { kind: 'array', of: Type }
 *   | { kind: 'tuple', of: Type[] } | { kind: 'union', of: Type[] } | { kind: 'object', fields: Map<string, Field> }} Type
 */

/** @param {string} source */
function parse(source) {
  const words = source.replace(/\/\*[^]*?\*\//g, '').match(/'[^']*'|\w+|[^\s\w]/g) ?? [];
  let at = 0;
  /** @param {string} word */
  const take = (word) => words[at] === word && (at += 1) > 0;
  /** @param {string} word */
  const expect = (word) => {
    if (!take(word)) throw new Error(`types: ${word} is wanted, not ${words.slice(at, at + 8).join(' ')}`);
  };
  const next = () => words[at++] ?? '';

  /** @returns {Type} */
  function type() {
    take('|');
    const of = [postfix()];
    while (take('|')) of.push(postfix());
    return of.length === 1 && of[0] ? of[0] : { kind: 'union', of };
  }
  /** @returns {Type} */
  function postfix() {
    let found = single();
    while (take('[')) {
      expect(']');
      found = { kind: 'array', of: found };
    }
    return found;
  }
  /** @returns {Type} */
  function single() {
    if (take('{')) return { kind: 'object', fields: fields() };
    if (take('[')) return { kind: 'tuple', of: elements() };
    const word = next();
    return word.startsWith("'") ? { kind: 'literal', value: word.slice(1, -1) } : { kind: 'name', name: word };
  }
  function elements() {
    /** @type {Type[]} */
    const of = [];
    while (!take(']')) {
      if (words[at + 1] === ':') at += 2; // a label
      of.push(type());
      take(',');
    }
    return of;
  }
  function fields() {
    /** @type {Map<string, Field>} */
    const found = new Map();
    while (!take('}')) {
      const name = next();
      const optional = take('?');
      expect(':');
      found.set(name, { optional, type: type() });
      take(';');
    }
    return found;
  }

  /** @type {Map<string, Type>} */
  const types = new Map();
  while (at < words.length) {
    expect('export');
    const kind = next();
    const name = next();
    if (take('extends')) next();
    if (kind === 'type') expect('=');
    types.set(name, type());
    take(';');
  }
  return types;
}

/**
 * What is wrong with a value of a declared type, each with its place; nothing where all is right.
 * @param {string} source  The declarations.
 * @param {string} name  The type.
 * @param {unknown} value
 * @returns {string[]}
 */
export function shapeProblems(source, name, value) {
  const types = parse(source);
  /** @type {string[]} */
  const problems = [];

  /**
   * @param {Type} type
   * @param {any} given
   * @returns {boolean}  Whether the value may be of the type, by its outside.
   */
  function fits(type, given) {
    switch (type.kind) {
      case 'union':
        return type.of.some((one) => fits(one, given));
      case 'literal':
        return given === type.value;
      case 'array':
        return Array.isArray(given);
      case 'tuple':
        return Array.isArray(given) && given.length === type.of.length;
      case 'object':
        return typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;
      default: {
        if (type.name === 'null') return given === null;
        if (type.name === 'undefined') return given === undefined;
        if (type.name === 'number') return Number.isFinite(given);
        if (type.name === 'string' || type.name === 'boolean') return typeof given === type.name;
        if (type.name === 'Uint32Array') return given instanceof Uint32Array;
        const declared = types.get(type.name);
        if (!declared) throw new Error(`types: nothing declares ${type.name}`);
        return fits(declared, given);
      }
    }
  }

  /**
   * @param {Type} type
   * @param {any} given
   * @param {string} path
   */
  function check(type, given, path) {
    if (!fits(type, given)) {
      problems.push(`${path}: ${Object.prototype.toString.call(given)} ${String(given)} is not what is declared`);
      return;
    }
    if (type.kind === 'name' && types.has(type.name)) check(/** @type {Type} */ (types.get(type.name)), given, path);
    if (type.kind === 'union') check(/** @type {Type} */ (type.of.find((one) => fits(one, given))), given, path);
    if (type.kind === 'array')
      given.forEach((/** @type {any} */ one, /** @type {number} */ index) => check(type.of, one, `${path}[${index}]`));
    if (type.kind === 'tuple') type.of.forEach((one, index) => check(one, given[index], `${path}[${index}]`));
    if (type.kind !== 'object') return;
    for (const key of Reflect.ownKeys(given)) {
      if (!type.fields.has(String(key))) problems.push(`${path}.${String(key)}: nothing declares it`);
    }
    for (const [key, field] of type.fields) {
      if (key in given) check(field.type, given[key], `${path}.${key}`);
      else if (!field.optional) problems.push(`${path}.${key}: it is missing`);
    }
  }

  check({ kind: 'name', name }, value, name);
  return problems;
}
