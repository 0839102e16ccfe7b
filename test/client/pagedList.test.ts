import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Page, PageRequest } from "../../client/src/aws/jobs";
import { PagedList } from "../../client/src/jobs/pagedList";

/** A service with these items, which writes down what it was asked. */
function serviceOf(items: readonly number[]) {
  const asked: PageRequest[] = [];
  const fetch = (page: PageRequest): Promise<Page<number>> => {
    asked.push(page);
    const from = Number(page.token ?? 0);
    const until = from + page.size;
    return Promise.resolve({ items: items.slice(from, until), next: until < items.length ? `${until}` : undefined });
  };
  return { asked, fetch };
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const sizes = (asked: readonly PageRequest[]): readonly number[] => asked.map(({ size }) => size);
const keyOf = (item: number): string => `${item}`;

test("the first page is small, and asked for once", async () => {
  const { asked, fetch } = serviceOf(numbers(1_240));
  const list = new PagedList({ fetch, keyOf });
  await Promise.all([list.first(), list.first()]);
  assert.deepEqual([sizes(asked), list.items.length, list.hasMore], [[50], 50, true]);
});

test("what was looked ahead is counted, and shown without another call", async () => {
  const { asked, fetch } = serviceOf(numbers(1_240));
  const list = new PagedList({ fetch, keyOf });
  await list.first();
  await list.lookAhead();
  assert.deepEqual([list.items.length, list.seen], [50, 300]);
  await list.more();
  assert.deepEqual([sizes(asked), list.items.length], [[50, 250], 300]);
});

test("a click on Load more while a page is looked ahead shows more", async () => {
  const list = new PagedList({ fetch: serviceOf(numbers(1_240)).fetch, keyOf });
  await list.first();
  await Promise.all([list.lookAhead(), list.more()]);
  assert.equal(list.items.length, 300);
});

test("a search keeps what matches, and stops after some pages", async () => {
  const { asked, fetch } = serviceOf(numbers(2_000));
  const list = new PagedList({ fetch, keyOf, matches: (item) => item % 100 === 0 });
  await list.first();
  assert.deepEqual([list.items.length, list.seen, list.hasMore], [13, 1_250, true]);
  await list.more();
  assert.deepEqual([list.items.length, list.seen, list.hasMore], [20, 2_000, false]);
  assert.equal(asked.length, 8);
});

test("a page that failed is asked for again", async () => {
  let fails = true;
  const list = new PagedList<number>({
    keyOf,
    fetch: () => {
      const answer = fails ? Promise.reject(new Error("offline")) : Promise.resolve({ items: [1], next: undefined });
      fails = false;
      return answer;
    },
  });
  await assert.rejects(list.first(), /offline/);
  assert.deepEqual(await list.first(), [1]);
});

test("a renewal that fails leaves everything as it was", async () => {
  const { fetch } = serviceOf(numbers(60));
  let fails = false;
  const list = new PagedList({
    keyOf,
    fetch: (page) => (fails ? Promise.reject(new Error("offline")) : fetch(page)),
  });
  await list.first();
  fails = true;
  await assert.rejects(list.renew(), /offline/);
  assert.deepEqual([list.items.length, list.hasMore], [50, true]);
});

test("a renewal of a search keeps what was found further on than it looks, and that there is no more", async () => {
  const { fetch } = serviceOf(numbers(1_240));
  const list = new PagedList({ fetch, keyOf, matches: (item) => item > 1_230 });
  await list.first();
  assert.deepEqual([list.items.length, list.seen, list.hasMore], [9, 1_240, false]);
  await list.renew();
  assert.deepEqual([list.items.length, list.seen, list.hasMore], [9, 1_240, false]);
});

test("whatever comes and goes, a renewal shows each item of the service once, in its order", async () => {
  const items = fc.uniqueArray(fc.nat(2_000), { maxLength: 700 });
  await fc.assert(
    fc.asyncProperty(items, items, fc.nat(3), async (before, after, clicks) => {
      let service = serviceOf(before);
      const list = new PagedList<number>({ keyOf, fetch: (page) => service.fetch(page) });
      await list.first();
      for (let click = 0; click < clicks; click++) await list.more();
      service = serviceOf(after);
      await list.renew();
      const shown = list.items;
      assert.equal(new Set(shown).size, shown.length);
      const fresh = Math.min(shown.length, after.length, 50);
      assert.deepEqual(shown.slice(0, fresh), after.slice(0, fresh));
    }),
    { numRuns: 60 },
  );
});
