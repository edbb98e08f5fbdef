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
  // An expired login answers with the login page: that comes from another address, and nothing was saved.
  function answeredElsewhere(paths) {
    var asked = new URL(paths.finalRequestPath, document.baseURI);
    return Boolean(paths.responsePath) && paths.responsePath !== asked.pathname + asked.search;
  }
  document.addEventListener("htmx:beforeRequest", function (event) {
    say(event, "saving");
  });
  // A request that a newer one replaced is neither successful nor an error: the newer one will tell.
  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful) {
      say(event, answeredElsewhere(event.detail.pathInfo) ? "failed" : "saved");
    }
  });
  ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      say(event, "failed");
    });
  });
})();
