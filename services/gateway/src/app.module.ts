import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ActivitiesController } from './activities/activities.controller.js';
import { ActivitiesModule } from './activities/activities.module.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysRepository } from './api-keys/api-keys.repository.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { KeyGauges } from './api-keys/key.gauges.js';
import { ContactHistoryRepository } from './contacts/contact-history.repository.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ContactsRepository } from './contacts/contacts.repository.js';
import { ContactsService } from './contacts/contacts.service.js';
import { AuthorisationsController } from './definitions/authorisations.controller.js';
import { CriteriaController } from './definitions/criteria.controller.js';
import { CriterionValuesController } from './definitions/criterion-values.controller.js';
import { DefinitionRequests } from './definitions/definition-requests.service.js';
import { DefinitionsRepository } from './definitions/definitions.repository.js';
import { DocsController } from './docs/docs.controller.js';
import { AccessGuard } from './auth/access.guard.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { IdempotencyRepository } from './http/idempotency.repository.js';
import { IdempotencyService } from './http/idempotency.service.js';
import { InputInterceptor } from './http/input.interceptor.js';
import { ConsoleFilter } from './console/console.filter.js';
import { RouteCatalogue } from './http/route.catalogue.js';
import { ChangesService } from './imports/changes.service.js';
import { ImportChangesRepository } from './imports/import-changes.repository.js';
import { ImportResultsRepository } from './imports/import-results.repository.js';
import { ImportResultsController } from './imports/import-results.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';
import { IssuePagesReader } from './imports/issue-pages.reader.js';
import { ReportsService } from './imports/reports.service.js';
import { UploadStore } from './imports/upload.store.js';
import { UploadsSweep } from './imports/uploads.sweep.js';
import { UploadsService } from './imports/uploads.service.js';
import { InstitutionController } from './institution/institution.controller.js';
import { InstitutionLanguages } from './institution/institution-languages.js';
import { InstitutionsRepository } from './institution/institutions.repository.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveController } from './live/live.controller.js';
import { LiveFeed } from './live/live.feed.js';
import { LimitsController } from './rates/limits.controller.js';
import { RateGuard } from './rates/rate.guard.js';
import { Rates } from './rates/rates.service.js';
import { PoolsModule } from './reads/pools.module.js';
import { SaveRequests } from './requests/save-requests.js';
import { SaveRequestsRepository } from './requests/save-requests.repository.js';
import { CredentialsService } from './auth/credentials.service.js';
import { AccessTokens } from './auth/access-tokens.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleRepository } from './people/people.repository.js';
import { PeopleService } from './people/people.service.js';
import { Memberships } from './sign-in/memberships.service.js';
import { PersonSessions } from './sign-in/person-sessions.service.js';
import { Provider } from './sign-in/provider.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInsRepository } from './sign-in/sign-ins.repository.js';
import { LanguageChoices } from './session/language-choices.service.js';
import { LanguageController } from './session/language.controller.js';
import { SessionEnds } from './session/session-ends.service.js';
import { SessionController } from './session/session.controller.js';
import { SessionsRepository } from './session/sessions.repository.js';
import { SignInCodesRepository } from './session/sign-in-codes.repository.js';
import { TargetsController } from './targets/targets.controller.js';
import { TargetsRepository } from './targets/targets.repository.js';
import { TargetsService } from './targets/targets.service.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TemplatePreviews } from './templates/template-previews.service.js';
import { TemplatesService } from './templates/templates.service.js';

/** On the way in: who asks, whether that is too much, what they say, whether it was said before; on the way out: the answer, or the problem. */
const everyRequest = [
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: RateGuard },
  { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
  { provide: APP_INTERCEPTOR, useClass: InputInterceptor },
  { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  { provide: APP_FILTER, useClass: ConsoleFilter },
];

@Module({
  imports: [DiscoveryModule, PoolsModule, ActivitiesModule, JobsModule],
  controllers: [
    SessionController,
    LanguageController,
    SignInController,
    PeopleController,
    InstitutionController,
    ApiKeysController,
    CriteriaController,
    AuthorisationsController,
    CriterionValuesController,
    TargetsController,
    TemplatesController,
    ImportsController,
    ImportResultsController,
    LiveController,
    ContactsController,
    LimitsController,
    ActivitiesController,
    DocsController,
  ],
  providers: [
    ...everyRequest,
    RouteCatalogue,
    Rates,
    IdempotencyRepository,
    IdempotencyService,
    ApiKeysRepository,
    ApiKeysService,
    KeyGauges,
    SessionsRepository,
    SignInCodesRepository,
    SessionEnds,
    LanguageChoices,
    Provider,
    SignInsRepository,
    SignInService,
    Memberships,
    PersonSessions,
    PeopleRepository,
    PeopleService,
    AccessTokens,
    CredentialsService,
    InstitutionsRepository,
    InstitutionLanguages,
    SaveRequests,
    SaveRequestsRepository,
    DefinitionRequests,
    DefinitionsRepository,
    TargetsRepository,
    TargetsService,
    TemplatePreviews,
    TemplatesService,
    UploadStore,
    UploadsService,
    UploadsSweep,
    ImportsService,
    ImportResultsRepository,
    ImportChangesRepository,
    ChangesService,
    ReportsService,
    IssuePagesReader,
    LiveFeed,
    ContactsRepository,
    ContactHistoryRepository,
    ContactsService,
  ],
})
export class AppModule {}
