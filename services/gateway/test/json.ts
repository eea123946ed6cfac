/** What a test expects of JSON it says itself. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;
