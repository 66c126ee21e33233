/** A mobile number as people read it: 0901 234 567. */
export function grouped(number: string): string {
  return number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
