// Luk hurtigt: the page is gone at once, the login ends, and this page's place in the history is taken by a calendar.
(function () {
  "use strict";
  var SLOWEST = 1500;
  function leave(form) {
    var gone = false;
    function go() {
      if (!gone) {
        gone = true;
        location.replace(form.getAttribute("data-leave"));
      }
    }
    var sent = new FormData(form);
    document.title = "";
    document.body.hidden = true;
    fetch(form.action, { method: "POST", body: sent, redirect: "manual", keepalive: true }).then(go, go);
    setTimeout(go, SLOWEST);
  }
  document.addEventListener("submit", function (event) {
    if (event.target instanceof HTMLFormElement && event.target.matches("[data-leave]")) {
      event.preventDefault();
      leave(event.target);
    }
  });
  // A browser that kept the page in memory shows it to nobody: it is asked for anew, by whoever is logged in now.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      document.body.hidden = true;
      location.reload();
    }
  });
})();
