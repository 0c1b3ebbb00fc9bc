package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.Verb;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The table of the verbs that become commands of the agent. Their parameters are checked before MediaAddress, CallID and state. */
public final class Verbs {
    private static final Map<Verb, Function<Asked, Plan>> ALL = new EnumMap<>(Verb.class);

    static {
        ALL.put(Verb.LOGOUT, AgentVerbs::logout);
        ALL.put(Verb.READY, AgentVerbs::ready);
        ALL.put(Verb.NOT_READY, AgentVerbs::notReady);
        ALL.put(Verb.MUTE, AmazonRequests::mute);
        ALL.put(Verb.UNMUTE, AmazonRequests::unmute);
        ALL.put(Verb.DROP_TETHERED, AmazonRequests::dropTethered);
        ALL.put(Verb.ACCEPT_PREVIEW, AmazonRequests::acceptPreview);
        ALL.put(Verb.SKIP_PREVIEW, AmazonRequests::noPreview);
        ALL.put(Verb.CLOSE_PREVIEW, AmazonRequests::noPreview);
        ALL.put(Verb.CONSULT_AGENT, AmazonRequests::consultAgent);
        ALL.put(Verb.SWAP, AmazonRequests::swap);
        ALL.put(Verb.DROP_CONSULT, AmazonRequests::dropConsult);
        ALL.put(Verb.TRANSFER_TO_AGENT, AmazonRequests::transfer);
        ALL.put(Verb.QUEUE_TRANSFER, AmazonRequests::transferToQueue);
        ALL.put(Verb.CLEAR_CONTACT, AmazonRequests::clearContact);
        ALL.put(Verb.MAKE_CALL, CallVerbs::makeCall);
        ALL.put(Verb.ANSWER, CallVerbs::answer);
        ALL.put(Verb.HOLD, CallVerbs::hold);
        ALL.put(Verb.RETRIEVE, CallVerbs::retrieve);
        ALL.put(Verb.CONSULT, CallVerbs::consult);
        ALL.put(Verb.TRANSFER, CallVerbs::transfer);
        ALL.put(Verb.CONFERENCE, CallVerbs::conference);
        ALL.put(Verb.DIRECT_TRANSFER, CallVerbs::directTransfer);
        ALL.put(Verb.DROP, CallVerbs::drop);
        ALL.put(Verb.SEND_DTMF, CallVerbs::sendDtmf);
        ALL.put(Verb.WRAP_UP, AgentVerbs::wrapUp);
        ALL.put(Verb.UPDATE_VARIABLES, AgentVerbs::updateVariables);
        ALL.put(Verb.BARGE, CallVerbs::barge);
        ALL.put(Verb.DROP_PARTICIPANT, CallVerbs::dropParticipant);
    }

    private Verbs() { }

    static Set<Verb> all() {
        return ALL.keySet();
    }

    /** Throws {@link AcqueonRefused}. */
    public static Plan plan(Asked asked) {
        return ALL.get(asked.row().verb()).apply(asked);
    }
}
