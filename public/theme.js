// Before the first paint, and a file because the page's policy allows no inline script.
try {
  var theme = JSON.parse(localStorage.getItem("candor.settings") || "{}").theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (error) {
  // No storage, or settings that cannot be read: the system's theme.
}
