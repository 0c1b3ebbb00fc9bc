package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.CallCapabilities;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.RecordingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an event of an interaction tells one agent of its calls (CHOREOGRAPHY C). It follows from the calls before and after the event:
 * first the released calls, then the changed ones, then the new ones.
 */
record CallNotifications(CallResources resources) {

    List<Notification> of(InteractionEvent event, Interaction before, Interaction after, Instant at) {
        if (isPart(event)) {
            return List.of();
        }
        List<Notification> all = new ArrayList<>();
        resources.shown(before).filter(call -> mine(after, call.id()).isEmpty())
                .forEach(call -> all.add(released(event, before, call, at)));
        if (event instanceof ContactEvent.DataChanged) {
            resources.shown(after).forEach(call -> all.add(changed("AttachedDataChanged", after, call, at)));
        } else if (event instanceof RecordingEvent) {
            resources.shown(after).filter(call -> isAnswered(call))
                    .forEach(call -> all.add(changed("CallRecordingStateChange", after, call, at)));
        } else {
            order(event, before, after).forEach(call -> mine(before, call.id())
                    .flatMap(earlier -> kind(event, before, earlier, after, call))
                    .ifPresent(kind -> all.add(changed(kind, after, call, at))));
        }
        resources.shown(after).filter(call -> mine(before, call.id()).isEmpty())
                .forEach(call -> all.add(changed("StatusChange", after, call, at)));
        return all;
    }

    /** The whole state, for clients that missed events. */
    List<Notification> all(Interaction now, Instant at) {
        return resources.shown(now).map(call -> changed("StatusChange", now, call, at)).toList();
    }

    /** A hold that is part of a consultation or of an alternation is told with the event that ends that. */
    private static boolean isPart(InteractionEvent event) {
        return event instanceof CallEvent.Held held && held.within() != Within.ITSELF;
    }

    /** After an alternation the call that is held now comes first, otherwise a call with a new state. */
    private List<Call> order(InteractionEvent event, Interaction before, Interaction after) {
        Predicate<Call> last = event instanceof CallEvent.Retrieved retrieved && retrieved.within() == Within.ALTERNATION
                ? call -> call.id().equals(retrieved.call())
                : call -> mine(before, call.id()).filter(earlier -> resources.state(earlier).equals(resources.state(call))).isPresent();
        return resources.shown(after).sorted((one, other) -> Boolean.compare(last.test(one), last.test(other))).toList();
    }

    /**
     * The notification type of a call that the agent had before and has still. Empty where nothing of it is new for the agent, and where
     * the agent was left alone, or the call ends for all: a later event releases its leg. An agent that was transferred to a queue is not
     * released.
     */
    private Optional<String> kind(InteractionEvent event, Interaction before, Call earlier, Interaction after, Call call) {
        if (!resources.state(earlier).equals(resources.state(call)) || isMuted(earlier) != isMuted(call) || isToldAlways(event, call)) {
            return Optional.of("StatusChange");
        }
        boolean alone = call.connections().size() == 1 || resources.participants(call).isEmpty() && !isAnswered(call);
        boolean over = event instanceof CallEvent.ConnectionCleared cleared && cleared.forAll() && cleared.call().equals(call.id());
        if (over || call.monitoring().isEmpty() && alone) {
            return Optional.empty();
        }
        return !resources.participants(earlier).equals(resources.participants(call)) ? Optional.of("ParticipantsUpdated")
                : !CallCapabilities.of(before, resources.me(), earlier.id())
                        .equals(CallCapabilities.of(after, resources.me(), call.id())) ? Optional.of("StatusChange") : Optional.empty();
    }

    /** Whether the call was held by an event before this one, which told nothing, or is the call of the agent's own conference. */
    private boolean isToldAlways(InteractionEvent event, Call call) {
        return event instanceof CallEvent.Originated begun && begun.consultFor().isPresent() && !begun.call().equals(call.id())
                && begun.by().filter(by -> by.agent().equals(resources.me())).isPresent()
                || event instanceof CallEvent.Retrieved retrieved && retrieved.within() == Within.ALTERNATION
                && retrieved.agent().filter(resources.me()::equals).isPresent()
                || event instanceof PartyEvent.Conferenced joined && joined.by().equals(resources.me());
    }

    private Notification released(InteractionEvent event, Interaction before, Call call, Instant at) {
        ObjectNode data = message("StatusChange", resources.released(before, call, at), call);
        if (call.of(resources.me()).filter(call::isDialling).isPresent() && event instanceof CallEvent.ConnectionCleared cleared
                && cleared.cause() != Cause.RELEASED) {
            data.putObject("extensions").put("cause", cleared.cause().word());
        }
        return new Notification(Notification.Topic.CALLS, data);
    }

    private Notification changed(String type, Interaction after, Call call, Instant at) {
        return new Notification(Notification.Topic.CALLS, message(type, resources.of(after, call, at), call));
    }

    private ObjectNode message(String type, ObjectNode resource, Call call) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", "CallStateChangeMessage").put("notificationType", type);
        data.set("call", resource);
        return data.put("phoneNumber", call.of(resources.me()).map(leg -> leg.address().value()).orElse(""));
    }

    private Optional<Call> mine(Interaction state, CallId call) {
        return state.call(call).filter(one -> one.of(resources.me()).isPresent());
    }

    private boolean isMuted(Call call) {
        return call.of(resources.me()).filter(Connection::muted).isPresent();
    }

    private boolean isAnswered(Call call) {
        return call.of(resources.me()).filter(Connection::isAnswered).isPresent();
    }
}
