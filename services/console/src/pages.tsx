import { Anchor, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import { ImportPage } from './imports/import.page.js';
import { PageBoundary } from './shell/page-boundary.js';
import { PageFrame } from './shell/page-frame.js';
import { Waiting } from './shell/waiting.js';
import { useWords } from './words/language.js';

// The first page comes with the console, the others when somebody goes there.
const NewPage = lazy(async () => ({ default: (await import('./imports/new.page.js')).NewPage }));
const TemplatePage = lazy(async () => ({ default: (await import('./imports/template.page.js')).TemplatePage }));
const TemplateDetailsPage = lazy(async () => ({
  default: (await import('./imports/template-details.page.js')).TemplateDetailsPage,
}));
const ImportDetailsPage = lazy(async () => ({
  default: (await import('./imports/import-details.page.js')).ImportDetailsPage,
}));
const CriterionValuesPage = lazy(async () => ({
  default: (await import('./criterion-values/criterion-values.page.js')).CriterionValuesPage,
}));
const TargetsPage = lazy(async () => ({ default: (await import('./targets/targets.page.js')).TargetsPage }));
const TargetPage = lazy(async () => ({ default: (await import('./targets/target.page.js')).TargetPage }));
const ContactsPage = lazy(async () => ({ default: (await import('./contacts/contacts.page.js')).ContactsPage }));
const DefinitionsPage = lazy(async () => ({
  default: (await import('./definitions/definitions.page.js')).DefinitionsPage,
}));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/settings.page.js')).SettingsPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/people.page.js')).PeoplePage }));
const ActivityPage = lazy(async () => ({ default: (await import('./activity/activity.page.js')).ActivityPage }));
const ContactPage = lazy(async () => ({ default: (await import('./contacts/contact.page.js')).ContactPage }));

/** Which page an address shows. */
export function Pages() {
  const [path] = useLocation();
  return (
    <PageBoundary key={path}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path={pages.jobs} component={ImportPage} />
          <Route path={pages.newImport} component={NewPage} />
          <Route path={pages.newTemplate} component={TemplatePage} />
          <Route path={pages.template} component={TemplateDetailsPage} />
          <Route path={pages.import} component={ImportDetailsPage} />
          <Route path={pages.criterionValues} component={CriterionValuesPage} />
          <Route path={pages.targets} component={TargetsPage} />
          <Route path={pages.target} component={TargetPage} />
          <Route path={pages.contacts} component={ContactsPage} />
          <Route path={pages.contact} component={ContactPage} />
          <Route path={pages.definitions} component={DefinitionsPage} />
          <Route path={pages.settings} component={SettingsPage} />
          <Route path={pages.people} component={PeoplePage} />
          <Route path={pages.activity} component={ActivityPage} />
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}

function NoSuchPage() {
  const words = useWords();
  return (
    <PageFrame title={words.problem.notFound}>
      <Text>{words.problem.notFoundHint}</Text>
      <Anchor component={Link} href={pages.jobs}>
        {words.common.back}
      </Anchor>
    </PageFrame>
  );
}
