// The reducer for the lock.
import { assertNever } from "../assert-never";
import type { Action, Lock } from "./state";

type LockAction = Extract<Action, { type: "loading" | "not-loaded" | "locking" | "locked" | "tried" }>;

export function lockAfter(lock: Lock, action: LockAction): Lock {
  const { loading, notices } = lock;
  switch (action.type) {
    case "loading":
      return { ...lock, loading: action.parts };
    case "not-loaded":
      return { ...lock, notices: [...notices, action.notice] };
    case "locking":
      return { ...lock, at: "locking" };
    case "locked":
      // What was tried before the lock says nothing about it.
      return { at: "locked", since: action.since, name: action.name, loading, notices };
    case "tried":
      return { ...lock, tried: action.tried };
    default:
      return assertNever(action);
  }
}
