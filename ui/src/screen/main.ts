import '../shared/fonts.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './tokens.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) {
    mount(App, { target });
}
