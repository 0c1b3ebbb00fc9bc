package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.request.HarmonyData;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Directory;
import io.patchbay.model.Outcome;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** bindSession (BINDINGS, Harmony): a client comes back to its session, maybe at another member, and gets what it missed. */
record SessionResumption(CommandGateway gateway, SignIn signIn, Directory directory, HarmonyReplies replies, HarmonyBindings bindings,
                         PresenceWatch attendance) {
    private static final Logger LOG = LoggerFactory.getLogger(SessionResumption.class);
    private static final int FOLLOWING_FAILED = 1011;

    /** Completes with {@link RequestRefused} when the credentials are wrong. */
    CompletionStage<PendingCommand<HarmonyCompletion>> ask(HarmonyClient client, HarmonyRequest request) {
        if (client.binding().isPresent()) {
            throw RequestRefused.with(HarmonyCode.ALREADY_BOUND, "This connection is bound to a session. Log out first.");
        }
        HarmonyData data = request.data();
        SessionId session = new SessionId(data.object("session").text("id"));
        boolean override = data.flag("override");
        Map<Subject, Long> after = after(data.objectOrEmpty("after"));
        return SessionPreparation.authenticate(signIn, data).thenApply(entry -> {
            Command command = command(gateway, entry.id(), session, override);
            return new PendingCommand<>(outcome -> answer(client, request, entry, session, after, outcome), Optional.of(command));
        });
    }

    /** Binds that session to this member again; it keeps the grace it was started with. */
    static Command command(CommandGateway gateway, AgentId agent, SessionId session, boolean override) {
        AgentCommand.StartSession body = new AgentCommand.StartSession(HarmonyRequests.binding(session, gateway.member()), Duration.ZERO,
                override ? AgentCommand.StartSession.Mode.RESUME_OVERRIDE : AgentCommand.StartSession.Mode.RESUME);
        return Command.of(gateway.newId(), gateway.now(), Subject.of(agent), body);
    }

    private static Map<Subject, Long> after(HarmonyData data) {
        Map<Subject, Long> after = new HashMap<>();
        data.node().properties().forEach(member -> {
            JsonNode number = member.getValue();
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw data.wrong(member.getKey(), "the number of an event, a whole number");
            }
            try {
                after.put(Subject.parse(member.getKey()), number.longValue());
            } catch (IllegalArgumentException e) {
                throw RequestRefused.with(HarmonyCode.INVALID_DATA,
                        "The members of data.after must be subjects of events, such as agent/ana.");
            }
        });
        return after;
    }

    private CompletionStage<Void> answer(HarmonyClient client, HarmonyRequest request, AgentEntry entry, SessionId session,
                                         Map<Subject, Long> after, Outcome outcome) {
        if (outcome.isAccepted()) {
            return bind(client, request, entry, session, after);
        }
        client.send(outcome instanceof Outcome.Refused refused
                ? replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail())
                : replies.failure(request, HarmonyCode.INTERNAL,
                        "The gateway failed to bind the session. Try again or send prepareSession."));
        return CompletableFuture.completedFuture(null);
    }

    /** What the older connection followed is let go only when it is followed anew: what is kept of it is what the client missed. */
    private CompletionStage<Void> bind(HarmonyClient client, HarmonyRequest request, AgentEntry entry, SessionId session,
                                       Map<Subject, Long> after) {
        HarmonyBindings.Turn turn = bindings.next(session, before -> new HarmonyBinding(client, entry, session, directory, gateway,
                attendance, before.map(HarmonyBinding::left).orElseGet(Predecessor::elsewhere)));
        Optional<HarmonyBinding> older = turn.older();
        HarmonyBinding binding = turn.binding();
        binding.whenOver(() -> bindings.remove(binding));
        client.bind(binding);
        older.ifPresent(HarmonyBinding::takeOver);
        return binding.resume(after, reset -> client.send(replies.bound(request, session, reset))).handle((done, error) -> {
            older.ifPresent(HarmonyBinding::stop);
            older.ifPresent(o -> binding.addressBook().goOnAfter(o.addressBook()));
            if (error != null) {
                LOG.atError().setCause(error).addKeyValue("agent", entry.id()).log("an agent could not be followed");
                binding.stop();
                client.close(FOLLOWING_FAILED, "The gateway failed");
            }
            return null;
        });
    }
}
