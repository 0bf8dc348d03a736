// Asks for what the secretariat's window shows first, before its own code has been read, so that the two don't wait for each other.
window.firstStatus = window.__TAURI_INTERNALS__.invoke('status', { request: {} });
