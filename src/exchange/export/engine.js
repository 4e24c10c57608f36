"use strict";
// A run through a scenario, as src/scenario/kist-run-state.c has it: states are never changed, choosing makes a new one.
function engine(story) {
  const most = 9223372036854775807n, least = -9223372036854775808n;

  function whole(number) {
    if (number > most || number < least) throw new RangeError("A number grew beyond 64 bits, so the scenario stops here.");
    return number;
  }

  // An expression is a list: its sign first, then what it is about.
  function value(node, state) {
    const a = () => value(node[1], state), b = () => value(node[2], state), flag = (test) => (test ? 1n : 0n);
    switch (node[0]) {
    case "int": return BigInt(node[1]);
    case "var": return state.set.has(node[1]) ? state.set.get(node[1]) : 0n;
    case "visited": return BigInt(state.visited[node[1]] || 0);
    case "neg": return whole(-a());
    case "not": return flag(a() === 0n);
    case "or": return flag(a() !== 0n || b() !== 0n);
    case "and": return flag(a() !== 0n && b() !== 0n);
    case "+": return whole(a() + b());
    case "-": return whole(a() - b());
    case "*": return whole(a() * b());
    case "==": return flag(a() === b());
    case "!=": return flag(a() !== b());
    case "<": return flag(a() < b());
    case "<=": return flag(a() <= b());
    case ">": return flag(a() > b());
    default: return flag(a() >= b());
    }
  }

  function begin() {
    const state = { at: story.start, set: new Map(), visited: [], taken: new Set(), score: 0n, way: [],
      total: 0n, bars: story.bars.map(() => 0n) };
    state.visited[story.start] = 1;
    return state;
  }

  function offered(state) {
    if (story.ends.includes(state.at)) return [];
    return story.passages[state.at].map((choice, index) => index).filter((index) => {
      const choice = story.passages[state.at][index];
      return !(choice.once && state.taken.has(state.at + "/" + index)) && (!choice.if || value(choice.if, state) !== 0n);
    });
  }

  // The way up to where it came through a passage before: what was earned in a loop may be lost.
  function cut(way, passage) {
    const before = story.cuts_loops ? way.findIndex(([place]) => place === passage) : -1;
    return before < 0 ? way : way.slice(0, before);
  }

  function choose(state, index) {
    const choice = story.passages[state.at][index];
    const next = { at: choice.to, set: new Map(state.set), visited: state.visited.slice(), taken: new Set(state.taken),
      total: whole(state.total + BigInt(choice.score || 0)), bars: state.bars.slice() };
    next.way = story.cuts_loops ? cut([...cut(state.way, state.at), [state.at, BigInt(choice.score || 0)]], next.at) : [];
    next.score = story.cuts_loops ? next.way.reduce((sum, [, points]) => sum + points, 0n) : next.total;
    for (const [bar, change] of choice.bars || []) next.bars[bar] = whole(next.bars[bar] + BigInt(change));
    for (const [name, node] of choice.set || []) next.set.set(name, value(node, next));
    if (choice.once) next.taken.add(state.at + "/" + index);
    next.visited[next.at] = (next.visited[next.at] || 0) + 1;
    offered(next); // a number that grows too large is an error of this choice
    return next;
  }

  return { begin, offered, choose };
}
