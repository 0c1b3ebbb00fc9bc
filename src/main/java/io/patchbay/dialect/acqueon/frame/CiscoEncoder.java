package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogChange;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import java.util.List;

/** The channel Cisco: calls are dialogs of Finesse, one envelope for each change (CHOREOGRAPHY E). */
record CiscoEncoder(AgentEntry entry, Directory directory) implements ChannelEncoder {

    @Override
    public List<AcqueonEvent> answer(Verb verb, AgentState status, List<Dialog> calls) {
        return verb == Verb.LOGIN ? List.of(FinesseAgent.login(Flavour.CISCO, entry, status))
                : new SignInBurst(entry, directory).of(status, told(status), SignInBurst.calls(calls));
    }

    @Override
    public List<AcqueonEvent> present(AgentState status, List<Dialog> calls) {
        return List.of(told(status), SignInBurst.calls(calls));
    }

    @Override
    public List<AcqueonEvent> state(AgentState status) {
        return List.of(told(status));
    }

    @Override
    public List<AcqueonEvent> signedOut(AgentState status) {
        return List.of(told(status), SignInBurst.status("OUT_OF_SERVICE"));
    }

    @Override
    public List<AcqueonEvent> call(DialogChange change) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("verb", change.verb().name()).put("source", "event");
        ObjectNode call = CallForm.of(change.dialog());
        change.offer().map(CallForm::word).ifPresent(text -> call.put("event", text));
        message.set("call", call);
        String topic = CallForm.topic(change.dialog());
        return List.of(new AcqueonEvent(Flavour.CISCO, topic, topic + "StateChange", message));
    }

    private AcqueonEvent told(AgentState status) {
        return FinesseAgent.state(Flavour.CISCO, entry, status);
    }
}
