// Search in the browser: the analyzer, the scorer and the tiers of `casebook search`, on parts of its index.
//
// `casebookSearch.open("search/")` gives an engine; `await engine.find("memory leak")` gives the same cases, scores and
// order as the command line. Parts of the index are scripts that call `casebookSearch`: pages from a disk can't fetch.
var casebookSearch = (function () {
  "use strict";

  // Texts are strings of bytes (U+0000 to U+00FF, UTF-8), so that lengths and order are those of the command line.
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  function bytesOf(text) {
    let result = "";
    for (const byte of encoder.encode(text)) result += String.fromCharCode(byte);
    return result;
  }
  const textOf = (bytes) => decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  const lowered = (bytes) => bytes.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const plainWords = (bytes) => lowered(bytes.replace(/[^A-Za-z0-9\x80-\xff]+/g, " ").replace(/^ | $/g, ""));
  const words = (text) => new Set(text.split(" "));

  /* The stemmer: Porter2, snowballstem.org, steps named as there. Y is a consonant y. */

  const irregular = new Map([
    ["skis", "ski"], ["skies", "sky"], ["dying", "die"], ["lying", "lie"], ["tying", "tie"], ["idly", "idl"],
    ["gently", "gentl"], ["ugly", "ugli"], ["early", "earli"], ["only", "onli"], ["singly", "singl"],
    ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word) => [word, word])]);
  const finished = words("inning outing canning herring earring proceed exceed succeed");
  const second = pairs("ational ate ization ize fulness ful ousness ous iveness ive tional tion biliti ble " +
    "lessli less entli ent ation ate alism al aliti al ousli ous iviti ive fulli ful enci ence anci ance abli able " +
    "izer ize ator ate alli al bli ble");
  const third = pairs("ational ate tional tion alize al icate ic iciti ic ical ic ness - ful -");
  const fourth = pairs("ement - ance - ence - able - ible - ment - ant - ent - ism - ate - iti - ous - ive - ize - " +
    "al - er - ic -");

  function pairs(text) {
    const parts = text.split(" ");
    return parts.flatMap((end, place) => place % 2 ? [] : [[end, parts[place + 1].replace("-", "")]]);
  }

  const endsShort = (word) =>
    /^[aeiouy][^aeiouy]$/.test(word) || /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word);

  function stem(word) {
    if (!/^[a-z]{3,}$/.test(word)) return word;
    if (irregular.has(word)) return irregular.get(word);
    word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const region = (start) => {
      const match = /^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(word.slice(start));
      return match ? start + match[0].length : word.length;
    };
    const special = /^(?:gener|commun|arsen)/.exec(word);
    const r1 = special ? special[0].length : region(0);
    const r2 = region(r1);
    // Replaces the first ending of a list that fits, if it stands in a region; tells whether one fits.
    const replace = (list, start) => {
      const found = list.find(([end]) => word.endsWith(end));
      if (found && word.length - found[0].length >= start) word = word.slice(0, -found[0].length) + found[1];
      return Boolean(found);
    };
    // 1a
    if (word.endsWith("sses")) word = word.slice(0, -2);
    else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
    else if (/[^us]s$/.test(word) && /[aeiouy]/.test(word.slice(0, -2))) word = word.slice(0, -1);
    if (!finished.has(word)) {
      // 1b
      const ending = /(eedly|eed|ingly|edly|ing|ed)$/.exec(word);
      if (ending && ending[0].startsWith("ee")) {
        if (ending.index >= r1) word = word.slice(0, ending.index) + "ee";
      } else if (ending && /[aeiouy]/.test(word.slice(0, ending.index))) {
        word = word.slice(0, ending.index);
        if (/(at|bl|iz)$/.test(word)) word += "e";
        else if (/([bdfgmnprt])\1$/.test(word)) word = word.slice(0, -1);
        else if (word.length <= r1 && endsShort(word)) word += "e";
      }
      // 1c
      if (/.[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + "i";
      // 2
      if (!replace(second, r1)) {
        if (word.endsWith("logi") && word.length - 3 >= r1) word = word.slice(0, -1);
        else if (/[cdeghkmnrt]li$/.test(word) && word.length - 2 >= r1) word = word.slice(0, -2);
      }
      // 3
      if (!word.endsWith("ative")) replace(third, r1);
      else if (word.length - 5 >= r2) word = word.slice(0, -5);
      // 4
      if (!replace(fourth, r2) && /[st]ion$/.test(word) && word.length - 3 >= r2) word = word.slice(0, -3);
      // 5
      const rest = word.slice(0, -1);
      if (word.endsWith("e")) {
        if (rest.length >= r2 || rest.length >= r1 && !endsShort(rest)) word = rest;
      } else if (word.endsWith("ll") && rest.length >= r2) word = rest;
    }
    return word.replace(/Y/g, "y");
  }

  /* The analyzer: a run of bytes gives terms in order, and compounds beside them. */

  const longestTerm = 64;
  const stopWords = words("a about above after again against all also am an and any are arent as at be because been " +
    "before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down " +
    "during each few for from further had hadnt has hasnt have havent having he her here hers herself him himself " +
    "his how i if in into is isnt it its itself just me might more most must my myself no nor not now of off on once " +
    "only or other our ours ourselves out over own same shall she should shouldnt so some such than that the their " +
    "theirs them themselves then there these they this those through to too under until up upon us very was wasnt we " +
    "were werent what when where which while who whom whose why will with wont would wouldnt yet you your yours " +
    "yourself yourselves ive im id youre theyre thats whats lets may");
  // U+00C0 to U+017F without marks; a digit stands for two letters, a blank for none.
  const latin = "aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2y" +
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkk" +
    "llllllllllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  const doubles = { 1: "ae", 2: "th", 3: "ss", 4: "ij", 5: "oe" };
  const within = (scalar, ranges) => {
    for (let place = 0; place < ranges.length; place += 2) {
      if (scalar >= ranges[place] && scalar <= ranges[place + 1]) return true;
    }
    return false;
  };
  const marks = [0x300, 0x36F, 0x483, 0x489, 0x591, 0x5BD, 0x610, 0x61A, 0x64B, 0x65F, 0x1AB0, 0x1AFF, 0x20D0, 0x20FF,
    0xFE00, 0xFE0F, 0x200D, 0x200D];
  const separators = [0x2B0, 0x2FF, 0x80, 0xBF, 0xD7, 0xD7, 0xF7, 0xF7, 0x2000, 0x206F, 0x20A0, 0x20CF, 0x2190, 0x2BFF,
    0x2E00, 0x2E7F, 0x3000, 0x303F, 0xFF00, 0xFF0F, 0xFF1A, 0xFF20, 0xFF3B, 0xFF40, 0xFF5B, 0xFF65, 0xE000, 0xF8FF,
    0xFFF0, 0xFFFF, 0x1F000, 0x1FAFF, 0xE0000, 0x10FFFF];
  const ideographs = [0x3040, 0x30FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xAC00, 0xD7AF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF];

  // Greek and Cyrillic letters that have a small form; others stay as they are.
  const capitals = [0x386, 0x3A9, 0x400, 0x42F, 0x460, 0x481, 0x48A, 0x4BF, 0x4D0, 0x52F];

  // A run as units: folded bytes and a kind: lower, Upper, digit, joiner (-), ideograph, separator (" ").
  function unitsOf(run) {
    const units = [];
    const add = (bytes, kind) => units.push({ bytes, kind });
    for (let index = 0; index < run.length;) {
      const first = run.charCodeAt(index);
      if (first < 0x80) {
        const byte = run[index++];
        if (/[A-Z]/.test(byte)) add(byte.toLowerCase(), "U");
        else add(byte, /[a-z]/.test(byte) ? "l" : /[0-9]/.test(byte) ? "d" : "-");
        continue;
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
      let scalar = first & (0xFF >> (length + 1));
      for (let offset = 1; offset < length; offset++) {
        const next = run.charCodeAt(index + offset);
        if ((next & 0xC0) !== 0x80) length = 1; else scalar = scalar << 6 | next & 0x3F;
      }
      const bytes = run.slice(index, index + length);
      index += length;
      if (length === 1) add("", " ");
      else if (scalar === 0x2019) add("'", "-");
      else if (scalar === 0xAA || scalar === 0xB5 || scalar === 0xBA) add(bytes, "l");
      else if (within(scalar, marks)) continue;
      else if (within(scalar, separators)) add("", " ");
      else if (within(scalar, ideographs)) add(bytes, "i");
      else if (scalar >= 0xC0 && scalar <= 0x17F) {
        const letter = latin[scalar - 0xC0];
        for (const one of doubles[letter] || letter.trim()) add(one, "l");
      } else {
        const letter = String.fromCodePoint(scalar);
        const small = within(scalar, capitals) ? letter.toLowerCase() : letter;
        add(bytesOf(small), small === letter ? "l" : "U");
      }
    }
    return units;
  }

  const joined = (units) => units.map((unit) => unit.bytes).join("");
  const splitAt = (units, isCut) => {
    const result = [[]];
    for (const unit of units) if (isCut(unit)) result.push([]); else result[result.length - 1].push(unit);
    return result;
  };

  function analyzeRun(run, found) {
    const addSequence = (term) => { if (term) found.sequence.push(term.slice(0, longestTerm)); };
    const addWord = (word) => { if (!stopWords.has(word)) addSequence(stem(word)); };
    if (/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]*)$/.test(run)) return addWord(run.toLowerCase());

    // A whole or a piece, unless it is too long, or all there is since a place is the same word.
    function addExtra(term, since) {
      const isAll = found.sequence.length - since === 1 && found.sequence[since] === term;
      if (term.length <= longestTerm && !isAll) found.extra.push(term);
    }
    // `HTTPServer2` → `http`, `server`, `2`; gives their number.
    function addParts(piece) {
      let count = 0;
      let start = 0;
      for (let index = 1; index <= piece.length; index++) {
        const before = piece[index - 1].kind;
        const here = index < piece.length ? piece[index].kind : "";
        const next = index + 1 < piece.length ? piece[index + 1].kind : here;
        const isBoundary = !here || (before === "d") !== (here === "d") || before === "l" && here === "U" ||
          before === "U" && here === "U" && next === "l";
        if (!isBoundary) continue;
        const part = joined(piece.slice(start, index));
        if (piece[start].kind === "d") addSequence(part); else addWord(part);
        start = index;
        count++;
      }
      return count;
    }
    // Without joiners at the ends, but with the `++` of `C++` and the `#` of `C#`.
    function trimmed(units) {
      let start = 0;
      let end = units.length;
      while (start < end && units[start].kind === "-") start++;
      while (end > start && units[end - 1].kind === "-") end--;
      const tail = joined(units.slice(end));
      if (end - start >= 1 && end - start <= 2) {
        if (tail.startsWith("++")) end += 2; else if (tail.startsWith("#")) end++;
      }
      return units.slice(start, end);
    }
    function addCompound(all) {
      const units = trimmed(all);
      if (!units.length) return;
      const mark = units.findIndex((unit) => unit.kind === "-" && unit.bytes === "'");
      if (mark >= 0) {
        if (units.length - mark === 2 && units[mark + 1].bytes === "s") return addCompound(units.slice(0, mark));
        return addCompound(units.filter((unit) => unit.bytes !== "'"));
      }
      if (units.some((unit) => unit.kind === "i")) return addBigrams(units);
      const before = found.sequence.length;
      const pieces = splitAt(units, (unit) => unit.kind === "-").filter((piece) => piece.length)
        .map((units) => ({ units, parts: addParts(units) }));
      if (pieces.length === 1 && pieces[0].parts === 1 && pieces[0].units.length === units.length) return;
      addExtra(joined(units), before);
      if (pieces.length < 2) return;
      for (const piece of pieces) if (piece.parts > 1) addExtra(joined(piece.units), before);
    }
    // `数据库` → `数据`, `据库`; letters between ideographs stay words.
    function addBigrams(units) {
      for (let index = 0; index < units.length;) {
        let end = index;
        while (end < units.length && (units[end].kind === "i") === (units[index].kind === "i")) end++;
        const run = units.slice(index, end);
        if (run[0].kind !== "i") addCompound(run);
        else if (run.length === 1) addSequence(run[0].bytes);
        else for (let place = 1; place < run.length; place++) addSequence(run[place - 1].bytes + run[place].bytes);
        index = end;
      }
    }
    for (const part of splitAt(unitsOf(run), (unit) => unit.kind === " ")) addCompound(part);
  }

  // analyze("MyClass.doSomething") → {sequence: ["my", "class", "do", …], extra: ["myclass.dosomething", …]}
  function analyze(bytes) {
    const found = { sequence: [], extra: [] };
    for (const run of bytes.match(/[A-Za-z0-9\x80-\xff\-_.:\/@'+#]+/g) || []) {
      const trimmed = run.replace(/[-_.:\/@']+$/, "").replace(/^[-_.:\/@'+#]+/, "");
      if (trimmed) analyzeRun(trimmed, found);
    }
    return found;
  }

  /* The scorer: BM25 in integers. */

  const frequencies = [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 36, 48, 80];
  const whole = (a, b) => Math.floor(a / b);

  // Logarithm to base two in 256ths.
  function log2(value) {
    let exponent = 0;
    while (2 ** (exponent + 1) <= value) exponent++;
    let mantissa = Math.floor(value * 2 ** (15 - exponent));
    let fraction = 0;
    for (let bit = 0; bit < 8; bit++) {
      mantissa = whole(mantissa * mantissa, 32768);
      fraction *= 2;
      if (mantissa >= 65536) {
        mantissa >>= 1;
        fraction++;
      }
    }
    return exponent * 256 + fraction;
  }

  const lengthOf = (index) => index < 16 ? index : (16 + index % 16) * 2 ** (whole(index, 16) - 1) +
    whole(2 ** (whole(index, 16) - 1), 2);

  // Impacts of a frequency's class at each length's class.
  function impactsOf(root) {
    return frequencies.map((frequency) => root.classes.map((index) => {
      const share = whole(lengthOf(index) * Math.max(root.cases, 1) * 1000, Math.max(root.length, 1));
      const norm = whole(2 * 1700 * (1000 * 250 + 750 * share), 1000000);
      return Math.min(whole(4095 * 1000 * frequency, 1000 * frequency + norm), 65535);
    }));
  }

  /* Parts of the index. */

  // Lets the page breathe: long work is cut into pieces of some ten milliseconds.
  let since = 0;
  async function pause() {
    if (performance.now() - since < 10) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }

  const parts = {};

  // What the scripts of the index call.
  function take(name, ...texts) {
    parts[name] = texts;
  }

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = () => { script.remove(); reject(new Error("cannot load " + address)); };
      document.head.append(script);
    });
  }

  // Keys of a leaf: a capital for what is shared with the one before, then the rest.
  function readKeys(text) {
    let last = "";
    return (text.match(/[A-Z][^A-Z]*/g) || []).map((entry) => {
      last = last.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
      return last;
    });
  }

  class Bits {
    constructor(text) {
      this.bytes = atob(text + "AAA".slice((text.length + 3) % 4));
      this.place = 0;
    }
    bit() {
      const bit = this.bytes.charCodeAt(this.place >> 3) >> (7 - (this.place & 7)) & 1;
      this.place++;
      return bit;
    }
    number(width) {
      let value = 0;
      for (let count = 0; count < width; count++) value = value * 2 + this.bit();
      return value;
    }
    unary() {
      let value = 0;
      while (this.bit()) value++;
      return value;
    }
    gamma() {
      const width = this.unary();
      return 2 ** width + this.number(width);
    }
  }

  // Likeliest classes first; a list of four or more names its order.
  const orders = [[1, 2, 3], [1, 0, 2], [0, 1, 2], [2, 1, 3]].map((first) =>
    first.concat(frequencies.map((_, index) => index).filter((index) => !first.includes(index))));

  function readList(bits, documents) {
    const count = bits.gamma();
    const list = { count, documents: [], classes: [] };
    let shift = 0;
    while (shift < 30 && count * 2 ** (shift + 1) * 100 <= documents * 69) shift++;
    const order = orders[count >= 4 ? bits.number(2) : 0];
    let last = -1;
    for (let index = 0; index < count; index++) {
      if (count === 1) last = bits.number(Math.floor(Math.log2(Math.max(documents - 1, 1))) + 1);
      else last += bits.unary() * 2 ** shift + bits.number(shift) + 1;
      list.documents.push(last);
      list.classes.push(order[bits.unary()]);
    }
    return list;
  }

  class Parts {
    constructor(folder, load, mark = "") {
      Object.assign(this, { folder, load, mark });
      this.leaves = {};
      this.loading = {};
    }
    open() {
      this.opening = this.opening || this.part("root", "root.js" + this.mark).then(([text]) => this.read(text));
      return this.opening;
    }
    read(text) {
      const root = this.root = JSON.parse(text);
      this.separators = {};
      for (const table of Object.keys(root.leaves)) this.separators[table] = readKeys(root.leaves[table]);
      const codes = Array.from({ length: 256 }, (_, digit) => {
        const code = 40 + digit + (40 + digit >= 0x5C ? 1 : 0);
        return String.fromCharCode(code + (code >= 0x7F ? 0x22 : 0));
      });
      const digits = new Map(codes.map((code, digit) => [code, digit]));
      this.lengths = Uint8Array.from(root.lengths, (digit) => digits.get(digit));
      this.impacts = impactsOf(root);
    }
    async part(name, file) {
      if (!parts[name]) await this.load(this.folder + (file || this.root.files + name + ".js"));
      if (!parts[name]) throw new Error("the search data lacks " + name);
      return parts[name];
    }
    json(name) {
      return this.loading[name] = this.loading[name] || this.part(name).then((texts) => JSON.parse(texts[0]));
    }
    // The leaf in which a key stands, if anywhere.
    place(table, key) {
      const keys = this.separators[table];
      let [low, high] = [0, keys.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (keys[middle] <= key) low = middle + 1; else high = middle;
      }
      return low;
    }
    leaf(table, number) {
      const name = table + number;
      return this.loading[name] = this.loading[name] || this.part(name).then(([keys, text]) => {
        const bits = new Bits(text);
        const entries = new Map();
        for (const key of readKeys(keys)) {
          entries.set(key, table === "s" ? bits.gamma() : readList(bits, this.root.cases));
        }
        return this.leaves[name] = entries;
      });
    }
    // Loads the leaves of some keys side by side.
    need(keys) {
      const known = keys.filter(([table]) => !this.isEmpty(table));
      return Promise.all(known.map(([table, key]) => this.leaf(table, this.place(table, key))));
    }
    isEmpty(table) { return !(table in this.separators); }
    // An entry whose leaf is there.
    entry(table, key) {
      const leaf = this.leaves[table + this.place(table, key)];
      return leaf && leaf.get(key);
    }
    // All entries that begin with a text, sorted.
    async beginning(table, start) {
      if (this.isEmpty(table)) return [];
      const [first, last] = [this.place(table, start), this.place(table, start + "\u00ff")];
      const numbers = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      const leaves = await Promise.all(numbers.map((number) => this.leaf(table, number)));
      return leaves.flatMap((leaf) => [...leaf]).filter(([key]) => key.startsWith(start));
    }
  }

  /* The query: words, quoted phrases, excluded words, filters; nothing else is syntax. */

  function parse(text, filters) {
    const bytes = bytesOf(text).slice(0, 4096);
    const query = { words: "", phrases: [], excluded: [], filters: {} };
    const add = (word) => { query.words += (query.words ? " " : "") + word; };
    let index = 0;
    let hasOpenQuote = false;
    // A quoted text from here on; nothing where no quote closes.
    function quoted() {
      if (bytes[index] !== '"' || hasOpenQuote) return null;
      const end = bytes.indexOf('"', index + 1);
      hasOpenQuote = end < 0;
      if (hasOpenQuote) return null;
      const phrase = bytes.slice(index + 1, end);
      index = end + 1;
      return phrase;
    }
    // `tag:oom`, `tool:"slow query log"`.
    function filterIn(word) {
      const colon = word.indexOf(":");
      const name = word.slice(0, Math.max(colon, 0));
      if (!filters.includes(name)) return false;
      let value = word.slice(colon + 1);
      if (value.startsWith('"')) {
        index -= value.length;
        const phrase = quoted();
        if (phrase === null) index += value.length;
        value = phrase === null ? value.slice(1) : phrase;
      }
      if (value) (query.filters[name] = query.filters[name] || []).push(value);
      return Boolean(value);
    }
    for (;;) {
      while (index < bytes.length && bytes[index] <= " ") index++;
      if (index >= bytes.length) return query;
      const phrase = quoted();
      if (phrase !== null) {
        if (/[^\x00-\x20]/.test(phrase)) {
          query.phrases.push(phrase);
          add(phrase);
        }
        continue;
      }
      const start = index;
      while (index < bytes.length && bytes[index] > " ") index++;
      const word = bytes.slice(start, index);
      if (filterIn(word)) continue;
      if (/^-[A-Za-z0-9\x80-\xff]/.test(word)) query.excluded.push(word.slice(1));
      else add(word);
    }
  }

  // Edits between two words, a swap of neighbours being one; nothing above a limit.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return null;
    let [beforeLast, last] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      if (Math.min(...row) > limit) return null;
      [beforeLast, last] = [last, row];
    }
    return last[b.length] <= limit ? last[b.length] : null;
  }

  // The hash of a name, FNV-1a, as seven digits to the base 32.
  function hashOf(name) {
    let hash = 0x811C9DC5;
    for (const byte of name) hash = Math.imul(hash ^ byte.charCodeAt(0), 0x01000193) >>> 0;
    return hash.toString(32).padStart(7, "0");
  }

  const mostTerms = 128;
  const mostRanked = 1000;
  const enough = 3;
  const tiers = ["id", "title", "symptom"];

  /* The engine. */

  class Engine {
    constructor(index) { this.index = index; }

    // Where a term stands: pairs, plain words and other terms are tables of their own.
    static table(term) { return term.includes(" ") ? "p" : /^[a-z]+$/.test(term) ? "w" : "x"; }

    term(term) { return this.index.entry(Engine.table(term), term); }

    need(terms) { return this.index.need(terms.map((term) => [Engine.table(term), term])); }

    // Answers a query with at most so many cases: {total, mode, hits: [{number, score, tier, id, title, …}]}.
    async find(text, limit = 10) {
      const { index } = this;
      try {
        await index.open();
        const query = parse(text, index.root.filters);
        return await new Run(this, query).work(Math.min(Math.max(limit, 0), mostRanked));
      } catch (error) {
        // The site may have been built anew since the root was loaded: then its other parts are gone.
        if (index !== this.index) return this.find(text, limit);
        for (const name of Object.keys(parts)) delete parts[name];
        this.index = new Parts(index.folder, index.load, "?" + Date.now());
        await this.index.open();
        if (!index.root || index.root.files === this.index.root.files) throw error;
        return this.find(text, limit);
      }
    }

    // What would remain with each value of each filter, the commonest first: {type: [["Memory leaks", 3], …], …}.
    async facets({ run }) {
      const result = {};
      for (const name of this.index.root.filters) {
        let fitting = run.seen;
        if (run.query.filters[name]) {
          const others = await this.allowed(run.query, name);
          fitting = new Set(run.lookups.flatMap(([asked, isAll]) => this.ranked(asked, isAll, others).fitting));
          for (let number = 0; !run.query.words && number < this.index.root.cases; number++) {
            if (!others || others[number]) fitting.add(number);
          }
        }
        await this.index.beginning("f", name + " ");
        const values = [];
        for (const [number, value] of (await this.values(name)).entries()) {
          const count = (await this.valued(name, number)).filter((document) => fitting.has(document)).length;
          if (count) values.push([value, count]);
          await pause();
        }
        result[name] = values.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      }
      return result;
    }

    // Loads the leaves of terms and of the pairs that may stand among them, then looks them up.
    async ask(terms) {
      const keys = terms.sequence.slice(0, mostTerms).filter((term) =>
        !(terms.sequence.length >= 4 && term.length === 1 && term >= "a"));
      const neighbours = keys.slice(1).map((term, place) => keys[place] + " " + term);
      const room = Math.max(mostTerms - terms.sequence.length, 0);
      const extra = terms.extra.slice(0, room);
      await this.need([...keys, ...neighbours, ...extra]);
      await pause();
      const asked = { words: new Map(), extras: [], pairs: [], unknown: [] };
      let previous = null;
      for (const term of keys) {
        const entry = this.term(term);
        if (!entry) {
          if (!asked.unknown.includes(term)) asked.unknown.push(term);
          previous = null;
          continue;
        }
        const word = asked.words.get(term);
        if (word) word.count++; else asked.words.set(term, { entry, count: 1 });
        const pair = previous !== null && this.term(previous + " " + term);
        if (pair) asked.pairs.push(pair);
        previous = term;
      }
      asked.extras = extra.map((term) => this.term(term)).filter(Boolean);
      return asked;
    }

    idf(list) { return Math.max(log2(2 * this.index.root.cases + 2) - log2(2 * list.count + 1), 1); }

    // Cases that hold all or some of a query's words: the best with their scores, and all.
    ranked(asked, isAll, allowed) {
      const { cases } = this.index.root;
      const { impacts, lengths } = this.index;
      const scores = new Uint32Array(cases);
      const held = new Uint8Array(cases);
      if (isAll && (asked.unknown.length || !asked.words.size)) return { documents: [], fitting: [] };
      const add = (list, weight) => list.documents.forEach((document, place) => {
        scores[document] += weight * impacts[list.classes[place]][lengths[document]];
      });
      for (const { entry, count } of asked.words.values()) {
        add(entry, this.idf(entry) * count);
        if (isAll) for (const document of entry.documents) held[document]++;
      }
      for (const extra of asked.extras) add(extra, this.idf(extra));
      for (const pair of asked.pairs) add(pair, whole(this.idf(pair) * 56, 256));
      const fitting = [];
      scores.forEach((score, document) => {
        if (score && (!isAll || held[document] === asked.words.size) && (!allowed || allowed[document])) {
          fitting.push(document);
        }
      });
      const documents = fitting.map((document) => [document, scores[document]]);
      documents.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { documents: documents.slice(0, mostRanked), fitting };
    }

    // Cases that hold all of some terms.
    async holding(terms) {
      await this.need(terms);
      const lists = terms.map((term) => new Set((this.term(term) || { documents: [] }).documents));
      return lists.length ? [...lists[0]].filter((document) => lists.every((list) => list.has(document))) : [];
    }

    // The cases of a filter's value.
    async valued(name, number) {
      const key = name + " " + number;
      await this.index.need([["f", key]]);
      return (this.index.entry("f", key) || { documents: [] }).documents;
    }

    async values(name) { return (await this.index.json("v"))[name] || []; }

    // The cases that filters, exclusions and phrases leave; nothing where they leave all.
    async allowed(query, ignored) {
      const filters = Object.keys(query.filters).filter((name) => name !== ignored);
      if (!filters.length && !query.excluded.length && !query.phrases.length) return null;
      const allowed = new Uint8Array(this.index.root.cases).fill(1);
      const keep = (documents) => {
        const kept = new Set(documents);
        allowed.forEach((isAllowed, document) => { if (!kept.has(document)) allowed[document] = 0; });
      };
      for (const name of filters) {
        const wanted = new Set(query.filters[name].map(plainWords));
        const numbers = (await this.values(name)).flatMap((value, number) =>
          wanted.has(plainWords(bytesOf(value))) ? [number] : []);
        keep((await Promise.all(numbers.map((number) => this.valued(name, number)))).flat());
      }
      for (const word of query.excluded) {
        for (const document of await this.holding(analyze(word).sequence)) allowed[document] = 0;
      }
      for (const phrase of query.phrases.map(plainWords).filter(Boolean)) {
        const { sequence } = analyze(phrase);
        if (sequence.length) keep(await this.holding(sequence));
        const candidates = [];
        allowed.forEach((isAllowed, document) => { if (isAllowed) candidates.push(document); });
        const texts = await this.cased("t", candidates);
        keep(candidates.filter((document, place) =>
          texts[place].some((text) => (" " + bytesOf(text) + " ").includes(" " + phrase + " "))));
      }
      return allowed;
    }

    // Cards or texts of cases.
    cased(kind, numbers) {
      const size = this.index.root.casesInFile;
      return Promise.all(numbers.map(async (number) =>
        (await this.index.json(kind + whole(number, size)))[number % size]));
    }
  }

  // One query on its way through the tiers.
  class Run {
    constructor(engine, query) {
      Object.assign(this, { engine, index: engine.index, query, found: [], seen: new Set(), lookups: [], read: [] });
    }

    async work(limit) {
      const { query } = this;
      this.allowed = await this.engine.allowed(query);
      if (query.words) await this.search(); else this.listAllowed();
      const has = (...names) => this.found.some((hit) => names.includes(hit.tier));
      const hits = this.found.slice(0, limit);
      const cards = await this.engine.cased("c", hits.map((hit) => hit.number));
      hits.forEach((hit, place) => {
        const [id, title, type, summary, address] = cards[place];
        Object.assign(hit, { id, title, type, summary, address: address || "cases/" + id + ".html" });
      });
      return {
        hits, total: this.seen.size, read: this.read, run: this,
        mode: has("id", "title", "symptom", "all") || !has("typo", "prefix", "synonym", "partial") ? "all"
          : has("typo", "prefix", "synonym") ? "fuzzy" : "any"
      };
    }

    listAllowed() {
      const { filters, excluded } = this.query;
      if (!Object.keys(filters).length && !excluded.length) return;
      for (let number = 0; number < this.index.root.cases; number++) {
        if (this.allowed[number]) this.take(number, 0, "all");
      }
    }

    take(number, score, tier) {
      if (this.seen.has(number)) return;
      this.seen.add(number);
      this.found.push({ number, score, tier });
    }

    async search() {
      const { engine, query, index } = this;
      const whole = plainWords(query.words);
      const terms = await this.terms();
      const name = hashOf(whole);
      const [asked] = await Promise.all([engine.ask(terms), index.need([["n", name]])]);
      this.exact(index.entry("n", name), asked);
      this.look(asked, true, "all");
      if (asked.unknown.length) await this.readOtherwise(terms, asked);
      if (this.seen.size < enough) {
        for (const number of await this.meant(whole)) {
          if (!this.allowed || this.allowed[number]) this.take(number, 0, "synonym");
        }
      }
      if (this.seen.size < enough) this.look(asked, false, "partial");
    }

    // The terms of a query. A word that is known as the name of something is not stemmed: `insertall`.
    async terms() {
      const { engine, query } = this;
      const terms = analyze(query.words);
      terms.sequence.length = Math.min(terms.sequence.length, mostTerms);
      this.written = new Map();
      const single = query.words.split(/[\x00-\x20]+/).map((word) => ({ word, found: analyze(word) }))
        .filter(({ found }) => !found.extra.length && found.sequence.length === 1);
      await engine.need(single.map(({ found }) => found.sequence[0]));
      const unknown = single.filter(({ found }) => !engine.term(found.sequence[0]));
      await engine.need(unknown.map(({ word }) => plainWords(word)));
      for (const { word, found: { sequence: [term] } } of single) {
        const plain = plainWords(word);
        if (!engine.term(term) && engine.term(plain)) {
          terms.sequence = terms.sequence.map((other) => other === term ? plain : other);
        } else if (/[a-z\x7b-\xff]/.test(word)) {
          // Words in capitals are names, never read as others: `ENOSPC`.
          this.written.set(term, plain);
        }
      }
      return terms;
    }

    // Cases whose name or statement is the query, word for word: by a hash, and since they hold all its words.
    exact(entry, asked) {
      if (!entry) return;
      const holders = asked.words.size ? new Set(this.engine.ranked(asked, true, null).fitting) : null;
      tiers.forEach((tier, place) => entry.documents.forEach((number, item) => {
        const isAllowed = !this.allowed || this.allowed[number];
        if (entry.classes[item] === place && isAllowed && (!holders || holders.has(number))) this.take(number, 0, tier);
      }));
    }

    look(asked, isAll, tier) {
      const ranked = this.engine.ranked(asked, isAll, this.allowed);
      if (ranked.fitting.length) this.lookups.push([asked, isAll]);
      for (const [number, score] of ranked.documents) this.take(number, score, tier);
      for (const number of ranked.fitting) this.seen.add(number);
    }

    // Reads words that no case holds as what they may begin or misspell.
    async readOtherwise(terms, asked) {
      const last = terms.sequence[terms.sequence.length - 1];
      if (asked.unknown.length === 1 && asked.unknown[0] === last) await this.readAsBeginning(terms, last);
      if (this.seen.size >= enough) return;
      const sequence = [];
      for (const word of terms.sequence) {
        const written = asked.unknown.includes(word) ? this.written.get(word) : undefined;
        const near = written === undefined ? null : await this.nearest(written);
        if (near) this.read.push([written, near]);
        sequence.push(near ? stem(near) : word);
      }
      if (sequence.every((word, place) => word === terms.sequence[place])) return;
      const before = this.seen.size;
      const reread = await this.engine.ask({ sequence, extra: [] });
      this.look(reread, true, "typo");
      // A misspelt word counts for the search by some words too.
      if (this.seen.size === before) this.look(reread, false, "partial");
    }

    // Takes cases that hold a word that begins with the last one: the best of the readings decides.
    async readAsBeginning(terms, last) {
      if (last.length < 2) return;
      const found = (await Promise.all(["w", "x"].map((table) => this.index.beginning(table, last)))).flat()
        .filter(([term]) => term.length > last.length);
      found.sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
      const scores = new Map();
      for (const [term] of found.slice(0, 64)) {
        const asked = await this.engine.ask({ sequence: [...terms.sequence.slice(0, -1), term], extra: terms.extra });
        this.lookups.push([asked, true]);
        for (const [number, score] of this.engine.ranked(asked, true, this.allowed).documents) {
          scores.set(number, Math.max(scores.get(number) || 0, score));
        }
      }
      for (const [number, score] of [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
        this.take(number, score, "prefix");
      }
    }

    // The word nearest to one of four letters or more: one edit up to seven letters, two above.
    async nearest(word) {
      if (!/^[a-z]{4,}$/.test(word)) return null;
      let limit = word.length <= 7 ? 1 : 2;
      let best = null;
      for (const [known, count] of await this.index.beginning("s", word[0])) {
        if (Math.abs(known.length - word.length) > limit) continue;
        await pause();
        const edits = known.length < 3 ? null : distance(word, known, limit);
        if (edits === null) continue;
        if (!best || edits < limit || count > best.count) best = { known, count };
        limit = edits;
      }
      return best && best.known;
    }

    // Cases of the issue types for which a query stands, word for word.
    async meant(whole) {
      const key = "=" + whole;
      await this.index.need([["f", key]]);
      const types = this.index.entry("f", key);
      if (!types) return [];
      const lists = await Promise.all(types.documents.map((number) => this.engine.valued("type", number)));
      return [...new Set(lists.flat())].sort((a, b) => a - b);
    }
  }

  take.analyze = (text) => {
    const { sequence, extra } = analyze(bytesOf(text));
    return { sequence: sequence.map(textOf), extra: extra.map(textOf) };
  };
  take.open = (folder, load = loadScript) => new Engine(new Parts(folder, load));
  return take;
})();
