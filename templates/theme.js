// Before the first paint, so that nothing flashes: the face that the reader chose, if any.
(function () {
  try {
    var face = localStorage.getItem("casebook-face");
    if (face === "light" || face === "dark") document.documentElement.dataset.face = face;
  } catch (error) { /* No storage: the system's setting stands. */ }
})();
