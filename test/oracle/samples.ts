/** Texts made of `pieces`, and `wholes` with a piece put in or a few characters taken out: the same in every run. */
export function samples(count: number, pieces: readonly string[], wholes: readonly string[]): readonly string[] {
  const next = random(20_261_123);
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? "";
  return Array.from({ length: count }, () => {
    if (next(3) > 0) return Array.from({ length: 1 + next(9) }, () => pick(pieces)).join("");
    const whole = pick(wholes);
    const cut = next(whole.length + 1);
    return whole.slice(0, cut) + pick(pieces) + whole.slice(cut + next(3));
  });
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
