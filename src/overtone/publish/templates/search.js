/* The search of the shelves, without a server: folds what is typed as publish/spelling.py does, loads the shards of
   its words and the entries found. Classic script, so that it works from a folder as well as from a host. */
"use strict";

var overtone = (function () {
  var WORD = /[\p{L}\p{N}][\p{L}\p{N}_\u0300-\u036f'’ʼ`-]*/gu;
  var SHAPES = { a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", y: "у", i: "и", k: "к", m: "м", t: "т", h: "н", b: "в" };
  var LETTERS = { "э": "е", "ы": "и", "і": "и", "ґ": "г" };
  var PAGE = 12, SHORT = 3;
  var waiting = {}, taken = {}, loadFile = null, current = 0;

  function skeleton(word) {
    var folded = word.toLowerCase().normalize("NFC");
    if (/[\u0400-\u04ff]/.test(folded)) {
      folded = folded.replace(/[aeopcxyikmthb]/g, function (letter) { return SHAPES[letter]; });
      folded = folded.replace(/лё|льо/g, "ло").replace(/лья|ля/g, "ла").replace(/лью|лю/g, "лу");
    }
    return folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['’ʼ`ьъ_-]/g, "")
      .replace(/[эыіґ]/g, function (letter) { return LETTERS[letter]; });
  }

  function words(text) {
    var found = [];
    for (var match of text.matchAll(WORD)) {
      var at = match.index;
      match[0].split("-").forEach(function (part) {
        var folded = skeleton(part);
        if (folded) found.push({ word: folded, start: at, stop: at + part.length });
        at += part.length + 1;
      });
    }
    return found;
  }

  /* What a query asks: its words, and its phrases, which are words in quotation marks. */
  function asked(query) {
    var phrases = [], quoted = /["«»“”„]([^"«»“”„]+)["«»“”„]/g;
    for (var match of query.matchAll(quoted)) phrases.push(words(match[1]).map(function (one) { return one.word; }));
    var seen = {}, terms = [];
    words(query).forEach(function (one) {
      if (!seen[one.word]) { seen[one.word] = true; terms.push(one.word); }
    });
    return { terms: terms, phrases: phrases.filter(function (one) { return one.length > 1; }) };
  }

  function take(name, value) {
    taken[name] = value;
    (waiting[name] || []).forEach(function (done) { done(value); });
    delete waiting[name];
  }

  function want(name, path) {
    if (taken[name] !== undefined) return Promise.resolve(taken[name]);
    return new Promise(function (done, fail) {
      if (waiting[name]) { waiting[name].push(done); return; }
      waiting[name] = [done];
      loadFile(path, function () { delete waiting[name]; fail(new Error(path)); });
    });
  }

  function shared(one, other) {
    var n = 0;
    while (n < one.length && n < other.length && one[n] === other[n]) n++;
    return n;
  }

  /* The keys that a word leads to, by its shard: its own form; else the longest key it begins with and, less surely,
     the form that shares the longest beginning. A word still being typed also leads to keys that begin with it. */
  function keysOf(word, shard, open) {
    var found = {}, exact = shard.forms[word] || [];
    if (shard.terms[word]) found[word] = 1;
    exact.forEach(function (key) { found[key] = 1; });
    if (!Object.keys(found).length) near(word, shard, found);
    if (open && word.length >= SHORT) {
      Object.keys(shard.terms).forEach(function (key) { if (key.startsWith(word)) found[key] = found[key] || 0.7; });
    }
    return found;
  }

  function near(word, shard, found) {
    var reach = 0, best = 0, close = [];
    Object.keys(shard.forms).forEach(function (form) {
      var n = shared(word, form), rest = Math.max(word.length, form.length) - n;
      if (n < 4 || rest > 3 || n < rest + 2 || n < reach) return;
      if (n > reach) { reach = n; close = []; }
      close.push.apply(close, shard.forms[form]);
    });
    close.forEach(function (key) { found[key] = 0.6; });
    Object.keys(shard.terms).forEach(function (key) {
      var ending = word.length - key.length;
      if (key.length >= SHORT && ending <= (key.length > 4 ? 5 : 3) && word.startsWith(key)) best = Math.max(best, key.length);
    });
    if (best) found[word.slice(0, best)] = 0.95;
    if (best || close.length) return;
    Object.keys(shard.terms).forEach(function (key) {
      var n = shared(word, key);
      if (n >= 4 && key.length - n <= 2 && word.length - n <= 3) found[key] = 0.5;
    });
  }

  function shardOf(openings, word) {
    var place = 0, opening = word.slice(0, SHORT);
    for (var n = 0; n < openings.length; n++) if (openings[n] <= opening) place = n;
    return place;
  }

  /* The shard in which a word stands: a form may stand in another one than its key. */
  function load(part, group, word, root) {
    var name = part + "-" + shardOf(group.shards, word);
    return want(name, root + "search/" + name + ".js");
  }

  function collect(part, postings, week, hits, term) {
    postings.split(" ").forEach(function (one) {
      var id = part + " " + week + " " + parseInt(one.slice(0, -1), 36);
      var hit = hits[id] || (hits[id] = {});
      hit[term.word] = Math.max(hit[term.word] || 0, term.weight * Number(one.slice(-1)) / 9);
      term.met[id] = true;
    });
  }

  /* All entries that hold any of the words, each with the weight of every word in it. */
  function gather(index, terms, open, root) {
    var jobs = [], hits = {}, keys = {}, total = 0, met = {};
    Object.keys(index.groups).forEach(function (part) {
      var group = index.groups[part];
      Object.keys(group.weeks).forEach(function (week) { total += group.weeks[week]; });
      if (!group.shards.length) return;
      terms.forEach(function (word, n) {
        met[word] = met[word] || {};
        jobs.push(load(part, group, word, root).then(function (shard) {
          var found = keysOf(word, shard, open && n === terms.length - 1);
          return Promise.all(Object.keys(found).map(function (key) {
            keys[key] = true;
            var term = { word: word, weight: found[key], met: met[word] };
            return load(part, group, key, root).then(function (home) {
              Object.keys(home.terms[key] || {}).forEach(function (week) {
                collect(part, home.terms[key][week], week, hits, term);
              });
            });
          }));
        }));
      });
    });
    return Promise.all(jobs).then(function () { return { hits: hits, keys: keys, total: total, met: met }; });
  }

  var RANK = { actor: 1.35, theme: 1.2, event: 1.2, topic: 1.2, encounter: 1.1, commentary: 1.1, week: 1.05 };

  /* Entries in order: those with all words first, then by the words' weight and rarity; newer ones before older. */
  function ranked(found, terms) {
    return Object.keys(found.hits).map(function (id) {
      var hit = found.hits[id], has = 0, score = 0;
      terms.forEach(function (word) {
        if (!hit[word]) return;
        has++;
        score += hit[word] * Math.log(1 + found.total / (1 + Object.keys(found.met[word]).length));
      });
      var place = id.split(" ");
      return { part: place[0], week: place[1], number: Number(place[2]), has: has, score: score };
    }).sort(function (a, b) {
      return b.has - a.has || b.score - a.score || (a.week < b.week ? 1 : a.week > b.week ? -1 : a.number - b.number);
    });
  }

  function entry(hit, index, root) {
    var file = Math.floor(hit.number / index.chunk);
    var path = hit.part === "all" ? "search/entries-" + file : hit.week + "/search-" + file;
    return want(hit.week + "/" + file, root + path + ".js").then(function (list) {
      var told = list[hit.number % index.chunk];
      hit.path = told[0]; hit.kind = told[1]; hit.title = told[2]; hit.text = told[3]; hit.lang = told[4];
      hit.score *= RANK[hit.kind] || 1;
      return hit;
    });
  }

  function holds(hit, phrase) {
    return [hit.title, hit.text].some(function (text) {
      var there = words(text).map(function (one) { return one.word; });
      return there.some(function (_, n) {
        return phrase.every(function (word, k) { return there[n + k] === word; });
      });
    });
  }

  /* The search itself: `root` leads to the folder of the language, `open` where the last word is still being typed. */
  function search(query, root, open) {
    var ask = asked(query), most = 120;
    return want("index", root + "search/index.js").then(function (index) {
      if (!ask.terms.length) return { hits: [], keys: {}, terms: [], all: true };
      return gather(index, ask.terms, open, root).then(function (found) {
        var list = ranked(found, ask.terms);
        var all = list.length > 0 && list[0].has === ask.terms.length;
        if (all || ask.phrases.length) list = list.filter(function (hit) { return hit.has === ask.terms.length; });
        var count = list.length;
        return Promise.all(list.slice(0, most).map(function (hit) { return entry(hit, index, root); }))
          .then(function (told) {
            ask.phrases.forEach(function (phrase) {
              told = told.filter(function (hit) { return holds(hit, phrase); });
            });
            told.sort(function (a, b) { return b.has - a.has || b.score - a.score; });
            return { hits: told, count: ask.phrases.length ? told.length : count, keys: found.keys, terms: ask.terms, all: all };
          });
      });
    });
  }

  function matches(word, found) {
    if (found.terms.indexOf(word) >= 0) return true;
    return Object.keys(found.keys).some(function (key) {
      var n = shared(word, key);
      return key.length >= SHORT && n >= Math.min(key.length, Math.max(SHORT, key.length - 1)) && word.length - n <= 5;
    });
  }

  /* The text around the first words found, and where in it they stand. */
  function snippet(text, found) {
    var marks = words(text).filter(function (one) { return matches(one.word, found); });
    var from = marks.length ? Math.max(0, marks[0].start - 90) : 0;
    if (from) from = text.indexOf(" ", from) + 1 || from;
    var till = Math.min(text.length, from + 260);
    if (till < text.length) till = text.lastIndexOf(" ", till) > from ? text.lastIndexOf(" ", till) : till;
    return { from: from, till: till, marks: marks.filter(function (one) { return one.start >= from && one.stop <= till; }) };
  }

  return {
    take: take, search: search, skeleton: skeleton, words: words, snippet: snippet, page: PAGE,
    loader: function (load) { loadFile = load; },
    turn: function () { current += 1; return current; },
    latest: function (turn) { return turn === current; }
  };
})();

if (typeof document !== "undefined") {
  overtone.loader(function (path, fail) {
    var script = document.createElement("script");
    script.src = path;
    script.onerror = fail;
    document.head.appendChild(script);
  });

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.getElementById("search"), field = document.getElementById("q");
    var results = document.getElementById("results"), told = document.getElementById("told");
    var list = document.getElementById("found"), more = document.getElementById("more");
    var last = null, shown = 0, timer = 0;

    function piece(name, kind, text) {
      var made = document.createElement(name);
      if (kind) made.className = kind;
      made.textContent = text || "";
      return made;
    }

    function marked(into, text, found) {
      var cut = overtone.snippet(text, found), at = cut.from;
      if (cut.from) into.append("… ");
      cut.marks.forEach(function (mark) {
        into.append(text.slice(at, mark.start), piece("mark", "", text.slice(mark.start, mark.stop)));
        at = mark.stop;
      });
      into.append(text.slice(at, cut.till));
      if (cut.till < text.length) into.append(" …");
    }

    function row(hit, found) {
      var made = piece("li"), title = piece("a"), line = piece("p", "says"), sort = piece("p", "kind");
      title.href = hit.path;
      marked(title, hit.title, found);
      var head = piece("h3");
      head.append(title);
      sort.textContent = (form.getAttribute("data-kind-" + hit.kind) || "") + (hit.part === "all" ? "" : " · " + hit.week);
      if (hit.lang) line.lang = hit.lang;
      marked(line, hit.text, found);
      made.append(head, sort);
      if (hit.text && hit.text !== hit.title) made.append(line);
      return made;
    }

    function show() {
      last.hits.slice(shown, shown + overtone.page).forEach(function (hit) { list.append(row(hit, last)); });
      shown += overtone.page;
      more.hidden = shown >= last.hits.length;
    }

    function answer(found) {
      last = found;
      shown = 0;
      list.textContent = "";
      results.hidden = !found.terms.length;
      var count = form.dataset.found.replace("{n}", found.count);
      told.textContent = !found.hits.length ? form.dataset.nothing : found.all ? count : form.dataset.some;
      show();
    }

    function ask(open) {
      var turn = overtone.turn(), query = field.value;
      history.replaceState(null, "", query ? "#q=" + encodeURIComponent(query) : location.pathname.split("/").pop());
      overtone.search(query, "", open).then(function (found) { if (overtone.latest(turn)) answer(found); }, function () {
        results.hidden = false;
        list.textContent = "";
        told.textContent = form.dataset.broken;
      });
    }

    function fromAddress() {
      var query = /#q=(.*)$/.exec(location.href);
      if (!query) return;
      try { field.value = decodeURIComponent(query[1].replace(/\+/g, " ")); } catch (trouble) { field.value = query[1]; }
      ask(false);
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); ask(false); });
    field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 160, true); });
    more.addEventListener("click", show);
    window.addEventListener("hashchange", fromAddress);
    fromAddress();
  });
}
