import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { preloadFonts } from './preload-fonts.ts';

const page = (name: string) => new URL(`./${name}.html`, import.meta.url).pathname;

// Three windows, three bundles: the kiosk's page holds nothing of the secretariat's.
export default defineConfig({
    root: new URL('.', import.meta.url).pathname,
    // Beyond the neighbouring folder, modules are named from the root of the sources.
    resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
    plugins: [svelte(), preloadFonts('secretariat.html', 'src/secretariat/home/start-texts.ts')],
    build: {
        target: 'safari15',
        outDir: 'dist',
        emptyOutDir: true,
        // Fonts are files, so that only the slices in use are loaded.
        assetsInlineLimit: 0,
        rollupOptions: {
            input: { secretariat: page('secretariat'), kiosk: page('kiosk'), screen: page('screen') },
        },
    },
});
