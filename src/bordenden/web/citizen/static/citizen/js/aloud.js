// Reads a question aloud with the browser's own Danish voice. The button shows only where there is one; nothing is sent.
(function () {
  "use strict";
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance || document.documentElement.lang !== "da") {
    return;
  }
  var speech = window.speechSynthesis;
  // A voice that is fetched from elsewhere would send her question away: only one on the device will do.
  function danish() {
    return speech.getVoices().find(function (voice) {
      return voice.localService && /^da([-_]|$)/i.test(voice.lang);
    });
  }
  function button() {
    return document.querySelector("[data-hear]");
  }
  function offer() {
    var found = button();
    if (found && danish()) {
      found.parentNode.hidden = false;
    }
  }
  function words() {
    var said = [document.querySelector("[data-say]").textContent];
    document.querySelectorAll(".scale-anchors > div").forEach(function (anchor) {
      said.push(anchor.querySelector("dt").textContent + ": " + anchor.querySelector("dd").textContent);
    });
    return said.join(". ");
  }
  function rest(label) {
    var found = button();
    if (found && label) {
      found.textContent = label;
    }
  }
  document.addEventListener("click", function (event) {
    var pressed = event.target instanceof Element ? event.target.closest("[data-hear]") : null;
    if (!pressed) {
      return;
    }
    if (speech.speaking) {
      speech.cancel();
      return;
    }
    var label = pressed.textContent;
    var spoken = new SpeechSynthesisUtterance(words());
    spoken.voice = danish();
    spoken.lang = "da-DK";
    spoken.onend = spoken.onerror = function () {
      rest(label);
    };
    pressed.textContent = pressed.getAttribute("data-stop");
    speech.speak(spoken);
  });
  document.addEventListener("question:shown", function () {
    speech.cancel();
    offer();
  });
  window.addEventListener("pagehide", function () {
    speech.cancel();
  });
  // The list of voices comes late in most browsers.
  if (speech.addEventListener) {
    speech.addEventListener("voiceschanged", offer);
  }
  offer();
})();
