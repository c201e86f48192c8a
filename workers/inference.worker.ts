import { ladder } from './backend.ts';
import { createHandlers } from './handlers.ts';
import { openModelShelf } from './model-shelf.ts';
import { serve } from './serve.ts';

const handlers = createHandlers({
  tell: (news) => self.postMessage(news),
  fetch: (url, init) => fetch(url, init),
  rungs: ladder,
  openShelf: openModelShelf,
});

serve(handlers, self);
