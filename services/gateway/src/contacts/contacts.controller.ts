import { Controller } from '@nestjs/common';
import type { Page } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import type { ContactSummary } from './contact-summary.js';
import type { ContactBody, ContactChange } from './contact-view.js';
import { getContact, getContactHistory, listContacts } from './contacts.routes.js';
import { ContactsService } from './contacts.service.js';

@Controller()
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Serves(listContacts)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listContacts>): Promise<Page<ContactSummary>> {
    const { query = '', ...page } = input.query;
    return this.contacts.search(who, query, page);
  }

  @Serves(getContact)
  get(@Who() who: Principal, @Input() input: RouteInput<typeof getContact>): Promise<ContactBody> {
    return this.contacts.get(who, input.params.contactNumber);
  }

  @Serves(getContactHistory)
  history(@Who() who: Principal, @Input() input: RouteInput<typeof getContactHistory>): Promise<Page<ContactChange>> {
    return this.contacts.history(who, input.params.contactNumber, input.query);
  }
}
