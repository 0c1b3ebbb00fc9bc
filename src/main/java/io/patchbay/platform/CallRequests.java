package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.door.CallLookup.Found;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Address;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.Command;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Subject;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** One request about calls: its command and its answer. */
record CallRequests(PlatformPorts ports,
        HttpRequest request) implements PlatformPaths.Calls<CompletionStage<PendingCommand<PlatformReply>>> {
    private static final String LOOK = "GET /platform/calls?party=<address>";
    private static final Map<String, Action> ACTIONS = Map.of("answer", Action.ANSWER, "reject", Action.REJECT, "hangup", Action.HANG_UP);

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> makeCall() {
        NewCall call = NewCall.read(ports, ports.json().members(request.body()));
        PlatformReply reply = PlatformReply.accepted(LOOK, () -> call.made(ports));
        return CompletableFuture.completedFuture(new PendingCommand<>(reply, Optional.of(call.command())));
    }

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> findCalls() {
        Address party = party();
        return PlatformRefusal.unlessKnown(ports.calls().byParty(party)).thenApply(all -> {
            ArrayNode views = JsonNodeFactory.instance.arrayNode();
            all.stream().flatMap(found -> views(found, party)).forEach(views::add);
            return PlatformReply.answered(ports.json().answer(200, views));
        });
    }

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> showCall(CallId call) {
        return found(call).thenApply(found -> PlatformReply.answered(ports.json().answer(200, view(found, call))));
    }

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> act(CallId call, Address party) {
        PlatformJson.Members body = ports.json().members(request.body());
        Action action = Optional.ofNullable(ACTIONS.get(body.text("action")))
                .orElseThrow(() -> body.wrong("action", "one of answer, hangup, reject"));
        return found(call).thenApply(found -> {
            Body acts = new FarEndActs(call, party, action);
            Command command = Command.of(ports.gateway().newId(), ports.gateway().now(), Subject.of(found.interaction()), acts);
            return new PendingCommand<>(PlatformReply.accepted(LOOK, () -> after(found.interaction(), call)), Optional.of(command));
        });
    }

    /** The grid has the step when its outcome is told, so its present content includes the step. A missing call has ended. */
    private CompletionStage<HttpResponse> after(InteractionId interaction, CallId call) {
        return PlatformRefusal.unlessKnown(ports.calls().byCall(call)).thenApply(left -> ports.json().answer(200,
                left.map(found -> view(found, call)).orElseGet(() -> CallView.over(interaction, call))));
    }

    private CompletionStage<Found> found(CallId call) {
        return PlatformRefusal.unlessKnown(ports.calls().byCall(call)).thenApply(found -> found.orElseThrow(() -> new PlatformRefusal(
                PlatformCode.UNKNOWN_TARGET, "There is no call " + call + ", or it has ended.")));
    }

    private Address party() {
        String party = request.query().get("party");
        if (party == null) {
            throw new PlatformRefusal(PlatformCode.INVALID_DATA, "Give the address of a party: ?party=<address>.");
        }
        return ports.names().party(party).or(expected -> new PlatformRefusal(PlatformCode.INVALID_DATA,
                "The parameter party must be a number or the name of a queue. Write a leading + as %2B.")).address();
    }

    private static ObjectNode view(Found found, CallId call) {
        return CallView.of(found.interaction(), found.state().call(call).orElseThrow());
    }

    private static Stream<ObjectNode> views(Found found, Address party) {
        return found.state().calls().stream().filter(call -> call.at(party).isPresent())
                .map(call -> CallView.of(found.interaction(), call));
    }
}
