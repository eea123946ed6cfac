/** The answer (202) when saving takes longer than a request may: it will be done, or refused, without another one. */
export interface OpenRequest {
  requestId: string;
  state: 'OPEN';
}

export type Saved<T> = T | OpenRequest;

export const isOpenRequest = (answer: object): answer is OpenRequest =>
  'requestId' in answer && 'state' in answer && answer.state === 'OPEN';
