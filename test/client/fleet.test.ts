import assert from "node:assert/strict";
import { test } from "node:test";
import { Pages } from "../../client/src/jobs/fleet";

test("pages are fetched one at a time, each once", async () => {
  const asked: (string | undefined)[] = [];
  const pages = new Pages((token) => {
    asked.push(token);
    return Promise.resolve(token === undefined ? { items: [1, 2], next: "b" } : { items: [3], next: undefined });
  });
  await Promise.all([pages.first(), pages.first()]);
  await pages.more();
  assert.deepEqual([asked, pages.items, pages.hasMore], [[undefined, "b"], [1, 2, 3], false]);
});

test("a page that failed is asked for again", async () => {
  let fails = true;
  const pages = new Pages(() => {
    const answer = fails ? Promise.reject(new Error("offline")) : Promise.resolve({ items: [1], next: undefined });
    fails = false;
    return answer;
  });
  await assert.rejects(pages.first(), /offline/);
  assert.deepEqual(await pages.first(), [1]);
});
