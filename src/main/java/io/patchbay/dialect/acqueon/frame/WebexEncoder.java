package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogChange;
import io.patchbay.model.AgentEntry;
import java.util.List;
import java.util.stream.Stream;

/** The channel Webexcc, which documents events of calls alone (acqueon.md 1.5). Those of the agent have the form of Cisco. */
record WebexEncoder(AgentEntry entry) implements ChannelEncoder {

    @Override
    public List<AcqueonEvent> answer(Verb verb, AgentState status, List<Dialog> calls) {
        AcqueonEvent login = FinesseAgent.login(Flavour.WEBEX, entry, status);
        return verb == Verb.LOGIN ? List.of(login) : List.of(login, told(status));
    }

    /** Each call is told as if it had just changed. */
    @Override
    public List<AcqueonEvent> present(AgentState status, List<Dialog> calls) {
        return Stream.concat(state(status).stream(), calls.stream().map(call -> event(call, WebexCall.word(call)))).toList();
    }

    @Override
    public List<AcqueonEvent> state(AgentState status) {
        return List.of(told(status));
    }

    @Override
    public List<AcqueonEvent> signedOut(AgentState status) {
        return List.of(told(status));
    }

    @Override
    public List<AcqueonEvent> call(DialogChange change) {
        return List.of(event(change.dialog(), change.verb() == DialogChange.Verb.DELETE ? "DROPPED" : WebexCall.word(change.dialog())));
    }

    @Override
    public List<AcqueonEvent> recorded(Dialog call) {
        return List.of(event(call, "eCallRecordingStarted"));
    }

    private AcqueonEvent told(AgentState status) {
        return FinesseAgent.state(Flavour.WEBEX, entry, status);
    }

    private static AcqueonEvent event(Dialog dialog, String word) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("call", WebexCall.of(dialog, word));
        message.put("source", "event");
        return new AcqueonEvent(Flavour.WEBEX, dialog.outbound() ? "Outbound" : "Inbound", CallForm.topic(dialog) + "StateChange", message);
    }
}
