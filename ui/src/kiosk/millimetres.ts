/** A 21.5-inch screen of 1920 by 1080, for which the kiosk is designed. */
const PIXELS_PER_MILLIMETRE = 4.04;
const DESIGN_WIDTH = 1920;

/** The same screen upright: at its full scale the keypad would be wider than the screen. */
const UPRIGHT_SCALE = 0.9;

/** Below this, targets of 16 mm would get smaller than 12.7 mm on a 15.6-inch screen of 1280 by 800. */
const LEAST_SCALE = 0.75;

/** Sets how many pixels a millimetre has, for this size of the window. */
export function measureGlass(): void {
    const lying = window.innerWidth / DESIGN_WIDTH;
    const upright = (UPRIGHT_SCALE * window.innerHeight) / DESIGN_WIDTH;
    const scale = Math.max(lying, upright, LEAST_SCALE);
    document.documentElement.style.setProperty('--mm', `${(PIXELS_PER_MILLIMETRE * scale).toFixed(3)}px`);
}
