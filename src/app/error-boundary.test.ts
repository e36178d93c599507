import { expect, it } from "vitest";
import { ErrorBoundary } from "./error-boundary.tsx";

const broken = { address: "/a", ...ErrorBoundary.getDerivedStateFromError("no") };

it("shows what could not be drawn for as long as one stays", () => {
  expect(broken.error?.message).toBe("no");
  expect(ErrorBoundary.getDerivedStateFromProps({ address: "/a", children: null }, broken)).toBeNull();
});

it("tries anew at another address", () => {
  expect(ErrorBoundary.getDerivedStateFromProps({ address: "/b", children: null }, broken)).toEqual({
    address: "/b",
    error: undefined,
  });
});
