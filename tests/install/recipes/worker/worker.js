import init, { analyze } from 'crossread';

onmessage = async ({ data }) => {
  await init();
  postMessage(analyze(data));
};
