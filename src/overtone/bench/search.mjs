// Asks the script of the search page itself, outside a browser: queries as JSON on stdin, addresses found on stdout.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

const [script, folder] = process.argv.slice(2);
runInThisContext(readFileSync(script, "utf8"));
const search = runInThisContext("overtone");
let loaded = 0;
search.loader((path, fail) => {
  let text;
  try {
    text = readFileSync(join(folder, path), "utf8");
  } catch {
    return fail();
  }
  loaded += Buffer.byteLength(text);
  runInThisContext(text);
});
const told = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const found = await search.search(query, "", false);
  told.push(found.hits.slice(0, 10).map((hit) => hit.path));
}
console.log(JSON.stringify({ found: told, loaded }));
