// Shows the button that prints, where there is a script to do it; the browser's own menu prints without.
(function () {
  "use strict";
  document.querySelectorAll("[data-paper]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
