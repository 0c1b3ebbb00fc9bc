package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.Dialog.Party;
import io.patchbay.dialog.DialogChange;
import io.patchbay.dialog.DialogState;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The channel Amazon: one envelope for each leg of a call, and the agent also as its dialler knows it (acqueon.md 1.4). */
record AmazonEncoder(AgentEntry entry, Directory directory) implements ChannelEncoder {
    private static final String DISCONNECTED = "disconnected";

    @Override
    public List<AcqueonEvent> answer(Verb verb, AgentState status, List<Dialog> calls) {
        return switch (verb) {
            case SIGN_IN -> List.of(agent().login("LoginSuccess", status), agent().state(status),
                    agent().details(status, Optional.of("Log-In")));
            case LOGIN -> List.of(agent().login("LoginSuccess", status));
            case APP_SYNC -> List.of(AmazonAgent.event("App", "StateSync",
                    JsonNodeFactory.instance.objectNode().put("initState", "Loaded")));
            case GET_STATES -> List.of(agent().states());
            case CALL_SYNC -> List.of(sync(calls));
            default -> List.of(agent().login("StateSync", status));
        };
    }

    @Override
    public List<AcqueonEvent> present(AgentState status, List<Dialog> calls) {
        return List.of(agent().state(status), sync(calls));
    }

    @Override
    public List<AcqueonEvent> state(AgentState status) {
        return List.of(agent().state(status), agent().details(status, Optional.empty()));
    }

    @Override
    public List<AcqueonEvent> muted(AgentState status) {
        return List.of(agent().state(status));
    }

    @Override
    public List<AcqueonEvent> signedOut(AgentState status) {
        return state(status);
    }

    /** The last state of a call is told when it is gone. */
    @Override
    public List<AcqueonEvent> call(DialogChange change) {
        Dialog dialog = change.dialog();
        List<AcqueonEvent> all = new ArrayList<>();
        String gone = change.offer().map(CallForm::word).orElse(dialog.outbound() ? "DROPPED" : "Dropped");
        if (change.verb() != DialogChange.Verb.DELETE && dialog.state() != DialogState.DROPPED && dialog.state() != DialogState.FAILED) {
            String word = change.swapped() && dialog.outbound() ? "Swapped" : CallForm.word(dialog);
            dialog.parties().forEach(party -> all.add(leg(dialog, party, word, new AmazonCall(dialog, party).status())));
        }
        if (change.verb() != DialogChange.Verb.POST) {
            change.left().forEach(party -> all.add(leg(dialog, party, gone, DISCONNECTED)));
        }
        return all;
    }

    @Override
    public List<AcqueonEvent> tethered(TetheredCall call) {
        return List.of(AmazonAgent.event("OutboundCall", "SetNailupDetails", JsonNodeFactory.instance.objectNode()
                .put("callStatus", call.connected() ? "Connected" : "Disconnected").put("uuid", call.id())));
    }

    @Override
    public List<AcqueonEvent> outcome(String disposition) {
        return List.of(AmazonAgent.event("OutboundCall", "SetOutcomeResult",
                JsonNodeFactory.instance.objectNode().put("success", true).put("message", disposition)));
    }

    private AmazonAgent agent() {
        return new AmazonAgent(entry, directory);
    }

    private AcqueonEvent leg(Dialog dialog, Party party, String word, String status) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode call = new AmazonCall(dialog, party).event(word, status);
        if (dialog.outbound()) {
            call.set("User", agent().user());
        }
        message.set("call", call);
        message.put("source", "event");
        return AmazonAgent.event(CallForm.topic(dialog), CallForm.topic(dialog) + "StateChange", message);
    }

    private static AcqueonEvent sync(List<Dialog> calls) {
        return AmazonAgent.event("InboundCall", "StateSync", AmazonCall.all(calls));
    }
}
