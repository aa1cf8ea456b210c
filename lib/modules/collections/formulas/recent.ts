/** Keeps what was made of texts, the last used of them, as long as the texts have so many letters together. */
export class Recent<T> {
  private readonly made = new Map<string, T>();
  private letters = 0;

  constructor(private readonly mostLetters: number) {}

  /** What was made of a text already, or is made now. */
  of(text: string, make: () => T): T {
    const known = this.made.get(text);
    if (known !== undefined) {
      this.made.delete(text);
      this.made.set(text, known);
      return known;
    }
    const fresh = make();
    this.made.set(text, fresh);
    this.letters += text.length;
    for (const [oldest] of this.made) {
      if (this.letters <= this.mostLetters) break;
      this.made.delete(oldest);
      this.letters -= oldest.length;
    }
    return fresh;
  }
}
