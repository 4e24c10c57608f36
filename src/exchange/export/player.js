(function () {
  const story = JSON.parse(document.getElementById("story").textContent), { begin, offered, choose } = engine(story);
  const byId = (id) => document.getElementById(id);
  let history = [];

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function button(text, act) {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function show(state, feedback) {
    const place = byId("play"), choices = element("ol", "", "choices");
    const say = feedback ? element("div", "", "feedback") : "";
    if (say) say.innerHTML = feedback; // made by the exporter, where all that is text is escaped
    place.replaceChildren(say, ...byId("p" + state.at).cloneNode(true).childNodes);
    for (const index of offered(state)) {
      const choice = story.passages[state.at][index], item = element("li");
      item.append(button(choice.text, () => step(state, index)));
      choices.append(item);
    }
    if (choices.children.length > 0) place.append(choices);
    else {
      place.append(element("p", "This is where it ends."));
      story.bars.forEach((bar, index) => place.append(element("p", bar + ": " + state.bars[index])));
      if (story.scored) place.append(element("p", "Score: " + state.score));
    }
    byId("back").hidden = history.length === 0;
    place.focus();
    scrollTo(0, 0);
  }

  function step(state, index) {
    try {
      const next = choose(state, index);
      history.push(state);
      show(next, story.passages[state.at][index].say);
    } catch (error) {
      byId("play").append(element("p", error.message));
    }
  }

  byId("back").addEventListener("click", () => show(history.pop()));
  byId("again").addEventListener("click", () => { history = []; show(begin()); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const chosen = document.querySelectorAll("ol.choices button")[event.key - 1];
    if (chosen) chosen.click();
  });
  byId("player").hidden = false;
  show(begin());
})();
