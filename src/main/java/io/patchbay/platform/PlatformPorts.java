package io.patchbay.platform;

import io.patchbay.door.Calls;
import io.patchbay.door.Contacts;
import io.patchbay.door.Desk;
import io.patchbay.door.Views;
import io.patchbay.model.Directory;
import io.patchbay.model.Terms;

/** What the door needs of the gateway. @param terms those of configuration, which travel with each contact */
record PlatformPorts(Directory directory, Terms terms, PlatformJson json, Desk desk, Views views, Calls calls,
                     Contacts contacts) { }
