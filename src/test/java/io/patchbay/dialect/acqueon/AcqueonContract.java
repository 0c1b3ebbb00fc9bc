package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.model.Reason;
import io.patchbay.testing.Corpus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Acqueon-style envelopes at one of the doors. Envelopes have no ids under which they may come again. */
abstract class AcqueonContract extends DoorContract {
    static final String NONE = "0123456789ABCDEF0123456789ABCDEF";

    @Override
    protected Map<String, String> slow() {
        return Map.of("acqueon.requests.burst", "20", "acqueon.requests.rate", "5");
    }

    @Override
    protected String type() {
        return "cti.agent.channelStateChanged.v1";
    }

    @Override
    protected boolean hasRequestIds() {
        return false;
    }

    @Override
    protected String harmless() {
        return envelope("InboundCall", "SetDance", Map.of());
    }

    @Override
    protected String change(Client by, String id) {
        Toggling client = (Toggling) by;
        ObjectNode envelope = CiscoClient.envelope("Agent", client.toggle() ? "SetReadyState" : "SetNotReadyState", Map.of());
        return envelope.put("requestId", id).toString();
    }

    /** Another state each time. */
    interface Toggling extends Client {
        boolean toggle();
    }

    @Override
    protected List<String> unreadable() {
        String good = envelope("Agent", "SetReadyState", Map.of());
        return Stream.concat(Corpus.messages("acqueon").stream(), Stream.of("{", "[]", "\"\"", "{}", "null", "{\"channel\":7}", good + "}",
                good.replace("\"Cisco\"", "\"Fax\""),
                good.replace("{\"channel\"", "{\"Channel \":\"Amazon\",\"channel\""), good.replace("\"data\":{}", "\"data\":[]"),
                good.replace("\"data\":{}", "\"requestId\":{}"), good.replace("\"Agent\"", "{}"), good.replace("\"topic\"", "\"tropic\""),
                good.replace("\"subtopic\"", "\"verb\""), good.replace("SetReadyState", "java.lang.Runtime"))).toList();
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        return List.of(envelope("InboundCall", "SetANSWER", Map.of("MediaAddress", "5002", "CallID", NONE)),
                envelope("InboundCall", "SetDROP", Map.of("MediaAddress", "5001", "CallID", NONE)),
                envelope("InboundCall", "SetMakeCall", Map.of("MediaAddress", "5002", "toAddress", "5003")),
                envelope("Team", "SetTeamAgentNotReadyState", Map.of("UserName", "ben")),
                envelope("Team", "SetTeamAgentLogout", Map.of("UserName", "ben")),
                envelope("Team", "SetSilentMonitoring", Map.of("toAddress", "5002")),
                envelope("Agent", "SetUserInfo", Map.of("username", "ben", "password", "ben")));
    }

    static String envelope(String topic, String subtopic, Map<String, String> data) {
        return CiscoClient.envelope(topic, subtopic, data).toString();
    }

    static String refusal(JsonNode envelope) {
        return CiscoClient.error(envelope).replace(' ', '_');
    }

    @Override
    protected String code(Reason reason) {
        return ErrorType.of(reason).text().replace(' ', '_');
    }

    @Override
    protected String tooFast() {
        return "Service_Unavailable";
    }
}
