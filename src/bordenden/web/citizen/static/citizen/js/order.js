// Drags the things of her order; what is dropped is sent as one new order, and the server decides.
(function () {
  "use strict";
  var form = document.querySelector("[data-order]");
  if (!form) return;
  var list = form.querySelector("ol");
  var held = null;
  function ids() {
    return Array.prototype.map.call(list.children, function (one) { return one.dataset.id; }).join(",");
  }
  var before = ids();
  function over(event) {
    var under = document.elementFromPoint(event.clientX, event.clientY);
    var other = under && under.closest("[data-id]");
    if (!other || other === held || other.parentNode !== list) return;
    var box = other.getBoundingClientRect();
    list.insertBefore(held, event.clientY < box.top + box.height / 2 ? other : other.nextSibling);
  }
  function drop() {
    document.removeEventListener("pointermove", over);
    held.classList.remove("dragged");
    held = null;
    form.elements.order.value = ids() === before ? "" : ids();
    form.querySelector("[data-order-save]").hidden = ids() === before;
  }
  Array.prototype.forEach.call(list.children, function (one) {
    var what = one.querySelector(".chosen-what");
    what.classList.add("draggable");
    what.addEventListener("pointerdown", function (event) {
      // A finger scrolls; it has the buttons.
      if (event.button || event.pointerType === "touch") return;
      event.preventDefault();
      held = one;
      held.classList.add("dragged");
      document.addEventListener("pointermove", over);
      document.addEventListener("pointerup", drop, { once: true });
      document.addEventListener("pointercancel", drop, { once: true });
    });
  });
  // A button up or down counts from the order that is saved.
  list.addEventListener("click", function (event) {
    if (event.target.closest("button")) form.elements.order.value = "";
  });
})();
