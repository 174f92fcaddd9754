// Says so after the first frame was painted and the field takes keys, as the app's page does.
requestAnimationFrame(() =>
  requestAnimationFrame(() =>
    window.__TAURI_INTERNALS__.invoke("plugin:event|emit", { event: "ready", payload: null }),
  ),
);
