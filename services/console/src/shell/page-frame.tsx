import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageFrameProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** What every page has: its title, also in the window, what it is for, and what may be done. */
export function PageFrame({ title, lead, actions, children }: PageFrameProps) {
  useEffect(() => {
    document.title = `${title} · Roundtrip`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Box miw={0}>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text component="div" c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="sm" className="actions">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
