package io.patchbay.platform;

import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.InteractionViews;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.reading.Names;

/** The parts of the gateway that the door uses. @param terms the configured policy that travels with each contact */
record PlatformPorts(Directory directory, ContactPolicy terms, PlatformJson json, CommandGateway gateway, InteractionViews views,
        CallLookup calls, ContactLookup contacts) {

    Names names() {
        return new Names(directory);
    }
}
