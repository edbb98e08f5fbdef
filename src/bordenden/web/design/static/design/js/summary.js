// Moves focus to the error summary where the browser does not do so for autofocus on its own.
(function () {
  "use strict";
  function focusSummary(root) {
    var summary = root.querySelector("#summary");
    if (summary && document.activeElement !== summary) {
      summary.focus();
    }
  }
  window.addEventListener("load", function () {
    focusSummary(document);
  });
  document.addEventListener("htmx:afterSettle", function (event) {
    focusSummary(event.target);
  });
})();
