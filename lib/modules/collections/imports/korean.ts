const replacement = 0xfffd;

/** Units that follow from two bytes, at `lead << 8 | trail`; 0 where the pair means nothing. */
let table: Uint16Array | undefined;

/**
 * Decodes CP949 (Windows code page 949), which Korean Windows and Excel write. Node's own `euc-kr`
 * knows only its KS X 1001 part. Throws a TypeError at a byte that cannot be in such a text when
 * `fatal`.
 */
export class KoreanDecoder {
  readonly #fatal: boolean;
  #lead = 0;

  constructor(options: { fatal?: boolean } = {}) {
    this.#fatal = options.fatal ?? false;
  }

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    table ??= buildTable();
    const units = new Uint16Array(bytes.length + 1);
    let length = 0;
    for (const byte of bytes) {
      if (this.#lead === 0 && byte < 0x80) units[length++] = byte;
      else if (this.#lead === 0) this.#lead = byte;
      else {
        const unit = table[(this.#lead << 8) | byte] || this.#wrong();
        this.#lead = 0;
        units[length++] = unit;
        // A plain character after a stray lead byte stands for itself.
        if (unit === replacement && byte < 0x80) units[length++] = byte;
      }
    }
    if (!stream && this.#lead !== 0) {
      this.#lead = 0;
      units[length++] = this.#wrong();
    }
    return new TextDecoder('utf-16le').decode(units.subarray(0, length));
  }

  #wrong(): number {
    if (this.#fatal) throw new TypeError('Not CP949.');
    return replacement;
  }
}

/**
 * KS X 1001 as Node decodes it; then the syllables it lacks, which code page 949 lists in the order
 * of Unicode over the pairs that are left, from 0x8141 on; and the two signs added in 1998 and 2001.
 */
function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  const euc = new TextDecoder('euc-kr');
  const known = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = euc.decode(Uint8Array.of(lead, trail));
      if (text.length !== 1 || text.charCodeAt(0) === replacement) continue;
      built[(lead << 8) | trail] = text.charCodeAt(0);
      known.add(text.charCodeAt(0));
    }
  }
  built[0xa2e6] = 0x20ac;
  built[0xa2e7] = 0xae;
  const pairs = extensionPairs();
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++) {
    if (known.has(syllable)) continue;
    const pair = pairs.next();
    if (!pair.done) built[pair.value] = syllable;
  }
  return built;
}

function* extensionPairs(): Generator<number> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    const last = lead <= 0xa0 ? 0xfe : 0xa0;
    for (let trail = 0x41; trail <= last; trail++) {
      const gap = (trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81);
      if (!gap) yield (lead << 8) | trail;
    }
  }
}
