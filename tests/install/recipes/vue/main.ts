import { createApp } from 'vue';
import 'crossread/define';
import Comparison from './Comparison.vue';

createApp(Comparison).mount('#app');
