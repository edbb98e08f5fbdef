// Says in words whether the draft of a form has reached the server.
(function () {
  "use strict";
  function say(event, which) {
    var place = event.target;
    if (place instanceof Element && place.matches("[data-draft]")) {
      place.textContent = place.getAttribute("data-" + which);
      place.classList.toggle("draft-failed", which === "failed");
    }
  }
  document.addEventListener("htmx:beforeRequest", function (event) { say(event, "saving"); });
  document.addEventListener("htmx:afterRequest", function (event) {
    say(event, event.detail.successful ? "saved" : "failed");
  });
})();
