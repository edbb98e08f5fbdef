// Says in words whether the draft of a form has reached the server; while there is newer text it never says so.
(function () {
  "use strict";
  function say(place, which) {
    place.textContent = place.getAttribute("data-" + which);
    place.classList.toggle("draft-failed", which === "failed");
  }
  function placeOf(event) {
    var place = event.target;
    return place instanceof Element && place.matches("[data-draft]") ? place : null;
  }
  // An expired login answers with the login page: that comes from another address, and nothing was saved.
  function answeredElsewhere(paths) {
    var asked = new URL(paths.finalRequestPath, document.baseURI);
    return Boolean(paths.responsePath) && paths.responsePath !== asked.pathname + asked.search;
  }
  ["input", "change"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = event.target instanceof Element ? event.target.closest("form") : null;
      var place = form ? form.querySelector("[data-draft]") : null;
      if (place) {
        place.newer = true;
        say(place, "saving");
      }
    });
  });
  document.addEventListener("htmx:beforeRequest", function (event) {
    var place = placeOf(event);
    if (place) {
      place.newer = false;
      say(place, "saving");
    }
  });
  // A request that a newer one replaced is neither successful nor an error: the newer one will tell.
  document.addEventListener("htmx:afterRequest", function (event) {
    var place = placeOf(event);
    if (place && event.detail.successful && !place.newer) {
      say(place, answeredElsewhere(event.detail.pathInfo) ? "failed" : "saved");
    }
  });
  ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var place = placeOf(event);
      if (place) {
        say(place, "failed");
      }
    });
  });
})();
