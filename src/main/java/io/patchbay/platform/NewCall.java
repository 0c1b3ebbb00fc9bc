package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Destination;
import io.patchbay.model.Event;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.Subject;
import io.patchbay.wire.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A call of a customer: the command, and the answer after its acceptance. */
record NewCall(Command command, Destination to) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** @param cause present if nobody can be reached and the switch gave a cause */
    private record Beginning(String state, Optional<Cause> cause) {
        static final Beginning QUEUED = new Beginning("queued", Optional.empty());
        static final Beginning ALERTING = new Beginning("alerting", Optional.empty());
    }

    /** @throws PlatformRefusal if the body lacks the caller or the called party */
    static NewCall read(PlatformPorts ports, PlatformJson.Members body) {
        Destination from = body.read("from", ports.names()::outside);
        Destination to = body.read("to", ports.names()::inside);
        ContactArrived arrived = new ContactArrived(Medium.VOICE, from.address(), to, body.texts("data"), ports.terms());
        var id = ports.gateway().newId();
        return new NewCall(Command.of(id, ports.gateway().now(), Subject.of(Ids.interaction(id)), arrived), to);
    }

    CompletionStage<HttpResponse> made(PlatformPorts ports) {
        ports.calls().note(call(), interaction());
        return beginning(ports).thenApply(beginning -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("interaction", interaction().value())
                    .put("call", call().value()).put("state", beginning.state());
            beginning.cause().ifPresent(cause -> body.put("cause", cause.word()));
            return ports.json().answer(201, body);
        });
    }

    /** A queue takes every call. An agent is asked first, may forward the call, and the caller keeps waiting if that takes too long. */
    private CompletionStage<Beginning> beginning(PlatformPorts ports) {
        if (to instanceof Destination.ToQueue) {
            return CompletableFuture.completedFuture(Beginning.QUEUED);
        }
        return ports.views().await(interaction(), this::sofar, PATIENCE).thenApply(found -> found.orElse(Beginning.QUEUED));
    }

    private Optional<Beginning> sofar(Interaction now, List<Event> events) {
        if (now.phase() == Interaction.Phase.ENDED) {
            return Optional.of(new Beginning("failed", events.stream().filter(ContactEvent.Ended.class::isInstance)
                    .map(ended -> ((ContactEvent.Ended) ended).cause()).reduce((first, last) -> last)));
        }
        Optional<Call> call = now.call(call());
        return call.filter(NewCall::isAlerting).map(ringing -> Beginning.ALERTING)
                .or(() -> call.filter(waiting -> waiting.isQueued()).map(waiting -> Beginning.QUEUED));
    }

    private static boolean isAlerting(Call call) {
        return call.connections().stream().anyMatch(leg -> leg.role() != Connection.Role.CUSTOMER
                && (leg.is(Connection.State.ALERTING) || leg.isAnswered()));
    }

    private InteractionId interaction() {
        return command.target().interaction();
    }

    private CallId call() {
        return Ids.call(command.id());
    }
}
