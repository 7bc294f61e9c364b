import { mount } from 'svelte';
import Comparison from './Comparison.svelte';

mount(Comparison, { target: document.getElementById('app')! });
