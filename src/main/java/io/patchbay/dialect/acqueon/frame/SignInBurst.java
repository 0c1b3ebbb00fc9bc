package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialog.Dialog;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Directory;
import java.util.List;

/** The envelopes of a sign-in, in their order (BINDINGS, Acqueon). */
record SignInBurst(AgentEntry entry, Directory directory) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String AGENT = "Agent";
    private static final String CONNECTION = "Connection";
    /** Of Finesse, whose dialogs these are. */
    private static final String VERSION = "12.5(1)";

    List<AcqueonEvent> of(AgentState status, AcqueonEvent state, AcqueonEvent calls) {
        ObjectNode login = NODES.objectNode().put("username", entry.id().value()).put("extension", status.extension());
        return List.of(event(CONNECTION, "OpenConnection", NODES.objectNode()), status("IN_SERVICE"), state,
                event(AGENT, "Login", login), calls,
                event(CONNECTION, "SetSystemInfo", NODES.objectNode().put("status", "IN_SERVICE").put("version", VERSION)),
                event(AGENT, "SetLogOutReasonCodes", reasons(directory.codes().logoutReasons())),
                event(AGENT, "SetNotReadyReasonCodes", reasons(directory.codes().notReadyReasons())),
                event(AGENT, "SetPhoneBook", phoneBook()), event(AGENT, "SetWrapupCode", wrapUpReasons()));
    }

    static AcqueonEvent status(String status) {
        return event(CONNECTION, "SetConnectionStatus", NODES.objectNode().put("status", status));
    }

    static AcqueonEvent calls(List<Dialog> dialogs) {
        ObjectNode message = NODES.objectNode();
        ArrayNode calls = message.putArray("calls");
        dialogs.forEach(dialog -> calls.add(CallForm.of(dialog)));
        return event("InboundCall", "CallsStateChange", message);
    }

    private static ObjectNode reasons(List<CodeEntry> codes) {
        ObjectNode message = NODES.objectNode();
        ArrayNode reasons = message.putArray("reasonCodes");
        codes.forEach(code -> reasons.addObject().put("id", code.code()).put("code", code.code()).put("label", code.label()));
        return message;
    }

    private ObjectNode phoneBook() {
        ObjectNode message = NODES.objectNode();
        ArrayNode contacts = message.putArray("contacts");
        directory.addressBook().forEach(contact -> contacts.addObject().put("name", contact.name())
                .put("number", contact.number().value()));
        return message;
    }

    private ObjectNode wrapUpReasons() {
        ObjectNode message = NODES.objectNode();
        ArrayNode reasons = message.putArray("wrapUpReasons");
        directory.codes().dispositions().forEach(code -> reasons.addObject().put("id", code.code()).put("label", code.label()));
        return message;
    }

    private static AcqueonEvent event(String topic, String subtopic, ObjectNode message) {
        return new AcqueonEvent(Flavour.CISCO, topic, subtopic, message);
    }
}
