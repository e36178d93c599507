import { useEffect, useState } from "react";

const minute = 60_000;

/** The start of the day, in milliseconds since 1970 UTC; the list is put into other days when it turns. */
export function useToday(): number {
  const [today, setToday] = useState(startOfDay);
  useEffect(() => {
    const timer = setInterval(() => setToday(startOfDay()), minute);
    return () => clearInterval(timer);
  }, []);
  return today;
}

function startOfDay(): number {
  return new Date().setHours(0, 0, 0, 0);
}
