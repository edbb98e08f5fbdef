// A press on an answer fetches the next question in the same round trip; whenever that fails, the plain form is sent.
(function () {
  "use strict";
  var busy = false;
  function plainly(form, button) {
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.appendChild(field);
    form.submit();
  }
  function show(url, html) {
    var main = document.getElementById("main");
    main.innerHTML = html;
    history.pushState({ answers: true }, "", url);
    window.scrollTo(0, 0);
    main.querySelector("h1").focus();
    document.dispatchEvent(new Event("question:shown"));
  }
  function lost(form) {
    form.querySelector(".answers-lost").textContent = form.getAttribute("data-lost");
  }
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter;
    if (!form.matches("form.answers") || !button || !window.fetch) {
      return;
    }
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    button.setAttribute("aria-pressed", "true");
    var data = new URLSearchParams(new FormData(form));
    data.set(button.name, button.value);
    fetch(form.action, { method: "POST", body: data, headers: { "X-Part": "1" }, credentials: "same-origin" })
      .then(function (response) {
        var on = response.headers.get("X-On");
        if (response.ok && on) {
          return response.text().then(function (html) {
            show(on, html);
          });
        }
        var go = response.headers.get("X-Go");
        if (response.ok && go) {
          location.assign(go);
        } else {
          plainly(form, button);
        }
        return null;
      })
      .catch(function () {
        button.removeAttribute("aria-pressed");
        lost(form);
      })
      .finally(function () {
        busy = false;
      });
  });
  window.addEventListener("popstate", function () {
    location.reload();
  });
})();
