// Looked up by the measurement of how long a start takes.
requestAnimationFrame(() => performance.mark('usable'));
