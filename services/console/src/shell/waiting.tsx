import { Center, Loader } from '@mantine/core';
import { useWords } from '../words/language.js';

export const Waiting = () => (
  <Center mih={200} role="status" aria-label={useWords().common.loading}>
    <Loader type="dots" />
  </Center>
);
