/** Notes on stories that came in, said as they come and counted where they repeat. */
export interface Notes {
  add(path: string, note: string): void;
  /** Says how often what was said most was meant. */
  end(): void;
}

/** The same note on more stories than this is counted: an archive has one fault ten thousand times. */
const mostOfOne = 3;

export function openNotes(say: (line: string) => void): Notes {
  const counts = new Map<string, number>();
  return {
    add(path, note) {
      const count = (counts.get(note) ?? 0) + 1;
      counts.set(note, count);
      if (count <= mostOfOne) say(`${path}: ${note}`);
    },
    end() {
      for (const [note, count] of counts) {
        if (count > mostOfOne) say(`and ${(count - mostOfOne).toLocaleString("en")} more: ${note}`);
      }
    },
  };
}
