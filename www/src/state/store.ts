import { reduce } from "./reduce";
import { START, type Action, type State } from "./state";

export type Listener = (action: Action, state: State, before: State) => void;

/** Holds the state. Listeners are told after each action, in the order in which they came. */
export type Store = {
  state(): State;
  dispatch(action: Action): void;
  listen(listener: Listener): () => void;
};

export function createStore(): Store {
  let state = START;
  const listeners = new Set<Listener>();
  return {
    state: () => state,
    dispatch(action) {
      const before = state;
      state = reduce(state, action);
      for (const listener of listeners) listener(action, state, before);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
