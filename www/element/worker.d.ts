/** The core at work: as a worker it answers messages, and to the page itself it offers the same by `here`. */

export function here(module: WebAssembly.Module): { port: MessagePort; analysisOf: (id: number) => any };
