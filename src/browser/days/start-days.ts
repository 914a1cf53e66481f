/** Marks today, by the device's clock, among the days of every year. */
export function startDays(): void {
  const days = document.querySelector('.year-days');
  if (days === null) return;
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  days.querySelector(`[data-day="${month}-${day}"]`)?.setAttribute('aria-current', 'date');
}
