package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.AgentOperations;
import io.patchbay.dialect.genesys.request.CallOperations;
import io.patchbay.dialect.genesys.request.ContactOperations;
import io.patchbay.dialect.genesys.request.DeviceOperations;
import io.patchbay.dialect.genesys.request.InteractionOperations;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.request.SupervisorOperations;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Address;
import java.util.Optional;

/** The resources that take operations. Each has its own table. */
final class GenesysOperations {
    private static final int CALLS_OF_DEVICE = 3;
    private static final int CONTACT_OF_USER = 3;

    private GenesysOperations() { }

    /** Whether this is the name of an operation of any resource. */
    static boolean isName(String operation) {
        return AgentOperations.isName(operation) || DeviceOperations.isName(operation) || CallOperations.isName(operation)
                || ContactOperations.isName(operation) || InteractionOperations.isName(operation)
                || SupervisorOperations.isName(operation);
    }

    static Plan plan(Operation operation, GenesysPath path) {
        if (path.me() && path.segments().isEmpty()) {
            return AgentOperations.onMe(operation);
        }
        if (path.me() && path.isOneOf("channels")) {
            return AgentOperations.onChannel(operation, ChannelName.of(path.id()).orElseThrow(GenesysOperations::nothing));
        }
        if (path.isOneOf("calls")) {
            return CallOperations.on(operation, path.id());
        }
        if (path.isOneOf("interactions")) {
            return InteractionOperations.on(operation, path.id());
        }
        Optional<ContactKind> kind = path.contacts();
        if (kind.isPresent() && path.segments().size() == 2) {
            return ContactOperations.on(operation, kind.get(), path.id());
        }
        Optional<ContactKind> ofUser = path.contactsOfUser();
        if (ofUser.isPresent()) {
            return SupervisorOperations.on(operation, path.id(), ofUser.get(), path.segments().get(CONTACT_OF_USER));
        }
        if (path.isOneOf("devices")) {
            return DeviceOperations.on(operation, device(operation, path));
        }
        if (path.segments().size() == CALLS_OF_DEVICE && path.segments().get(0).equals("devices")
                && path.segments().get(2).equals("calls")) {
            return DeviceOperations.onCalls(operation, device(operation, path));
        }
        throw nothing();
    }

    private static Address device(Operation operation, GenesysPath path) {
        return GenesysIds.extension(operation.entry(), path.id()).orElseThrow(GenesysOperations::nothing);
    }

    private static OperationRefused nothing() {
        return new OperationRefused(GenesysStatus.NOT_FOUND, "There is no such resource, or it takes no operations.");
    }
}
