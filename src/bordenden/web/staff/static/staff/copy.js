// Copies the text of a field with one tap; without it the text is marked and copied by hand.
(function () {
  "use strict";
  function say(place, which) {
    place.textContent = place.getAttribute("data-" + which);
  }
  function byHand(field, told) {
    field.focus();
    field.select();
    say(told, document.execCommand("copy") ? "done" : "failed");
  }
  document.querySelectorAll("[data-copy]").forEach(function (place) {
    var field = document.getElementById(place.getAttribute("data-copy"));
    var told = place.querySelector("[role=status]");
    place.hidden = false;
    place.querySelector("button").addEventListener("click", function () {
      if (!navigator.clipboard) {
        byHand(field, told);
        return;
      }
      navigator.clipboard.writeText(field.value).then(
        function () { say(told, "done"); },
        function () { byHand(field, told); }
      );
    });
  });
})();
