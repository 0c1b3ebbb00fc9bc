package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogChange;
import java.util.List;

/** The events of a channel. Each has its own. What the documents of a channel do not know, the channel does not tell. */
interface ChannelEncoder {

    /** The answer to a verb that asks for the present state, or to a sign-in. */
    List<AcqueonEvent> answer(Verb verb, AgentState status, List<Dialog> calls);

    /** All that an earlier client missed. */
    List<AcqueonEvent> present(AgentState status, List<Dialog> calls);

    List<AcqueonEvent> state(AgentState status);

    /** The agent is heard no more in its call, or again. */
    default List<AcqueonEvent> muted(AgentState status) {
        return List.of();
    }

    List<AcqueonEvent> signedOut(AgentState status);

    List<AcqueonEvent> call(DialogChange change);

    /** The recording of the call began. */
    default List<AcqueonEvent> recorded(Dialog call) {
        return List.of();
    }

    default List<AcqueonEvent> tethered(TetheredCall call) {
        return List.of();
    }

    /** The agent set a disposition. */
    default List<AcqueonEvent> outcome(String disposition) {
        return List.of();
    }
}
